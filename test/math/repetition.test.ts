// What is done many times, in counts that can be added up by hand; and what is not asked of at all.

import { describe, expect, it } from 'vitest'
import { all, always, any, atLeast, up } from '../../src/math/availability/structure'
import { repeated, sideBySide } from '../../src/math/flows/latency/repetition'
import { type Latency, percentilesOf } from '../../src/math/latency/latency'
import { deviationOf, fitLognormal, fitShiftedLognormal } from '../../src/math/latency/lognormal'

const tenMs: Latency = { op: 'constant', ms: 10 }

describe('rounds', () => {
  it.each([
    [1, 10],
    [2, 20],
    [3, 30],
    [7, 70],
    [0.5, 5],
    [2.5, 25],
    [6.25, 62.5],
  ])('%d of 10 ms take %d ms', (times, mean) => {
    expect(percentilesOf(repeated(tenMs, times)).mean).toBeCloseTo(mean, 6)
  })

  it('a fraction is a chance of one more', () => {
    const { at } = percentilesOf(repeated(tenMs, 2.25))
    expect(at(0.74)).toBeCloseTo(20, 6)
    expect(at(0.76)).toBeCloseTo(30, 6)
  })

  it.each([
    [2, 0.9 ** 2],
    [3, 0.9 ** 3],
    [6, 0.9 ** 6],
    [2.5, 0.9 ** 2 * (0.5 + 0.5 * 0.9)],
  ])('%d together are done as soon as the slowest', (times, soon) => {
    const mostlyFast: Latency = {
      op: 'choice',
      of: [
        { share: 0.9, of: tenMs },
        { share: 0.1, of: { op: 'constant', ms: 50 } },
      ],
    }
    expect(percentilesOf(sideBySide(mostlyFast, times)).within(20)).toBeCloseTo(soon, 9)
  })
})

describe('what is needed', () => {
  it('nothing, where one of the ways needs nothing', () => {
    expect(any([up('a'), always])).toBe(always)
    expect(any([always, up('a'), up('b')])).toBe(always)
    expect(atLeast(0, [up('a')])).toBe(always)
    expect(all([always, always])).toBe(always)
  })

  it('one thing, where nothing else is', () => {
    expect(any([up('a')])).toEqual(up('a'))
    expect(all([always, up('a')])).toEqual(up('a'))
    expect(atLeast(2, [up('a'), up('b')])).toEqual(all([up('a'), up('b')]))
    expect(atLeast(1, [up('a'), up('b')])).toEqual(any([up('a'), up('b')]))
  })
})

it.each([
  ['no median', 0, 5, 9],
  ['a p95 below it', 10, 5, 40],
  ['a p99 below the p95', 10, 40, 20],
])('percentiles out of order are read as two: %s', (_, p50, p95, p99) =>
  expect(fitShiftedLognormal(p50, p95, p99)).toEqual(fitLognormal(p50, p99)),
)

it('what never varies has been reached at its very moment', () => {
  const exact = { mu: 0, sigma: 0, shift: 0 }
  expect([0.9, 1, 1.1].map(ms => deviationOf(exact, ms))).toEqual([-Infinity, Infinity, Infinity])
})
