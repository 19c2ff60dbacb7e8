// Times combined by their order: the slowest of several, the k-th fastest, a hedged pair.

import { type Atom, type Distribution, delay, never, settle } from './distribution'
import { type Reader, readerOf, supportOf } from './distribution-reader'
import { gridPosition } from './grid'

/** When all have happened: P = ∏ Fᵢ(t). */
export function slowest(measures: readonly Distribution[]): Distribution {
  const never = measures.find(isEmpty)
  if (never || measures.length === 1) return never ?? measures[0]!
  // The slowest is never earlier than the latest of the earliest times, whatever the others do before it.
  const offset = Math.max(...measures.map(lowerBound))
  const upper = Math.max(...measures.map(measure => measure.upper))
  return { ...combine(measures, offset, product), upper }
}

/**
 * When `need` of them have happened, by the Poisson-binomial distribution of how many have.
 * Sub-distributions (copies that may never answer) are welcome.
 */
export function kthFastest(measures: readonly Distribution[], need: number): Distribution {
  if (measures.every(isEmpty)) return measures[0]!
  const offset = Math.min(...measures.map(lowerBound))
  const upper = Math.max(...measures.map(measure => measure.upper))
  return { ...combine(measures, offset, probabilities => probabilityOfAtLeast(probabilities, need)), upper }
}

/** The first of a time and its copy started `after` milliseconds later: 1 − S(t)·S(t − after). `certain`: the first comes. */
export function hedged(measure: Distribution, after: number, certain: boolean): Distribution {
  if (isEmpty(measure)) return measure
  const copy = delay(measure, after)
  const combined = combine([measure, copy], lowerBound(measure), ([first, second]) => {
    const f = first ?? 0
    const g = second ?? 0
    return f + g - f * g
  })
  return { ...combined, upper: certain ? measure.upper : copy.upper }
}

/** P(at least `need` of independent events), from the probability of each; O(n · need), all terms positive. */
export function probabilityOfAtLeast(probabilities: ArrayLike<number>, need: number): number {
  if (need <= 0) return 1
  const exactly = new Float64Array(need)
  exactly[0] = 1
  let reached = 0
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i]!
    reached += exactly[need - 1]! * p
    for (let k = need - 1; k > 0; k--) exactly[k] = exactly[k]! * (1 - p) + exactly[k - 1]! * p
    exactly[0] = exactly[0]! * (1 - p)
  }
  return reached
}

function product(probabilities: ArrayLike<number>): number {
  let result = 1
  for (let i = 0; i < probabilities.length; i++) result *= probabilities[i]!
  return result
}

/**
 * The measure whose cumulative probability is `of` applied to those of the given measures. Jumps at atoms
 * stay atoms; the rest is read at the bin edges above `offset`.
 */
function combine(
  measures: readonly Distribution[],
  offset: number,
  of: (probabilities: Float64Array) => number,
): Distribution {
  const { grid } = measures[0]!
  const readers = measures.map(readerOf)
  const values = new Float64Array(measures.length)
  const at = (read: (reader: Reader) => number): number => {
    for (let i = 0; i < readers.length; i++) values[i] = read(readers[i]!)
    return of(values)
  }
  const atoms = atomTimes(measures)
    .map((ms): Atom => ({ at: ms, mass: at(reader => reader.upTo(ms)) - at(reader => reader.below(ms)) }))
    .filter(atom => atom.mass > 0)
  if (measures.every(measure => measure.mass.length === 0))
    return { ...never(grid), atoms, offset, upper: Infinity }
  const [from, to] = binRange(measures, offset)
  const mass = new Float64Array(to - from + 1)
  const products = of === product ? productsAtEdges(readers, offset, [from, to]) : undefined
  let before = 0
  for (let bin = from; bin <= to; bin++) {
    const edge = offset + grid.edges[bin]!
    let smooth = products ? products[bin - from]! : at(reader => upToEdge(reader, offset, bin))
    for (const atom of atoms) if (atom.at <= edge) smooth -= atom.mass
    mass[bin - from] = smooth - before
    before = smooth
  }
  return settle({ grid, atoms, offset, first: from, mass, upper: Infinity })
}

/** P(all have happened by the bins' upper edges), measure by measure: each is read in the order in which it lies in memory. */
function productsAtEdges(
  readers: readonly Reader[],
  offset: number,
  [from, to]: readonly [number, number],
): Float64Array {
  const products = new Float64Array(to - from + 1).fill(1)
  for (const reader of readers)
    for (let bin = from; bin <= to; bin++) products[bin - from]! *= upToEdge(reader, offset, bin)
  return products
}

/** P(T ≤ the bin's upper edge); without a logarithm where the measure shares the offset. */
function upToEdge(reader: Reader, offset: number, bin: number): number {
  const { measure } = reader
  const edge = offset + measure.grid.edges[bin]!
  if (measure.offset !== offset) return reader.upTo(edge)
  let sum = reader.gridUpToEdge(bin)
  for (const atom of measure.atoms) if (atom.at <= edge) sum += atom.mass
  return sum
}

const isEmpty = ({ atoms, mass }: Distribution): boolean => atoms.length === 0 && mass.length === 0

const lowerBound = ({ atoms, offset, mass }: Distribution): number =>
  atoms.reduce((lowest, atom) => Math.min(lowest, atom.at), mass.length > 0 ? offset : Infinity)

const atomTimes = (measures: readonly Distribution[]): number[] => [
  ...new Set(measures.flatMap(measure => measure.atoms.map(atom => atom.at))),
]

/** The bins above `offset` that any of the measures reaches. */
function binRange(measures: readonly Distribution[], offset: number): [number, number] {
  const { grid } = measures[0]!
  let low = Infinity
  let high = -Infinity
  for (const measure of measures) {
    const [from, to] = supportOf(measure)
    low = Math.min(low, from - offset)
    high = Math.max(high, to - offset)
  }
  const last = grid.points.length - 1
  const from = low <= grid.points[0]! ? 0 : Math.floor(gridPosition(grid, low))
  const to = high <= grid.points[0]! ? 0 : Math.ceil(gridPosition(grid, high))
  return [Math.min(Math.max(from, 0), last), Math.min(Math.max(to, 0), last)]
}
