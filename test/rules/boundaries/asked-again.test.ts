// Keys that are looked up before the work, reads that write, transactions with branches.

import { testRows } from '../rows'

const trace = (...steps: string[]) => `sequenceDiagram
participant web as Browser
participant api as Order service
participant stock as Stock service
participant q as RabbitMQ
participant cache as Redis
participant db as Postgres
${steps.join('\n')}`

testRows([
  [
    'check-then-act',
    'a key that is looked up, and noted after the work',
    trace(
      'api->>cache: GET idempotency key',
      'api->>stock: POST /shipments',
      'api->>cache: SET idempotency key',
    ),
    'Both find nothing here | Both do this',
    'at "SET idempotency key"',
  ],
  [
    'check-then-act',
    'a key that is only set where it is not',
    trace(
      'api->>cache: GET idempotency key',
      'api->>stock: POST /shipments',
      'api->>cache: SET idempotency key NX',
    ),
  ],
  [
    'check-then-act',
    'a key that is noted before the work',
    trace(
      'api->>cache: GET idempotency key',
      'api->>cache: SET idempotency key',
      'api->>stock: POST /shipments',
    ),
  ],
  [
    'check-then-act',
    'no work in between',
    trace(
      'api->>cache: GET idempotency key',
      'api->>stock: GET /shipments',
      'api->>cache: SET idempotency key',
    ),
  ],
  [
    'check-then-act',
    'work of another',
    trace(
      'api->>cache: GET idempotency key',
      'web->>stock: POST /shipments',
      'api->>cache: SET idempotency key',
    ),
  ],
  [
    'check-then-act',
    'answered in between',
    trace('api->>cache: GET idempotency key', 'api->>web: send progress', 'api->>cache: SET idempotency key'),
  ],
  [
    'check-then-act',
    'noted by another',
    trace(
      'api->>cache: GET idempotency key',
      'api->>stock: POST /shipments',
      'stock->>cache: SET idempotency key',
    ),
  ],
  [
    'check-then-act',
    'noted elsewhere',
    trace(
      'api->>cache: GET idempotency key',
      'api->>stock: POST /shipments',
      'api->>db: INSERT idempotency key',
    ),
  ],
  [
    'check-then-act',
    'told by a message',
    trace('api->>cache: GET idempotency key', 'api-)q: order placed', 'api->>cache: SET idempotency key'),
    'Order service looks up the key first and stores it only after the work.',
  ],
  [
    'check-then-act',
    'looked up at a service',
    trace('api->>stock: GET idempotency key', 'api->>db: INSERT order', 'api->>stock: SET idempotency key'),
  ],
  [
    'check-then-act',
    'in one transaction',
    trace(
      'api->>db: BEGIN',
      'api->>db: SELECT idempotency key',
      'api->>db: INSERT order',
      'api->>db: INSERT idempotency key',
      'api->>db: COMMIT',
    ),
  ],
  [
    'check-then-act',
    'in two branches',
    trace(
      'api->>cache: GET idempotency key',
      'alt new',
      'api->>stock: POST /shipments',
      'else known',
      'api->>cache: SET idempotency key',
      'end',
    ),
  ],
])

testRows([
  [
    'unsafe-get',
    'a read that writes',
    trace('web->>api: GET /orders/1', 'api->>db: UPDATE orders', 'api-->>web: 200'),
    'GET /orders/1 makes Order service change Postgres (UPDATE orders).',
    'What it changes at Postgres',
    'at "GET /orders/1"',
  ],
  [
    'unsafe-get',
    'a read that reads',
    trace('web->>api: GET /orders/1', 'api->>db: SELECT orders', 'api-->>web: 200'),
  ],
  [
    'unsafe-get',
    'a write that writes',
    trace('web->>api: POST /orders', 'api->>db: UPDATE orders', 'api-->>web: 201'),
  ],
  [
    'unsafe-get',
    'a write after a read',
    trace(
      'web->>api: GET /orders/1',
      'api-->>web: 200',
      'web->>api: POST /orders',
      'api->>db: UPDATE orders',
    ),
  ],
  [
    'unsafe-get',
    'a counter',
    trace('web->>api: GET /orders/1', 'api->>db: UPDATE view_counts', 'api-->>web: 200'),
  ],
  [
    'unsafe-get',
    'a link that confirms',
    trace('web->>api: GET /confirm/1', 'api->>db: UPDATE orders', 'api-->>web: 200'),
  ],
  [
    'unsafe-get',
    'what a message starts',
    trace('web->>api: GET /orders/1', 'q-)api: order placed', 'api->>db: UPDATE orders'),
  ],
  [
    'unsafe-get',
    'a write of another',
    trace('web->>api: GET /orders/1', 'stock->>db: UPDATE orders', 'api-->>web: 200'),
  ],
  [
    'unsafe-get',
    'a service is told',
    trace('web->>api: GET /orders/1', 'api->>stock: UPDATE orders', 'api-->>web: 200'),
  ],
  [
    'unsafe-get',
    'a read without a path',
    trace('web->>api: GET', 'api->>db: UPDATE orders', 'api-->>web: 200'),
  ],
  [
    'unsafe-get',
    'a flowchart says nothing of the order',
    'web[Browser] -->|GET /orders/1| api[Order service] -->|UPDATE orders| db[(Postgres)]',
  ],
])

testRows([
  [
    'call-in-transaction',
    'in a branch',
    trace('api->>db: BEGIN', 'alt in stock', 'api->>stock: POST /shipments', 'end', 'api->>db: COMMIT'),
    'calls Stock service inside a transaction',
  ],
  [
    'call-in-transaction',
    'ended in each branch',
    trace(
      'api->>db: BEGIN',
      'alt ok',
      'api->>db: COMMIT',
      'else',
      'api->>db: ROLLBACK',
      'end',
      'api->>stock: POST /shipments',
    ),
  ],
  [
    'call-in-transaction',
    'ended in one branch',
    trace(
      'api->>db: BEGIN',
      'alt ok',
      'api->>db: COMMIT',
      'else',
      'api->>db: SELECT 1',
      'end',
      'api->>stock: POST /shipments',
    ),
  ],
  [
    'call-in-transaction',
    'begun in words about itself',
    trace('api->>api: begin transaction', 'api->>stock: POST /shipments', 'api->>api: commit'),
    'calls Stock service inside a transaction',
  ],
  [
    'call-in-transaction',
    'begun at a service',
    trace('api->>stock: begin transaction', 'api->>web: push', 'api->>stock: commit'),
  ],
  [
    'call-in-transaction',
    'begun in an answer',
    trace('db-->>api: BEGIN', 'api->>stock: POST /shipments', 'api->>db: COMMIT'),
  ],
  ['call-in-transaction', 'never ended', trace('api->>db: BEGIN', 'api->>stock: POST /shipments')],
])

const shop = (...steps: string[]) => `sequenceDiagram
participant api as Order service
participant job as Report service
participant pay as Payment service
${steps.join('\n')}`
const asides = (count: number) => Array.from({ length: count }, () => 'job->>pay: GET /receipts')

testRows([
  [
    'retry-not-idempotent',
    'sent again after no answer',
    shop('api->>pay: POST /charges', 'pay-->>api: timeout', 'api->>pay: POST /charges'),
    'Order service sends "POST /charges" to Payment service again.',
    'Sent before, and perhaps done',
    'State that requests carry an idempotency key',
  ],
  [
    'retry-not-idempotent',
    'sent again, as it says',
    shop('api->>pay: POST /charges', 'pay-->>api: 200', 'api->>pay: retry POST /charges'),
    'Sent before, and perhaps done',
  ],
  [
    'retry-not-idempotent',
    'only called a retry',
    shop('api->>pay: POST /charges', 'pay-->>api: 200', 'api->>pay: retry'),
    'Sent before, and perhaps done',
  ],
  [
    'retry-not-idempotent',
    'a message that got lost',
    shop('api-xpay: POST /charges', 'api->>pay: POST /charges'),
    'Sent before, and perhaps done',
  ],
  [
    'retry-not-idempotent',
    'a second purchase',
    shop('api->>pay: POST /charges', 'pay-->>api: 200', 'api->>pay: POST /charges'),
  ],
  [
    'retry-not-idempotent',
    'refused before',
    shop('api->>pay: POST /charges', 'pay-->>api: 401 unauthorized', 'api->>pay: retry POST /charges'),
  ],
  [
    'retry-not-idempotent',
    'another request',
    shop('api->>pay: POST /charges', 'pay-->>api: timeout', 'api->>pay: POST /refunds'),
  ],
  [
    'retry-not-idempotent',
    'sent by another',
    shop('job->>pay: POST /charges', 'pay-->>job: timeout', 'api->>pay: POST /charges'),
  ],
  [
    'retry-not-idempotent',
    'sent to another',
    shop('api->>job: POST /charges', 'job-->>api: timeout', 'api->>pay: POST /charges'),
  ],
  [
    'retry-not-idempotent',
    'a read',
    shop('api->>pay: GET /charges', 'pay-->>api: timeout', 'api->>pay: GET /charges'),
  ],
  [
    'retry-not-idempotent',
    'eleven messages later',
    shop('api->>pay: POST /charges', 'pay-->>api: timeout', ...asides(10), 'api->>pay: POST /charges'),
    'Sent before, and perhaps done',
  ],
  [
    'retry-not-idempotent',
    'twelve messages later',
    shop('api->>pay: POST /charges', 'pay-->>api: timeout', ...asides(11), 'api->>pay: POST /charges'),
  ],
  [
    'retry-not-idempotent',
    'with a key, as stated',
    shop(
      'api->>pay: POST /charges',
      'pay-->>api: timeout',
      'api->>pay: POST /charges',
      '%% api->pay@{ idempotencyKey: true }',
    ),
  ],
])

testRows([
  [
    'graphql-unbounded',
    'named by what answers',
    'web[Browser] -->|HTTPS| api[GraphQL server]',
    'GraphQL server answers GraphQL from Browser',
  ],
  ['graphql-unbounded', 'it offers REST as well', 'web[Browser] -->|HTTPS| api[GraphQL and REST server]'],
  ['graphql-unbounded', 'REST on the arrow', 'web[Browser] -->|REST| api[GraphQL server]'],
  ['graphql-unbounded', 'a socket beside HTTP', 'web[Browser] -->|HTTPS and MQTT| api[GraphQL server]'],
  ['graphql-unbounded', 'it ends at a balancer', 'web[Browser] -->|GraphQL| lb[Load balancer]'],
  ['graphql-unbounded', 'it ends at a client', 'web[Browser] -->|GraphQL| app[Mobile app]'],
  [
    'graphql-unbounded',
    'a gateway that executes queries itself',
    'web[Browser] -->|GraphQL| gw[Apollo gateway] -->|GraphQL| api[Order graph]',
    'Apollo gateway answers GraphQL from Browser',
  ],
  [
    'graphql-unbounded',
    'a gateway in front of one that is named so',
    'web[Browser] -->|GraphQL| gw[API gateway] -->|HTTP| api[Hasura]\ngw -->|HTTP| img[Image service]',
    'Hasura answers GraphQL from Browser',
  ],
  [
    'graphql-unbounded',
    'a service that passes queries on',
    'web[Browser] -->|GraphQL| a[Order service] -->|GraphQL| b[Stock service]',
    'Order service answers GraphQL from Browser',
  ],
])
