// Repeats that find a mark and do nothing, due rows that a scheduler marks, what a transaction alone doesn't keep apart, and
// counters whose expiry is a second step.

import { testRows } from '../rows'

const hook = (...steps: string[]) => `sequenceDiagram
participant pay as Stripe
participant api as Billing API
participant db as PostgreSQL
participant bus as Kafka
pay->>api: POST /webhooks/stripe
${steps.join('\n')}`

const known = ['api->>db: check events_seen', 'alt already processed', 'api-->>pay: 200 OK', 'else new']

const dual = 'dual-write'
const turnedAway = 'the repeat of what it was sent is turned away as known, and nothing is ever published'

const request = (...steps: string[]) => `sequenceDiagram
participant web as Browser
participant api as Order API
participant db as PostgreSQL
participant bus as RabbitMQ
web->>api: POST /orders
${steps.join('\n')}`

testRows([
  [
    dual,
    'a write in Vietnamese',
    request('api->>db: Tạo đơn hàng (PENDING)', 'api->>bus: Publish orders.created'),
    'Order API writes to PostgreSQL and publishes to RabbitMQ, one after the other.',
  ],
  [dual, 'a read in Vietnamese', request('api->>db: Lấy đơn hàng', 'api->>bus: Publish orders.created')],
  [
    dual,
    'a state that is set',
    request('api->>db: Mark order as paid', 'api->>bus: publish OrderPaid'),
    'Order API writes to PostgreSQL and publishes to RabbitMQ, one after the other.',
  ],
  [
    'webhook-redelivered',
    'at a web application that asks its database',
    'sequenceDiagram\nparticipant panel as Admin Panel\nparticipant pay as Stripe API\nparticipant db as Database\npay->>panel: Webhook: checkout.session.completed\npanel->>db: INSERT INTO orders (customer)',
    'Admin Panel does "INSERT INTO orders (customer)" at Database each time.',
  ],
  [
    'webhook-redelivered',
    'drawn at a web application alone',
    'sequenceDiagram\nparticipant panel as Admin Panel\nparticipant pay as Stripe API\npay->>panel: Webhook: checkout.session.completed\npanel->>panel: create order',
  ],
  [
    dual,
    'two writes, each announced',
    request(
      'api->>db: INSERT order',
      'api->>bus: publish OrderPlaced',
      'api->>db: UPDATE stock',
      'api->>bus: publish StockChanged',
    ),
    'The write to PostgreSQL',
    'Published likewise',
  ],
  [
    dual,
    'a webhook whose repeat finds its row',
    hook(
      ...known,
      'api->>db: INSERT events_seen',
      'api->>db: COMMIT',
      'api->>bus: publish PaymentPaid',
      'end',
    ),
    turnedAway,
    'Write the event to an outbox table',
  ],
  [
    dual,
    'a webhook whose mark is drawn without the branch',
    hook('api->>db: create idempotency marker', 'api->>db: save payment', 'api->>bus: publish PaymentPaid'),
    turnedAway,
  ],
  [
    dual,
    'a webhook that marks the event when it is published',
    hook(
      ...known,
      'api->>db: UPDATE invoices SET paid',
      'api->>bus: publish PaymentPaid',
      'api->>db: INSERT events_seen',
      'end',
    ),
  ],
  [
    dual,
    'a webhook that knows no repeats',
    hook('api->>db: INSERT payment', 'api->>bus: publish PaymentPaid'),
  ],
  [
    dual,
    'a webhook that only looks at the key',
    hook(
      'api->>db: check if idempotency key is stored',
      'api->>db: INSERT payment',
      'api->>bus: publish PaymentPaid',
    ),
  ],
  [
    dual,
    'a branch of what is no repeat',
    hook(
      'api->>db: check events_seen',
      'opt not yet processed',
      'api->>db: INSERT events_seen',
      'api->>bus: publish PaymentPaid',
      'end',
    ),
  ],
  [
    dual,
    'a row in another table',
    hook(...known, 'api->>db: INSERT invoices_paid', 'api->>bus: publish PaymentPaid', 'end'),
  ],
])

const due = (...steps: string[]) => `sequenceDiagram
participant job as Scheduler
participant db as PostgreSQL
participant run as Mail worker
job->>db: SELECT id FROM mailings WHERE due FOR UPDATE SKIP LOCKED
${steps.join('\n')}
run->>db: SELECT recipients`

testRows([
  [
    dual,
    'a scheduler that marks first',
    due("job->>db: UPDATE mailings SET status = 'running'", 'job->>run: enqueue send_mailing(id)'),
    'what it has marked is never handed over, and no later run finds it',
    'Look also for what has been marked for too long',
  ],
  [
    dual,
    'a scheduler that marks last',
    due('job->>run: enqueue send_mailing(id)', "job->>db: UPDATE mailings SET status = 'running'"),
  ],
  [
    dual,
    'a scheduler that stores something else',
    due('job->>db: INSERT report', 'job->>run: enqueue send_mailing(id)'),
    'one of them misses the change',
  ],
  [dual, 'rows that are read and locked', due('job->>run: enqueue send_mailing(id)')],
  [
    dual,
    'DynamoDB by its own word',
    `sequenceDiagram
participant web as Browser
participant api as Task API
participant db as DynamoDB
participant bus as SNS
web->>api: POST /tasks
api->>db: PutItem
api->>bus: publish TaskCreated`,
    'Task API writes to DynamoDB and publishes to SNS, one after the other',
  ],
])

const asked = (store: string, ...steps: string[]) => `sequenceDiagram
participant web as Browser
participant api as Report API
participant db as ${store}
participant jobs as Redis job queue
participant work as Celery worker
web->>api: POST /reports
${steps.join('\n')}
jobs-->>work: deliver task`

testRows([
  [
    dual,
    'a task that is queued in Redis',
    asked('PostgreSQL', 'api->>db: insert report', 'api->>jobs: queue render task'),
    'Report API writes to PostgreSQL and publishes to Redis job queue',
  ],
  [
    dual,
    'a task as Celery writes it',
    asked('PostgreSQL', 'api->>db: insert report', 'api->>jobs: render.delay(id)'),
    'Report API writes to PostgreSQL and publishes to Redis job queue',
  ],
  [
    dual,
    'a channel of Redis, which keeps nothing',
    asked('PostgreSQL', 'api->>db: insert report', 'api->>jobs: publish report.created'),
  ],
  [
    dual,
    'an item that is put',
    asked('DynamoDB', 'api->>db: Conditional Put REPORT', 'api->>jobs: queue render task'),
    'Report API writes to DynamoDB',
  ],
  [dual, 'an output', asked('DynamoDB', 'api->>db: output REPORT', 'api->>jobs: queue render task')],
])

const bought = (look: string, branch: string, take: string, ...more: string[]) => `sequenceDiagram
participant web as Browser
participant api as Ticket service
participant db as PostgreSQL
web->>api: POST /tickets
api->>db: BEGIN
api->>db: ${look}
alt ${branch}
api->>db: ${take}
api->>db: COMMIT
else sold out
api->>db: ROLLBACK
end
${more.join('\n')}`

const act = 'check-then-act'
const look = 'SELECT Event WHERE id = 7'
const take = 'UPDATE Event SET seatsLeft = seatsLeft - 1'

testRows([
  [
    act,
    'in one transaction that locks nothing',
    bought(look, 'seats available', take),
    'reads what is left, then takes it in the same transaction without a lock or a condition',
    'may be settled in words',
  ],
  [
    act,
    'with columns before the table',
    bought('SELECT seatsLeft FROM events', 'seats available', 'UPDATE event SET seatsLeft = seatsLeft - 1'),
    'in the same transaction',
  ],
  [act, 'locked by the read', bought(`${look} FOR UPDATE`, 'seats available', take)],
  [act, 'under a condition', bought(look, 'seats available', `${take} WHERE id = 7 AND seatsLeft > 0`)],
  [act, 'of another table', bought('SELECT Venue WHERE id = 7', 'seats available', take)],
  [act, 'nothing is compared', bought(look, 'user is known', take)],
  [act, 'added to', bought(look, 'seats available', 'UPDATE Event SET seatsLeft = seatsLeft + 1')],
  [act, 'at another isolation level', bought(look, 'seats available', take, 'Note over db: SERIALIZABLE')],
])

const key = (...steps: string[]) => `sequenceDiagram
participant web as Browser
participant mid as Middleware
participant api as Payment handler
participant kv as Redis
participant db as PostgreSQL
web->>mid: POST /payments
mid->>kv: Check idempotency key
${steps.join('\n')}`

testRows([
  [
    act,
    'a key that the next part stores',
    key('mid->>api: pay', 'api->>db: save payment', 'api->>kv: store idempotency key'),
    'Middleware looks up the key first, and Payment handler stores it only after the work',
  ],
  [
    act,
    'a key that the next part stores before the work',
    key('mid->>api: pay', 'api->>kv: store idempotency key', 'api->>db: save payment'),
  ],
  [
    act,
    'a key of a part that was not handed the request',
    key('web->>api: pay', 'api->>db: save payment', 'api->>kv: store idempotency key'),
  ],
  [
    act,
    'work that it does by itself',
    key('mid->>mid: process payment', 'mid->>kv: store idempotency key'),
    'Middleware looks up the key first and stores it only after the work',
  ],
  [
    act,
    'something else that the next part caches',
    key('mid->>api: pay', 'api->>db: save payment', 'api->>kv: SET receipt'),
  ],
  [
    'token-in-web-storage',
    'in IndexedDB',
    'sequenceDiagram\nparticipant web as Browser\nweb->>web: store tokens in IndexedDB',
    'A token is kept in IndexedDB',
  ],
  [
    'token-in-web-storage',
    'a token of synchronization',
    'sequenceDiagram\nparticipant web as Browser\nweb->>web: store sync token in IndexedDB',
  ],
])

const counted = (...steps: string[]) => `sequenceDiagram
participant web as Browser
participant api as Login service
participant kv as Redis
participant mem as Memory
web->>api: POST /login
${steps.join('\n')}
api-->>web: 429 Too Many Requests`

const counter = 'counter-without-expiry'

testRows([
  [
    counter,
    'the first one sets the expiry',
    counted('api->>kv: INCR login:ip', 'opt count = 1', 'api->>kv: EXPIRE login:ip 60', 'end'),
    'Login service sets the expiry of the counter in Redis in a second step',
    'It is counted here',
    'once per document',
  ],
  [
    counter,
    'each one sets the expiry, all in one branch',
    counted('opt first page', 'api->>kv: INCR login:ip', 'api->>kv: EXPIRE login:ip 60', 'end'),
  ],
  [
    counter,
    'in a branch of something else',
    counted('api->>kv: INCR login:ip', 'opt count = 10', 'api->>kv: EXPIRE login:ip 60', 'end'),
  ],
  [
    counter,
    'in another store',
    counted('api->>kv: INCR login:ip', 'opt count = 1', 'api->>mem: EXPIRE login:ip 60', 'end'),
  ],
  [
    counter,
    'counted in what is no Redis',
    counted('api->>mem: INCR login:ip', 'opt count = 1', 'api->>mem: EXPIRE login:ip 60', 'end'),
  ],
  [
    counter,
    'a day in its key',
    counted('api->>kv: INCR login:ip:20260131', 'opt count = 1', 'api->>kv: EXPIRE login:ip 60', 'end'),
  ],
  [
    counter,
    'in a pipeline',
    counted(
      'api->>kv: INCR login:ip',
      'opt count = 1',
      'api->>kv: EXPIRE login:ip 60',
      'end',
      'Note over api: one pipeline',
    ),
  ],
  [
    counter,
    'far behind',
    counted(
      'api->>kv: INCR login:ip',
      ...Array.from({ length: 7 }, () => 'api->>api: think'),
      'api->>kv: EXPIRE login:ip 60 if first',
    ),
  ],
  [
    counter,
    'just near enough',
    counted(
      'api->>kv: INCR login:ip',
      ...Array.from({ length: 6 }, () => 'api->>api: think'),
      'api->>kv: EXPIRE login:ip 60 if first',
    ),
    'only for the first request',
  ],
  [
    counter,
    'of several tenants',
    counted('api->>kv: INCR multi-tenant:ip', 'opt count = 1', 'api->>kv: EXPIRE multi-tenant:ip 60', 'end'),
    'in a second step',
  ],
])
