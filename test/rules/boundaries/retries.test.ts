// Rules of the category retries, and others about how often something is asked, on and beside their limits.

import { type Row, testRows } from '../rows'

testRows([
  [
    'retry-without-backoff',
    'with a pause in the box of the caller',
    'a["Order service<br/>Retry · Backoff"] -->|"HTTPS POST /charges, 2 retries, timeout: 1s"| b[Payment API]',
  ],
  [
    'retry-without-backoff',
    'with a box that says only that it retries',
    'a["Order service<br/>Retry · Route"] -->|"HTTPS POST /charges, 2 retries, timeout: 1s"| b[Payment API]',
    'states no pause',
  ],
  [
    'retry-without-backoff',
    'with a box that says that there is none',
    'a["Order service<br/>Retry, no backoff"] -->|"HTTPS POST /charges, 2 retries, timeout: 1s"| b[Payment API]',
    'states no pause',
  ],
  [
    'retry-without-backoff',
    'with a pause in the box of another',
    'a[Order service] -->|"HTTPS POST /charges, 2 retries, timeout: 1s"| b[Payment API]\nc["Mail worker<br/>Backoff"] -->|HTTPS| b',
    'states no pause',
  ],
  ...[
    ['Retry 1 (waits 3 s)', undefined],
    ['재시도 1회 (3초 대기)', undefined],
    ['重试前等待 3 秒', undefined],
    ['Retry 1 of 3', 'states no pause'],
  ].map(
    ([note, words]): Row => [
      'retry-without-backoff',
      `beside the note ${note}`,
      `sequenceDiagram\nparticipant a as Order service\nparticipant b as Payment API\nNote over a: ${note}\na->>b: POST /charges, 2 retries, timeout: 1s\nb-->>a: 201`,
      ...(words ? [words] : []),
    ],
  ),
  [
    'short-polling',
    'what it costs',
    `web[Browser] -->|"HTTPS GET /orders, poll every 4s"| api[Order API]`,
    'Browser asks Order API every 4s, whether there is news or not. Each 1,000 clients make 250 requests per second, most of them wasted, and news is 2s old on average.',
    'Use server-sent events | Use long polling',
  ],
  [
    'short-polling',
    'while a task runs',
    `web[Browser] -->|"HTTPS GET /status, poll every 4s"| api[Order API]`,
    'Most of these requests are wasted, and its result is seen 2s late on average.',
  ],
  [
    'short-polling',
    'every thirty seconds',
    `web[Browser] -->|"HTTPS GET /status, poll every 30s"| api[Order API]`,
  ],
  [
    'short-polling',
    'a little more often',
    `web[Browser] -->|"HTTPS GET /status, poll every 29s"| api[Order API]`,
    'every 29s',
  ],
  [
    'short-polling',
    'in milliseconds',
    `web[Browser] -->|"HTTPS GET /orders, interval: 500 ms"| api[Order API]`,
    'every 500ms',
    '2,000 requests per second',
  ],
  [
    'short-polling',
    'in a loop',
    `sequenceDiagram
       participant web as Browser
       participant api as Order API
       loop every 5s
         web->>api: GET /status
         api-->>web: 200
       end`,
    'Browser asks Order API every 5s',
  ],
  [
    'short-polling',
    'a server that pushes',
    `web[Browser] -->|"SSE status updates, every 5s"| api[Order API]`,
  ],
])

const kept = (figures: string): string => `api[Order service] -->|POST /payments| pay[Payment service]
     %% api->pay@{ ${figures} }`

testRows([
  [
    'idempotency-key-expires',
    'kept until the last attempt begins',
    kept('timeout: 10s, attempts: 3, idempotencyKey: "kept 20s"'),
  ],
  [
    'idempotency-key-expires',
    'forgotten a second earlier',
    kept('timeout: 10s, attempts: 3, idempotencyKey: "kept 19s"'),
    'Payment service forgets idempotency keys after 19s, and Order service tries up to 20s after the first.',
    'Keep keys for more than 20s.',
  ],
  [
    'idempotency-key-expires',
    'pauses count',
    kept('timeout: 10s, attempts: 3, backoff: fixed, baseDelay: 1s, idempotencyKey: "kept 21s"'),
    'tries up to 22s after the first',
  ],
  [
    'idempotency-key-expires',
    'a deadline ends them',
    kept('timeout: 10s, attempts: 3, deadline: 15s, idempotencyKey: "kept 15s"'),
  ],
  [
    'idempotency-key-expires',
    'two attempts',
    kept('timeout: 10s, attempts: 2, idempotencyKey: "kept 9s"'),
    'tries up to 10s after the first',
  ],
  ['idempotency-key-expires', 'one attempt', kept('timeout: 10s, idempotencyKey: "kept 1s"')],
  [
    'idempotency-key-expires',
    'nobody says how long',
    kept('timeout: 10s, attempts: 3, idempotencyKey: true'),
  ],
])

const guarded = (breaker: string): string => `api[Order service] -->|HTTP| pay[Payment service]
     %% api->pay@{ breaker: "${breaker}" }`

testRows([
  ['breaker-threshold', 'five percent', guarded('5% of 20 calls')],
  [
    'breaker-threshold',
    'less than five percent',
    guarded('4.9% of 20 calls'),
    "Order service's breaker for Payment service opens when 4.9% of the calls fail. One lost packet",
    'Open at 50% of 20 calls',
  ],
  ['breaker-threshold', 'all but a few', guarded('99% of 20 calls')],
  [
    'breaker-threshold',
    'all',
    guarded('100% of 20 calls'),
    'opens only when all calls fail. A callee that answers one call',
  ],
  ['breaker-threshold', 'five calls', guarded('50% of 5 calls')],
  ['breaker-threshold', 'four calls', guarded('50% of 4 calls'), 'judges by 4 calls'],
  ['breaker-threshold', 'one call', guarded('50% of 1'), 'judges by 1 call.'],
  ['breaker-threshold', 'two failures', guarded('2 failures')],
  ['breaker-threshold', 'one failure', guarded('1 failure'), 'opens after a single failure'],
  [
    'breaker-threshold',
    'in a label',
    `api[Order service] -->|"HTTP, breaker opens after one failure"| pay[Payment service]`,
    'opens after a single failure',
  ],
])

testRows([
  [
    'retry-exceeds-deadline',
    'pauses count',
    `web[Web app] -->|HTTPS| api[Order API]
     %% web->api@{ timeout: 1s, attempts: 3, backoff: fixed, baseDelay: 200ms, deadline: 3s }`,
    'may take 3.4s (3 × 1s + 400ms of pauses), but the call is over after 3s. Only 2 attempts fit',
    'Write attempts: 2',
  ],
  [
    'retry-exceeds-deadline',
    'the caller itself is over earlier',
    `web[Order service] -->|"HTTP, 1s timeout, 3 attempts, 9s deadline"| api[Stock service]
     web@{ timeout: 2s }`,
    'but Order service is over after 2s. Only 2 attempts fit',
  ],
  [
    'retry-exceeds-deadline',
    'not one fits',
    `web[Web app] -->|"HTTPS, 2s timeout, 3 attempts, 1s deadline"| api[Order API]`,
  ],
  [
    'retry-exceeds-deadline',
    'without end',
    `web[Web app] -->|"HTTPS, 1s timeout, unlimited retries, 3500ms deadline"| api[Order API]`,
    'may go on without end, but the call is over after 3.5s. Only 3 attempts fit',
    'Write retries: 2',
  ],
  [
    'retry-layering',
    'four attempts',
    `web[Web app] -->|"HTTPS, 2 attempts"| api[Order API]
     api -->|"HTTP, 2 attempts"| pay[Payment service]`,
  ],
  [
    'retry-layering',
    'six attempts',
    `web[Web app] -->|"HTTPS, 2 attempts"| api[Order API]
     api -->|"HTTP, 2 retries"| pay[Payment service]`,
    '2 × 3 = 6 attempts can reach Payment service when it is down: Web app (2), Order API (3).',
    'Web app makes 2 attempts',
    'Retry only in Web app | Retry only in Order API',
  ],
  [
    'retry-layering',
    'one layer',
    `web[Web app] -->|HTTPS| api[Order API]
     api -->|"HTTP, 9 attempts"| pay[Payment service]`,
  ],
  [
    'retry-layering',
    'the last hop retries nothing',
    `web[Web app] -->|"HTTPS, 3 attempts"| edge[API gateway]
     edge -->|"HTTP, 3 attempts"| api[Order API]
     api -->|HTTP| pay[Payment service]`,
    '3 × 3 = 9 attempts can reach Order API',
  ],
  [
    'retry-layering',
    'without end',
    `web[Web app] -->|"HTTPS, unlimited retries"| api[Order API]
     api -->|"HTTP, 2 attempts"| pay[Payment service]`,
    'unlimited × 2 = unlimited attempts can reach Payment service',
  ],
])

testRows([
  [
    'websocket-heartbeat',
    'half of what the balancer waits',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| chat[Chat service]
     lb@{ idleTimeout: 20s }`,
    'Write heartbeat: 10s.',
    'Load balancer closes idle connections after this',
  ],
  [
    'websocket-heartbeat',
    'never more than half a minute',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| chat[Chat service]
     lb@{ idleTimeout: 200s }`,
    'Write heartbeat: 30s.',
  ],
  [
    'websocket-heartbeat',
    'nobody says how long anything waits',
    `web[Browser] -->|WebSocket| chat[Chat service]`,
    'A proxy closes an idle connection after a minute or two,',
    'Write heartbeat: 30s.',
  ],
  [
    'websocket-heartbeat',
    'as often as the balancer waits',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| chat[Chat service]
     %% web->lb@{ heartbeat: 20s }
     lb@{ idleTimeout: 20s }`,
    'sends a heartbeat every 20s only',
  ],
  [
    'websocket-heartbeat',
    'a millisecond earlier',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| chat[Chat service]
     %% web->lb@{ heartbeat: 19999ms }
     lb@{ idleTimeout: 20s }`,
  ],
  [
    'websocket-heartbeat',
    'two clients, one mistake',
    `web[Browser] -->|WebSocket| chat[Chat service]
     app[Mobile app] -->|WebSocket| chat`,
    'The WebSocket from Browser to Chat service states no heartbeat.',
    'and the one from Mobile app',
  ],
  [
    'outage-saturates',
    'retries bring more than it serves',
    `web[Web app] -->|"HTTPS, 1s timeout, 3 attempts"| api[Order API]
     web@{ rate: 60/s }
     api@{ p50: 10ms, p99: 10ms, capacity: 100/s }`,
    'Order API serves 60 requests a second of at most 100, but when it is down each becomes up to 3 attempts: above 33.3 a second they overload it again',
    'Web app tries again',
    'Add a circuit breaker to the calls to Order API',
  ],
  [
    'outage-saturates',
    'it can serve all of them',
    `web[Web app] -->|"HTTPS, 1s timeout, 3 attempts"| api[Order API]
     web@{ rate: 30/s }
     api@{ p50: 10ms, p99: 10ms, capacity: 100/s }`,
  ],
  [
    'outage-saturates',
    'a breaker stops them',
    `web[Web app] -->|"HTTPS, 1s timeout, 3 attempts, circuit breaker"| api[Order API]
     web@{ rate: 60/s }
     api@{ p50: 10ms, p99: 10ms, capacity: 100/s }`,
  ],
  [
    'sync-cycle',
    'three services',
    `a[Order service] -->|HTTP| b[Stock service]
     b -->|HTTP| c[Price service]
     c -->|HTTP| a`,
    'Order service → Stock service → Price service → Order service: synchronous calls in a cycle.',
    'Order service → Stock service',
  ],
  [
    'sync-cycle',
    'the arrow that was drawn last closes it',
    `b[Stock service] -->|HTTP| c[Price service]
     c -->|HTTP| a[Order service]
     a -->|HTTP| b`,
    'Stock service → Price service → Order service → Stock service: synchronous',
  ],
  [
    'sync-cycle',
    'no protocol is named',
    `a[Order service] --> b[Stock service]
     b --> a`,
  ],
  [
    'sync-cycle',
    'methods are named',
    `a[Order service] -->|GET /stock| b[Stock service]
     b -->|GET /orders| a`,
    'Order service → Stock service → Order service',
  ],
  [
    'sync-cycle',
    'in a trace',
    `sequenceDiagram
       participant web as Browser
       participant a as Order service
       participant b as Stock service
       web->>a: POST /orders
       a->>b: GET /stock
       b->>a: GET /orders
       a-->>b: 200
       b-->>a: 200
       a-->>web: 201`,
    'Order service → Stock service → Order service: synchronous calls in a cycle.',
  ],
  [
    'sync-cycle',
    'in a trace, one after the other',
    `sequenceDiagram
       participant web as Browser
       participant a as Order service
       participant b as Stock service
       web->>a: POST /orders
       a->>b: GET /stock
       b-->>a: 200
       b->>a: POST /events
       a-->>b: 200
       a-->>web: 201`,
  ],
])

testRows([
  [
    'short-polling',
    'in a block that is no loop',
    `sequenceDiagram
       participant web as Browser
       participant api as Order API
       opt every 5s
         web->>api: GET /status
         api-->>web: 200
       end`,
  ],
])

testRows([
  [
    'retry-unbounded',
    'a patient name is enough, whatever its kind',
    `sync[Catalog sync] -->|"HTTPS, 1s timeout, 9 retries"| api[Partner API]`,
  ],
  [
    'retry-unbounded',
    'what a feed sets off may take its time',
    `orders[Order service] -->|publishes OrderPlaced| topic[[Kafka]]
     topic -->|delivers| ledger[Ledger service]
     ledger -->|"HTTPS, 1s timeout, 9 retries"| bank[Bank API]`,
  ],
  [
    'retry-unbounded',
    'attempts on the limit',
    `web[Web app] -->|"HTTPS, 1s timeout, 5 attempts"| api[Order API]`,
  ],
  [
    'retry-unbounded',
    'attempts above the limit',
    `web[Web app] -->|"HTTPS, 1s timeout, 6 attempts"| api[Order API]`,
    'Web app calls Order API up to 6 times while somebody waits.',
    'gets 6 times its load',
    'attempts: 3',
  ],
  [
    'retry-without-backoff',
    'one attempt is no retry',
    `web[Web app] -->|"HTTPS, 1s timeout, 1 attempt"| api[Order API]`,
  ],
  [
    'retry-without-backoff',
    'two attempts are',
    `web[Web app] -->|"HTTPS, 1s timeout, 2 attempts"| api[Order API]`,
    'Web app retries Order API and states no pause.',
  ],
  [
    'retry-without-backoff',
    'a stated pause of none',
    `web[Web app] -->|"HTTPS, 1s timeout, 1 retry"| api[Order API]
     %% web->api@{ backoff: none }`,
    'Web app retries Order API without a pause.',
  ],
  [
    'retry-exceeds-deadline',
    'two of three attempts fit',
    `web[Web app] -->|"HTTPS, 1s timeout, 3 attempts, 2500ms deadline"| api[Order API]`,
    "Web app's attempts at Order API may take 3s (3 × 1s), but the call is over after 2.5s. Only 2 attempts fit",
    'Make only the 2 attempts that fit',
  ],
  [
    'retry-exceeds-deadline',
    'one of three retries fits',
    `web[Web app] -->|"HTTPS, 1s timeout, 2 retries, 1500ms deadline"| api[Order API]`,
    'Only one attempt fits',
    'Write retries: 0',
    'Make only the attempt that fits',
  ],
  [
    'retry-exceeds-deadline',
    'all fit exactly',
    `web[Web app] -->|"HTTPS, 1s timeout, 3 attempts, 3s deadline"| api[Order API]`,
  ],
  [
    'retry-without-jitter',
    'a base delay is a pause, and one retry is enough',
    `web[Web app] -->|"HTTPS, 1 retry"| api[Order API]
     %% web->api@{ baseDelay: 100ms }`,
    'Web app pauses before it retries Order API, but without jitter.',
    'Randomize the pauses',
  ],
  [
    'retry-without-jitter',
    'no pause, no step to keep',
    `web[Web app] -->|"HTTPS, 1 retry"| api[Order API]
     %% web->api@{ backoff: none }`,
  ],
  [
    'retry-without-jitter',
    'one attempt',
    `web[Web app] -->|"HTTPS, 1 attempt"| api[Order API]
     %% web->api@{ backoff: exponential }`,
  ],
  [
    'retry-client-errors',
    'too many requests, a conflict and what is too early may pass',
    `web[Web app] -->|HTTPS| api[Order API]
     %% web->api@{ retryOn: [408, 409, 425, 429] }`,
  ],
  [
    'retry-client-errors',
    'one of two conditions is the fault of the caller',
    `web[Web app] -->|HTTPS| api[Order API]
     %% web->api@{ retryOn: [404, 503] }`,
    'Web app retries Order API after 404.',
    'Write retryOn: [503].',
    'Retry on 503 only',
  ],
  [
    'retry-client-errors',
    'nothing is left',
    `web[Web app] -->|HTTPS| api[Order API]
     %% web->api@{ retryOn: [all] }`,
    'Write retryOn: [429, 502, 503, 504, timeout].',
  ],
  [
    'retry-client-errors',
    'words on the arrow',
    `web[Web app] -->|"HTTPS, retry on 404"| api[Order API]`,
    'Web app retries Order API after 404.',
  ],
  ['retry-client-errors', 'harmless words', `web[Web app] -->|"HTTPS, retry on 429"| api[Order API]`],
  [
    'retry-not-idempotent',
    'a single attempt',
    `web[Web app] -->|"HTTPS POST /orders, 1 attempt"| api[Order API]`,
  ],
  ['retry-not-idempotent', 'a read', `web[Web app] -->|"HTTPS GET /orders, 3 attempts"| api[Order API]`],
  [
    'retry-not-idempotent',
    'a write',
    `web[Web app] -->|"HTTPS POST /orders, 2 attempts"| api[Order API]`,
    'If only the answer was lost',
  ],
  [
    'retry-layering',
    'two layers multiply',
    `web[Web app] -->|"HTTPS, 3 attempts"| api[Order API]
     api -->|"HTTP, 4 retries"| pay[Payment service]`,
    '3 × 5 = 15 attempts can reach Payment service when it is down: Web app (3), Order API (5).',
    'Web app makes 3 attempts',
    'Retry only in Web app',
    'Retry only in Order API',
  ],
  [
    'retry-layering',
    'one layer does not',
    `web[Web app] -->|"HTTPS, 1 attempt"| api[Order API]
     api -->|"HTTP, 14 retries"| pay[Payment service]`,
  ],
  [
    'idempotency-key-expires',
    'a key that lives as long as the attempts',
    `web[Web app] -->|"HTTPS POST /orders, 10s timeout, 3 attempts"| api[Order API]
     %% web->api@{ idempotencyKey: "20s" }`,
  ],
  [
    'idempotency-key-expires',
    'a key that lives a second less',
    `web[Web app] -->|"HTTPS POST /orders, 10s timeout, 3 attempts"| api[Order API]
     %% web->api@{ idempotencyKey: "19s" }`,
    'Order API forgets idempotency keys after 19s, and Web app tries up to 20s after the first.',
    'Keep keys for more than 20s.',
  ],
])
