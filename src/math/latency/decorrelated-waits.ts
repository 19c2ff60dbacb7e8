// Decorrelated jitter: each wait is spread evenly between the base and three times the wait before it.

import { convolve } from './convolution'
import { type Distribution, type Term, weightedSum } from './distribution'
import type { Grid } from './grid'
import { uniform } from './leaves'

export interface DecorrelatedWaits {
  /** Milliseconds. */
  readonly base: number
  /** No wait is longer. */
  readonly cap: number
  /** How many there may be, at least 1. */
  readonly count: number
}

/** What happens before each wait, and after the last. */
export interface Repeated {
  readonly grid: Grid
  /** What the wait comes after. */
  readonly failure: Distribution
  /** P(it comes to that). */
  readonly again: number
  /** What needs no wait. */
  readonly answered: readonly Term[]
  readonly last: Distribution
}

/** A range of waits, its middle standing for what the next one depends on. */
interface Range {
  readonly from: number
  readonly to: number
}

const FINEST_RATIO = 1.1
const MOST_RANGES = 24

/** The time of all: waits that follow a long one are long as well, so the ranges they are in are kept apart. */
export function withDecorrelatedWaits(
  { base, cap, count }: DecorrelatedWaits,
  repeated: Repeated,
): Distribution {
  const { grid, failure, again, answered, last } = repeated
  const ranges = rangesBetween(base, cap)
  const failedThenWaited = ranges.map(({ from, to }) => convolve(failure, uniform(grid, from, to)))
  /** What follows a wait; `onward`: the time from the beginning of the next one on, for each range it may be in. */
  const following = (before: number, onward: readonly Distribution[]): Distribution => {
    const end = Math.max(base, 3 * before)
    const terms = ranges.flatMap((range, at): Term[] => {
      const weight = again * partWithin(range, { base, end, cap })
      return weight > 0 ? [{ measure: onward[at]!, weight }] : []
    })
    return weightedSum(grid, [...answered, ...terms])
  }
  let onward = failedThenWaited.map(measure => convolve(measure, last))
  for (let wait = 1; wait < count; wait++)
    onward = ranges.map(({ from, to }, at) =>
      convolve(failedThenWaited[at]!, following((from + to) / 2, onward)),
    )
  return following(base, onward)
}

/** The cap itself is the last: all that would be longer is. */
function rangesBetween(base: number, cap: number): readonly Range[] {
  const ratio = Math.max(1, cap / base)
  const count = Math.min(MOST_RANGES, Math.ceil(Math.log(ratio) / Math.log(FINEST_RATIO)))
  const edge = (at: number): number => base * ratio ** (at / count)
  const ranges = Array.from({ length: count }, (_, at) => ({ from: edge(at), to: edge(at + 1) }))
  return [...ranges, { from: cap, to: cap }]
}

/** The part of waits between the base and an end that falls into a range. */
function partWithin(
  { from, to }: Range,
  { base, end, cap }: { readonly base: number; readonly end: number; readonly cap: number },
): number {
  const length = end - base
  if (length <= 0) return from === to ? 1 : 0
  if (from === to) return Math.max(0, end - cap) / length
  return Math.max(0, Math.min(to, end) - from) / length
}
