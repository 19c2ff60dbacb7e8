// The sums behind the figures, at values that tables and other programs give, and at their ends.

import { describe, expect, it } from 'vitest'
import { fallsShort } from '../../src/math/availability/promise'
import {
  activePassive,
  kOfN,
  parallel,
  series,
  unservedPart,
  withCommonCause,
} from '../../src/math/availability/redundancy'
import { connectionRateLimit } from '../../src/math/estimates/connections'
import { atLeastOneSlow, leafPercentileFor } from '../../src/math/estimates/fan-out'
import {
  deviationOf,
  fitLognormal,
  fitShiftedLognormal,
  lognormalMean,
  lognormalQuantile,
  mergeNarrow,
} from '../../src/math/latency/lognormal'
import { probabilityOfAtLeast } from '../../src/math/latency/order-statistics'
import { judgeRoundTrip } from '../../src/math/network/distance'
import { setupRoundTrips } from '../../src/math/network/handshakes'
import { http1Rounds, slowStartRoundTrips, transferMs } from '../../src/math/network/transfer'
import { normalCdf, normalQuantile, normalTail } from '../../src/math/normal'
import { offeredWait, queueLaw } from '../../src/math/queueing/impatient-queue'
import { erlangB, waitFactor, waitingOf } from '../../src/math/queueing/waiting'
import { amplification, expectedAttempts } from '../../src/math/retries/amplification'
import { totalWait, waitsOf } from '../../src/math/retries/backoff'
import { attemptsThatFit } from '../../src/math/retries/fitting-attempts'

/** As many digits as a sum keeps. */
const expectAbout = (found: number, known: number, relative = 1e-12): void => {
  if (known === 0) expect(found).toBe(0)
  else expect(Math.abs(found / known - 1), `${found} instead of ${known}`).toBeLessThanOrEqual(relative)
}

describe('the normal distribution', () => {
  // By the complementary error function of another library.
  it.each([
    [0, 0.5, 1e-15],
    [1, 0.15865525393145707, 1e-13],
    [2.5, 0.006209665325776139, 1e-12],
    [3, 0.0013498980316300957, 1e-12],
    [5, 2.866515718791946e-7, 1e-8],
    [6.5, 4.016000583859125e-11, 1e-8],
    [7, 1.279812543885835e-12, 1e-8],
    [7.2, 3.0106279811174455e-13, 1e-8],
    [10, 7.619853024160593e-24, 1e-8],
    [20, 2.7536241186063314e-89, 1e-8],
    [37, 5.725571222525139e-300, 1e-8],
  ])('P(Z > %s)', (z, tail, relative) => {
    expectAbout(normalTail(z), tail, relative)
    expectAbout(normalCdf(-z), tail, relative)
    expectAbout(normalCdf(z), 1 - tail, 1e-14)
  })

  it('ends where no number is as small', () => {
    expect(normalTail(38)).toBe(0)
    expect(normalCdf(38)).toBe(1)
  })

  it.each([
    [0.5, 0],
    [0.6, 0.2533471031357998],
    [0.925, 1.439531470938456],
    [0.93, 1.4757910281791708],
    [0.975, 1.9599639845400536],
    [0.99, 2.3263478740408408],
    [0.999999, 4.753424308817089],
    [0.001, -3.090232306167813],
    [1e-12, -7.034483825301132],
    [1e-20, -9.262340089798405],
    [1e-100, -21.27345356096532],
  ])('the z of P(Z ≤ z) = %s', (p, z) => expectAbout(normalQuantile(p), z, 1e-11))

  it('has no quantiles at the ends', () => {
    expect(normalQuantile(0)).toBe(-Infinity)
    expect(normalQuantile(-1)).toBe(-Infinity)
    expect(normalQuantile(1)).toBe(Infinity)
    expect(normalQuantile(Number.NaN)).toBe(-Infinity)
  })
})

describe('copies', () => {
  it.each([
    [0.1, 1, 2, 0.01],
    [0.1, 2, 3, 0.028],
    [0.01, 3, 5, 9.8506e-6],
    [0.5, 3, 5, 0.5],
    [0.9, 2, 5, 0.91854],
    [0.3, 150, 200, 0.9304547201465457],
    [0.2, 230, 300, 0.066975405302385],
    [0.001, 290, 300, 2.8288828703252295e-14],
    // As often up as down: half of what is not exactly 500, whose chance is 0.0252250181783608.
    [0.5, 500, 1000, 0.4873874909108196],
    [0.9, 500, 1000, 1],
    [0.9, 2500, 5000, 1],
  ])('down for %s each: fewer than %s of %s up', (u, need, of, down) =>
    expectAbout(kOfN(u, { need, of }), down, 1e-9),
  )

  it.each([
    ['none needed', 0.5, 0, 3, 0],
    ['none needed of none', 0.5, 0, 0, 0],
    ['more than there are', 0.5, 4, 3, 1],
    ['more than there are, of those that never fail', 0, 4, 3, 1],
    ['that never fail', 0, 3, 3, 0],
    ['that are always down', 1, 1, 3, 1],
    ['a share above 1', 1.5, 1, 2, 1],
    ['a share below 0', -0.5, 1, 2, 0],
  ])('%s', (_, u, need, of, down) => expect(kOfN(u, { need, of })).toBe(down))

  it('shares beyond 0 and 1 are 0 and 1', () => {
    expect(parallel([1.5, 0.5])).toBe(0.5)
    expect(parallel([-1, 0.5])).toBe(0)
    expect(series([1.5])).toBe(1)
    expect(activePassive(2, { failoverSeconds: 1, repairSeconds: 100, coverage: 1 })).toBe(1)
    expect(activePassive(0.1, { failoverSeconds: 1, repairSeconds: 100, coverage: 3 })).toBeCloseTo(0.011, 12)
  })

  it('one after the other, one beside the other', () => {
    expectAbout(series([0.1, 0.2]), 0.28)
    expectAbout(series([1e-12, 2e-12]), 3e-12, 1e-11)
    expect(series([])).toBe(0)
    expect(series([0.3, 1])).toBe(1)
    expectAbout(parallel([0.1, 0.2]), 0.02)
    expect(parallel([])).toBe(1)
  })

  it('that share a part of their failures', () => {
    // 1 − (1 − βu)(1 − ((1 − β)u)²) with u = 0.01 and β = 0.1.
    expectAbout(withCommonCause(0.01, { need: 1, of: 2 }, 0.1), 1 - 0.999 * (1 - 0.009 ** 2), 1e-10)
    expectAbout(withCommonCause(0.01, { need: 1, of: 2 }, 0), 0.0001, 1e-10)
    expectAbout(withCommonCause(0.01, { need: 1, of: 2 }, 1), 0.01, 1e-10)
    // One alone shares with nobody.
    expectAbout(withCommonCause(0.01, { need: 1, of: 1 }, 0.5), 0.01, 1e-10)
  })

  it('one of which stands by', () => {
    // Four minutes of forty pass before it serves, and one switch of ten fails: 0.9 · 0.1 + 0.1.
    const failover = { failoverSeconds: 240, repairSeconds: 2400, coverage: 0.9 }
    expectAbout(unservedPart(failover), 0.19)
    expectAbout(activePassive(0.01, failover), 0.01 * 0.19 + 0.0001)
    expect(unservedPart({ ...failover, failoverSeconds: 9999 })).toBe(1)
    expect(activePassive(1, failover)).toBe(1)
  })

  it('of which so many answer', () => {
    expectAbout(probabilityOfAtLeast([0.5, 0.5, 0.5], 2), 0.5)
    expectAbout(probabilityOfAtLeast([0.9, 0.8, 0.7], 1), 0.994)
    expectAbout(probabilityOfAtLeast([0.9, 0.8, 0.7], 2), 0.902)
    expectAbout(probabilityOfAtLeast([0.9, 0.8, 0.7], 3), 0.504)
    expect(probabilityOfAtLeast([0.9], 2)).toBe(0)
    expect(probabilityOfAtLeast([0.9], 0)).toBe(1)
    expect(probabilityOfAtLeast([], 1)).toBe(0)
  })

  it('a promise bears a ten-thousandth of what is missing to 100%', () => {
    expect(fallsShort(0.001, 0.999)).toBe(false)
    expect(fallsShort(0.00100009, 0.999)).toBe(false)
    expect(fallsShort(0.0010002, 0.999)).toBe(true)
    expect(fallsShort(0, 1)).toBe(false)
    expect(fallsShort(1e-11, 1)).toBe(true)
  })
})

describe('waiting for a place', () => {
  it.each([
    [1, 1, 0.5],
    [2, 3, 4 / 19],
    [8, 10, 0.12166106425295149],
    [0.5, 1, 1 / 3],
    [1, 0, 1],
  ])('%s on %s places: all are taken', (offered, places, blocked) =>
    expectAbout(erlangB(offered, places), blocked),
  )

  it.each([0.95, 0.99, 1, 1.05, 3])('of many, one by one or not: used to %s', utilization => {
    const places = 20_000
    let blocked = 1
    for (let c = 1; c <= places; c++)
      blocked = (places * utilization * blocked) / (c + places * utilization * blocked)
    expect(Math.abs(erlangB(places * utilization, places) - blocked)).toBeLessThanOrEqual(1e-6 * blocked)
  })

  it('of more than anybody counts, far from being full and far beyond', () => {
    expect(erlangB(1e9, 2e10)).toBe(0)
    expect(erlangB(1e11, 1e10)).toBeCloseTo(0.9, 6)
  })

  it('that nobody ever has to wait for', () => {
    const law = { arrivals: 0.1, drain: 0.1, idle: Infinity, factor: 1, patience: 100 }
    expect(offeredWait(law, () => 1)).toEqual({ none: 1, pieces: [] })
    expect(queueLaw({ rate: 0, servers: 1, serviceMs: 10 }, 100).idle).toBe(Infinity)
    expect(waitingOf({ rate: 0, servers: 0, serviceMs: 10 }).utilization).toBe(Infinity)
  })

  it('of M/M/10, used to 80%', () => {
    const { utilization, waits, meanOfWaiting, mean } = waitingOf({ rate: 8, servers: 10, serviceMs: 1000 })
    expectAbout(utilization, 0.8)
    expectAbout(waits, 0.4091801507964435)
    expectAbout(meanOfWaiting, 500)
    expectAbout(mean, 204.5900753982217)
  })

  it('of M/M/1 and M/D/1, used to a half', () => {
    expectAbout(waitingOf({ rate: 0.5, servers: 1, serviceMs: 1000 }).mean, 1000)
    expectAbout(waitingOf({ rate: 0.5, servers: 1, serviceMs: 1000, variability: 0 }).mean, 500)
  })

  it.each([
    ['all of it', { rate: 10, servers: 10, serviceMs: 1000 }, 1],
    ['more', { rate: 20, servers: 10, serviceMs: 1000 }, 2],
    ['of none', { rate: 1, servers: 0, serviceMs: 1000 }, Infinity],
  ])('used to %s, it never ends', (_, station, utilization) => {
    expect(waitingOf(station)).toEqual({ utilization, waits: 1, mean: Infinity, meanOfWaiting: Infinity })
  })

  it.each([
    ['regular, on one place', 0.5, 1, 0, 0.5],
    ['half as regular, on one place', 0.5, 1, 0.5, 0.75],
    ['irregular, on one place', 0.8, 1, 2, 1.5],
    ['as irregular as arrivals', 8, 10, 1, 1],
    ['regular, on ten', 8, 10, 0, 0.5376064242618327],
    ['regular, on ten that are hardly used', 4, 10, 0, 0.7256385455709959],
    ['half as regular, on ten', 8, 10, 0.5, 0.7771825786125407],
    ['regular, on ten that are next to never used', 0.01, 10, 0, 1],
    ['regular, on ten that are used to more than all', 20, 10, 0, 0.5],
    ['regular, where nothing arrives', 0, 10, 0, 0.5],
  ])('%s: as much longer', (_, rate, servers, variability, factor) =>
    expectAbout(waitFactor({ rate, servers, serviceMs: 1000, variability }), factor),
  )
})

describe('lognormal times', () => {
  it('through the median and the p99', () => {
    const leaf = fitLognormal(10, 40)
    expectAbout(lognormalQuantile(leaf, 0.5), 10)
    expectAbout(lognormalQuantile(leaf, 0.99), 40)
    // 10 · exp(σ²/2) with σ = ln 4/2.3263.
    expectAbout(lognormalMean(leaf), 10 * Math.exp((Math.log(4) / 2.3263478740408408) ** 2 / 2))
    expectAbout(deviationOf(leaf, 40), 2.3263478740408408)
  })

  it('out of order is a single time', () => {
    expect(fitLognormal(10, 5).sigma).toBe(0)
    expect(deviationOf(fitLognormal(10, 5), 9)).toBe(-Infinity)
    expect(deviationOf(fitLognormal(10, 5), 11)).toBe(Infinity)
  })

  it('a median of nothing is a nanosecond', () => expectAbout(Math.exp(fitLognormal(0, 1).mu), 1e-6))

  it.each([
    ['a lognormal', 10, 26.65, 40],
    ['a shifted one', 10, 20, 30],
    ['one with a long tail', 10, 12, 100],
    ['a bent one', 10, 20, 21],
    ['one that is flat below', 10, 10, 100],
    ['one that is flat beyond', 10, 20, 20],
  ])('through three percentiles: %s', (_, p50, p95, p99) => {
    const leaf = fitShiftedLognormal(p50, p95, p99)
    expectAbout(lognormalQuantile(leaf, 0.5), p50, 1e-6)
    expectAbout(lognormalQuantile(leaf, 0.95), p95, 1e-6)
    expectAbout(lognormalQuantile(leaf, 0.99), p99, 1e-6)
  })

  it('bends at the p95 alone', () => {
    const bent = fitShiftedLognormal(10, 20, 21)
    expect(bent.shift).toBe(0)
    expectAbout(deviationOf(bent, 20), 1.6448536269514722, 1e-9)
    expectAbout(deviationOf(bent, 21), 2.3263478740408408, 1e-9)
    expectAbout(deviationOf(bent, 15), Math.log(1.5) / (Math.log(2) / 1.6448536269514722), 1e-9)
    expectAbout(
      deviationOf(bent, 22),
      1.6448536269514722 + Math.log(1.1) / (Math.log(1.05) / (2.3263478740408408 - 1.6448536269514722)),
      1e-9,
    )
  })

  it('narrow ones add up to their mean and variance', () => {
    const part = { mu: Math.log(10), sigma: 0.2, shift: 1 }
    const { mu, sigma, shift } = mergeNarrow([part, part])
    const mean = 10 * Math.exp(0.02)
    expect(shift).toBe(2)
    expectAbout(Math.exp(mu + sigma ** 2 / 2), 2 * mean)
    expectAbout(4 * mean ** 2 * Math.expm1(sigma ** 2), 2 * mean ** 2 * Math.expm1(0.04))
  })
})

describe('retries', () => {
  it.each([
    ['none', [0, 0, 0]],
    ['fixed', [100, 100, 100]],
    ['linear', [100, 200, 300]],
    ['exponential', [100, 200, 400]],
    ['envoy', [100, 300, 700]],
    ['decorrelated', [300, 900, 2700]],
  ] as const)('waits that grow: %s', (growth, waits) => {
    expect(waitsOf({ growth, base: 100 }, 3)).toEqual(waits)
    expect(waitsOf({ growth, base: 100, cap: 250 }, 3)).toEqual(waits.map(wait => Math.min(wait, 250)))
  })

  it('of Envoy end at ten times the first', () =>
    expect(waitsOf({ growth: 'envoy', base: 100 }, 5)).toEqual([100, 300, 700, 1000, 1000]))

  it('none are waited for without a retry', () => {
    expect(waitsOf({ growth: 'fixed', base: 100 }, 0)).toEqual([])
    expect(waitsOf({ growth: 'fixed', base: 100 }, 1)).toEqual([100])
  })

  it.each([
    ['none', { min: 300, mean: 300, max: 300 }],
    ['full', { min: 0, mean: 150, max: 300 }],
    ['equal', { min: 150, mean: 225, max: 300 }],
  ] as const)('jitter: %s', (jitter, total) => expect(totalWait([100, 200], jitter)).toEqual(total))

  it('multiply over layers', () => {
    expect(amplification([3, 4])).toBe(12)
    expect(amplification([3, 0.5])).toBe(3)
    expect(amplification([])).toBe(1)
    expectAbout(expectedAttempts(0.5, 3), 1.75)
    expect(expectedAttempts(1, 3)).toBe(3)
    expect(expectedAttempts(0, 3)).toBe(1)
  })

  it.each([
    ['all, to the millisecond', 3300, 3],
    ['a millisecond less', 3299, 2],
    ['one', 1000, 1],
    ['none', 999, 0],
  ])('that fit into a budget: %s', (_, budget, fit) =>
    expect(attemptsThatFit({ attempts: 3, timeout: 1000, waits: [100, 200] }, budget)).toBe(fit),
  )

  it('waits that nobody stated take no time', () =>
    expect(attemptsThatFit({ attempts: 3, timeout: 1000, waits: [] }, 3000)).toBe(3))
})

describe('networks', () => {
  it.each([
    [1, 1],
    [14_600, 1],
    [14_601, 2],
    [43_800, 2],
    [43_801, 3],
  ])('%s bytes: round trips of slow start', (bytes, trips) => expect(slowStartRoundTrips(bytes)).toBe(trips))

  it('bytes take their time on the wire, too', () =>
    expectAbout(transferMs(14_600, { roundTripMs: 50, bitsPerSecond: 1e6 }), 50 + 116.8))

  it('six at a time', () => {
    expect(http1Rounds(6)).toBe(1)
    expect(http1Rounds(7)).toBe(2)
  })

  it('many at once', () => {
    expectAbout(atLeastOneSlow(100, 0.99), 1 - 0.99 ** 100)
    expectAbout(leafPercentileFor(100, 0.99), 0.99 ** 0.01)
    expectAbout(connectionRateLimit(), 28_232 / 60)
  })
})

describe('the network', () => {
  // RFC 9293, 8446, 5246, 9000 and 9001.
  it.each([
    ['reused', 0],
    ['tcp', 1],
    ['tls1.3', 2],
    ['tls1.3-0rtt', 1],
    ['tls1.2', 3],
    ['tls1.2-resumed', 2],
    ['quic', 1],
    ['quic-0rtt', 0],
  ] as const)('%s: %s round trips before a request', (setup, trips) =>
    expect(setupRoundTrips(setup)).toBe(trips),
  )

  // There and back over 3000 km light takes 20.01 ms in a vacuum and 30 ms in fiber.
  it.each([
    [20, 'impossible'],
    [20.1, 'faster-than-fiber'],
    [28, 'faster-than-fiber'],
    [31, 'possible'],
  ])('%s ms over 3000 km: %s', (ms, verdict) => expect(judgeRoundTrip(3000, ms)).toBe(verdict))
})
