// What the picture says beside a place, or how it is drawn, settles what would be said of it.

import { testRefuted, testRows } from '../rows'

const trace = (...messages: readonly string[]): string =>
  [
    'sequenceDiagram',
    'participant web as Browser',
    'participant api as Order API',
    'participant store as Redis',
    ...messages,
  ].join('\n')

const withToken = (stored: string, parameter = 'token') =>
  trace(`api->>store: ${stored}`, `web->>api: WebSocket wss://shop.example.com/?${parameter}=abc`)

const exchange = (key: string) =>
  `ex[Exchange] -->|${key}| q[[Mail queue]] --> mail[Mail service]\nex -->|error.*| dlq[[Dead letter queue]]`

const services = (store: string) =>
  ['Cart service', 'Stock service', 'Price service']
    .map((name, n) => `s${n}[${name}] -->|SQL| db[(${store})]`)
    .join('\n')

const notifying = (api: string, arrow: string) =>
  `web[Browser] -->|HTTPS| a[${api}] ${arrow} t[Twilio SMS]\na -->|publish| q[[RabbitMQ]] --> w[Stock worker]`

testRows([
  ['token-in-url', 'a token', withToken('store session'), 'Browser sends token to Order API in the URL'],
  ['token-in-url', 'a ticket of seconds', withToken('store ws_token (30s TTL)')],
  ['token-in-url', 'a ticket that goes when it is read', withToken('GETDEL token')],
  ['token-in-url', 'a token of minutes', withToken('store token (300s TTL)'), 'Browser sends token'],
  [
    'token-in-url',
    'an access token beside a ticket',
    withToken('store ws_token (30s TTL)', 'access_token'),
    'Browser sends access_token',
  ],
  [
    'token-in-web-storage',
    'in Japanese',
    trace('web->>web: トークンをローカルストレージに保存'),
    'A token is kept in localStorage',
  ],
  [
    'token-in-web-storage',
    'a Japanese session',
    trace('web->>web: JWT をセッションストレージへ'),
    'A token is kept in sessionStorage',
  ],
  ['token-in-web-storage', 'in Korean', trace('web->>web: 토큰을 로컬 스토리지에 저장'), 'localStorage'],
  [
    'token-in-web-storage',
    'in Spanish',
    trace('web->>web: guarda el token en el almacenamiento local del navegador'),
    'localStorage',
  ],
  ['token-in-web-storage', 'of a phone', trace('web->>web: guarda el token en el almacenamiento local')],
  ['token-in-web-storage', 'removed in Japanese', trace('web->>web: ローカルストレージのトークンを削除')],
  [
    'activation-left-open',
    'by a message to itself',
    trace('web->>+api: POST /orders', 'api->>+api: check', 'api-->>-web: 201'),
    'The + on this message of Order API to itself activates it once more',
    'Remove the +',
    'at "->>+"',
  ],
  [
    'activation-left-open',
    'by a message to itself that has ended, and by a second request',
    trace(
      'web->>+api: GET /a',
      'web->>+api: GET /b',
      'api->>+api: check',
      'api->>-api: ok',
      'api-->>-web: 200',
    ),
    'Order API is activated more often than deactivated',
  ],
  [
    'activation-left-open',
    'never ended at all',
    trace('web->>+api: POST /orders', 'api->>+api: check', 'api-->>web: 201'),
    'Nothing deactivates Order API after this',
  ],
  [
    'dead-letters-unread',
    'an exchange and its queues',
    exchange('file.*'),
    'Messages that failed permanently end up in Dead letter queue, and nothing reads it: their work stays undone',
  ],
  ['dead-letters-unread', 'another queue hears of everything', exchange('*.*')],
  ['dead-letters-unread', 'another queue hears of everything by #', exchange('#')],
  ['dead-letters-unread', 'another queue hears of the same', exchange('error.*')],
  [
    'shared-database',
    'some that are no services by name',
    `${services('Postgres')}\nd[Desk] -->|SQL| db`,
    'Cart service, Stock service, Price service and Desk all use Postgres',
  ],
  [
    'shared-database',
    'a report beside them',
    `${services('Postgres')}\nd[Analysis service] -->|SQL| db`,
    'Cart service, Stock service, Price service and Analysis service all use Postgres',
  ],
  ['shared-database', 'of developers', services('Postgres<br/>Development data')],
  [
    'shared-database',
    'in a frame of developers',
    `${services('Postgres').replace('db[(Postgres)]', 'db')}\nsubgraph dev [Staging]\ndb[(Postgres)]\nend`,
  ],
  [
    'shared-database',
    'with replicas that are counted',
    services('Postgres<br/>Read replicas (3)'),
    'all use Postgres',
  ],
  ['shared-database', 'of replicas', services('Postgres replicas')],
  [
    'single-point-of-failure',
    'the main one',
    'web[Browser] -->|HTTPS| a[Order API] -->|SQL| d[(Primary RDBMS)]',
  ],
  [
    'single-point-of-failure',
    'a copy of several',
    'web[Browser] -->|HTTPS| a[Order API] -->|SQL| d[(Postgres primary)]',
    'Postgres primary is named a primary',
  ],
  [
    'single-point-of-failure',
    'one on purpose',
    'web[Browser] -->|HTTPS| a[Order API] -->|SQL| d[(Postgres<br/>1 replica, naive baseline)]',
  ],
  ['undirected-arrow', 'no head', 'a[Order API] ---|HTTP| b[Stock service]', 'has no head'],
  ['undirected-arrow', 'a kind of data', 'a[Order API] ---|HTTP, PII| b[Stock service]'],
  [
    'undirected-arrow',
    'another arrow between the two',
    'a[Order API] ---|HTTP| b[Stock service]\na -->|gRPC| b',
  ],
  [
    'arrow-drawn-twice',
    'flows by their comments',
    '%% === UI-Driven Agent Call Path (Production) ===\na --> b\n%% === Direct Control Path ===\na --> b',
  ],
  [
    'arrow-drawn-twice',
    'under titles of their own',
    '%% === Ways ===\na --> b\n%% === Ways back ===\na --> b',
  ],
  [
    'arrow-drawn-twice',
    'above another title',
    'a --> b\na --> b\n%% === Ways back ===\nb --> a',
    'is written twice',
  ],
  [
    'notification-in-request',
    'a user waits',
    notifying('Order API', '-->|HTTPS|'),
    'Order API calls Twilio SMS itself while a user waits',
  ],
  ['notification-in-request', 'it holds sockets', notifying('WebSocket hub API', '-->|HTTPS|')],
  ['notification-in-request', 'a dotted arrow', notifying('Order API', '-.->|HTTPS|')],
  [
    'insecure-transport',
    'clear text',
    trace('web->>api: GET /orders (HTTP)'),
    'Browser talks to Order API in clear text, unless HTTP stands for HTTPS here',
  ],
  [
    'insecure-transport',
    'a kind of call beside others',
    trace('web->>api: GET /orders (HTTP)', 'web->>api: GET /progress (SSE)'),
  ],
  [
    'insecure-transport',
    'a library of the program that calls',
    'c[Order httpx client] -->|HTTP| s[Stock service]',
  ],
])

testRefuted([
  [
    'notification-in-request',
    'a broker brings it what to send',
    notifying('Order API', '-->|HTTPS|'),
    'q[[RabbitMQ]] --> n[Notification service]',
    true,
  ],
  [
    'notification-in-request',
    'a broker beside it',
    notifying('Order API', '-->|HTTPS|'),
    'q[[RabbitMQ]] --> n[Stock service]',
    false,
  ],
  [
    'shared-database',
    'each has one of its own',
    services('Postgres'),
    'a[User service] --> b[(User DB)]\nc[Booking service] --> d[(Bookings DB)]',
    true,
  ],
  [
    'shared-database',
    'one has one of its own',
    services('Postgres'),
    'a[User service] --> b[(User DB)]\nc[Booking service] --> d[(Postgres)]',
    false,
  ],
])
