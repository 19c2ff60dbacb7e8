// What operations come to, compared with all that may happen, counted one by one.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withAttempts, withTimeout } from '../../src/math/latency/attempts'
import { constant, type Distribution, superpose } from '../../src/math/latency/distribution'
import { gridOf } from '../../src/math/latency/grid'
import {
  inChoice,
  inParallel,
  inQuorum,
  inSequence,
  type Outcome,
  withFallback,
  withHedge,
} from '../../src/math/latency/outcome'

const grid = gridOf(1.05)

/** One thing that may happen: an answer, a failure that shows, or nothing ever. */
interface Case {
  readonly kind: 'answered' | 'failed' | 'stuck'
  readonly ms: number
  readonly chance: number
}

const chanceOf = (cases: readonly Case[], ...kinds: readonly Case['kind'][]): number =>
  cases.reduce((sum, { kind, chance }) => (kinds.includes(kind) ? sum + chance : sum), 0)

/** Times with their chances, the earliest first, brought to 1. */
function timesIn(cases: readonly Case[], kind: Case['kind']): readonly (readonly [number, number])[] {
  const whole = chanceOf(cases, kind)
  const byTime = new Map<number, number>()
  for (const each of cases)
    if (each.kind === kind) byTime.set(each.ms, (byTime.get(each.ms) ?? 0) + each.chance / whole)
  return [...byTime].filter(([, chance]) => chance > 1e-12).sort(([a], [b]) => a - b)
}

const timesOf = ({ atoms, mass }: Distribution): readonly (readonly [number, number])[] => {
  expect(mass).toHaveLength(0)
  return atoms
    .map(({ at, mass: chance }) => [at, chance] as const)
    .filter(([, chance]) => chance > 1e-12)
    .sort(([a], [b]) => a - b)
}

function expectSame(found: Distribution, known: readonly (readonly [number, number])[]): void {
  const times = timesOf(found)
  expect(times.map(([ms]) => ms)).toEqual(known.map(([ms]) => ms))
  times.forEach(([, chance], index) => {
    expect(chance).toBeCloseTo(known[index]![1], 9)
  })
}

function outcomeOf(cases: readonly Case[]): Outcome {
  const measure = (kind: Case['kind']) =>
    superpose(
      grid,
      timesIn(cases, kind).map(([ms, chance]) => constant(grid, ms, chance)),
    )
  return {
    success: measure('answered'),
    failed: chanceOf(cases, 'failed', 'stuck'),
    stuck: chanceOf(cases, 'stuck'),
    failure: () => measure('failed'),
  }
}

function expectOutcome(found: Outcome, cases: readonly Case[], { failure = true } = {}): void {
  expect(found.failed).toBeCloseTo(chanceOf(cases, 'failed', 'stuck'), 9)
  expect(found.stuck).toBeCloseTo(chanceOf(cases, 'stuck'), 9)
  if (chanceOf(cases, 'answered') > 1e-12) expectSame(found.success, timesIn(cases, 'answered'))
  if (failure && chanceOf(cases, 'failed') > 1e-12) expectSame(found.failure(), timesIn(cases, 'failed'))
}

/** All ways in which several things may come out together. */
const together = (all: readonly (readonly Case[])[]): readonly (readonly Case[])[] =>
  all.reduce<readonly (readonly Case[])[]>(
    (ways, cases) => ways.flatMap(way => cases.map(each => [...way, each])),
    [[]],
  )

const chanceOfAll = (way: readonly Case[]): number => way.reduce((product, { chance }) => product * chance, 1)
const latest = (way: readonly Case[]): number => Math.max(...way.map(({ ms }) => ms))

/** The next thing begins when one is over. */
const startedBy = (first: Case, then: readonly Case[]): readonly Case[] =>
  then.map(({ kind, ms, chance }) => ({
    kind,
    ms: kind === 'stuck' ? 0 : first.ms + ms,
    chance: first.chance * chance,
  }))

const inTurn = (steps: readonly (readonly Case[])[]): readonly Case[] =>
  steps.reduce<readonly Case[]>(
    (all, step) => all.flatMap(each => (each.kind === 'answered' ? startedBy(each, step) : [each])),
    [{ kind: 'answered', ms: 0, chance: 1 }],
  )

const cutAt = (cases: readonly Case[], timeout: number): readonly Case[] =>
  cases.map(each =>
    each.kind === 'stuck' || each.ms > timeout ? { ...each, kind: 'failed', ms: timeout } : each,
  )

const time = fc.integer({ min: 1, max: 9 })

/** An answer at one of two times, a failure and a hang, each with a share of the chances. */
const some = (...kinds: readonly Case['kind'][]) =>
  fc.tuple(...kinds.map(() => fc.record({ ms: time, part: fc.integer({ min: 1, max: 5 }) }))).map(parts => {
    const whole = parts.reduce((sum, { part }) => sum + part, 0)
    return parts.map(({ ms, part }, index): Case => {
      const kind = kinds[index]!
      return { kind, ms: kind === 'stuck' ? 0 : ms, chance: part / whole }
    })
  })

const anything = fc.oneof(
  some('answered'),
  some('answered', 'answered'),
  some('answered', 'answered', 'failed'),
  some('answered', 'failed', 'failed'),
  some('answered', 'answered', 'stuck'),
  some('answered', 'failed', 'stuck'),
)
const settings = { seed: 1, numRuns: 60 }

describe('by counting all cases', () => {
  it('one after another', () =>
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 2 }), steps =>
        expectOutcome(inSequence(grid, steps.map(outcomeOf)), inTurn(steps)),
      ),
      settings,
    ))

  it('side by side', () =>
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 3 }), branches => {
        const cases = together(branches).map((way): Case => {
          const chance = chanceOfAll(way)
          if (way.some(({ kind }) => kind === 'stuck')) return { kind: 'stuck', ms: 0, chance }
          return {
            kind: way.every(({ kind }) => kind === 'answered') ? 'answered' : 'failed',
            ms: latest(way),
            chance,
          }
        })
        // Two that fail at once are counted with each.
        const failing = branches.filter(branch => branch.some(({ kind }) => kind !== 'answered')).length
        expectOutcome(inParallel(grid, branches.map(outcomeOf)), cases, { failure: failing < 2 })
      }),
      settings,
    ))

  it('equal branches side by side', () => {
    const same = outcomeOf([
      { kind: 'answered', ms: 10, chance: 0.9 },
      { kind: 'failed', ms: 3, chance: 0.1 },
    ])
    const other = outcomeOf([
      { kind: 'answered', ms: 20, chance: 0.8 },
      { kind: 'failed', ms: 4, chance: 0.2 },
    ])
    // Each of the two fails for a tenth, beside the other's 3 or 10 ms and the third's 4 or 20; the third for a fifth.
    const failure = timesOf(inParallel(grid, [same, same, other]).failure())
    const weight = 0.1 + 0.1 + 0.2
    expect(failure.map(([ms]) => ms)).toEqual([4, 10, 20])
    expect(failure[0]![1]).toBeCloseTo((0.2 * 0.1 * 0.2 + 0.2 * 0.1 * 0.1) / weight, 9)
    expect(failure[1]![1]).toBeCloseTo((0.2 * 0.9 * 0.2 + 0.2 * 0.99) / weight, 9)
    expect(failure[2]![1]).toBeCloseTo((0.2 * 0.8) / weight, 9)
  })

  it('one or the other', () =>
    fc.assert(
      fc.property(anything, anything, fc.constantFrom(0.2, 0.5), (first, second, share) => {
        const weighed = (cases: readonly Case[], by: number) =>
          cases.map(each => ({ ...each, chance: each.chance * by }))
        const branches = [
          { share, outcome: outcomeOf(first) },
          { share: 0.5, outcome: outcomeOf(second) },
        ]
        const rest: Case = { kind: 'answered', ms: 0, chance: 0.5 - share }
        expectOutcome(inChoice(grid, branches), [...weighed(first, share), ...weighed(second, 0.5), rest])
      }),
      settings,
    ))

  it('with something to fall back on', () =>
    fc.assert(
      fc.property(anything, anything, (first, second) =>
        expectOutcome(
          withFallback(outcomeOf(first), outcomeOf(second)),
          first.flatMap(each => (each.kind === 'failed' ? startedBy(each, second) : [each])),
        ),
      ),
      settings,
    ))

  it('some of several', () =>
    fc.assert(
      fc.property(
        fc.array(anything, { minLength: 2, maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        (copies, most) => {
          const need = Math.min(most, copies.length)
          const cases = together(copies).map((way): Case => {
            const chance = chanceOfAll(way)
            const answers = way
              .flatMap(({ kind, ms }) => (kind === 'answered' ? [ms] : []))
              .sort((a, b) => a - b)
            if (answers.length >= need) return { kind: 'answered', ms: answers[need - 1]!, chance }
            return { kind: way.some(({ kind }) => kind === 'stuck') ? 'stuck' : 'failed', ms: 0, chance }
          })
          // All of them are as side by side: what hangs is waited for, whatever else has failed.
          expectOutcome(inQuorum(grid, copies.map(outcomeOf), need), cases, { failure: false })
        },
      ),
      settings,
    ))

  it('sent twice', () =>
    fc.assert(
      fc.property(anything, time, (once, wait) => {
        const later = once.map(each => ({ ...each, ms: each.ms + wait }))
        const cases = together([once, later]).map((way): Case => {
          const chance = chanceOfAll(way)
          const answers = way.flatMap(({ kind, ms }) => (kind === 'answered' ? [ms] : []))
          if (answers.length > 0) return { kind: 'answered', ms: Math.min(...answers), chance }
          return {
            kind: way.some(({ kind }) => kind === 'stuck') ? 'stuck' : 'failed',
            ms: latest(way),
            chance,
          }
        })
        expectOutcome(withHedge(outcomeOf(once), wait), cases)
      }),
      settings,
    ))

  it('within a time', () =>
    fc.assert(
      fc.property(anything, time, (cases, timeout) =>
        expectOutcome(withTimeout(outcomeOf(cases), timeout), cutAt(cases, timeout)),
      ),
      settings,
    ))

  it('tried again', () =>
    fc.assert(
      fc.property(
        anything,
        fc.record({
          timeout: fc.option(time, { nil: undefined }),
          attempts: fc.integer({ min: 1, max: 3 }),
          backoff: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 2 }),
          errorRate: fc.constantFrom(0, 0.1, 1),
          errorMs: time,
        }),
        (cases, policy) => {
          const { timeout, attempts, backoff, errorRate, errorMs } = policy
          const cut = timeout === undefined ? cases : cutAt(cases, timeout)
          const error: Case = {
            kind: 'failed',
            ms: Math.min(errorMs, timeout ?? Infinity),
            chance: errorRate,
          }
          const attempt = [error, ...cut.map(each => ({ ...each, chance: each.chance * (1 - errorRate) }))]
          const tried = (count: number): readonly Case[] =>
            attempt.flatMap(each => {
              if (each.kind !== 'failed' || count === attempts) return [each]
              const wait = backoff[Math.min(count, backoff.length) - 1] ?? 0
              return startedBy({ ...each, ms: each.ms + wait }, tried(count + 1))
            })
          expectOutcome(withAttempts(outcomeOf(cases), { ...policy, jitter: 'none' }), tried(1))
        },
      ),
      settings,
    ))
})
