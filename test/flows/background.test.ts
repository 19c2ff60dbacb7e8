// Pages, and work that nobody waits for: consumers, what a clock starts.

import { describe, expect, it } from 'vitest'
import { analyze, backgroundTables, defaultConfiguration, flowTables, pageTables } from '../../src/service'

const read = (text: string) => analyze(text, { language: 'mermaid', configuration: defaultConfiguration })

describe('a page', () => {
  const home = (more = '') => `flowchart LR
  %% arrowsmith: { assume: nothing, objectives: { home: { from: web, p99: 120ms } } }
  web[Browser] -->|HTTPS| api[Order API]
  web -->|HTTPS| img[Image service]
  web -->|HTTPS| login[Login service]
  %% api@{ p50: 100ms, p99: 100ms, availability: 99% }
  %% img@{ p50: 50ms, p99: 50ms, availability: 98% }
  %% login@{ p50: 30ms, p99: 30ms }
  ${more}`
  const grouped = (order = '') =>
    home(`%% web->api@{ flow: home${order} }\n  %% web->img@{ flow: home${order} }`)

  it('is what its arrows name, at once', () => {
    const [page, login, ...others] = flowTables(read(grouped()))
    expect(others).toEqual([])
    expect(page).toMatchObject({ name: 'home', p99: 100, objective: { met: true } })
    expect(page?.availability).toBeCloseTo(0.99 * 0.98, 12)
    expect(login).toMatchObject({ name: 'Browser → Login service', p99: 30 })
    expect(login?.objective).toBeUndefined()
  })

  it('is made in the order that is stated', () => {
    const text = grouped().replace('%% web->img@{ flow: home', '%% web->img@{ flow: home, order: 1')
    expect(flowTables(read(text))[0]).toMatchObject({
      p99: 150,
      objective: { met: false, shortfalls: ['0% within 120 ms, 99% promised'] },
    })
  })

  it('is shown of all that a browser asks for where nothing is stated, beside its flows', () => {
    const snapshot = read(home())
    expect(flowTables(snapshot)).toHaveLength(3)
    expect(pageTables(snapshot)).toMatchObject([{ name: 'Browser: all 3 calls at once', p99: 100 }])
    expect(pageTables(read(grouped()))).toEqual([])
  })
})

describe('consumers', () => {
  // 10 ms each and 20 ms for the provider: 4 workers do 133.3 messages a second.
  const mails = (objective: string, worker = 'concurrency: 4', rate = '100/s') => `flowchart LR
  %% arrowsmith: { assume: nothing, objectives: { mails: { from: q, ${objective} } } }
  web[Browser] -->|HTTPS| api[Order API] -->|AMQP| q[[RabbitMQ]]
  q -->|AMQP| worker[Mail worker] -->|SMTP| mail[Mail provider]
  %% web@{ rate: ${rate} }
  %% worker@{ p50: 10ms, p99: 10ms, ${worker} }
  %% mail@{ p50: 20ms, p99: 20ms, availability: 99% }`
  const consuming = (text: string) => backgroundTables(read(text))[0]

  it('that keep up have times with the wait, and an outage to work off', () => {
    const row = consuming(mails('freshness: 500ms, drain: 4h'))
    expect(row).toMatchObject({ name: 'mails', from: 'q', to: 'worker', objective: { met: true } })
    expect(row?.availability).toBeCloseTo(0.99, 12)
    expect(row?.p50).toBeGreaterThan(30)
    // 360,000 messages at 33.3 a second.
    expect(row?.backlog).toMatchObject({ arriving: 100, growing: 0, piledUp: 360_000 })
    expect(row?.backlog?.drain).toBeCloseTo(3 * 3_600_000, 0)
    expect(row?.notes.gaps).toContain(
      'Mail worker can handle 133 messages a second and gets 100: an outage of 60 min is worked off in 3 h.',
    )
  })

  it('miss what they cannot keep', () => {
    expect(consuming(mails('drain: 2h'))?.objective?.shortfalls).toEqual([
      '3 h to work off an outage of 60 min, 2 h promised',
    ])
    expect(consuming(mails('drain: 2h', 'concurrency: 4, mttr: 30m'))?.objective?.met).toBe(true)
  })

  it('that do less than arrives fall behind', () => {
    const row = consuming(mails('freshness: 1m, drain: 1h', 'concurrency: 2'))
    expect(row).toMatchObject({ p99: null, objective: { met: false } })
    expect(row?.backlog?.growing).toBeCloseTo(100 - 200 / 3, 6)
    expect(row?.backlog?.drain).toBeNull()
    expect(row?.notes.gaps.join(' ')).toContain('33.3 pile up each second, 120,000 an hour')
  })

  it('work on one message at a time unless they say otherwise', () => {
    const row = consuming(mails('freshness: 1m', '', '20/s'))
    expect(row?.backlog?.serving).toBeCloseTo(100 / 3, 6)
  })

  it('are as far behind as is stated', () => {
    const text = mails('freshness: 1s').replace('concurrency: 4', 'concurrency: 4, lag: 2s')
    expect(consuming(text)).toMatchObject({ p50: 2030, p99: 2030, objective: { met: false } })
  })

  it('share a queue, and hand on what they write', () => {
    const rows = backgroundTables(
      read(`flowchart LR
  %% arrowsmith: { assume: nothing }
  web[Browser] -->|HTTPS| api[Order API] -->|Kafka| orders[[Orders topic]]
  orders --> a[Mail worker 1]
  orders --> b[Mail worker 2]
  a -->|Kafka| sent[[Sent topic]]
  b -->|Kafka| sent
  sent --> audit[Audit service]
  %% web@{ rate: 100/s }
  %% a@{ p50: 10ms, p99: 10ms, concurrency: 1 }
  %% b@{ p50: 10ms, p99: 10ms, concurrency: 1 }
  %% audit@{ p50: 5ms, p99: 5ms, concurrency: 1 }`),
    )
    expect(
      rows.map(({ name, backlog }) => [name, backlog?.arriving, Math.round(backlog?.serving ?? 0)]),
    ).toEqual([
      ['Orders topic → Mail worker 1', 100, 200],
      ['Sent topic → Audit service', 100, 200],
    ])
  })
})

it('what a clock starts is as old as the last run', () => {
  const nightly = (freshness: string) => `flowchart LR
  %% arrowsmith: { assume: nothing, objectives: { report: { from: cron, freshness: ${freshness} } } }
  web[Browser] -->|HTTPS| api[Order API]
  cron[Cron job] -->|every 24h| report[Report service]
  %% report@{ p50: 30m, p99: 30m }`
  expect(backgroundTables(read(nightly('25h')))).toMatchObject([
    { name: 'report', p99: 1_800_000, interval: 86_400_000, objective: { met: true } },
  ])
  expect(backgroundTables(read(nightly('24h')))[0]?.objective?.met).toBe(false)
  expect(flowTables(read(nightly('25h')))).toHaveLength(1)
})
