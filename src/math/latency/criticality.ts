// Which of several parallel branches is waited for.

import { DEFAULT_GAMMA, evaluatorOf, type Latency } from './latency'
import type { Measure } from './measure'
import { either } from './outcome'
import { type Reader, readerOf } from './reading'

/**
 * P(branch i is the slowest) = ∫ fᵢ ∏ Fⱼ for each branch; they add up to 1. With near ties there is no
 * single critical path.
 */
export function criticality(branches: readonly Latency[], gamma: number = DEFAULT_GAMMA): number[] {
  const readers = branches.map(branch => readerOf(either(evaluatorOf(gamma).evaluate(branch))))
  const weights = readers.map((reader, index) =>
    slowestMass(
      reader,
      readers.filter((_, other) => other !== index),
    ),
  )
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map(weight => (sum > 0 ? weight / sum : 1 / weights.length))
}

function slowestMass({ measure }: Reader, others: readonly Reader[]): number {
  const othersDone = (ms: number): number =>
    // Ties are shared: half of an atom at the same moment counts as earlier.
    others.reduce((product, reader) => (product * (reader.upTo(ms) + reader.below(ms))) / 2, 1)
  return pointsOf(measure).reduce((sum, { at, mass }) => sum + mass * othersDone(at), 0)
}

const pointsOf = ({ atoms, grid, offset, first, mass }: Measure): { at: number; mass: number }[] => [
  ...atoms,
  ...Array.from(mass, (m, k) => ({ at: offset + grid.points[first + k]!, mass: m })),
]
