// Plans by themselves: repeated, grouped and walked through.

import { describe, expect, it } from 'vitest'
import { neededBy } from '../../src/model/flows/dependence'
import { groupedSteps, outsideIn, partsLeadingTo, visitsIn, visitsOf } from '../../src/model/flows/plan'
import { roundsReader } from '../../src/model/flows/rounds'
import type { Component, Plan, Visit } from '../../src/model/system'
import { inFull } from './plans'

const sequence = (...steps: Plan[]): Extract<Plan, { kind: 'sequence' }> => ({ kind: 'sequence', steps })

const visit = (id: string, { work = sequence(), ...rest }: Partial<Visit> = {}): Visit => ({
  kind: 'visit',
  component: { id } as Component,
  work,
  times: 1,
  optional: false,
  async: false,
  ...rest,
})

const half = (plan: Plan): Plan => ({ kind: 'choice', branches: [{ share: 0.5, plan }] })
const names = (visits: readonly Visit[]) => visits.map(({ component }) => component.id)

describe('rounds', () => {
  const rounds = (plan: Plan, times: number) => {
    const { plan: all, together } = roundsReader()(plan, times)
    return `${inFull(all)}${together > 1 ? ` by ${together}` : ''}`
  }

  it.each<[string, Plan, number, string]>([
    ['one', half(visit('a')), 1, '{0.5: a}'],
    ['half a round', visit('a'), 0.5, '{0.5: a}'],
    ['three of a call', visit('a', { times: 2 }), 3, '6 × a'],
    ['one and a half of a call', visit('a'), 1.5, '1.5 × a'],
    ['two of a call that falls back', visit('a', { fallback: visit('b') }), 2, '(a or b, a or b)'],
    ['one and a half of a branch', half(visit('a')), 1.5, '({0.5: a}, {0.5: a})'],
    ['of several steps', sequence(visit('a'), half(visit('b'))), 2, '(2 × a, ({0.5: b}, {0.5: b}))'],
    ['side by side', { kind: 'parallel', branches: [visit('a'), visit('b')] }, 2, '([a | b], [a | b])'],
  ])('%s', (_, plan, times, written) => expect(rounds(plan, times)).toBe(written))

  /** A choice of a call with so many calls inside it: `parts` in all. */
  const large = (parts: number) =>
    half(visit('a', { work: sequence(...Array.from({ length: (parts - 3) / 2 }, () => visit('b'))) }))
  const drawn = (plan: Plan, times: number) => {
    const { plan: all, together } = roundsReader()(plan, times)
    const steps = all.kind === 'sequence' ? all.steps : [all]
    const counts = steps.map(step =>
      step.kind === 'choice' && step.branches[0]!.plan.kind === 'visit' ? step.branches[0]!.plan.times : 0,
    )
    return { counts, together }
  }

  it('are drawn out as far as 4,000 parts reach, and then several together', () => {
    expect(drawn(large(1001), 3)).toEqual({ counts: [1, 1, 1], together: 1 })
    expect(drawn(large(1001), 4)).toEqual({ counts: [2, 2], together: 2 })
    expect(drawn(large(1001), 5)).toEqual({ counts: [2, 2, 1], together: 2 })
    expect(drawn(large(1001), 7)).toEqual({ counts: [3, 3, 1], together: 3 })
    expect(drawn(large(4001), 3)).toEqual({ counts: [3], together: 3 })
  })

  it('share that room', () => {
    const read = roundsReader()
    expect([2, 2, 2].map(times => read(large(1001), times).together)).toEqual([1, 2, 2])
    const both = roundsReader()(sequence(large(1001), large(1001), visit('c')), 2)
    expect(both.together).toBe(2)
  })

  it('that are made together count what is in them once, and their calls each time', () => {
    const part: Plan = {
      kind: 'choice',
      branches: [
        {
          share: 0.5,
          plan: sequence(
            visit('a', {
              times: 3,
              work: sequence(...Array.from({ length: 999 }, () => visit('b'))),
              fallback: visit('c'),
            }),
            { kind: 'redundant', branches: [visit('d')], need: 1 },
            {
              ...{ kind: 'cacheAside', cache: visit('e'), store: visit('f') },
              ...{ hitRatio: 0.5, assumed: false, failOpen: true },
            },
          ),
        },
      ],
    }
    const { plan, together } = roundsReader()(part, 4)
    expect(together).toBe(4)
    const times = Object.fromEntries(visitsOf(plan).map(each => [each.component.id, each.times]))
    expect(times).toEqual({ a: 12, b: 1, c: 4, d: 4, e: 1, f: 4 })
  })
})

describe('walks', () => {
  const shared = visit('s')
  const [a, b] = [visit('a', { work: shared }), visit('b', { work: shared, fallback: visit('f') })]
  const plan = sequence(a, { kind: 'parallel', branches: [half(b), visit('c')] })

  it('meet each visit once, in order', () => {
    expect(names(visitsOf(plan))).toEqual(['a', 's', 'b', 'f', 'c'])
    expect(names(visitsIn([half(b), plan, half(b)]))).toEqual(['b', 's', 'f', 'a', 'c'])
  })

  it('meet what is outside before what is inside', () => {
    const order = outsideIn(plan)
    expect(order).toHaveLength(new Set(order).size)
    expect(order[0]).toBe(plan)
    for (const [outer, inner] of [
      [a, shared],
      [b, shared],
      [plan, b],
    ] as const)
      expect(order.indexOf(outer)).toBeLessThan(order.indexOf(inner))
  })

  it('lead from what is inside to all that is around it', () => {
    expect(partsLeadingTo([shared], plan)).toEqual(
      new Set([
        shared,
        a,
        b,
        plan,
        plan.steps[1],
        (plan.steps[1] as Extract<Plan, { kind: 'parallel' }>).branches[0],
      ]),
    )
    const [last] = visitsOf(visit('z'))
    const long = sequence(...Array.from({ length: 40 }, (_, at) => visit(`v${at}`)), last!)
    const leading = partsLeadingTo([last!], long)
    expect([...leading].filter(part => groupedSteps(long).includes(part))).toHaveLength(1)
  })

  it.each([
    [32, 32, 1],
    [33, 17, 2],
    [64, 32, 2],
    [65, 22, 3],
    [100, 25, 4],
  ])('a sequence of %s steps has %s groups of %s', (count, groups, size) => {
    const steps = Array.from({ length: count }, (_, at) => visit(`v${at}`))
    const grouped = groupedSteps(sequence(...steps))
    expect(grouped).toHaveLength(groups)
    expect(grouped.flatMap(part => (part.kind === 'sequence' ? part.steps : [part]))).toEqual(steps)
    const [first] = grouped
    expect(first?.kind === 'sequence' ? first.steps.length : 1).toBe(size)
  })
})

describe('what a plan needs', () => {
  const needs = (plan: Plan) => [...neededBy(plan)].map(({ id }) => id).sort()
  // The same thing wherever it is called.
  const parts = Object.fromEntries(['a', 'b', 'c'].map(id => [id, { id } as Component]))
  const on = (id: string, rest: Partial<Visit> = {}) => visit(id, { component: parts[id]!, ...rest })
  const copies = (need: number, ...branches: Plan[]): Plan => ({ kind: 'redundant', branches, need })
  const cached = (failOpen: boolean): Plan => ({
    ...{ kind: 'cacheAside', cache: on('a'), store: on('b') },
    ...{ hitRatio: 0.5, assumed: false, failOpen },
  })

  it.each<[string, Plan, readonly string[]]>([
    ['a call and what is inside', on('a', { work: on('b') }), ['a', 'b']],
    ['nothing of what is optional', on('a', { optional: true, work: on('b') }), []],
    ['nothing of what is optional and falls back', on('a', { optional: true, fallback: on('b') }), []],
    ['neither of a call and its fallback', on('a', { fallback: on('b') }), []],
    [
      'what a call and its fallback share',
      on('a', { work: on('c'), fallback: on('b', { work: on('c') }) }),
      ['c'],
    ],
    ['both steps', sequence(on('a'), on('b')), ['a', 'b']],
    ['one of one', copies(1, on('a')), ['a']],
    ['none of two', copies(1, on('a'), on('b')), []],
    ['both of two', copies(2, on('a'), on('b')), ['a', 'b']],
    ['what two of three share', copies(2, on('a'), on('a'), on('b')), ['a']],
    [
      'what both branches share',
      { kind: 'choice', branches: [0.5, 0.5].map(share => ({ share, plan: on('a') })) },
      ['a'],
    ],
    ['the store behind a cache', cached(true), ['b']],
    ['a cache that has to be there', cached(false), ['a', 'b']],
  ])('%s', (_, plan, ids) => expect(needs(plan)).toEqual(ids))
})
