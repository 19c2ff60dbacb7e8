// Places where edits are to be made: what would write over them is told at once.

import type { Edit } from './edit'
import { overlaps, type Span } from './span'

export interface Taken {
  /** Whether one of the edits writes over the span. */
  overlaps(span: Span): boolean
  /** Whether one of the edits starts at the offset. */
  startsAt(offset: number): boolean
  add(edit: Edit): void
}

/** Edits that do not overlap each other; most come in order of the text. */
export function takenPlaces(edits: readonly Edit[] = []): Taken {
  const spans: Span[] = []
  const starts = new Set<number>()
  /** How many of them start before an offset. */
  const before = (offset: number): number => {
    let [low, high] = [0, spans.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (spans[middle]!.start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  const taken: Taken = {
    overlaps(span) {
      const [last, next] = [spans[before(span.end) - 1], spans[before(span.start)]]
      return [last, next].some(other => other !== undefined && overlaps(other, span))
    },
    startsAt: offset => starts.has(offset),
    add({ span }) {
      starts.add(span.start)
      if ((spans.at(-1)?.start ?? -1) <= span.start) spans.push(span)
      else spans.splice(before(span.start), 0, span)
    },
  }
  for (const edit of edits) taken.add(edit)
  return taken
}
