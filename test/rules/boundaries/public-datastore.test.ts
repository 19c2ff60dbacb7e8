// Stores within reach of strangers, requests that change things, and orders of retries, on and beside their limits.

import { testRows } from '../rows'

testRows([
  [
    'public-datastore',
    'a browser asks a database',
    `web[Browser] -->|SQL| db[(Postgres)]`,
    'Browser reaches Postgres directly.',
    'Browser → API → Postgres.',
  ],
  ['public-datastore', 'a service asks it', `api[Order service] -->|SQL| db[(Postgres)]`],
  ['public-datastore', 'made for clients', `web[Browser] -->|HTTPS| db[(Firestore)]`],
  ['public-datastore', 'where the app is hosted', `web[Browser] -->|HTTPS| app[AWS Amplify]`],
  ['public-datastore', 'on the device', `web[Browser] -->|SQL| db[(Local database)]`],
  ['public-datastore', 'staff', `web[Admin browser] -->|SQL| db[(Postgres)]`],
  ['public-datastore', 'what answers a path is a service', `web[Browser] -->|GET /orders| db[(Postgres)]`],
  ['public-datastore', 'GraphQL is served', `web[Browser] -->|GraphQL| db[(Postgres)]`],
  ['public-datastore', 'by a signed link', `web[Browser] -->|pre-signed SQL| db[(Postgres)]`],
  [
    'public-datastore',
    'in one frame with it',
    `subgraph app[App]
       web[Browser] -->|SQL| db[(Postgres)]
     end`,
  ],
  [
    'public-datastore',
    'in two frames',
    `subgraph app[App]
       web[Browser]
     end
     subgraph data[Data]
       db[(Postgres)]
     end
     web -->|SQL| db`,
    'Browser reaches Postgres directly.',
  ],
  [
    'public-datastore',
    'public, as stated',
    `api[Order service] -->|SQL| db[(Postgres)]
     db@{ public: true }`,
    'Postgres is stated to be public: the internet can reach it',
    'that only Order service can reach.',
  ],
  [
    'public-datastore',
    'in a public network, and not public, as stated',
    `subgraph net[Public subnet]
       db[(Postgres)]
     end
     db@{ public: false }`,
  ],
  [
    'public-datastore',
    'in a public network',
    `subgraph net[Public subnet]
       db[(Postgres)]
     end`,
    'Postgres is in Public subnet: the internet can reach it',
    'Public subnet is open to the internet',
    'that only its service can reach.',
  ],
  [
    'public-datastore',
    'in a private network of a public one',
    `subgraph net[Public network]
       subgraph own[Private subnet]
         db[(Postgres)]
       end
     end`,
  ],
  [
    'public-datastore',
    'in a frame of a public network',
    `subgraph net[Public network]
       subgraph own[Cluster]
         db[(Postgres)]
       end
     end`,
    'Postgres is in Public network',
  ],
  [
    'public-datastore',
    'on the internet, as stated',
    `db[(Postgres)]
     db@{ network: public }`,
    'Postgres is stated to be public',
  ],
  [
    'public-datastore',
    'in a private network, as stated',
    `subgraph net[Public subnet]
       db[(Postgres)]
     end
     db@{ network: private }`,
  ],
])

testRows([
  [
    'unsafe-get',
    'a verb and a noun',
    `web[Web app] -->|GET /deleteUser| api[Order API]`,
    'GET /deleteUser makes Order API delete something.',
    'Write DELETE.',
    'Make it a DELETE',
  ],
  [
    'unsafe-get',
    'a verb at the end',
    `web[Web app] -->|GET /orders/1/cancel| api[Order API]`,
    'GET /orders/1/cancel makes Order API cancel something.',
    'Make it a POST',
  ],
  ['unsafe-get', 'a verb alone is a page', `web[Web app] -->|GET /cancel| api[Order API]`],
  ['unsafe-get', 'a thing', `web[Web app] -->|GET /orders/1| api[Order API]`],
  ['unsafe-get', 'a POST may', `web[Web app] -->|POST /deleteUser| api[Order API]`],
  ['unsafe-get', 'a HEAD may not', `web[Web app] -->|HEAD /deleteUser| api[Order API]`, 'Make it a DELETE'],
  ['unsafe-get', 'only what is asked for', `web[Web app] -->|GET /orders?next=/deleteUser| api[Order API]`],
  [
    'resilience-order',
    'retries and a breaker',
    `api[Order service] -->|"HTTP, 3 attempts, circuit breaker"| b[Stock service]`,
    'Order service has retries and a circuit breaker around Stock service, in no stated order.',
    'an inner one counts each of 3 attempts',
    'Breaker outside: it counts requests | Retry outside: the breaker counts attempts',
  ],
  [
    'resilience-order',
    'one attempt',
    `api[Order service] -->|"HTTP, 1 attempt, circuit breaker"| b[Stock service]`,
  ],
  ['resilience-order', 'no breaker', `api[Order service] -->|"HTTP, 3 attempts"| b[Stock service]`],
  [
    'resilience-order',
    'no breaker, as stated',
    `api[Order service] -->|HTTP| b[Stock service]
     %% api->b@{ attempts: 3, breaker: false }`,
  ],
  [
    'resilience-order',
    'in an order',
    `api[Order service] -->|HTTP| b[Stock service]
     %% api->b@{ attempts: 3, breaker: true, stack: [breaker, retry, timeout] }`,
  ],
])
