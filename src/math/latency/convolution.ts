// One time after another: the distribution of a sum, in O(bins · log 2/log γ) instead of O(bins²).

import {
  type Distribution,
  delay,
  mergeAtoms,
  never,
  settle,
  type Term,
  weigh,
  weightedSum,
} from './distribution'
import type { Grid } from './grid'

/** The distribution of the sum of two independent times; masses multiply. */
export function convolve(a: Distribution, b: Distribution): Distribution {
  const { grid } = a
  if (isConstant(a)) return delay(weigh(b, a.atoms[0]!.mass), a.atoms[0]!.at)
  if (isConstant(b)) return delay(weigh(a, b.atoms[0]!.mass), b.atoms[0]!.at)
  const products = a.atoms.flatMap(one =>
    b.atoms.map(other => ({ at: one.at + other.at, mass: one.mass * other.mass })),
  )
  const terms: Term[] = [{ measure: { ...never(grid), atoms: mergeAtoms(products) } }]
  for (const { at, mass } of a.atoms) terms.push({ measure: gridPart(b), weight: mass, later: at })
  for (const { at, mass } of b.atoms) terms.push({ measure: gridPart(a), weight: mass, later: at })
  if (a.mass.length > 0 && b.mass.length > 0) terms.push({ measure: convolveGrids(a, b) })
  return { ...weightedSum(grid, terms), upper: a.upper + b.upper }
}

/** The sum of many times, convolved in a balanced tree so that equals meet equals. */
export function convolveAll(grid: Grid, measures: readonly Distribution[]): Distribution {
  if (measures.length === 0) return { ...never(grid), atoms: [{ at: 0, mass: 1 }] }
  let level = measures
  while (level.length > 1) {
    const next: Distribution[] = []
    for (let i = 0; i < level.length; i += 2) {
      const pair = level[i + 1]
      next.push(pair ? convolve(level[i]!, pair) : level[i]!)
    }
    level = next
  }
  return level[0]!
}

const isConstant = ({ atoms, mass }: Distribution): boolean => mass.length === 0 && atoms.length === 1

const gridPart = (measure: Distribution): Distribution => ({ ...measure, atoms: [] })

function convolveGrids(a: Distribution, b: Distribution): Distribution {
  const { grid } = a
  const sum = new Float64Array(grid.points.length)
  // Each pair is met once: with a's point the larger or equal, then with b's point the larger.
  addPairs(a, b, 0, sum)
  addPairs(b, a, 1, sum)
  return settle({
    grid,
    atoms: [],
    offset: a.offset + b.offset,
    first: 0,
    mass: sum,
    upper: a.upper + b.upper,
  })
}

/** Sums of `large`'s points with all points of `small` at least `least` bins below them. */
function addPairs(large: Distribution, small: Distribution, least: number, into: Float64Array): void {
  const { groups, points } = large.grid
  const moments = prefixMoments(small)
  const lastBin = points.length - 1
  const size = small.mass.length
  for (let i = 0; i < large.mass.length; i++) {
    const mass = large.mass[i]!
    if (mass === 0) continue
    const point = large.first + i
    const inverse = 1 / points[point]!
    for (const group of groups) {
      const to = Math.min(point - Math.max(group.nearest, least) - small.first, size - 1)
      if (to < 0) break
      const from = Math.max(point - group.farthest - small.first, 0)
      if (from > to) continue
      const start = from * 3
      const end = to * 3 + 3
      const m0 = (moments[end]! - moments[start]!) * mass
      const m1 = (moments[end + 1]! - moments[start + 1]!) * inverse * mass
      const m2 = (moments[end + 2]! - moments[start + 2]!) * inverse * inverse * mass
      const bin = Math.min(point + group.shift, lastBin - 1)
      const { weights } = group
      if (bin > 0) into[bin - 1]! += weights[0]! * m0 + weights[1]! * m1 + weights[2]! * m2
      into[bin]! += weights[3]! * m0 + weights[4]! * m1 + weights[5]! * m2
      into[bin + 1]! += weights[6]! * m0 + weights[7]! * m1 + weights[8]! * m2
    }
  }
}

/** Prefix sums of mass, mass·x and mass·x², interleaved. */
function prefixMoments({ grid, first, mass }: Distribution): Float64Array {
  const prefix = new Float64Array((mass.length + 1) * 3)
  for (let k = 0; k < mass.length; k++) {
    const x = grid.points[first + k]!
    const m = mass[k]!
    prefix[k * 3 + 3] = prefix[k * 3]! + m
    prefix[k * 3 + 4] = prefix[k * 3 + 1]! + m * x
    prefix[k * 3 + 5] = prefix[k * 3 + 2]! + m * x * x
  }
  return prefix
}
