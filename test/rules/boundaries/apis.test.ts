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
    'Browser asks Chat API for pages by counting ("?page=3").',
  ],
  [
    'offset-pagination',
    'told at the first of two hops',
    `web[Browser] -->|"HTTPS GET /messages?page=3"| bff[Mobile BFF]
     bff -->|"HTTP GET /messages?page=3"| api[Chat API]`,
    'Browser asks Mobile BFF for pages by counting',
  ],
  ['offset-pagination', 'a still list', `web[Browser] -->|"HTTPS GET /countries?page=3"| api[Geo API]`],
])
