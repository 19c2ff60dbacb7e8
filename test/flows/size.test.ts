// Large designs end: wide, deep and tangled ones, well within what an editor waits for.

import { describe, expect, it } from 'vitest'
import { flowIn, flowsIn } from './door'

const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n')

/** Names without numbers, so that nothing is taken for a copy. */
const word = (i: number) =>
  ['Order', 'Price', 'Stock', 'Tax', 'Coupon'][i % 5] +
  'abcdefghij'[Math.floor(i / 5) % 10]! +
  'klmnopqrst'[Math.floor(i / 50) % 10]!

describe('large designs', () => {
  it.each([
    ['one after another', ''],
    [
      'in parallel with retries',
      ', order: parallel, attempts: 3, errorRate: 1%, baseDelay: 50ms, jitter: full',
    ],
  ])(
    'a service that calls 200 others %s',
    (_, manner) => {
      const flow = flowIn(`flowchart LR
  web[Browser] --> api[API service]
${lines(200, i => `  api --> s${i}[${word(i)} service]`)}
${lines(200, i => `  %% s${i}@{ p50: ${5 + (i % 7)}ms, p99: ${50 + i}ms, availability: 99.99% }`)}
${lines(200, i => `  %% api->s${i}@{ timeout: ${9000 + i}ms${manner} }`)}
  %% arrowsmith: { assume: nothing }`)
      const failing = 1 - (1 - 1e-4) ** 200
      expect(1 - flow.availability).toBeGreaterThan(failing * 0.999)
      expect(1 - flow.availability).toBeLessThan(failing * 1.2)
      expect(flow.criticalPath).toHaveLength(manner === '' ? 202 : 3)
      expect(flow.p50).toBeGreaterThan(manner === '' ? 1500 : 100)
    },
    10_000,
  )

  it('a chain of 60 services that all try three times', () => {
    const flow = flowIn(`flowchart LR
  web[Browser] --> s0
${lines(60, i => `  s${i}[${word(i)} service] --> s${i + 1}`)}
${lines(60, i => `  %% s${i}@{ p50: ${1 + (i % 5)}ms, p99: ${20 + i}ms, availability: 99.99% }`)}
${lines(60, i => `  %% s${i}->s${i + 1}@{ timeout: ${5000 - 50 * i}ms, attempts: 3, errorRate: 0.1%, baseDelay: 20ms }`)}
  %% arrowsmith: { assume: nothing }`)
    expect(flow.availability).toBeCloseTo((1 - 1e-4) ** 60, 4)
    expect(flow.attempts).toBe(1e9)
    expect(flow.attemptsAt).toBe('s60')
  })

  it('layers in which everything calls everything', () => {
    const width = 6
    const depth = 8
    const calls = Array.from({ length: depth }, (_, layer) =>
      Array.from({ length: width * width }, (_, i) => [
        `l${layer}n${Math.floor(i / width)}`,
        `l${layer + 1}n${i % width}`,
      ]),
    ).flat()
    const flow = flowIn(`flowchart LR
  web[Browser] --> l0n0
${calls.map(([from, to]) => `  ${from}[${from} service] --> ${to}[${to} service]`).join('\n')}
${calls.map(([from, to]) => `  %% ${from}->${to}@{ timeout: 900ms, errorRate: 0.01% }`).join('\n')}
${[...new Set(calls.flat())].map(id => `  %% ${id}@{ p50: 1ms, p99: 9ms, availability: 99.9% }`).join('\n')}
  %% arrowsmith: { assume: nothing }`)
    // 48 components are needed by the only one that the browser calls, itself included.
    expect(flow.availability).toBeLessThan(0.999 ** (depth * width + 1))
    expect(flow.attempts).toBe(width ** (depth - 1))
  })

  it('fallbacks of fallbacks', () => {
    const flows = flowsIn(`flowchart LR
  web[Browser] --> a[Order service]
${lines(40, i => `  a --> s${i}[${word(i)} service]`)}
${lines(40, i => `  %% a->s${i}@{ fallback: s${(i + 1) % 40} }`)}
${lines(40, i => `  %% s${i}@{ availability: 90% }`)}
  %% arrowsmith: { assume: nothing }`)
    expect(flows[0]?.availability).toBeCloseTo(1, 12)
  })
})
