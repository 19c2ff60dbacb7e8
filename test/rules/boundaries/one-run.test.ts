// What belongs to one run of one program, and what only stands beside it: writes and events, checks and takings, charges.

import { testRows } from '../rows'

const trace = (...steps: readonly string[]) =>
  [
    'sequenceDiagram',
    'participant web as Browser',
    'participant api as Order service',
    'participant stock as Stock service',
    'participant psp as Stripe',
    'participant db as Postgres',
    'participant bus as Kafka',
    ...steps,
  ].join('\n')

const order = 'web->>api: POST /orders'
const insert = 'api->>db: INSERT order'
const publish = 'api->>bus: publish OrderPlaced'
const calledBack = [
  'api[Order API] -->|publish render order| bus[[RabbitMQ]]',
  'bus -->|consume| worker[Render worker]',
  'worker -->|HTTPS callback| api',
]
const chart = (...lines: readonly string[]) => ['flowchart LR', ...lines].join('\n')

const takes = (words: string) => trace(order, `api->>bus: ${words}`, insert)

const queued = (words: string) =>
  `sequenceDiagram
participant api as Order service
participant db as Postgres
participant q as review_queue
api->>db: UPDATE order SET status
api->>q: ${words}`

const handled = (...steps: readonly string[]) =>
  trace('bus->>stock: order placed', 'alt known already', 'stock->>bus: ack', 'else new', ...steps, 'end')

testRows([
  ['dual-write', 'a queue that is a table', queued('INSERT review_queue(order_id)')],
  ['dual-write', 'a queue that is none', queued('publish order placed'), 'publishes to review_queue'],
  ['ack-before-work', 'in another branch', handled('stock->>db: INSERT reservation', 'stock->>bus: ack')],
  [
    'ack-before-work',
    'in its own branch',
    handled('stock->>bus: ack', 'stock->>db: INSERT reservation'),
    'The message is acknowledged before its work is done',
  ],
  ['dual-write', 'received in Korean', takes('메시지 벌크 수신')],
  ['dual-write', 'received in Japanese', takes('イベントを受信')],
  ['dual-write', 'received in Chinese', takes('拉取消息')],
  ['dual-write', 'received in German', takes('Bezug der Ereignisse')],
  ['dual-write', 'received in Polish', takes('odbiera zdarzenia')],
  ['dual-write', 'published in Polish', takes('Publikacja zdarzenia'), 'publishes to Kafka'],
  ['dual-write', 'published in German', takes('Ereignis veröffentlichen'), 'publishes to Kafka'],
  ['dual-write', 'somebody who logs in', trace(order, insert, 'api->>bus: publish user.login event')],
  [
    'dual-write',
    'somebody who registers',
    trace(order, insert, 'api->>bus: publish user.registered'),
    'Kafka',
  ],
  [
    'dual-write',
    'stored when it is called back',
    chart(...calledBack, 'api -->|Save result| db[(PostgreSQL)]'),
  ],
  [
    'dual-write',
    'stored before it is called back',
    chart('api -->|SQL insert order| db[(PostgreSQL)]', ...calledBack),
    'writes to PostgreSQL and publishes to RabbitMQ',
  ],
  [
    'dual-write',
    'a status that comes of it',
    chart('api -->|Persist status| db[(PostgreSQL)]', ...calledBack),
  ],
  [
    'dual-write',
    'persisted behind the broker',
    chart(
      'api[Order API] -->|read/write| db[(DynamoDB)]',
      'api -->|events| bus[EventBridge]',
      'bus -->|triggers| lambda["Lambda: validate / persist"]',
    ),
  ],
  [
    'dual-write',
    'mailed behind the broker',
    chart(
      'api[Order API] -->|read/write| db[(DynamoDB)]',
      'api -->|events| bus[EventBridge]',
      'bus -->|triggers| lambda["Lambda: validate / mail"]',
    ),
    'writes to DynamoDB',
  ],
  ...['Atomic_Write_Transaction', 'One DB transaction'].map(
    title =>
      [
        'dual-write',
        `framed as ${title}`,
        chart(
          `subgraph ${title}`,
          'db[(Event store DB)]',
          'bus{{Order queue in RabbitMQ}}',
          'end',
          'api[Order API] -->|save order| db',
          'api -->|enqueue order id| bus',
        ),
      ] as const,
  ),
  [
    'dual-write',
    'framed as a service for transactions',
    chart(
      'subgraph Transaction Service',
      'db[(PostgreSQL)]',
      'bus{{RabbitMQ}}',
      'end',
      'api[Order API] -->|save order| db',
      'api -->|publish OrderPlaced| bus',
    ),
    'publishes to RabbitMQ',
  ],
  ['dual-write', 'in one branch or the other', trace(order, 'alt new', insert, 'else known', publish, 'end')],
  ['dual-write', 'in one branch', trace(order, 'alt new', insert, publish, 'end'), 'publishes to Kafka'],
  [
    'dual-write',
    'for two requests',
    trace(order, insert, 'api-->>web: 201', 'web->>api: POST /orders/1/announce', publish),
  ],
  ['dual-write', 'after the answer', trace(order, insert, 'api-->>web: 201', publish), 'publishes to Kafka'],
  [
    'dual-write',
    'in two scenarios',
    trace(order, insert, 'Note over web, api: Error handling', 'api->>bus: publish OrderFailed'),
  ],
  ...['⚠️ MANEJO DE ERRORES', 'Tratamento de erros', 'Gestion des erreurs', 'Gestione degli errori'].map(
    heading =>
      [
        'dual-write',
        `in two scenarios, the second “${heading}”`,
        trace(order, insert, `Note over web, api: ${heading}`, 'api->>bus: publish OrderFailed'),
      ] as const,
  ),
  [
    'dual-write',
    'with a remark between',
    trace(order, insert, 'Note over web, api: Nobody else knows the order yet', publish),
    'publishes to Kafka',
  ],
  [
    'dual-write',
    'sent again until it is answered',
    trace('psp->>api: webhook payment.succeeded', insert, publish),
  ],
  [
    'dual-write',
    'a step and the event in Polish',
    trace(order, 'api->>api: Utworzenie zapisu', 'api->>bus: Publikacja zdarzenia "OrderCreated"'),
    'Order service writes to its database and publishes to Kafka',
  ],
  [
    'dual-write',
    'a step, and a database for other steps',
    trace(order, 'api->>db: SELECT customer', 'api->>api: create order', 'api->>bus: publish OrderCreated'),
  ],
  [
    'dual-write',
    'a step and another event',
    trace(order, 'api->>api: create order', 'api->>bus: publish PriceAsked'),
  ],
  [
    'dual-write',
    'services alike at one database',
    chart(
      'a[Order service] -->|JDBC| db[(PostgreSQL)]',
      'b[Stock service] -->|JDBC| db',
      'a -->|AMQP CloudEvents| bus[RabbitMQ]',
    ),
    'writes to PostgreSQL and publishes to RabbitMQ',
  ],

  [
    'goes-on-after-failure',
    'a case of its own',
    trace(
      order,
      'api-->>web: Success',
      'Note over web, bus: Error Handling',
      'alt Order fails',
      'api-->>web: 500 Error',
      'end',
    ),
  ],
  [
    'goes-on-after-failure',
    'no heading between',
    trace(order, 'api-->>web: Success', 'alt Order fails', 'api-->>web: 500 Error', 'end'),
    'a request gets one answer',
  ],
  [
    'goes-on-after-failure',
    'a second case behind',
    trace(
      order,
      'opt too much',
      'api-->>web: 429',
      'end',
      'Note over web, bus: Happy path',
      'api-->>web: 201 Created',
    ),
  ],
  [
    'goes-on-after-failure',
    'a remark behind',
    trace(
      order,
      'opt too much',
      'api-->>web: 429',
      'end',
      'Note over web, bus: All is well',
      'api-->>web: 201',
    ),
    'Nothing ends the flow',
  ],
])

const keys = (...between: readonly string[]) =>
  trace(order, 'api->>db: SELECT idempotency_key', ...between, 'api->>db: INSERT idempotency_key')

testRows([
  ['check-then-act', 'a key and work', keys('api->>psp: charge card'), 'looks up the key first'],
  [
    'check-then-act',
    'a key and work under a lock',
    keys('api->>db: GET lock of the seat', 'api->>psp: charge card'),
  ],
  [
    'check-then-act',
    'money that is spent',
    trace(order, 'api->>db: Validate that the balance is enough', 'api->>db: Create transaction'),
    'Order service checks that there is enough money, then spends it in a second step.',
    'at "Create transaction"',
  ],
  [
    'check-then-act',
    'money that a branch compares',
    trace(
      order,
      'api->>db: get balance',
      'alt insufficient',
      'api-->>web: 402',
      'else',
      'api->>db: insert transfer',
      'end',
    ),
    'then spends it',
  ],
  [
    'check-then-act',
    'money that nobody compares',
    trace(order, 'api->>db: get balance', 'api->>db: insert transfer'),
  ],
  [
    'check-then-act',
    'money under a transaction of the database',
    trace(
      order,
      'api->>db: BEGIN',
      'api->>db: check balance is enough',
      'api->>db: create transfer',
      'api->>db: COMMIT',
    ),
  ],
  [
    'check-then-act',
    'goods that are paid for',
    trace(order, 'api->>stock: Check inventory', 'api->>psp: charge card'),
    'checks what is left and takes the money, and nothing holds the item in between',
    'at "charge card"',
  ],
  [
    'check-then-act',
    'goods that are held',
    trace(order, 'api->>stock: Check inventory', 'api->>stock: Reserve inventory', 'api->>psp: charge card'),
  ],
  [
    'check-then-act',
    'goods whose price is given back',
    trace(order, 'api->>stock: Check inventory', 'api->>psp: charge card', 'api->>psp: refund if sold out'),
  ],
  [
    'check-then-act',
    'asked of a service and compared',
    trace(
      order,
      'api->>stock: GET coupons left',
      'alt not enough',
      'api-->>web: 409',
      'else enough',
      'api->>stock: deduct coupons',
      'end',
    ),
    'and takes it in a later call',
  ],
  [
    'check-then-act',
    'asked of a service, compared and taken',
    trace(order, 'api->>stock: check coupon', 'opt enough left', 'api->>stock: deduct coupon', 'end'),
    'Order service asks Stock service what is left, compares it, and takes it in a later call.',
  ],
  [
    'check-then-act',
    'and refused when it is gone',
    trace(
      order,
      'api->>stock: check coupon',
      'opt enough left',
      'api->>stock: deduct coupon',
      'stock-->>api: 409',
      'end',
    ),
  ],
])

const paid = (by: string, words: string, ...steps: readonly string[]) =>
  [
    'sequenceDiagram',
    'participant api as Checkout API',
    `participant psp as ${by}`,
    'participant db as Postgres',
  ]
    .concat(steps, `api->>psp: ${words}`, 'api->>db: Store order')
    .join('\n')

testRows([
  [
    'charge-before-record',
    'a payment server',
    paid('Payment server', 'Process payment'),
    'lets Payment server take',
  ],
  [
    'charge-before-record',
    'a service with a store',
    paid('Payment server', 'Process payment', 'psp->>db: read card'),
  ],
  ['charge-before-record', 'a service of one’s own', paid('Payment service', 'Process payment')],
  [
    'card-data-through-server',
    'handed on',
    paid('Stripe', 'Process payment {amount, cardDetails}'),
    'Checkout API holds card data in clear: it sends it to Stripe.',
  ],
  ['card-data-through-server', 'a token handed on', paid('Stripe', 'Process payment {amount, cardToken}')],
  ['card-data-through-server', 'looked at', paid('Stripe', 'Update card details for payment')],
  [
    'card-data-through-server',
    'decrypted',
    paid('Stripe', 'charge', 'api->>api: Decrypt payment information'),
    'it decrypts it',
  ],
  ['card-data-through-server', 'another secret', paid('Stripe', 'charge', 'api->>api: Decrypt session')],
])

const told = (by: string, words: string, ...more: readonly string[]) =>
  [
    'sequenceDiagram',
    'participant api as 后端服务',
    `participant pay as ${by}`,
    'participant db as MySQL',
    'api->>pay: 统一下单',
    `pay->>api: ${words}`,
    'api->>db: 更新订单状态',
    ...more,
  ].join('\n')

testRows([
  ['outcome-by-webhook-only', 'in Chinese', told('微信服务', '支付结果通知'), '微信服务 retries'],
  ['outcome-by-webhook-only', 'another message', told('微信服务', '订阅消息通知')],
  ['outcome-by-webhook-only', 'and asked for', told('微信服务', '支付结果通知', 'api->>pay: 定时查询订单')],
])
