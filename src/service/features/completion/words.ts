// The fixed words inside of statements: directions, arrows, sides, properties of styles, where a note stands.

import { type ByFamily, forFamily } from '../../../syntax/notation'
import { componentWritten } from '../likely-labels'
import type { CompletionContext } from './cursor'
import type { CompletionReader, Offer } from './offer'

/** Behind `flowchart`, `direction`, `style web`, `Note`, an id or its side: what each family can go on with. */
export const continued: CompletionReader = cursor =>
  /^\s*%%/.test(cursor.before) ? undefined : forFamily(continuations, cursor.diagram.system.diagram)(cursor)

const continuations: ByFamily<CompletionReader> = {
  flowchart: cursor =>
    direction(cursor) ??
    property(cursor) ??
    numbered(cursor) ??
    arrow(cursor, ['-->', '-.->', '==>', '<-->']),
  sequence: cursor => notePlace(cursor) ?? arrow(cursor, ['->>', '-)', '-->>', '-x']),
  c4: () => undefined,
  architecture: cursor => side(cursor) ?? edge(cursor),
  other: () => undefined,
}

const words = (labels: readonly string[], from?: number): readonly Offer[] =>
  labels.map(label => ({ label, kind: 'keyword', ...(from !== undefined && { from }) }))

const direction: CompletionReader = ({ before }) =>
  /^\s*(?:flowchart|graph|swimlane-beta|direction)\s+\w*$/.test(before)
    ? words(['LR', 'TB', 'RL', 'BT'])
    : undefined

/** Of a style, one after the other. */
const property: CompletionReader = ({ before }) => {
  const styled = /^\s*(?:style|classDef|linkStyle)\s+[\w.,-]+\s/.exec(before)?.[0].length
  if (styled === undefined) return undefined
  const last = before.slice(Math.max(styled, before.lastIndexOf(',') + 1))
  if (!/^\s*[\w-]*$/.test(last)) return undefined
  return ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'color'].map(label => ({
    label,
    kind: 'key',
    insert: `${label}:`,
  }))
}

/** Arrows are numbered as they are drawn. */
const numbered: CompletionReader = ({ before, diagram: { system } }) =>
  /^\s*linkStyle\s+(?:\d+,)*\w*$/.test(before)
    ? [
        ...system.connections.map(({ index, caller, callee }): Offer => {
          return { label: String(index), kind: 'value', detail: `${caller.text} → ${callee.text}` }
        }),
        { label: 'default', kind: 'value', detail: 'all arrows' },
      ]
    : undefined

const notePlace: CompletionReader = ({ before }) =>
  /^\s*note\s+\w*$/i.test(before) ? words(['over', 'left of', 'right of']) : undefined

/** What stands behind these is a name or words. */
const keywordFirst = new RegExp(
  `^\\s*(?:${[
    ...['subgraph', 'class', 'classDef', 'style', 'linkStyle', 'click', 'direction', 'end', 'title'],
    ...['participant', 'actor', 'create', 'destroy', 'activate', 'deactivate', 'box', 'loop', 'alt', 'else'],
    ...['opt', 'par', 'and', 'critical', 'option', 'break', 'rect'],
  ].join('|')})\\b`,
)

/** Behind a component, which may end a chain; not inside of a label. */
function arrow(
  { before, offset, diagram: { system } }: CompletionContext,
  arrows: readonly string[],
): readonly Offer[] | undefined {
  let end = before.length
  while (end > 0 && '-=<.'.includes(before[end - 1]!)) end--
  const [source, typed] = [before.slice(0, end).trim(), before.slice(end)]
  if (!/\s/.test(before[end - 1] ?? '') && !/^[-=<]/.test(typed)) return undefined
  if (source === '' || keywordFirst.test(before) || isOpen(source)) return undefined
  return componentWritten(system.components, source) && words(arrows, offset - typed.length)
}

/** A quote, a bar or a bracket has no other. */
const isOpen = (text: string): boolean =>
  ['"', '|'].some(mark => text.split(mark).length % 2 === 0) ||
  (text.match(/[[({]/g)?.length ?? 0) !== (text.match(/[\])}]/g)?.length ?? 0)

const opposite: Readonly<Record<string, string>> = { L: 'R', R: 'L', T: 'B', B: 'T' }

/** `api:` is followed by one of its sides, and by an arrow then. */
const side: CompletionReader = ({ before, offset }) => {
  if (/^\s*[\w-]+(?:\{group\})?:[LRTB]?$/.test(before))
    return words(['R', 'L', 'B', 'T'], before.endsWith(':') ? offset : offset - 1)
  const typed = /:[LRTB]\s+([-<]*)$/.exec(before)?.[1]
  return typed === undefined ? undefined : words(['-->', '--', '<-->'], offset - typed.length)
}

/** What an arrow leads to, by the side that faces the one it comes from. */
const edge: CompletionReader = ({ before, diagram: { system } }) => {
  const [, source, from = '', to] =
    /^\s*([\w-]+)(?:\{group\})?:([LRTB])\s*<?-(?:-|\[[^\]]*\]-)>?\s*([LRTB]:)?[\w-]*$/.exec(before) ?? []
  if (source === undefined) return undefined
  const others = system.components.filter(({ id }) => id !== source)
  return others.map(({ id, text }) => ({
    ...{ label: id, kind: 'id', insert: to === undefined ? `${opposite[from]}:${id}` : id },
    ...(text !== id && { detail: text }),
  }))
}
