// A sub-distribution of times: exact atoms, plus masses on the logarithmic grid above an exact offset.

import { type Grid, gridPosition } from './grid'

export interface Atom {
  /** Milliseconds. */
  readonly at: number
  readonly mass: number
}

/**
 * Constants stay exact: they live in `atoms` and `offset`, never on the grid. A grid point k stands for
 * `offset + points[k]` milliseconds and carries `mass[k - first]`.
 */
export interface Distribution {
  readonly grid: Grid
  readonly atoms: readonly Atom[]
  readonly offset: number
  readonly first: number
  readonly mass: Float64Array
  /** No time is longer than this (a timeout somewhere below), Infinity when nothing bounds it. */
  readonly upper: number
}

const NOTHING = new Float64Array(0)
/** More atoms than this are moved to the grid, to keep products of atoms small. */
const MOST_ATOMS = 12
const NEGLIGIBLE = 1e-16

export const constant = (grid: Grid, ms: number, mass = 1): Distribution => ({
  ...never(grid),
  atoms: [{ at: ms, mass }],
  offset: ms,
  upper: ms,
})

export const never = (grid: Grid): Distribution => ({
  grid,
  atoms: [],
  offset: 0,
  first: 0,
  mass: NOTHING,
  upper: 0,
})

export function totalMass({ atoms, mass }: Distribution): number {
  let sum = 0
  for (const atom of atoms) sum += atom.mass
  for (let k = 0; k < mass.length; k++) sum += mass[k]!
  return sum
}

/** The same times with every probability multiplied. */
export const weigh = (measure: Distribution, factor: number): Distribution =>
  factor === 1
    ? measure
    : {
        ...measure,
        atoms: measure.atoms.map(({ at, mass }) => ({ at, mass: mass * factor })),
        mass: measure.mass.map(mass => mass * factor),
      }

/** Every time a constant later; exact. */
export const delay = (measure: Distribution, ms: number): Distribution =>
  ms === 0
    ? measure
    : {
        ...measure,
        atoms: measure.atoms.map(({ at, mass }) => ({ at: at + ms, mass })),
        offset: measure.offset + ms,
        upper: measure.upper + ms,
      }

/** What a measure adds to a sum: weighted (1 where nothing is said), and so many milliseconds later. */
export interface Term {
  readonly measure: Distribution
  readonly weight?: number
  readonly later?: number
}

/** The sum of several sub-distributions: what one time or another contributes. */
export const superpose = (grid: Grid, parts: readonly Distribution[]): Distribution =>
  weightedSum(
    grid,
    parts.map(measure => ({ measure })),
  )

/** The same of weighted and delayed ones, without a copy of each. */
export function weightedSum(grid: Grid, terms: readonly Term[]): Distribution {
  const used = terms.filter(({ measure }) => measure.atoms.length > 0 || measure.mass.length > 0)
  const [only] = used
  if (only && used.length === 1) return delay(weigh(only.measure, only.weight ?? 1), only.later ?? 0)
  const gridded = used.filter(({ measure }) => measure.mass.length > 0)
  const offset = gridded.reduce((least, term) => Math.min(least, offsetOf(term)), Infinity)
  const sum = gridded.length === 0 ? NOTHING : new Float64Array(grid.points.length)
  for (const term of gridded) depositGrid(term, offset, sum)
  const atoms = mergeAtoms(used.flatMap(atomsOf))
  const upper = used.reduce((most, { measure, later = 0 }) => Math.max(most, measure.upper + later), 0)
  return settle({ grid, atoms, offset: gridded.length === 0 ? 0 : offset, first: 0, mass: sum, upper })
}

const offsetOf = ({ measure, later = 0 }: Term): number => measure.offset + later

const atomsOf = ({ measure, weight = 1, later = 0 }: Term): readonly Atom[] =>
  weight === 1 && later === 0
    ? measure.atoms
    : measure.atoms.map(({ at, mass }) => ({ at: at + later, mass: mass * weight }))

/** Drops negligible ends and turns a crowd of atoms into grid mass. */
export function settle(measure: Distribution): Distribution {
  if (measure.atoms.length > MOST_ATOMS) return settle(gridAtoms(measure))
  const { mass, first } = measure
  let start = 0
  let end = mass.length
  while (start < end && Math.abs(mass[start]!) < NEGLIGIBLE) start++
  while (end > start && Math.abs(mass[end - 1]!) < NEGLIGIBLE) end--
  if (start === 0 && end === mass.length) return measure
  return { ...measure, first: first + start, mass: mass.slice(start, end) }
}

/**
 * Adds `mass` at a time above the offset to the three nearest points, keeping mass, mean and variance
 * (a two-point split widens chains of narrow steps by up to 8% at p99).
 */
export function deposit(grid: Grid, into: Float64Array, ms: number, mass: number): void {
  const { points } = grid
  const last = points.length - 1
  const k = ms <= points[0]! ? 0 : Math.min(last, Math.round(gridPosition(grid, ms)))
  if (k === 0 || k === last) {
    into[k]! += mass
    return
  }
  const below = points[k - 1]!
  const here = points[k]!
  const above = points[k + 1]!
  into[k - 1]! += (mass * ((ms - here) * (ms - above))) / ((below - here) * (below - above))
  into[k]! += (mass * ((ms - below) * (ms - above))) / ((here - below) * (here - above))
  into[k + 1]! += (mass * ((ms - below) * (ms - here))) / ((above - below) * (above - here))
}

function depositGrid(term: Term, offset: number, into: Float64Array): void {
  const { measure, weight = 1 } = term
  const { grid, first, mass } = measure
  const later = offsetOf(term) - offset
  if (later === 0) for (let k = 0; k < mass.length; k++) into[first + k]! += mass[k]! * weight
  else
    for (let k = 0; k < mass.length; k++)
      deposit(grid, into, grid.points[first + k]! + later, mass[k]! * weight)
}

function gridAtoms(measure: Distribution): Distribution {
  const { grid, atoms } = measure
  const earliest = atoms.reduce((lowest, atom) => Math.min(lowest, atom.at), Infinity)
  const offset = measure.mass.length > 0 ? Math.min(measure.offset, earliest) : earliest
  const sum = new Float64Array(grid.points.length)
  depositGrid({ measure }, offset, sum)
  for (const { at, mass } of atoms) deposit(grid, sum, at - offset, mass)
  return { ...measure, atoms: [], offset, first: 0, mass: sum }
}

export function mergeAtoms(atoms: readonly Atom[]): Atom[] {
  const byTime = new Map<number, number>()
  for (const { at, mass } of atoms) byTime.set(at, (byTime.get(at) ?? 0) + mass)
  return [...byTime].filter(([, mass]) => mass !== 0).map(([at, mass]) => ({ at, mass }))
}
