// Whose time a percentile is made of, where that can be told by hand: times without spread, all of which somebody takes.

import { describe, expect, it } from 'vitest'
import { attribute, itemOf, measuredItems } from '../../src/math/latency/attribution'
import { type Latency, percentilesOf } from '../../src/math/latency/latency'
import { fitLognormal } from '../../src/math/latency/lognormal'

const takes = (item: string, ms: number): Latency => ({ op: 'constant', ms, item })
const spread = (item: string, p50: number, p99: number): Latency => ({
  op: 'lognormal',
  ...fitLognormal(p50, p99),
  item,
})
const down: Latency = { op: 'down', hangs: false }
const once = { attempts: 1, backoff: [], jitter: 'none', errorRate: 0, errorMs: 0 } as const

/** Milliseconds of each item, those with none left out. */
const shares = (latency: Latency, percentile = 0.5) =>
  Object.fromEntries(
    [...attribute(latency, percentile)]
      .map(([item, ms]) => [item, Number(ms.toFixed(3))] as const)
      .filter(([, ms]) => ms !== 0),
  )

describe('a percentile is made of', () => {
  it.each<[string, Latency, Readonly<Record<string, number>>]>([
    ['each step', { op: 'sequence', of: [takes('a', 30), takes('b', 70)] }, { a: 30, b: 70 }],
    ['the slowest branch', { op: 'parallel', of: [takes('a', 30), takes('b', 70)] }, { b: 70 }],
    [
      'what is as fast as it has to be',
      { op: 'quorum', need: 2, of: [takes('a', 10), takes('b', 30), takes('c', 70)] },
      { b: 30 },
    ],
    [
      'the timeout that ends a wait, and what is done instead',
      {
        op: 'fallback',
        of: { op: 'call', of: takes('slow', 200), ...once, timeout: 100, item: 'call' },
        otherwise: takes('instead', 50),
      },
      { call: 100, instead: 50 },
    ],
    [
      'pauses and errors',
      {
        op: 'fallback',
        of: {
          op: 'call',
          of: takes('never', 200),
          ...once,
          attempts: 3,
          backoff: [40, 80],
          errorRate: 1,
          errorMs: 5,
          item: 'call',
        },
        otherwise: takes('instead', 50),
      },
      { call: 40 + 80 + 3 * 5, instead: 50 },
    ],
    [
      'the wait before a second copy is sent',
      {
        op: 'hedge',
        of: {
          op: 'choice',
          of: [
            { share: 0.4, of: takes('fast', 10) },
            { share: 0.6, of: takes('slow', 900) },
          ],
        },
        after: 100,
        item: 'hedge',
      },
      // Of 100 requests 40 are answered at once, and of the other 60 another 24 by the copy.
      { hedge: 100, fast: 10 },
    ],
    [
      'what is optional, as well',
      { op: 'sequence', of: [takes('a', 10), { op: 'optional', of: takes('b', 5) }] },
      { a: 10, b: 5 },
    ],
    ['nothing where nobody answers', { op: 'sequence', of: [takes('a', 10), down] }, {}],
    [
      'nothing of what is down',
      { op: 'sequence', of: [takes('a', 10), { op: 'optional', of: down }] },
      { a: 10 },
    ],
  ])('%s', (_, latency, expected) => expect(shares(latency)).toEqual(expected))

  it('nothing, where nothing takes time', () => {
    const none: Latency = { op: 'sequence', of: [takes('a', 0), takes('b', 0)] }
    expect(percentilesOf(none).at(0.99)).toBe(0)
    expect(shares(none)).toEqual({})
  })

  it('the rare branch alone, at the percentile that it makes', () => {
    const rare: Latency = {
      op: 'choice',
      of: [
        { share: 0.9, of: takes('usual', 10) },
        { share: 0.1, of: takes('rare', 300) },
      ],
    }
    expect(shares(rare, 0.5)).toEqual({ usual: 10 })
    expect(shares(rare, 0.99)).toEqual({ rare: 300 })
  })

  it('parts that add up to it, whether seconds or microseconds', () => {
    const of = (unit: number): Latency => ({
      op: 'call',
      of: { op: 'sequence', of: [spread('a', 20 * unit, 90 * unit), spread('b', 10 * unit, 200 * unit)] },
      ...once,
      timeout: 150 * unit,
      item: 'call',
    })
    for (const unit of [1000, 1, 0.001]) {
      const parts = [...attribute(of(unit), 0.99).values()]
      const whole = percentilesOf(of(unit)).at(0.99)
      expect(parts.reduce((sum, ms) => sum + ms, 0) / whole).toBeCloseTo(1, 9)
    }
  })

  it('hundreds of parts: what is not measured one by one has its part of the rest', () => {
    const many: Latency = {
      op: 'sequence',
      of: Array.from({ length: 80 }, (_, n) => takes(`part ${n}`, n < 60 ? 10 : 1)),
    }
    const found = attribute(many, 0.5)
    expect(found.size).toBe(80)
    expect(found.get('part 0')).toBeCloseTo(10, 6)
    expect(found.get('part 79')).toBeCloseTo(1, 6)
  })
})

it('the items that are measured one by one are the heaviest', () => {
  const of = Array.from({ length: 65 }, (_, at) => takes(`${at}`, at + 1))
  const items = (steps: readonly Latency[]) => measuredItems({ op: 'sequence', of: steps })
  expect(items(of)).toEqual(of.slice(1).map(itemOf).reverse())
  expect(items(of.toReversed())).toEqual(items(of))
})

it('what takes no time of its own belongs to nobody, and time without an owner to the one without a name', () => {
  expect(itemOf({ op: 'sequence', of: [] })).toBeUndefined()
  expect(itemOf({ op: 'constant', ms: 1 })).toBe('')
  expect(itemOf(takes('a', 1))).toBe('a')
})
