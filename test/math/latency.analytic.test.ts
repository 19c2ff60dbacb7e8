// Spread times, compared with what calculus says of them: one, several, the slowest, the fastest, cut off.

import { describe, expect, it } from 'vitest'
import { withTimeout } from '../../src/math/latency/attempts'
import { convolve } from '../../src/math/latency/convolution'
import { criticality } from '../../src/math/latency/criticality'
import { constant, type Distribution, delay, superpose, totalMass } from '../../src/math/latency/distribution'
import {
  massBeyond,
  meanOf,
  partOfBin,
  quantile,
  readerOf,
  supportOf,
} from '../../src/math/latency/distribution-reader'
import { gridOf } from '../../src/math/latency/grid'
import type { Latency } from '../../src/math/latency/latency'
import { exponential, lognormal, uniform } from '../../src/math/latency/leaves'
import { fitLognormal } from '../../src/math/latency/lognormal'
import { hedged, kthFastest, slowest } from '../../src/math/latency/order-statistics'
import { certain } from '../../src/math/latency/outcome'
import { normalCdf } from '../../src/math/normal'

const grid = gridOf(1.05)

/** P(T ≤ t) at twenty moments around a mean. */
function expectCdf(found: Distribution, known: (ms: number) => number, mean: number, within: number): void {
  const reader = readerOf(found)
  expect(totalMass(found)).toBeCloseTo(1, 9)
  for (let at = 1; at <= 20; at++) {
    const ms = (mean * at) / 7.3
    expect(Math.abs(reader.upTo(ms) - known(ms)), `P(T ≤ ${ms})`).toBeLessThan(within)
    expect(Math.abs(massBeyond(found, ms) - 1 + known(ms)), `P(T > ${ms})`).toBeLessThan(within)
  }
}

const exponentialCdf = (mean: number) => (ms: number) => (ms <= 0 ? 0 : 1 - Math.exp(-ms / mean))

describe('one time', () => {
  it.each([
    [10, 20],
    [10, 10.1],
    [10, 500],
    [1000, 4000],
  ])('of half %s ms and 1%% beyond %s ms', (p50, p99) => {
    const fitted = fitLognormal(p50, p99)
    const leaf = lognormal(grid, fitted)
    const { mu, sigma } = fitted
    expectCdf(leaf, ms => normalCdf((Math.log(ms) - mu) / sigma), p50, 6e-4)
    expect(meanOf(leaf) / Math.exp(mu + sigma ** 2 / 2)).toBeCloseTo(1, 5)
    expect(quantile(readerOf(leaf), 0.5) / p50).toBeCloseTo(1, 4)
    // The grid gives percentiles to 0.1%.
    expect(Math.abs(quantile(readerOf(leaf), 0.99) / p99 - 1)).toBeLessThan(1e-3)
  })

  it('that begins later, and one that would begin before 0', () => {
    const { mu, sigma } = fitLognormal(10, 20)
    const late = lognormal(grid, { mu, sigma, shift: 5 })
    expect(quantile(readerOf(late), 0.5)).toBeCloseTo(15, 2)
    expect(readerOf(late).upTo(5)).toBe(0)
    const early = lognormal(grid, { mu, sigma, shift: -8 })
    expect(readerOf(early).upTo(0)).toBeCloseTo(normalCdf((Math.log(8) - mu) / sigma), 6)
    expect(quantile(readerOf(early), 0.9)).toBeCloseTo(Math.exp(mu + 1.2815515655446 * sigma) - 8, 1)
    expect(supportOf(early)[0]).toBe(0)
  })

  it('that is exponential', () => expectCdf(exponential(grid, 10), exponentialCdf(10), 10, 4e-4))

  it('that is uniform', () =>
    expectCdf(uniform(grid, 5, 15), ms => Math.min(1, Math.max(0, (ms - 5) / 10)), 10, 6e-3))
})

describe('two times after another', () => {
  it.each([
    [10, 10],
    [10, 11],
    [10, 200],
    [3000, 2],
  ])('exponential with %s and %s ms', (a, b) => {
    const known = (ms: number) =>
      a === b
        ? 1 - Math.exp(-ms / a) * (1 + ms / a)
        : 1 - (a * Math.exp(-ms / a) - b * Math.exp(-ms / b)) / (a - b)
    const sum = convolve(exponential(grid, a), exponential(grid, b))
    expectCdf(sum, known, a + b, 4e-4)
    expect(meanOf(sum) / (a + b)).toBeCloseTo(1, 6)
  })

  it('uniform', () => {
    const sum = convolve(uniform(grid, 0, 10), uniform(grid, 0, 10))
    expectCdf(sum, ms => (ms < 10 ? ms ** 2 / 200 : ms < 20 ? 1 - (20 - ms) ** 2 / 200 : 1), 10, 3e-3)
    expect(sum.upper).toBe(20)
  })

  it('a spread one and one of two', () => {
    const two = superpose(grid, [constant(grid, 5, 0.25), constant(grid, 50, 0.75)])
    const known = (ms: number) => 0.25 * exponentialCdf(10)(ms - 5) + 0.75 * exponentialCdf(10)(ms - 50)
    expectCdf(convolve(two, exponential(grid, 10)), known, 40, 4e-3)
    expectCdf(convolve(exponential(grid, 10), two), known, 40, 4e-3)
  })
})

describe('of several times', () => {
  const three = [10, 20, 30].map(mean => exponential(grid, mean))
  const cdfs = [10, 20, 30].map(exponentialCdf)

  it('the slowest', () => {
    expectCdf(slowest(three), ms => cdfs.reduce((product, cdf) => product * cdf(ms), 1), 30, 1e-3)
    // Inclusion and exclusion: 1/λ of every set of them.
    const rates = [1 / 10, 1 / 20, 1 / 30]
    const [a = 0, b = 0, c = 0] = rates
    const mean = 60 - 1 / (a + b) - 1 / (a + c) - 1 / (b + c) + 1 / (a + b + c)
    expect(meanOf(slowest(three)) / mean).toBeCloseTo(1, 3)
  })

  it('the fastest, and the second', () => {
    const left = (ms: number) => cdfs.reduce((product, cdf) => product * (1 - cdf(ms)), 1)
    expectCdf(kthFastest(three, 1), ms => 1 - left(ms), 10, 1e-3)
    const oneDone = (ms: number) => cdfs.reduce((sum, cdf) => sum + (cdf(ms) * left(ms)) / (1 - cdf(ms)), 0)
    expectCdf(kthFastest(three, 2), ms => 1 - left(ms) - oneDone(ms), 15, 1e-3)
  })

  it('the slowest with one that is fixed, and with one that begins later', () => {
    const fixed = slowest([exponential(grid, 10), constant(grid, 8)])
    expectCdf(fixed, ms => (ms < 8 ? 0 : exponentialCdf(10)(ms)), 12, 1e-3)
    const later = slowest([exponential(grid, 10), delay(exponential(grid, 10), 8)])
    expectCdf(later, ms => exponentialCdf(10)(ms) * exponentialCdf(10)(ms - 8), 20, 1e-3)
  })

  it('of one and its copy', () => {
    const first = hedged(exponential(grid, 10), 5, true)
    const left = (ms: number) => 1 - exponentialCdf(10)(ms)
    expectCdf(first, ms => 1 - left(ms) * left(ms - 5), 8, 1e-3)
  })
})

describe('a time that is cut off', () => {
  it.each([7, 7.1, 7.2, 7.3, 20, 41])('after %s ms', timeout => {
    const { success, failed } = withTimeout(certain(exponential(grid, 10)), timeout)
    const all = 1 - Math.exp(-timeout / 10)
    expect(failed).toBeCloseTo(1 - all, 4)
    expect(Math.abs(meanOf(success) / (10 - (timeout * (1 - all)) / all) - 1)).toBeLessThan(2.5e-4)
    expect(readerOf(success).upTo(timeout)).toBeCloseTo(1, 9)
  })

  it('keeps its place within the last bin', () => {
    const first = 400
    const mass = Float64Array.of(0.4, 0.6)
    const both: Distribution = { grid, atoms: [], offset: 0, first, mass, upper: Infinity }
    for (const inside of [0.1, 0.5, 0.9]) {
      const end = grid.points[first + 1]! * 1.05 ** (inside - 0.5)
      const { success, failed } = withTimeout(certain(both), end)
      const part = partOfBin(both, 1, inside)
      const place = success.mass.reduce((sum, one, at) => sum + one * (success.first + at), 0)
      // The middle of what is left of the second bin, in bins.
      const middle = first + 1 - 0.5 + inside / 2
      expect(failed).toBeCloseTo(0.6 - part, 9)
      expect(place * (0.4 + part)).toBeCloseTo(0.4 * first + part * middle, 6)
    }
    const early = withTimeout(certain(both), grid.points[first]! * 1.05 ** -0.25)
    expect(early.success.first).toBe(first)
    expect(totalMass(early.success)).toBeCloseTo(1, 9)
    expect(withTimeout(certain(both), grid.points[first]! * 0.9).failed).toBeCloseTo(1, 9)
  })

  it('is as it was where nothing is cut', () => {
    const wait = uniform(grid, 5, 15)
    expect(withTimeout(certain(wait), 15).success).toBe(wait)
    expect(withTimeout(certain(exponential(grid, 1)), 1e8).success.upper).toBe(1e8)
  })
})

describe('which of several is waited for', () => {
  const wait = (mean: number): Latency => ({ op: 'exponential', mean, item: `w${mean}` })
  const fixed = (ms: number): Latency => ({ op: 'constant', ms })
  const close = (found: readonly number[], known: readonly number[]) =>
    known.forEach((chance, at) => {
      expect(found[at]).toBeCloseTo(chance, 3)
    })

  it('by their means', () => {
    close(criticality([wait(10), wait(30)]), [0.25, 0.75])
    close(criticality([wait(10), fixed(10)]), [Math.exp(-1), 1 - Math.exp(-1)])
    // P(X > Y and X > Z) = 1 − λx/(λx+λy) − λx/(λx+λz) + λx/(λx+λy+λz), with λ = 3, 2, 1.
    close(criticality([wait(10), wait(15), wait(30)]), [
      1 - 3 / 5 - 3 / 4 + 3 / 6,
      1 - 2 / 5 - 2 / 3 + 2 / 6,
      1 - 1 / 4 - 1 / 3 + 1 / 6,
    ])
  })

  it('shared where they tie', () => {
    expect(criticality([fixed(5), fixed(5), fixed(4)])).toEqual([0.5, 0.5, 0])
    expect(criticality([fixed(0), fixed(0)])).toEqual([0.5, 0.5])
    const either = (a: number, b: number): Latency => ({
      op: 'choice',
      of: [
        { share: 0.5, of: fixed(a) },
        { share: 0.5, of: fixed(b) },
      ],
    })
    // Slower for a quarter, as fast for a quarter.
    close(criticality([either(1, 2), either(2, 3)]), [0.125, 0.875])
    close(criticality([either(1, 3), fixed(2)]), [0.5, 0.5])
  })
})
