// Rules of the category apis on and beside their limits.

import { testRows } from '../rows'

testRows([
  [
    'graphql-unbounded',
    'strangers ask what they like',
    `web[Browser] -->|GraphQL| api[GraphQL server]`,
    'GraphQL server answers GraphQL from Browser and states no limit.',
    'Browser sends the queries',
    'State depthLimit: 10',
  ],
  ['graphql-unbounded', 'another server asks', `orders[Order service] -->|GraphQL| api[GraphQL server]`],
  [
    'graphql-unbounded',
    'the depth is limited',
    `web[Browser] -->|GraphQL| api[GraphQL server]\n     api@{ depthLimit: 10 }`,
  ],
  [
    'graphql-unbounded',
    'the cost is limited',
    `web[Browser] -->|GraphQL| api[GraphQL server]\n     api@{ costLimit: 1000 }`,
  ],
  [
    'graphql-unbounded',
    'only registered queries',
    `web[Browser] -->|GraphQL| api[GraphQL server]\n     api@{ persistedQueries: true }`,
  ],
  [
    'graphql-unbounded',
    'any query, as stated',
    `web[Browser] -->|GraphQL| api[GraphQL server]\n     api@{ persistedQueries: false }`,
    'states no limit',
  ],
  [
    'graphql-unbounded',
    'partners only',
    `web[Browser] -->|GraphQL| api[GraphQL server]\n     api@{ audience: partner }`,
  ],
  [
    'graphql-unbounded',
    'for ourselves only',
    `web[Browser] -->|GraphQL| api[GraphQL server]\n     api@{ audience: internal }`,
  ],
  [
    'graphql-unbounded',
    'open to the public, as stated',
    `web[Browser] -->|GraphQL| api[GraphQL server]\n     api@{ audience: public }`,
    'states no limit',
  ],
  [
    'graphql-unbounded',
    'the arrow says so',
    `web[Browser] -->|"GraphQL, persisted queries"| api[GraphQL server]`,
  ],
  [
    'graphql-unbounded',
    'said once of one server',
    `web[Browser] -->|GraphQL| api[GraphQL server]
     app[Mobile app] -->|GraphQL| api`,
    'GraphQL server answers GraphQL from Browser',
  ],
  [
    'graphql-n-plus-one',
    'a store without batches',
    `web[Web app] -->|GraphQL| api[GraphQL server]
     api -->|SQL| db[(Postgres)]`,
    'Postgres',
    'State that GraphQL server loads in batches',
  ],
  [
    'graphql-n-plus-one',
    'it loads in batches',
    `web[Web app] -->|GraphQL| api[GraphQL server]
     api -->|SQL| db[(Postgres)]
     api@{ batching: true }`,
  ],
  [
    'graphql-n-plus-one',
    'it does not, as stated, whatever it is called',
    `web[Web app] -->|GraphQL| api[GraphQL server with DataLoader]
     api -->|SQL| db[(Postgres)]
     api@{ batching: false }`,
    'Postgres',
  ],
  [
    'graphql-n-plus-one',
    'the arrow names a join',
    `web[Web app] -->|GraphQL| api[GraphQL server]
     api -->|SQL with joins| db[(Postgres)]`,
  ],
  [
    'graphql-n-plus-one',
    'a service is asked',
    `web[Web app] -->|GraphQL| api[GraphQL server]
     api -->|HTTP| orders[Order service]`,
  ],
])

testRows([
  [
    'browser-grpc',
    'a browser speaks it',
    `web[Browser] -->|gRPC| api[Order service]`,
    'Browser',
    'Use gRPC-Web | Use Connect',
  ],
  ['browser-grpc', 'an app can', `app[Mobile app] -->|gRPC| api[Order service]`],
  ['browser-grpc', 'gRPC-Web', `web[Browser] -->|gRPC-Web| api[Order service]`],
  ['browser-grpc', 'Envoy translates', `web[Browser] -->|gRPC| edge[Envoy]`],
  ['browser-grpc', 'the box says that it translates', `web[Browser] -->|gRPC| edge[Transcoding proxy]`],
  [
    'public-grpc',
    'a third party calls',
    `other[Third-party developers] -->|gRPC| api[Order API]`,
    'Third-party developers',
  ],
  [
    'public-grpc',
    'a client calls what is for the public',
    `web[Mobile app] -->|gRPC| api[Public API]`,
    'Public API',
  ],
  ['public-grpc', 'a client calls its own server', `web[Mobile app] -->|gRPC| api[Order API]`],
  [
    'public-grpc',
    'its own server is for the public, as stated',
    `web[Mobile app] -->|gRPC| api[Order API]\n     api@{ audience: public }`,
    'Order API',
  ],
  [
    'public-grpc',
    'partners agreed to it',
    `other[Third-party developers] -->|gRPC| api[Order API]\n     api@{ audience: partner }`,
  ],
  ['public-grpc', 'with an SDK', `other[Third-party developers] -->|gRPC with our SDK| api[Order API]`],
  ['public-grpc', 'HTTP is for everybody', `other[Third-party developers] -->|HTTPS| api[Order API]`],
])

const throughMapper = (asked: string) => `sequenceDiagram
       participant W as Web app
       participant A as Order API
       participant O as Prisma
       participant D as PostgreSQL
       W->>A: GET /orders/{id}
       A->>O: ${asked}
       O->>D: SELECT * FROM orders`

testRows([
  [
    'unbounded-list',
    'all rows of a table',
    `api[Order service] -->|SQL: get all orders| db[(Postgres)]`,
    'Order service asks Postgres for the whole list ("get all orders").',
    'the table no longer fits into memory',
  ],
  [
    'unbounded-list',
    'all of a service',
    `web[Web app] -->|"HTTPS, fetch all messages"| api[Chat service]`,
    'Web app asks Chat service for the whole list ("fetch all messages").',
    'the answer no longer fits into a timeout',
  ],
  [
    'unbounded-list',
    'a whole table by name',
    `api[Order service] -->|SELECT * FROM shop.orders| db[(Postgres)]`,
    '("SELECT * FROM shop.orders")',
  ],
  ['unbounded-list', 'a mapper that was asked for one', throughMapper('findUnique(orderId)')],
  [
    'unbounded-list',
    'a mapper that was asked for many',
    throughMapper('findMany()'),
    'for the whole list ("SELECT * FROM orders")',
  ],
  ['unbounded-list', 'with a limit', `api[Order service] -->|SELECT * FROM orders LIMIT 10| db[(Postgres)]`],
  ['unbounded-list', 'a page of it', `api[Order service] -->|"SQL: get all orders, paged"| db[(Postgres)]`],
  ['unbounded-list', 'a few that stay few', `api[Order service] -->|SQL: get all countries| db[(Postgres)]`],
  [
    'unbounded-list',
    'in an answer',
    `api[Order service] -->|SQL| db[(Postgres)]
     db -.->|get all orders| api`,
  ],
  [
    'unbounded-list',
    'a job at night goes through all of them',
    `job[Nightly cron job] -->|SQL: get all orders| db[(Postgres)]`,
  ],
])

testRows([
  [
    'verb-in-path',
    'a path that names what is done',
    `web[Web app] -->|POST /createOrder| api[Order API]`,
    '/createOrder says "create", which is the job of the method.',
    'Write POST /orders',
  ],
  ['verb-in-path', 'a path that names a thing', `web[Web app] -->|POST /orders| api[Order API]`],
  [
    'verb-in-path',
    'a GET that changes something is worse',
    `web[Web app] -->|GET /createOrder| api[Order API]`,
  ],
  ['verb-in-path', 'an interface of others', `api[Order service] -->|POST /createCharge| psp[Stripe]`],
  [
    'verb-in-path',
    'calling procedures is the style of SOAP',
    `web[Web app] -->|SOAP POST /createOrder| api[Order API]`,
  ],
  ['verb-in-path', 'a script is no resource', `web[Web app] -->|POST /createOrder.php| api[Order API]`],
  ['verb-in-path', 'a path alone may be a command', `web[Web app] -->|/createOrder| api[Order API]`],
  [
    'verb-in-path',
    'a PATCH stays one',
    `web[Web app] -->|PATCH /updateOrder| api[Order API]`,
    'Write PATCH /orders/:id',
  ],
  [
    'verb-in-path',
    'a PUT stays one',
    `web[Web app] -->|PUT /updateOrder| api[Order API]`,
    'Write PUT /orders/:id',
  ],
])

testRows([
  [
    'short-polling',
    'below the limit',
    `web[Browser] -->|"HTTPS GET /status, poll every 2s"| api[Order API]
     %% web->api@{ interval: 2s }`,
    'Browser',
  ],
  [
    'short-polling',
    'a report is not a question',
    `web[Browser] -->|"HTTPS GET /location report"| api[Order API]
     %% web->api@{ interval: 2s }`,
  ],
  [
    'short-polling',
    'a write is not a question',
    `web[Browser] -->|"HTTPS POST /status poll"| api[Order API]
     %% web->api@{ interval: 2s }`,
  ],
  [
    'short-polling',
    'services may',
    `api[Order API] -->|"HTTP GET /status poll"| pay[Payment service]
     %% api->pay@{ interval: 2s }`,
  ],
  [
    'unversioned-api',
    'an audience that is stated',
    `web[Browser] -->|"HTTPS GET /api/orders"| api[Order API]
     api@{ audience: public }`,
    'Browser calls /api/orders of Order API, and no version is stated.',
    'Write /api/v1/orders',
  ],
  [
    'unversioned-api',
    'without a common prefix',
    `web[Browser] -->|"HTTPS GET /orders"| api[Order API]
     api@{ audience: public }`,
    'Write /v1/orders',
  ],
  [
    'unversioned-api',
    'for insiders',
    `stripe[Stripe] -->|"HTTPS POST /orders"| api[Order API]
     api@{ audience: internal }`,
  ],
  [
    'unversioned-api',
    'a version in the path',
    `web[Browser] -->|"HTTPS GET /v2/orders"| api[Order API]
     api@{ audience: public }`,
  ],
  [
    'offset-pagination',
    'rows that come in meanwhile',
    `web[Browser] -->|"HTTPS GET /messages?page=3"| api[Chat API]`,
    'Browser requests pages of Chat API by number ("?page=3").',
  ],
  [
    'offset-pagination',
    'told at the first of two hops',
    `web[Browser] -->|"HTTPS GET /messages?page=3"| bff[Mobile BFF]
     bff -->|"HTTP GET /messages?page=3"| api[Chat API]`,
    'Browser requests pages of Mobile BFF by number',
  ],
  ['offset-pagination', 'a still list', `web[Browser] -->|"HTTPS GET /countries?page=3"| api[Geo API]`],
])

testRows([
  ['browser-grpc', 'JSON-RPC as well', 'web[Browser] -->|gRPC or JSON-RPC| api[Order API]'],
  [
    'public-grpc',
    'strangers by name, but for ourselves as stated',
    'other[Third-party developers] -->|gRPC| api[Order API]\napi@{ audience: internal }',
  ],
  [
    'graphql-unbounded',
    'the gateway in front of it limits the cost',
    'web[Browser] -->|GraphQL| gw[API gateway with query cost limit] -->|GraphQL| api[GraphQL server]',
  ],
  [
    'graphql-unbounded',
    'a gateway that limits nothing',
    'web[Browser] -->|GraphQL| gw[API gateway] -->|GraphQL| api[GraphQL server]',
    'GraphQL server answers GraphQL from Browser',
    'at "GraphQL server"',
  ],
  [
    'offset-pagination',
    'a message is no request for a page',
    'api[Chat API] -->|"publish ?offset=20"| q[[Kafka]]',
  ],
  [
    'offset-pagination',
    'the same list from two clients',
    'web[Browser] -->|"GET /messages?page=2"| api[Chat API]\napp[Mobile app] -->|"GET /messages?page=3"| api',
    'Browser requests pages of Chat API',
    'at "?page=2"',
  ],
  [
    'offset-pagination',
    'two lists of one server, one without pages',
    'web[Browser] -->|"GET /messages?after=2"| api[Chat API]\nweb -->|"GET /events?page=3"| api',
    '("?page=3")',
  ],
  [
    'unbounded-list',
    'a message is no request',
    'api[Order service] -->|"publish: get all orders"| q[[Kafka]]',
  ],
  [
    'unbounded-list',
    'clients ask while a job reads the same at night',
    `web[Web app] -->|HTTPS| api[Order API] -->|"SQL: get all orders"| db[(Postgres)]
     job[Nightly cron job] -->|SQL| db`,
    'Order API asks Postgres for the whole list',
  ],
  [
    'unversioned-api',
    'a third party calls a group',
    `stripe[Stripe]
     subgraph shop [Shop]
     api[Order API]
     end
     stripe -->|"POST /orders"| shop`,
    'Stripe calls /orders of Shop',
  ],
  ['unversioned-api', 'a third party calls without a path', 'stripe[Stripe] -->|HTTPS| api[Order API]'],
  [
    'verb-in-path',
    'a group is ours',
    `web[Web app]
     subgraph shop [Shop]
     api[Orders]
     end
     web -->|POST /createOrder| shop`,
    'Write POST /orders',
  ],
  [
    'verb-in-path',
    'named by what it is built with',
    'web[Web app] -->|POST /createOrder| shop[Django]',
    'Write POST /orders',
  ],
  [
    'verb-in-path',
    'nothing tells whose it is',
    'web[Web app] -->|POST /createInvoice| suite[Backoffice suite]',
  ],
  [
    'verb-in-path',
    'it stores data, and sends mail',
    `web[Web app] -->|POST /createInvoice| suite[Backoffice suite]
     suite -->|SQL| db[(Postgres)]
     suite -->|HTTP| mail[Mail service]`,
    'Write POST /invoices',
  ],
  [
    'verb-in-path',
    'without a method',
    'web[Web app] -->|HTTPS /createOrder| api[Order API]',
    'Write POST /orders',
    'at "/createOrder"',
  ],
])

const polled = (...steps: string[]) => `sequenceDiagram
participant app as iOS app
participant api as Order API
${steps.join('\n')}`

testRows([
  ['short-polling', 'at the limit', 'app[iOS app] -->|"polls every 30s"| api[Order API]'],
  [
    'short-polling',
    'just below the limit',
    'app[iOS app] -->|"polls every 29s"| api[Order API]',
    'every 29s, whether there is news or not. Each 1,000 clients make 34 requests per second',
    'news is 14.5s old on average',
    'Use server-sent events | Use long polling | on request | at "polls"',
  ],
  [
    'short-polling',
    'an interval in brackets, half a second',
    'app[iOS app] -->|"poll (500ms)"| api[Order API]',
    'every 500ms',
    'news is 250ms old',
    'Use server-sent events | Use long polling',
  ],
  [
    'short-polling',
    'an interval that is stated',
    'app[iOS app] -->|"GET /status"| api[Order API]\n%% app->api@{ interval: 4s }',
    'every 4s',
    'at "interval: 4s"',
  ],
  ['short-polling', 'a store', 'app[iOS app] -->|"polls every 5s"| db[(Postgres)]'],
  ['short-polling', 'a broker', 'app[iOS app] -->|"polls every 5s"| q[[Kafka]]'],
  ['short-polling', 'a CDN', 'app[iOS app] -->|"polls every 5s"| cdn[CloudFront CDN]'],
  ['short-polling', 'a server of others', 'app[iOS app] -->|"polls every 5s"| other[Stripe]'],
  [
    'short-polling',
    'pushed, and checked now and then',
    'app[iOS app] -->|"WebSocket, HTTP: check status every 5s"| api[Order API]',
  ],
  [
    'short-polling',
    'the second call of a loop',
    polled('loop 5s interval', 'app->>api: POST /jobs', 'api-->>app: 202', 'app->>api: check status', 'end'),
    'iOS app asks Order API every 5s',
    'at "check status"',
  ],
  [
    'short-polling',
    'the second call of a loop in milliseconds',
    polled(
      'loop poll at 500ms',
      'app->>api: POST /jobs',
      'api-->>app: 202',
      'app->>api: check status',
      'end',
    ),
    'iOS app asks Order API every 500ms',
  ],
  [
    'short-polling',
    'in a branch inside of a loop',
    polled(
      'loop every 5s',
      'app->>api: POST /jobs',
      'alt still pending',
      'app->>api: check status',
      'end',
      'end',
    ),
    'iOS app asks Order API every 5s',
  ],
  [
    'short-polling',
    'the first call of a loop, which no label mends',
    polled('loop every 5s', 'app->>api: check status', 'api-->>app: 200', 'end'),
    /late|old on average\. Let Order API push: write SSE, or long polling if streams are blocked\. \| at "check status"$/,
  ],
  [
    'short-polling',
    'after the loop',
    polled('loop every 5s', 'app->>api: POST /jobs', 'end', 'app->>api: fetch result'),
  ],
])

const hook = (...steps: string[]) => `sequenceDiagram
participant psp as Stripe
participant api as Order API
participant price as Price service
participant db as Postgres
${steps.join('\n')}`
const questions = (count: number) =>
  Array.from({ length: count }, (_, n) => `api->>price: price of item ${n}`)

testRows([
  [
    'webhook-unverified',
    'stored before it is answered',
    hook('psp->>api: webhook payment succeeded', 'api->>db: UPDATE orders', 'api-->>psp: 200'),
    'Order API acts on a webhook',
    'Stored on its word here',
    'at "webhook payment succeeded"',
  ],
  [
    'webhook-unverified',
    'never answered',
    hook('psp->>api: IPN payment completed', 'api->>db: UPDATE orders'),
    'Order API acts on a webhook',
  ],
  [
    'webhook-unverified',
    'a callback',
    hook('psp->>api: payment callback', 'api->>db: UPDATE orders', 'api-->>psp: 200'),
    'Order API acts on a webhook',
  ],
  [
    'webhook-unverified',
    'stored after it was answered',
    hook('psp->>api: webhook payment succeeded', 'api-->>psp: 200', 'api->>db: UPDATE orders'),
  ],
  [
    'webhook-unverified',
    'only read',
    hook(
      'psp->>api: webhook payment succeeded',
      'api->>db: SELECT order',
      'db-->>api: order inserted in May',
    ),
  ],
  [
    'webhook-unverified',
    'ours calls theirs',
    hook('api->>psp: webhook registration', 'api->>db: UPDATE orders'),
  ],
  [
    'webhook-unverified',
    'the nineteenth message after it',
    hook('psp->>api: webhook payment succeeded', ...questions(18), 'api->>db: UPDATE orders'),
    'Order API acts on a webhook',
  ],
  [
    'webhook-unverified',
    'the twentieth message after it',
    hook('psp->>api: webhook payment succeeded', ...questions(19), 'api->>db: UPDATE orders'),
  ],
  [
    'webhook-unverified',
    'a flowchart says nothing of the order',
    'psp[Stripe] -->|webhook| api[Order API] -->|"SQL: insert payment"| db[(Postgres)]',
  ],
])
