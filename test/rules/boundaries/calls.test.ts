// Findings about calls that open connections, cross regions, repeat or take money: on and beside their conditions.

import { testRows } from '../rows'

const churn = (figures: string, callee = 'db[(Postgres)]', label = 'SQL') =>
  `api[Order service] -->|${label}| ${callee}\n%% api->${callee.replace(/\W.*/, '')}@{ ${figures} }`

testRows([
  [
    'connection-churn',
    'a connection for each call',
    churn('connection: new'),
    'Order service opens a connection to Postgres for each call: ',
    ' before the request leaves. Write connection: reused',
    'Reuse connections',
  ],
  ['connection-churn', 'a pool of connections', churn('connection: reused')],
  ['connection-churn', 'a service that is called once', churn('connection: new', 'b[Stock service]', 'HTTP')],
  [
    'connection-churn',
    'a service that is called twice',
    churn('connection: new, calls: 2', 'b[Stock service]', 'HTTP'),
    'opens a connection to Stock service for each call: a round trip before the request leaves.',
  ],
  [
    'connection-churn',
    'a service that is called often',
    churn('connection: new, rate: 500/s', 'b[Stock service]', 'HTTPS'),
    'for each call: 2 round trips before the request leaves. At 500 a second it runs out of local ports, too: closed ones wait 60 s, so about 471 a second are left.',
  ],
  [
    'connection-churn',
    'as often as ports allow',
    churn('connection: new, rate: 471/s', 'b[Stock service]', 'HTTPS'),
    '2 round trips before the request leaves. Write',
  ],
  [
    'connection-churn',
    'a cache',
    churn('connection: new', 'c[(Redis)]', 'RESP'),
    'opens a connection to Redis for each call',
  ],
  [
    'connection-churn',
    'a client',
    'web[Browser] -->|HTTPS| b[Stock service]\n%% web->b@{ connection: new, calls: 3 }',
  ],
  [
    'connection-churn',
    'functions and Postgres',
    'fn[AWS Lambda] -->|SQL| db[(Postgres)]',
    'Each instance of AWS Lambda opens its own connection to Postgres. A burst of 500 requests is 500 instances and 500 connections; PostgreSQL accepts 100 by default. Put a pooler in front (RDS Proxy) and write pooler: true on Postgres.',
    'One instance for each request at a time',
    'State that a pooler is in front of Postgres',
  ],
  [
    'connection-churn',
    'functions elsewhere and MySQL',
    'fn[Google Cloud Functions] -->|SQL| db[(MySQL)]',
    '; MySQL accepts 151 by default. Put a pooler in front (ProxySQL)',
  ],
  [
    'connection-churn',
    'functions and a database of RDS',
    'fn[AWS Lambda] -->|SQL| db[("Amazon Aurora<br/>PostgreSQL")]',
    '; it accepts about 110 for each GB of memory.',
  ],
  [
    'connection-churn',
    'functions behind a pooler',
    'fn[AWS Lambda] -->|SQL| db[(Postgres)]\n%% db@{ pooler: true }',
  ],
  [
    'connection-churn',
    'functions that are limited',
    'fn[AWS Lambda] -->|SQL| db[(Postgres)]\n%% fn@{ concurrency: 10 }',
  ],
  ['connection-churn', 'functions and a proxy', 'fn[AWS Lambda] -->|SQL| db[(Postgres via RDS proxy)]'],
  ['connection-churn', 'a function that a clock starts', 'fn[Nightly AWS Lambda] -->|SQL| db[(Postgres)]'],
  ['connection-churn', 'functions and documents', 'fn[AWS Lambda] -->|HTTPS| db[(DynamoDB)]'],
  [
    'connection-churn',
    'two arrows are one mistake',
    'fn[AWS Lambda] -->|SQL read| db[(Postgres)]\nfn -->|SQL write| db',
    'opens its own connection to Postgres',
  ],
])

const paying = (...steps: readonly string[]) =>
  [
    'sequenceDiagram',
    'participant web as Browser',
    'participant api as Order service',
    'participant psp as Stripe',
    'participant db as Postgres',
    ...steps,
  ].join('\n')

testRows([
  [
    'charge-before-record',
    'charged, then stored',
    paying(
      'web->>api: POST /checkout',
      'api->>psp: charge card',
      'psp-->>api: paid',
      'api->>db: insert order',
    ),
    'Order service lets Stripe take the money before it stores what the money is for.',
    'Stored only here, in Postgres',
  ],
  [
    'charge-before-record',
    'stored, then charged',
    paying(
      'web->>api: POST /checkout',
      'api->>db: insert order',
      'api->>psp: charge card',
      'api->>db: insert payment',
    ),
  ],
  [
    'charge-before-record',
    'noted, then charged',
    paying(
      'web->>api: POST /checkout',
      'api->>api: create order',
      'api->>psp: charge card',
      'api->>db: insert order',
    ),
  ],
  [
    'charge-before-record',
    'an intent moves nothing',
    paying('web->>api: POST /checkout', 'api->>psp: create payment intent', 'api->>db: insert order'),
  ],
  [
    'charge-before-record',
    'a refund',
    paying('web->>api: POST /checkout', 'api->>psp: refund payment', 'api->>db: insert order'),
  ],
  [
    'charge-before-record',
    'never stored',
    paying('web->>api: POST /checkout', 'api->>psp: charge card', 'psp-->>api: paid'),
  ],
  [
    'charge-before-record',
    'stored by a change of what is there',
    paying('web->>api: POST /checkout', 'api->>psp: charge card', 'api->>db: update order'),
  ],
  [
    'charge-before-record',
    'in no order',
    'api[Order service] -->|charge card| psp[Stripe]\napi -->|insert order| db[(Postgres)]',
  ],
])

const regions = (label: string, callee = 'b[Stock service]', more = '') =>
  `a[Order service] -->|${label}| ${callee}
%% a@{ region: eu-west-1 }
%% b@{ region: us-east-1 }
${more}`

testRows([
  [
    'cross-region-sync',
    'one call',
    regions('HTTP'),
    /^Order service in eu-west-1 waits for Stock service in us-east-1, \d{4} km away: a round trip takes \d+ms, \d+ms by light alone\. When the link fails, the call fails\. Run Stock service in eu-west-1 too, or hand the work over through a queue\. \| at/,
  ],
  [
    'cross-region-sync',
    'three calls',
    regions('HTTP', 'b[Stock service]', '%% a->b@{ calls: 3 }'),
    / 3 calls make 2\d\dms\. When the link fails/,
  ],
  [
    'cross-region-sync',
    'a new connection for each',
    regions('HTTPS', 'b[Stock service]', '%% a->b@{ calls: 2, connection: new }'),
    / 2 times 3 round trips with a new connection make 4\d\dms\./,
  ],
  [
    'cross-region-sync',
    'two arrows',
    regions('HTTP GET /a', 'b[Stock service]', 'a -->|HTTP GET /b| b'),
    / 2 calls make 1\d\dms\./,
    'and again',
  ],
  [
    'cross-region-sync',
    'a store',
    regions('SQL', 'b[(Postgres)]'),
    'Read from a replica in eu-west-1, and send writes through a queue or to a home region.',
  ],
  [
    'cross-region-sync',
    'a call that may fail',
    regions('HTTP', 'b[Stock service]', '%% a->b@{ optional: true }'),
    /by light alone\. Run Stock service/,
  ],
  ['cross-region-sync', 'a standby', regions('HTTP', 'b[Stock service standby]')],
  ['cross-region-sync', 'what stands by', regions('HTTP', 'b[Stock service]', '%% b@{ active: passive }')],
  ['cross-region-sync', 'a message', regions('HTTP', 'b[Stock service]', '%% a->b@{ mode: async }')],
  ['cross-region-sync', 'one region', regions('HTTP', 'b[Stock service]', '%% b@{ region: eu-west-1 }')],
  [
    'single-zone',
    'copies of one box',
    'a[Order service] -->|HTTP| b[Stock service]\n%% b@{ replicas: 3, zone: eu-west-1a }',
    'All 3 copies of Stock service run in eu-west-1a. Zones fail as a whole',
  ],
  [
    'single-zone',
    'one copy',
    'a[Order service] -->|HTTP| b[Stock service]\n%% b@{ replicas: 1, zone: eu-west-1a }',
  ],
  [
    'single-zone',
    'copies in two zones',
    'a[Order service] -->|HTTP| b[Stock service]\n%% b@{ replicas: 3, zone: [eu-west-1a, eu-west-1b] }',
  ],
  [
    'single-zone',
    'boxes behind a balancer',
    'lb[Load balancer] -->|HTTP| a[Order API 1]\nlb -->|HTTP| b[Order API 2]\n%% a@{ zone: eu-west-1a }\n%% b@{ zone: eu-west-1a }',
    'Order API 1 and Order API 2 both run in eu-west-1a.',
    'Order API 2 runs in eu-west-1a too',
  ],
  [
    'single-zone',
    'boxes in two zones',
    'lb[Load balancer] -->|HTTP| a[Order API 1]\nlb -->|HTTP| b[Order API 2]\n%% a@{ zone: eu-west-1a }\n%% b@{ zone: eu-west-1b }',
  ],
  [
    'single-zone',
    'a box of which nobody says where',
    'lb[Load balancer] -->|HTTP| a[Order API 1]\nlb -->|HTTP| b[Order API 2]\n%% a@{ zone: eu-west-1a }',
  ],
])

const consuming = (act: string, more = '') =>
  `api[Order service] -->|AMQP| q[[RabbitMQ]]
q -->|AMQP| w[Mail worker]
${act}
${more}`

testRows([
  [
    'consumer-not-idempotent',
    'a charge for each delivery',
    consuming('w -->|POST /charges| psp[Stripe]'),
    'RabbitMQ delivers at least once: when Mail worker dies before it acknowledges, the message is delivered again, and Mail worker does "POST /charges" at Stripe a second time.',
    'Mail worker does this for each delivery',
  ],
  [
    'consumer-not-idempotent',
    'the same again',
    consuming('w -->|POST /charges| psp[Stripe]', '%% q->w@{ idempotent: true }'),
  ],
  ['consumer-not-idempotent', 'a read', consuming('w -->|GET /charges| psp[Stripe]')],
  ['consumer-not-idempotent', 'a change to what is set', consuming('w -->|PATCH /charges/1| psp[Stripe]')],
  [
    'consumer-not-idempotent',
    'it looks for duplicates',
    consuming('w -->|POST /charges, dedup by id| psp[Stripe]'),
  ],
  [
    'consumer-not-idempotent',
    'it answers others as well',
    consuming('w -->|POST /charges| psp[Stripe]', 'web[Browser] -->|HTTPS| w'),
  ],
  [
    'queue-without-dead-letter',
    'a number of attempts',
    consuming('', '%% q->w@{ attempts: 5 }'),
    'Mail worker retries messages of RabbitMQ, and no dead-letter queue is stated for messages that never succeed. After 5 attempts such a message is lost. Write deadLetter',
  ],
  [
    'queue-without-dead-letter',
    'attempts without end',
    consuming('', '%% q->w@{ attempts: unlimited }'),
    'Such a message is retried forever.',
  ],
  ['queue-without-dead-letter', 'a single attempt', consuming('', '%% q->w@{ attempts: 1 }')],
  [
    'queue-without-dead-letter',
    'it is stated',
    consuming('', '%% q->w@{ attempts: 5 }\n%% q@{ deadLetter: orders-dlq }'),
  ],
  [
    'queue-without-dead-letter',
    'it is drawn',
    consuming('q --> dlq[[Orders DLQ]]', '%% q->w@{ attempts: 5 }'),
  ],
  [
    'queue-without-dead-letter',
    'a stream',
    'api[Order service] --> q[[Kafka]]\nq --> w[Mail worker]\n%% q->w@{ attempts: 5 }',
    'After 5 attempts such a message is lost, and blocks its partition meanwhile.',
  ],
  [
    'queue-without-dead-letter',
    'in words, without a number',
    'api[Order service] --> q[[RabbitMQ]]\nq -->|with retries| w[Mail worker]',
    'Such a message comes back forever or is dropped.',
  ],
  [
    'grpc-behind-l4',
    'replicas of one box',
    'a[Order service] -->|gRPC| lb[NLB] -->|gRPC| b[Stock service]\n%% b@{ replicas: 3 }',
    'Order service keeps one HTTP/2 connection, and NLB balances connections: all its gRPC calls go to 1 of 3 replicas of Stock service, and new replicas get none.',
    'behind NLB',
  ],
  [
    'grpc-behind-l4',
    'two boxes',
    'a[Order service] -->|gRPC| lb[NLB]\nlb --> b[Stock service 1]\nlb --> c[Stock service 2]',
    'go to 1 of 2 replicas, and new replicas get none.',
  ],
  ['grpc-behind-l4', 'a single server', 'a[Order service] -->|gRPC| lb[NLB] -->|gRPC| b[Stock service]'],
  [
    'grpc-behind-l4',
    'a layer that reads requests',
    'a[Order service] -->|gRPC| lb[ALB] -->|gRPC| b[Stock service]\n%% b@{ replicas: 3 }',
  ],
  [
    'grpc-behind-l4',
    'another protocol',
    'a[Order service] -->|HTTP| lb[NLB] -->|HTTP| b[Stock service]\n%% b@{ replicas: 3 }',
  ],
  [
    'grpc-behind-l4',
    'connections that end',
    'a[Order service] -->|gRPC| lb[NLB] -->|gRPC| b[Stock service]\n%% b@{ replicas: 3, maxConnectionAge: 5m }',
  ],
  [
    'grpc-behind-l4',
    'the caller balances',
    'a[Order service] -->|"gRPC, client-side balancing"| lb[NLB] -->|gRPC| b[Stock service]\n%% b@{ replicas: 3 }',
  ],
  [
    'unsafe-get',
    'a verb and a noun',
    'web[Browser] -->|GET /deleteUser| api[User service]',
    'GET /deleteUser makes User service delete something.',
    'Write DELETE. | Make it a DELETE',
  ],
  [
    'unsafe-get',
    'a verb at the end',
    'web[Browser] -->|GET /orders/1/cancel| api[Order service]',
    'GET /orders/1/cancel makes Order service cancel something.',
    'Write POST. | Make it a POST',
  ],
  ['unsafe-get', 'a verb alone is a page', 'web[Browser] -->|GET /cancel| api[Order service]'],
  ['unsafe-get', 'a question about it', 'web[Browser] -->|GET /orders?cancel=1| api[Order service]'],
  ['unsafe-get', 'a POST', 'web[Browser] -->|POST /deleteUser| api[User service]'],
  [
    'unsafe-get',
    'a HEAD',
    'web[Browser] -->|HEAD /deleteUser| api[User service]',
    'makes User service delete something.',
  ],
  [
    'retry-exceeds-deadline',
    'attempts that do not fit',
    'a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ timeout: 1s, attempts: 3, deadline: 2500ms }',
    "Order service's attempts at Stock service may take 3s (3 × 1s), but the call is over after 2.5s. Only 2 attempts fit; the last is cut off",
    'Write attempts: 2, or a shorter timeout.',
    'Everything ends after 2.5s | Make only the 2 attempts that fit',
  ],
  [
    'retry-exceeds-deadline',
    'attempts that just fit',
    'a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ timeout: 1s, attempts: 3, deadline: 3s }',
  ],
  [
    'retry-exceeds-deadline',
    'pauses count',
    'a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ timeout: 1s, retries: 2, backoff: fixed, baseDelay: 500ms, deadline: 3s }',
    'may take 4s (3 × 1s + 1s of pauses), but the call is over after 3s. Only 2 attempts fit',
    'Write retries: 1, or',
  ],
  [
    'retry-exceeds-deadline',
    'one attempt fits',
    'a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ timeout: 1s, attempts: 2, deadline: 1500ms }',
    'Only one attempt fits; the last is cut off',
    'Make only the attempt that fits',
  ],
  [
    'retry-exceeds-deadline',
    'no attempt fits',
    'a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ timeout: 2s, attempts: 2, deadline: 1500ms }',
  ],
  [
    'retry-exceeds-deadline',
    'the time of its caller',
    'a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ timeout: 1s, attempts: 3, deadline: 5s }\n%% a@{ timeout: 2s }',
    'but Order service is over after 2s. Only 2 attempts fit',
  ],
  [
    'retry-exceeds-deadline',
    'attempts without end',
    'a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ timeout: 1s, attempts: unlimited, deadline: 5s }',
    'may go on without end, but the call is over after 5s. Only 5 attempts fit',
  ],
])

testRows([
  [
    'missing-timeout',
    'another company',
    'a[Order service] -->|HTTPS| b[Stripe]',
    'No timeout: Order service → Stripe. An outage at Stripe, a third party, holds up everything that waits for Order service. Write timeout: ',
    'State a timeout of ',
  ],
  [
    'missing-timeout',
    'one of ours',
    'a[Order service] -->|HTTP| b[Stock service]\n%% b@{ p99: 200ms }',
    'No timeout: Order service → Stock service. If no answer comes, the caller hangs too. Write timeout: ',
    /State a timeout of [^,]+ \| at/,
  ],
  [
    'missing-timeout',
    'an estimate',
    'a[Order service] -->|SQL| b[(Postgres)]',
    ', an estimate from assumed latencies.',
    /State a timeout of \d+\w+, an estimate \| (?:m..or \| )?at/,
  ],
  ['missing-timeout', 'a stream', 'a[Order service] -->|gRPC stream| b[Stock service]'],
  ['missing-timeout', 'the next job', 'w[Mail worker] -->|RESP| q[("Redis<br/>store · queue")]'],
  [
    'missing-timeout',
    'no job',
    'w[Mail worker] -->|RESP| q[("Redis<br/>store")]',
    'No timeout: Mail worker → ',
  ],
  ['missing-timeout', 'a long poll', 'a[Order service] -->|HTTP long poll| b[Stock service]'],
  ['missing-timeout', 'a person', 'u((Customer)) -->|HTTPS| b[Stock service]'],
  [
    'missing-timeout',
    'a limit that nothing names',
    'a[Order service] -->|"HTTP, max 200ms"| b[Stock service]',
    'whether 200ms is the timeout or the latency of Order service → Stock service, so it counts as neither. Write 200ms timeout',
    'It is the timeout: write 200ms timeout',
    /It is the latency: write p99 200ms and a timeout of \w+ \| goes into it \| at/,
  ],
  [
    'missing-timeout',
    'a duration that nothing names',
    'a[Order service] -->|"HTTP, ~200ms"| b[Stock service]',
    'Write 200ms timeout, or p50 200ms and a timeout above it.',
  ],
])
