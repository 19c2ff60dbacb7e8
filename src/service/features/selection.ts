// What encloses the cursor, from the word outwards: each is what one more press of "expand selection" takes.

import type { Diagram, Step } from '../../syntax/tree'
import { contains, encloses, type Span } from '../../text/span'
import type { Snapshot } from '../engine/snapshot'
import { inSource, placeAt } from './place'

/** The smallest first, each larger than the one before; none outside of diagrams. */
export function selectionsAt(snapshot: Snapshot, offset: number): readonly Span[] {
  const place = placeAt(snapshot, offset)
  if (!place) return []
  const { diagram } = place
  const tree = diagram.system.diagram
  const around = [...partsOf(tree), wordAt(tree.text, place.offset)]
    .filter(span => contains(span, place.offset) && span.end > span.start)
    .map(span => inSource(diagram, span))
  const ordered = [...around, diagram.block.span].sort((a, b) => a.end - a.start - (b.end - b.start))
  const nested: Span[] = []
  for (const span of ordered) {
    const inner = nested.at(-1)
    if (!inner || (encloses(span, inner) && span.end - span.start > inner.end - inner.start))
      nested.push(span)
  }
  return nested
}

function wordAt(text: string, offset: number): Span {
  const before = /[\p{L}\p{N}_]*$/u.exec(text.slice(Math.max(0, offset - 100), offset))?.[0].length ?? 0
  const after = /^[\p{L}\p{N}_]*/u.exec(text.slice(offset, offset + 100))?.[0].length ?? 0
  return { start: offset - before, end: offset + after }
}

function partsOf({
  nodes,
  arrows,
  groups,
  statements,
  metadata,
  comments,
  steps,
  frontmatter,
}: Diagram): Span[] {
  const optional = (...spans: readonly (Span | undefined)[]) => spans.filter(span => span !== undefined)
  return [
    ...nodes.flatMap(({ mentions }) => mentions.flatMap(({ id, label, span }) => optional(id, label, span))),
    ...arrows.flatMap(({ span, labelSpan, technologySpan, statement }) =>
      optional(labelSpan, technologySpan, span, statement),
    ),
    ...groups.flatMap(({ idSpan, labelSpan, span, whole }) => optional(idSpan, labelSpan, span, whole)),
    ...statements,
    ...metadata.flatMap(({ body, span, targetSpan, attributes }) => [
      ...attributes.flatMap(({ keySpan, valueSpan }) => [
        keySpan,
        valueSpan,
        { start: keySpan.start, end: valueSpan.end },
      ]),
      ...[targetSpan, body, span],
    ]),
    ...comments.map(({ span }) => span),
    ...stepsIn(steps),
    ...optional(frontmatter?.span),
  ]
}

const stepsIn = (steps: readonly Step[]): readonly Span[] =>
  steps.flatMap(step => [
    step.span,
    ...(step.kind === 'fragment' ? step.sections.flatMap(section => stepsIn(section.steps)) : []),
  ])
