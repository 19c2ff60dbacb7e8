// Which of several parallel branches is waited for.

import { type Reader, readerOf } from './distribution-reader'
import { DEFAULT_GAMMA, evaluatorOf, type Latency } from './latency'
import { either } from './outcome'

/** Moments at which branches are compared: two branches at all their points, hundreds at every so many. */
const MOST_MOMENTS = 1000

/**
 * P(branch i is the slowest) = ∫ fᵢ ∏ Fⱼ for each branch; they add up to 1. With near ties there is no
 * single critical path. The work grows with the number of branches.
 */
export function criticality(branches: readonly Latency[], gamma: number = DEFAULT_GAMMA): number[] {
  const readers = branches.map(branch => readerOf(either(evaluatorOf(gamma).evaluate(branch))))
  const weights = new Float64Array(readers.length)
  let before = new Float64Array(readers.length)
  for (const ms of momentsOf(readers)) {
    const below = Float64Array.from(readers, reader => reader.below(ms))
    const upTo = Float64Array.from(readers, reader => reader.upTo(ms))
    addBetween(weights, before, below)
    // Ties are shared: half of an atom at the same moment counts as earlier.
    const othersDone = productOfOthers(upTo.map((done, i) => (done + below[i]!) / 2))
    upTo.forEach((done, i) => {
      weights[i]! += (done - below[i]!) * othersDone[i]!
    })
    before = upTo
  }
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return Array.from(weights, weight => (sum > 0 ? weight / sum : 1 / weights.length))
}

/** What each branch does between two moments, while the others have done what they do on average of the two. */
function addBetween(weights: Float64Array, start: Float64Array, end: Float64Array): void {
  const [early, late] = [productOfOthers(start), productOfOthers(end)]
  end.forEach((done, i) => {
    weights[i]! += (Math.max(0, done - start[i]!) * (early[i]! + late[i]!)) / 2
  })
}

function productOfOthers(values: Float64Array): Float64Array {
  const products = new Float64Array(values.length)
  let product = 1
  values.forEach((value, i) => {
    products[i] = product
    product *= value
  })
  product = 1
  for (let i = values.length - 1; i >= 0; i--) {
    products[i]! *= product
    product *= values[i]!
  }
  return products
}

/** The ends of bins and the atoms of all branches, in order. */
function momentsOf(readers: readonly Reader[]): readonly number[] {
  const atoms = new Set(readers.flatMap(({ measure }) => measure.atoms.map(({ at }) => at)))
  const ends = readers.flatMap(({ measure: { grid, offset, first, mass } }) =>
    Array.from(mass, (_, k) => offset + grid.edges[first + k]!),
  )
  const every = Math.ceil(ends.length / MOST_MOMENTS)
  const kept = ends.sort((a, b) => a - b).filter((_, i) => (ends.length - 1 - i) % every === 0)
  return [...new Set([...atoms, ...kept])].sort((a, b) => a - b)
}
