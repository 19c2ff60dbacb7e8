// Rules about failures (timeouts, retries, overload, messaging) on and beside their limits.

import { testRows } from '../rows'

testRows([
  [
    'timeout-inversion',
    'nobody waits for what is asynchronous',
    `web[Web app] -->|"HTTPS, 5s timeout"| api[Order API]
     api -.->|"async HTTP, 1s timeout"| mail[Mail service]
     mail -->|"HTTP, 3s timeout"| psp[Provider service]`,
  ],
  [
    'timeout-inversion',
    'one of two calls behind a deadline outlasts it',
    `web[Web app] -->|"HTTPS, 2s deadline"| api[Order API]
     api -->|"HTTP, 100ms timeout"| stock[Stock service]
     api -->|"HTTP, 3s timeout"| pay[Payment service]`,
    'Web app waits 2s for Order API, which may work for 3.1s: Stock service 100ms + Payment service 3s',
    'Order API waits up to 100ms for Stock service',
    'Set these 2 timeouts: ',
  ],
  [
    'timeout-inversion',
    'a millisecond is left',
    `web[Web app] -->|"HTTPS, 2001ms timeout"| api[Order API]
     api -->|"SQL, 1s timeout, 2 attempts"| db[(Postgres)]`,
  ],
  [
    'timeout-inversion',
    'attempts fit singly',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
     api -->|"SQL, 900ms timeout, 3 attempts"| db[(Postgres)]`,
    'which may work for 2.7s: Postgres 3 × 900ms',
    'Order API waits up to 3 × 900ms for Postgres',
    'Lower the timeout of Order API → Postgres to 530ms',
    'Lower the attempts of Order API → Postgres to 2',
    'Raise the timeout of Web app → Order API to 3s',
  ],
  [
    'timeout-inversion',
    'retries fit singly',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
     api -->|"SQL, 900ms timeout, 2 retries"| db[(Postgres)]`,
    'Lower the retries of Order API → Postgres to 1',
  ],
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
    'missing-timeout',
    'a consumer waits for the next message on purpose',
    `worker[Mail worker] -->|BRPOP jobs| jobs[(Redis)]`,
  ],
  ['missing-timeout', 'a deadline is a limit', `web[Web app] -->|"HTTPS, 2s deadline"| api[Order API]`],
  [
    'pop-without-ack',
    'one list for work, another for what is in work',
    `worker[Mail worker] -->|BRPOP jobs| jobs[(Redis)]
     worker -->|"HSET processing list"| jobs`,
  ],
  [
    'pop-without-ack',
    'a part of the drawing keeps it',
    `worker[Mail worker] -->|BRPOP jobs| jobs[(Redis)]
     kept[In-flight list]`,
  ],
])
