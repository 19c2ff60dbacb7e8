// Rules about data that two write, and about what is believed: on and beside their conditions.

import { testRows } from '../rows'

const trace = (...steps: readonly string[]) =>
  [
    'sequenceDiagram',
    'participant web as Browser',
    'participant api as Order service',
    'participant db as Postgres',
    'participant cache as Redis',
    'participant bus as Kafka',
    'participant stock as Stock service',
    'participant psp as Stripe',
    ...steps,
  ].join('\n')

const order = 'web->>api: POST /orders'

testRows([
  [
    'webhook-unverified',
    'stored on its word',
    trace('psp->>api: webhook payment succeeded', 'api->>db: update order', 'api-->>psp: 200'),
    'Order service acts on a webhook, and nothing says that it checks who sent it.',
    'Stored on its word here',
  ],
  [
    'webhook-unverified',
    'checked',
    trace(
      'psp->>api: webhook payment succeeded',
      'api->>api: verify signature',
      'api->>db: update order',
      'api-->>psp: 200',
    ),
  ],
  [
    'webhook-unverified',
    'signed',
    trace('psp->>api: signed webhook', 'api->>db: update order', 'api-->>psp: 200'),
  ],
  [
    'webhook-unverified',
    'stored after the answer',
    trace('psp->>api: webhook', 'api-->>psp: 200', 'api->>db: update order'),
  ],
  [
    'webhook-unverified',
    'read only',
    trace('psp->>api: webhook', 'api->>db: select order', 'api-->>psp: 200'),
  ],
  [
    'webhook-unverified',
    'of one of ours',
    trace('stock->>api: webhook', 'api->>db: update order', 'api-->>stock: 200'),
  ],
  [
    'webhook-unverified',
    'no webhook',
    trace('psp->>api: GET /orders', 'api->>db: update order', 'api-->>psp: 200'),
  ],
  [
    'timeout-as-refusal',
    'one branch for both',
    trace(order, 'api->>psp: charge', 'alt declined or timeout', 'api->>db: set payment failed', 'end'),
    '"declined or timeout" treats a timeout like a refusal.',
    'Taken as not paid here',
  ],
  [
    'timeout-as-refusal',
    'a branch of its own',
    trace(
      order,
      'api->>psp: charge',
      'alt declined',
      'api->>db: set payment failed',
      'else timeout',
      'api->>db: set payment pending',
      'end',
    ),
  ],
  [
    'timeout-as-refusal',
    'somebody finds out',
    trace(
      order,
      'api->>psp: charge',
      'alt declined or timeout',
      'api->>db: set payment failed',
      'api->>psp: check payment status',
      'end',
    ),
  ],
  [
    'timeout-as-refusal',
    'no money',
    trace('api->>stock: reserve', 'alt declined or timeout', 'api->>db: set order failed', 'end'),
  ],
  [
    'timeout-as-refusal',
    'nothing is settled',
    trace(order, 'api->>psp: charge', 'alt declined or timeout', 'api->>db: read order', 'end'),
  ],
  [
    'check-then-act',
    'read, then taken',
    trace('api->>db: SELECT stock', 'api->>db: UPDATE stock'),
    'Order service reads what is left, then takes it in a second step.',
    'Both find enough here',
  ],
  [
    'check-then-act',
    'in one statement',
    trace('api->>db: SELECT stock', 'api->>db: UPDATE stock SET n = n - 1 WHERE n > 0'),
  ],
  [
    'check-then-act',
    'under a lock',
    trace('api->>db: SELECT stock FOR UPDATE (row lock)', 'api->>db: UPDATE stock'),
  ],
  ['check-then-act', 'of another thing', trace('api->>db: SELECT stock', 'api->>db: UPDATE balance')],
  ['check-then-act', 'by another program', trace('api->>db: SELECT stock', 'stock->>db: UPDATE stock')],
  ['check-then-act', 'of which there is enough', trace('api->>db: SELECT users', 'api->>db: UPDATE users')],
  [
    'check-then-act',
    'checked in words',
    trace('api->>db: check seats', 'api->>db: book seats'),
    'takes it in a second step',
  ],
  ['check-then-act', 'taken only', trace('api->>db: UPDATE stock', 'api->>db: UPDATE stock')],
  [
    'call-in-transaction',
    'a call',
    trace('api->>db: BEGIN', 'api->>stock: POST /reservations', 'stock-->>api: 201', 'api->>db: COMMIT'),
    'Order service calls Stock service inside a transaction. Rows stay locked',
    'The transaction begins here | It ends here',
  ],
  [
    'call-in-transaction',
    'a message',
    trace('api->>db: BEGIN', 'api->>bus: publish OrderCreated', 'api->>db: COMMIT'),
    'Order service publishes to Kafka before it commits.',
  ],
  [
    'call-in-transaction',
    'after it',
    trace('api->>db: BEGIN', 'api->>db: insert order', 'api->>db: COMMIT', 'api->>bus: publish OrderCreated'),
  ],
  [
    'call-in-transaction',
    'before it',
    trace('api->>stock: POST /reservations', 'api->>db: BEGIN', 'api->>db: COMMIT'),
  ],
  ['call-in-transaction', 'never ended', trace('api->>db: BEGIN', 'api->>stock: POST /reservations')],
  [
    'call-in-transaction',
    'of another program',
    trace('api->>db: BEGIN', 'stock->>psp: POST /charges', 'api->>db: COMMIT'),
  ],
  [
    'call-in-transaction',
    'rolled back in a branch',
    trace(
      'api->>db: BEGIN',
      'alt ok',
      'api->>db: COMMIT',
      'else not',
      'api->>db: ROLLBACK',
      'end',
      'api->>stock: POST /reservations',
    ),
  ],
  [
    'call-in-transaction',
    'in a branch of it',
    trace('api->>db: BEGIN', 'opt paid', 'api->>stock: POST /reservations', 'end', 'api->>db: COMMIT'),
    'Order service calls Stock service inside a transaction',
  ],
  [
    'cleared-before-commit',
    'cleared inside',
    trace('api->>db: BEGIN', 'api->>db: update order', 'api->>cache: DEL order', 'api->>db: COMMIT'),
    'Order service clears Redis before it commits.',
    'Others see the new row only from here',
  ],
  [
    'cleared-before-commit',
    'cleared after it',
    trace('api->>db: BEGIN', 'api->>db: COMMIT', 'api->>cache: DEL order'),
  ],
  [
    'cleared-before-commit',
    'read inside',
    trace('api->>db: BEGIN', 'api->>cache: GET order', 'api->>db: COMMIT'),
  ],
  [
    'cleared-before-commit',
    'a lock that is given back',
    trace('api->>db: BEGIN', 'api->>cache: DEL lock', 'api->>db: COMMIT'),
  ],
  [
    'unread-replica',
    'reads go to the primary',
    'api[Order service] -->|reads| db[(Postgres)]\ndb -->|replication| r[(Postgres replica)]',
    'Nobody reads Postgres replica: Order service reads Postgres, which does all the work.',
  ],
  [
    'unread-replica',
    'of two',
    'api[Order service] -->|reads| db[(Postgres)]\nb[Cart service] -->|query| db\ndb -->|replication| r[(Postgres replica)]',
    'Order service and Cart service read Postgres, which',
  ],
  [
    'unread-replica',
    'somebody reads it',
    'api[Order service] -->|reads| db[(Postgres)]\ndb -->|replication| r[(Postgres replica)]\nb[Report service] -->|reads| r',
  ],
  [
    'unread-replica',
    'a standby',
    'api[Order service] -->|reads| db[(Postgres)]\ndb -->|replication| r[(Postgres standby replica)]',
  ],
  [
    'unread-replica',
    'nobody only reads',
    'api[Order service] -->|writes| db[(Postgres)]\ndb -->|replication| r[(Postgres replica)]',
  ],
  [
    'embedded-database-shared',
    'two instances',
    'a[Order service 1] --> db[(SQLite)]\nb[Order service 2] --> db',
    'Order service 1 and Order service 2 use SQLite, which lives inside one process or in one file.',
  ],
  [
    'embedded-database-shared',
    'several of one box',
    'a[Order service] --> db[(SQLite)]\n%% a@{ replicas: 3 }',
    'Several instances of Order service use SQLite,',
  ],
  ['embedded-database-shared', 'one instance', 'a[Order service] --> db[(SQLite)]\n%% a@{ replicas: 1 }'],
  [
    'embedded-database-shared',
    'a server',
    'a[Order service 1] --> db[(Postgres)]\nb[Order service 2] --> db',
  ],
  ['embedded-database-shared', 'two programs', 'a[Order service] --> db[(SQLite)]\nb[Mail service] --> db'],
  [
    'queue-in-cache',
    'cache and jobs in one',
    'api[Order service] -->|cache| r[(Redis)]\nw[Mail worker] -->|job queue| r',
    'Redis is cache and queue ("job queue") in one, and one eviction policy applies to both.',
  ],
  [
    'queue-in-cache',
    'two instances',
    'api[Order service] -->|cache| r[(Redis)]\nw[Mail worker] -->|job queue| s[(Redis jobs)]',
  ],
  ['queue-in-cache', 'a cache alone', 'api[Order service] -->|cache| r[(Redis)]'],
  ['queue-in-cache', 'a queue alone', 'w[Mail worker] -->|job queue| r[(Redis)]'],
  [
    'saga-without-timeout',
    'an answer is waited for',
    `sequenceDiagram
participant saga as Order saga
participant bus as Kafka
participant stock as Stock service
saga->>bus: ReserveStockCommand
bus->>stock: ReserveStockCommand
stock->>bus: StockReserved
bus->>saga: StockReserved`,
    'Order saga goes on when Stock service answers over Kafka.',
    'It waits for this',
  ],
  [
    'saga-without-timeout',
    'for so long',
    `sequenceDiagram
participant saga as Order saga
participant bus as Kafka
participant stock as Stock service
saga->>bus: ReserveStockCommand (timeout 30s)
bus->>stock: ReserveStockCommand
stock->>bus: StockReserved
bus->>saga: StockReserved`,
  ],
  [
    'saga-without-timeout',
    'no answer is drawn',
    `sequenceDiagram
participant saga as Order saga
participant bus as Kafka
participant stock as Stock service
saga->>bus: ReserveStockCommand
bus->>stock: ReserveStockCommand`,
  ],
])

testRows([
  [
    'charge-before-record',
    'authorized and captured at once',
    trace(order, 'api->>psp: authorize and capture card', 'api->>db: INSERT order'),
    'Order service lets Stripe take the money before it stores what the money is for.',
  ],
  [
    'charge-before-record',
    'authorized only',
    trace(order, 'api->>psp: authorize card', 'api->>db: INSERT order'),
  ],
  [
    'charge-before-record',
    'in Japanese',
    [
      'sequenceDiagram',
      'participant r as 予約サービス',
      'participant p as 決済代行',
      'participant d as 予約DB',
      'r->>p: 決済を実行',
      'r->>d: 予約を保存',
    ].join('\n'),
    '決済代行',
  ],
  [
    'webhook-unverified',
    'by its path',
    trace('psp->>api: POST /hooks/paid', 'api->>db: update order', 'api-->>psp: 200'),
    'Order service acts on a webhook',
  ],
  [
    'stale-read-after-write',
    'by their names alone',
    [
      'sequenceDiagram',
      'participant s as Settings service',
      'participant w as Primary',
      'participant r as Read replica',
      's->>w: UPDATE users',
      's->>r: SELECT user',
    ].join('\n'),
    'reads from Read replica',
  ],
  [
    'stale-read-after-write',
    'by another service',
    [
      'sequenceDiagram',
      'participant s as Settings service',
      'participant o as Order service',
      'participant w as Primary',
      'participant r as Read replica',
      's->>w: UPDATE users',
      'o->>r: SELECT user',
    ].join('\n'),
  ],
  [
    'missing-authentication',
    'a console on the internet',
    'inet((Internet)) -->|15672| mq[RabbitMQ management]\napp[Order service] -->|AMQP| mq',
    'Internet reaches RabbitMQ management',
  ],
  [
    'missing-authentication',
    'a console in the office',
    'ops[Operator] -->|15672| mq[RabbitMQ management]\napp[Order service] -->|AMQP| mq',
  ],
  [
    'backup-beside-original',
    'in two zones',
    'subgraph a[eu-west-1a]\n  db[(PostgreSQL)]\nend\nsubgraph b[eu-west-1b]\n  bak[(Backups)]\nend\ndb -->|dump| bak',
  ],
])
