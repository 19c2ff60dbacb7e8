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

testRows([
  [
    'impossible-figure',
    'a median above the p99',
    `api[Order API]
     api@{ p50: 51ms, p99: 50ms }`,
    'Order API states p50 51ms above p99 50ms',
    'p99 50ms',
  ],
  [
    'impossible-figure',
    'a median as long as the p99',
    `api[Order API]
     api@{ p50: 50ms, p99: 50ms }`,
  ],
  [
    'impossible-figure',
    'a p95 above the p99',
    `api[Order API]
     api@{ p50: 10ms, p95: 51ms, p99: 50ms }`,
    'Order API states p95 51ms above p99 50ms',
  ],
  [
    'impossible-figure',
    'two of two replicas',
    `db[(Postgres)]
     db@{ quorum: 2, replicas: 2 }`,
  ],
  [
    'impossible-figure',
    'four of three replicas',
    `db[(Postgres)]
     db@{ quorum: 4, replicas: 3 }`,
    'Postgres needs 4 of 3 replicas: it can never be up. A majority of 3 is 2.',
  ],
  [
    'impossible-figure',
    'five of four replicas',
    `db[(Postgres)]
     db@{ quorum: 5, replicas: 4 }`,
    'A majority of 4 is 3.',
  ],
  [
    'impossible-figure',
    'connecting takes longer than the attempt',
    `web[Web app] -->|HTTPS| api[Order API]
     %% web->api@{ connectTimeout: 3s, timeout: 2s }`,
    'Web app → Order API states connectTimeout 3s above timeout 2s',
  ],
  [
    'impossible-figure',
    'the first pause is longer than the longest',
    `web[Web app] -->|HTTPS| api[Order API]
     %% web->api@{ attempts: 3, baseDelay: 3s, maxDelay: 2s }`,
    'Web app → Order API states baseDelay 3s above maxDelay 2s',
  ],
  [
    'impossible-figure',
    'a call is faster than its network',
    `web[Web app] -->|HTTPS| api[Order API]
     %% web->api@{ rtt: 30ms, p50: 20ms }`,
    'Web app → Order API states rtt 30ms above p50 20ms',
  ],
  [
    'impossible-figure',
    'across the Atlantic in a blink',
    `a[Order service] -->|HTTP| b[Stock service]
     %% a->b@{ rtt: 20ms }
     a@{ region: eu-west-1 }
     b@{ region: us-east-1 }`,
    'Order service → Stock service states 20ms for a round trip between eu-west-1 and us-east-1',
  ],
  [
    'impossible-figure',
    'across the Atlantic as measured',
    `a[Order service] -->|HTTP| b[Stock service]
     %% a->b@{ rtt: 75ms }
     a@{ region: eu-west-1 }
     b@{ region: us-east-1 }`,
  ],
  [
    'impossible-figure',
    'a promise of a median above the p99',
    `web[Web app] -->|HTTPS| api[Order API]
     %% arrowsmith: { objectives: { quick: { from: web, p50: 200ms, p99: 100ms } } }`,
    'quick promises p50 200ms above p99 100ms',
  ],
  [
    'impossible-figure',
    'a promise of a median as long as the p99',
    `web[Web app] -->|HTTPS| api[Order API]
     %% arrowsmith: { objectives: { quick: { from: web, p50: 100ms, p99: 100ms } } }`,
  ],
])

const promising = (availability: string, figures: string): string => `web[Web app] -->|HTTPS| api[Order API]
     api -->|HTTP| stock[Stock API]
     %% web@{ availability: 100% }
     api@{ availability: 99.9% }
     stock@{ ${figures} }
     %% arrowsmith: { assume: nothing, objectives: { checkout: { from: web, availability: ${availability} } } }`

testRows([
  ['availability-objective-missed', 'kept', promising('99.8%', 'availability: 99.99%')],
  [
    'availability-objective-missed',
    'missed by a little',
    promising('99.9%', 'availability: 99.99%'),
    'promises 99.9% and reaches 99.89%: 9.6 h of outage a year instead of 8.8 h.',
    'Most of it: Order API 8.8 h',
    'Add a replica or a fallback there, or promise 99.89%.',
    'Order API',
  ],
  [
    'availability-objective-missed',
    'by both',
    promising('99.9%', 'availability: 99.8%'),
    'reaches 99.70%: 26 h of outage a year instead of 8.8 h. Most of it: Stock API 18 h, Order API 8.7 h.',
  ],
  [
    'availability-objective-missed',
    'minutes and seconds',
    `web[Web app] -->|HTTPS| api[Order API]
     %% web@{ availability: 100% }
     api@{ availability: 99.999% }
     %% arrowsmith: { assume: nothing, objectives: { checkout: { from: web, availability: 99.9999% } } }`,
    'promises 99.9999% and reaches 99.99900%: 5.3 min of outage a year instead of 32 s.',
    'or promise 99.999%.',
  ],
])
