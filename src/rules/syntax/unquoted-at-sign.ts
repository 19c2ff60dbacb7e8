// Labels with an @ that many Mermaids take for the end of an arrow's id.

import { notationOf } from '../../syntax/notation'
import type { Diagram } from '../../syntax/tree'
import type { Span } from '../../text/span'
import { defineRule } from '../rule'

export const unquotedAtSign = defineRule({
  id: 'unquoted-at-sign',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'A label without quotes holds an @, for which Mermaid 11.5 to 12.2 refuses the diagram.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  fixable: 'safe',
  options: {},

  *check({ diagram }) {
    if (notationOf(diagram).labels.quotes !== 'optional' || !diagram.text.includes('@')) return
    const labels = takenForIds(diagram)
    const [first, ...others] = labels
    if (!first) return
    const text = (label: Span) => diagram.text.slice(label.start, label.end)
    yield {
      at: first,
      message: `${labels.length === 1 ? 'This label holds an @' : `${labels.length} labels hold an @`} without quotes. Mermaid 11.5 to 12.2, as on GitHub and in VS Code, takes what stands before it for the id of an arrow and refuses the diagram. Put the label into quotes.`,
      related: others.map(at => ({ at, message: 'Also without quotes' })),
      fixes: [
        {
          title:
            others.length > 0 ? `Put all ${labels.length} labels into quotes` : 'Put the label into quotes',
          safe: true,
          edits: labels.map(span => ({ span, text: `"${text(span).replaceAll('"', '#quot;')}"` })),
        },
      ],
    }
  },
})

/** Of boxes, arrows and groups: the id is read from where their first word begins. */
function takenForIds({ text, nodes, arrows, groups }: Diagram): readonly Span[] {
  const labels = [
    ...nodes.flatMap(({ mentions }) => mentions.map(({ span, label }) => ({ from: span.start, label }))),
    // Between bars; `-- a@b -->` is refused by every version.
    ...arrows.flatMap(({ labelSpan: label }) =>
      label && text[label.start - 1] === '|' ? [{ from: label.start - 1, label }] : [],
    ),
    ...groups.map(({ idSpan, labelSpan }) => ({ from: idSpan?.start, label: labelSpan })),
  ]
  const taken = labels.flatMap(({ from, label }) =>
    from !== undefined && label && isTaken(text, from, label) ? [[label.start, label] as const] : [],
  )
  // Arrows of one statement share their label.
  return [...new Map(taken).values()].toSorted((a, b) => a.start - b.start)
}

/** `b[Mail<br/>@Service`: no blank and no quote from there to an `@` in the label, behind which no `{` follows. */
function isTaken(text: string, from: number, label: Span): boolean {
  const word = /^[^\s"]*/.exec(text.slice(from, label.end + 1))?.[0] ?? ''
  const at = word.search(/@(?=[^{"])/)
  return at >= 0 && from + at >= label.start
}
