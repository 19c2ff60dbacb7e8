// What findings say where it depends on the design: which of two wordings, which sum, which names.

import { testRows } from '../rows'

const waits = (inner: string, figures = '', timeout = '300ms') =>
  `web[Browser] -->|"HTTPS, ${timeout} timeout"| api[Order API]
api -->|SQL| db[(Postgres)]
%% api->db@{ ${inner} }
${figures}`

testRows([
  [
    'timeout-inversion',
    'rounds of a call',
    waits('timeout: 200ms, calls: 2'),
    'Browser waits 300ms for Order API, which may work for 400ms: 2 × (Postgres 200ms). After 300ms',
    'Order API waits up to 200ms for Postgres, 2 times',
  ],
  [
    'timeout-inversion',
    'attempts of a call',
    waits('timeout: 200ms, attempts: 2'),
    'may work for 400ms: Postgres 2 × 200ms. After 300ms its work is wasted, and a retry doubles its load.',
    'up to 2 × 200ms for Postgres |',
    'Lower the timeout of Order API → Postgres to 120ms',
    'Lower the attempts of Order API → Postgres to 1',
    /^(?!.*Set these)/,
    'Raise the timeout of Browser → Order API to 500ms',
  ],
  [
    'timeout-inversion',
    'retries are one fewer',
    waits('timeout: 120ms, retries: 3'),
    'may work for 480ms: Postgres 4 × 120ms',
    'Lower the retries of Order API → Postgres to 1',
  ],
  [
    'timeout-inversion',
    'all of the wait',
    waits('timeout: 300ms'),
    'Browser waits 300ms for Order API, which may spend all of it waiting: Postgres 300ms. That leaves no time',
  ],
  ['timeout-inversion', 'a little time left', waits('timeout: 299ms')],
  [
    'timeout-inversion',
    'a sum of two calls',
    waits('timeout: 200ms', 'api -->|gRPC| stock[Stock service]\n%% api->stock@{ timeout: 250ms }'),
    'may work for 450ms: ',
    'Postgres 200ms',
    ' + ',
    'Stock service 250ms',
    /Set these 2 timeouts: (?:Postgres|Stock service) \d+ms, /,
  ],
  [
    'timeout-inversion',
    'two calls at once are no sum',
    waits(
      'timeout: 400ms, order: parallel',
      'api -->|gRPC| stock[Stock service]\n%% api->stock@{ timeout: 350ms, order: parallel }',
    ),
    'may work for 400ms by what it waits for (',
  ],
  [
    'timeout-inversion',
    'what it calls is over at its deadline',
    waits('timeout: 2s, deadline: 400ms'),
    'may work for 400ms: Postgres 2s. After 300ms its work is wasted',
  ],
  [
    'timeout-inversion',
    'a deadline ends the attempts',
    waits('timeout: 200ms, attempts: 4, deadline: 500ms'),
    'may work for 500ms: Postgres 4 × 200ms within 500ms',
  ],
  [
    'timeout-inversion',
    'the time of a handler',
    `web[Browser] -->|HTTPS| api[Order API]
api -->|"SQL, 600ms timeout"| db[(Postgres)]
%% api@{ timeout: 500ms }`,
    'Order API gives each request 500ms, and may wait 600ms: Postgres 600ms. After 500ms the work behind it is wasted',
  ],
])

testRows([
  [
    'single-region',
    'minutes of a year',
    `subgraph eu [eu-west-1]
api[Order API] -->|SQL| db[(Postgres)]
end
web[Browser] -->|HTTPS| api
api -->|gRPC| mail[Mail service]
%% arrowsmith: { objectives: { buy: { from: web, availability: 99.999% } } }`,
    'buy promises 99.999%, 5m of outage a year, and everything runs in eu-west-1.',
    'Order API runs in eu-west-1 | Postgres runs in eu-west-1',
  ],
  [
    'single-region',
    'an outage as long as one lasts',
    `subgraph eu [eu-west-1]
api[Order API] -->|SQL| db[(Postgres)]
end
web[Browser] -->|HTTPS| api
%% arrowsmith: { objectives: { buy: { from: web, rto: 60m } } }`,
  ],
  [
    'single-region',
    'an outage a minute shorter',
    `subgraph eu [eu-west-1]
api[Order API] -->|SQL| db[(Postgres)]
end
web[Browser] -->|HTTPS| api
%% arrowsmith: { objectives: { buy: { from: web, rto: 59m } } }`,
    'buy promises an outage of at most 59m, and',
  ],
  [
    'single-region',
    'one part alone is placed',
    `web[Browser] -->|HTTPS| api[Order API]
%% api@{ region: eu-west-1 }
%% arrowsmith: { objectives: { buy: { from: web, rto: 1m } } }`,
  ],
])

testRows([
  [
    'single-point-of-failure',
    'at an assumed availability',
    'web[Browser] -->|HTTPS| api[Order API] -->|SQL| db[(Postgres)]\n%% db@{ replicas: 1 }',
    'Postgres runs as one instance, and every request needs it. At 99.5% (assumed) that is 44 h of outage a year; two leave 4.6 h. Write replicas: 2, or add a fallback. | State two replicas',
  ],
  [
    'single-point-of-failure',
    'at a stated availability',
    'web[Browser] -->|HTTPS| api[Order API] -->|SQL| db[(Postgres)]\n%% db@{ replicas: 1, availability: 99% }',
    'At 99% that is 88 h of outage a year; two leave 9.5 h.',
  ],
  [
    'single-point-of-failure',
    'two are not one',
    'web[Browser] -->|HTTPS| api[Order API] -->|SQL| db[(Postgres)]\n%% db@{ replicas: 2 }',
  ],
  [
    'single-point-of-failure',
    'a store that some requests need',
    `web[Browser] -->|HTTPS| api[Order API] -->|SQL| db[(Postgres)]
web -->|HTTPS| search[Search API]
%% db@{ replicas: 1 }`,
    'Postgres runs as one instance: when it restarts or fails, Order API goes without it.',
  ],
  [
    'single-point-of-failure',
    'a primary without a replica',
    'web[Browser] -->|HTTPS| api[Order API] -->|SQL| db[(Postgres primary)]',
    'is named a primary and no replica is stated',
  ],
  [
    'single-point-of-failure',
    'a primary with a standby',
    'web[Browser] -->|HTTPS| api[Order API] -->|SQL| db[(Postgres primary)]\nspare[(Postgres standby)]',
  ],
])

testRows([
  [
    'missing-authentication',
    'data of which some has to be kept',
    'web[Browser] -->|HTTPS| api[Order API]\n%% api@{ data: [orders, personal] }',
    'Browser reaches Order API, which is not meant to be public, and no sign-in is drawn.',
  ],
  [
    'missing-authentication',
    'data of no use to others',
    'web[Browser] -->|HTTPS| api[Order API]\n%% api@{ data: [orders] }',
  ],
  [
    'missing-authentication',
    'nobody has to sign in',
    'web[Browser] -->|HTTPS| api[Order API]\n%% api@{ trust: restricted }\n%% web->api@{ auth: none }',
    'and need not sign in. Attackers',
  ],
  [
    'impossible-figure',
    'more than there are',
    'api[Order API] -->|SQL| db[(Postgres)]\n%% db@{ replicas: 3, quorum: 4 }',
    'Postgres needs 4 of 3 replicas: it can never be up. A majority of 3 is 2. | 3 replicas',
  ],
  [
    'impossible-figure',
    'all of them',
    'api[Order API] -->|SQL| db[(Postgres)]\n%% db@{ replicas: 3, quorum: 3 }',
  ],
  [
    'impossible-figure',
    'a quorum of how many nobody says',
    'api[Order API] -->|SQL| db[(Postgres)]\n%% db@{ quorum: 4 }',
  ],
  [
    'obsolete-tls',
    'in a label',
    'api[Order API] -->|"HTTPS, TLS 1.0"| pay[Payment service]',
    'Order API and Payment service speak TLS 1.0. RFC 8996',
    ' | Write TLS 1.2',
  ],
  [
    'retry-not-idempotent',
    'a request without a purpose',
    'api[Order API] --> pay[Payment service]\n%% api->pay@{ method: POST, attempts: 3 }',
    'Order API retries the request at Payment service.',
  ],
  [
    'retry-not-idempotent',
    'a request with a purpose',
    'api[Order API] -->|POST /payments| pay[Payment service]\n%% api->pay@{ attempts: 3 }',
    'Order API retries "',
  ],
])

testRows([
  [
    'single-machine',
    'a store beside it',
    `subgraph vm [One VPS]
api[Order API] -->|SQL| db[(Postgres)]
cache[(Redis)]
end
web[Browser] -->|HTTPS| api
spare[(MySQL)] --> report[Report service]`,
  ],
  [
    'single-machine',
    'all of it',
    `subgraph vm [One VPS]
api[Order API] -->|SQL| db[(Postgres)]
api -->|RESP| cache[(Redis)]
end
web[Browser] -->|HTTPS| api`,
    'Order API, Postgres and Redis all run on One VPS: an update, a full disk or a failed host stops them at once. Move the data off it',
  ],
  [
    'single-machine',
    'and its backups',
    `subgraph vm [One VPS]
api[Order API] -->|SQL| db[(Postgres)]
api -->|RESP| cache[(Redis)]
db --> dump[Nightly backup]
end
web[Browser] -->|HTTPS| api`,
    'stops them at once, and Nightly backup is lost together with what it copies. Copy the backups somewhere else',
  ],
  [
    'single-machine',
    'no data',
    `subgraph vm [One VPS]
api[Order API] -->|HTTP| stock[Stock service]
api -->|HTTP| price[Price service]
end
web[Browser] -->|HTTPS| api`,
  ],
  [
    'single-machine',
    'a server and its database',
    `subgraph vm [One VPS]
api[Order API] -->|SQL| db[(Postgres)]
end
web[Browser] -->|HTTPS| api`,
  ],
  [
    'deep-call-chain',
    'the first of two ways that are as long',
    `web[Browser] -->|HTTP| a[Cart service] -->|HTTP| b[Order service] -->|HTTP| c[Price service] -->|HTTP| d[Stock service] -->|HTTP| e[Mail service] -->|HTTP| f[Audit service] -->|HTTP| g[Tax service]
f -->|HTTP| h[Ad service]`,
    'A request crosses 7 services one after another, from Cart service to Tax service. Each adds its own time, and 7 at 99.9% each are up 99.3% of the time together.',
  ],
  [
    'deep-call-chain',
    'stated times and round trips count, too',
    `web[Browser] -->|HTTP| a[Cart service] -->|HTTP| b[Order service] -->|HTTP| c[Price service] -->|HTTP| d[Stock service] -->|HTTP| e[Mail service] -->|HTTP| f[Audit service] -->|HTTP| g[Tax service]
%% a@{ p50: 10ms }
%% g@{ latency: 5ms }
%% a->b@{ rtt: 2ms }`,
    'The times that are stated add up to 17ms,',
  ],
  [
    'deep-call-chain',
    'three hops',
    'web[Browser] -->|HTTP| a[Cart service] -->|HTTP| b[Order service] -->|HTTP| c[Price service] -->|HTTP| d[Stock service]',
  ],
  [
    'call-in-loop',
    'reads of a cache',
    'api[Order API] -->|get price for each item| cache[(Redis)]',
    'Order API calls Redis once for each item ("get price for each item")',
  ],
  [
    'call-in-loop',
    'what each adds',
    'api[Order API] -->|get price for each item| price[Price service]\n%% price@{ p50: 20ms }\n%% api->price@{ rtt: 2ms }',
    ': each adds 22ms (50 of them 1.1s), and',
  ],
  [
    'call-in-loop',
    'another company',
    'api[Order API] -->|"HTTPS: for each order, get charge"| stripe[Stripe]',
    'Order API calls Stripe once for each item',
  ],
])

testRows([
  [
    'persistent-connections-round-robin',
    'the algorithm on the arrow to the servers',
    `app[Mobile app] -->|WebSocket| lb[Load balancer]
lb -->|round robin| chat[Chat service]`,
    'Load balancer distributes WebSockets in turn, no matter how many a server already holds.',
    'WebSockets stay open | Balance by open connections',
  ],
  [
    'persistent-connections-round-robin',
    'at random',
    `app[Mobile app] -->|SSE| lb[Load balancer]
lb --> feed[Feed service]
%% lb@{ algorithm: random }`,
    'Load balancer distributes event streams at random,',
  ],
  [
    'persistent-connections-round-robin',
    'the sockets take another route',
    `app[Mobile app] -->|HTTPS| gw[API Gateway]
gw -->|WebSocket| chat[Chat service]
gw -->|"HTTP, round robin"| api[Order API]`,
  ],
  [
    'dual-write',
    'a store that only a step names',
    `sequenceDiagram
participant web as Browser
participant api as Order service
participant bus as Kafka
web->>api: POST /orders
api->>api: save in PostgreSQL
api->>bus: publish OrderCreated
api-->>web: 201`,
    'Order service writes to PostgreSQL and publishes to Kafka, one after the other.',
    'Write the event to an outbox table in the same transaction',
    'The write to PostgreSQL',
  ],
  [
    'dual-write',
    'a document store',
    `sequenceDiagram
participant api as Order service
participant db as DynamoDB
participant bus as Kafka
api->>db: insert order
api->>bus: publish OrderCreated`,
    "Publish the store's own change stream (CDC), or publish first and let a consumer write.",
  ],
  [
    'dual-write',
    'a database named with an underscore',
    `sequenceDiagram
participant web as Browser
participant api as Order service
participant bus as Kafka
web->>api: POST /orders
api->>api: create the order in order_db
api->>bus: publish OrderCreated`,
    'Order service writes to order_db and publishes to Kafka',
  ],
  [
    'dual-write',
    'a statement of SQL',
    `sequenceDiagram
participant web as Browser
participant api as Order service
participant bus as Kafka
web->>api: POST /orders
api->>api: UPDATE orders SET state
api->>bus: publish OrderCreated`,
    'Order service writes to its database and publishes to Kafka',
  ],
  [
    'dual-write',
    'an update of something else',
    `sequenceDiagram
participant web as Browser
participant api as Order service
participant bus as Kafka
web->>api: POST /orders
api->>api: update the order in memory
api->>bus: publish OrderCreated`,
  ],
  [
    'dual-write',
    'a note that tells a step',
    `sequenceDiagram
participant web as Browser
participant api as Order service
participant bus as Kafka
web->>api: POST /orders
Note over api: save to DB
api->>bus: publish OrderCreated`,
    'Order service writes to DB and publishes to Kafka',
    'The write to DB',
  ],
  [
    'dual-write',
    'a note behind the event',
    `sequenceDiagram
participant web as Browser
participant api as Order service
participant bus as Kafka
web->>api: POST /orders
api->>bus: publish OrderCreated
api-->>web: 201
Note over bus: save to DB`,
  ],
  [
    'dual-write',
    'a note that explains',
    `sequenceDiagram
participant web as Browser
participant api as Order service
participant bus as Kafka
web->>api: POST /orders
Note over api: the DB is updated by a nightly job
api->>bus: publish OrderCreated`,
  ],
  [
    'dual-write',
    'a consumer later on',
    `sequenceDiagram
participant web as Browser
participant api as Order service
participant bus as Kafka
web->>api: POST /orders
api->>api: save in PostgreSQL
api->>bus: publish OrderCreated
bus->>api: deliver PaymentDone
api->>api: UPDATE orders SET state`,
    'Order service writes to PostgreSQL',
  ],
  [
    'dual-write',
    'a consumer from the start',
    `sequenceDiagram
participant web as Browser
participant api as Order service
participant bus as Kafka
web->>api: POST /orders
bus->>api: deliver PaymentDone
api->>api: save in PostgreSQL
api->>bus: publish OrderCreated`,
  ],
  [
    'dual-write',
    'a step that stores nothing',
    `sequenceDiagram
participant api as Order service
participant bus as Kafka
api->>api: validate
api->>bus: publish OrderCreated`,
  ],
  [
    'websocket-fan-out',
    'what users have in front of them',
    `sequenceDiagram
actor u as User C
participant fc as Frontend C
participant fa as Frontend A
participant fb as Frontend B
participant gw as Gateway
u->>fc: join
fc->>gw: Socket.IO: call:join
gw->>fa: call:started
gw->>fb: call:started
gw->>fc: call:started`,
  ],
  [
    'websocket-fan-out',
    'a queue hands messages over',
    `app[Mobile app] -->|WebSocket| chat[Chat service]
chat -->|AMQP| jobs[[SQS]]
%% chat@{ replicas: 3 }`,
  ],
  [
    'websocket-fan-out',
    'nothing does',
    `app[Mobile app] -->|WebSocket| chat[Chat service]
chat -->|SQL| db[(Postgres)]
%% chat@{ replicas: 3 }`,
    '3 replicas of Chat service hold WebSockets, and nothing carries messages between them. What arrives at one never reaches clients connected to another, and 67% of all pairs of clients are.',
    'Mobile app is connected to one of them',
  ],
  [
    'websocket-fan-out',
    'one alone',
    `app[Mobile app] -->|WebSocket| chat[Chat service]
chat -->|SQL| db[(Postgres)]
%% chat@{ replicas: 1 }`,
  ],
  [
    'keepalive-mismatch',
    'the default of a product',
    `web[Browser] -->|HTTPS| lb[AWS ALB] -->|HTTP| api[Node.js API]
%% lb@{ idleTimeout: 60s }`,
    'AWS ALB keeps idle connections to Node.js API for 1m, and Node.js API closes them after 5s (default of Node.js).',
    'Let Node.js API keep them for 65s',
  ],
  [
    'keepalive-mismatch',
    'what is stated',
    `web[Browser] -->|HTTPS| lb[Load balancer] -->|HTTP| api[Order API]
%% lb@{ upstreamIdleTimeout: 60s }
%% api@{ idleTimeout: 30s }`,
    'for 1m, and Order API closes them after 30s. A request',
    'Order API closes after 30s',
    'Let Load balancer drop them after 25s',
    'Let Order API keep them for 65s',
  ],
  [
    'websocket-behind-l7',
    'one of several servers behind it',
    `app[Mobile app] -->|WebSocket| lb[nginx]
lb -->|HTTP| chat[Chat service]
lb -->|HTTP| api[Order API]`,
    "Mobile app's WebSocket passes nginx, and nginx forwards upgrades only if configured to.",
    'and keep the connection behind it open',
    'State that nginx forwards the upgrade',
  ],
  [
    'websocket-behind-l7',
    'a single server behind it',
    `app[Mobile app] -->|WebSocket| lb[nginx]
lb -->|HTTP| chat[Chat service]`,
    'and keep the connection to Chat service open',
  ],
  [
    'websocket-behind-l7',
    'the server that speaks it',
    `app[Mobile app] -->|WebSocket| lb[nginx]
lb -->|WebSocket| chat[Chat service]
lb -->|HTTP| api[Order API]`,
    'and keep the connection to Chat service open',
  ],
  [
    'browser-udp',
    'a page that speaks UDP',
    'web[Browser] -->|UDP| game[Game server]',
    'Browser talks UDP with Game server, but no page can open a UDP socket.',
  ],
  ['browser-udp', 'a page that speaks HTTPS', 'web[Browser] -->|HTTPS| game[Game server]'],
  ['browser-udp', 'an app that speaks UDP', 'app[Mobile app] -->|UDP| game[Game server]'],
  [
    'slow-in-request',
    'what an arrow to itself says is no step of a request',
    `web[Browser] -->|HTTPS| api[Report API]
api -->|render the report| api
api -->|HTTPS| web`,
  ],
  [
    'slow-in-request',
    'a step before the answer',
    `sequenceDiagram
participant web as Browser
participant api as Report API
web->>api: GET /report
api->>api: render the report
api-->>web: 200`,
    'Browser waits while Report API does "render the report", which takes seconds or minutes.',
  ],
  [
    'slow-in-request',
    'a step after the answer',
    `sequenceDiagram
participant web as Browser
participant api as Report API
web->>api: GET /report
api-->>web: 202
api->>api: render the report`,
  ],
  [
    'short-polling',
    'at an interval in brackets',
    'web[Browser] -->|"HTTPS GET /status, polling (5s)"| api[Order API]',
    'Browser asks Order API every 5s',
  ],
  [
    'client-round-trips',
    'screens of a list of endpoints are not loaded by it',
    `sequenceDiagram
participant app as Mobile app
participant api as Order API
app->>api: GET /orders
app->>api: GET /prices
app->>api: GET /stock
app->>api: POST /orders
app->>api: PUT /orders/1`,
  ],
  [
    'client-round-trips',
    'three reads in a row',
    `sequenceDiagram
participant app as Mobile app
participant api as Order API
app->>api: GET /orders
api-->>app: 200
app->>api: GET /prices
api-->>app: 200
app->>api: GET /stock
api-->>app: 200`,
    'Mobile app asks Order API 3 times in a row: at ',
    'then GET /prices | then GET /stock',
  ],
  [
    'client-round-trips',
    'two reads in a row',
    `sequenceDiagram
participant app as Mobile app
participant api as Order API
app->>api: GET /orders
api-->>app: 200
app->>api: GET /prices
api-->>app: 200`,
  ],
  [
    'active-active-conflict',
    'both are written to',
    `a[Order service] -->|insert| eu[(Postgres EU)]
b[Stock service] -->|insert| us[(Postgres US)]
eu <-->|replication| us`,
    'Postgres EU',
  ],
  [
    'active-active-conflict',
    'one is only read',
    `a[Order service] -->|insert| eu[(Postgres EU)]
b[Stock service] -->|read only| us[(Postgres US)]
eu <-->|replication| us`,
  ],
  [
    'active-active-conflict',
    'one leads',
    `a[Order service] -->|insert| eu[(Postgres EU)]
b[Stock service] -->|insert| us[(Postgres US)]
eu -->|replication| us`,
  ],
])

testRows([
  [
    'single-point-of-failure',
    'that never fails',
    'web[Browser] --> api[Order API] --> db[(Postgres)]\n%% db@{ replicas: 1, availability: 100% }',
    'Postgres runs as one instance, and every request needs it. Write replicas: 2',
  ],
  [
    'single-point-of-failure',
    'a client',
    'web[Browser] --> api[Order API] --> db[(Postgres)]\n%% web@{ replicas: 1 }',
  ],
  [
    'single-point-of-failure',
    'a store in its process',
    'web[Browser] --> api[Order API] --> db[(SQLite)]\n%% db@{ replicas: 1 }',
  ],
  [
    'single-point-of-failure',
    'a module of its program',
    'web[Browser] --> api[Order API] --> db[Price module]\n%% db@{ replicas: 1 }',
  ],
  [
    'call-in-loop',
    'past a note',
    `sequenceDiagram
participant a as Order service
participant b as Price service
loop for each item
Note over a: slow
a->>b: get price
end`,
    'Order service calls Price service once for each item ("for each item")',
  ],
  ['verb-in-path', 'the paths of a vendor', 'web[Browser] -->|POST /createOrder| b[Acme CRM]'],
  [
    'active-active-conflict',
    'a store that settles conflicts, and one that does not',
    `a[Order service] -->|insert| eu[(DynamoDB)]
b[Stock service] -->|insert| us[(Postgres)]
eu <-->|replication| us`,
  ],
  [
    'active-active-conflict',
    'conflicts are stated',
    `a[Order service] -->|insert| eu[(Postgres EU)]
b[Stock service] -->|insert| us[(Postgres US)]
eu <-->|replication| us
%% eu@{ conflicts: last-write-wins }`,
  ],
  [
    'active-active-conflict',
    'a stated round trip',
    `a[Order service] -->|insert| eu[(Postgres EU)]
b[Stock service] -->|insert| us[(Postgres US)]
eu <-->|replication| us
%% eu->us@{ rtt: 80ms }`,
    'Until a write arrives, some 40 ms, the other may change the same record',
    'Postgres EU takes writes | Postgres US takes writes',
  ],
])
