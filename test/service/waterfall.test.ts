// The waterfall of a request, at times that are known: what is called together begins together, what is called next begins after.

import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, previewModel } from '../../src/service'

function flowOf(...lines: readonly string[]) {
  const text = ['flowchart LR', ...lines, '%% arrowsmith: { assume: nothing }', ''].join('\n')
  const [flow] = previewModel(
    analyze(text, { language: 'mermaid', configuration: defaultConfiguration }),
    0,
  ).flows
  return flow!
}

/** Starts and ends in milliseconds, callees by name, in the order in which they are drawn. */
const bars = (...lines: readonly string[]) =>
  flowOf(...lines).bars.map(({ label, depth, start, worked, end }) => [
    label.split(' → ')[1],
    depth,
    ...[start, worked, end].map(Math.round),
  ])

const web = 'web[Browser] -->|HTTPS| api[Order API]'
const stock = 'api -->|gRPC| stock[Stock service]'
const price = 'api -->|gRPC| price[Price service]'
const together = '%% api->stock@{ order: parallel }\n%% api->price@{ order: parallel }'
const takes = (id: string, ms: number) => `%% ${id}@{ p50: ${ms}ms, p99: ${ms}ms }`

describe('calls', () => {
  it('one after the other', () =>
    expect(bars(web, stock, price, takes('api', 10), takes('stock', 40), takes('price', 60))).toEqual([
      ['Order API', 0, 0, 10, 110],
      ['Stock service', 1, 10, 50, 50],
      ['Price service', 1, 50, 110, 110],
    ]))

  it('one inside the other', () =>
    expect(
      bars(web, stock, 'stock -->|SQL| db[(Postgres)]', takes('api', 10), takes('stock', 40), takes('db', 5)),
    ).toEqual([
      ['Order API', 0, 0, 10, 55],
      ['Stock service', 1, 10, 50, 55],
      ['Postgres', 2, 50, 55, 55],
    ]))

  it('together begin together, and the slowest lasts as long as all of them', () => {
    const drawn = bars(web, stock, price, together, takes('api', 10), takes('stock', 40), takes('price', 60))
    expect(drawn).toEqual([
      ['Order API', 0, 0, 10, 70],
      ['Stock service', 1, 10, expect.any(Number), expect.any(Number)],
      ['Price service', 1, 10, 70, 70],
    ])
  })

  it('together and equally slow take the time of both', () => {
    const spread = (id: string) => `%% ${id}@{ p50: 20ms, p99: 90ms }`
    const flow = flowOf(web, stock, price, together, spread('stock'), spread('price'))
    const [, one, other] = flow.bars
    expect([one!.start, other!.start]).toEqual([0, 0])
    expect(one!.end / flow.p99!).toBeCloseTo(1, 2)
    expect(other!.end / flow.p99!).toBeCloseTo(1, 2)
  })

  it('after those made together begin when the slowest has ended', () =>
    expect(
      bars(
        web,
        stock,
        price,
        'api -->|SQL| db[(Postgres)]',
        together,
        takes('stock', 40),
        takes('price', 60),
        takes('db', 5),
      ).at(-1),
    ).toEqual(['Postgres', 1, 60, 65, 65]))

  it('give up after their rounds, attempts and pauses', () => {
    const timeouts = (figures: string) =>
      flowOf(web, stock, takes('api', 10), takes('stock', 40), `%% api->stock@{ ${figures} }`).bars[1]
        ?.timeout
    expect(timeouts('retries: 0')).toBeNull()
    expect(timeouts('timeout: 100ms')).toBeCloseTo(10 + 100, 1)
    expect(timeouts('timeout: 100ms, attempts: 3')).toBeCloseTo(10 + 300, 1)
    expect(timeouts('timeout: 100ms, attempts: 3, backoff: fixed, baseDelay: 50ms')).toBeCloseTo(10 + 400, 1)
    expect(timeouts('timeout: 100ms, calls: 2')).toBeCloseTo(10 + 200, 1)
    expect(timeouts('timeout: 100ms, attempts: 3, deadline: 250ms')).toBeCloseTo(10 + 250, 1)
  })
})

describe('the title of a picture', () => {
  const titled = (...lines: readonly string[]) =>
    previewModel(
      analyze([...lines, ''].join('\n'), { language: 'markdown', configuration: defaultConfiguration }),
      0,
    ).title
  const diagram = ['```mermaid', 'flowchart LR', '  a[API] --> b[(Postgres)]', '```']
  const own = ['```mermaid', '---', 'title: Orders', '---', ...diagram.slice(1)]

  it('is its own, else the nearest heading above it, else none', () => {
    expect(titled('# Shop', '## Checkout', '', ...own)).toBe('Orders')
    expect(titled('# Shop', '## Checkout', '', ...diagram)).toBe('Checkout')
    expect(titled('# Shop', '## Checkout', '# Search', '', ...diagram)).toBe('Search')
    expect(titled('Some words.', '', ...diagram, '', '# Later')).toBe('')
  })
})
