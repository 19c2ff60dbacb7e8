// Times that are partly exact and partly spread, against closed forms: what is said of one is true of all that combine them.

import { describe, expect, it } from 'vitest'
import { withTimeout } from '../../src/math/latency/attempts'
import { convolve } from '../../src/math/latency/convolution'
import { withDecorrelatedWaits } from '../../src/math/latency/decorrelated-waits'
import {
  constant,
  type Distribution,
  delay,
  never,
  type Term,
  totalMass,
  weigh,
  weightedSum,
} from '../../src/math/latency/distribution'
import { massBeyond, meanOf, quantile, readerOf, supportOf } from '../../src/math/latency/distribution-reader'
import { gridOf } from '../../src/math/latency/grid'
import { percentilesOf } from '../../src/math/latency/latency'
import { lognormal, uniform } from '../../src/math/latency/leaves'
import { fitLognormal, fitShiftedLognormal } from '../../src/math/latency/lognormal'
import { hedged, kthFastest, slowest } from '../../src/math/latency/order-statistics'
import { normalCdf } from '../../src/math/normal'

const grid = gridOf(1.05)

/** What is claimed of a time: P(T ≤ ms), beside the distribution that should have it. */
interface Known {
  readonly measure: Distribution
  readonly upTo: (ms: number) => number
}

const exactly = (at: number): Known => ({
  measure: constant(grid, at),
  upTo: ms => (ms >= at ? 1 : 0),
})

const spread = (p50: number, p99: number): Known => {
  const leaf = fitLognormal(p50, p99)
  return {
    measure: lognormal(grid, leaf),
    upTo: ms => (ms > 0 ? normalCdf((Math.log(ms) - leaf.mu) / leaf.sigma) : 0),
  }
}

const evenly = (from: number, to: number): Known => ({
  measure: uniform(grid, from, to),
  upTo: ms => Math.min(1, Math.max(0, (ms - from) / (to - from))),
})

const later = ({ measure, upTo }: Known, by: number): Known => ({
  measure: delay(measure, by),
  upTo: ms => upTo(ms - by),
})

const mixed = (...parts: readonly (readonly [weight: number, time: Known])[]): Known => ({
  measure: weightedSum(
    grid,
    parts.map(([weight, { measure }]): Term => ({ measure, weight })),
  ),
  upTo: ms => parts.reduce((sum, [weight, time]) => sum + weight * time.upTo(ms), 0),
})

const times: Readonly<Record<string, Known>> = {
  single: exactly(20),
  spread: spread(20, 90),
  'spread, later': later(spread(20, 90), 15),
  even: evenly(10, 60),
  'a hit or a miss': mixed([0.6, exactly(5)], [0.4, spread(20, 90)]),
  'two ways, later': later(mixed([0.3, exactly(12)], [0.5, exactly(40)], [0.2, spread(20, 90)]), 7),
  'never for some': mixed([0.5, exactly(30)], [0.3, spread(20, 90)]),
}

/** Between, at and just before what is exact. */
const moments = [0, 4.9, 5, 11.9, 12, 19, 19.999, 20, 26, 27, 35, 46.999, 47, 60, 75, 105, 200, 1000]

function expectTime(measure: Distribution, upTo: (ms: number) => number, within = 1e-2): void {
  const reader = readerOf(measure)
  for (const ms of moments) expect(Math.abs(reader.upTo(ms) - upTo(ms)), `at ${ms} ms`).toBeLessThan(within)
}

const names = Object.keys(times)
const pairs = names.flatMap((one, at) => names.slice(at).map(other => [one, other] as const))

describe('what is partly exact', () => {
  it.each(names)('is read as it was put together: %s', name => {
    const { measure, upTo } = times[name]!
    expectTime(measure, upTo)
    const whole = totalMass(measure)
    for (const ms of moments) {
      expect(massBeyond(measure, ms)).toBeCloseTo(whole - upTo(ms), 2)
      expect(readerOf(measure).below(ms)).toBeCloseTo(upTo(ms - 1e-9), 2)
    }
    for (const share of [0.05, 0.5, 0.75, 0.99]) {
      const ms = quantile(readerOf(measure), share)
      expect(upTo(ms + 1e-6)).toBeGreaterThan(share * whole - 4e-3)
      expect(upTo(ms - 1e-6)).toBeLessThan(share * whole + 4e-3)
    }
    const [earliest, latest] = supportOf(measure)
    expect(upTo(earliest - 1e-6)).toBeLessThan(1e-3)
    expect(upTo(latest)).toBeCloseTo(whole, 3)
  })

  it.each(pairs)('the slower of two: %s, %s', (one, other) => {
    const [a, b] = [times[one]!, times[other]!]
    expectTime(slowest([a.measure, b.measure]), ms => a.upTo(ms) * b.upTo(ms))
    expectTime(kthFastest([a.measure, b.measure], 2), ms => a.upTo(ms) * b.upTo(ms))
  })

  it.each(pairs)('the faster of two: %s, %s', (one, other) => {
    const [a, b] = [times[one]!, times[other]!]
    expectTime(kthFastest([a.measure, b.measure], 1), ms => 1 - (1 - a.upTo(ms)) * (1 - b.upTo(ms)))
  })

  it.each(names)('the first of it and a copy that is sent later: %s', name => {
    const { measure, upTo } = times[name]!
    for (const after of [0, 8, 25]) {
      const first = hedged(measure, after, false)
      expectTime(first, ms => 1 - (1 - upTo(ms)) * (1 - upTo(ms - after)))
      expect(first.upper).toBe(measure.upper + after)
      expect(hedged(measure, after, true).upper).toBe(measure.upper)
    }
  })

  it.each(names)('two of three: %s', name => {
    const [a, b, c] = [times[name]!, times.spread!, times['two ways, later']!]
    expectTime(kthFastest([a.measure, b.measure, c.measure], 2), ms => {
      const [p, q, r] = [a.upTo(ms), b.upTo(ms), c.upTo(ms)]
      return p * q + p * r + q * r - 2 * p * q * r
    })
  })

  it.each(names)('after what is exact: %s', name => {
    const { measure, upTo } = times[name]!
    const before = mixed([0.7, exactly(3)], [0.3, exactly(11)])
    const both = (ms: number): number => 0.7 * upTo(ms - 3) + 0.3 * upTo(ms - 11)
    expectTime(convolve(measure, before.measure), both)
    expectTime(convolve(before.measure, measure), both)
    expect(convolve(measure, before.measure).upper).toBe(measure.upper + 11)
  })

  it.each(pairs)('one after another keeps mass, mean and variance: %s, %s', (one, other) => {
    const [a, b] = [times[one]!.measure, times[other]!.measure]
    const sum = convolve(a, b)
    expect(totalMass(sum)).toBeCloseTo(totalMass(a) * totalMass(b), 9)
    expect(meanOf(sum)).toBeCloseTo(meanOf(a) + meanOf(b), 6)
    expect(varianceOf(sum)).toBeCloseTo(varianceOf(a) + varianceOf(b), 4)
  })

  it.each(names)('cut at a timeout: %s', name => {
    const { measure, upTo } = times[name]!
    if (name === 'never for some') return
    for (const timeout of [15, 35, 70]) {
      const answered = upTo(timeout)
      const cut = withTimeout({ success: measure, failed: 0, stuck: 0, failure: () => never(grid) }, timeout)
      expect(cut.failed).toBeCloseTo(1 - answered, 2)
      if (answered < 0.01) continue
      expectTime(cut.success, ms => Math.min(1, upTo(Math.min(ms, timeout)) / answered), 2e-2)
      expect(cut.success.upper).toBeLessThanOrEqual(timeout)
    }
  })

  it('the sum of two spread times is their convolution, to a thousandth', () => {
    const [a, b] = [spread(20, 90), spread(30, 60)]
    expectTime(convolve(a.measure, b.measure), ms => integrated(a, b, ms), 1e-3)
    const [c, d] = [later(evenly(10, 60), 5), spread(8, 80)]
    expectTime(convolve(c.measure, d.measure), ms => integrated(c, d, ms), 1e-3)
  })
})

function varianceOf(measure: Distribution): number {
  const mean = meanOf(measure)
  let sum = 0
  for (const { at, mass } of measure.atoms) sum += mass * (at - mean) ** 2
  measure.mass.forEach((mass, k) => {
    sum += mass * (measure.offset + grid.points[measure.first + k]! - mean) ** 2
  })
  return sum / totalMass(measure)
}

/** P(A + B ≤ ms), summed over small steps of A. */
function integrated(a: Known, b: Known, ms: number): number {
  const step = ms / 2000
  let sum = 0
  for (let at = 0; at < ms; at += step) sum += (a.upTo(at + step) - a.upTo(at)) * b.upTo(ms - at - step / 2)
  return sum
}

describe('at the ends of the grid', () => {
  const oneBin: Distribution = { ...never(grid), first: 400, mass: Float64Array.of(1), upper: Infinity }
  const middle = grid.points[400]!

  it('a single bin is a time like others', () => {
    const sum = weightedSum(grid, [
      { measure: oneBin, weight: 0.5 },
      { measure: constant(grid, 3), weight: 0.5 },
    ])
    expect(totalMass(sum)).toBeCloseTo(1, 12)
    expect(meanOf(sum)).toBeCloseTo((middle + 3) / 2, 9)
    expect(meanOf(convolve(oneBin, oneBin))).toBeCloseTo(2 * middle, 6)
    expect(totalMass(slowest([oneBin, oneBin]))).toBeCloseTo(1, 9)
    expect(supportOf(oneBin)).toEqual([grid.edges[399], grid.edges[400]])
  })

  it('a bin alone rises from edge to edge, slowest at both', () => {
    const [low, high] = [grid.edges[399]!, grid.edges[400]!]
    const at = (part: number): number => readerOf(oneBin).upTo(low * (high / low) ** part)
    for (const part of [0.25, 0.5, 0.75]) expect(at(part)).toBeCloseTo(part * part * (3 - 2 * part), 6)
  })

  it('times begin with their first bin', () => {
    const [from, to] = supportOf(uniform(grid, 100, 300))
    expect(from).toBe(100)
    expect(to).toBeGreaterThanOrEqual(300)
    expect(to).toBeLessThan(320)
    expect(supportOf(delay(oneBin, 100))[0]).toBe(100 + grid.edges[399]!)
  })

  it('what is longer than eleven days is not lost', () => {
    const long = lognormal(grid, fitLognormal(8e8, 9e8))
    expect(totalMass(convolve(long, long))).toBeCloseTo(1, 9)
    expect(totalMass(lognormal(grid, fitLognormal(1e9, 9e9)))).toBeCloseTo(1, 9)
    expect(totalMass(slowest([long, lognormal(grid, fitLognormal(1e9, 9e9))]))).toBeCloseTo(1, 9)
  })

  it('no time is negative: what a shift takes below nothing takes no time', () => {
    // P(10·e^(Z/2) ≤ 5) = Φ(−2 ln 2)
    const shifted = lognormal(grid, { mu: Math.log(10), sigma: 0.5, shift: -5 })
    const reader = readerOf(shifted)
    expect(reader.upTo(0)).toBeCloseTo(normalCdf(-2 * Math.LN2), 3)
    expect(reader.below(0)).toBe(0)
    expect(reader.upTo(5)).toBeCloseTo(0.5, 3)
    expect(totalMass(shifted)).toBeCloseTo(1, 9)
  })

  it('a tail without width is a single time', () => {
    const reader = readerOf(lognormal(grid, fitShiftedLognormal(10, 50, 50)))
    expect(reader.upTo(50 + 1e-9)).toBeCloseTo(1, 3)
    expect(reader.upTo(50 - 1e-9)).toBeCloseTo(0.95, 3)
    const flat = readerOf(lognormal(grid, fitShiftedLognormal(10, 10, 50)))
    expect(flat.upTo(10 - 1e-9)).toBeCloseTo(0, 3)
    expect(flat.upTo(10 + 1e-9)).toBeCloseTo(0.95, 2)
  })
})

describe('decorrelated waits', () => {
  const waiting = (base: number, cap: number, count = 1, again = 1): Distribution =>
    withDecorrelatedWaits(
      { base, cap, count },
      { grid, failure: constant(grid, 0), again, answered: [], last: constant(grid, 0) },
    )

  it.each([1, 1.02, 1.05, 1.1, 1.5, 2.9, 3, 3.1, 9, 30, 1000])(
    'are as many as there were: cap %s × base',
    cap => {
      expect(totalMass(waiting(10, 10 * cap))).toBeCloseTo(1, 9)
      expect(totalMass(waiting(10, 10 * cap, 3))).toBeCloseTo(1, 9)
      expect(totalMass(waiting(10, 10 * cap, 2, 0.5))).toBeCloseTo(0.25, 9)
    },
  )

  it.each([1, 1.02, 1.5, 2.5, 3, 30])(
    'are even between the base and three times as much, up to cap %s × base',
    cap => {
      // E[min(U(10, 30), cap)]
      const most = Math.min(30, 10 * cap)
      const below = (most - 10) / 20
      expect(meanOf(waiting(10, 10 * cap))).toBeCloseTo((below * (10 + most)) / 2 + (1 - below) * most, 0)
    },
  )

  it('follow the wait before: the second is twice as long on average', () => {
    // E[U(10, 3U(10, 30))] = (10 + 3·20)/2
    expect(meanOf(waiting(10, 1000, 2)) / (20 + 35)).toBeCloseTo(1, 1)
  })
})

describe('what weighs or lasts nothing', () => {
  it('changes nothing', () => {
    const { measure } = times['a hit or a miss']!
    expect(weigh(measure, 1)).toBe(measure)
    expect(delay(measure, 0)).toBe(measure)
    expect(totalMass(never(grid))).toBe(0)
    expectTime(weightedSum(grid, [{ measure }, { measure: never(grid) }]), times['a hit or a miss']!.upTo)
  })

  it('what is down has no percentiles', () => {
    const { at, mean, variability, failed, within } = percentilesOf({ op: 'down', hangs: false })
    expect([at(0.5), mean, variability, failed, within(1e9)]).toEqual([Infinity, Infinity, 0, 1, 0])
  })
})
