// Remedies in the words of the store at hand, and what begins, repeats or decides a thing.

import { describe, expect, it } from 'vitest'
import { document, of, told } from '../../service/told'
import { testRows } from '../rows'

const trace = (...messages: readonly string[]): string =>
  [
    'sequenceDiagram',
    'actor user as Customer',
    'participant api as Order service',
    'participant db as PostgreSQL',
    'participant fire as Firestore',
    'participant slack as Slack API',
    'participant stripe as Stripe',
    'participant gw as API Gateway',
    'participant mq as RabbitMQ',
    'participant google as Google OAuth',
    ...messages,
  ].join('\n')

const booked = (store: string) =>
  trace(`api->>${store}: Query available time slots`, `api->>${store}: Create appointment record`)

const stockAt = (store: string) => trace(`api->>${store}: get stock`, `api->>${store}: update stock`)

const charged = (words: string) => trace(`api->>stripe: ${words}`)

const asked = (before: string) =>
  trace(before, 'slack->>api: POST /webhooks/slack', 'api->>db: insert decision')

const saved = (...messages: readonly string[]): string =>
  trace(
    'participant repo as OrderRepository',
    'user->>svc: POST /orders',
    ...messages,
    'svc->>mq: publish order.created',
  )

const leased = (words: string): string =>
  trace('user->>api: POST /orders', `api->>db: ${words}`, 'api->>mq: publish order.created')

const passedOn = (first: string) =>
  trace(
    first,
    'gw->>api: POST /stripe/event',
    'api->>db: insert invoice',
    'api->>mq: publish invoice.created',
  )

const twice = (reason: string) =>
  trace(
    'gw->>api: emit order.paid',
    'api->>db: insert event',
    'db--xapi: timeout',
    `gw->>api: ${reason}`,
    'api->>db: insert event',
  )

const comesBack = (words: string) =>
  trace(
    'participant auth as Auth service',
    'participant login as Login service',
    `auth->>login: ${words}`,
    'login->>auth: GET /keys',
    'auth-->>login: keys',
    'login-->>auth: done',
  )

testRows([
  ['check-then-act', 'a booking in SQL', booked('db'), 'exclusion constraint'],
  ['check-then-act', 'a booking among documents', booked('fire'), 'an id made of the item and its time'],
  ['check-then-act', 'stock in SQL', stockAt('db'), 'UPDATE … SET n'],
  ['check-then-act', 'stock among documents', stockAt('fire'), 'one conditional write'],
  [
    'check-then-act',
    'a value that is written as a number',
    trace('api->>db: SELECT balance', 'api->>db: UPDATE accounts SET balance = 1100'),
    'one overwrites what the other wrote',
  ],
  [
    'check-then-act',
    'a voucher that is used once',
    trace('api->>db: query voucher', 'api->>db: 4. UPDATE voucher'),
    'used_at IS NULL',
  ],
  [
    'check-then-act',
    'vouchers that are counted',
    trace('api->>db: query voucher', 'api->>db: update voucher quantity'),
    'both take it',
  ],
  ['charge-without-key', 'of anything', charged('POST /charges'), 'a second purchase'],
  [
    'charge-without-key',
    'of what was consented to',
    charged('make payment with the authorized consent'),
    'knows a repeated request',
  ],
  [
    'charge-without-key',
    'of what the customer began at the provider',
    trace(
      'user->>stripe: enters the card',
      'stripe-->>user: token',
      'user->>api: POST /confirm',
      'api->>stripe: POST /charges',
    ),
  ],
  [
    'charge-without-key',
    'of what the customer then pays at the provider',
    trace('user->>api: checkout', 'api->>stripe: initiate payment', 'user->>stripe: pays'),
  ],
  [
    'charge-without-key',
    'of what the customer then pays in a window',
    trace('user->>api: checkout', 'api->>stripe: initiate payment', 'api-->>user: show payment UI'),
  ],
  [
    'charge-without-key',
    'of what is still to be paid, as its state says',
    trace('user->>api: pay', 'api->>db: check order status is PENDING', 'api->>stripe: POST /charges'),
  ],
  [
    'charge-without-key',
    'after a look at the state of something else',
    trace('user->>api: pay', 'api->>db: verify user status', 'api->>stripe: POST /charges'),
    'a second purchase',
  ],
  [
    'charge-without-key',
    'of what is read without a look at its state',
    trace('user->>api: pay', 'api->>db: read order', 'api->>stripe: POST /charges'),
    'a second purchase',
  ],
  [
    'charge-without-key',
    'of what the customer then only looks at',
    trace('user->>api: checkout', 'api->>stripe: initiate payment', 'api-->>user: show receipt'),
    'a second purchase',
  ],
  ['webhook-redelivered', 'an event', asked('user->>slack: writes a message'), 'Slack API delivers'],
  ['webhook-redelivered', 'a click', asked('user->>slack: Click "Approve"')],
  ['webhook-redelivered', 'a command', asked('user->>slack: /approve 12')],
  [
    'webhook-redelivered',
    'what a user asks for later',
    trace(
      'stripe->>api: webhook',
      'api->>db: set paid',
      'user->>api: POST /orders',
      'api->>db: insert order',
    ),
  ],
  [
    'webhook-redelivered',
    'what it starts',
    trace('stripe->>api: webhook', 'api->>db: set paid', 'api->>db: insert order'),
    'does "insert order"',
  ],
  ['dual-write', 'what a repository saves', saved('svc->>repo: save(order)'), 'svc writes to its database'],
  ['dual-write', 'what a repository finds', saved('svc->>repo: findById(id)')],
  [
    'dual-write',
    'what is created in memory and then saved',
    saved('svc->>svc: create order (PENDING)', 'svc->>repo: save(order)'),
    /The write to its database.*at "publish order.created"/,
  ],
  ['dual-write', 'a row', leased('insert order'), 'one after the other'],
  ['dual-write', 'a lease', leased('insert or join lease')],
  ['dual-write', 'a webhook that a gateway passes on', passedOn('stripe->>gw: POST /webhook')],
  [
    'dual-write',
    'a request that a gateway passes on',
    passedOn('user->>gw: POST /invoices'),
    'one after the',
  ],
  ['retry-not-idempotent', 'for the same reason', twice('emit order.paid'), 'again'],
  ['retry-not-idempotent', 'for another reason', twice('emit order.shipped')],
  ['sync-cycle', 'two that ask each other', comesBack('GET /user'), 'in a cycle'],
  ['sync-cycle', 'an answer that is drawn like a call', comesBack('Send response')],
  ['sync-cycle', 'results that are asked for', comesBack('GET results'), 'in a cycle'],
  ['sync-cycle', 'a redirect', comesBack('GET /login (redirect with code)')],
  ['sync-cycle', 'a redirect in Chinese', comesBack('GET /login 回調帶授權碼')],
  [
    'queue-in-cache',
    'jobs of a library',
    'api[API server] -->|cache| redis[(Redis)]\nredis -->|BullMQ jobs| worker[Mail worker]',
    'the policy "noeviction"',
  ],
])

const said = (rule: string, source: string): number => of(rule, told(source)).length

const chart = (...lines: readonly string[]): string => document(['flowchart LR', ...lines])

describe('the words around a picture settle', () => {
  const shared = chart(
    'a[Order service] -->|SQL| db[(PostgreSQL)]',
    'b[Stock service] -->|SQL| db',
    'c[Price service] -->|SQL| db',
  )

  it.each([
    ['', 1],
    ['| Order service | Neon (orders_db) |\n| Stock service | Neon (stock_db) |', 0],
    ['Set `POSTGRES_DB`; tests use test_db.', 1],
    ['| **Single PostgreSQL** | A team of two |', 0],
    ['Không cần tách DB theo service.', 0],
    ['Each change is a single database transaction.', 1],
  ])('one database for several services: %s', (words, count) => {
    expect(said('shared-database', `${shared}\n${words}\n`)).toBe(count)
  })

  const written = document(
    trace('user->>api: POST /orders', 'api->>db: insert order', 'api->>mq: publish order.created').split(
      '\n',
    ),
  )

  it.each([
    ['', 1],
    ['Publishing is best-effort: a failure is logged.', 0],
    ['A publish\nfailure is logged and swallowed.', 0],
    ['Mails are best-effort.', 1],
    ['RabbitMQ → consumer → service.Apply → repository.Create', 0],
    ['A job checks expired orders.', 0],
    ['A job checks expired tokens.', 1],
  ])('a store and a broker: %s', (words, count) => {
    expect(said('dual-write', `${written}\n${words}\n`)).toBe(count)
  })

  const lines = chart(
    'a[Order service] ---|gRPC| b[Stock service]',
    'b -->|gRPC| c[Price service]',
    'a -->|gRPC| c',
  )

  it.each([
    ['', 1],
    ['**Legend:**\n\n- **Double-line connectors** -- ownership', 0],
    ['A solid line = belongs to', 0],
    ['A legendary shop with long lines.', 1],
  ])('lines without heads: %s', (words, count) => {
    expect(said('undirected-arrow', `${lines}\n${words}\n`)).toBe(count)
  })
})
