// The small sums, each against a figure worked out by hand or printed elsewhere.
import { describe, expect, it } from 'vitest'
import { expectedRoundTripMs } from '../../src/knowledge/regions/distance'
import { stampede } from '../../src/math/estimates/caching'
import { connectionRateLimit } from '../../src/math/estimates/connections'
import { failoverSeconds } from '../../src/math/estimates/failover'
import { leafPercentileFor } from '../../src/math/estimates/fan-out'
import { staleness } from '../../src/math/estimates/polling'
import { fitShiftedLognormal, lognormalQuantile } from '../../src/math/latency/lognormal'
import { judgeRoundTrip } from '../../src/math/network/distance'
import { setupRoundTrips } from '../../src/math/network/handshakes'
import { slowStartRoundTrips, transferMs } from '../../src/math/network/transfer'
import { normalCdf, normalQuantile, normalTail } from '../../src/math/normal'
import { inFlight, waitingOf } from '../../src/math/queueing/waiting'

describe('the normal distribution', () => {
  it('knows its table', () => {
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 14)
    expect(normalTail(6) / 9.865876450376946e-10).toBeCloseTo(1, 8)
    expect(normalQuantile(0.99)).toBeCloseTo(2.3263478740408408, 14)
    expect(normalQuantile(0.5)).toBe(0)
  })

  it('is its own inverse', () => {
    for (const p of [1e-12, 1e-6, 0.01, 0.3, 0.5, 0.8, 0.999, 1 - 1e-9])
      expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 8)
  })
})

describe('three percentiles', () => {
  it('are met by a shifted lognormal', () => {
    const fit = fitShiftedLognormal(20, 50, 120)
    for (const [level, ms] of [
      [0.5, 20],
      [0.95, 50],
      [0.99, 120],
    ] as const)
      expect(lognormalQuantile(fit, level)).toBeCloseTo(ms, 6)
    expect(fit.shift).toBeGreaterThan(0)
  })

  it('may bend the other way', () => {
    const fit = fitShiftedLognormal(20, 50, 65)
    expect(lognormalQuantile(fit, 0.95)).toBeCloseTo(50, 6)
    expect(fit.shift).toBeLessThan(0)
  })
})

describe('queues', () => {
  it('hold rate × time', () => {
    expect(inFlight(500, 200)).toBe(100)
  })

  it('wait as Erlang says', () => {
    // One server: ρ/(1−ρ) service times; two servers at ρ = 0.5: a third of the requests wait.
    expect(waitingOf({ rate: 80, servers: 1, serviceMs: 10 }).mean).toBeCloseTo(40, 9)
    const two = waitingOf({ rate: 100, servers: 2, serviceMs: 10 })
    expect(two.waits).toBeCloseTo(1 / 3, 12)
    expect(two.mean).toBeCloseTo(10 / 3, 9)
    expect(waitingOf({ rate: 100, servers: 1, serviceMs: 10 }).mean).toBe(Infinity)
  })
})

describe('network sums', () => {
  it('judge claimed round trips', () => {
    expect(judgeRoundTrip(5570, 54)).toBe('faster-than-fiber')
    expect(judgeRoundTrip(5570, 55.5)).toBe('possible')
    expect(expectedRoundTripMs(5570)).toBeCloseTo(98.06, 2)
  })

  it('count round trips', () => {
    expect(setupRoundTrips('tls1.2-resumed')).toBe(2)
    expect(setupRoundTrips('quic-0rtt')).toBe(0)
    expect([1, 14_600, 14_601, 100_000].map(bytes => slowStartRoundTrips(bytes))).toEqual([1, 1, 2, 3])
  })

  it('move bytes', () => {
    expect(transferMs(1_000_000, { roundTripMs: 50, bitsPerSecond: 1e8 })).toBeCloseTo(430, 9)
  })
})

describe('estimates', () => {
  it('of fan-out', () => {
    expect(leafPercentileFor(100, 0.99)).toBeCloseTo(0.9999, 5)
  })

  it('of caching', () => {
    expect(stampede(500, 200)).toBe(100)
  })

  it('of polling and limits', () => {
    expect(staleness(5000, 50)).toBe(2550)
  })

  it('of failing over', () => {
    expect(failoverSeconds({ checkInterval: 10, failures: 3, ttl: 60, propagation: 5 })).toBe(95)
  })

  it('of connections', () => {
    expect(connectionRateLimit()).toBeCloseTo(470.5, 1)
  })
})
