// Designs of all the kinds that documents draw, each with an answer that a pocket calculator gives.

import { describe, expect, it } from 'vitest'
import { check } from './answers'
import { flowIn } from './door'

const web = 'flowchart LR\n  web[Browser] -->|HTTPS| api[Order API]\n'

describe('load', () => {
  const loaded = (rate: string, more = '') => `flowchart LR
  web[Web app] -->|"HTTPS, 1s timeout"| api[Order API]
  %% web@{ rate: ${rate} }
  %% api@{ p50: 100ms, p99: 100ms, ${more} }`
  // 30 places of 100 ms serve 300 a second.
  check({
    name: 'well below capacity nobody waits',
    diagram: loaded('30/s', 'concurrency: 30'),
    p50: 100,
    failed: 0,
  })
  check({
    name: 'a third too many are not answered',
    diagram: loaded('450/s', 'concurrency: 30'),
    failed: 1 / 3,
    p99: 1000,
  })
  check({
    name: 'half is refused at once',
    diagram: loaded('200/s', 'rateLimit: 100/s'),
    failed: 0.5,
    p99: 100,
  })
  check({
    name: 'without a timeout the wait grows without limit, and as many are answered as can be served',
    diagram: loaded('600/s', 'concurrency: 30').replace(', 1s timeout', ''),
    failed: 0.5,
    p50: null,
    p99: null,
  })
  check({
    name: 'replicas share it',
    diagram: loaded('450/s', 'concurrency: 15, replicas: 4'),
    failed: 0,
  })
})

describe('load of what stands by', () => {
  const drawn = `flowchart LR
  web[Web app] -->|HTTPS| api[Order API]
  api -->|"gRPC, 2 attempts, 50% error rate, falls back to Tariff service"| price[Price service]
  api -->|gRPC| tariff[Tariff service]
  %% web@{ rate: 400/s }`
  // A quarter fails twice: 100 a second.
  check({
    name: 'a fallback has what is left over',
    diagram: `${drawn}\n  %% tariff@{ capacity: 200/s }`,
    failed: 0,
    load: { tariff: 0.5 },
  })
  check({
    name: 'a fallback that cannot serve it refuses the rest',
    diagram: `${drawn}\n  %% tariff@{ capacity: 50/s }`,
    failed: 1 / 8,
  })
})

describe('draws', () => {
  check({
    name: 'copies that read through one cache miss together',
    diagram: `flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer]
  lb -->|HTTP| a1[Cart service 1]
  lb -->|HTTP| a2[Cart service 2]
  a1 -->|RESP| cache[(Redis)]
  a2 -->|RESP| cache
  a1 -->|SQL| db[(Postgres)]
  a2 -->|SQL| db
  %% cache@{ hitRatio: 80% }
  %% db@{ availability: 98% }`,
    // 20% of 2%.
    availability: 0.996,
  })
  check({
    name: 'attempts meet the branch again',
    diagram: `${web}  api -->|gRPC| stock[Stock service]
  stock -->|"gRPC, 5% of traffic"| tax[Tax service]
  %% api->stock@{ attempts: 3 }
  %% stock->tax@{ errorRate: 20% }`,
    // 5% × 20%³
    failed: 0.0004,
    attempts: 3,
  })
  check({
    name: 'two calls to one component draw each for themselves',
    diagram: `${web}  api -->|gRPC| a[Price service]
  api -->|gRPC| b[Stock service]
  a -->|SQL| db[(Postgres)]
  b -->|SQL| db
  %% a->db@{ errorRate: 2% }
  %% b->db@{ errorRate: 2% }`,
    failed: 1 - 0.98 ** 2,
  })
  check({
    name: 'a fallback on the same component draws anew',
    diagram: `${web}  api -->|gRPC| a[Price service]
  api -->|gRPC| b[Tariff service]
  a -->|SQL| db[(Postgres)]
  b -->|SQL| db
  %% api->a@{ fallback: b }
  %% a->db@{ errorRate: 20% }
  %% b->db@{ errorRate: 20% }`,
    failed: 0.04,
  })
  check({
    name: 'an outage of that component takes both',
    diagram: `${web}  api -->|gRPC| a[Price service]
  api -->|gRPC| b[Tariff service]
  a -->|SQL| db[(Postgres)]
  b -->|SQL| db
  %% api->a@{ fallback: b }
  %% db@{ availability: 99% }`,
    availability: 0.99,
  })
  check({
    name: 'each of several calls may meet an error',
    diagram: `${web}  api -->|gRPC| a[Price service]\n  %% api->a@{ calls: 4, errorRate: 3% }`,
    failed: 1 - 0.97 ** 4,
    attempts: 4,
  })
  check({
    name: 'rounds of a loop too',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as Order API
  participant a as Price service
  web->>api: GET /orders
  loop 5 times
    %% @{ errorRate: 1% }
    api->>a: gRPC Get
    a-->>api: price
  end
  api-->>web: 200`,
    failed: 1 - 0.99 ** 5,
  })
  check({
    name: 'half of the rounds branch',
    diagram: `${web}  api -->|gRPC| a[Price service]
  a -->|"SQL, 50% of traffic"| db[(Postgres)]
  %% api->a@{ calls: 3 }
  %% db@{ availability: 92% }`,
    // Down hurts unless none of the three rounds needs it.
    availability: 1 - 0.08 * (1 - 0.125),
  })
})

describe('what stands behind what', () => {
  const through = (cache: string) => `flowchart LR
  web[Browser] -->|HTTPS| cache[${cache}]
  cache -->|HTTP| api[Order API]
  %% cache@{ hitRatio: 75%, p50: 2ms, p99: 2ms }
  %% api@{ p50: 80ms, p99: 80ms, availability: 96% }`
  for (const cache of ['Varnish', 'nginx', 'Response cache', 'Cloudflare CDN'])
    check({
      name: `misses alone go on behind ${cache}`,
      diagram: through(cache),
      p50: 2,
      p95: 82,
      availability: 0.99,
    })
  check({
    name: 'a cache that is read through is needed',
    diagram: `${web}  api -->|RESP| cache[(Redis)]
  cache -->|SQL| db[(Postgres)]
  %% cache@{ hitRatio: 90%, availability: 99% }
  %% db@{ availability: 95% }`,
    // 1% + 99% × 10% × 5%
    availability: 1 - (0.01 + 0.99 * 0.1 * 0.05),
  })
  check({
    name: 'a cache beside its store is not',
    diagram: `${web}  api -->|RESP| cache[(Redis)]
  api -->|SQL| db[(Postgres)]
  %% cache@{ hitRatio: 90%, availability: 99%, fails: refuse }
  %% db@{ availability: 95% }`,
    availability: 1 - 0.05 * (0.01 + 0.99 * 0.1),
  })
  check({
    name: 'a standby takes over in a while',
    diagram: `${web}  api -->|SQL| a[(Postgres primary)]
  api -->|SQL| b[(Postgres standby)]
  %% a@{ availability: 99.9%, commonCause: 0.0001% }
  %% b@{ availability: 99.9%, commonCause: 0.0001%, active: passive, failover: 60s, mttr: 1h, coverage: 99% }`,
    // u × (c × 60 s / 3600 s + 1 − c) + u²
    availability: 1 - (0.001 * (0.99 / 60 + 0.01) + 0.001 ** 2 * (0.99 * (1 - 1 / 60))) - 1e-9,
  })
  check({
    name: 'a balancer splits as its arrows say',
    diagram: `flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer]
  lb -->|"HTTP, 98% of traffic"| old[Order API stable]
  lb -->|"HTTP, 2% of traffic"| new[Order API canary]
  %% old@{ p50: 10ms, p99: 10ms }
  %% new@{ p50: 90ms, p99: 90ms }`,
    p50: 10,
    p95: 10,
    p99: 90,
  })
  check({
    name: 'errors of a canary are those of its share',
    diagram: `flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer]
  lb -->|"HTTP, 98% of traffic"| old[Order API stable]
  lb -->|"HTTP, 2% of traffic, 50% error rate"| new[Order API canary]`,
    failed: 0.01,
  })
  check({
    name: 'a group may be down as a whole',
    diagram: `${web}  subgraph zone [eu-west-1a]
    api -->|SQL| db[(Postgres)]
  end
  %% zone@{ availability: 99.9% }
  %% db@{ availability: 99% }`,
    availability: 0.999 * 0.99,
  })
  check({
    name: 'metadata of a group counts where an arrow ends at it',
    diagram: `flowchart LR
  web[Browser] -->|HTTPS| zone
  subgraph zone [Shop]
    api[Order API]
  end
  %% zone@{ availability: 99.9% }`,
    availability: 0.999,
  })
})

describe('balancers', () => {
  check({
    name: 'an arrow of a balancer without a share has what the others leave',
    diagram: `flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer]
  lb -->|"HTTP, 5% of traffic, 20% error rate"| canary[Order API canary]
  lb -->|HTTP| stable[Order API stable]`,
    failed: 0.01,
  })
})

describe('outages take time', () => {
  const slow = (fails: string) => `flowchart LR
  web[Browser] -->|"HTTPS, 500ms timeout"| api[Order API]
  api -->|"gRPC, 300ms timeout, 2 attempts"| price[Price service]
  %% api->price@{ fallback: true }
  %% price@{ availability: 97%${fails} }`
  check({
    name: 'what hangs costs its attempts',
    diagram: slow(''),
    availability: 0.97,
    attempts: 2,
    longest: 500,
  })
  check({ name: 'what refuses costs none', diagram: slow(', fails: refuse'), availability: 1 })
  check({
    name: 'a circuit breaker ends the wait',
    diagram: slow('').replace('fallback: true', 'fallback: true, breaker: true'),
    availability: 1,
  })
  check({
    name: 'half the wait leaves time for the fallback',
    diagram: slow('').replace('300ms timeout', '200ms timeout'),
    availability: 1,
  })
})

describe('labels', () => {
  check({
    name: 'half a call is a chance',
    diagram: `${web}  api -->|gRPC| a[Price service]\n  %% api->a@{ calls: 0.5 }\n  %% a@{ p50: 40ms, p99: 40ms, availability: 90% }`,
    p95: 40,
    availability: 0.95,
  })
  check({
    name: 'calls at once last as long as one',
    diagram: `${web}  api -->|"gRPC, 100 calls in parallel"| a[Price service]\n  %% a@{ p50: 40ms, p99: 40ms }`,
    p50: 40,
    attempts: 100,
  })
  check({
    name: 'calls one after another add up',
    diagram: `${web}  api -->|"gRPC, 20 calls"| a[Price service]\n  %% a@{ p50: 40ms, p99: 40ms }`,
    p50: 800,
    attempts: 20,
  })
  check({
    name: 'cold starts take their share',
    diagram: `flowchart LR\n  web[Browser] -->|"HTTPS"| api["Order API, 3% cold starts of 1.2s"]\n  %% api@{ p50: 50ms, p99: 50ms }`,
    p50: 50,
    p95: 50,
    p99: 1250,
  })
  check({
    name: 'a fallback is named in a label',
    diagram: `${web}  api -->|"gRPC, 10% error rate, falls back to Tariff service"| a[Price service]
  api -->|"gRPC, 10% error rate"| b[Tariff service]`,
    failed: 0.01,
  })
  check({
    name: 'bytes take time',
    diagram: `${web}  api -->|"HTTPS, 500 KB at 40 Mbps"| a[File service]`,
    // 4 Mbit
    p50: 100,
  })
  check({
    name: 'a time as long as the timeout is in time',
    diagram: `${web}  api -->|"gRPC, 70ms timeout"| a[Price service]\n  %% a@{ p50: 70ms, p99: 70ms }`,
    failed: 0,
    p99: 70,
  })
  check({
    name: 'a p95 between median and p99 is kept',
    diagram: `flowchart LR\n  web[Browser] -->|HTTPS| api[Order API]\n  %% api@{ p50: 20ms, p95: 90ms, p99: 100ms }`,
    p50: 20,
    p95: 90,
    p99: 100,
  })
  check({
    name: 'jitter never makes a pause longer than its cap',
    diagram: `${web}  api -->|"gRPC, 100ms timeout, 3 attempts"| a[Price service]
  %% api->a@{ backoff: exponential, baseDelay: 100ms, maxDelay: 250ms, jitter: decorrelated }`,
    // 3 × 100 ms, and pauses of up to 250 ms twice.
    longest: 800,
  })
  check({
    name: 'the second copy of a hedged call makes up for an error',
    diagram: `${web}  api -->|"gRPC, hedged after 90ms, 5% error rate"| a[Price service]\n  %% a@{ p50: 20ms, p99: 20ms }`,
    // 0.05²; of 5%, 90 + 20 ms.
    failed: 0.0025,
    p50: 20,
    p99: 110,
  })
  check({
    name: 'more than a hundred rounds are all counted',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as Order API
  participant a as Price service
  web->>api: GET /orders
  loop 250 times
    api->>a: gRPC Get
    a-->>api: price
  end
  api-->>web: 200
  %% a@{ p50: 2ms, p99: 2ms }`,
    p50: 500,
    attempts: 250,
  })
})

describe('pages in sequence', () => {
  check({
    name: 'what a client asks for one after another adds up',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as Order API
  participant img as Image service
  web->>api: GET /orders
  api-->>web: 200
  web->>img: GET /a.png
  img-->>web: 200
  %% api@{ p50: 100ms, p99: 100ms, availability: 99% }
  %% img@{ p50: 50ms, p99: 50ms, availability: 98% }`,
    p50: 150,
    availability: 0.99 * 0.98,
  })
})

describe('what is called only when something else fails', () => {
  const beside = (label: string, more = '') => `${web}  api -->|"gRPC, 100ms timeout"| first[Price service]
  api -->|"${label}"| second[Tariff service]
  ${more}
  %% first@{ p50: 10ms, p99: 10ms, availability: 99%, fails: refuse }
  %% second@{ p50: 50ms, p99: 50ms, availability: 98% }`
  for (const label of ['fallback', 'gRPC, fallback', 'gRPC, on failure', 'if the price service is down'])
    check({ name: `by its label: ${label}`, diagram: beside(label), p50: 10, availability: 1 - 0.01 * 0.02 })
  for (const label of ['gRPC', 'gRPC, retry on error'])
    check({ name: `is not told by: ${label}`, diagram: beside(label), p50: 60, availability: 0.99 * 0.98 })
  check({
    name: 'is left out where nothing says what it stands in for',
    diagram: beside('on failure', 'api -->|gRPC| stock[Stock service]'),
    p50: 10,
    availability: 0.99,
  })
})

it('says what is left out so', () => {
  const { assumed } = flowIn(`${web}  api -->|gRPC| first[Price service]
  api -->|gRPC| stock[Stock service]
  api -->|on failure| second[Tariff service]`)
  expect(assumed.filter(({ key }) => key === 'path')).toMatchObject([
    { at: 'api->second', value: 'left out' },
  ])
})

describe('work of its own, as sequences show it', () => {
  const drawn = (...own: readonly string[]) => `sequenceDiagram
  participant web as Browser
  participant api as Order API
  participant db as Postgres
  web->>api: GET /orders
  ${own.join('\n  ')}
  api->>db: SELECT
  db-->>api: rows
  api-->>web: 200
  %% db@{ p50: 10ms, p99: 10ms }`
  check({ name: 'takes its time', diagram: drawn('api->>api: render (50ms)'), p50: 60 })
  check({
    name: 'adds up',
    diagram: drawn('api->>api: parse, 20ms', 'api->>api: render, takes 50ms'),
    p50: 80,
  })
  check({ name: 'is no pause', diagram: drawn('api->>api: wait before the retry (50ms)'), p50: 10 })
  check({
    name: 'counts where it is always done',
    diagram: drawn('opt rarely', 'api->>api: render (50ms)', 'end'),
    p50: 10,
  })
  check({
    name: 'counts where it is clear for which call',
    diagram: drawn('api->>api: render (50ms)', 'web->>api: GET /more'),
    p50: 10,
  })
  for (const [title, rounds] of [
    ['i = 1..5', 5],
    ['for i in 2 to 5', 4],
    ['every item (x5)', 5],
    ['5 pages', 5],
    ['for each page (5)', 5],
    ['over 5 shards', 5],
    ['for all 5 shards', 5],
    ['five times', 5],
    ['twice', 2],
    ['1,000 times', 1000],
    ['for 5 minutes', 1],
    ['5 seconds', 1],
  ] as const)
    check({
      name: `${rounds} rounds of a loop: ${title}`,
      diagram: drawn(`loop ${title}`, 'api->>db: SELECT', 'db-->>api: rows', 'end'),
      p50: 10 + 10 * rounds,
    })
})

describe('a quorum', () => {
  const asked = (label: string, store: string) => `${web}  api -->|"${label}"| db[("${store}")]
  %% db@{ availability: 99%, commonCause: 0% }`
  const twoOfThree = 1 - (3 * 0.01 ** 2 * 0.99 + 0.01 ** 3)
  for (const [label, store] of [
    ['CQL, quorum 2 of 3', 'Cassandra'],
    ['CQL, quorum of 2', 'Cassandra x3'],
    ['CQL', 'Cassandra, 3 nodes, quorum: 2'],
  ] as const)
    check({ name: `of “${label}” and “${store}”`, diagram: asked(label, store), availability: twoOfThree })
  check({
    name: 'that is not said needs one copy',
    diagram: asked('CQL', 'Cassandra x3'),
    availability: 1 - 0.01 ** 3,
  })
})
