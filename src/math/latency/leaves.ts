// The times that nothing below explains: a lognormal, an exponential, a uniform wait.

import { normalTail } from '../normal'
import { constant, type Distribution, deposit, settle } from './distribution'
import type { Grid } from './grid'
import { type Lognormal, lognormalMean } from './lognormal'

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
  const { mu, sigma, shift } = leaf
  if (sigma < 1e-9) return constant(grid, lognormalMean(leaf))
  const floor = sigma < NARROW_BINS * grid.width ? Math.exp(mu - REACH * sigma) : 0
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
  const scale = (1 - beyondGrid(grid, leaf)) / sum
  for (let k = 0; k < mass.length; k++) mass[k]! *= scale
  mass[mass.length - 1]! += beyondGrid(grid, leaf)
  return settle({ grid, atoms: [], offset: shift + floor, first: 0, mass, upper: Infinity })
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
