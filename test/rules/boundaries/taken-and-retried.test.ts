// Stock that is taken before a payment of which no failure is drawn, and payments that are retried in a step of their own.

import { testRows } from '../rows'

const trace = (...steps: string[]) => `sequenceDiagram
participant web as Browser
participant api as Order service
participant stock as Inventory service
participant pay as Payment service
participant bank as Acquiring bank
${steps.join('\n')}`

const undone = 'effect-not-undone'
const retried = 'retry-not-idempotent'
const sold = ['alt sold out', 'stock-->>api: sold out', 'else enough', 'stock-->>api: ok', 'end']

const afterPayment = (title: string) =>
  trace(
    'api->>pay: process payment',
    `alt ${title}`,
    'pay-->>api: outcome',
    'api->>stock: write it down',
    'alt not written, error',
    'stock-->>api: 500',
    'end',
    'end',
  )

const intended = (answer: string) =>
  trace(
    'api->>pay: PaymentIntent 842 EUR',
    `pay-->>api: ${answer}`,
    'api->>stock: write it down',
    'alt written',
    'stock-->>api: ok',
    'else not written, error',
    'stock-->>api: 500',
    'api-->>web: 500',
    'end',
  )

const refusedBy = (answer: string) =>
  trace(
    'api->>pay: POST /v1/charges',
    'pay-->>api: paid',
    'api->>stock: order the hearse',
    'alt the company has no car',
    `stock-->>api: ${answer}`,
    'api-->>web: sorry',
    'else it has one',
    'stock-->>api: ok',
    'end',
  )

testRows([
  [
    undone,
    'a branch that begins with a refusal',
    refusedBy('422 no capacity'),
    'After "the company has no car"',
  ],
  [undone, 'a branch that begins with an answer', refusedBy('200 later')],
  [undone, 'an intent that has succeeded', intended('succeeded'), 'did before ("PaymentIntent 842 EUR")'],
  [undone, 'an intent that waits for the customer', intended('client secret')],
])

testRows([
  [undone, 'in the branch of a payment that failed', afterPayment('payment failed')],
  [
    undone,
    'in that of one that succeeded',
    afterPayment('payment succeeded'),
    'nothing undoes what Order service',
  ],
  [
    undone,
    'what fails before is another thing',
    trace('api->>stock: check stock', ...sold, 'api->>stock: deduct stock', 'api->>pay: process payment'),
    'Order service does "deduct stock" before it is paid for, and nothing says what happens to it',
  ],
  [
    undone,
    'what fails behind it',
    trace(
      'api->>stock: deduct stock',
      'api->>pay: process payment',
      'alt payment failed',
      'api-->>web: 402',
      'end',
    ),
    'After "payment failed", nothing undoes what Order service did before',
  ],
  [
    undone,
    'in another branch',
    trace('alt on stock', 'api->>stock: deduct stock', 'else later', 'api->>pay: process payment', 'end'),
  ],
  [
    retried,
    'a step of its own',
    trace('api->>bank: POST /transactions', 'bank->>bank: Retry if unavailable'),
    '"POST /transactions" to Acquiring bank is retried ("Retry if unavailable").',
    'Sent before, and perhaps done',
  ],
  [
    retried,
    'by whoever asked',
    trace('api->>pay: charge card', 'pay-->>api: timeout', 'api->>api: retry on timeout'),
    '"charge card" to Payment service is retried ("retry on timeout")',
  ],
  [
    retried,
    'with a key',
    trace('api->>bank: POST /transactions (Idempotency-Key)', 'bank->>bank: Retry if unavailable'),
  ],
  [retried, 'a read', trace('api->>bank: GET /transactions/7', 'bank->>bank: Retry if unavailable')],
  [retried, 'somebody else', trace('api->>bank: POST /transactions', 'web->>web: Retry if unavailable')],
  [retried, 'no payment', trace('api->>stock: POST /reports', 'stock->>stock: Retry if unavailable')],
])
