// Quotes where a flowchart's text needs them, and nowhere else.

import { notationOf } from '../../syntax/notation'
import type { Diagram } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import type { Span } from '../../text/span'

/** The quotes around plain words. Whether one is needed after all is seen when the text is read without it. */
export function needlessQuotes(diagram: Diagram): readonly Edit[] {
  const { text, nodes, arrows, groups } = diagram
  if (notationOf(diagram).labels.quotes !== 'optional') return []
  const labels = [
    ...nodes.flatMap(({ mentions }) => mentions.map(({ label }) => label)),
    ...arrows.map(({ labelSpan }) => labelSpan),
    ...groups.map(({ labelSpan }) => labelSpan),
  ]
  const places = new Map(labels.flatMap(label => (label ? [[label.start, label] as const] : [])))
  return [...places.values()].flatMap(label => (isPlain(text, label) ? withoutQuotes(text, label) : []))
}

/** Words and figures: nothing that Mermaid or Markdown reads as a sign, and none of Mermaid's own words. */
const isPlain = (text: string, { start, end }: Span): boolean =>
  /^[\p{L}\p{N}]+(?:[ -][\p{L}\p{N}]+)*$/u.test(text.slice(start, end)) &&
  !keyword.test(text.slice(start, end))

const keyword =
  /\b(?:end|graph|flowchart|subgraph|default|style|linkStyle|classDef|class|click|direction|interpolate|href|call)\b/i

function withoutQuotes(text: string, { start, end }: Span): readonly Edit[] {
  const isQuoted =
    text[start - 1] === '"' && text[end] === '"' && /[[({>|/\\]$/.test(text.slice(0, start - 1))
  return isQuoted
    ? [
        {
          span: { start: start - 1, end: end + 1 },
          text: text.slice(start, end),
        },
      ]
    : []
}
