// What another diagram of the same document settles.

import { testRefuted } from '../rows'

const dual =
  'a[Order service] -->|"SQL: insert order"| db[(Postgres)]\na -->|publish order placed| q[[Kafka]]'
const twoServices = `${dual}\nb[Stock service] -->|HTTP| a`
const dualTrace = `sequenceDiagram
participant a as Order service
participant db as Postgres
participant q as Kafka
a->>db: INSERT order
a-)q: publish order placed`

testRefuted([
  [
    'dual-write',
    'the outbox of the same service',
    dual,
    'a[Order service] -->|insert into outbox| db[(MySQL)]',
    true,
  ],
  ['dual-write', 'a trace that draws the same two writes', dual, dualTrace, true],
  [
    'dual-write',
    'a trace of the same two writes by a longer name',
    dual.replace('Order service', 'API').replace('Kafka', 'Event bus Kafka'),
    dualTrace,
    true,
  ],
  [
    'dual-write',
    'a trace in which another service writes to both',
    dual,
    dualTrace.replace('Order service', 'Stock service'),
    false,
  ],
  [
    'dual-write',
    'a trace in which it publishes to another broker',
    dual,
    dualTrace.replace('Kafka', 'RabbitMQ'),
    false,
  ],
  ['dual-write', 'the overview beside the trace', dualTrace, dual, false],
  [
    'dual-write',
    'a trace that names the service',
    dualTrace.replace('Order service', 'API').replace('Postgres', 'DB'),
    dualTrace,
    true,
  ],
  [
    'dual-write',
    'a trace that names it less',
    dualTrace,
    dualTrace.replace('Order service', 'API').replace('Postgres', 'DB'),
    false,
  ],
  ['dual-write', 'no outbox', dual, 'a[Order service] -->|insert| db[(Postgres)]', false],
  ['dual-write', 'an outbox as a box', dual, 'a[Order service] --> o[Outbox relay]', true],
  ['dual-write', 'an outbox of another', dual, 'b[Stock service] -->|insert into outbox| db[(MySQL)]', false],
  [
    'dual-write',
    'an outbox between the same store and broker',
    dual,
    'x[Backend] -->|insert into outbox| db[(Postgres)]\nx -->|relay| q[[Kafka]]',
    true,
  ],
  [
    'dual-write',
    'an outbox between the same store and another broker',
    dual,
    'x[Backend] -->|insert into outbox| db[(Postgres)]\nx -->|relay| q[[RabbitMQ]]',
    false,
  ],
  [
    'dual-write',
    'an outbox between another store and the same broker',
    dual,
    'x[Backend] -->|insert into outbox| db[(MySQL)]\nx -->|relay| q[[Kafka]]',
    false,
  ],
  [
    'dual-write',
    'an outbox of another service of the picture',
    twoServices,
    'b[Stock service] -->|insert into outbox| db[(Postgres)]\nb -->|relay| q[[Kafka]]',
    false,
  ],
  [
    'dual-write',
    'the outbox of a service of another name in the same language',
    dual.replace('Order service', 'Node.js orders service'),
    'a[Node.js stock service] -->|insert into outbox| db[(MySQL)]',
    false,
  ],
  [
    'dual-write',
    'the store by its product under another name',
    dual,
    'x[Backend] -->|insert into outbox| db[(Orders in Postgres)]\nx -->|relay| q[[Kafka topics]]',
    true,
  ],
  [
    'dual-write',
    'a trace that draws both writes',
    dualTrace,
    'a[Order service] -->|insert into outbox| db[(Postgres)]',
    false,
  ],
])

const consumer = 'q[[RabbitMQ]] -->|order placed| w[Payment worker] -->|POST /charges| s[Stripe]'

testRefuted([
  [
    'consumer-not-idempotent',
    'a key is stated',
    consumer,
    'w[Payment worker] -->|POST /charges| s[Stripe]\n%% w->s@{ idempotencyKey: order id }',
    true,
  ],
  [
    'consumer-not-idempotent',
    'once, as stated',
    consumer,
    'w[Payment worker] -->|POST /charges| s[Stripe]\n%% w->s@{ idempotent: true }',
    true,
  ],
  [
    'consumer-not-idempotent',
    'twice, as stated',
    consumer,
    'w[Payment worker] -->|POST /charges| s[Stripe]\n%% w->s@{ idempotent: false }',
    false,
  ],
  [
    'consumer-not-idempotent',
    'a key in words',
    consumer,
    'w[Payment worker] -->|POST /charges with idempotency key| s[Stripe]',
    true,
  ],
  [
    'consumer-not-idempotent',
    'the same again',
    consumer,
    'w[Payment worker] -->|POST /charges| s[Stripe]',
    false,
  ],
  [
    'consumer-not-idempotent',
    'one call of two with a key',
    consumer,
    'w[Payment worker] -->|GET /charges| s[Stripe]\nw -->|POST /charges with idempotency key| s',
    true,
  ],
  [
    'consumer-not-idempotent',
    'a key of another worker',
    consumer,
    'w[Mail worker] -->|POST /charges with idempotency key| s[Stripe]',
    false,
  ],
  [
    'consumer-not-idempotent',
    'a key for another callee',
    consumer,
    'w[Payment worker] -->|POST /charges with idempotency key| s[Adyen]',
    false,
  ],
  [
    'consumer-not-idempotent',
    'a key in an answer',
    consumer,
    'sequenceDiagram\nparticipant w as Payment worker\nparticipant s as Stripe\ns->>w: GET /state\nw-->>s: idempotency key',
    false,
  ],
  [
    'consumer-not-idempotent',
    'a branch for duplicates',
    consumer,
    'sequenceDiagram\nparticipant w as Payment worker\nparticipant s as Stripe\nalt already processed\nw->>w: skip\nelse new\nw->>s: POST /charges\nend',
    true,
  ],
])

const replica = 'a[Order API] -->|reads| p[(Postgres primary)]\np -->|replication| r[(Postgres read replica)]'

testRefuted([
  ['unread-replica', 'it is read', replica, 'b[Report service] -->|reads| r[(Postgres read replica)]', true],
  [
    'unread-replica',
    'one under another name is read',
    replica,
    'b[Report service] -->|reads| r[(Orders read-replica)]',
    true,
  ],
  [
    'unread-replica',
    'the primary is read',
    replica,
    'b[Report service] -->|reads| p[(Postgres primary)]',
    false,
  ],
  [
    'unread-replica',
    'it is only filled',
    replica,
    'p[(Postgres primary)] -->|replication| r[(Postgres read replica)]',
    false,
  ],
])

const chatting =
  'web[Browser] -->|WebSocket| c[Chat server] -->|publish messages| r[Redis Pub/Sub]\nr -->|messages| c'

testRefuted([
  [
    'pubsub-without-store',
    'messages are stored',
    chatting,
    'c[Chat server] -->|INSERT message| db[(Postgres)]',
    true,
  ],
  [
    'pubsub-without-store',
    'messages are read',
    chatting,
    'c[Chat server] -->|SELECT message| db[(Postgres)]',
    false,
  ],
  [
    'pubsub-without-store',
    'orders are stored',
    chatting,
    'c[Chat server] -->|INSERT order| db[(Postgres)]',
    false,
  ],
  [
    'pubsub-without-store',
    'orders and messages are stored',
    chatting,
    'c[Chat server] -->|INSERT order| db[(Postgres)]\nc -->|INSERT message| db',
    true,
  ],
  [
    'pubsub-without-store',
    'a service is told',
    chatting,
    'c[Chat server] -->|insert message| s[Archive service]',
    false,
  ],
])

const call = 'a[Order service] -->|HTTP| b[Stock service]'

testRefuted([
  ['missing-timeout', 'a timeout', call, 'a[Order service] -->|"HTTP, 2s timeout"| b[Stock service]', true],
  ['missing-timeout', 'a deadline', call, 'a[Order service] -->|"HTTP, 2s deadline"| b[Stock service]', true],
  ['missing-timeout', 'nothing', call, 'a[Order service] -->|HTTP| b[Stock service]', false],
  [
    'missing-timeout',
    'a timeout of another',
    call,
    'a[Cart service] -->|"HTTP, 2s timeout"| b[Stock service]',
    false,
  ],
  [
    'missing-timeout',
    'a timeout for another',
    call,
    'a[Order service] -->|"HTTP, 2s timeout"| b[Price service]',
    false,
  ],
  [
    'missing-timeout',
    'given up',
    call,
    'sequenceDiagram\nparticipant a as Order service\nparticipant b as Stock service\na->>b: HTTP\nb-->>a: timeout after 2s',
    true,
  ],
  [
    'missing-timeout',
    'answered',
    call,
    'sequenceDiagram\nparticipant a as Order service\nparticipant b as Stock service\na->>b: HTTP\nb-->>a: 200',
    false,
  ],
  [
    'missing-timeout',
    'the same store by its product',
    'a[Order service] -->|SQL| b[(PostgreSQL)]',
    'a[Order service] -->|"SQL, 2s timeout"| b[(PostgreSQL 16)]',
    true,
  ],
  [
    'missing-timeout',
    'another store of the product',
    'a[Order service] -->|SQL| b[(Postgres)]',
    'a[Order service] -->|"SQL, 2s timeout"| b[(Carts in PostgreSQL)]',
    false,
  ],
  [
    'unlabeled-arrow',
    'a protocol',
    'a[Order service] --> b[Stock service]',
    'a[Order service] -->|HTTP| b[Stock service]',
    true,
  ],
  [
    'unlabeled-arrow',
    'a protocol between the same two, described otherwise',
    'a["Order service<br>node:24<br>:3001"] --> b["Stock service<br>node:24<br>:3002"]',
    'a["Order service<br>Node.js"] -->|HTTP| b["Stock service<br>Node.js"]',
    true,
  ],
  [
    'unlabeled-arrow',
    'a protocol between one of them and another, described alike',
    'a["Order service<br>Node.js"] --> b["Stock service<br>Node.js"]',
    'a["Order service<br>Node.js"] -->|HTTP| b["Price service<br>Node.js"]',
    false,
  ],
  [
    'unlabeled-arrow',
    'words',
    'a[Order service] --> b[Stock service]',
    'a[Order service] -->|orders| b[Stock service]',
    false,
  ],
  [
    'unlabeled-arrow',
    'a protocol of another',
    'a[Order service] --> b[Stock service]',
    'a[Order service] -->|HTTP| b[Price service]',
    false,
  ],
  [
    'unlabeled-arrow',
    'a protocol of messages back',
    'a[Order service] --> b[Stock service]',
    'b[Stock service] -->|HTTP| a[Order service]',
    false,
  ],
])

const pushing = 'web[Browser] -->|WebSocket price updates| api[Price service]'

testRefuted([
  [
    'websocket-one-way',
    'the client sends',
    pushing,
    'web[Browser] -->|WebSocket orders| api[Price service]',
    true,
  ],
  [
    'websocket-one-way',
    'the server pushes',
    pushing,
    'web[Browser] -->|WebSocket price updates| api[Price service]',
    false,
  ],
  [
    'websocket-one-way',
    'the client sends otherwise',
    pushing,
    'web[Browser] -->|HTTPS orders| api[Price service]',
    false,
  ],
  [
    'websocket-one-way',
    'another client sends',
    pushing,
    'app[Mobile app] -->|WebSocket orders| api[Price service]',
    false,
  ],
  [
    'websocket-one-way',
    'the client sends to another',
    pushing,
    'web[Browser] -->|WebSocket orders| api[Order service]',
    false,
  ],
  [
    'websocket-one-way',
    'the client sends, among others',
    pushing,
    'web[Browser] -->|HTTPS| x[Order service]\nweb -->|WebSocket orders| api[Price service]',
    true,
  ],
  [
    'websocket-one-way',
    'the server sends',
    pushing,
    'api[Price service] -->|WebSocket orders| web[Browser]',
    false,
  ],
  [
    'websocket-one-way',
    'in small letters',
    pushing,
    'web[browser] -->|WebSocket orders| api[price service]',
    true,
  ],
])

const model = `sequenceDiagram
participant web as Browser
participant api as Order service
participant llm as OpenAI API
web->>api: POST /ask
api->>llm: complete the prompt
api-->>web: 200`
const admin = 'web[Browser] -->|HTTPS| api[Admin API]'
const shared = ['Cart service', 'Stock service', 'Price service']
  .map((name, n) => `s${n}[${name}] -->|SQL| db[(Postgres)]`)
  .join('\n')

testRefuted([
  ['slow-in-request', 'a queue', model, 'api[Order service] --> q[[RabbitMQ]]', true],
  [
    'slow-in-request',
    'an arrow that streams',
    model,
    'web[Browser] -->|HTTPS| api[Order service]\nx[Chat service] -->|streams| web',
    true,
  ],
  ['slow-in-request', 'the same', model, model, false],
  [
    'missing-authentication',
    'a sign-in',
    admin,
    'web[Browser] -->|OAuth2 login| idp[Identity provider]',
    true,
  ],
  [
    'missing-authentication',
    'a group for those who are signed in',
    admin,
    'web[Browser] -->|HTTPS| shop\nsubgraph shop [Authenticated area]\nx[Order service]\nend',
    true,
  ],
  ['missing-authentication', 'no sign-in', admin, 'web[Browser] -->|HTTPS| api[Order API]', false],
  ['shared-database', 'a schema for each', shared, 'a[Cart service] -->|own schema| db[(Postgres)]', true],
  [
    'shared-database',
    'a schema for each, in a group',
    shared,
    'subgraph g [Database per service]\na[Cart service]\nend\na --> b[Stock service]',
    true,
  ],
  [
    'shared-database',
    'a schema for each, in a box',
    shared,
    'a[Cart service] --> db[(Postgres, schema per service)]',
    true,
  ],
  ['shared-database', 'nothing about schemas', shared, shared, false],
])
