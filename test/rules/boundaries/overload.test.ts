// Rules of the category overload on and beside their limits.

import { type Row, testRows } from '../rows'

testRows([
  [
    'pool-exhausted',
    'each of two places is used all the time, and a half is missing',
    `web[Web app] -->|HTTPS| api[Order API]
     web@{ rate: 25.125/s }
     api@{ p50: 100ms, p99: 100ms, concurrency: 2 }`,
    'Order API would need 3 places and has 2: 25.1 requests a second hold one for 100ms each',
  ],
  [
    'pool-exhausted',
    'a place is left',
    `web[Web app] -->|HTTPS| api[Order API]
     web@{ rate: 15/s }
     api@{ p50: 100ms, p99: 100ms, concurrency: 2 }`,
  ],
  [
    'pool-exhausted',
    'copies have a pool each',
    `web[Web app] -->|HTTPS| api[Order API]
     web@{ rate: 25/s }
     api@{ p50: 100ms, p99: 100ms, concurrency: 2, replicas: 2 }`,
  ],
  [
    'pool-exhausted',
    'a stated capacity is spoken of by another rule',
    `web[Web app] -->|HTTPS| api[Order API]
     web@{ rate: 25/s }
     api@{ p50: 100ms, p99: 100ms, concurrency: 2, capacity: 20/s }`,
  ],
  [
    'capacity-exceeded',
    'more than it serves',
    `web[Web app] -->|HTTPS| api[Order API]
     web@{ rate: 101/s }
     api@{ capacity: 100/s }`,
    'Order API',
    'Their wait grows without limit, because no timeout ends it.',
  ],
  [
    'capacity-exceeded',
    'less than it serves',
    `web[Web app] -->|HTTPS| api[Order API]
     web@{ rate: 99/s }
     api@{ capacity: 100/s }`,
  ],
  [
    'capacity-exceeded',
    'a timeout ends the wait',
    `web[Web app] -->|"HTTPS, 1s timeout"| api[Order API]
     web@{ rate: 200/s }
     api@{ capacity: 100/s }`,
    '50% of them wait in vain until their callers time out',
  ],
])

testRows([
  [
    'shared-pool',
    'two dependencies',
    `api[Order service] -->|HTTP| stock[Stock service]
     api -->|HTTP| pay[Payment service]
     %% api->stock@{ pool: http }
     %% api->pay@{ pool: HTTP }`,
    'Order service',
    'Payment service',
  ],
  [
    'shared-pool',
    'one dependency, twice',
    `api[Order service] -->|HTTP| stock[Stock service]
     api -->|HTTP| stock
     %% api->stock#1@{ pool: http }
     %% api->stock#2@{ pool: http }`,
  ],
  [
    'shared-pool',
    'a pool each',
    `api[Order service] -->|HTTP| stock[Stock service]
     api -->|HTTP| pay[Payment service]
     %% api->stock@{ pool: stock }
     %% api->pay@{ pool: pay }`,
  ],
  [
    'shared-pool',
    'pools of two callers',
    `api[Order service] -->|HTTP| stock[Stock service]
     cart[Cart service] -->|HTTP| pay[Payment service]
     %% api->stock@{ pool: http }
     %% cart->pay@{ pool: http }`,
  ],
])

testRows([
  [
    'connection-churn',
    'a store, each time',
    `api[Order service] -->|SQL| db[(Postgres)]
     %% api->db@{ connection: new }`,
    'Order service opens a connection to Postgres for each call',
    'Reuse connections',
  ],
  [
    'connection-churn',
    'a service, once a request',
    `api[Order service] -->|HTTP| stock[Stock service]
     %% api->stock@{ connection: new }`,
  ],
  [
    'connection-churn',
    'a service, once, as stated',
    `api[Order service] -->|HTTP| stock[Stock service]
     %% api->stock@{ connection: new, calls: 1 }`,
  ],
  [
    'connection-churn',
    'a service, twice a request',
    `api[Order service] -->|HTTP| stock[Stock service]
     %% api->stock@{ connection: new, calls: 2 }`,
    'a round trip before the request leaves. Write',
  ],
  [
    'connection-churn',
    'two more for TLS 1.2',
    `api[Order service] -->|HTTPS| stock[Stock service]
     %% api->stock@{ connection: new, calls: 2, tls: 1.2 }`,
    '3 round trips before the request leaves. Write',
  ],
  [
    'connection-churn',
    'as many a second as there are ports',
    `api[Order service] -->|HTTP| stock[Stock service]
     %% api->stock@{ connection: new, rate: 471/s }`,
    'before the request leaves. Write',
  ],
  [
    'connection-churn',
    'more a second than there are ports',
    `api[Order service] -->|HTTP| stock[Stock service]
     %% api->stock@{ connection: new, rate: 472/s }`,
    'At 472 a second it runs out of local ports, too: closed ones wait 60 s, so about 471 a second are left.',
  ],
  [
    'connection-churn',
    'a client has to',
    `web[Browser] -->|HTTPS| api[Order API]
     %% web->api@{ connection: new, calls: 2 }`,
  ],
  [
    'connection-churn',
    'each instance of a function',
    `fn[Order Lambda] -->|SQL| db[(Postgres)]`,
    'Each instance of Order Lambda opens its own connection to Postgres.',
    'PostgreSQL accepts 100 by default. Put a pooler in front (RDS Proxy)',
  ],
  [
    'connection-churn',
    'MySQL',
    `fn[Order cloud function] -->|SQL| db[(MySQL)]`,
    'MySQL accepts 151 by default. Put a pooler in front (ProxySQL)',
  ],
  [
    'connection-churn',
    'a database of no known product',
    `fn[Order cloud function] -->|SQL| db[(Orders database)]`,
    '500 connections, more than most servers accept. Put a pooler in front (PgBouncer, ProxySQL)',
  ],
  ['connection-churn', 'through a pooler', `fn[Order Lambda] -->|SQL| db[(Postgres with PgBouncer)]`],
  [
    'connection-churn',
    'a pooler, as stated',
    `fn[Order Lambda] -->|SQL| db[(Postgres)]\n     db@{ pooler: true }`,
  ],
  [
    'connection-churn',
    'no pooler, as stated',
    `fn[Order Lambda] -->|SQL| db[(Postgres)]\n     db@{ pooler: false }`,
    'Each instance of Order Lambda',
  ],
  [
    'connection-churn',
    'connections are reused',
    `fn[Order Lambda] -->|SQL| db[(Postgres)]\n     %% fn->db@{ connection: reused }`,
  ],
  [
    'connection-churn',
    'few at a time',
    `fn[Order Lambda] -->|SQL| db[(Postgres)]\n     fn@{ concurrency: 10 }`,
  ],
  ['connection-churn', 'one at night', `fn[Nightly Lambda] -->|SQL| db[(Postgres)]`],
  [
    'connection-churn',
    'started by a clock',
    `cron[Cron scheduler] -->|triggers, HTTP| fn[Order Lambda]
     fn -->|SQL| db[(Postgres)]`,
  ],
  ['connection-churn', 'a service keeps its pool', `fn[Order service] -->|SQL| db[(Postgres)]`],
  ['connection-churn', 'one instance serves many', `fn[Order Cloud Run function] -->|SQL| db[(Postgres)]`],
])

testRows([
  [
    'missing-rate-limit',
    'nothing limits',
    `web[Browser] -->|HTTPS| api[Order API]`,
    'Browser reaches Order API, and nothing on the first two hops limits the rate.',
    'Requests from Browser enter here',
  ],
  ['missing-rate-limit', 'no protocol is named', `web[Browser] --> api[Order API]`],
  ['missing-rate-limit', 'a service of ours', `shop[Shop service] -->|HTTPS| api[Order API]`],
  ['missing-rate-limit', 'limited', `web[Browser] -->|HTTPS| api[Order API]\n     api@{ rateLimit: 100/s }`],
  [
    'missing-rate-limit',
    'not limited, as stated, whatever it is called',
    `web[Browser] -->|HTTPS| api[Throttling API]\n     api@{ rateLimit: false }`,
    'nothing on the first two hops limits the rate',
  ],
  [
    'missing-rate-limit',
    'a firewall for requests',
    `web[Browser] -->|HTTPS| waf[WAF]\n     waf -->|HTTPS| api[Order API]`,
  ],
  [
    'missing-rate-limit',
    'the second hop',
    `web[Browser] -->|HTTPS| lb[Load balancer]
     lb -->|HTTP| gw[API gateway with rate limit]`,
  ],
  [
    'missing-rate-limit',
    'the third hop',
    `web[Browser] -->|HTTPS| lb[Load balancer]
     lb -->|HTTP| api[Order API]
     api -->|HTTP| gw[Gateway with rate limit]`,
    'Browser reaches Load balancer',
  ],
  [
    'missing-rate-limit',
    'an arrow says so',
    `web[Browser] -->|HTTPS| api[Order API]
     api -->|checks quota| db[(Redis)]`,
  ],
  [
    'missing-rate-limit',
    'two clients, one door',
    `web[Browser] -->|HTTPS| api[Order API]
     app[Mobile app] -->|HTTPS| api`,
    'Browser reaches Order API',
  ],
  [
    'missing-rate-limit',
    'a frontend behind a balancer is ours',
    `lb[Load balancer with WAF] -->|HTTP| web[Web frontend]
     web -->|HTTP| api[Order API]`,
  ],
])

testRows([
  ...[
    ['5% of 20 calls'],
    ['4% of 20 calls', 'opens when 4% of the calls fail'],
    ['99% of 20 calls'],
    ['100% of 20 calls', 'opens only when all calls fail'],
    ['50% of 5 calls'],
    ['50% of 4 calls', 'judges by 4 calls'],
    ['50% of 1 call', 'judges by 1 call.'],
    ['2 failures'],
    ['1 failure', 'opens after a single failure'],
  ].map(
    ([threshold = '', ...parts]): Row => [
      'breaker-threshold',
      threshold,
      `api[Order API] -->|HTTPS| pay[Payment service]
       %% api->pay@{ breaker: "${threshold}" }`,
      ...parts,
    ],
  ),
  [
    'breaker-without-fallback',
    'a breaker that is off',
    `%% arrowsmith: { objectives: { checkout: { from: web, to: pay, availability: 99.9% } } }
     web[Web app] -->|HTTPS| api[Order API] -->|HTTPS| pay[Payment service]
     %% api->pay@{ breaker: false }`,
  ],
  [
    'breaker-without-fallback',
    'an objective for time alone',
    `%% arrowsmith: { objectives: { checkout: { from: web, to: pay, p99: 1s } } }
     web[Web app] -->|HTTPS| api[Order API] -->|HTTPS| pay[Payment service]
     %% api->pay@{ breaker: true }`,
  ],
  [
    'breaker-without-fallback',
    'what can be done without',
    `%% arrowsmith: { objectives: { checkout: { from: web, to: pay, availability: 99.9% } } }
     web[Web app] -->|HTTPS| api[Order API] -->|HTTPS| pay[Payment service]
     %% api->pay@{ breaker: true, optional: true }`,
  ],
  [
    'breaker-without-fallback',
    'what the objective needs',
    `%% arrowsmith: { objectives: { checkout: { from: web, to: pay, availability: 99.9% } } }
     web[Web app] -->|HTTPS| api[Order API] -->|HTTPS| pay[Payment service]
     %% api->pay@{ breaker: true }`,
    'While the breaker around Payment service is open, Order API fails at once, and with it every request of "checkout", which promises 99.9%.',
  ],
  [
    'missing-circuit-breaker',
    'one breaker guards all calls to the same party',
    `api[Order API] -->|HTTPS| pay[Stripe]
     api -->|HTTPS refund| pay
     %% api->pay@{ breaker: true }`,
  ],
  [
    'missing-circuit-breaker',
    'a stated wait',
    `api[Order API] -->|"HTTPS, 2s timeout"| pay[Stripe]`,
    'While Stripe is down, Order API still waits 2s for each answer',
  ],
  [
    'missing-circuit-breaker',
    'an unstated wait',
    `api[Order API] -->|HTTPS| pay[Stripe]`,
    'While Stripe is down, Order API still waits for each answer',
  ],
  ['missing-circuit-breaker', 'our own', `api[Order API] -->|HTTPS| pay[Payment service]`],
])
