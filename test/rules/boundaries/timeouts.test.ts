// Rules of the category timeouts on and beside their limits.

import { testRows } from '../rows'

testRows([
  [
    'timeout-below-latency',
    'a millisecond above the p99',
    `web[Web app] -->|"HTTPS, 501ms timeout"| api[Order API]
     api@{ p50: 50ms, p99: 500ms }`,
  ],
  [
    'timeout-below-latency',
    'as long as the p99',
    `web[Web app] -->|"HTTPS, 500ms timeout"| api[Order API]
     api@{ p50: 50ms, p99: 500ms }`,
  ],
  [
    'timeout-below-latency',
    'a millisecond below the p99',
    `web[Web app] -->|"HTTPS, 499ms timeout"| api[Order API]
     api@{ p50: 50ms, p99: 500ms }`,
    '499ms is less than Order API needs: its p99 is 500ms. About 1% of the calls are cut off',
    'Raise the timeout to 800ms',
  ],
  [
    'timeout-below-latency',
    'as long as the median',
    `web[Web app] -->|"HTTPS, 50ms timeout"| api[Order API]
     api@{ p50: 50ms, p99: 500ms }`,
    'Most calls (50%) are cut off',
  ],
  [
    'timeout-below-latency',
    'below a median alone',
    `web[Web app] -->|"HTTPS, 40ms timeout"| api[Order API]
     api@{ p50: 50ms }`,
    'its p50 is 50ms',
    'Raise the timeout to 150ms',
  ],
  [
    'timeout-below-latency',
    'the call states its own',
    `web[Web app] -->|"HTTPS, 40ms timeout, p99 30ms"| api[Order API]
     api@{ p50: 50ms, p99: 500ms }`,
  ],
  [
    'timeout-below-latency',
    'nobody waits',
    `web[Order service] -->|"async HTTP, 40ms timeout"| api[Order API]
     api@{ p50: 50ms, p99: 500ms }`,
  ],
])

testRows([
  [
    'oversized-timeout',
    'twenty times the p99',
    `web[Web app] -->|"HTTPS, 10s timeout"| api[Order API]
     api@{ p99: 500ms }`,
    'Web app waits up to 10s for Order API, whose slow answers take 500ms. When it hangs, each request holds its thread 20 times as long',
    'Lower the timeout to 1.5s',
  ],
  [
    'oversized-timeout',
    'a millisecond less',
    `web[Web app] -->|"HTTPS, 9999ms timeout"| api[Order API]
     api@{ p99: 500ms }`,
  ],
  [
    'oversized-timeout',
    'five seconds',
    `web[Web app] -->|"HTTPS, 5s timeout"| api[Order API]
     api@{ p99: 50ms }`,
    'each request holds its thread 100 times as long',
  ],
  [
    'oversized-timeout',
    'less than five seconds',
    `web[Web app] -->|"HTTPS, 4999ms timeout"| api[Order API]
     api@{ p99: 50ms }`,
  ],
  [
    'oversized-timeout',
    'a cache',
    `api[Order service] -->|"RESP, 5s timeout"| cache[(Redis cache)]`,
    'a cache, which answers in a few milliseconds',
    'Lower the timeout to 150ms',
  ],
  [
    'oversized-timeout',
    'what calls others takes longer than its own work',
    `web[Web app] -->|"HTTPS, 10s timeout"| api[Order API]
     api -->|SQL| db[(Postgres)]
     api@{ p99: 500ms }`,
  ],
  [
    'oversized-timeout',
    'a median tells little of slow answers',
    `web[Web app] -->|"HTTPS, 10s timeout"| api[Order API]
     api@{ p50: 50ms }`,
  ],
])

testRows([
  [
    'timeout-inversion',
    'nothing is left',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
     api -->|"SQL, 2s timeout"| db[(Postgres)]`,
    'Web app waits 2s for Order API, which may spend all of it waiting: Postgres 2s.',
    'Keep what Order API waits for below 2s',
    'Lower the timeout of Order API → Postgres to 1.6s',
    'Raise the timeout of Web app → Order API to 3s',
  ],
  [
    'timeout-inversion',
    'a millisecond is left',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
     api -->|"SQL, 1999ms timeout"| db[(Postgres)]`,
  ],
  [
    'timeout-inversion',
    'several calls for one request',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
     api -->|"SQL, 300ms timeout"| db[(Postgres)]
     %% api->db@{ calls: 10 }`,
    'which may work for 3s: 10 × (Postgres 300ms)',
    'Order API waits up to 300ms for Postgres, 10 times',
  ],
  [
    'timeout-inversion',
    'calls side by side',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
     api -->|"HTTP, 3s timeout"| a[Stock service]
     api -->|"HTTP, 1s timeout"| b[Price service]
     %% api->a@{ order: parallel }
     %% api->b@{ order: parallel }`,
    'which may work for 3s by what it waits for (Stock service 3s, Price service 1s)',
  ],
  [
    'timeout-inversion',
    'a deadline ends the attempts',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
     api -->|"SQL, 2s timeout, 3 attempts, 4s deadline"| db[(Postgres)]`,
    'which may work for 4s: Postgres 3 × 2s within 4s',
  ],
  [
    'timeout-inversion',
    'a deadline that ends nothing',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
     api -->|"SQL, 1s timeout, 3 attempts, 4s deadline"| db[(Postgres)]`,
    'Postgres 3 × 1s.',
  ],
  [
    'timeout-inversion',
    'a deadline of its own',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
     api -->|"SQL, 3s deadline"| db[(Postgres)]`,
    'which may work for 3s: Postgres 3s',
  ],
  [
    'timeout-inversion',
    'a deadline that the call behind keeps',
    `web[Web app] -->|"HTTPS, 2s deadline"| api[Order API]
     api -->|"SQL, 1999ms timeout"| db[(Postgres)]`,
  ],
  [
    'timeout-inversion',
    'a deadline that the call behind uses up',
    `web[Web app] -->|"HTTPS, 2s deadline"| api[Order API]
     api -->|"SQL, 2s timeout"| db[(Postgres)]`,
    'Web app waits 2s for Order API, which may spend all of it waiting',
  ],
  [
    'timeout-inversion',
    'gRPC hands its deadline on',
    `web[Order service] -->|"gRPC, 2s deadline"| api[Stock service]
     api -->|"gRPC, 3s timeout"| db[Price service]`,
  ],
  [
    'timeout-inversion',
    'gRPC hands no deadline on to HTTP',
    `web[Order service] -->|"gRPC, 2s deadline"| api[Stock service]
     api -->|"HTTP, 3s timeout"| db[Price service]`,
    'Order service waits 2s for Stock service, which may work for 3s',
  ],
  [
    'timeout-inversion',
    'who waits in front gives up in turn',
    `web[Web app] -->|"HTTPS, 9s timeout"| edge[API gateway]
     edge -->|"HTTP, 2s timeout"| api[Order API]
     api -->|"SQL, 3s timeout"| db[(Postgres)]`,
    'Lower the timeout of Order API → Postgres to 1.6s',
  ],
  [
    'timeout-inversion',
    'by what is behind',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
     api -->|HTTP| stock[Stock service]
     stock -->|"SQL, 3s timeout"| db[(Postgres)]`,
    'Web app waits 2s for Order API, which may work for 3s',
  ],
  [
    'timeout-inversion',
    'seven calls behind are too many to name',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
${['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(name => `     api -->|"HTTP, 1s timeout"| ${name}[${name} service]`).join('\n')}`,
    'Set these 7 timeouts: ',
    'and 2 more',
  ],
])

testRows([
  [
    'stream-idle-timeout',
    'a sign of life as often as the hop waits',
    `web[Browser] -->|SSE| lb[Load balancer]
     lb -->|SSE| api[Order service]
     %% web->lb@{ heartbeat: 60s }
     lb@{ idleTimeout: 60s }`,
    'The stream between Browser and Load balancer sends a heartbeat every 1m, but Load balancer closes connections that are idle for 1m.',
    'Write heartbeat: 30s, half of the tightest idle timeout.',
    'Lower it to 30s',
  ],
  [
    'stream-idle-timeout',
    'a millisecond earlier',
    `web[Browser] -->|SSE| lb[Load balancer]
     lb -->|SSE| api[Order service]
     %% web->lb@{ heartbeat: 59999ms }
     lb@{ idleTimeout: 60s }`,
  ],
  [
    'stream-idle-timeout',
    'the hop behind waits less',
    `web[Browser] -->|SSE| lb[Load balancer]
     lb -->|SSE| api[Order service]
     %% web->lb@{ heartbeat: 40s }
     lb@{ idleTimeout: 60s }
     api@{ idleTimeout: 30s }`,
    'Order service closes connections that are idle for 30s',
    'Write heartbeat: 15s',
  ],
  [
    'stream-idle-timeout',
    'the hop in front waits less',
    `web[Browser] -->|SSE| lb[Load balancer]
     lb -->|SSE| api[Order service]
     %% lb->api@{ heartbeat: 40s }
     lb@{ idleTimeout: 30s }`,
    'Load balancer closes connections that are idle for 30s',
  ],
  [
    'stream-idle-timeout',
    'towards the servers it waits less',
    `web[Browser] -->|SSE| lb[Load balancer]
     lb -->|SSE| api[Order service]
     %% web->lb@{ heartbeat: 40s }
     lb@{ upstreamIdleTimeout: 30s }`,
    'Load balancer closes connections that are idle for 30s',
  ],
  [
    'stream-idle-timeout',
    'never less than a second',
    `web[Browser] -->|SSE| lb[Load balancer]
     lb -->|SSE| api[Order service]
     %% web->lb@{ heartbeat: 40s }
     lb@{ idleTimeout: 1500ms }`,
    'Write heartbeat: 1s',
  ],
  [
    'stream-idle-timeout',
    'an answer at the latest',
    `web[Browser] -->|long polling| api[Order service]
     %% web->api@{ interval: 60s, idleTimeout: 30s }`,
    'is answered at the latest every 1m, but Order service closes connections that are idle for 30s',
  ],
  [
    'stream-idle-timeout',
    'WebSockets have a rule of their own',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| api[Chat service]
     %% web->lb@{ heartbeat: 60s }
     lb@{ idleTimeout: 60s }`,
  ],
])

testRows([
  [
    'timeout-on-stream',
    'less than five minutes',
    `web[Browser] -->|"SSE, 299s timeout"| api[Order service]`,
    'The timeout of 299s starts with the stream between Browser and Order service',
    'Make it an idle timeout',
  ],
  ['timeout-on-stream', 'five minutes', `web[Browser] -->|"SSE, 300s timeout"| api[Order service]`],
  [
    'timeout-on-stream',
    'a deadline',
    `web[Browser] -->|"SSE, 30s deadline"| api[Order service]`,
    'The deadline of 30s starts with the stream',
  ],
  [
    'timeout-on-stream',
    'its silence is limited, too',
    `web[Browser] -->|"SSE, 30s timeout"| api[Order service]
     %% web->api@{ idleTimeout: 10s }`,
    'The timeout of 30s starts with the stream',
  ],
  [
    'timeout-on-stream',
    'it is picked up again',
    `web[Browser] -->|"SSE, resumes, 30s timeout"| api[Order service]`,
  ],
  ['timeout-on-stream', 'an answer ends', `web[Browser] -->|"SSE answer, 30s timeout"| api[Order service]`],
  ['timeout-on-stream', 'a request', `web[Browser] -->|"HTTPS, 30s timeout"| api[Order service]`],
])

testRows([
  [
    'slow-in-request',
    'ten seconds',
    `web[Browser] -->|HTTPS| api[Order service]
     api -->|HTTP| pdf[Print service]
     pdf@{ p50: 10s }`,
    'Browser waits for the answer of Print service, which takes 10s.',
  ],
  [
    'slow-in-request',
    'less than ten seconds',
    `web[Browser] -->|HTTPS| api[Order service]
     api -->|HTTP| pdf[Print service]
     pdf@{ p50: 9999ms }`,
  ],
  [
    'slow-in-request',
    'by its words',
    `web[Browser] -->|HTTPS| api[Order service]
     api -->|"HTTP, renders the report"| pdf[Print service]`,
    'which takes seconds or minutes',
  ],
  [
    'slow-in-request',
    'handed over',
    `web[Browser] -->|HTTPS| api[Order service]
     api -->|"HTTP, starts rendering the report"| pdf[Print service]`,
  ],
  [
    'slow-in-request',
    'nobody waits',
    `web[Browser] -->|HTTPS| api[Order service]
     api -->|async HTTP| pdf[Print service]
     pdf@{ p50: 10s }`,
  ],
  [
    'slow-in-request',
    'no client waits',
    `job[Cron job] -->|HTTPS| api[Order service]
     api -->|HTTP| pdf[Print service]
     pdf@{ p50: 10s }`,
  ],
  [
    'slow-in-request',
    'once a day',
    `web[Browser] -->|HTTPS| api[Order service]
     api -->|"HTTP, raspado diario (scraping)"| courts[Court records service]`,
  ],
  [
    'slow-in-request',
    'once a month is a name of a report',
    `web[Browser] -->|HTTPS| api[Order service]
     api -->|"HTTP, build the monthly report"| pdf[Print service]`,
    'Browser waits for "build the monthly report" at Print service',
  ],
  [
    'slow-in-request',
    'how long a cache keeps it',
    `sequenceDiagram
       participant web as Browser
       participant api as Order service
       participant cache as Redis cache
       web->>api: GET /orders
       api->>cache: GET orders:{user}
       cache->>api: nothing
       api->>cache: SETEX orders:{user}<br/>300 seconds
       api-->>web: 200`,
  ],
  [
    'slow-in-request',
    'how long an answer takes',
    `sequenceDiagram
       participant web as Browser
       participant api as Order service
       participant pdf as Print service
       web->>api: GET /orders
       api->>pdf: print orders
       pdf->>api: pages, 300 seconds
       api-->>web: 200`,
    'Browser waits for the answer of Print service, which takes 5m.',
  ],
  [
    'slow-in-request',
    'its own work in a trace',
    `sequenceDiagram
       participant web as Browser
       participant api as Order service
       web->>api: POST /reports
       api->>api: render the report
       api-->>web: 200`,
    'Browser waits while Order service does "render the report"',
  ],
  [
    'slow-in-request',
    'its own work after the answer',
    `sequenceDiagram
       participant web as Browser
       participant api as Order service
       web->>api: POST /reports
       api-->>web: 202
       api->>api: render the report`,
  ],
])

testRows([
  [
    'missing-timeout',
    'a duration that may be either',
    `web[Web app] -->|"HTTPS, 300ms"| api[Order API]`,
    'whether 300ms is the timeout or the latency',
    'It is the timeout: write 300ms timeout',
  ],
  ['missing-timeout', 'within a budget', `api[Order service] -->|"HTTP charge (≤3s budget)"| b[Stripe]`],
  ['missing-timeout', 'at start-up', `api[Order service] -->|"HTTP, at startup"| b[Config service]`],
  ['missing-timeout', 'DNS only says where to go', `api[Order service] -->|DNS| b[DNS]`],
  [
    'missing-timeout',
    'a call',
    `api[Order service] -->|HTTP| b[Stock service]`,
    'No timeout: Order service → Stock service.',
  ],
  ['missing-timeout', 'nobody waits', `api[Order service] -->|async HTTP| b[Stock service]`],
])

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
    'timeout-inversion',
    "a gateway's own time for a request ends before the call behind it",
    `web[Web app] -->|HTTPS| kong["Kong (timeout 2s)"]
     kong -->|"HTTP, 5s timeout"| api[Order API]`,
    'Kong gives each request 2s, and may wait 5s: Order API 5s.',
    'Kong waits up to 5s for Order API',
  ],
  [
    'timeout-inversion',
    "a gateway's own time for a request is the longer",
    `web[Web app] -->|HTTPS| kong["Kong (timeout 6s)"]
     kong -->|"HTTP, 5s timeout"| api[Order API]`,
  ],
  [
    'missing-timeout',
    'a consumer waits for the next message on purpose',
    `worker[Mail worker] -->|BRPOP jobs| jobs[(Redis)]`,
  ],
  ['missing-timeout', 'a deadline is a limit', `web[Web app] -->|"HTTPS, 2s deadline"| api[Order API]`],
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
  [
    'stream-idle-timeout',
    'a long poll outlasts what the product does by itself',
    'web[Web app] -->|"HTTPS, long polling, timeout 90s"| alb[ALB] -->|HTTP| api[News API]',
    'The long poll between Web app and ALB may wait 1.5m for an answer, but ALB closes connections that are idle for 1m unless configured.',
  ],
  [
    'stream-idle-timeout',
    'a long poll is answered in time',
    'web[Web app] -->|"HTTPS, long polling, timeout 50s"| alb[ALB] -->|HTTP| api[News API]',
  ],
  [
    'lock-without-expiry',
    'an expiry in a command of its own',
    `job[Billing job] -->|SETNX billing-lock| locks[(Redis)]
     job -->|EXPIRE billing-lock 30| locks`,
  ],
  ['lock-without-expiry', 'a key that is no lock', 'api[Event API] -->|SETNX seen:42| keys[(Redis)]'],
])
