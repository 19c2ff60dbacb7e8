// Reading a sub-distribution: probabilities up to a time, percentiles, the mean.

import { type Distribution, totalMass } from './distribution'
import { gridPosition } from './grid'

export interface Reader {
  /** P(T ≤ t). */
  readonly upTo: (ms: number) => number
  /** P(T < t). */
  readonly below: (ms: number) => number
  /** Mass on the grid up to the upper edge of a bin, without atoms. */
  readonly gridUpToEdge: (bin: number) => number
  readonly measure: Distribution
}

const readers = new WeakMap<Distribution, Reader>()

/** Prepares the running sums once; each question is then O(atoms). */
export function readerOf(measure: Distribution): Reader {
  const known = readers.get(measure) ?? newReader(measure)
  readers.set(measure, known)
  return known
}

function newReader(measure: Distribution): Reader {
  const { atoms, offset } = measure
  const cumulative = runningSums(measure)
  const whole = totalMass(measure)
  const onGrid = (ms: number): number => gridProbability(measure, cumulative, ms - offset)
  return {
    measure,
    upTo: ms => {
      if (ms >= measure.upper) return whole
      let sum = onGrid(ms)
      for (const atom of atoms) if (atom.at <= ms) sum += atom.mass
      return sum
    },
    below: ms => {
      let sum = onGrid(ms)
      for (const atom of atoms) if (atom.at < ms) sum += atom.mass
      return sum
    },
    gridUpToEdge: bin => {
      const i = bin - measure.first + 1
      return i <= 0 ? 0 : cumulative[Math.min(i, cumulative.length - 1)]!
    },
  }
}

/**
 * The time by which a share `p` of the measure's own mass has passed, in milliseconds; never beyond the
 * measure's upper bound. Between bin edges the cumulative curve is a monotone cubic in ln t.
 */
export function quantile(reader: Reader, p: number): number {
  const { measure } = reader
  const target = p * totalMass(measure)
  let [low, high] = supportOf(measure)
  if (reader.upTo(low) >= target) return Math.min(low, measure.upper)
  for (let i = 0; i < 200 && high - low > 1e-12 * Math.abs(high); i++) {
    // Halving logarithms above the offset converges evenly over nine decades.
    const floor = measure.offset
    const middle = low > floor ? floor + Math.sqrt((low - floor) * (high - floor)) : low + (high - low) / 2
    if (middle <= low || middle >= high) break
    if (reader.upTo(middle) >= target) high = middle
    else low = middle
  }
  return Math.min(high, measure.upper)
}

/** The mean of the measure's own mass, milliseconds. */
export function meanOf(measure: Distribution): number {
  let sum = 0
  for (const { at, mass } of measure.atoms) sum += at * mass
  for (let k = 0; k < measure.mass.length; k++)
    sum += (measure.offset + measure.grid.points[measure.first + k]!) * measure.mass[k]!
  return sum / totalMass(measure)
}

/** Whether no time is longer than this, as far as sums of times are exact. */
export const isWithin = ({ upper }: Distribution, ms: number): boolean => upper <= ms * (1 + 1e-12)

/** The variance of the measure's own mass over its squared mean. */
export function variabilityOf(measure: Distribution): number {
  const mean = meanOf(measure)
  if (!(mean > 0)) return 0
  let sum = 0
  for (const { at, mass } of measure.atoms) sum += (at - mean) ** 2 * mass
  for (let k = 0; k < measure.mass.length; k++)
    sum += (measure.offset + measure.grid.points[measure.first + k]! - mean) ** 2 * measure.mass[k]!
  return sum / totalMass(measure) / mean ** 2
}

/** The mass beyond a time, summed from the far end so that a tail of 1e-12 keeps its digits. */
export function massBeyond(measure: Distribution, ms: number): number {
  if (isWithin(measure, ms)) return 0
  let sum = 0
  for (const { at, mass } of measure.atoms) if (!isBy(at, ms)) sum += mass
  const position = binPosition(measure, ms - measure.offset)
  for (let k = measure.mass.length - 1; k >= 0 && k + 1 > position; k--) {
    const inside = Math.min(1, k + 1 - position)
    sum += measure.mass[k]! - partOfBin(measure, k, 1 - inside)
  }
  return Math.max(0, sum)
}

/** At a time or before it. What is stated as the same time is the same, whatever rounding has done to it. */
export const isBy = (at: number, ms: number): boolean => at <= ms * (1 + 1e-9)

/** The share of bin k that lies below the fraction `u` of its logarithmic width. */
export function partOfBin({ mass }: Distribution, k: number, u: number): number {
  const own = mass[k]!
  const start = harmonic(mass[k - 1] ?? 0, own)
  const end = harmonic(own, mass[k + 1] ?? 0)
  return start * u * (1 - u) * (1 - u) + own * u * u * (3 - 2 * u) - end * u * u * (1 - u)
}

/** Bins from the lower edge of the measure's first bin to a time above the offset, as a real number. */
export const binPosition = ({ grid, first }: Distribution, msAboveOffset: number): number =>
  msAboveOffset <= 0 ? -Infinity : gridPosition(grid, msAboveOffset) + 0.5 - first

/** Earliest and latest times with any mass, to the edges of their bins. */
export function supportOf({ grid, atoms, offset, first, mass }: Distribution): [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const { at } of atoms) {
    low = Math.min(low, at)
    high = Math.max(high, at)
  }
  if (mass.length > 0) {
    low = Math.min(low, offset + (first === 0 ? 0 : grid.edges[first - 1]!))
    high = Math.max(high, offset + grid.edges[first + mass.length - 1]!)
  }
  return [low, high]
}

function runningSums({ mass }: Distribution): Float64Array {
  const sums = new Float64Array(mass.length + 1)
  for (let k = 0; k < mass.length; k++) sums[k + 1] = sums[k]! + mass[k]!
  return sums
}

function gridProbability(measure: Distribution, cumulative: Float64Array, ms: number): number {
  const size = measure.mass.length
  if (size === 0) return 0
  const position = binPosition(measure, ms)
  if (position <= 0) return 0
  if (position >= size) return cumulative[size]!
  const k = Math.floor(position)
  return cumulative[k]! + partOfBin(measure, k, position - k)
}

/** The slope of the monotone cubic at an edge (Fritsch and Butland): the harmonic mean of its neighbors. */
const harmonic = (a: number, b: number): number => (a > 0 && b > 0 ? (2 * a * b) / (a + b) : 0)
