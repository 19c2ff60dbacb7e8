// What happens in which order: taken and given back, answered and stored, asked and told; jobs, locks, payloads, tokens.

import { testRows } from '../rows'

const trace = (...steps: string[]) => `sequenceDiagram
participant web as Browser
participant api as Order service
participant stock as Stock service
participant pay as Payment service
participant psp as Stripe
participant q as RabbitMQ
participant db as Postgres
${steps.join('\n')}`

const ordered = ['web->>api: POST /orders', 'api->>stock: reserve stock', 'stock-->>api: ok']

testRows([
  [
    'effect-not-undone',
    'taken before something else fails',
    trace(
      ...ordered,
      'api->>pay: POST /payments',
      'alt payment failed',
      'api-->>web: 402',
      'else',
      'api-->>web: 201',
      'end',
    ),
    'After "payment failed", nothing undoes what Order service did before ("reserve stock"). It stays taken',
    'Taken here',
    'raised',
    'at "alt payment failed"',
  ],
  [
    'effect-not-undone',
    'given back in the branch',
    trace(
      ...ordered,
      'api->>pay: POST /payments',
      'alt payment failed',
      'api->>stock: release stock',
      'api-->>web: 402',
      'else',
      'api-->>web: 201',
      'end',
    ),
  ],
  [
    'effect-not-undone',
    'tried again in the branch',
    trace(
      ...ordered,
      'api->>pay: POST /payments',
      'alt payment failed',
      'api->>api: retry (3 times)',
      'else',
      'api-->>web: 201',
      'end',
    ),
  ],
  [
    'effect-not-undone',
    'when all attempts were in vain',
    trace(
      ...ordered,
      'api->>pay: POST /payments',
      'alt payment failed, retries exhausted',
      'api->>api: log retry',
      'else',
      'api-->>web: 201',
      'end',
    ),
    'nothing undoes what Order service did before',
  ],
  [
    'effect-not-undone',
    'when the customer may try again',
    trace(
      ...ordered,
      'api->>pay: POST /payments',
      'alt payment failed',
      'api-->>web: 402, please retry',
      'else',
      'api-->>web: 201',
      'end',
    ),
    'nothing undoes what Order service did before',
  ],
  [
    'effect-not-undone',
    'given back in a note of the branch',
    trace(
      ...ordered,
      'api->>pay: POST /payments',
      'alt payment failed',
      'Note over api: stock is released later',
      'api-->>web: 402',
      'else',
      'api-->>web: 201',
      'end',
    ),
  ],
  [
    'effect-not-undone',
    'given back behind the branches',
    trace(
      ...ordered,
      'api->>pay: POST /payments',
      'alt payment failed',
      'api-->>web: 402',
      'else',
      'api-->>web: 201',
      'end',
      'api->>stock: release stock',
    ),
  ],
  [
    'effect-not-undone',
    'its own failure',
    trace(
      'web->>api: POST /orders',
      'api->>stock: reserve stock',
      'stock-->>api: no',
      'alt out of stock',
      'api-->>web: 409',
      'else',
      'api-->>web: 201',
      'end',
    ),
  ],
  ['effect-not-undone', 'nothing fails', trace(...ordered, 'api-->>web: 201')],
  [
    'effect-not-undone',
    'taken, then paid for, and no word of a failure',
    trace(...ordered, 'api->>pay: POST /payments', 'pay-->>api: 200', 'api-->>web: 201'),
    'Order service does "reserve stock" before it is paid for, and nothing says what happens to it',
  ],
  [
    'effect-not-undone',
    'paid for first',
    trace(
      'web->>api: POST /orders',
      'api->>pay: POST /payments',
      'pay-->>api: 200',
      'api->>stock: reserve stock',
      'api-->>web: 201',
    ),
  ],
  [
    'effect-not-undone',
    'a flowchart says nothing of the order',
    'api[Order service] -->|reserve stock| stock[Stock service]\napi -->|POST /payments| pay[Payment service]',
  ],
])

testRows([
  [
    'answered-before-stored',
    'done before anything is stored',
    trace('web->>api: POST /orders', 'api-->>web: 201 Created', 'api->>db: INSERT order'),
    'Order service tells Browser that it is done ("201 Created") before anything is stored.',
    'Asked for here | Only here does Postgres hear of it | once per document',
    'at "201 Created"',
  ],
  [
    'answered-before-stored',
    'stored before',
    trace(
      'web->>api: POST /orders',
      'api->>db: INSERT order',
      'api-->>web: 201 Created',
      'api->>db: INSERT receipt',
    ),
  ],
  [
    'answered-before-stored',
    'stored by itself before',
    trace(
      'web->>api: POST /orders',
      'api->>api: save order in PostgreSQL',
      'api-->>web: 201 Created',
      'api->>db: INSERT receipt',
    ),
  ],
  [
    'answered-before-stored',
    'handed to another before',
    trace(
      'web->>api: POST /orders',
      'api->>stock: POST /orders',
      'api-->>web: 201 Created',
      'api->>db: INSERT order',
    ),
  ],
  [
    'answered-before-stored',
    'only looked at before',
    trace(
      'web->>api: POST /orders',
      'api->>stock: check stock',
      'api-->>web: 201 Created',
      'api->>db: INSERT order',
    ),
    'before anything is stored',
  ],
  [
    'answered-before-stored',
    'accepted, and stored right behind it',
    trace('web->>api: POST /orders', 'api-->>web: 202 Accepted', 'api->>db: INSERT order'),
    'that it will be done',
  ],
  [
    'answered-before-stored',
    'accepted, and stored later on',
    trace(
      'web->>api: POST /orders',
      'api-->>web: 202 Accepted',
      'api->>stock: reserve',
      'api->>db: INSERT order',
    ),
  ],
  [
    'answered-before-stored',
    'a read',
    trace('web->>api: GET /orders', 'api-->>web: 200 success', 'api->>db: INSERT order'),
  ],
  [
    'answered-before-stored',
    'something else was asked in between',
    trace(
      'web->>api: POST /orders',
      'api-->>web: 201 Created',
      'stock->>api: POST /stock',
      'api->>db: INSERT stock',
    ),
  ],
  [
    'answered-before-stored',
    'another branch',
    trace(
      'web->>api: POST /orders',
      'alt known',
      'api-->>web: 201 Created',
      'else new',
      'api->>db: INSERT order',
      'end',
    ),
  ],
  [
    'answered-before-stored',
    'statistics',
    trace('web->>api: POST /orders', 'api-->>web: 201 Created', 'api->>db: INSERT usage'),
  ],
  [
    'answered-before-stored',
    'a note says something of it',
    trace(
      'web->>api: POST /orders',
      'Note over api: in a log',
      'api-->>web: 201 Created',
      'api->>db: INSERT order',
    ),
  ],
  [
    'answered-before-stored',
    'nobody waits',
    trace('web-)api: POST /orders', 'api-->>web: 201 Created', 'api->>db: INSERT order'),
  ],
])

testRows([
  [
    'request-reply-over-queue',
    'the answer comes back through a broker',
    trace(
      'web->>api: POST /prices',
      'api-)q: price wanted',
      'q-)stock: price wanted',
      'stock-)q: price',
      'q-)api: price',
      'api-->>web: 200',
    ),
    'Browser holds a request open until the answer comes back through RabbitMQ',
    'Browser begins to wait here | Handed to the broker here | It comes back here | once per document',
  ],
  [
    'request-reply-over-queue',
    'answered sooner',
    trace(
      'web->>api: POST /prices',
      'api-)q: price wanted',
      'api-->>web: 202',
      'q-)stock: price wanted',
      'q-)api: price',
      'api-->>web: 200',
    ),
  ],
  [
    'request-reply-over-queue',
    'asked again',
    trace(
      'web->>api: POST /prices',
      'api-)q: price wanted',
      'web->>api: GET /prices',
      'q-)api: price',
      'api-->>web: 200',
    ),
  ],
  [
    'request-reply-over-queue',
    'never answered',
    trace('web->>api: POST /prices', 'api-)q: price wanted', 'q-)api: price'),
  ],
  [
    'request-reply-over-queue',
    'nobody asked',
    trace('api-)q: price wanted', 'q-)api: price', 'api-->>web: 200'),
  ],
  [
    'request-reply-over-queue',
    'nothing was sent',
    trace('web->>api: POST /prices', 'q-)api: price', 'api-->>web: 200'),
  ],
  [
    'request-reply-over-queue',
    'another sent it',
    trace('web->>api: POST /prices', 'stock-)q: price', 'q-)api: price', 'api-->>web: 200'),
  ],
])

testRows([
  [
    'local-state-behind-balancer',
    'copies that are counted',
    'api[Order API with in-memory sessions]\n%% api@{ replicas: 3 }',
    'Each of the 3 copies of Order API with in-memory sessions has its own in-memory sessions.',
    ', or in a signed token.',
    'a restart or deployment loses all of it',
  ],
  [
    'local-state-behind-balancer',
    'one copy',
    'api[Order API with in-memory sessions]\n%% api@{ replicas: 1 }',
  ],
  [
    'local-state-behind-balancer',
    'limits',
    'api[Order API with in-memory rate limits]\n%% api@{ replicas: 2 }',
    'together they allow several times the limit',
    'in Redis or a database.',
  ],
  [
    'local-state-behind-balancer',
    'shared',
    'api[Order API with in-memory sessions in Redis]\n%% api@{ replicas: 2 }',
  ],
  [
    'local-state-behind-balancer',
    'one behind a balancer',
    'lb[Load balancer] -->|HTTP| a[Order API with in-memory sessions]',
  ],
  [
    'local-state-behind-balancer',
    'another behind the balancer',
    'lb[Load balancer] -->|HTTP| a[Order API with in-memory sessions]\nlb -->|HTTP| b[Stock API]',
  ],
  [
    'local-state-behind-balancer',
    'sessions in files, by a setting',
    'api["Portal<br/>SESSION_DRIVER=file"]\n%% api@{ replicas: 3 }',
    'has its own session files.',
    'in Redis or a database, or in a signed token.',
  ],
  [
    'local-state-behind-balancer',
    'sessions in a store, by a setting',
    'api["Portal<br/>SESSION_DRIVER=redis"]\n%% api@{ replicas: 3 }',
  ],
  [
    'local-state-behind-balancer',
    'a disk for each copy',
    'lb[HAProxy] -->|HTTP| a1[App 1]\nlb -->|HTTP| a2[App 2]\na1 --> d1["/var/uploads on app-1"]\na2 --> d2["/var/uploads on app-2"]',
    'Each copy behind HAProxy has its own disk (“/var/uploads on app-1”).',
    'in object storage.',
  ],
  [
    'local-state-behind-balancer',
    'a disk for all copies',
    'lb[HAProxy] -->|HTTP| a1[App 1]\nlb -->|HTTP| a2[App 2]\na1 --> d["/var/uploads"]\na2 --> d',
  ],
  [
    'local-state-behind-balancer',
    'logs on the disk of each copy',
    'lb[HAProxy] -->|HTTP| a1[App 1]\nlb -->|HTTP| a2[App 2]\na1 --> d1["/var/log of app-1, logs"]\na2 --> d2["/var/log of app-2, logs"]',
  ],
  [
    'local-state-behind-balancer',
    'a client',
    'web[Mobile app with in-memory sessions]\n%% web@{ replicas: 3 }',
  ],
])

testRows([
  [
    'job-overlaps',
    'longer than the pause',
    'c[Cron every 5 min] -->|HTTP| w[Report worker]\n%% w@{ p50: 12m }',
    'Cron every 5 min starts Report worker again after 5m, and it takes 12m: up to 3 run at once',
    'Takes 12m',
  ],
  [
    'job-overlaps',
    'as long as the pause',
    'c[Cron every 5 min] -->|HTTP| w[Report worker]\n%% w@{ p50: 5m }',
  ],
  [
    'job-overlaps',
    'every minute, on the arrow',
    'c[Cron job] -->|every minute| w[Report worker]\n%% w@{ p50: 61s }',
    'again after 1m, and it takes 61s: up to 2 run at once',
  ],
  [
    'job-overlaps',
    'every hour',
    'c[Cron every hour] -->|HTTP| w[Report worker]\n%% w@{ p50: 61m }',
    'again after 1h',
  ],
  [
    'job-overlaps',
    'every day',
    'c[Cron every day] -->|HTTP| w[Report worker]\n%% w@{ p50: 25h }',
    'up to 2 run at once',
  ],
  [
    'job-overlaps',
    'a pause that is stated',
    'a[Order service] -->|HTTP| w[Report worker]\n%% a->w@{ interval: 5m, p50: 12m }',
    'again after 5m',
  ],
  [
    'job-overlaps',
    'a service that says so',
    'a[Order service every 5 min] -->|HTTP| w[Report worker]\n%% w@{ p50: 12m }',
  ],
  ['job-overlaps', 'nothing says how long it takes', 'c[Cron every 5 min] -->|HTTP| w[Report worker]'],
  [
    'job-overlaps',
    'the tail alone is stated',
    'c[Cron every 5 min] -->|HTTP| w[Report worker]\n%% w@{ p99: 12m }',
    'and it takes 12m',
  ],
])

const redis = (...steps: string[]) => `sequenceDiagram
participant api as Order service
participant r as Redis
participant db as Postgres
${steps.join('\n')}`

testRows([
  [
    'lock-released-unchecked',
    'deleted as it was taken',
    redis('api->>r: SET lock:1 NX EX 30', 'api->>r: DEL lock:1'),
    'Order service deletes the lock without checking who holds it.',
    'Taken here, until it expires',
    'once per document',
  ],
  [
    'lock-released-unchecked',
    'a token is stored, and nobody looks at it',
    redis('api->>r: SET lock:1 uuid NX PX 5000', 'api->>r: DEL lock:1'),
    'two work at the same time. Delete the key only if it still holds that token',
  ],
  ['lock-released-unchecked', 'it never expires', redis('api->>r: SETNX lock:1', 'api->>r: DEL lock:1')],
  [
    'lock-released-unchecked',
    'taken elsewhere',
    redis('api->>r: DEL lock:1'),
    'Order service deletes the lock',
  ],
  [
    'lock-released-unchecked',
    'deleted in another store',
    redis('api->>r: SET lock:1 NX EX 30', 'api->>db: DELETE lock 1'),
  ],
  [
    'lock-released-unchecked',
    'something else is deleted',
    redis('api->>r: SET lock:1 NX EX 30', 'api->>r: DEL price'),
  ],
  [
    'lock-released-unchecked',
    'said in an answer',
    redis('api->>r: SET lock:1 NX EX 30', 'r-->>api: delete lock later'),
  ],
  [
    'lock-released-unchecked',
    'a flowchart',
    'api[Order service] -->|SET lock NX EX 30| r[(Redis)]\napi -->|DEL lock| r',
  ],
])

testRows([
  [
    'payload-too-large',
    'more than a queue takes',
    'a[Order service] -->|publish| q[[Amazon SQS]]\n%% a->q@{ payload: 2MB }',
    'is more than Amazon SQS takes: it accepts at most',
    'at "payload: 2MB"',
  ],
  [
    'payload-too-large',
    'less than a queue takes',
    'a[Order service] -->|publish| q[[Amazon SQS]]\n%% a->q@{ payload: 100KB }',
  ],
  [
    'payload-too-large',
    'delivered by the queue',
    'q[[Amazon SQS]] -->|orders| w[Mail worker]\n%% q->w@{ payload: 2MB }',
    'is more than Amazon SQS takes',
  ],
  [
    'payload-too-large',
    'more than gRPC takes',
    'a[Order service] -->|gRPC| b[Stock service]\n%% a->b@{ payload: 5MB }',
    'is more than gRPC takes',
    ' unless configured',
    ', or raise the limit on every hop',
  ],
  [
    'payload-too-large',
    'less than gRPC takes',
    'a[Order service] -->|gRPC| b[Stock service]\n%% a->b@{ payload: 4MB }',
  ],
  [
    'payload-too-large',
    'a stream of gRPC',
    'a[Order service] -->|gRPC bidi stream| b[Stock service]\n%% a->b@{ payload: 5MB, mode: stream }',
  ],
  ['payload-too-large', 'HTTP', 'a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ payload: 5MB }'],
])

testRows([
  [
    'outcome-by-webhook-only',
    'stored when it comes',
    trace('psp->>api: webhook payment succeeded', 'api->>db: UPDATE order'),
    'Order service learns the outcome of a payment from this webhook alone.',
    'Stored only then',
    'once per document',
  ],
  [
    'outcome-by-webhook-only',
    'nothing is stored',
    trace('psp->>api: webhook payment succeeded', 'api->>stock: POST /shipments'),
  ],
  [
    'outcome-by-webhook-only',
    'stored before',
    trace('api->>db: UPDATE order', 'psp->>api: webhook payment succeeded'),
  ],
  [
    'outcome-by-webhook-only',
    'of another',
    trace('stock->>api: webhook stock changed', 'api->>db: UPDATE order'),
  ],
  [
    'outcome-by-webhook-only',
    'the eleventh message after it',
    trace(
      'psp->>api: webhook payment succeeded',
      ...Array.from({ length: 10 }, () => 'api->>stock: GET /stock'),
      'api->>db: UPDATE order',
    ),
    'Stored only then',
  ],
  [
    'outcome-by-webhook-only',
    'the twelfth message after it',
    trace(
      'psp->>api: webhook payment succeeded',
      ...Array.from({ length: 11 }, () => 'api->>stock: GET /stock'),
      'api->>db: UPDATE order',
    ),
  ],
  ['outcome-by-webhook-only', 'an answer of the store', trace('psp->>api: callback', 'db-->>api: rows')],
  [
    'webhook-redelivered',
    'a row for each',
    trace('psp->>api: webhook payment succeeded', 'api->>db: INSERT payment'),
    'Stripe delivers a webhook again when the answer is late or lost',
    'Done again for each delivery',
    'once per document',
  ],
  [
    'webhook-redelivered',
    'what is set again',
    trace('psp->>api: webhook payment succeeded', 'api->>db: UPDATE order'),
  ],
  [
    'webhook-redelivered',
    'looked up first',
    trace('psp->>api: webhook payment succeeded', 'api->>db: insert if not exists'),
  ],
  ['webhook-redelivered', 'no webhook', trace('web->>api: POST /orders', 'api->>db: INSERT payment')],
  [
    'charge-without-key',
    'a charge',
    trace('web->>api: POST /orders', 'api->>psp: charge card'),
    'Order service asks Stripe to move money ("charge card")',
    'once per document',
    'at "charge card"',
  ],
  [
    'charge-without-key',
    'a charge for a named order',
    trace('web->>api: POST /payments {orderId}', 'api->>psp: charge card'),
    'without a key by which Stripe knows a repeated request.',
  ],
  [
    'charge-without-key',
    'a key somewhere',
    trace('web->>api: POST /orders with idempotency key', 'api->>psp: charge card'),
  ],
  [
    'charge-without-key',
    'a gateway passes it on',
    `sequenceDiagram
  participant web as Browser
  participant api as Order service
  participant gw as Kong
  participant bank as Garden Bank
  web->>api: POST /orders
  api->>gw: create payment
  gw->>bank: forward request`,
    'Order service asks Kong to move money ("create payment")',
  ],
  [
    'charge-without-key',
    'a gateway passes it on to who moves none',
    `sequenceDiagram
  participant web as Browser
  participant api as Order service
  participant gw as Kong
  participant log as Audit service
  web->>api: POST /orders
  api->>gw: create payment
  gw->>log: forward request`,
  ],
  [
    'charge-without-key',
    'only allowed',
    trace('web->>api: POST /orders', 'api->>psp: create payment consent'),
  ],
  ['charge-without-key', 'a client pays', trace('web->>psp: charge card')],
  [
    'charge-without-key',
    'one of ours is asked',
    trace('web->>api: POST /orders', 'api->>pay: charge card'),
    'Order service asks Payment service to move money',
  ],
  [
    'charge-without-key',
    'the provider is told of first',
    trace('web->>api: POST /orders', 'api->>pay: charge card', 'pay->>psp: charge card'),
    'Payment service asks Stripe to move money',
  ],
  ['charge-without-key', 'stock', trace('web->>api: POST /orders', 'api->>stock: charge stock')],
  ['charge-without-key', 'a flowchart', 'api[Order service] -->|charge card| psp[Stripe]'],
])

testRows([
  [
    'analytics-on-primary',
    'reports and requests',
    'm[Metabase] -->|SQL| db[(Orders)]\na[Order service] -->|SQL| db',
    'Metabase reads Orders, which also serves Order service',
    'Order service serves users from it',
    'once per document',
  ],
  ['analytics-on-primary', 'reports alone', 'm[Metabase] -->|SQL| db[(Orders)]'],
  [
    'analytics-on-primary',
    'beside a worker',
    'm[Metabase] -->|SQL| db[(Orders)]\na[Order worker] -->|SQL| db',
  ],
  [
    'analytics-on-primary',
    'a replica',
    'm[Metabase] -->|SQL| db[(Orders replica)]\na[Order service] -->|SQL| db',
  ],
  [
    'analytics-on-primary',
    'a copy is drawn',
    'm[Metabase] -->|SQL| db[(Orders)]\na[Order service] -->|SQL| db\ndb -->|replication| c[(Orders copy)]',
  ],
  [
    'analytics-on-primary',
    'by increments',
    'm[Metabase] -->|SQL incremental| db[(Orders)]\na[Order service] -->|SQL| db',
  ],
  [
    'analytics-on-primary',
    'a service that dumps',
    'm[Stock service] -->|full table scan| db[(Orders)]\na[Order service] -->|SQL| db',
    'Stock service reads Orders',
  ],
  [
    'token-in-web-storage',
    'said on an arrow',
    'web[Browser] -->|store JWT in localStorage| s[Shop page]',
    'A token is kept in localStorage',
    'once per document',
  ],
  [
    'token-in-web-storage',
    'in the other',
    'web[Browser] -->|store JWT in sessionStorage| s[Shop page]',
    'A token is kept in sessionStorage',
  ],
  [
    'token-in-web-storage',
    'in a note',
    'sequenceDiagram\nparticipant web as Browser\nparticipant api as Order API\nweb->>api: POST /login\nNote over web: keeps the token in localStorage',
    'A token is kept in localStorage',
    'at "Note over web: keeps the token in localStorage"',
  ],
  [
    'token-in-web-storage',
    'in a note of a branch',
    'sequenceDiagram\nparticipant web as Browser\nparticipant api as Order API\nopt stay signed in\nweb->>api: POST /login\nNote over web: keeps the token in localStorage\nend',
    'A token is kept in localStorage',
  ],
  ['token-in-web-storage', 'removed', 'web[Browser] -->|remove JWT from localStorage| s[Shop page]'],
  ['token-in-web-storage', 'settings', 'web[Browser] -->|store theme in localStorage| s[Shop page]'],
  ['token-in-web-storage', 'a phone', 'app[Mobile app] -->|store JWT in localStorage| s[Shop page]'],
  [
    'token-in-web-storage',
    'a store of its own',
    'web[Browser] -->|saves token| s[localStorage]',
    'A token is kept in localStorage',
  ],
  [
    'function-waits-for-function',
    'invoked and waited for',
    'a[AWS Lambda orders] -->|invokes| b[AWS Lambda stock]',
    'AWS Lambda orders invokes AWS Lambda stock and waits',
    'once per document',
  ],
  ['function-waits-for-function', 'triggered', 'a[AWS Lambda orders] -->|async invoke| b[AWS Lambda stock]'],
  ['function-waits-for-function', 'without a word', 'a[AWS Lambda orders] --> b[AWS Lambda stock]'],
  [
    'function-waits-for-function',
    'a timeout, as stated',
    'a[AWS Lambda orders] --> b[AWS Lambda stock]\n%% a->b@{ timeout: 2s }',
    'and waits',
  ],
  ['function-waits-for-function', 'a service', 'a[AWS Lambda orders] -->|invokes| b[Stock service]'],
])

/** What a shop does on a webhook of its payment provider. */
const hooked = (...lines: string[]): string =>
  [
    'sequenceDiagram',
    '  participant psp as Stripe',
    '  participant api as Order service',
    '  participant mail as SendGrid',
    '  participant model as OpenAI',
    '  psp->>api: webhook payment succeeded',
    ...lines,
  ].join('\n  ')

testRows([
  [
    'webhook-answered-late',
    'behind mail',
    hooked('api->>mail: send receipt', 'api-->>psp: 200'),
    'Stripe waits for the answer to its webhook until SendGrid is done.',
    'The webhook',
    'once per document',
    'at "send receipt"',
  ],
  ['webhook-answered-late', 'before mail', hooked('api-->>psp: 200', 'api->>mail: send receipt')],
  [
    'webhook-answered-late',
    'behind mail, many messages later',
    hooked(
      ...Array.from({ length: 30 }, (_, step) => `api->>db: look up rule ${step}`),
      'api->>mail: send receipt',
      'api-->>psp: 200',
    ),
    'until SendGrid is done',
  ],
  ['webhook-answered-late', 'never', hooked('api->>mail: send receipt')],
  [
    'webhook-answered-late',
    'refused before',
    hooked('api-->>psp: 400 invalid signature', 'api->>mail: send receipt', 'api-->>psp: 200'),
    'until SendGrid is done',
  ],
  [
    'webhook-answered-late',
    'mail that nobody waits for',
    hooked('api-)mail: async send receipt', 'api-->>psp: 200'),
  ],
  [
    'webhook-answered-late',
    'behind what a model writes',
    hooked('api->>model: write thanks', 'api-->>psp: 200'),
    'until OpenAI is done',
  ],
  [
    'webhook-answered-late',
    'behind what a model tells at once',
    hooked('api->>model: create embedding', 'api-->>psp: 200'),
  ],
  [
    'webhook-answered-late',
    'behind a question to who sent it',
    hooked('api->>psp: GET the e-mail of the buyer', 'psp-->>api: 200', 'api-->>psp: 200'),
  ],
  [
    'webhook-answered-late',
    'behind mail after a question',
    hooked('api->>psp: GET payment', 'psp-->>api: 200', 'api->>mail: send receipt', 'api-->>psp: 200'),
    'until SendGrid is done',
  ],
])
