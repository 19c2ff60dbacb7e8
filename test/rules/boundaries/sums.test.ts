// Rows whose findings say a sum: both sides of the limit, and the sum as a pocket calculator has it.

import { testRows } from '../rows'

const consumed = (lines: string) => `sequenceDiagram
participant q as RabbitMQ
participant w as Mail worker
participant db as Postgres
${lines}`

const layers = (first: string, second: string, third: string) =>
  `web[Browser] -->|"HTTPS${first}"| a[Order service]
a -->|"HTTP${second}"| b[Stock service]
b -->|"SQL${third}"| d[(Postgres)]`

const chain = (count: number, more = '') =>
  `web[Browser] -->|HTTP| s1[Service 1]
${Array.from({ length: count - 1 }, (_, at) => `s${at + 1} -->|HTTP| s${at + 2}[Service ${at + 2}]`).join('\n')}
${more}`

const hit = (capacity: string, policy = '3 attempts') =>
  `web[Browser] -->|"HTTPS, ${policy}"| api[Order service]
%% web@{ rate: 100/s }
%% api@{ capacity: ${capacity} }`

const database = (figures: string, rto = '1m') =>
  `web[Browser] -->|HTTPS| api[Order service]
api -->|SQL| d[(Postgres)]
%% d@{ replicas: 2, active: passive, ${figures} }
%% arrowsmith: { objectives: { buy: { from: web, rto: ${rto} } } }`

const resolver = (more = '') =>
  `web[Browser] -->|GraphQL| api[GraphQL server]
api -->|SQL| d[(Postgres)]
${more}`

const calls = (count: number) =>
  `web[Browser] -->|HTTP| a[Order service]
a -->|HTTP| b[Stock service]
%% a->b@{ calls: ${count} }`

const atlantic = (more = '') =>
  `subgraph eu [eu-west-1]
a[Order service]
end
subgraph us [us-east-1]
b[Stock service]
end
a -->|HTTP| b
${more}`

const served = (capacity: string, policy = '') =>
  `web[Browser] -->|"HTTP${policy}"| a[Order service]
%% web@{ rate: 100/s }
%% a@{ capacity: ${capacity} }`

const zones = (first: string, second: string) =>
  `lb[Load balancer] --> a[Order service 1]
lb --> b[Order service 2]
%% a@{ zone: ${first} }
%% b@{ zone: ${second} }`

testRows([
  [
    'consumer-not-idempotent',
    'written for a message',
    consumed('q->>w: OrderPlaced\nw->>db: INSERT mail'),
    'a second time',
  ],
  ['consumer-not-idempotent', 'written before', consumed('w->>db: INSERT mail\nq->>w: OrderPlaced')],
  ['consumer-not-idempotent', 'written to be repeated', consumed('q->>w: OrderPlaced\nw->>db: UPSERT mail')],
  ['consumer-not-idempotent', 'read', consumed('q->>w: OrderPlaced\nw->>db: SELECT mail')],

  [
    'dns-ttl-failover',
    'a second too long',
    'dns[DNS failover, TTL 61s] --> a[Order API 1]\ndns --> b[Order API 2]',
    'half of them for 30.5s',
    'Lower the TTL to 1m',
  ],
  [
    'dns-ttl-failover',
    'as long as may be',
    'dns[DNS failover, TTL 60s] --> a[Order API 1]\ndns --> b[Order API 2]',
  ],

  [
    'retry-without-backoff',
    'of a call',
    'a[Order service] -->|"HTTP, 1 retry"| b[Stock service]',
    'states no pause',
  ],
  [
    'retry-without-backoff',
    'of a message',
    'a[Order service] -->|"publishes, 3 retries"| b[[Kafka]]',
    'states no pause',
  ],
  ['retry-without-backoff', 'of a delivery', 'b[[RabbitMQ]] -->|"delivers, 3 retries"| a[Order service]'],
  [
    'retry-without-backoff',
    'with a pause',
    'a[Order service] -->|"HTTP, 1 retry, exponential backoff"| b[Stock service]',
  ],
  ['retry-without-backoff', 'never', 'a[Order service] -->|"HTTP, no retries"| b[Stock service]'],

  // 3 × 3 × 3, 2 × 2 × 2
  [
    'retry-layering',
    'three layers',
    layers(', 3 attempts', ', 3 attempts', ', 3 attempts'),
    '3 × 3 × 3 = 27 attempts can reach Postgres',
    'Retry only in Order service',
  ],
  ['retry-layering', 'a single layer', layers(', 3 attempts', '', '')],
  ['retry-layering', 'a circuit breaker in between', layers('', ', 3 attempts, circuit breaker', '')],

  // 200 / 3
  [
    'outage-saturates',
    'by three attempts',
    hit('200/s'),
    '100 requests a second of at most 200',
    'up to 3 attempts: above 66.7 a second',
  ],
  ['outage-saturates', 'room for all of them', hit('301/s')],
  ['outage-saturates', 'a circuit breaker ends them', hit('200/s', '3 attempts, circuit breaker')],
  ['outage-saturates', 'made once', hit('200/s', '1 attempt')],

  // 0.999 ^ 8, and 20 + 5 ms
  [
    'deep-call-chain',
    'eight services',
    chain(8, '%% s2@{ p50: 20ms }\n%% s3@{ latency: 5ms }'),
    '8 services one after another, from Service 1 to Service 8',
    'add up to 25ms',
    'up 99.2% of the time',
  ],
  ['deep-call-chain', 'seven services', chain(7), '7 services'],
  ['deep-call-chain', 'five services', chain(5), '5 services'],
  ['deep-call-chain', 'four services', chain(4)],

  [
    'failover-exceeds-objective',
    'five minutes instead of one',
    database('failover: 5m'),
    'Postgres fails over in 5m, and buy may be down for 1m.',
  ],
  ['failover-exceeds-objective', 'as long as may be', database('failover: 1m')],
  ['failover-exceeds-objective', 'sooner', database('failover: 30s')],
  ['failover-exceeds-objective', 'nobody says how long', database('mttr: 1h')],

  // 1 − 1 / 3
  [
    'websocket-fan-out',
    'three replicas',
    'web[Browser] -->|WebSocket| a[Chat service]\n%% a@{ replicas: 3 }',
    '67% of all pairs',
  ],
  [
    'websocket-fan-out',
    'two replicas',
    'web[Browser] -->|WebSocket| a[Chat service]\n%% a@{ replicas: 2 }',
    '50% of all pairs',
  ],
  ['websocket-fan-out', 'one', 'web[Browser] -->|WebSocket| a[Chat service]\n%% a@{ replicas: 1 }'],
  [
    'websocket-fan-out',
    'joined by a broker',
    'web[Browser] -->|WebSocket| a[Chat service]\na -->|publishes| r[[Redis pub/sub]]\n%% a@{ replicas: 3 }',
  ],

  // 1 + 50 queries of 1 ms, or 2
  ['graphql-n-plus-one', 'field by field', resolver(), '1 + 50 queries: at 1 ms each, 51 ms instead of 2 ms'],
  ['graphql-n-plus-one', 'in batches', resolver('%% api@{ batching: true }')],

  [
    'verb-in-path',
    'the method says it',
    'web[Browser] -->|POST /createOrder| api[Order service]',
    'says "create"',
    'Write POST /orders',
  ],
  ['verb-in-path', 'a noun', 'web[Browser] -->|POST /orders| api[Order service]'],
  ['verb-in-path', 'of a third party', 'api[Order service] -->|POST /createOrder| s[Stripe]'],
  ['verb-in-path', 'a procedure', 'web[Browser] -->|gRPC /createOrder| api[Order service]'],
  ['verb-in-path', 'a command', 'web[Browser] -->|POST /auth/getToken| api[Order service]'],

  [
    'unversioned-api',
    'below /api',
    's[Stripe] -->|POST /api/hooks| api[Order service]',
    'Write /api/v1/hooks',
  ],
  ['unversioned-api', 'at the root', 's[Stripe] -->|POST /hooks| api[Order service]', 'Write /v1/hooks'],

  [
    'websocket-heartbeat',
    'a provider closes it',
    'web[Browser] -->|WebSocket| cf[Cloudflare]\ncf -->|WebSocket| api[Chat service]',
    'Cloudflare closes an idle connection after 100s',
  ],

  // 1 − 0.99 ^ 11
  ['chatty-fan-out', 'eleven calls', calls(11), 'makes 11 calls for one request', 'so 10% of the requests'],
  ['chatty-fan-out', 'ten calls', calls(10)],

  [
    'timeout-below-latency',
    'less than its p99',
    'a[Order service] -->|"HTTP, 199ms timeout"| b[Stock service]\n%% b@{ p99: 200ms }',
    '199ms is less than Stock service needs: its p99 is 200ms',
    'Raise the timeout to 300ms',
  ],
  [
    'timeout-below-latency',
    'as much',
    'a[Order service] -->|"HTTP, 200ms timeout"| b[Stock service]\n%% b@{ p99: 200ms }',
  ],

  // 2 × 5461 km / 299.8 km/ms, and in fiber / 200 km/ms
  [
    'impossible-figure',
    'faster than light',
    atlantic('%% a->b@{ rtt: 5ms }'),
    'light in a vacuum needs 36ms for 5461 km and back',
  ],
  ['impossible-figure', 'as measured', atlantic('%% a->b@{ rtt: 70ms }')],
  ['cross-region-sync', 'over an ocean', atlantic(), '5461 km away', '55ms by light alone'],
  ['cross-region-sync', 'nobody waits', atlantic().replace('|HTTP|', '|async HTTP|')],

  [
    'breaker-threshold',
    'a single failure',
    'a[Order service] -->|"HTTP, circuit breaker after 1 failure"| b[Stock service]',
    'opens after a single failure',
  ],
  [
    'breaker-threshold',
    'two failures',
    'a[Order service] -->|"HTTP, circuit breaker after 2 failures"| b[Stock service]',
  ],

  [
    'capacity-exceeded',
    'a fifth too many',
    served('80/s'),
    '100 requests a second and serves at most 80',
    'grows without limit',
  ],
  ['capacity-exceeded', 'a fifth too many, given up', served('80/s', ', 2s timeout'), 'at most 80'],
  ['capacity-exceeded', 'just enough', served('101/s')],

  ['single-zone', 'all in one', zones('a', 'a'), 'both run in a'],
  ['single-zone', 'in two', zones('a', 'b')],

  [
    'unsafe-get',
    'a verb in its path',
    'web[Browser] -->|GET /orders/1/cancel| a[Order service]',
    'cancel something',
    'Make it a POST',
  ],
  ['unsafe-get', 'a noun', 'web[Browser] -->|GET /orders/1| a[Order service]'],
  ['unsafe-get', 'a POST', 'web[Browser] -->|POST /orders/1/cancel| a[Order service]'],

  [
    'dual-write',
    'into a store and a broker',
    'a[Order service] -->|SQL insert| d[(Postgres)]\na -->|publishes| k[[Kafka]]',
    'writes to Postgres and publishes to Kafka',
  ],
  ['dual-write', 'only read', 'a[Order service] -->|SQL select| d[(Postgres)]\na -->|publishes| k[[Kafka]]'],
  [
    'dual-write',
    'by two services',
    'a[Order service] -->|SQL insert| d[(Postgres)]\nb[Mail service] -->|publishes| k[[Kafka]]',
  ],

  ['unlabeled-arrow', 'into a service', 'a[Order service] --> b[Stock service]', 'names no protocol'],
  ['unlabeled-arrow', 'into a product with one protocol', 'a[Order service] --> b[(Postgres)]'],
  ['unlabeled-arrow', 'with a protocol', 'a[Order service] -->|gRPC| b[Stock service]'],
  [
    'job-overlaps',
    'every hour, in words',
    'timer[Cron every hour] --> bill[Billing service]\nbill -->|SQL| db[(Postgres)]\n%% bill@{ p50: 90m }',
    'again after 1h, and it takes 1.5h: up to 2 run at once',
  ],
  [
    'job-overlaps',
    'as long as the pause',
    'timer[Cron every hour] --> bill[Billing service]\nbill -->|SQL| db[(Postgres)]\n%% bill@{ p50: 1h }',
  ],
  [
    'slow-in-request',
    'ten seconds',
    'web[Web app] -->|HTTPS| api[Report service]\n%% api@{ p50: 10s }',
    'takes 10s',
  ],
  [
    'slow-in-request',
    'less than ten seconds',
    'web[Web app] -->|HTTPS| api[Report service]\n%% api@{ p50: 9.9s }',
  ],
  [
    'cache-stampede',
    'one lifetime and one rate are enough',
    'web[Web app] -->|"HTTPS, 200/s"| api[Catalog service]\napi -->|"RESP, TTL 60s"| c[(Redis cache)]\napi -->|SQL on miss| db[(Postgres)]',
    'goes into it',
  ],
  [
    'payload-too-large',
    'in one process',
    'sequenceDiagram\nparticipant a as Image service\na->>a: resize (20 MB)',
  ],
])
