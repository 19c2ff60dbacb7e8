// The calls that a change adds, removes or alters, as a Mermaid flowchart of their own, whatever family they are drawn in.

import type { CallPart, ChangedValue, DrawingChange } from '../../../service'

/** A picture of more calls helps nobody. */
const mostCalls = 30

/** Dark enough on white and light enough on black. */
const colors = { added: '#2da44e', removed: '#cf5c5c', changed: '#bf8700' } as const
type Change = keyof typeof colors

interface DrawnCall extends CallPart {
  readonly change: Change
  readonly figures?: readonly ChangedValue[]
}

/** Undefined where no call changed, or too many for a picture, or the whole diagram is new or gone. */
export function pictureOfChanges({ diagram, components, calls }: DrawingChange): string | undefined {
  const drawn: DrawnCall[] = [
    ...calls.added.map(call => ({ ...call, change: 'added' as const })),
    ...calls.removed.map(call => ({ ...call, change: 'removed' as const })),
    ...calls.changed.map(call => ({ ...call, change: 'changed' as const })),
  ]
  if (diagram !== 'kept' || drawn.length === 0 || drawn.length > mostCalls) return undefined
  const names = [...new Set(drawn.flatMap(({ caller, callee }) => [caller, callee]))]
  const ids = new Map(names.map((name, index) => [name, `n${index}`]))
  const idOf = (name: string) => ids.get(name) ?? name
  const changeOf = new Map<string, Change>([
    ...components.added.map(({ name }) => [name, 'added'] as const),
    ...components.removed.map(({ name }) => [name, 'removed'] as const),
  ])
  return [
    'flowchart LR',
    ...names.map(name => `  ${idOf(name)}["${quoted(name)}"]`),
    ...drawn.map(call => `  ${idOf(call.caller)} ${operator(call)} ${idOf(call.callee)}`),
    ...drawn.map(({ change }, index) => `  linkStyle ${index} stroke:${colors[change]},stroke-width:2px`),
    ...names.flatMap(name => {
      const change = changeOf.get(name)
      return change ? [`  style ${idOf(name)} stroke:${colors[change]},stroke-width:2px`] : []
    }),
  ].join('\n')
}

function operator({ change, label, figures = [] }: DrawnCall): string {
  const words =
    change === 'changed'
      ? figures
          .map(({ key, before = 'unstated', after = 'unstated' }) => `${key} ${before} → ${after}`)
          .join(', ')
      : label
  return `${change === 'removed' ? '-.->' : '-->'}${words === '' ? '' : `|"${quoted(words)}"|`}`
}

/** Within quotes Mermaid ends at a quote, reads entities, and takes backticks and lists for Markdown. */
const quoted = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/["#`<>&;\\*_]|^[-+\d.)]+(?=\s)/g, mark =>
      Array.from(mark, character => `#${character.codePointAt(0)};`).join(''),
    )
