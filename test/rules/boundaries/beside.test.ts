// What stands right beside a place answers what would be said of it.

import { testRows } from '../rows'

const trace = (...messages: readonly string[]): string =>
  [
    'sequenceDiagram',
    'participant web as Browser',
    'participant api as Order API',
    'participant bank as Payment service',
    'participant db as PostgreSQL',
    ...messages,
  ].join('\n')

const retried = (answer: string) =>
  trace('api->>bank: HTTP POST /payments, retries: 3', `bank->>bank: ${answer}`, 'bank-->>api: 200')

const kept = (words: string) => trace(`web->>web: ${words}`)

const held = (handler: string) =>
  [
    'sequenceDiagram',
    'participant web as Browser',
    'participant api as Order API',
    `participant q as ${handler}`,
    'participant w as Stock service',
    'web->>api: POST /orders',
    'api->>q: publish OrderPlaced',
    'q->>w: OrderPlaced',
    'w->>q: publish StockReserved',
    'q->>api: StockReserved',
    'api-->>web: 201',
  ].join('\n')

const during = (callee: string) =>
  [
    'sequenceDiagram',
    'participant api as Order service',
    `participant other as ${callee}`,
    'participant db as PostgreSQL',
    'api->>db: BEGIN',
    'api->>other: POST /reserve',
    'api->>db: COMMIT',
  ].join('\n')

const twice = (second: string) =>
  [
    'sequenceDiagram',
    'participant q as RabbitMQ',
    'participant w as Mail worker',
    'participant pay as Stripe',
    'par one',
    'q->>w: deliver OrderPlaced',
    'w->>pay: POST /charges',
    'and another',
    'q->>w: deliver OrderPlaced',
    `w->>pay: ${second}`,
    'end',
  ].join('\n')

const chain = (figures = '') =>
  `${['a', 'b', 'c', 'd', 'e'].map(id => `${id}[Service ${id.toUpperCase()} service]`).join('\n')}
web[Browser] -->|HTTPS| a
a -->|gRPC| b
b -->|gRPC| c
c -->|gRPC| d
d -->|gRPC| e
${figures}`

testRows([
  [
    'consumer-not-idempotent',
    'the same deed in two branches',
    twice('POST /charges'),
    'does "POST /charges"',
  ],
  ['deep-call-chain', 'of times that nobody states', chain(), 'Each adds its own time'],
  [
    'deep-call-chain',
    'of stated times',
    chain('%% b@{ p50: 10ms }\n%% c@{ p50: 20ms }'),
    'The times that are stated add up to 30ms',
  ],
  [
    'goes-on-after-failure',
    'an answer about an order that is OK',
    trace('api->>bank: HTTP POST /payments', 'bank-->>api: ok order, no error', 'api-->>web: paid'),
  ],
  ['retry-not-idempotent', 'nothing said', retried('store payment'), 'does the work a second time'],
  ['retry-not-idempotent', 'a repetition is known', retried('Idempotent: a replay changes nothing')],
  [
    'token-in-web-storage',
    'a token',
    kept('store the JWT in localStorage'),
    'A token is kept in localStorage',
    'once per document',
  ],
  [
    'token-in-web-storage',
    'the key of a request',
    kept('POST with Bearer JWT, Idempotency-Key from localStorage'),
  ],
  [
    'private-address-from-outside',
    'an image is pulled from inside',
    'ghcr[GitHub] -->|docker pull to 127.0.0.1:5000| api[Order API]',
  ],
  [
    'answer-after-events',
    'through a broker',
    held('Kafka'),
    'Browser waits until events have gone through Kafka',
  ],
  ['answer-after-events', 'through a class of the same program', held('OrderEventHandler')],
  [
    'call-in-transaction',
    'another program',
    during('Stock service'),
    'Order service calls Stock service inside a transaction',
    'once per document',
  ],
  ['call-in-transaction', 'a table of the same database', during('Saga state')],
  [
    'undirected-arrow',
    'a list of topics by its title',
    'subgraph l [Kafka topics]\nt[orders.placed]\nend\nk[Kafka] --- l\napi[Order API] -->|HTTP| s[Stock service]',
  ],
  [
    'undirected-arrow',
    'a list of topics',
    'k[Kafka] --- t[Topics]\napi[Order API] -->|HTTP| s[Stock service]',
  ],
])
