// Rules about what one run does in order – takes, answers, stores, gives back: on and beside their conditions.

import { testRows } from '../rows'

const trace = (...steps: readonly string[]) =>
  [
    'sequenceDiagram',
    'participant web as Browser',
    'participant api as Order service',
    'participant stock as Stock service',
    'participant pay as Payment service',
    'participant psp as Stripe',
    'participant db as Postgres',
    'participant redis as Redis',
    'participant bus as Kafka',
    ...steps,
  ].join('\n')

const order = 'web->>api: POST /orders'
const paid = ['api->>psp: charge card', 'psp-->>api: ok']
const soldOut = ['else out of stock', 'api-->>web: 409', 'end']

testRows([
  [
    'effect-not-undone',
    'money, and the next step fails',
    trace(order, ...paid, 'api->>stock: deduct stock', 'alt taken', 'api-->>web: 201', ...soldOut),
    'After "out of stock", nothing undoes what Order service did before ("charge card").',
    'Taken here',
  ],
  [
    'effect-not-undone',
    'given back behind the branches',
    trace(
      order,
      ...paid,
      'api->>stock: deduct stock',
      'alt taken',
      'api-->>web: 201',
      ...soldOut,
      'api->>psp: refund what was not delivered',
    ),
  ],
  [
    'effect-not-undone',
    'a note in the branch gives it back',
    trace(
      order,
      ...paid,
      'api->>stock: deduct stock',
      'alt taken',
      'api-->>web: 201',
      'else out of stock',
      'Note over api: refund by the nightly job',
      'api-->>web: 409',
      'end',
    ),
  ],
  [
    'effect-not-undone',
    'what failed is the charge itself',
    trace(
      order,
      'api->>psp: charge card',
      'alt paid',
      'api-->>web: 201',
      'else card declined',
      'api-->>web: 402',
      'end',
    ),
  ],
  [
    'effect-not-undone',
    'taken in the other branch',
    trace(order, 'api->>stock: deduct stock', 'alt taken', ...paid, 'api-->>web: 201', ...soldOut),
  ],
  [
    'effect-not-undone',
    'somebody asks for something else in between',
    trace(
      order,
      ...paid,
      'api-->>web: 201',
      'web->>api: GET /articles',
      'api->>stock: which are left',
      'alt answered',
      'api-->>web: 200',
      'else search failed',
      'api-->>web: 503',
      'end',
    ),
  ],
  [
    'effect-not-undone',
    'a branch that is taken in time',
    trace(
      order,
      ...paid,
      'api->>stock: deduct stock',
      'alt taken within the timeout',
      'api-->>web: 201',
      'end',
    ),
  ],
  [
    'effect-not-undone',
    'reserved before the payment, and no word of failure',
    trace(
      order,
      'api->>stock: reserve stock',
      'stock-->>api: ok',
      'api->>pay: pay the order',
      'api-->>web: 201',
    ),
    'Order service does "reserve stock" before it is paid for',
    'Taken here',
  ],
  [
    'effect-not-undone',
    'an answer that names all outcomes draws none',
    trace(
      order,
      'api->>stock: reserve stock',
      'stock-->>api: reserved or failed',
      'api->>pay: pay the order',
      'api-->>web: 201',
    ),
    'before it is paid for',
  ],
  [
    'effect-not-undone',
    'a note tells of the failure',
    trace(
      order,
      'api->>stock: reserve stock',
      'api->>pay: pay the order',
      'Note over api: a failed payment is drawn elsewhere',
      'api-->>web: 201',
    ),
  ],
  [
    'effect-not-undone',
    'only looked at',
    trace(order, 'api->>stock: check stock', 'api->>pay: pay the order', 'api-->>web: 201'),
  ],
])

testRows([
  [
    'charge-without-key',
    'by a program, at a provider',
    trace(order, ...paid, 'api-->>web: 201'),
    'Order service asks Stripe to move money ("charge card")',
  ],
  ['charge-without-key', 'by the browser itself', trace('web->>psp: charge card', 'psp-->>web: ok')],
  [
    'charge-without-key',
    'the provider is told rather than the service before it',
    trace(order, 'api->>pay: process payment', 'pay->>psp: charge card', 'api-->>web: 201'),
    'Payment service asks Stripe to move money',
  ],
  [
    'charge-without-key',
    'prepared only',
    trace(order, 'api->>psp: create payment session', 'api-->>web: 201'),
  ],
  [
    'charge-without-key',
    'a double charge is thought of',
    trace(order, 'Note over api: no double charge', ...paid, 'api-->>web: 201'),
  ],
  ['charge-without-key', 'at a service that takes no money', trace(order, 'api->>stock: charge the battery')],
])

const key = ['api->>redis: GET idempotency:7', 'redis-->>api: nothing']

testRows([
  [
    'check-then-act',
    'a key, written after the work',
    trace(order, ...key, 'api->>db: INSERT order', 'api->>redis: SET idempotency:7'),
    'Order service looks up the key first and stores it only after the work.',
    'Both find nothing here',
    'Both do this',
  ],
  [
    'check-then-act',
    'a key, claimed before the work',
    trace(order, ...key, 'api->>redis: SET idempotency:7', 'api->>db: INSERT order'),
  ],
  [
    'check-then-act',
    'a key, claimed in one step',
    trace(
      order,
      ...key,
      'api->>redis: SET idempotency:7 NX',
      'api->>db: INSERT order',
      'api->>redis: SET idempotency:7',
    ),
  ],
  [
    'check-then-act',
    'a lock for something else claims no key',
    trace(
      order,
      ...key,
      'api->>redis: SET seat:7 NX PX 30000',
      'api->>db: INSERT order',
      'api->>redis: SET idempotency:7',
    ),
    'stores it only after the work',
  ],
  [
    'check-then-act',
    'a key, and nothing but looks in between',
    trace(order, ...key, 'api->>db: SELECT order', 'api->>redis: SET idempotency:7'),
  ],

  [
    'check-then-act',
    'a key by the name of a method',
    trace(
      order,
      'api->>redis: isProcessed(message_id)',
      'api->>db: insertOrder()',
      'api->>redis: markProcessed(message_id)',
    ),
    'looks up the key first and stores it only after the work',
  ],
  [
    'check-then-act',
    'a key, in the transaction of the work',
    trace(
      order,
      'api->>db: SELECT idempotency key',
      'api->>db: BEGIN',
      'api->>db: INSERT order',
      'api->>db: INSERT idempotency key',
      'api->>db: COMMIT',
    ),
  ],
])

testRows([
  [
    'check-then-act',
    'free, and booked in a second step',
    trace(order, 'api->>db: check seat availability', 'db-->>api: free', 'api->>db: INSERT booking'),
    'Order service checks what is free, then books it in a second step.',
    'Both find it free here',
  ],
  [
    'check-then-act',
    'free, and something else is stored',
    trace(order, 'api->>db: check seat availability', 'db-->>api: free', 'api->>db: INSERT invoice'),
  ],
  [
    'check-then-act',
    'booked without a look',
    trace(order, 'api->>db: SELECT customer', 'api->>db: INSERT booking'),
  ],
  [
    'check-then-act',
    'a constraint keeps two bookings apart',
    trace(
      order,
      'api->>db: check seat availability',
      'api->>db: INSERT booking',
      'Note over db: unique (seat, day)',
    ),
  ],
])

testRows([
  [
    'lock-released-unchecked',
    'deleted by whoever is done',
    trace('api->>redis: SET lock:7 NX PX 30000', 'api->>db: UPDATE seats', 'api->>redis: DEL lock:7'),
    'Order service deletes the lock without checking who holds it.',
    'Taken here, until it expires',
  ],
  [
    'lock-released-unchecked',
    'one that never expires',
    trace('api->>redis: SETNX lock:7', 'api->>db: UPDATE seats', 'api->>redis: DEL lock:7'),
  ],
  [
    'lock-released-unchecked',
    'another key',
    trace('api->>redis: SET lock:7 NX PX 30000', 'api->>db: UPDATE seats', 'api->>redis: DEL seats:7'),
  ],
])

testRows([
  [
    'outcome-by-webhook-only',
    'stored on a call',
    trace('psp->>api: webhook: paid', 'api->>db: UPDATE orders'),
    'Order service learns the outcome of a payment from this webhook alone.',
    'Stored only then',
  ],
  [
    'outcome-by-webhook-only',
    'stored by nobody',
    trace('psp->>api: webhook: paid', 'api->>bus: publish OrderPaid'),
  ],
  [
    'outcome-by-webhook-only',
    'asked as well',
    trace(
      'psp->>api: webhook: paid',
      'api->>db: UPDATE orders',
      'api->>psp: get payment status of open orders',
    ),
  ],
])

testRows([
  [
    'answered-before-stored',
    'done, and stored afterwards',
    trace(order, 'api-->>web: 201 Created', 'api->>db: INSERT order'),
    'Order service tells Browser that it is done ("201 Created") before anything is stored.',
    'Asked for here',
    'Only here does Postgres hear of it',
  ],
  [
    'answered-before-stored',
    'promised only, by whatever is kept meanwhile',
    trace(order, 'api-->>web: 202 Accepted', 'api->>stock: check', 'api->>db: INSERT order'),
  ],
  [
    'answered-before-stored',
    'stored by another before',
    trace(order, 'api->>stock: reserve', 'api-->>web: 201 Created', 'api->>db: INSERT order'),
  ],
  [
    'answered-before-stored',
    'paid, which stores nothing of the order',
    trace(order, ...paid, 'api-->>web: 201 Created', 'api->>db: INSERT order'),
    'before anything is stored',
  ],
  [
    'answered-before-stored',
    'a step of its own may store it',
    trace(order, 'api->>api: accept the order', 'api-->>web: 201 Created', 'api->>bus: publish OrderPlaced'),
  ],
  [
    'answered-before-stored',
    'a note may tell of it',
    trace(
      order,
      'Note over api: all in one transaction',
      'api-->>web: 201 Created',
      'api->>bus: publish OrderPlaced',
    ),
  ],
  [
    'answered-before-stored',
    'in another branch',
    trace(
      order,
      'alt known',
      'api-->>web: 200 OK',
      'else new',
      'api->>db: INSERT order',
      'api-->>web: 201',
      'end',
    ),
  ],
])

testRows([
  [
    'consumer-not-idempotent',
    'by itself',
    trace('bus->>stock: OrderPlaced', 'stock->>stock: deduct stock'),
    'Stock service does "deduct stock" a second time',
    'Stock service does this for each delivery',
  ],
  [
    'consumer-not-idempotent',
    'for the next message alone',
    trace(
      'bus->>stock: OrderSeen',
      'stock->>stock: look',
      'bus->>stock: OrderPaid',
      'stock->>stock: deduct stock',
    ),
    'Stock service does "deduct stock" a second time',
  ],
  [
    'consumer-not-idempotent',
    'set to what it was set to',
    trace('bus->>stock: OrderPlaced', 'stock->>stock: reserve stock for the order'),
  ],
  [
    'consumer-not-idempotent',
    'told to a broker',
    trace('bus->>pay: OrderPlaced', 'pay->>bus: process payment'),
  ],
])

testRows([
  [
    'dual-write',
    'a state is entered',
    trace(order, 'api->>api: create order (PENDING)', 'api->>bus: publish OrderPlaced'),
    'Order service writes to its database and publishes to Kafka',
  ],
  [
    'dual-write',
    'asked to enter a state',
    trace('web->>api: create order (PENDING)', 'api->>bus: publish OrderPlaced'),
    'Order service writes to its database and publishes to Kafka',
  ],
  ['dual-write', 'asked without a state', trace('web->>api: create order', 'api->>bus: publish OrderPlaced')],
  [
    'dual-write',
    'a step without a state',
    trace(order, 'api->>api: create order object', 'api->>bus: publish OrderPlaced'),
  ],
  [
    'dual-write',
    'kept in a session',
    trace(order, 'api->>api: save the session', 'api->>bus: publish OrderPlaced'),
  ],
  [
    'dual-write',
    'Pub/Sub promises nothing',
    trace(order, 'api->>db: INSERT order', 'api->>redis: PUBLISH orders'),
  ],
  [
    'dual-write',
    'a note over others tells of an outbox of theirs',
    trace(order, 'api->>db: INSERT order', 'Note over pay: outbox', 'api->>bus: publish OrderPlaced'),
    'Order service writes to Postgres and publishes to Kafka',
  ],
  [
    'dual-write',
    'a note over it tells of an outbox',
    trace(order, 'api->>db: INSERT order', 'Note over api: outbox', 'api->>bus: publish OrderPlaced'),
  ],
])
