// The figure that a label states at an offset, as it was understood.

import { readArrowLabel, readNodeLabel } from '../../model/annotations'
import type { LabelAttribute } from '../../model/annotations/labels/label-reading'
import type { AttributePlace } from '../../model/vocabulary'
import { contains, type Span } from '../../text/span'
import type { Subject } from './place'

export interface FigureInLabel extends Pick<LabelAttribute, 'key'> {
  readonly place: AttributePlace
  /** In the diagram's text. */
  readonly span: Span
}

/** Offsets are those of the diagram's text. */
export function labelFigureAt(subject: Subject, text: string, offset: number): FigureInLabel | undefined {
  for (const label of labelsOf(subject)) {
    if (!contains(label, offset)) continue
    const written = text.slice(label.start, label.end)
    const { attributes } = subject.kind === 'component' ? readNodeLabel(written) : readArrowLabel(written)
    const found = attributes.find(part => contains(part, offset - label.start))
    if (found)
      return {
        key: found.key,
        place: subject.kind === 'component' ? 'node' : 'arrow',
        span: { start: label.start + found.start, end: label.start + found.end },
      }
  }
  return undefined
}

function labelsOf(subject: Subject): readonly Span[] {
  if (subject.kind === 'component')
    return subject.component.node.mentions.flatMap(({ label }) => (label ? [label] : []))
  if (subject.kind !== 'connection') return []
  const { labelSpan, technologySpan } = subject.connection.arrow
  return [labelSpan, technologySpan].filter(span => span !== undefined)
}

/** What a bare quantity is taken for by itself; where a label states another figure, that reading is wrong. */
const readAs: ReadonlyMap<string, readonly string[]> = new Map([
  ['availability', ['availability']],
  ['perception', ['p50', 'p95', 'p99', 'p999', 'latency', 'rtt']],
])

/**
 * Whether a quantity, explained by itself, is what the label was understood to state. A share in a label that
 * states none is not taken for an availability: beside the component's own it would contradict it.
 */
export function isReadAs(entry: string | undefined, figure: Pick<FigureInLabel, 'key'> | undefined): boolean {
  const keys = readAs.get(entry ?? '')
  if (!keys) return true
  return figure ? keys.includes(figure.key) : entry !== 'availability'
}
