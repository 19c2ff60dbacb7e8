// What the sentences around a picture promise, and the picture as drawn cannot keep.

import { describe, expect, it } from 'vitest'
import { promiseIn } from '../../src/rules/queries/promises/in-words'
import { document, of, told } from './told'

describe('a promise', () => {
  it.each([
    ['We promise 99.95 % availability.', { availability: 0.9995 }],
    ['- Availability of the intake: **99.99%** per month', { availability: 0.9999 }],
    ['* Disponibilidade mensal: 99,9%', { availability: 0.999 }],
    ['Die Verfügbarkeit beträgt mindestens 99,5 %.', { availability: 0.995 }],
    ['可用性目标 99.99%。', { availability: 0.9999 }],
    ['Answers within 400 ms at p99.', { latency: { percentile: 'p99', ms: 400 } }],
    ['SLO: p95 of 1.5 s', { latency: { percentile: 'p95', ms: 1500 } }],
    ['95th percentile below 2 seconds', { latency: { percentile: 'p95', ms: 2000 } }],
    ['* RTO: 15 minutos, RPO: zero', { rto: 900_000, losesNothing: true }],
    ['Recovery time after the loss of a site: 5 minutes.', { rto: 300_000 }],
    ['Service level agreed with growers: 99.99 % per month', { availability: 0.9999 }],
    ['RTO 2 h', { rto: 7_200_000 }],
    ['RPO = 0', { losesNothing: true }],
    ['No confirmed order is ever lost.', { losesNothing: true }],
  ])('is read: %s', (sentence, promise) => {
    expect(promiseIn(sentence)).toEqual(promise)
  })

  it.each([
    'The provider offers 99.99% availability.',
    'Last year availability was 99.2%.',
    'If availability were 99.9%, this would do.',
    'Is 99.99% availability realistic?',
    'The service answers in 400 ms at p99.',
    'S3 has a durability of 99.999999999%.',
    'CPU utilisation stays below 95%.',
    'RPO: 0.5 h',
    'RPO: 5 minutes',
    'RTO is not defined yet.',
  ])('is none: %s', sentence => {
    expect(promiseIn(sentence)).toBeUndefined()
  })
})

const said = (rule: string, source: string): readonly string[] =>
  of(rule, told(source)).map(({ message, span }) => `${source.slice(span.start, span.end)} → ${message}`)

const chain = (...labels: readonly string[]) =>
  document([
    'flowchart LR',
    `  app[Mobile app] --> api["Order API<br/>${labels[0]}"]`,
    `  api --> ids["Identity provider<br/>${labels[1]}"]`,
    `  api --> db[("PostgreSQL<br/>${labels[2]}")]`,
  ])

describe('an availability', () => {
  const rule = 'availability-objective-missed'
  const picture = chain('99.95 %', 'SLA 99.9%', '99,5 %')

  it('is multiplied along the picture', () => {
    const [finding, ...others] = said(rule, `${picture}\nWe promise 99.95% availability.\n`)
    expect(others).toEqual([])
    expect(finding).toMatch(/^We promise 99\.95% availability\. → This promises 99\.95%, and the figures/)
    expect(finding).toContain('at most 99.35%')
    expect(finding).toContain('or promise 99.35%.')
  })

  it.each([
    ['less is promised', picture, 'We promise 99.3% availability.'],
    ['one figure alone is given', chain('Node.js', 'SLA 99.9%', '15'), 'We promise 99.95% availability.'],
    ['none is given', chain('Node.js', 'OIDC', '15'), 'We promise 99.95% availability.'],
    ['a box is spoken of', picture, 'The identity provider promises 99.9% availability.'],
    ['alternatives are weighed', picture, '## Alternatives considered\n\nA promise of 99.95% availability.'],
  ])('is let be where %s', (_, drawn, words) => {
    expect(said(rule, `${drawn}\n${words}\n`)).toEqual([])
  })

  it('is not told again beside an objective of the picture', () => {
    const stated = picture.replace(
      'flowchart LR',
      'flowchart LR\n  %% arrowsmith: { objectives: { all: { availability: 99.95% } } }',
    )
    expect(said(rule, `${stated}\nWe promise 99.95% availability.\n`)).toHaveLength(1)
  })
})

describe('a latency', () => {
  const rule = 'latency-objective-missed'
  const slow = chain('p50 90 ms, p99 150 ms', 'p50 200 ms, p99 300 ms', 'p50 40 ms, p99 80 ms')

  it('is added up along the picture', () => {
    const [finding] = said(rule, `${slow}\nAnswers within 200 ms at p99.\n`)
    expect(finding).toContain('This promises p99 200ms, and by the figures in the diagram')
  })

  it('is let be where the figures keep it', () => {
    expect(said(rule, `${slow}\nAnswers within 2 s at p99.\n`)).toEqual([])
  })
})

describe('a short outage', () => {
  const one = document([
    'flowchart LR',
    '  app[Mobile app] -->|HTTPS| api[Order API, 3 replicas]',
    '  api -->|SQL| db[("Oracle<br/>single server")]',
  ])
  const two = document([
    'flowchart LR',
    '  app[Mobile app] -->|HTTPS| api[Order API]',
    '  api -->|SQL| db[(Oracle RAC)]',
  ])
  const zone = document([
    'architecture-beta',
    '  group cloud(cloud)[AWS]',
    '  group a(cloud)[eu-central-1a] in cloud',
    '  service api(server)[Order API] in a',
    '  service db(database)[PostgreSQL] in a',
    '  api:R --> L:db',
  ])

  const region = document([
    'architecture-beta',
    '  group a(cloud)[AWS eu central 1]',
    '  service api(server)[Order API] in a',
    '  service db(database)[PostgreSQL] in a',
    '  api:R --> L:db',
  ])

  it.each([
    ['a single server', 'single-point-of-failure', one, 'RTO: 15 minutes', 1],
    ['a single server, and little is promised', 'single-point-of-failure', one, 'RTO: 24 h', 0],
    ['a cluster', 'single-point-of-failure', two, 'RTO: 15 minutes', 0],
    ['one zone', 'single-zone', zone, 'Availability: 99.99%', 1],
    ['one zone, and a day may be lost', 'single-zone', zone, 'Availability: 99.5%', 0],
    ['one zone, which is in one region', 'single-region', zone, 'RTO: 5 minutes', 0],
    ['one region', 'single-region', region, 'RTO: 5 minutes', 1],
  ])('of what runs on %s', (_, rule, drawn, words, count) => {
    expect(said(rule, `${drawn}\n${words}\n`)).toHaveLength(count)
  })
})

describe('that nothing gets lost', () => {
  const copies = document([
    'sequenceDiagram',
    '  participant api as Order API',
    '  participant db as PostgreSQL primary',
    '  participant copy as PostgreSQL replica (async)',
    '  api->>db: INSERT order',
    '  db-->>api: ok',
    '  db--)copy: WAL',
  ])

  it.each([
    ['Patroni promotes the replica. No confirmed order is ever lost.', 1],
    ['Failover is automatic. RPO: 0', 1],
    ['The replica serves reports. No confirmed order is ever lost.', 0],
    ['Patroni promotes the replica. synchronous_commit = remote_apply. RPO: 0', 0],
    ['Failover is automatic. RPO: 1 minute', 0],
  ])('by what copies later: %s', (words, count) => {
    expect(said('async-replication-loss', `${copies}\n${words}\n`)).toHaveLength(count)
  })
})
