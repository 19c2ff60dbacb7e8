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

const quick = (objective: string, figures = 'p50: 100ms, p99: 100ms'): string =>
  `web[Web app] -->|HTTPS| api[Order API]
     api@{ ${figures} }
     %% arrowsmith: { assume: nothing, objectives: { checkout: { from: web, ${objective} } } }`

testRows([
  ['latency-objective-missed', 'a millisecond more than it takes', quick('p99: 101ms')],
  ['latency-objective-missed', 'as long as it takes', quick('p99: 100ms')],
  [
    'latency-objective-missed',
    'a millisecond less than it takes',
    quick('p99: 99ms'),
    'checkout promises p99 99ms and takes 100ms: 0% within 99ms, 99% promised. Most of it: Order API 100ms.',
    'or promise 100ms.',
    'on the critical path, 100ms',
  ],
  [
    'latency-objective-missed',
    'all that can be promised',
    quick('p50: 99ms, p95: 200ms, p99: 200ms, p999: 200ms'),
    'checkout promises p50 99ms and takes 100ms',
  ],
  [
    'latency-objective-missed',
    'the worst of several',
    quick('p50: 50ms, p99: 90ms', 'p50: 80ms, p99: 95ms'),
    'checkout promises p50 50ms and takes 80ms',
  ],
  [
    'latency-objective-missed',
    'more arrives than is served',
    `web[Web app] -->|HTTPS| api[Order API]
     web@{ rate: 200/s }
     api@{ p50: 100ms, p99: 100ms, capacity: 100/s }
     %% arrowsmith: { assume: nothing, objectives: { checkout: { from: web, p99: 1s } } }`,
    'checkout promises p99 1s and its latency grows without limit',
    'gets more than it can serve',
  ],
  [
    'objective-below-floor',
    'light takes longer, even in a vacuum',
    `web[Order service] -->|HTTP| api[Stock service]
     web@{ region: eu-west-1 }
     api@{ region: us-east-1 }
     %% arrowsmith: { objectives: { checkout: { from: web, p99: 30ms } } }`,
    'checkout promises p99 30ms, but light in a vacuum needs',
    'Order service → Stock service (',
  ],
  [
    'objective-below-floor',
    'light takes longer in fiber',
    `web[Order service] -->|HTTP| api[Stock service]
     web@{ region: eu-west-1 }
     api@{ region: us-east-1 }
     %% arrowsmith: { objectives: { checkout: { from: web, p99: 42ms } } }`,
    'checkout promises p99 42ms, but light in fiber needs',
  ],
  [
    'objective-below-floor',
    'light takes less',
    `web[Order service] -->|HTTP| api[Stock service]
     web@{ region: eu-west-1 }
     api@{ region: us-east-1 }
     %% arrowsmith: { objectives: { checkout: { from: web, p99: 100ms } } }`,
  ],
  [
    'objective-below-floor',
    'the tightest of several',
    `web[Order service] -->|HTTP| api[Stock service]
     web@{ region: eu-west-1 }
     api@{ region: us-east-1 }
     %% arrowsmith: { objectives: { checkout: { from: web, p50: 20ms, p99: 100ms } } }`,
    'checkout promises p50 20ms',
  ],
])

const standby = (figures: string, objective: string): string =>
  `web[Web app] -->|HTTPS| api[Order API]
     api -->|SQL| db[(Postgres)]
     db@{ ${figures} }
     %% arrowsmith: { objectives: { checkout: { from: web, ${objective} } } }`

testRows([
  ['failover-exceeds-objective', 'as long as it may be down', standby('failover: 60s', 'rto: 60s')],
  [
    'failover-exceeds-objective',
    'a second more',
    standby('failover: 61s', 'rto: 60s'),
    'Postgres fails over in 61s, and checkout may be down for 1m.',
  ],
  [
    'failover-exceeds-objective',
    'within what a month allows',
    standby('failover: 43m', 'availability: 99.9%'),
  ],
  [
    'failover-exceeds-objective',
    'more than a month allows',
    standby('failover: 44m', 'availability: 99.9%'),
    'one fail-over uses more than the 43 min of outage that 99.9% allows checkout in a month.',
  ],
  [
    'failover-exceeds-objective',
    'more than a month allows, in seconds',
    standby('failover: 30s', 'availability: 99.999%'),
    'more than the 26 s of outage that 99.999% allows',
  ],
  [
    'failover-exceeds-objective',
    'as long as it accepts itself',
    standby('failover: 60s, rto: 60s', 'p99: 9s'),
  ],
  [
    'failover-exceeds-objective',
    'longer than it accepts itself',
    standby('failover: 61s, rto: 60s', 'p99: 9s'),
    'Postgres fails over in 61s, and may be down for 1m.',
    'the outage accepted',
  ],
  [
    'failover-exceeds-objective',
    'three failed checks and the TTL',
    `dns[Route 53] -->|HTTPS| api[Order API]
     dns@{ ttl: 60s, healthCheck: 10s, rto: 89s }`,
    'Route 53 needs 1.5m to move clients (3 failed checks 30s + TTL 1m), and may be down for 89s.',
  ],
  [
    'failover-exceeds-objective',
    'three failed checks and the TTL, as long as accepted',
    `dns[Route 53] -->|HTTPS| api[Order API]
     dns@{ ttl: 60s, healthCheck: 10s, rto: 90s }`,
  ],
  [
    'failover-exceeds-objective',
    'the TTL alone',
    `dns[Route 53] -->|HTTPS| api[Order API]
     dns@{ ttl: 60s, rto: 59s }`,
    'Route 53 needs 1m to move clients (TTL 1m)',
  ],
])
