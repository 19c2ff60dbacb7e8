// Rules of retries, latencies and breakers on and beside their limits.

import { type Row, testRows } from '../rows'

testRows([
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
    'oversized-timeout',
    'a cache is slow after 50 ms',
    `api[Order API] -->|"RESP, 5s timeout"| cache[(Redis cache)]`,
    'Order API waits up to 5s for Redis cache, a cache, which answers in a few milliseconds. When it hangs, each request holds its thread 100 times as long',
    'Lower the timeout to 150ms',
  ],
  [
    'oversized-timeout',
    'under five seconds nobody is held up for long',
    `api[Order API] -->|"RESP, 4999ms timeout"| cache[(Redis cache)]`,
  ],
  [
    'timeout-below-latency',
    'a timeout on the latency',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
     api@{ p99: 2s }`,
  ],
  [
    'timeout-below-latency',
    'a timeout below the 99th percentile',
    `web[Web app] -->|"HTTPS, 1999ms timeout"| api[Order API]
     api@{ p99: 2s }`,
    'Order API needs: its p99 is 2s.',
    'Order API takes this long',
    'Raise the timeout to 3s',
  ],
  [
    'timeout-below-latency',
    'a timeout below the median cuts most calls off',
    `web[Web app] -->|"HTTPS, 500ms timeout"| api[Order API]
     api@{ p50: 1s }`,
    '500ms is less than Order API needs: its p50 is 1s. Most calls (',
    'Raise the timeout to 3s',
  ],
  ...[
    ['5% of 20 calls'],
    ['4% of 20 calls', 'opens when 4% of the calls fail'],
    ['99% of 20 calls'],
    ['100% of 20 calls', 'opens only when all calls fail'],
    ['50% of 5 calls'],
    ['50% of 4 calls', 'judges by 4 calls'],
    ['50% of 1 call', 'judges by 1 call.'],
    ['2 failures'],
    ['1 failure', 'opens after a single failure'],
  ].map(
    ([threshold = '', ...parts]): Row => [
      'breaker-threshold',
      threshold,
      `api[Order API] -->|HTTPS| pay[Payment service]
       %% api->pay@{ breaker: "${threshold}" }`,
      ...parts,
    ],
  ),
  [
    'breaker-without-fallback',
    'a breaker that is off',
    `%% arrowsmith: { objectives: { checkout: { from: web, to: pay, availability: 99.9% } } }
     web[Web app] -->|HTTPS| api[Order API] -->|HTTPS| pay[Payment service]
     %% api->pay@{ breaker: false }`,
  ],
  [
    'breaker-without-fallback',
    'an objective for time alone',
    `%% arrowsmith: { objectives: { checkout: { from: web, to: pay, p99: 1s } } }
     web[Web app] -->|HTTPS| api[Order API] -->|HTTPS| pay[Payment service]
     %% api->pay@{ breaker: true }`,
  ],
  [
    'breaker-without-fallback',
    'what can be done without',
    `%% arrowsmith: { objectives: { checkout: { from: web, to: pay, availability: 99.9% } } }
     web[Web app] -->|HTTPS| api[Order API] -->|HTTPS| pay[Payment service]
     %% api->pay@{ breaker: true, optional: true }`,
  ],
  [
    'breaker-without-fallback',
    'what the objective needs',
    `%% arrowsmith: { objectives: { checkout: { from: web, to: pay, availability: 99.9% } } }
     web[Web app] -->|HTTPS| api[Order API] -->|HTTPS| pay[Payment service]
     %% api->pay@{ breaker: true }`,
    'While the breaker around Payment service is open, Order API fails at once, and with it every request of "checkout", which promises 99.9%.',
  ],
  [
    'missing-circuit-breaker',
    'one breaker guards all calls to the same party',
    `api[Order API] -->|HTTPS| pay[Stripe]
     api -->|HTTPS refund| pay
     %% api->pay@{ breaker: true }`,
  ],
  [
    'missing-circuit-breaker',
    'a stated wait',
    `api[Order API] -->|"HTTPS, 2s timeout"| pay[Stripe]`,
    'While Stripe is down, Order API still waits 2s for each answer',
  ],
  [
    'missing-circuit-breaker',
    'an unstated wait',
    `api[Order API] -->|HTTPS| pay[Stripe]`,
    'While Stripe is down, Order API still waits for each answer',
  ],
  ['missing-circuit-breaker', 'our own', `api[Order API] -->|HTTPS| pay[Payment service]`],
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
])

testRows([
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
