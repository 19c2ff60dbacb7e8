// Times and failures put together, at values that can be worked out by hand: single times, which stay exact.

import { describe, expect, it } from 'vitest'
import { type Attempts, withAttempts, withTimeout } from '../../src/math/latency/attempts'
import { convolve, convolveAll } from '../../src/math/latency/convolution'
import {
  constant,
  type Distribution,
  deposit,
  settle,
  superpose,
  totalMass,
  weigh,
  weightedSum,
} from '../../src/math/latency/distribution'
import {
  massBeyond,
  meanOf,
  quantile,
  readerOf,
  supportOf,
  variabilityOf,
} from '../../src/math/latency/distribution-reader'
import { gridOf } from '../../src/math/latency/grid'
import { exponential, lognormal, uniform } from '../../src/math/latency/leaves'
import { fitLognormal } from '../../src/math/latency/lognormal'
import { hedged, kthFastest, slowest } from '../../src/math/latency/order-statistics'
import {
  certain,
  down,
  either,
  inChoice,
  inParallel,
  inQuorum,
  inSequence,
  type Outcome,
  withFallback,
  withHedge,
} from '../../src/math/latency/outcome'
import { withQueue } from '../../src/math/latency/queue'
import { queueLaw } from '../../src/math/queueing/impatient-queue'
import { erlangB } from '../../src/math/queueing/waiting'

const grid = gridOf(1.05)

/** Times with their chances. */
const mixed = (...parts: readonly (readonly [ms: number, chance: number])[]): Distribution =>
  superpose(
    grid,
    parts.map(([ms, chance]) => constant(grid, ms, chance)),
  )

/** What succeeds after `ms`, but for a share that is known to have failed after `failedMs`. */
const outcome = (ms: number, failed = 0, failedMs = 0): Outcome => ({
  success: constant(grid, ms),
  failed,
  stuck: 0,
  failure: () => constant(grid, failedMs),
})

/** What succeeds after `ms`, but for a share that never tells. */
const hanging = (ms: number, stuck: number): Outcome => ({ ...outcome(ms, stuck), stuck })

/** Times and chances, the earliest first; what rounding leaves is no chance. */
const timesOf = ({ atoms, mass }: Distribution): readonly (readonly [number, number])[] => {
  expect(mass).toHaveLength(0)
  return atoms
    .filter(({ mass: chance }) => chance > 1e-15)
    .map(({ at, mass: chance }) => [at, Number(chance.toPrecision(12))] as const)
    .sort(([a], [b]) => a - b)
}

describe('single times', () => {
  it('after one another', () => {
    expect(timesOf(convolve(mixed([1, 0.5], [2, 0.5]), mixed([10, 0.25], [20, 0.75])))).toEqual([
      [11, 0.125],
      [12, 0.125],
      [21, 0.375],
      [22, 0.375],
    ])
    expect(timesOf(convolveAll(grid, []))).toEqual([[0, 1]])
    expect(timesOf(convolveAll(grid, [constant(grid, 1), constant(grid, 2), constant(grid, 3)]))).toEqual([
      [6, 1],
    ])
    expect(convolve(mixed([1, 0.5], [2, 0.5]), mixed([10, 0.25], [20, 0.75])).upper).toBe(22)
  })

  it('the slowest of two', () =>
    expect(timesOf(slowest([mixed([1, 0.5], [3, 0.5]), mixed([2, 0.9], [4, 0.1])]))).toEqual([
      [2, 0.45],
      [3, 0.45],
      [4, 0.1],
    ]))

  it('the second of three', () =>
    expect(timesOf(kthFastest([mixed([1, 0.5], [9, 0.5]), constant(grid, 2), constant(grid, 3)], 2))).toEqual(
      [
        [2, 0.5],
        [3, 0.5],
      ],
    ))

  it('the first of a time and its copy', () =>
    expect(timesOf(hedged(mixed([10, 0.9], [100, 0.1]), 20, true))).toEqual([
      [10, 0.9],
      [30, 0.09],
      [100, 0.01],
    ]))

  it('are read to the end', () => {
    const times = mixed([10, 0.9], [100, 0.1])
    const reader = readerOf(times)
    expect([reader.upTo(9), reader.upTo(10), reader.below(10), reader.upTo(100)]).toEqual([0, 0.9, 0, 1])
    expect([0, 0.5, 0.9, 0.91, 1].map(p => quantile(reader, p))).toEqual([
      10,
      10,
      10,
      expect.closeTo(100, 6),
      expect.closeTo(100, 6),
    ])
    expect(meanOf(times)).toBeCloseTo(19, 12)
    expect(variabilityOf(times)).toBeCloseTo((0.9 * 81 + 0.1 * 6561) / 361, 12)
    expect([9, 10, 50, 100].map(ms => massBeyond(times, ms))).toEqual([1, 0.1, 0.1, 0])
    expect(supportOf(times)).toEqual([10, 100])
    expect(variabilityOf(constant(grid, 0))).toBe(0)
  })

  it('may be many: they go to the grid and keep mass and mean', () => {
    const many = superpose(
      grid,
      Array.from({ length: 20 }, (_, i) => constant(grid, 100 + i, 0.05)),
    )
    expect(many.atoms).toEqual([])
    expect(totalMass(many)).toBeCloseTo(1, 12)
    expect(meanOf(many)).toBeCloseTo(109.5, 6)
  })

  it('weigh as much as they are given', () =>
    expect(timesOf(weigh(mixed([1, 0.5], [2, 0.5]), 0.5))).toEqual([
      [1, 0.25],
      [2, 0.25],
    ]))
})

describe('spread times', () => {
  it('evenly', () => {
    const wait = uniform(grid, 100, 300)
    expect(totalMass(wait)).toBeCloseTo(1, 12)
    expect(meanOf(wait)).toBeCloseTo(200, 6)
    // Of a range of 200 around 200: 200²/12/200².
    expect(variabilityOf(wait)).toBeCloseTo(1 / 12, 3)
    expect(readerOf(wait).upTo(200)).toBeCloseTo(0.5, 2)
    expect(readerOf(wait).upTo(100)).toBe(0)
    expect(quantile(readerOf(wait), 1)).toBeLessThanOrEqual(300)
    expect(timesOf(uniform(grid, 100, 100))).toEqual([[100, 1]])
  })

  it('exponentially', () => {
    const wait = exponential(grid, 50)
    expect(totalMass(wait)).toBeCloseTo(1, 12)
    expect(meanOf(wait)).toBeCloseTo(50, 3)
    expect(variabilityOf(wait)).toBeCloseTo(1, 3)
    expect(quantile(readerOf(wait), 0.5)).toBeCloseTo(50 * Math.LN2, 1)
    expect(timesOf(exponential(grid, 0))).toEqual([[0, 1]])
  })

  it('as a lognormal', () => {
    const leaf = lognormal(grid, fitLognormal(10, 40))
    const reader = readerOf(leaf)
    expect(totalMass(leaf)).toBeCloseTo(1, 12)
    expect(quantile(reader, 0.5)).toBeCloseTo(10, 2)
    expect(quantile(reader, 0.99)).toBeCloseTo(40, 1)
    expect(massBeyond(leaf, 40)).toBeCloseTo(0.01, 4)
    expect(massBeyond(leaf, 1e9)).toBeLessThan(1e-12)
  })

  it('one after another keep mass, mean and variance', () => {
    const sum = convolve(uniform(grid, 0, 100), exponential(grid, 20))
    expect(totalMass(sum)).toBeCloseTo(1, 9)
    expect(meanOf(sum)).toBeCloseTo(70, 3)
    expect(variabilityOf(sum)).toBeCloseTo((10_000 / 12 + 400) / 4900, 3)
  })
})

describe('what may fail', () => {
  it('one after another', () => {
    const both = inSequence(grid, [outcome(10, 0.1, 3), outcome(20, 0.2, 4)])
    expect(both.failed).toBeCloseTo(0.28, 12)
    expect(timesOf(both.success)).toEqual([[30, 1]])
    // A tenth fails after 3 ms; of the rest a fifth after 10 + 4 ms.
    expect(timesOf(both.failure())).toEqual([
      [3, Number((0.1 / 0.28).toPrecision(12))],
      [14, Number((0.18 / 0.28).toPrecision(12))],
    ])
  })

  it('one after another, where the second never tells', () => {
    const both = inSequence(grid, [outcome(10, 0.1), hanging(20, 0.2)])
    expect(both.failed).toBeCloseTo(0.28, 12)
    expect(both.stuck).toBeCloseTo(0.18, 12)
    expect(timesOf(both.failure())).toEqual([[0, 1]])
  })

  it('side by side', () => {
    const both = inParallel(grid, [outcome(10, 0.1, 3), outcome(20, 0.2, 4)])
    expect(both.failed).toBeCloseTo(0.28, 12)
    expect(timesOf(both.success)).toEqual([[20, 1]])
    expect(timesOf(inParallel(grid, []).success)).toEqual([[0, 1]])
    const halves = inParallel(grid, [hanging(10, 0.1), hanging(20, 0.2)])
    expect(halves.stuck).toBeCloseTo(0.28, 12)
  })

  it('side by side fails when the last has answered', () => {
    const failure = inParallel(grid, [outcome(10, 0.1, 3), outcome(20)]).failure()
    expect(timesOf(failure)).toEqual([[20, 1]])
  })

  it('by shares, and nothing for the rest', () => {
    const some = inChoice(grid, [
      { share: 0.5, outcome: outcome(10, 0.1, 3) },
      { share: 0.3, outcome: hanging(20, 0.2) },
    ])
    expect(some.failed).toBeCloseTo(0.11, 12)
    expect(some.stuck).toBeCloseTo(0.06, 12)
    expect(timesOf(some.success)).toEqual([
      [0, Number((0.2 / 0.89).toPrecision(12))],
      [10, Number((0.45 / 0.89).toPrecision(12))],
      [20, Number((0.24 / 0.89).toPrecision(12))],
    ])
    expect(timesOf(some.failure())).toEqual([[3, 1]])
  })

  it('with a fallback, which starts when the failure is known', () => {
    const rescued = withFallback(outcome(10, 0.1, 5), outcome(20, 0.2, 2))
    expect(rescued.failed).toBeCloseTo(0.02, 12)
    expect(timesOf(rescued.success)).toEqual([
      [10, Number((0.9 / 0.98).toPrecision(12))],
      [25, Number((0.08 / 0.98).toPrecision(12))],
    ])
    expect(timesOf(rescued.failure())).toEqual([[7, 1]])
  })

  it('with a fallback that what never tells does not reach', () => {
    const rescued = withFallback(hanging(10, 0.1), outcome(20))
    expect(rescued.failed).toBeCloseTo(0.1, 12)
    expect(rescued.stuck).toBeCloseTo(0.1, 12)
    const never = withFallback(outcome(10, 0.1), hanging(20, 0.5))
    expect(never.failed).toBeCloseTo(0.05, 12)
    expect(never.stuck).toBeCloseTo(0.05, 12)
  })

  it('what never fails needs no fallback', () => {
    const first = outcome(10)
    expect(withFallback(first, outcome(20))).toBe(first)
  })

  it('two of three', () => {
    const copies = [outcome(10, 0.1), outcome(20, 0.1), outcome(30, 0.1)]
    const { failed, success } = inQuorum(grid, copies, 2)
    expect(failed).toBeCloseTo(0.028, 12)
    // The first two answer, or one of them and the third.
    expect(timesOf(success)).toEqual([
      [20, Number((0.81 / 0.972).toPrecision(12))],
      [30, Number((0.162 / 0.972).toPrecision(12))],
    ])
    expect(inQuorum(grid, copies, 0).failed).toBe(0)
    expect(timesOf(inQuorum(grid, copies, 0).success)).toEqual([[0, 1]])
    expect(inQuorum(grid, copies, 3).failed).toBeCloseTo(0.271, 12)
    expect(inQuorum(grid, copies, 1).failed).toBeCloseTo(0.001, 12)
  })

  it('two of three are known to fail when the last has told', () => {
    const copies = [outcome(10, 0.1, 7), outcome(20, 0.1, 7), outcome(30, 0.1, 7)]
    expect(timesOf(inQuorum(grid, copies, 2).failure())).toEqual([
      [7, 0.001],
      [10, 0.009],
      [20, 0.09],
      [30, 0.9],
    ])
  })

  it('two of three of which some never tell', () => {
    const { failed, stuck } = inQuorum(grid, [hanging(10, 0.1), hanging(20, 0.1), hanging(30, 0.1)], 2)
    expect(failed).toBeCloseTo(0.028, 12)
    expect(stuck).toBeCloseTo(0.028, 12)
    expect(inQuorum(grid, [outcome(10, 0.1), outcome(20, 0.1), outcome(30, 0.1)], 2).stuck).toBe(0)
  })

  it('sent twice', () => {
    const twice = withHedge(outcome(10, 0.1, 4), 3)
    expect(twice.failed).toBeCloseTo(0.01, 12)
    expect(timesOf(twice.success)).toEqual([
      [10, Number((0.9 / 0.99).toPrecision(12))],
      [13, Number((0.09 / 0.99).toPrecision(12))],
    ])
    expect(timesOf(twice.failure())).toEqual([[7, 1]])
    expect(withHedge(hanging(10, 0.1), 3).stuck).toBeCloseTo(0.01, 12)
  })

  it('what is down refuses, or never says so', () => {
    expect(down(grid, false)).toMatchObject({ failed: 1, stuck: 0 })
    expect(down(grid, true)).toMatchObject({ failed: 1, stuck: 1 })
    expect(certain(constant(grid, 5))).toMatchObject({ failed: 0, stuck: 0 })
  })
})

describe('a queue', () => {
  const law = queueLaw({ rate: 1, servers: 10, serviceMs: 10 }, 1000)

  it('that nobody waits in changes nothing', () => {
    const queued = withQueue(outcome(10, 0.1, 5), law)
    expect(queued.failed).toBeCloseTo(0.1, 9)
    expect(queued.stuck).toBe(0)
    expect(meanOf(queued.success)).toBeCloseTo(10, 6)
    expect(meanOf(queued.failure())).toBeCloseTo(5, 6)
  })

  it('serves what takes no time at all', () => {
    expect(withQueue(outcome(0.5), law).failed).toBeCloseTo(0, 9)
    expect(withQueue(outcome(0), law).failed).toBeCloseTo(0, 9)
  })

  it('passes on what never tells', () => {
    const queued = withQueue(hanging(10, 0.2), law)
    expect(queued.stuck).toBeCloseTo(0.2, 9)
    expect(queued.failed).toBeCloseTo(0.2, 9)
  })

  it('loses what takes longer than anybody waits, when that is over', () => {
    const queued = withQueue(outcome(2000), law)
    expect(queued.failed).toBe(1)
    expect(timesOf(queued.failure())).toEqual([[1000, 1]])
  })

  it('fails as what is in it does, and as those do that give up', () => {
    const crowded = withQueue(outcome(100, 0.1, 5), queueLaw({ rate: 20, servers: 1, serviceMs: 100 }, 1000))
    const answered = (1 - crowded.failed) / 0.9
    const lost = 1 - answered
    expect(crowded.failed).toBeCloseTo(lost + 0.1 * answered, 9)
    expect(meanOf(crowded.failure())).toBeCloseTo(
      (lost * 1000 + answered * 0.1 * 5) / (lost + 0.1 * answered),
      6,
    )
  })

  it('of twice what is served answers half', () => {
    const full = withQueue(outcome(100), queueLaw({ rate: 20, servers: 1, serviceMs: 100 }, 1000))
    expect(full.failed).toBeCloseTo(0.5, 2)
    expect(meanOf(full.success)).toBeGreaterThan(500)
    expect(quantile(readerOf(full.success), 1)).toBeLessThanOrEqual(1000)
  })
})

describe('timeouts', () => {
  const slow: Outcome = { ...outcome(0), success: mixed([10, 0.9], [100, 0.1]) }

  it('cut what takes longer', () => {
    const cut = withTimeout(slow, 50)
    expect(cut.failed).toBeCloseTo(0.1, 12)
    expect(timesOf(cut.success)).toEqual([[10, 1]])
    expect(timesOf(cut.failure())).toEqual([[50, 1]])
    expect(cut.success.upper).toBe(50)
  })

  it('leave what is just in time', () => {
    expect(withTimeout(slow, 100).failed).toBe(0)
    expect(withTimeout(slow, 99).failed).toBeCloseTo(0.1, 12)
  })

  it('end what never tells', () => {
    const cut = withTimeout(hanging(10, 0.2), 50)
    expect([cut.failed, cut.stuck]).toEqual([0.2, 0])
    expect(timesOf(cut.failure())).toEqual([[50, 1]])
  })

  it('end a failure that would be known later', () => {
    const cut = withTimeout(outcome(10, 0.2, 80), 50)
    expect(timesOf(cut.failure())).toEqual([[50, 1]])
    const early = withTimeout(outcome(10, 0.2, 30), 50)
    expect(timesOf(early.failure())).toEqual([[30, 1]])
  })

  it('cut through what is spread', () => {
    const cut = withTimeout({ ...outcome(0), success: uniform(grid, 100, 300) }, 250)
    expect(cut.failed).toBeCloseTo(0.25, 2)
    expect(meanOf(cut.success)).toBeCloseTo(175, 0)
    expect(quantile(readerOf(cut.success), 1)).toBeLessThanOrEqual(250)
    expect(withTimeout({ ...outcome(0), success: uniform(grid, 100, 300) }, 100).failed).toBeCloseTo(1, 9)
  })
})

describe('attempts', () => {
  const policy: Attempts = { attempts: 3, backoff: [100, 200], jitter: 'none', errorRate: 0, errorMs: 0 }

  it('add their waits', () => {
    const often = withAttempts(outcome(10, 0.1, 4), policy)
    expect(often.failed).toBeCloseTo(0.001, 12)
    expect(timesOf(often.success)).toEqual([
      [10, Number((0.9 / 0.999).toPrecision(12))],
      [114, Number((0.09 / 0.999).toPrecision(12))],
      [318, Number((0.009 / 0.999).toPrecision(12))],
    ])
    expect(timesOf(often.failure())).toEqual([[312, 1]])
  })

  it('repeat the last wait', () => {
    const often = withAttempts(outcome(10, 0.1, 4), { ...policy, attempts: 4 })
    expect(often.failed).toBeCloseTo(0.0001, 12)
    expect(timesOf(often.failure())).toEqual([[516, 1]])
  })

  it('wait for nothing where no wait is stated', () =>
    expect(timesOf(withAttempts(outcome(10, 0.1, 4), { ...policy, backoff: [] }).failure())).toEqual([
      [12, 1],
    ]))

  it('with full jitter wait half as long on average, with equal jitter three quarters', () => {
    const mean = (jitter: Attempts['jitter']) =>
      meanOf(withAttempts(outcome(10, 0.1, 4), { ...policy, jitter }).failure())
    expect(mean('full')).toBeCloseTo(12 + 150, 1)
    expect(mean('equal')).toBeCloseTo(12 + 225, 1)
  })

  it('with equal jitter wait at least half', () => {
    const { failure } = withAttempts(outcome(10, 0.1, 4), { ...policy, attempts: 2, jitter: 'equal' })
    expect(readerOf(failure()).upTo(57.9)).toBe(0)
    expect(readerOf(failure()).upTo(108)).toBeCloseTo(1, 9)
  })

  it.each([0, 0.2, 5, 100])(
    'with decorrelated jitter of a base of %d ms and one wait, twice that on average',
    base => {
      const { failure } = withAttempts(outcome(10, 0.1, 4), {
        ...policy,
        ...{ attempts: 2, backoff: [3 * base], jitter: 'decorrelated', base },
      })
      expect(meanOf(failure())).toBeCloseTo(8 + 2 * base, base < 50 ? 1 : 0)
    },
  )

  it('with decorrelated jitter wait between the base and three times the wait before', () => {
    const { failure } = withAttempts(outcome(10, 0.1, 4), {
      ...policy,
      attempts: 2,
      backoff: [300],
      jitter: 'decorrelated',
      base: 100,
    })
    expect(meanOf(failure())).toBeCloseTo(8 + 200, 0)
    expect(readerOf(failure()).upTo(107)).toBeLessThan(1e-6)
  })

  it('stop at what never tells', () => {
    const often = withAttempts(hanging(10, 0.2), policy)
    expect([often.failed, often.stuck]).toEqual([0.2, 0.2])
    const half: Outcome = { ...outcome(10, 0.5), stuck: 0.25 }
    const twice = withAttempts(half, { ...policy, attempts: 2 })
    // A quarter hangs at once, and a quarter of the quarter that is tried again; 1/16 fails twice.
    expect(twice.stuck).toBeCloseTo(0.3125, 12)
    expect(twice.failed).toBeCloseTo(0.375, 12)
  })

  it('end errors that show by themselves', () => {
    const one = withAttempts(outcome(10), { ...policy, attempts: 1, errorRate: 0.1, errorMs: 3 })
    expect(one.failed).toBeCloseTo(0.1, 12)
    expect(timesOf(one.failure())).toEqual([[3, 1]])
    const both = withAttempts(outcome(10, 0.2, 7), { ...policy, attempts: 1, errorRate: 0.1, errorMs: 3 })
    expect(both.failed).toBeCloseTo(0.28, 12)
    expect(timesOf(both.failure())).toEqual([
      [3, Number((0.1 / 0.28).toPrecision(12))],
      [7, Number((0.18 / 0.28).toPrecision(12))],
    ])
    const hung = withAttempts(hanging(10, 0.2), { ...policy, attempts: 1, errorRate: 0.1, errorMs: 3 })
    expect(hung.stuck).toBeCloseTo(0.18, 12)
  })

  it('see an error no later than their timeout', () => {
    const one = withAttempts(outcome(10), {
      ...policy,
      attempts: 1,
      timeout: 20,
      errorRate: 0.1,
      errorMs: 30,
    })
    expect(timesOf(one.failure())).toEqual([[20, 1]])
  })

  it('that all fail never succeed', () => {
    const none = withAttempts(outcome(10), { ...policy, errorRate: 1, errorMs: 3 })
    expect(none.failed).toBe(1)
    expect(timesOf(none.failure())).toEqual([[309, 1]])
  })

  it('once is once', () => {
    const once = outcome(10, 0.1)
    expect(withAttempts(once, { ...policy, attempts: 1 })).toBe(once)
    const sure = outcome(10)
    expect(withAttempts(sure, policy)).toBe(sure)
  })
})

describe('sums of single times', () => {
  it('have each term as much later as it is said', () => {
    const [early, late] = [constant(grid, 10), constant(grid, 20)]
    for (const later of [0, 1, 5]) {
      const sum = weightedSum(grid, [
        { measure: early, weight: 0.25 },
        { measure: late, later },
      ])
      expect(sum.atoms).toEqual([
        { at: 10, mass: 0.25 },
        { at: 20 + later, mass: 1 },
      ])
      expect(sum.upper).toBe(20 + later)
    }
  })

  it('of a crowd start the grid at the earliest, so that close ones stay apart', () => {
    const crowd = settle(mixed(...Array.from({ length: 20 }, (_, at) => [1000 + at, 1 / 20] as const)))
    expect(crowd.atoms).toEqual([])
    expect(crowd.offset).toBe(1000)
    expect(quantile(readerOf(crowd), 0.5)).toBeGreaterThan(1008)
    expect(quantile(readerOf(crowd), 0.5)).toBeLessThan(1011)
  })

  it('put on the grid what is no later than its first point there, and the rest around its place', () => {
    const put = (ms: number) => {
      const into = new Float64Array(grid.points.length)
      deposit(grid, into, ms, 1)
      return [...into.entries()].filter(([, mass]) => mass !== 0)
    }
    expect(put(0)).toEqual([[0, 1]])
    expect(put(grid.points[0]! / 2)).toEqual([[0, 1]])
    expect(put(grid.points[100]!)).toEqual([[100, 1]])
    const spread = put((grid.points[100]! + grid.points[101]!) / 2)
    expect(spread).toHaveLength(3)
    const mean = spread.reduce((sum, [at, mass]) => sum + grid.points[at]! * mass, 0)
    expect(mean).toBeCloseTo((grid.points[100]! + grid.points[101]!) / 2, 9)
  })
})

describe('when an outcome is known, whichever it is', () => {
  const failing = (failed: number, stuck: number): Outcome => ({
    ...{ success: constant(grid, 10), failed, stuck },
    failure: () => constant(grid, 40),
  })

  it.each<[string, Outcome, readonly (readonly [number, number])[]]>([
    ['certain', certain(constant(grid, 10)), [[10, 1]]],
    [
      'now and then a failure',
      failing(0.25, 0),
      [
        [10, 0.75],
        [40, 0.25],
      ],
    ],
    ['a failure', { ...failing(1, 0), success: down(grid, false).success }, [[40, 1]]],
    // A fifth never tells: of the others three quarters succeed.
    [
      'now and then nothing',
      failing(0.4, 0.2),
      [
        [10, 0.75],
        [40, 0.25],
      ],
    ],
  ])('%s', (_, outcome, expected) => {
    const { atoms } = either(outcome)
    expect(atoms.map(({ at }) => at)).toEqual(expected.map(([at]) => at))
    for (const [at, [, mass]] of expected.entries()) expect(atoms[at]!.mass).toBeCloseTo(mass, 12)
  })

  it('of copies that all hang nothing is ever known', () => {
    const copies = [down(grid, true), down(grid, true), down(grid, true)]
    expect(inQuorum(grid, copies, 2)).toMatchObject({ failed: 1, stuck: 1 })
    expect(inQuorum(grid, [...copies.slice(1), certain(constant(grid, 5))], 2).stuck).toBe(1)
  })
})

it('a place is never free where requests without end are offered', () => {
  expect(erlangB(Infinity, 3)).toBe(1)
  expect(erlangB(1, 1)).toBe(0.5)
})
