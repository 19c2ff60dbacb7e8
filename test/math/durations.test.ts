// What stated percentiles come to: which lognormal they give, and what is extended where only one is stated.

import { describe, expect, it } from 'vitest'
import { shareBeyond, slowestOf } from '../../src/math'
import { durationOf } from '../../src/math/flows/latency/duration'
import { lognormalQuantile } from '../../src/math/latency/lognormal'
import type { Figure } from '../../src/model/system'

type Stated = Readonly<Partial<Record<'p50' | 'p95' | 'p99' | 'latency', number>>>

const figuresOf = (stated: Stated) =>
  Object.fromEntries(
    Object.entries(stated).map(([key, value]): [string, Figure<number>] => [
      key,
      { value, origin: 'metadata', stated: true, source: 'stated' },
    ]),
  )

describe('percentiles', () => {
  it.each<[Stated, number, readonly [p50: number, p95: number, p99: number], boolean]>([
    [{ p50: 100, p95: 200, p99: 400 }, 3, [100, 200, 400], false],
    [{ p50: 0.4, p95: 0.8 }, 9, [0.4, 0.8, 1.0661], false],
    [{ p50: 0.5 }, 4, [0.5, 1.3326, 2], true],
    [{ p50: 100, p99: 300 }, 9, [100, 217.49, 300], false], // 100 × 3 ^ (1.6449 / 2.3263)
    [{ p50: 100, p95: 200 }, 9, [100, 200, 266.53], false], // 100 × 2 ^ (2.3263 / 1.6449)
    [{ p50: 100, p95: 150 }, 9, [100, 150, 177.42], false],
    [{ p95: 200, p99: 300 }, 9, [75.14, 200, 300], false], // 200 / 1.5 ^ (1.6449 / 0.6815)
    [{ p50: 100 }, 3, [100, 217.49, 300], true],
    [{ latency: 100 }, 3, [100, 217.49, 300], true],
    [{ p99: 300 }, 3, [100, 217.49, 300], true],
    [{ p95: 217.49 }, 3, [100, 217.49, 300], true],
    [{ p99: 300, latency: 7 }, 3, [100, 217.49, 300], true],
    [{ p50: 100 }, 1, [100, 100, 100], true],
    [{ p50: 100 }, 0.5, [100, 100, 100], true],
    [{ p50: 100, p99: 100 }, 3, [100, 100, 100], false],
  ])('%o with a tail of %s', (stated, tail, quantiles, extended) => {
    const duration = durationOf(figuresOf(stated), tail)!
    const found = [0.5, 0.95, 0.99].map(p => lognormalQuantile(duration.lognormal, p))
    for (const [place, ms] of quantiles.entries()) expect(found[place]! / ms).toBeCloseTo(1, 3)
    expect(duration.extended).toBe(extended)
  })

  it('are none where nothing is stated', () => {
    expect(durationOf({})).toBeUndefined()
    expect(slowestOf({})).toBeUndefined()
    expect(shareBeyond({}, 100)).toBeUndefined()
  })
})

it.each<[Stated, number]>([
  [{ p99: 250 }, 250],
  [{ p50: 100, p99: 250 }, 250],
  [{ p50: 100 }, 300],
  [{ latency: 100 }, 300],
  [{ p95: 217.49 }, 300],
  [{ p50: 100, p95: 200 }, 266.53],
])('%o: 99 in 100 take at most %s ms', (stated, ms) =>
  expect(slowestOf(figuresOf(stated), () => 3)! / ms).toBeCloseTo(1, 3),
)

it.each<[Stated, number, number]>([
  [{ p50: 100, p99: 300 }, 100, 0.5],
  [{ p50: 100, p99: 300 }, 300, 0.01],
  [{ p50: 100, p99: 300 }, 0, 1],
  [{ p50: 100, p95: 101, p99: 300 }, 1, 1],
  [{ p50: 100, p95: 101, p99: 300 }, 300, 0.01],
])('%o: beyond %s ms are %s', (stated, ms, share) =>
  expect(shareBeyond(figuresOf(stated), ms)).toBeCloseTo(share, 4),
)
