// Small parts of the arithmetic by themselves: copies that are left, what load does to a request, decision diagrams.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionDiagram } from '../../src/math/availability/decision-diagram'
import { structureEvaluator } from '../../src/math/availability/evaluation'
import { failureTrials } from '../../src/math/availability/failure-trials'
import { kOfN } from '../../src/math/availability/redundancy'
import {
  all,
  always,
  any,
  atLeast,
  choice,
  flatten,
  type Structure,
  up,
} from '../../src/math/availability/structure'
import { answeredByOne } from '../../src/math/flows/latency/one-of-copies'
import { appliedLoad, loadsIn } from '../../src/math/flows/load/applied-load'
import type { ComponentLoad } from '../../src/math/flows/load/component-load'
import type { Load } from '../../src/math/flows/load/load'
import type { ReadingContext } from '../../src/math/flows/reading-context'
import { DEFAULT_GAMMA, type Latency } from '../../src/math/latency/latency'
import type { Component, Flow, Plan, Visit } from '../../src/model/system'

const fixed = (ms: number): Latency => ({ op: 'constant', ms })
const down: Latency = { op: 'down', hangs: false }

describe('one-of-copies', () => {
  const copies = (shares?: readonly number[], takeover?: object) =>
    ({ kind: 'redundant', branches: [], need: 1, shares, takeover }) as unknown as Extract<
      Plan,
      { kind: 'redundant' }
    >
  const answered = (plan: ReturnType<typeof copies>, branches: readonly Latency[], outage = false) =>
    answeredByOne(plan, branches, {
      gamma: DEFAULT_GAMMA,
      ...(outage && { outage: {} }),
    } as unknown as ReadingContext)
  const spread = (latency: Latency) =>
    latency.op === 'choice' ? latency.of.map(({ share }) => Number(share.toPrecision(6))) : latency

  it('are asked by their shares, else evenly', () => {
    expect(spread(answered(copies([0.7, 0.3]), [fixed(1), fixed(2)]))).toEqual([0.7, 0.3])
    expect(spread(answered(copies(), [fixed(1), fixed(2)]))).toEqual([0.5, 0.5])
    expect(answered(copies([1, 0]), [fixed(1), fixed(2)])).toEqual(fixed(1))
    expect(spread(answered(copies([0.5, 0.3, 0.2]), [fixed(1), fixed(2), down]))).toEqual([0.5, 0.3, 0.2])
  })

  it('that are left during an outage have the shares of the others too', () => {
    expect(spread(answered(copies([0.5, 0.3, 0.2]), [fixed(1), fixed(2), down], true))).toEqual([
      0.625, 0.375,
    ])
    expect(answered(copies([0.5, 0.5]), [fixed(1), down], true)).toEqual(fixed(1))
    expect(answered(copies([0.5, 0.5]), [down, down], true)).toEqual(down)
  })

  it('that stand by answer when all others are down, but for what a takeover leaves unserved', () => {
    expect(answered(copies([1, 0]), [down, fixed(2)], true)).toEqual(fixed(2))
    expect(answered(copies([1, 0]), [down, down], true)).toEqual(down)
    expect(spread(answered(copies([1, 0, 0]), [down, fixed(2), fixed(3)], true))).toEqual([0.5, 0.5])
    const figure = (value: number) => ({ value, origin: 'metadata', stated: true, source: '' })
    const takeover = { at: 'b', failover: figure(36_000), mttr: figure(3_600_000), coverage: figure(1) }
    const met = answered(copies([1, 0], takeover), [down, fixed(2)], true)
    // Taken over after 36 s of an hour: a hundredth is unserved.
    expect(spread(met)).toEqual([0.99, 0.01])
    expect(met.op === 'choice' && met.of.map(({ of }) => of)).toEqual([fixed(2), down])
  })
})

describe('applied-load', () => {
  const component = { id: 'api' } as Component
  const load = (figures: Partial<ComponentLoad>) =>
    appliedLoad({
      components: new Map([
        [component, { component, refused: 0, lost: 0, unlimited: false, ...figures } as ComponentLoad],
      ]),
    })
  const failing = (errorRate: number, of: Latency) => ({
    ...{ op: 'call', of, attempts: 1, backoff: [], jitter: 'none' },
    ...{ errorRate, errorMs: 0 },
  })

  it('without waits leaves a request as it is', () => {
    const served = fixed(5)
    expect(load({}).queued(component, served)).toBe(served)
    expect(load({ waits: 0, meanWaitMs: 5 }).queued(component, served)).toBe(served)
    expect(load({ waits: 0.5, meanWaitMs: 0 }).queued(component, served)).toBe(served)
    expect(load({}).queued({ id: 'other' } as Component, served)).toBe(served)
    expect(appliedLoad({ components: new Map() }).queued(component, served)).toBe(served)
  })

  it('lets a share wait', () => {
    expect(load({ waits: 0.5, meanWaitMs: 20 }).queued(component, fixed(5))).toEqual({
      op: 'sequence',
      of: [
        { op: 'choice', of: [{ share: 0.5, of: { op: 'exponential', mean: 20, item: 'component:api' } }] },
        fixed(5),
      ],
    })
  })

  it('refuses a share, and loses one of the others', () => {
    expect(load({ refused: 0.2 }).queued(component, fixed(5))).toEqual(failing(0.2, fixed(5)))
    expect(load({ unlimited: true, lost: 0.3 }).queued(component, fixed(5))).toEqual(failing(0.3, fixed(5)))
    expect(load({ refused: 0.2, lost: 0.5 }).unanswered(component)).toBeCloseTo(0.6, 12)
    expect(load({}).unanswered({ id: 'other' } as Component)).toBe(0)
    expect(appliedLoad({ components: new Map() }).unanswered(component)).toBe(0)
  })

  it('lists the fullest first, once each, without what nobody waits for', () => {
    const visit = (id: string, async = false): Visit => ({
      ...{ kind: 'visit', component: components[id]!, work: { kind: 'sequence', steps: [] } },
      ...{ times: 1, optional: false, async },
    })
    const components = Object.fromEntries(['a', 'b', 'c', 'd'].map(id => [id, { id } as Component]))
    const plan: Plan = {
      kind: 'sequence',
      steps: [visit('a'), visit('b'), visit('c', true), visit('d'), visit('b')],
    }
    const loads = new Map(
      Object.entries({ a: 0.2, b: 0.9, c: 1, d: undefined }).map(([id, utilization]) => [
        components[id]!,
        { component: components[id]!, utilization } as ComponentLoad,
      ]),
    )
    const found = loadsIn({ plan } as Flow, { components: loads } as unknown as Load)
    expect(found.map(each => each.component.id)).toEqual(['b', 'a'])
  })
})

describe('decision-diagram, bounds, structure', () => {
  const names = ['a', 'b', 'c', 'd', 'e']
  const { structure } = fc.letrec<{ structure: Structure }>(tie => ({
    structure: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...names).map(up),
      fc.array(tie('structure'), { minLength: 1, maxLength: 3 }).map(all),
      fc.array(tie('structure'), { minLength: 1, maxLength: 3 }).map(any),
      fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.array(tie('structure'), { minLength: 3, maxLength: 3 }))
        .map(([need, of]) => atLeast(need, of)),
      fc
        .tuple(fc.constantFrom(0.2, 0.5), tie('structure'), tie('structure'))
        .map(([share, of, otherwise]) => choice(share, of, otherwise, `k${share}`)),
    ),
  }))

  /** By all states of the names and all draws. */
  const enumerated = (whole: Structure, u: readonly number[]): number => {
    const draws = [0.2, 0.5]
    let failed = 0
    for (let state = 0; state < 2 ** (names.length + draws.length); state++) {
      const bit = (at: number) => ((state >> at) & 1) === 1
      const succeeds = (part: Structure): boolean => {
        switch (part.op) {
          case 'always':
            return true
          case 'up':
            return bit(names.indexOf(part.name))
          case 'all':
            return part.of.every(succeeds)
          case 'any':
            return part.of.some(succeeds)
          case 'atLeast':
            return part.of.filter(succeeds).length >= part.need
          case 'choice':
            return succeeds(bit(names.length + draws.indexOf(part.share)) ? part.of : part.otherwise)
        }
      }
      const chance = [
        ...u.map((each, at) => (bit(at) ? 1 - each : each)),
        ...draws.map((share, at) => (bit(names.length + at) ? share : 1 - share)),
      ]
      if (!succeeds(whole)) failed += chance.reduce((product, each) => product * each, 1)
    }
    return failed
  }

  it('come to what all states and draws come to, and the bounds hold it', () =>
    fc.assert(
      fc.property(
        structure,
        fc.array(fc.constantFrom(0, 0.01, 0.1, 0.5, 1), { minLength: 5, maxLength: 5 }),
        (whole, u) => {
          const known = enumerated(whole, u)
          const of = (name: string) => u[names.indexOf(name)]!
          const exact = structureEvaluator(whole)(of)
          expect(exact.exact).toBe(true)
          expect(exact.unavailability).toBeCloseTo(known, 10)
          for (const { name, importance } of exact.parts) {
            const at = names.indexOf(name)
            const difference = enumerated(whole, u.with(at, 1)) - enumerated(whole, u.with(at, 0))
            expect(importance).toBeCloseTo(difference, 10)
          }
        },
      ),
      { seed: 1, numRuns: 25 },
    ))

  it('are given up beyond a number of nodes, and not before', () => {
    const six = flatten(any(Array.from({ length: 6 }, (_, at) => all([up(`a${at}`), up(`b${at}`)]))))
    // Two results, twelve names, six pairs, and two nodes for each of five pairs before others.
    expect(decisionDiagram(six)?.variable).toHaveLength(30)
    expect(decisionDiagram(six, 30)).toBeDefined()
    expect(decisionDiagram(six, 29)).toBeUndefined()
    const effort = { left: 1000 }
    decisionDiagram(six, 200, effort)
    expect(effort.left).toBe(970)
    expect(decisionDiagram(six, 200, { left: 29 })).toBeUndefined()
  })
})

describe('structures', () => {
  const [a, b, c] = [up('a'), up('b'), up('c')]

  it('leave out what makes no difference', () => {
    expect(choice(0, a, b, 'k')).toBe(b)
    expect(choice(1, a, b, 'k')).toBe(a)
    expect(choice(0.5, a, a, 'k')).toBe(a)
    expect(choice(0.5, a, b, 'k')).toMatchObject({ op: 'choice', share: 0.5 })
    expect(all([always, a])).toBe(a)
    expect(all([always])).toBe(always)
    expect(any([a, always])).toBe(always)
    expect(any([a])).toBe(a)
    expect(atLeast(0, [a, b])).toBe(always)
    expect(atLeast(1, [a, b])).toMatchObject({ op: 'any' })
    expect(atLeast(2, [a, b])).toMatchObject({ op: 'all' })
    expect(atLeast(2, [a, b, c])).toMatchObject({ op: 'atLeast', need: 2 })
  })

  it.each<[string, Structure, readonly string[], number]>([
    ['nothing is needed', always, [], 1],
    ['some need nothing', choice(0.3, always, a, 'k'), ['a'], 0.3],
    ['some need nothing, and the rest has it', choice(0.3, always, a, 'k'), [], 1],
    ['all are needed', all([a, b]), ['b'], 0],
    ['one is needed', any([a, b]), ['b'], 1],
    ['none of several is up', any([a, b]), ['a', 'b'], 0],
    ['two of three are needed', atLeast(2, [a, b, c]), ['b'], 1],
    ['two of three are needed and one is up', atLeast(2, [a, b, c]), ['b', 'c'], 0],
    ['two of three are needed, one by chance', atLeast(2, [a, choice(0.3, b, c, 'k'), c]), ['c'], 0.3],
  ])('%s', (_, structure, down, succeeds) =>
    expect(failureTrials(flatten(structure))(down)).toBeCloseTo(succeeds, 12),
  )

  it('of copies: more than there are never come, and what is never up is never enough', () => {
    expect(kOfN(0.1, { need: 3, of: 2 })).toBe(1)
    expect(kOfN(0, { need: 3, of: 2 })).toBe(1)
    expect(kOfN(1, { need: 1, of: 2 })).toBe(1)
    expect(kOfN(1, { need: 0, of: 2 })).toBe(0)
    expect(kOfN(0.1, { need: 2, of: 3 })).toBeCloseTo(3 * 0.01 * 0.9 + 0.001, 12)
  })
})
