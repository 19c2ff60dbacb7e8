// Rules about caches and loops, on and beside their limits.

import { testRows } from '../rows'

/** What a photo API asks of another for each photo, before it answers. */
const tagged = (asked: string, other: string): string => `sequenceDiagram
  participant web as Web app
  participant api as Photo API
  participant other as ${other}
  web->>api: GET /photos
  loop for each item
    api->>other: ${asked}
    other-->>api: tags
  end
  api-->>web: 200`

testRows([
  [
    'cache-stampede',
    'a store beside it',
    `api[Order service] -->|reads| cache[(Redis cache)]
     api -->|SQL| db[(Postgres)]`,
    'When an entry of Redis cache expires, every request for it goes to Postgres until the first has filled it. Popular',
    'Misses are fetched from Postgres',
  ],
  [
    'cache-stampede',
    'it takes a while',
    `api[Order service] -->|reads| cache[(Redis cache)]
     api -->|SQL| db[(Postgres)]
     db@{ p50: 80ms }`,
    'until the first has filled it, 80ms later at best.',
  ],
  ['cache-stampede', 'nothing is fetched', `api[Order service] -->|reads| cache[(Redis cache)]`],
  [
    'cache-stampede',
    'one fill for all',
    `api[Order service] -->|reads| cache[(Redis cache)]
     api -->|SQL| db[(Postgres)]
     cache@{ coalesce: true }`,
  ],
  [
    'cache-stampede',
    'a fill for each, as stated',
    `api[Order service] -->|reads| cache[(Redis cache)]
     api -->|SQL| db[(Postgres)]
     cache@{ coalesce: false }`,
    'When an entry of Redis cache expires',
  ],
  [
    'cache-stampede',
    'old answers meanwhile',
    `api[Order service] -->|reads| cache[(Redis cache)]
     api -->|SQL| db[(Postgres)]
     cache@{ staleWhileRevalidate: 30s }`,
  ],
  [
    'cache-stampede',
    'a bare Redis may hold anything',
    `api[Order service] -->|reads| cache[(Redis)]
     api -->|SQL| db[(Postgres)]`,
  ],
  [
    'cache-stampede',
    'sessions are filled by nobody',
    `api[Order service] -->|reads| cache[(Redis session cache)]
     api -->|SQL| db[(Postgres)]`,
  ],
  [
    'cache-stampede',
    'an outbox is only written',
    `api[Order service] -->|reads| cache[(Redis cache)]
     api -->|SQL| db[(Outbox table)]`,
  ],
  [
    'cache-stampede',
    'events are only written',
    `api[Order service] -->|reads| cache[(Redis cache)]
     api -->|SQL inserts| db[(Postgres)]`,
  ],
  [
    'cache-stampede',
    'a CDN in front of a service',
    `web[Browser] -->|HTTPS| cdn[Akamai CDN]
     cdn -->|HTTPS| api[Order service]`,
    'goes to Order service until',
  ],
  [
    'cache-stampede',
    'a CDN that collapses what is asked at once',
    `web[Browser] -->|HTTPS| cdn[CloudFront]
     cdn -->|HTTPS| api[Order service]`,
  ],
])

testRows([
  [
    'call-in-loop',
    'for each item',
    `api[Order service] -->|"HTTP, for each item"| stock[Stock service]`,
    'Order service calls Stock service once for each item ("HTTP, for each item"), and one slow answer',
  ],
  [
    'call-in-loop',
    'the answers add up',
    `api[Order service] -->|"HTTP, for each item, 2ms RTT"| stock[Stock service]
     stock@{ p50: 10ms }`,
    ': each adds 12ms (50 of them 600ms), and one slow answer',
  ],
  [
    'call-in-loop',
    'all at once',
    `api[Order service] -->|"HTTP, for each item, in one batch"| stock[Stock service]`,
  ],
  [
    'call-in-loop',
    'for each of several servers',
    `api[Order service] -->|"HTTP, for each shard"| stock[Stock service]`,
  ],
  [
    'call-in-loop',
    'an upload for each',
    `sequenceDiagram
       participant A as Order API
       participant M as Catalog API
       loop for each picture
         A->>M: HTTPS upload picture
       end`,
  ],
  [
    'call-in-loop',
    'a message to each, in Spanish',
    `sequenceDiagram
       participant A as Order API
       participant M as Catalog API
       loop for each picture
         A->>M: HTTPS enviar mensaje
       end`,
  ],
  [
    'call-in-loop',
    'what is posted is sent together',
    `sequenceDiagram
       participant A as Order API
       participant M as Catalog API
       loop for each picture
         A->>M: POST /pictures
       end`,
    'Send all of them in one call (a bulk endpoint)',
  ],
  [
    'call-in-loop',
    'what is asked for is fetched together',
    `sequenceDiagram
       participant A as Order API
       participant M as Catalog API
       loop for each picture
         A->>M: GET /pictures/{id}
       end`,
    'Fetch all of them in one call (a batch endpoint)',
  ],
  ['call-in-loop', 'a client', `web[Web app] -->|"HTTP, for each item"| stock[Stock service]`],
  [
    'call-in-loop',
    'nobody waits',
    `api[Order service] -->|"async HTTP, for each item"| stock[Stock service]`,
  ],
  ['call-in-loop', 'a job at night', `job[Nightly job] -->|"HTTP, for each item"| stock[Stock service]`],
  [
    'call-in-loop',
    'in a loop over items',
    `sequenceDiagram
       participant api as Order service
       participant stock as Stock service
       participant price as Price service
       loop for each order
         api->>stock: GET /stock/1
         api->>price: GET /prices/1
       end`,
    'Order service calls Stock service once for each item ("for each order")',
    'The loop',
    'so does the call to Price service',
  ],
  [
    'call-in-loop',
    'a model writes each answer',
    `sequenceDiagram
       participant web as Web app
       participant api as Order service
       participant other as LLM
       web->>api: POST /orders
       loop for each order
         api->>other: generate summary
       end
       api-->>web: 200`,
  ],
  [
    'call-in-loop',
    'a service answers each time',
    `sequenceDiagram
       participant web as Web app
       participant api as Order service
       participant other as Stock service
       web->>api: POST /orders
       loop for each order
         api->>other: generate summary
       end
       api-->>web: 200`,
    'Order service calls Stock service once for each item ("for each order")',
  ],
  [
    'call-in-loop',
    'each refund is one of its own',
    `sequenceDiagram
       participant web as Web app
       participant api as Order service
       participant other as Payment service
       web->>api: POST /orders
       loop for each order
         api->>other: RefundPayment (full)
       end
       api-->>web: 200`,
  ],
  [
    'call-in-loop',
    'of a database, a list is asked for',
    'api[Order API] -->|"SQL, one query for each order"| db[(Postgres)]',
    'Fetch all of them in one call (IN list, join), or',
  ],
  [
    'call-in-loop',
    'of a cache, several keys are asked for',
    'api[Order API] -->|get price for each item| cache[(Redis)]',
    'Fetch all of them in one call (multi-get), or',
  ],
  ['call-in-loop', 'a method of an object', tagged('tag_of(photo)', 'Tag service')],
  ['call-in-loop', 'work of its own, perhaps in the same program', tagged('find tags', 'NLP service')],
  [
    'call-in-loop',
    'work of its own over a network',
    tagged('POST /tags', 'NLP service'),
    /^(?!.*each adds)/,
    'Send all of them in one call (a bulk endpoint), or',
  ],
  [
    'call-in-loop',
    'work of its own that takes as long as stated',
    'api[Photo API] -->|"HTTP, tags for each photo"| nlp[NLP service]\nnlp@{ p50: 200ms }',
    'each adds 200ms',
  ],
  [
    'call-in-loop',
    'what is read comes at once',
    `sequenceDiagram
       participant web as Web app
       participant api as Order service
       participant other as Payment service
       web->>api: POST /orders
       loop for each order
         api->>other: GET /refunds/1
       end
       api-->>web: 200`,
    'Fetch all of them in one call (a batch endpoint), or',
  ],
  [
    'call-in-loop',
    'what is written goes at once',
    `sequenceDiagram
       participant web as Web app
       participant api as Order service
       participant other as Stock service
       web->>api: POST /orders
       loop for each order
         api->>other: update quantity
       end
       api-->>web: 200`,
    'Send all of them in one call (a bulk endpoint), or make the calls in parallel',
  ],
  [
    'call-in-loop',
    'started by itself, before anybody asks',
    `sequenceDiagram
       participant web as Web app
       participant api as Image service
       participant other as Stock service
       loop for each image
         api->>other: GET /stock/1
       end
       web->>api: GET /images
       api-->>web: images`,
  ],
  [
    'call-in-loop',
    'started by who waits for it',
    `sequenceDiagram
       participant web as Web app
       participant api as Image service
       participant other as Stock service
       web->>api: GET /images
       loop for each image
         api->>other: GET /stock/1
       end
       api-->>web: images`,
    'Image service calls Stock service once for each item ("for each image")',
  ],
  [
    'call-in-loop',
    'in a loop over time',
    `sequenceDiagram
       participant api as Order service
       participant stock as Stock service
       loop every minute
         api->>stock: GET /stock/1
       end`,
  ],
  [
    'call-in-loop',
    'somebody picks one after the other',
    `sequenceDiagram
       participant web as Browser
       participant api as Order service
       participant stock as Stock service
       loop for each order
         web->>api: GET /orders/1
         api->>stock: GET /stock/1
       end`,
  ],
  [
    'call-in-loop',
    'five rounds at most',
    `sequenceDiagram
  Order service->>Order service: list candidates
  loop for each candidate (up to 5)
    Order service->>Stock service: HTTP GET /stock/1
  end`,
  ],
  [
    'call-in-loop',
    'six rounds at most',
    `sequenceDiagram
  Order service->>Order service: list candidates
  loop for each candidate (up to 6)
    Order service->>Stock service: HTTP GET /stock/1
  end`,
    'once for each item',
  ],
])
