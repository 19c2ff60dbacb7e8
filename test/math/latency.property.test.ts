// What must hold for every latency expression: order, monotonicity, agreement with simulation.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Latency, percentilesOf } from '../../src/math/latency/latency'
import { fitLognormal } from '../../src/math/latency/lognormal'
import { call, leaf } from './expressions'
import { draw, seeded } from './sampling'

const settings = { seed: 20_250_601, numRuns: 60 }

const duration = fc.integer({ min: 1, max: 200 })

const leaves = fc
  .record({ p50: duration, ratio: fc.double({ min: 1.05, max: 20, noNaN: true }) })
  .map(({ p50, ratio }): Latency => ({ op: 'lognormal', ...fitLognormal(p50, p50 * ratio) }))

const { expression } = fc.letrec<{ expression: Latency }>(tie => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaves,
    fc.integer({ min: 0, max: 50 }).map((ms): Latency => ({ op: 'constant', ms })),
    fc
      .array(tie('expression'), { minLength: 1, maxLength: 3 })
      .map((of): Latency => ({ op: 'sequence', of })),
    fc
      .array(tie('expression'), { minLength: 2, maxLength: 3 })
      .map((of): Latency => ({ op: 'parallel', of })),
    fc.tuple(fc.double({ min: 0.05, max: 0.9, noNaN: true }), tie('expression'), tie('expression')).map(
      ([share, a, b]): Latency => ({
        op: 'choice',
        of: [
          { share, of: a },
          { share: 1 - share, of: b },
        ],
      }),
    ),
    fc
      .record({
        of: tie('expression'),
        timeout: fc.integer({ min: 20, max: 2000 }),
        attempts: fc.integer({ min: 1, max: 3 }),
        wait: fc.integer({ min: 0, max: 100 }),
        jitter: fc.constantFrom('none' as const, 'full' as const, 'equal' as const),
        err: fc.oneof({ weight: 9, arbitrary: fc.double({ min: 0, max: 0.1, noNaN: true }) }, fc.constant(1)),
      })
      .map(
        ({ of, wait, ...policy }): Latency => call(of, { ...policy, backoff: [wait, 2 * wait], errMs: 3 }),
      ),
    fc
      .tuple(tie('expression'), fc.integer({ min: 1, max: 100 }))
      .map(([of, after]): Latency => ({ op: 'hedge', of, after })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.array(tie('expression'), { minLength: 3, maxLength: 3 }))
      .map(([need, of]): Latency => ({ op: 'quorum', need, of })),
    fc
      .tuple(tie('expression'), tie('expression'))
      .map(([of, otherwise]): Latency => ({ op: 'fallback', of, otherwise })),
  ),
}))

/** Every leaf and constant slower by a factor. */
function slower(latency: Latency, factor: number): Latency {
  const part = (of: Latency): Latency => slower(of, factor)
  switch (latency.op) {
    case 'constant':
      return { ...latency, ms: latency.ms * factor }
    case 'lognormal':
      return { ...latency, mu: latency.mu + Math.log(factor) }
    case 'sequence':
    case 'parallel':
    case 'quorum':
      return { ...latency, of: latency.of.map(part) }
    case 'choice':
      return { ...latency, of: latency.of.map(({ share, of }) => ({ share, of: part(of) })) }
    case 'fallback':
      return { ...latency, of: part(latency.of), otherwise: part(latency.otherwise) }
    case 'exponential':
    case 'down':
      return latency
    default:
      return { ...latency, of: part(latency.of) }
  }
}

const times = [5, 20, 50, 100, 200, 500, 1000, 3000]
/** Interpolation within a bin of 5 %. */
const slack = 0.004

describe('latency expressions', () => {
  it('give ordered, finite percentiles and probabilities', () => {
    fc.assert(
      fc.property(expression, latency => {
        const { at, failed } = percentilesOf(latency)
        expect(failed).toBeGreaterThanOrEqual(0)
        expect(failed).toBeLessThanOrEqual(1)
        if (failed === 1) return
        const found = [0.01, 0.5, 0.95, 0.99, 0.999].map(at)
        expect(found.every(ms => Number.isFinite(ms) && ms >= 0)).toBe(true)
        expect([...found].sort((a, b) => a - b)).toEqual(found)
      }),
      settings,
    )
  })

  it('agree with a seeded Monte Carlo', () => {
    const samples = 3000
    fc.assert(
      fc.property(expression, fc.integer(), (latency, seed) => {
        const random = seeded(seed)
        const drawn = Array.from({ length: samples }, () => draw(latency, random))
        const { within, failed } = percentilesOf(latency)
        const successes = drawn.filter(({ ok }) => ok).map(({ ms }) => ms)
        const error = (p: number): number => 5 * Math.sqrt((p * (1 - p) + 1e-4) / samples) + 0.004
        expect(Math.abs(1 - successes.length / samples - failed)).toBeLessThan(error(failed))
        successes.sort((a, b) => a - b)
        // Between atoms only: at an atom both sides of the step are right.
        for (const q of [0.25, 0.5, 0.75, 0.9, 0.99]) {
          const ms = successes[Math.floor(q * successes.length)]
          if (ms === undefined) continue
          const below = drawn.filter(one => one.ok && one.ms <= ms * 0.975).length / samples
          const above = drawn.filter(one => one.ok && one.ms <= ms * 1.025).length / samples
          expect(within(ms * 1.0001)).toBeGreaterThan(below - error(below))
          expect(within(ms * 0.9999)).toBeLessThan(above + error(above))
        }
      }),
      settings,
    )
  })

  it('never answer sooner when everything is slower', () => {
    const without = expression.filter(latency => !JSON.stringify(latency).includes('"op":"fallback"'))
    fc.assert(
      fc.property(without, fc.double({ min: 1.05, max: 3, noNaN: true }), (latency, factor) => {
        const before = percentilesOf(latency)
        const after = percentilesOf(slower(latency, factor))
        for (const ms of times) expect(after.within(ms)).toBeLessThanOrEqual(before.within(ms) + slack)
      }),
      settings,
    )
  })

  it('never answer sooner when errors are more frequent', () => {
    const rates = fc.double({ min: 0, max: 0.3, noNaN: true })
    fc.assert(
      fc.property(expression, rates, rates, (of, one, other) => {
        const policy = { timeout: 300, attempts: 2, backoff: [20], jitter: 'full' as const, errMs: 10 }
        const seldom = percentilesOf(call(of, { ...policy, err: Math.min(one, other) }))
        const often = percentilesOf(call(of, { ...policy, err: Math.max(one, other) }))
        expect(often.failed).toBeGreaterThanOrEqual(seldom.failed)
        // An error that shows before the timeout is retried sooner: with many timeouts that can help.
        if (seldom.failed > 0.05) return
        for (const ms of times) expect(often.within(ms)).toBeLessThanOrEqual(seldom.within(ms) + 0.02)
      }),
      settings,
    )
  })

  it('do not care about the order of parallel branches', () => {
    fc.assert(
      fc.property(fc.array(expression, { minLength: 2, maxLength: 4 }), of => {
        const one = percentilesOf({ op: 'parallel', of })
        const other = percentilesOf({ op: 'parallel', of: [...of].reverse() })
        expect(other.failed).toBeCloseTo(one.failed, 12)
        for (const ms of times) expect(other.within(ms)).toBeCloseTo(one.within(ms), 6)
      }),
      settings,
    )
  })

  it('keep mass: successes and failures make one', () => {
    fc.assert(
      fc.property(expression, latency => {
        const { within, failed } = percentilesOf(latency)
        expect(within(1e9)).toBeCloseTo(1 - failed, 6)
      }),
      settings,
    )
  })
})

describe('percentiles of successes', () => {
  it('are not monotone in latency: only cache hits are left when the store is beyond its timeout', () => {
    const cached = (p50: number): Latency => ({
      op: 'sequence',
      of: [
        leaf(1, 2),
        {
          op: 'choice',
          of: [
            {
              share: 0.1,
              of: call(leaf(p50, 2 * p50), { timeout: 100, attempts: 1, backoff: [], jitter: 'none' }),
            },
          ],
        },
      ],
    })
    expect(percentilesOf(cached(1000)).at(0.99)).toBeLessThan(percentilesOf(cached(50)).at(0.99))
    expect(percentilesOf(cached(1000)).within(100)).toBeLessThan(percentilesOf(cached(50)).within(100))
  })

  it('keep a failure probability of 1e-12', () => {
    const rare = call(leaf(1, 2), { timeout: 100, attempts: 4, backoff: [], jitter: 'none', err: 1e-3 })
    expect(percentilesOf({ op: 'sequence', of: [rare, leaf(5, 10)] }).failed).toBeCloseTo(1e-12, 18)
  })

  it('never exceed what timeouts allow', () => {
    const slow = call(leaf(100, 5000), { timeout: 200, attempts: 2, backoff: [30], jitter: 'none' })
    expect(percentilesOf(slow).at(0.999999)).toBeLessThanOrEqual(430)
  })
})
