// Rules of the category objectives on and beside their limits.

import { type Row, testRows } from '../rows'

testRows([
  [
    'single-region',
    'the outage of a year that a promise allows',
    `%% arrowsmith: { objectives: { checkout: { from: api, to: db, availability: 99.99% } } }
     api[Order API] -->|SQL| db[(Postgres)]
     api@{ region: eu-west-1 }
     db@{ region: eu-west-1 }`,
    'promises 99.99%, 53m of outage a year, and everything runs in eu-west-1.',
  ],
])

testRows([
  [
    'single-region',
    'an outage of hours is allowed',
    `%% arrowsmith: { objectives: { checkout: { from: api, to: db, rto: 8h } } }
     api[Order API] -->|SQL| db[(Postgres)]
     api@{ region: eu-west-1 }
     db@{ region: eu-west-1 }`,
  ],
  [
    'single-region',
    'an outage of a minute',
    `%% arrowsmith: { objectives: { checkout: { from: api, to: db, rto: 1m } } }
     api[Order API] -->|SQL| db[(Postgres)]
     api@{ region: eu-west-1 }
     db@{ region: eu-west-1 }`,
    'checkout promises an outage of at most 1m, and everything runs in eu-west-1.',
    'Order API runs in eu-west-1',
  ],
  [
    'single-region',
    'two regions',
    `%% arrowsmith: { objectives: { checkout: { from: api, to: db, rto: 1m } } }
     api[Order API] -->|SQL| db[(Postgres)]
     api@{ region: eu-west-1 }
     db@{ region: us-east-1 }`,
  ],
  [
    'single-region',
    'one part with a region says nothing of the others',
    `%% arrowsmith: { objectives: { checkout: { from: api, to: db, rto: 1m } } }
     api[Order API] -->|SQL| db[(Postgres)]
     api@{ region: eu-west-1 }`,
  ],
  [
    'failover-exceeds-objective',
    'a fail-over as long as the promise',
    `%% arrowsmith: { objectives: { checkout: { from: api, to: db, rto: 1m } } }
     api[Order API] -->|SQL| db[(Postgres)]
     db@{ failover: 1m }`,
  ],
  [
    'failover-exceeds-objective',
    'a fail-over that is longer',
    `%% arrowsmith: { objectives: { checkout: { from: api, to: db, rto: 1m } } }
     api[Order API] -->|SQL| db[(Postgres)]
     db@{ failover: 90s }`,
    'Postgres fails over in 1.5m, and checkout may be down for 1m.',
    'the objective of checkout',
  ],
  [
    'failover-exceeds-objective',
    'three failed checks and the TTL',
    `%% arrowsmith: { objectives: { checkout: { from: web, to: api, rto: 1m } } }
     web[Browser] -->|DNS| dns[Route 53]
     web -->|HTTPS| dns
     dns -->|HTTPS| api[Order API]
     dns@{ ttl: 60s, healthCheck: 10s }`,
    'Route 53 needs 1.5m to move clients (3 failed checks 30s + TTL 1m)',
  ],
])

testRows([
  [
    'objective-without-tail',
    'the median alone',
    `%% arrowsmith: { objectives: { checkout: { from: api, to: db, p50: 100ms } } }
     api[Order API] -->|SQL| db[(Postgres)]`,
    'checkout promises p50 100ms, and nothing about the slower half.',
  ],
  ...['p95', 'p99', 'p999'].map(
    (tail): Row => [
      'objective-without-tail',
      `the median and the ${tail}`,
      `%% arrowsmith: { objectives: { checkout: { from: api, to: db, p50: 100ms, ${tail}: 1s } } }
       api[Order API] -->|SQL| db[(Postgres)]`,
    ],
  ),
])
