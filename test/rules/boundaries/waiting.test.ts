// Who waits, and for how long: calls without a timeout, slow work inside of requests, callers that give up first.

import { testGathered, testRows } from '../rows'

testRows([
  [
    'missing-timeout',
    'a line that meets others',
    `architecture-beta
service orders(server)[Order service]
service stock(server)[Stock service]
junction meet
orders:R --> L:meet
meet:R --> L:stock`,
  ],
  [
    'missing-timeout',
    'a browser, which has a timeout of its own',
    'web[Web browser] -->|HTTPS| stock[Stock service]',
  ],
  [
    'missing-timeout',
    'an app in a browser',
    'web[Web app] -->|HTTPS| stock[Stock service]',
    'No timeout: Web app → Stock service.',
  ],
  [
    'missing-timeout',
    'a service that runs browsers',
    'farm[Headless browser service] -->|HTTPS| edge[API gateway]',
    'No timeout: Headless browser service → API gateway.',
  ],
  [
    'missing-timeout',
    'a duration and one word',
    'a[Order service] -->|"lookup, 300ms"| b[Stock service]',
    'whether 300ms is the timeout or the latency',
    'goes into it',
    'at "300ms"',
  ],
  [
    'missing-timeout',
    'a duration and two words, which it may belong to',
    'a[Order service] -->|"AI answer, 300ms"| b[Stock service]',
    'No timeout: Order service → Stock service.',
  ],
  [
    'missing-timeout',
    'a duration, many words and a protocol',
    'a[Order service] -->|"HTTP, look up the price, 300ms"| b[Stock service]',
    'whether 300ms is the timeout or the latency',
  ],
  [
    'missing-timeout',
    'a duration that an argument may be',
    'a[Order service] -->|"HTTP, sign url(300ms)"| b[Stock service]',
    'No timeout: Order service → Stock service.',
  ],
  [
    'missing-timeout',
    'no estimate where the latency is stated',
    'a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ p50: 50ms, p99: 200ms }',
    /Write timeout: \w+\. \|/,
  ],
])

testGathered([
  [
    'missing-timeout',
    'two calls of three',
    `a[Order service] -->|HTTP| b[Stock service]
     a -->|HTTP| c[Price service]
     a -->|"HTTP, 1s timeout"| d[Tax service]`,
    '2 of 3: Some synchronous calls state no timeout',
    'State a timeout on all 2 arrows',
  ],
  [
    'missing-timeout',
    'of two calls, one that is asked about by itself',
    `a[Order service] -->|HTTP| b[Stock service]
     a -->|"HTTP, 300ms"| c[Price service]`,
    '1 of 1: Some synchronous calls state no timeout',
  ],
  [
    'missing-timeout',
    'a product that gives up by default',
    `edge[nginx] -->|HTTP| a[Order service]
     a -->|HTTP| b[Stock service]
     a -->|HTTP| c[Price service]`,
    '2 of 2: ',
    'Calls by nginx are not counted: they end by default.',
  ],
])

const trace = (...steps: string[]) => `sequenceDiagram
participant web as Browser
participant app as Mobile app
participant api as Order service
participant db as Postgres
participant stock as Stock service
${steps.join('\n')}`

testRows([
  [
    'slow-in-request',
    'two clients wait for the same work',
    `web[Browser] -->|HTTPS| api[Order service]
     app[Mobile app] -->|HTTPS| api
     api -->|"HTTP, renders the report"| pdf[Print service]`,
    'waits for "renders the report" at Print service',
  ],
  [
    'slow-in-request',
    'behind what nobody waits for',
    `web[Browser] -->|HTTPS| api[Order service]
     api -.->|async HTTP| mail[Mail service]
     mail -->|"HTTP, renders the report"| pdf[Print service]`,
  ],
  [
    'slow-in-request',
    'behind an open socket',
    `user((Customer)) -->|HTTPS| app[Mobile app]
     app -->|WebSocket| api[Order service]
     api -->|"HTTP, renders the report"| pdf[Print service]`,
  ],
  [
    'slow-in-request',
    'no client is drawn',
    'api[Order service] -->|"HTTP, renders the report"| pdf[Print service]',
  ],
  [
    'slow-in-request',
    'a worker takes it',
    `web[Browser] -->|HTTPS| api[Order service]
     api -->|renders the report| pdf[Print worker]`,
  ],
  [
    'slow-in-request',
    'a worker that is called',
    `web[Browser] -->|HTTPS| api[Order service]
     api -->|"HTTP, renders the report"| pdf[Print worker]`,
    'waits for "renders the report" at Print worker',
  ],
  [
    'slow-in-request',
    'it streams meanwhile',
    `web[Browser] -->|HTTPS| api[Order service]
     api -->|"SSE, renders the report"| pdf[Print service]`,
  ],
  [
    'slow-in-request',
    'it streams over gRPC meanwhile',
    `web[Browser] -->|HTTPS| api[Order service]
     api -->|"gRPC stream, renders the report"| pdf[Print service]`,
  ],
  [
    'slow-in-request',
    'the own request of a client, by its figures',
    'web[Browser] -->|"HTTPS, renders the report, p50 20s"| api[Order service]',
    'Browser waits for the answer of Order service, which takes 20s.',
  ],
  [
    'slow-in-request',
    'a group does it',
    `web[Browser] -->|HTTPS| api[Order service]
     subgraph print [Printing]
     pdf[Print service]
     end
     api -->|"HTTP, renders the report"| print`,
    'at Printing, which takes seconds or minutes',
  ],
  [
    'slow-in-request',
    'a quick step of its own',
    trace('web->>api: POST /orders', 'api->>api: check the order', 'api-->>web: 200'),
  ],
  [
    'slow-in-request',
    'a step of its own that only starts it',
    trace('web->>api: POST /orders', 'api->>api: schedule rendering the report', 'api-->>web: 200'),
  ],
  [
    'slow-in-request',
    'another client has asked another service meanwhile',
    trace(
      'web->>api: POST /report',
      'app->>stock: GET /stock',
      'api->>api: render the report',
      'stock-->>app: 200',
      'api-->>web: 200',
    ),
    'Browser waits while Order service does "render the report"',
  ],
  [
    'slow-in-request',
    'a store was asked before',
    trace(
      'web->>api: POST /report',
      'api->>db: SELECT',
      'db-->>api: rows',
      'api->>api: render the report',
      'api-->>web: 200',
    ),
    'Browser waits while Order service does "render the report"',
    'at "render the report"',
  ],
  [
    'slow-in-request',
    'the second request of a client',
    trace(
      'web->>api: GET /orders',
      'api-->>web: 200',
      'web->>api: POST /report',
      'api->>api: render the report',
      'api-->>web: 200',
    ),
    'Browser waits while Order service does "render the report"',
  ],
  [
    'slow-in-request',
    'answered at once, and told when it is done',
    trace(
      'web->>api: POST /report',
      'api-->>web: 202',
      'api->>api: render the report',
      'api-->>web: it is done',
    ),
  ],
  ['slow-in-request', 'never answered', trace('web->>api: POST /report', 'api->>api: render the report')],
  ['slow-in-request', 'nobody has asked', trace('api->>api: render the report', 'api-->>web: it is done')],
  [
    'slow-in-request',
    'a request that nobody waits for',
    trace('web-)api: POST /report', 'api->>api: render the report', 'api-->>web: it is done'),
  ],
  [
    'slow-in-request',
    'a call in a trace is told once',
    trace(
      'web->>api: POST /report',
      'api->>stock: render the report',
      'stock-->>api: pages',
      'api-->>web: 200',
    ),
    'Browser waits for "render the report" at Stock service',
  ],
])

const llm = 'participant llm as OpenAI API'
const completed = ['api->>llm: complete the prompt', 'llm-->>api: text']
const completion = (...more: string[]) =>
  trace(llm, 'web->>api: POST /ask', ...completed, ...more, 'api-->>web: 200')

testRows([
  [
    'slow-in-request',
    'an overview shows nobody who waits for a model',
    `web[Browser] -->|HTTPS| api[Order service]
     api -->|HTTPS| llm[OpenAI API]
     api -->|SQL| db[(Postgres)]`,
  ],
  [
    'slow-in-request',
    'a model is asked by a server',
    completion(),
    'Browser waits until OpenAI API has written its whole answer',
    'once per document',
    'at "complete the prompt"',
  ],
  ['slow-in-request', 'a model, and a queue', completion('participant q as RabbitMQ', 'api->>q: publish')],
  ['slow-in-request', 'a model, and a worker', completion('participant w as Mail worker', 'api->>w: notify')],
  [
    'slow-in-request',
    'a model, and a worker at the edge',
    completion('participant w as Edge worker'),
    'Browser waits until OpenAI API',
  ],
  ['slow-in-request', 'a model that streams', completion('llm-->>api: streamed')],
  [
    'slow-in-request',
    'a model behind what is refused before',
    trace(
      llm,
      'web->>api: POST /ask',
      'alt no session',
      'api-->>web: 401',
      'end',
      ...completed,
      'api-->>web: 200',
    ),
    'Browser waits until OpenAI API',
  ],
  [
    'slow-in-request',
    'a model asked after the answer',
    trace(llm, 'web->>api: POST /ask', 'api-->>web: 202', ...completed, 'api-->>web: 200'),
  ],
  ['slow-in-request', 'a model, and no answer', trace(llm, 'web->>api: POST /ask', ...completed)],
  [
    'slow-in-request',
    'a model, and the answer of another branch',
    trace(llm, 'web->>api: POST /ask', 'alt new', ...completed, 'else known', 'api-->>web: 200', 'end'),
  ],
  [
    'slow-in-request',
    'a model behind a message that is handed over and answered',
    trace(
      llm,
      'web->>api: POST /ask',
      'api-)stock: ask',
      'stock->>llm: complete',
      'stock->>api: text',
      'api-->>web: 200',
    ),
    'Browser waits until OpenAI API',
  ],
  [
    'slow-in-request',
    'a model behind a message that is handed over',
    trace(llm, 'web->>api: POST /ask', 'api-)stock: ask', 'stock->>llm: complete', 'api-->>web: 200'),
  ],
  [
    'slow-in-request',
    'an upload is embedded',
    trace(llm, 'web->>api: Upload the manual', 'api->>llm: generate embeddings', 'api-->>web: 201'),
    'Browser waits for "generate embeddings", which takes longer the larger the upload is.',
  ],
  [
    'slow-in-request',
    'a question is embedded',
    trace(llm, 'web->>api: POST /ask', 'api->>llm: generate embeddings', 'api-->>web: 201'),
  ],
  [
    'slow-in-request',
    'an upload is embedded by a worker',
    trace(
      llm,
      'participant w as Index worker',
      'web->>api: Upload the manual',
      'api->>llm: generate embeddings',
      'api-->>web: 201',
    ),
  ],
  [
    'slow-in-request',
    'one of many results',
    trace('web->>api: GET /results/{id}/export', 'api->>api: build the report', 'api-->>web: 200'),
  ],
  [
    'slow-in-request',
    'a document',
    trace('web->>api: POST /report', 'api->>api: render PDF', 'api-->>web: 200'),
  ],
  [
    'slow-in-request',
    'a model is asked in a chat',
    `sequenceDiagram
actor user as Telegram user
participant api as Order service
participant llm as OpenAI API
user->>api: POST /question
api->>llm: complete the prompt
llm-->>api: text
api-->>user: 200`,
    'A chat platform whose webhook is not answered soon sends the message again',
  ],
  [
    'slow-in-request',
    'a person in a trace waits',
    `sequenceDiagram
actor user as Customer
participant api as Order service
participant llm as OpenAI API
user->>api: POST /question
api->>llm: complete the prompt
llm-->>api: text
api-->>user: 200`,
    'Customer waits until OpenAI API has written its whole answer',
  ],
])

testRows([
  [
    'timeout-inversion',
    'a handler with exactly what its call may take',
    `web[Browser] -->|HTTPS| api[Order API]
     api -->|"SQL, 500ms timeout"| db[(Postgres)]
     %% api@{ timeout: 500ms }`,
    'Order API gives each request 500ms, and may wait 500ms: Postgres 500ms.',
    'Order API waits up to 500ms for Postgres',
    'at "timeout: 500ms"',
  ],
  [
    'timeout-inversion',
    'a handler with a millisecond more',
    `web[Browser] -->|HTTPS| api[Order API]
     api -->|"SQL, 500ms timeout"| db[(Postgres)]
     %% api@{ timeout: 501ms }`,
  ],
  [
    'timeout-inversion',
    'rounds of a call outlast a deadline',
    `web[Web app] -->|"HTTPS, 2s deadline"| api[Order API]
     api -->|"HTTP, 1s timeout"| stock[Stock service]
     %% api->stock@{ calls: 2 }`,
    'may spend all of it waiting: 2 × (Stock service 1s)',
  ],
  [
    'timeout-inversion',
    'a product that gives up by default',
    `edge[Amazon API Gateway] -->|HTTPS| api[Order API]
     api -->|"SQL, 40s timeout"| db[(Postgres)]`,
    'Amazon API Gateway gives up on Order API after 29s by default',
    'Order API may work for 40s: Postgres 40s. After 29s its work is wasted.',
  ],
  [
    'timeout-inversion',
    'one call without a timeout beside one with',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
     api -->|HTTP| stock[Stock service]
     api -->|"HTTP, 1s timeout"| price[Price service]
     stock -->|"SQL, 3s timeout"| db[(Postgres)]`,
    'may work for 4s by what it waits for (Price service 1s).',
    'Set these 2 timeouts: Postgres 1.2s, Price service 450ms',
  ],
  [
    'timeout-inversion',
    'a deadline that ends with the last attempt',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
     api -->|"SQL, 1s timeout, 3 attempts, 3s deadline"| db[(Postgres)]`,
    'which may work for 3s: Postgres 3 × 1s.',
  ],
  [
    'timeout-inversion',
    'five calls behind are named',
    `web[Web app] -->|"HTTPS, 2s timeout"| api[Order API]
${['A', 'B', 'C', 'D', 'E'].map(name => `     api -->|"HTTP, 1s timeout"| ${name}[${name}a service]`).join('\n')}`,
    /Set these 5 timeouts: Aa service \w+, Ba service \w+, Ca service \w+, Da service \w+, Ea service \w+ \|/,
  ],
  [
    'timeout-inversion',
    'rounds of a call fit by no single number',
    `web[Web app] -->|"HTTPS, 1s timeout"| api[Order API]
     api -->|"SQL, 400ms timeout"| db[(Postgres)]
     %% api->db@{ calls: 3 }`,
    /^(?!.*Lower)/,
  ],
  [
    'timeout-inversion',
    'attempts fit into four fifths',
    `web[Web app] -->|"HTTPS, 300ms timeout"| api[Order API]
     api -->|"SQL, 120ms timeout, 3 retries"| db[(Postgres)]`,
    'Lower the timeout of Order API → Postgres to 60ms',
  ],
  [
    'timeout-inversion',
    'a deadline of its own is not lowered by the way',
    `web[Web app] -->|"HTTPS, 300ms timeout"| api[Order API]
     api -->|"SQL, 200ms timeout, 3 attempts, 500ms deadline"| db[(Postgres)]`,
    /^(?!.*Lower)/,
  ],
  [
    'timeout-inversion',
    'a deadline beside the timeout is not raised by the way',
    `web[Web app] -->|"HTTPS, 1s timeout, 5s deadline"| api[Order API]
     api -->|"SQL, 2s timeout"| db[(Postgres)]`,
    'Lower the timeout of Order API → Postgres to 800ms',
    /^(?!.*Raise)/,
  ],
])

const events = (...steps: string[]) => `sequenceDiagram
participant web as Browser
participant app as Mobile app
participant api as Order API
participant q as Kafka
participant w as Stock service
participant db as Postgres
${steps.join('\n')}`

testRows([
  [
    'answer-after-events',
    'pushed when it has come back',
    events(
      'web->>api: POST /orders',
      'api-)q: publish order placed',
      'q-)w: order placed',
      'w-)q: publish stock reserved',
      'q-)api: stock reserved',
      'api-->>web: WebSocket push',
    ),
  ],
  [
    'answer-after-events',
    'answered when it has come back and somebody was told',
    events(
      'web->>api: POST /orders',
      'api-)q: publish order placed',
      'q-)w: order placed',
      'w-)q: publish stock reserved',
      'q-)api: stock reserved',
      'api-->>web: 201, buyer notified',
    ),
    'Browser waits until events have gone through Kafka',
  ],
  [
    'answer-after-events',
    'told by an event',
    events(
      'web->>api: POST /orders',
      'api->>db: INSERT order',
      'db-->>api: ok',
      'api-)q: publish order placed',
      'q-)w: order placed',
      'w-)q: publish stock reserved',
      'q-)api: stock reserved',
      'api-->>web: 201',
    ),
    'Browser waits until events have gone through Kafka and back to Order API.',
    'The request begins here | Handed to the broker here | It comes back here',
    'at "201"',
  ],
  [
    'answer-after-events',
    'told by a call',
    events(
      'web->>api: POST /orders',
      'api-)q: publish order placed',
      'q-)w: order placed',
      'w->>api: POST /reservations',
      'api-->>web: 201',
    ),
    'It comes back here',
  ],
  [
    'answer-after-events',
    'answered while the consumer works',
    events(
      'web->>api: POST /orders',
      'api-)q: publish order placed',
      'q-)w: order placed',
      'w->>db: UPDATE stock',
      'db-->>w: ok',
      'api-->>web: 202',
    ),
  ],
  [
    'answer-after-events',
    'a store answers meanwhile',
    events(
      'web->>api: POST /orders',
      'api-)q: publish order placed',
      'q-)w: order placed',
      'api->>db: SELECT order',
      'db-->>api: row',
      'api-->>web: 202',
    ),
  ],
  [
    'answer-after-events',
    'the client asks how far it is',
    events(
      'web->>api: POST /orders',
      'api-)q: publish order placed',
      'q-)w: order placed',
      'web->>api: GET /orders/1',
      'api-->>web: pending',
    ),
  ],
  [
    'answer-after-events',
    'another service asks before anything was delivered',
    events(
      'web->>api: POST /orders',
      'api-)q: publish order placed',
      'w->>api: GET /settings',
      'api-->>web: 202',
    ),
  ],
  [
    'answer-after-events',
    'nobody waits for the request',
    events(
      'web-)api: POST /orders',
      'api-)q: publish order placed',
      'q-)w: order placed',
      'w-)q: publish stock reserved',
      'q-)api: stock reserved',
      'api-->>web: done',
    ),
  ],
  [
    'answer-after-events',
    'events of others',
    events(
      'web->>api: POST /orders',
      'w-)q: publish stock reserved',
      'q-)w: stock reserved',
      'q-)api: stock reserved',
      'api-->>web: 201',
      'api-)q: publish order placed',
    ),
  ],
  [
    'answer-after-events',
    'a flowchart says nothing of the order',
    `web[Browser] -->|POST /orders| api[Order API] -->|publish| q[[Kafka]]
     q -->|order placed| w[Stock service]
     w -->|POST /reservations| api
     api -.->|201| web`,
  ],
])

const locked = (...steps: string[]) => `sequenceDiagram
participant api as Order API
participant job as Price service
participant cache as Redis
participant db as Postgres
${steps.join('\n')}`

testRows([
  [
    'lock-without-expiry',
    'a lock on an arrow',
    locked('api->>cache: SETNX lock:42'),
    'Order API takes a lock in Redis that never expires.',
    'raised',
    'at "SETNX"',
  ],
  [
    'lock-without-expiry',
    'said in an answer',
    locked('api->>cache: GET price', 'cache-->>api: see SETNX lock:42'),
  ],
  ['lock-without-expiry', 'a store that is no Redis', locked('api->>db: SET lock:42 me NX')],
  [
    'lock-without-expiry',
    'a lock in a note',
    locked('Note over job: prepares', 'Note over api: acquire distributed lock', 'api->>cache: GET price'),
    'Order API takes a distributed lock, and nothing limits how long it is held.',
    'at "Note over api: acquire distributed lock"',
  ],
  [
    'lock-without-expiry',
    'a lock in a note of a branch',
    locked(
      'api->>cache: GET price',
      'alt missing',
      'Note over api: take a global lock',
      'api->>db: SELECT price',
      'end',
    ),
    'Order API takes a distributed lock',
  ],
  [
    'lock-without-expiry',
    'a note, and an expiry',
    locked('Note over api: acquire distributed lock (ttl 30 s)', 'api->>cache: GET price'),
  ],
  [
    'lock-without-expiry',
    'a note about who asks no Redis',
    locked('Note over job: acquire distributed lock', 'api->>cache: GET price', 'job->>db: SELECT price'),
  ],
  [
    'lock-without-expiry',
    'a note, and a lock of the database',
    locked(
      'Note over api: acquire distributed lock',
      'api->>cache: GET price',
      'api->>db: SELECT FOR UPDATE',
    ),
  ],
])

testRows([
  [
    'oversized-timeout',
    'twenty times the slow answer',
    'a[Order service] -->|"HTTP, 6s timeout"| b[Stock service]\n%% b@{ p99: 300ms }',
    'each request holds its thread 20 times as long',
    'Lower the timeout to 1s',
  ],
  [
    'oversized-timeout',
    'less than twenty times the slow answer',
    'a[Order service] -->|"HTTP, 5999ms timeout"| b[Stock service]\n%% b@{ p99: 300ms }',
  ],
  [
    'oversized-timeout',
    'five seconds',
    'a[Order service] -->|"HTTP, 5s timeout"| b[Stock service]\n%% b@{ p99: 100ms }',
    'holds its thread 50 times as long',
  ],
  [
    'oversized-timeout',
    'less than five seconds hold nobody up for long',
    'a[Order service] -->|"HTTP, 4999ms timeout"| b[Stock service]\n%% b@{ p99: 100ms }',
  ],
  [
    'oversized-timeout',
    'a cache, a hundred times what it takes',
    'a[Order service] -->|"5s timeout"| b[(Redis cache)]',
    'waits up to 5s for Redis cache, a cache, which answers in a few milliseconds. When it hangs, each request holds its thread 100 times as long',
    'Lower the timeout to 150ms',
  ],
  [
    'oversized-timeout',
    'nobody waits',
    'a[Order service] -.->|"async HTTP, 60s timeout"| b[Stock service]\n%% b@{ p99: 100ms }',
  ],
  [
    'oversized-timeout',
    'a stream',
    'a[Order service] -->|"gRPC stream, 60s timeout"| b[Stock service]\n%% b@{ p99: 100ms }',
  ],
  [
    'oversized-timeout',
    'the timeout that a product has by default',
    'a[nginx] -->|HTTP| b[Stock service]\n%% b@{ p99: 100ms }',
  ],
  [
    'timeout-below-latency',
    'the timeout that a product has by default',
    'a[nginx] -->|HTTP| b[Report service]\n%% b@{ p99: 70s }',
  ],
  [
    'timeout-below-latency',
    'a group has no latency',
    `a[Order service]
     subgraph stock [Stock]
     b[Stock service]
     end
     a -->|"HTTP, 1s timeout"| stock`,
  ],
  [
    'timeout-below-latency',
    'by the latency as such',
    'a[Order service] -->|"HTTP, 1s timeout"| b[Stock service]\n%% b@{ latency: 2s }',
    '1s is less than Stock service needs: its latency is 2s.',
    'Stock service takes this long',
    'raised',
  ],
])

testRows([
  [
    'stream-idle-timeout',
    'as long as the stated limit',
    `a[Order service] -->|"gRPC stream, 60s heartbeat"| edge[Edge proxy] -->|gRPC stream| b[Stock service]
     %% edge@{ idleTimeout: 60s }`,
    'The stream between Order service and Edge proxy sends a heartbeat every 1m, but Edge proxy closes connections that are idle for 1m.',
    'Lower it to 30s',
  ],
  [
    'stream-idle-timeout',
    'shorter than the stated limit',
    `a[Order service] -->|"gRPC stream, 59s heartbeat"| edge[Edge proxy] -->|gRPC stream| b[Stock service]
     %% edge@{ idleTimeout: 60s }`,
  ],
  [
    'stream-idle-timeout',
    'as long as a product has by default',
    'a[Order service] -->|"gRPC stream, 60s heartbeat"| edge[nginx] -->|gRPC stream| b[Stock service]',
  ],
  [
    'stream-idle-timeout',
    'longer than a product has by default',
    'a[Order service] -->|"gRPC stream, 61s heartbeat"| edge[nginx] -->|gRPC stream| b[Stock service]',
    'nginx closes connections that are idle for 1m unless configured',
  ],
  [
    'stream-idle-timeout',
    'two hops before it',
    `edge[nginx] -->|HTTP| gw[API gateway] -->|"gRPC stream, 90s heartbeat"| b[Stock service]`,
    'nginx closes connections',
  ],
  [
    'stream-idle-timeout',
    'a hop before the service that streams',
    `edge[nginx] -->|HTTP| a[Order service] -->|"gRPC stream, 90s heartbeat"| b[Stock service]`,
  ],
  [
    'stream-idle-timeout',
    'a hop behind the service that the stream ends at',
    `a[Order service] -->|"gRPC stream, 90s heartbeat"| b[Stock service] -->|HTTP| edge[nginx] -->|HTTP| c[Price service]`,
  ],
  [
    'stream-idle-timeout',
    'asked at intervals',
    `a[Order service] -->|"HTTP, every 90s"| edge[nginx] -->|HTTP| b[Stock service]`,
  ],
  [
    'timeout-on-stream',
    'five minutes are expected of a stream',
    'a[Order service] -->|"gRPC stream, 299s timeout"| b[Stock service]',
    'The timeout of 299s starts with the stream between Order service and Stock service',
    'Make it an idle timeout',
  ],
  ['timeout-on-stream', 'five minutes', 'a[Order service] -->|"gRPC stream, 300s timeout"| b[Stock service]'],
  [
    'timeout-on-stream',
    'the timeout that a product has by default',
    'a[nginx] -->|gRPC stream| b[Stock service]',
  ],
  [
    'timeout-on-stream',
    'an idle timeout is stated as well',
    'a[Order service] -->|gRPC stream| b[Stock service]\n%% a->b@{ timeout: 30s, idleTimeout: 60s }',
    /^(?!.*Make it an idle timeout)/,
  ],
])

const paid = (...steps: string[]) => `sequenceDiagram
participant web as Browser
participant api as Order API
participant psp as Adyen
participant orders as Order store
web->>api: POST /orders
api->>psp: authorize
${steps.join('\n')}
end`

testRows([
  [
    'timeout-as-refusal',
    'a provider by its name alone',
    paid(
      'alt approved',
      'psp-->>api: ok',
      'else declined or timeout',
      'psp-->>api: no',
      'api->>orders: order cancelled',
    ),
    '"declined or timeout" treats a timeout like a refusal.',
    'Taken as not paid here',
  ],
  [
    'timeout-as-refusal',
    'said by the answer',
    paid(
      'alt ok',
      'psp-->>api: ok',
      'else else',
      'psp-->>api: declined or timeout',
      'api->>orders: order cancelled',
    ),
    '"declined or timeout" treats a timeout like a refusal.',
  ],
  [
    'timeout-as-refusal',
    'said by what gets lost',
    paid(
      'alt ok',
      'psp-->>api: ok',
      'else else',
      'psp-xapi: declined or timeout',
      'api->>orders: order cancelled',
    ),
    '"declined or timeout" treats a timeout like a refusal.',
  ],
  [
    'timeout-as-refusal',
    'a note leaves it open',
    paid(
      'alt ok',
      'psp-->>api: ok',
      'else declined or timeout',
      'psp-->>api: no',
      'Note over api: reconciled at night',
      'api->>orders: order cancelled',
    ),
  ],
  [
    'timeout-as-refusal',
    'nothing is done about it but an answer',
    paid(
      'alt ok',
      'psp-->>api: ok',
      'else declined or timeout',
      'psp-->>api: no',
      'api-->>web: order cancelled',
    ),
  ],
])

const asked = (caller: string, callee: string, arrow = 'HTTP', more = '') =>
  `a[${caller}] -->|${arrow}| b[${callee}]\n${more}`
const called = 'x[Cart service] -->|"HTTP, 1s timeout"| a'
const major = /^(?!.*\| minor)/

testRows([
  ['missing-timeout', 'between two services', asked('Order service', 'Stock service'), major],
  ['missing-timeout', 'a third party', asked('Order service', 'Adyen'), major],
  ['missing-timeout', 'a third party that is run here', asked('Order service', 'Fake Adyen'), '| minor'],
  ['missing-timeout', 'a store', asked('Order service', 'Postgres', 'SQL'), '| minor'],
  ['missing-timeout', 'a worker that nobody calls', asked('Mail worker', 'Stock service'), '| minor'],
  [
    'missing-timeout',
    'a worker that is called',
    asked('Mail worker', 'Stock service', 'HTTP', called),
    major,
  ],
  [
    'missing-timeout',
    'what a queue feeds',
    asked('Order service', 'Stock service', 'HTTP', 'q[[RabbitMQ]] -->|orders| a'),
    '| minor',
  ],
  [
    'missing-timeout',
    'what a queue feeds and others call',
    asked('Order service', 'Stock service', 'HTTP', `q[[RabbitMQ]] -->|orders| a\n${called}`),
    major,
  ],
  ['missing-timeout', 'a gateway', asked('API gateway', 'Stock service'), '| minor'],
  [
    'missing-timeout',
    'a gateway in front of a third party',
    asked('API gateway', 'Adyen'),
    /^(?!.*\| minor)/,
  ],
  ['missing-timeout', 'a gateway that never ends', asked('Spring Cloud Gateway', 'Stock service'), major],
  ['missing-timeout', 'an edge, for who is at the entry', asked('Order service', 'API gateway'), '| minor'],
  [
    'missing-timeout',
    'an edge, for who is called',
    asked('Order service', 'API gateway', 'HTTP', called),
    major,
  ],
  ['missing-timeout', 'a page', asked('Order service', 'Checkout page'), '| minor'],
  ['missing-timeout', 'of a screen', asked('Checkout screen', 'Stock service'), '| minor'],
  ['missing-timeout', 'a job', asked('Nightly export service', 'Stock service'), '| minor'],
  ['missing-timeout', 'a callee of the future', asked('Order service', 'Stock service (planned)'), '| minor'],
  ['missing-timeout', 'a caller of the future', asked('Order service (planned)', 'Stock service'), '| minor'],
  [
    'missing-timeout',
    'a call of the future',
    asked('Order service', 'Stock service', 'HTTP planned'),
    '| minor',
  ],
])

testGathered([
  [
    'missing-timeout',
    'a third party first',
    'a[Order service] -->|HTTPS| b[Adyen]\na -->|gRPC| c[Stock service]',
    'Start with Adyen, a third party: an outage there holds up everything that waits for Order service.',
  ],
  [
    'missing-timeout',
    'gRPC next',
    'a[Order service] -->|HTTP| b[Price service]\na -->|gRPC| c[Stock service]',
    'Start with Stock service: gRPC has no deadline by default.',
  ],
  [
    'missing-timeout',
    'what most wait for',
    'a[Order service] -->|HTTP GET /price| b[Price service]\nc[Stock service] -->|HTTP GET /price| b\na -->|HTTP GET /stock| c',
    'Start with Price service: an outage there holds up Order service and Stock service.',
  ],
  [
    'missing-timeout',
    'nothing is waited for by several',
    'a[Order service] -->|HTTP GET /price| b[Price service]\na -->|HTTP GET /stock| c[Stock service]',
    'A call that hangs holds up everything in front of it.',
  ],
  [
    'missing-timeout',
    'what is read at start',
    'a[Order service] -->|HTTP GET /config| b[Config service]\nc[Stock service] -->|HTTP GET /config| b\na -->|HTTP GET /stock| c',
    'A call that hangs holds up everything in front of it.',
  ],
  [
    'missing-timeout',
    'jobs hold up nobody',
    'a[Nightly order service] -->|HTTP GET /price| b[Price service]\nc[Stock service] -->|HTTP GET /price| b\na -->|HTTP GET /stock| c',
    'A call that hangs holds up everything in front of it.',
  ],
  [
    'missing-timeout',
    'said by an answer',
    `sequenceDiagram
participant a as Order service
participant b as Stock service
participant c as Price service
a->>b: HTTP GET /stock
b-->>a: timeout after 2s
a->>c: HTTP GET /price
c-->>a: 200`,
    '1 of 1: ',
  ],
])

const behind = (...lines: string[]) =>
  ['web[Web app] -->|"HTTPS, 1s timeout"| api[Order API]', ...lines].join('\n')

testRows([
  [
    'timeout-inversion',
    'one of two callees is done before its caller gives up',
    behind(
      'api -->|"HTTP, 10s timeout"| stock[Stock service]',
      'stock -->|"SQL, 1s timeout"| db[(Postgres)]',
      'api -->|"HTTP, 500ms timeout"| price[Price service]',
    ),
    'may work for 1.5s by the timeouts behind it. After 1s',
    'Set these 3 timeouts: Stock service 850ms, Postgres 770ms, Price service 42ms',
  ],
  [
    'timeout-inversion',
    'two rounds of a call fit by no single number',
    behind('api -->|"SQL, 500ms timeout"| db[(Postgres)]', '%% api->db@{ calls: 2 }'),
    '2 × (Postgres 500ms)',
    'Order API waits up to 500ms for Postgres, 2 times',
    /^(?!.*Lower)/,
  ],
])

testGathered(
  [
    [
      'missing-timeout',
      'a product that can be set to wait for the usual answer',
      'gw[Amazon API Gateway] -->|HTTPS| b[Adyen]\n%% b@{ p50: 28s }',
      '1 of 1: ',
    ],
    [
      'missing-timeout',
      'a product that gives up before the usual answer, whatever is stated',
      'gw[Amazon API Gateway] -->|HTTPS| b[Adyen]\n%% b@{ p50: 29s }',
      '0 of 0: ',
    ],
  ],
  'strict',
)
