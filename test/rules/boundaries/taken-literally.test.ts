// Words that mean something else where they stand: lifetimes beside stores, services called like brokers, names in a row.

import { expect, it } from 'vitest'
import { document, told } from '../../service/told'
import { type Row, testRows } from '../rows'

const trace = (...lines: readonly string[]) => `sequenceDiagram\n${lines.join('\n')}`

const shop = trace(
  'participant web as Web App',
  'participant api as Order API',
  'participant db as Postgres',
  'participant psp as Payment Service',
)

/** So many services that call each other in a row, and more. */
const chain = (count: number, more: string) =>
  [
    ...Array.from(
      { length: count - 1 },
      (_, n) => `s${n}[Orders service ${n}] -->|HTTPS| s${n + 1}[Orders service ${n + 1}]`,
    ),
    more,
  ].join('\n')

testRows([
  [
    'missing-timeout',
    'a duration beside a protocol',
    'api[Order API] -->|SQL 500ms| db[(Postgres)]',
    'does not say whether 500ms is the timeout',
  ],
  [
    'missing-timeout',
    'minutes at a store, which keeps something for so long',
    'api[Order API] -->|SET 5min| c[(Redis)]',
    /^(?!.*does not say whether)/,
  ],
  [
    'missing-timeout',
    'in a sentence without blanks',
    'api[Order API] -->|写入缓存（500ms）| c[(Redis)]',
    /^(?!.*does not say whether)/,
  ],
  ...[
    ['Order Service - Component Diagram', []],
    ['Shop - Component Diagram', ['Order Service is the only one of 7 components']],
    ['What the Order Service is made of', ['Order Service is the only one of 7 components']],
  ].map(
    ([title, words]): Row => [
      'disconnected-component',
      `a container, under the title ${title}`,
      [
        'C4Component',
        `title ${title}`,
        'Container(order, "Order Service", "Go", "Orders")',
        'ContainerDb(db, "Orders", "PostgreSQL", "Rows")',
        ...['Router', 'Handler', 'Store', 'Client', 'Mapper'].map(
          name => `Component(${name.toLowerCase()}, "${name}", "Go", "Code")`,
        ),
        ...['router, handler', 'handler, store', 'handler, client', 'store, mapper'].map(
          ends => `Rel(${ends}, "calls", "Go")`,
        ),
        'Rel(store, db, "writes", "SQL")',
      ].join('\n'),
      ...words!,
    ],
  ),
  [
    'unsupported-version',
    'migrations of tables',
    'api[Order API] -->|SQL, timeout: 1s| db[("MySQL 8.0<br/>164 migrations")]',
    'MySQL 8.0 has been out of support since April 2026',
  ],
  [
    'unsupported-version',
    'a migration to something else',
    'api[Order API] -->|SQL, timeout: 1s| db[("MySQL 8.0<br/>migrating to 8.4")]',
  ],
  [
    'missing-timeout',
    'preferences on a phone, whose server is asked',
    'app[Flutter App] -->|HTTPS| api[Order API]\napp -->|reads| prefs[(SharedPreferences)]',
    'No timeout: Flutter App → Order API.',
  ],
  [
    'conflicting-figures',
    'a count of those made so far',
    trace('participant d as Decision', 'd->>d: 1 < 3, retry=1 < 5', 'd->>d: 2 < 3, retry=2 < 5'),
  ],
  [
    'dual-write',
    'a queue of people in a database',
    trace(
      'participant api as Order API',
      'participant db as Postgres',
      'participant QueueDB as Waiting queue',
      'api->>db: INSERT token',
      'api->>QueueDB: enqueue user',
    ),
  ],
  [
    'check-then-act',
    'the state of a room of players',
    trace(
      'participant ws as Game Service',
      'participant r as Redis',
      'ws->>r: GET room:state',
      'ws->>r: UPDATE room:state',
    ),
  ],
  [
    'check-then-act',
    'a room of a hotel',
    trace(
      'participant ws as Booking Service',
      'participant r as Postgres',
      'ws->>r: SELECT free rooms',
      'ws->>r: UPDATE rooms',
    ),
    'both take it',
  ],
  [
    'undeclared-node',
    'a note over several, without commas',
    `${trace('participant K as Kafka', 'participant A as Billing', 'participant B as Shipping', 'K->>A: order', 'K->>B: order')}\nNote over K B: each gets it`,
    'write K,B',
    'Write K,B',
    'at "K B"',
  ],
  [
    'undeclared-node',
    'a name of two words that is nobody else’s',
    `${trace('participant K as Kafka', 'participant A as Billing', 'K->>A: order')}\nNote over Order desk: reads it`,
  ],
  [
    'undeclared-node',
    'initials that everybody knows',
    `${shop}\nweb->>api: POST /orders\napi->>db: INSERT order\napi->>SMS: tell the shopper`,
  ],
  [
    'undeclared-node',
    'initials that nobody knows',
    `${shop}\nweb->>api: POST /orders\napi->>db: INSERT order\napi->>QX: tell the shopper`,
    'Nothing in this diagram declares QX',
  ],
  [
    'lock-before-transaction',
    'in the same request',
    `${shop}\nweb->>api: POST /pay\napi->>db: SELECT bill FOR UPDATE\napi->>db: BEGIN\napi->>db: COMMIT`,
    'locks rows with FOR UPDATE before',
  ],
  [
    'lock-before-transaction',
    'in a request that is over: for nothing',
    `${shop}\nweb->>api: GET /bill\napi->>db: SELECT bill FOR UPDATE\napi-->>web: 200 bill\nweb->>api: POST /pay\napi->>db: BEGIN\napi->>db: COMMIT`,
    'Leave FOR UPDATE out of this request',
  ],
  [
    'call-in-transaction',
    'begins where it says so, not at a lock above',
    `${shop}\nweb->>api: GET /bill\napi->>db: SELECT bill FOR UPDATE\napi-->>web: 200 bill\nweb->>api: POST /pay\napi->>db: BEGIN\napi->>psp: POST /charge\npsp-->>api: approved\napi->>db: COMMIT`,
    'Order API calls Payment Service inside a transaction',
  ],
  [
    'call-in-transaction',
    'not behind a lock above, where its own beginning comes later',
    `${shop}\napi->>db: SELECT bill FOR UPDATE\napi->>psp: POST /charge\npsp-->>api: approved\napi->>db: BEGIN\napi->>db: COMMIT`,
  ],
  [
    'call-in-transaction',
    'a lock stands for a beginning that is not drawn',
    `${shop}\napi->>db: SELECT bill FOR UPDATE\napi->>psp: POST /charge\npsp-->>api: approved\napi->>db: COMMIT`,
    'inside a transaction',
  ],
  [
    'goes-on-after-failure',
    'the asker shows the refusal to its user',
    `${trace('actor clerk as Clerk', 'participant web as Web App', 'participant api as Order API', 'participant db as Postgres')}\nclerk->>web: pay\nweb->>api: POST /pay\nalt declined\napi-->>web: 402 Payment Required\nweb->>clerk: shows the refusal\nelse approved\napi->>db: UPDATE order\nend\napi-->>web: 201 Created`,
    '402 Payment Required',
  ],
  [
    'dual-write',
    'a service called Broker, asked by a path',
    trace(
      'participant A as Agent service',
      'participant D as Postgres',
      'participant B as Broker',
      'A->>D: INSERT result',
      'A->>B: POST /api/v1/results',
    ),
  ],
  [
    'dual-write',
    'a script that takes what is left',
    trace(
      'participant A as Sale service',
      'participant R as Redis',
      'participant Q as RabbitMQ',
      'participant W as Order worker',
      'A->>R: EVALSHA claim-stock.lua',
      'A->>Q: Publish order.won',
      'Q->>W: order.won',
    ),
    'writes to Redis and publishes to RabbitMQ',
  ],
  [
    'charge-without-key',
    'what a broker brings',
    trace(
      'participant K as Kafka',
      'participant P as Payment Service',
      'participant S as Stripe',
      'K->>P: order created',
      'P->>S: POST /v1/charges',
      'S-->>P: charged',
    ),
  ],
  [
    'charge-without-key',
    'what a client asks for',
    trace(
      'participant K as Web App',
      'participant P as Payment Service',
      'participant S as Stripe',
      'K->>P: POST /orders',
      'P->>S: POST /v1/charges',
      'S-->>P: charged',
    ),
    'Payment Service asks Stripe to move money',
  ],
  [
    'check-then-act',
    'an overlap, and a booking',
    `${shop}\nweb->>api: POST /reservations\napi->>db: Check for overlaps\ndb-->>api: none\napi->>db: INSERT reservation`,
    'checks what is free, then books it',
  ],
  [
    'check-then-act',
    'its own steps',
    `${shop}\nweb->>api: POST /orders\napi->>api: check stock\napi->>api: reserve stock`,
    'reads what is left',
  ],
  [
    'check-then-act',
    'the steps of a process, by all of the system',
    trace(
      'actor C as Customer',
      'participant S as System',
      'C->>S: orders',
      'S->>S: check stock',
      'S->>S: reserve stock',
    ),
  ],
  [
    'active-active-conflict',
    'two databases that replicate both ways',
    'api[Order API] -->|writes| a[(Postgres EU)]\napi -->|writes| b[(Postgres US)]\na <-->|replication| b',
    'both take writes',
  ],
  [
    'active-active-conflict',
    'an engine over its tables',
    'api[Order API] -->|writes| a[(Iceberg tables)]\napi -->|writes| b[(Trino cluster)]\na <--> b',
  ],
  [
    'active-active-conflict',
    'a directory, which settles conflicts',
    'api[Order API] -->|writes| a[(Samba DC1)]\napi -->|writes| b[(Samba DC2)]\na <-->|AD replication| b',
  ],
  [
    'unsafe-get',
    'where a provider sends the browser back to',
    'web[Browser] -->|GET /teachers/create_google_oauth?code=abc| api[School API]',
  ],
  [
    'unsafe-get',
    'a path that creates',
    'web[Browser] -->|GET /teachers/create_account| api[School API]',
    'GET /teachers/create_account',
  ],
  [
    'token-in-web-storage',
    'the first of two that are named',
    trace('participant W as Web App', 'W->>W: keep the JWT (localStorage/sessionStorage)'),
    'is kept in localStorage',
  ],
  [
    'styled-nothing',
    'a list of boxes',
    'a[API] --> b[(DB)]\nstyle a,b fill:#fff',
    'A style line takes one id',
    'Write a style line for each',
  ],
  [
    'styled-nothing',
    'a list with a name that nothing has',
    'a[API] --> b[(DB)]\nstyle a,q fill:#fff',
    'Nothing else names `a,q`',
  ],
  [
    'activation-left-open',
    'no answer that could end it',
    trace(
      'participant A as Orders',
      'participant B as Billing',
      'participant C as Shipping',
      'A->>+B: placed',
      'B->>+C: paid',
      'C->>A: shipped',
    ),
    'leave the + out',
  ],
  [
    'outcome-by-webhook-only',
    'told by an endpoint of the provider’s name',
    trace(
      'participant S as Stripe Checkout',
      'participant H as Stripe Webhook Endpoint',
      'participant F as Orders function',
      'participant D as Postgres',
      'H->>F: POST /stripe-webhook',
      'F->>D: UPDATE profiles',
      'S-->>F: ok',
    ),
    'Ask Stripe Checkout for the status',
  ],
  [
    'answered-before-stored',
    'a promise, and only then the row',
    trace(
      'participant app as Shop',
      'participant api as Order API',
      'participant db as Postgres',
      'app->>api: POST /events',
      'api-->>app: 202 Accepted',
      'api->>db: INSERT event and outbox row',
      'Note over api: relayed later',
    ),
    'that it will be done ("202 Accepted")',
    'Store it first and then answer. |',
  ],
  [
    'answered-before-stored',
    'a promise behind the row',
    trace(
      'participant app as Shop',
      'participant api as Order API',
      'participant db as Postgres',
      'app->>api: POST /events',
      'api->>db: INSERT event (verified status)',
      'api-->>app: 202 Accepted',
      'api->>db: INSERT attempts',
    ),
  ],
  [
    'literal-markup',
    'a comment behind a message',
    trace('participant a as Order API', 'participant b as Mapper', 'a->>b: map(order) %% by its type'),
    'A comment behind a text is drawn with it',
  ],
  [
    'literal-markup',
    'percent signs that are no comment',
    trace('participant a as Order API', 'participant b as Mapper', 'a->>b: LIKE %%name'),
  ],
  [
    'token-in-url',
    'a redirect with a whole JWT',
    trace(
      'participant w as Browser',
      'participant g as Auth gateway',
      'w->>g: POST /sign-in',
      'g-->>w: 302 redirect to https://app.example/callback?token=eyJhbGciOi',
    ),
    'in the URL of a redirect',
  ],
  [
    'overlapping-networks',
    'of two, the smaller moves, to where none is',
    'subgraph one["VPC A 172.16.0.0/12"]\na[Orders]\nend\nsubgraph two["VPC B 172.17.0.0/16"]\nb[Billing]\nend\na --> b',
    'such as 10.0.0.0/16',
  ],
  [
    'overlapping-networks',
    'where its block is full, in another',
    'subgraph one["VPC A 172.16.0.0/12"]\na[Orders]\nend\nsubgraph two["VPC B 172.16.0.0/12"]\nb[Billing]\nend\na --> b',
    'such as 10.0.0.0/12',
  ],
  ['retired-product', 'Kubernetes Dashboard', 'api[Order API] --> k[Kubernetes Dashboard]', 'Use Headlamp'],
  [
    'retired-product',
    'a dashboard of Grafana called like it',
    'subgraph g[Grafana Dashboards]\nk[Kubernetes Dashboard]\nend\np[Prometheus] --> k',
  ],
  [
    'gateway-bypassed',
    'a browser past the gateway of others',
    'web[Web App] --> gw[API Gateway]\ngw --> o[Order Service]\nm[Mobile App] --> o',
    'Mobile App reaches Order Service directly',
  ],
  [
    'gateway-bypassed',
    'devices, which have a way of their own',
    'web[Web App] --> gw[API Gateway]\ngw --> o[Device Service]\nm[UWB Devices] -->|raw data| o',
  ],
  [
    'disconnected-component',
    'where all of it runs, to those who ask',
    chain(12, 'ec2[AWS EC2]'),
    /^Nothing calls AWS EC2/,
  ],
  [
    'disconnected-component',
    'a service that nobody calls',
    chain(12, 'mail[Mail service]'),
    'Mail service is the only one of 13 components without an arrow',
  ],
  [
    'effect-not-undone',
    'a body that is captured is no money',
    trace(
      'participant S as Stripe',
      'participant W as Webhook Endpoint',
      'S->>W: POST /webhook',
      'W->>W: Capture raw body',
      'alt Signature invalid',
      'W-->>S: 400',
      'else valid',
      'W-->>S: 200',
      'end',
    ),
  ],
  [
    'dual-write',
    'a row, and later a job that looks for such rows',
    trace(
      'participant A as Commission API',
      'participant D as Postgres',
      'participant Q as RabbitMQ',
      'participant W as Payout worker',
      'A->>D: INSERT commission (ACCRUED)',
      'Note over A,W: Later, in the payout cycle',
      'A->>Q: Publish payout',
      'Q->>W: payout',
    ),
  ],
  [
    'dual-write',
    'a row, and a job of every day',
    trace(
      'participant A as Commission API',
      'participant D as Postgres',
      'participant Q as RabbitMQ',
      'participant W as Payout worker',
      'A->>D: INSERT commission (ACCRUED)',
      'A->>Q: Daily payout job',
      'Q->>W: payout',
    ),
  ],
  [
    'queue-in-cache',
    'a broker that is a cache as well',
    'api[Order API] --> r[("Redis<br/>Broker · Cache · Sessions")]',
    'is cache and queue ("Broker") in one',
  ],
  [
    'queue-in-cache',
    'called a cache, and used as a queue alone',
    'api[Order API] -->|Queue| r[(Redis Cache)]',
  ],
  [
    'queue-in-cache',
    'called a cache, and used as both',
    'api[Order API] -->|Queue| r[(Redis Cache)]\nweb[Web API] -->|reads| r',
    'is cache and queue ("Queue") in one',
  ],
  [
    'cache-calls-store',
    'an arrow to a database',
    'api[Order API] --> c[(Redis Cache)]\nc --> d[(PostgreSQL)]',
    'Redis calls no database',
  ],
  [
    'cache-calls-store',
    'what flows into a store of the past',
    'api[Order API] --> c[(Redis Cache)]\nc --> d[(TimescaleDB Historical Storage)]',
  ],
  [
    'lock-without-expiry',
    'told in Korean',
    trace('participant A as 잔액 서비스', 'participant R as Redis', 'A->>R: 사용자 락 획득 시도 (SETNX)'),
    'takes a lock in Redis that never expires',
  ],
  [
    'lock-without-expiry',
    'with its end in Korean',
    trace(
      'participant A as 잔액 서비스',
      'participant R as Redis',
      'A->>R: 사용자 락 획득 (SETNX, 만료 3초)',
    ),
  ],
  [
    'lock-released-unchecked',
    'told in Korean',
    trace(
      'participant A as 잔액 서비스',
      'participant R as Redis',
      'A->>R: SET lock:7 NX PX 3000',
      'A->>R: 사용자 락 해제 (DEL)',
    ),
    'deletes the lock without checking who holds it',
  ],
  [
    'dual-write',
    'to a broker of a test',
    trace(
      'participant J as Journey service',
      'participant D as Test Database',
      'participant K as Test Kafka',
      'J->>D: Save state',
      'J->>K: Publish started event',
    ),
  ],
  [
    'undeclared-node',
    'a quote that is part of the name',
    trace('participant G as Gateway', 'participant "DB@{"type":"database"}', 'G->>DB: SELECT user'),
    'The quote belongs to the name here',
    'Write DB',
  ],
  [
    'slow-in-request',
    'how long a token lives is no work',
    trace(
      'participant C as Web App',
      'participant A as Gateway',
      'participant S as Auth service',
      'C->>A: POST /login',
      'A->>S: check',
      'S->>S: Generate Refresh (7d)',
      'S-->>A: ok',
      'A-->>C: tokens',
    ),
  ],
  [
    'goes-on-after-failure',
    'a refusal, and what another request is answered',
    trace(
      'actor U as User',
      'participant F as Frontend',
      'participant A as Backend API',
      'participant D as Postgres',
      'U->>F: opens',
      'F->>A: GET /orders',
      'alt valid',
      'A->>D: SELECT orders',
      'A-->>F: orders',
      'F-->>U: shows them',
      'else expired',
      'A-->>F: 401 Token Expired',
      'F->>A: POST /auth/refresh',
      'A-->>F: access token',
      'end',
    ),
  ],
  [
    'token-in-web-storage',
    'a store of a server that is called like it',
    'api[Order API] --> s\nsubgraph d[Data & Caching Layer]\ns["Session Storage<br/>JWT validation"]\nend',
  ],
  [
    'token-in-web-storage',
    'in a browser',
    'web[Web App] --> s\nsubgraph d[Browser]\ns["Session Storage<br/>JWT"]\nend',
    'is kept in sessionStorage',
  ],
  [
    'retired-product',
    'an image of MinIO',
    'api[Order API] --> m["minio/minio:latest"]',
    'archived in April 2026',
  ],
  ['retired-product', 'MinIO or another', 'api[Order API] --> m["S3/MinIO"]'],
  [
    'headless-message',
    'of those between two',
    trace('participant U as User', 'participant A as Order API', 'U->A: order', 'A->A: check', 'A->U: done'),
    'and so does one more of 2 messages',
  ],
  [
    'arrow-drawn-twice',
    'two pairs, each written twice',
    'a[Orders API] --> b[Stock API]\na --> b\nb --> c[Mail API]\nb --> c',
    'is written twice, another one twice',
  ],
])

it('says once of one pair that it talks in clear text', () => {
  const lines = [
    'flowchart LR',
    '  web[Web Browser] -->|HTTP :80 GET state| api[Order API]',
    '  web -->|HTTP :80 POST order| api',
  ]
  expect(told(document(lines)).filter(each => each.rule === 'insecure-transport')).toHaveLength(1)
})
