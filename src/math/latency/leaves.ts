// The times that nothing below explains: a lognormal, an exponential, a uniform wait.

import { normalCdf, normalTail } from '../normal'
import { constant, type Distribution, deposit, settle } from './distribution'
import type { Grid } from './grid'
import { deviationOf, type Lognormal, lognormalMean, Z95 } from './lognormal'

/** Standard deviations of a lognormal that the grid holds: 2e-8 is earlier, 6e-16 later. */
const REACH_BELOW = 5.5
const REACH = 8
/** Narrower than this many bins, a leaf is measured from an offset below which it practically never falls. */
const NARROW_BINS = 2.5

/**
 * The density sampled at grid points times the bin width: the trapezoid rule, which for a Gaussian in
 * ln t converges faster than any power of the width. A narrow leaf starts its grid at μ − 8σ, where the
 * bins are fine enough for it.
 */
export function lognormal(grid: Grid, leaf: Lognormal): Distribution {
  if (leaf.upperSigma !== undefined) return bentLognormal(grid, leaf)
  const { mu, sigma, shift } = leaf
  if (sigma < 1e-9) return constant(grid, lognormalMean(leaf))
  const narrow = sigma < NARROW_BINS * grid.width ? Math.exp(mu - REACH * sigma) : 0
  // No time is negative, and a grid that began there would be coarse where times are.
  const floor = Math.max(narrow, -shift)
  const mass = new Float64Array(grid.points.length)
  let sum = 0
  for (let k = 0; k < mass.length; k++) {
    const x = grid.points[k]!
    const t = floor + x
    const z = (Math.log(t) - mu) / sigma
    if (z > REACH) break
    if (z < (floor > 0 ? -REACH : -REACH_BELOW)) continue
    mass[k] = (Math.exp((-z * z) / 2) * x) / t
    sum += mass[k]!
  }
  if (sum === 0) return constant(grid, lognormalMean(leaf))
  const negative = floor > narrow ? normalTail((mu - Math.log(floor)) / sigma) : 0
  const scale = (1 - negative - beyondGrid(grid, leaf)) / sum
  for (let k = 0; k < mass.length; k++) mass[k]! *= scale
  mass[mass.length - 1]! += beyondGrid(grid, leaf)
  const atoms = negative > 0 ? [{ at: 0, mass: negative }] : []
  return settle({ grid, atoms, offset: shift + floor, first: 0, mass, upper: Infinity })
}

/** By what lies between the edges of each bin, since its density jumps. A part without width is a single time. */
function bentLognormal(grid: Grid, leaf: Lognormal): Distribution {
  const { mu, sigma, upperSigma } = leaf
  const bend = normalCdf(Z95)
  const [from, to] = [sigma > 0 ? 0 : bend, upperSigma === 0 ? bend : 1]
  const atoms = [
    { at: Math.exp(mu), mass: from },
    { at: Math.exp(mu + Z95 * sigma), mass: 1 - to },
  ].filter(({ mass }) => mass > 0)
  let below = from
  const mass = grid.edges.map(edge => {
    const upTo = Math.min(to, Math.max(from, normalCdf(deviationOf(leaf, edge))))
    const own = upTo - below
    below = upTo
    return own
  })
  mass[mass.length - 1]! += to - below
  return settle({ grid, atoms, offset: 0, first: 0, mass, upper: Infinity })
}

/** A wait whose end is equally likely at any moment, mean in milliseconds; what is beyond e⁻⁴⁰ is left out. */
export function exponential(grid: Grid, mean: number): Distribution {
  if (!(mean > 0)) return constant(grid, 0)
  const mass = new Float64Array(grid.points.length)
  let sum = 0
  for (let k = 0; k < mass.length && grid.points[k]! < 40 * mean; k++) {
    const x = grid.points[k]! / mean
    mass[k] = x * Math.exp(-x) * grid.width
    sum += mass[k]!
  }
  mass[0]! += 1 - sum
  return settle({ grid, atoms: [], offset: 0, first: 0, mass, upper: Infinity })
}

/** A wait spread evenly between two times, in milliseconds. */
export function uniform(grid: Grid, from: number, to: number): Distribution {
  const length = to - from
  if (!(length > 0)) return constant(grid, from)
  const mass = new Float64Array(grid.points.length)
  let low = 0
  for (let k = 0; k < mass.length && low < length; k++) {
    const high = Math.min(grid.edges[k]!, length)
    deposit(grid, mass, (low + high) / 2, (high - low) / length)
    low = high
  }
  return settle({ grid, atoms: [], offset: from, first: 0, mass, upper: to })
}

const beyondGrid = (grid: Grid, { mu, sigma }: Lognormal): number =>
  normalTail((Math.log(grid.points[grid.points.length - 1]!) - mu) / sigma)
