// What is tried again: keys that expire, deadlines, layers, pauses, requests that are not safe to repeat.

import { testRows } from '../rows'

testRows([
  [
    'idempotency-key-expires',
    'the last attempt a second after the key',
    'a[Order service] -->|"HTTP, 30s timeout, 3 retries"| b[Payment service]\n%% a->b@{ idempotencyKey: "order 89s" }',
    'Payment service forgets idempotency keys after 89s, and Order service tries up to 1.5m after the first.',
    'Keep keys for more than 1.5m.',
    'at "idempotencyKey: "order 89s""',
  ],
  [
    'idempotency-key-expires',
    'the last attempt as the key ends',
    'a[Order service] -->|"HTTP, 30s timeout, 3 retries"| b[Payment service]\n%% a->b@{ idempotencyKey: "order 90s" }',
  ],
  [
    'idempotency-key-expires',
    'tried without end',
    'a[Order service] -->|"HTTP, 30s timeout, unlimited retries"| b[Payment service]\n%% a->b@{ idempotencyKey: "order 24h" }',
    'and Order service tries without end',
    'Keep keys as long as anything is retried.',
  ],
  [
    'idempotency-key-expires',
    'tried without end, but for a deadline',
    'a[Order service] -->|"HTTP, 30s timeout, unlimited retries, 1h deadline"| b[Payment service]\n%% a->b@{ idempotencyKey: "order 24h" }',
  ],
  [
    'idempotency-key-expires',
    'tried once',
    'a[Order service] -->|"HTTP, 30s timeout"| b[Payment service]\n%% a->b@{ idempotencyKey: "order 1s" }',
  ],
  [
    'idempotency-key-expires',
    'nothing says how long an attempt takes',
    'a[Order service] -->|"HTTP, 3 retries"| b[Payment service]\n%% a->b@{ idempotencyKey: "order 1s" }',
  ],
  [
    'idempotency-key-expires',
    'called by two through one group',
    `subgraph shop [Shop]
     a[Order service]
     c[Cart service]
     end
     shop -->|"HTTP, 30s timeout, 3 retries"| b[Payment service]
     %% shop->b@{ idempotencyKey: "order 10s" }`,
    'forgets idempotency keys after 10s',
  ],
  [
    'idempotency-key-expires',
    'an answer',
    'a[Order service] -->|HTTP| b[Payment service]\nb -.->|result| a\n%% b->a@{ idempotencyKey: "order 1s", timeout: 30s, retries: 3 }',
  ],
])

testRows([
  [
    'retry-exceeds-deadline',
    'pauses of a millisecond',
    'a[Order service] -->|"HTTP, 1s timeout, 3 attempts, 2s deadline"| b[Stock service]\n%% a->b@{ backoff: fixed, baseDelay: 0.5ms }',
    "Order service's attempts at Stock service may take 3.001s (3 × 1s + 1ms of pauses), but the call is over after 2s. Only one attempt fits; the last is cut off",
  ],
  [
    'retry-exceeds-deadline',
    'no pauses',
    'a[Order service] -->|"HTTP, 1s timeout, 3 attempts, 2s deadline"| b[Stock service]\n%% a->b@{ backoff: none }',
    'may take 3s (3 × 1s), but the call is over after 2s. Only 2 attempts fit; the last is cut off',
    'Make only the 2 attempts that fit',
    'Everything ends after 2s',
  ],
  [
    'retry-exceeds-deadline',
    'as long as the caller has for a request',
    'a[Order service] -->|"HTTP, 1s timeout, 3 attempts, 2s deadline"| b[Stock service]\n%% a->b@{ backoff: none }\n%% a@{ timeout: 2s }',
    'but the call is over after 2s',
  ],
  [
    'retry-exceeds-deadline',
    'longer than the caller has for a request',
    'a[Order service] -->|"HTTP, 1s timeout, 3 attempts, 2500ms deadline"| b[Stock service]\n%% a->b@{ backoff: none }\n%% a@{ timeout: 2s }',
    'but Order service is over after 2s',
  ],
  [
    'retry-exceeds-deadline',
    'without end',
    'a[Order service] -->|"HTTP, 1s timeout, unlimited retries, 5s deadline"| b[Stock service]',
    'may go on without end, but the call is over after 5s',
  ],
])

testRows([
  [
    'retry-client-errors',
    'an answer',
    'a[Order service] -->|HTTP| b[Stock service]\nb -.->|"error, retries on 400"| a',
  ],
  ['retry-not-idempotent', 'a message', 'a[Order service] -->|"POST /orders, 3 retries"| q[[Kafka]]'],
  [
    'retry-unbounded',
    'six attempts',
    'a[Order service] -->|"HTTP, 6 attempts"| b[Stock service]',
    'Order service calls Stock service up to 6 times while somebody waits.',
    'Stock service gets 6 times its load when it is weakest',
    'Write attempts: 3',
  ],
  ['retry-unbounded', 'five attempts', 'a[Order service] -->|"HTTP, 5 attempts"| b[Stock service]'],
  [
    'retry-unbounded',
    'without end',
    'a[Order service] -->|"HTTP, unlimited retries"| b[Stock service]',
    'calls Stock service forever while somebody waits',
    'gets more load the longer it lasts',
    'Write retries: 2',
  ],
  [
    'retry-unbounded',
    'behind a broker',
    'q[[Kafka]] -->|events| a[Order service] -->|"HTTP, unlimited retries"| b[Stock service]',
  ],
  [
    'retry-unbounded',
    'a group',
    'subgraph shop [Shop]\na[Order service]\nend\nshop -->|"HTTP, unlimited retries"| b[Stock service]',
    'Shop calls Stock service forever',
  ],
  ['retry-without-backoff', 'a single attempt', 'a[Order service] -->|"HTTP, 1 attempt"| b[Stock service]'],
  [
    'retry-without-backoff',
    'two attempts',
    'a[Order service] -->|"HTTP, 2 attempts"| b[Stock service]',
    'and states no pause',
  ],
  [
    'retry-without-backoff',
    'one retry',
    'a[Order service] -->|"HTTP, 1 retry"| b[Stock service]',
    'and states no pause',
  ],
  [
    'retry-without-backoff',
    'without a pause, as stated',
    'a[Order service] -->|"HTTP, 1 retry"| b[Stock service]\n%% a->b@{ backoff: none }',
    'without a pause.',
  ],
  [
    'retry-without-backoff',
    'generated again on the arrow, where nobody speaks of answers',
    'a[Order service] -->|"HTTP, regenerate report, 2 attempts"| b[Report service]',
    'and states no pause',
  ],
])

testRows([
  [
    'retry-layering',
    'two times two',
    `web[Browser] -->|"HTTPS, 2 attempts"| a[Order service]
     a -->|"HTTP, 2 attempts"| b[Stock service]`,
  ],
  [
    'retry-layering',
    'two times three',
    `web[Browser] -->|"HTTPS, 2 attempts"| a[Order service]
     a -->|"HTTP, 3 attempts"| b[Stock service]`,
    '2 × 3 = 6 attempts can reach Stock service when it is down: Browser (2), Order service (3).',
    'Browser makes 2 attempts',
    'Retry only in Browser | Retry only in Order service',
  ],
  [
    'retry-layering',
    'told at the end of the way',
    `web[Browser] -->|"HTTPS, 3 attempts"| a[Order service]
     a -->|"HTTP, 3 attempts"| b[Stock service]
     b -->|"HTTP, 3 attempts"| c[Price service]`,
    '3 × 3 × 3 = 27 attempts can reach Price service',
  ],
  [
    'retry-layering',
    'a last call that is tried once',
    `web[Browser] -->|"HTTPS, 3 attempts"| a[Order service]
     a -->|"HTTP, 3 attempts"| b[Stock service]
     b -->|HTTP| c[Price service]`,
    '3 × 3 = 9 attempts can reach Stock service',
  ],
])

testRows([
  [
    'unsafe-get',
    'method and path on the arrow',
    'web[Browser] -->|GET /orders/1/cancel| api[Order API]',
    'GET /orders/1/cancel makes Order API cancel something.',
    'Write POST.',
    'Make it a POST',
    'at "GET /orders/1/cancel"',
  ],
  [
    'unsafe-get',
    'a HEAD that deletes',
    'web[Browser] -->|HEAD /deleteOrder| api[Order API]',
    'Write DELETE.',
  ],
  [
    'unsafe-get',
    'the method in a comment',
    'web[Browser] -->|"HTTP /orders/1/cancel"| api[Order API]\n%% web->api@{ method: GET }',
    'Order API cancel something',
    'at "method: GET"',
  ],
  ['unsafe-get', 'one segment is the name of a page', 'web[Browser] -->|GET /cancel| api[Order API]'],
  [
    'unsafe-get',
    'two segments',
    'web[Browser] -->|GET /orders/cancel| api[Order API]',
    'Order API cancel something',
  ],
  ['unsafe-get', 'a POST', 'web[Browser] -->|POST /orders/1/cancel| api[Order API]'],
])
