// Rows on sockets, streams and what crosses them: the same picture with and without what a rule asks for.

import { testRows } from '../rows'

const web = 'web[Browser]'

testRows([
  [
    'sse-two-way',
    'the client sends over it',
    `${web} -->|SSE, sends messages| api[Chat service]`,
    'sends to Chat service',
  ],
  ['sse-two-way', 'the client only listens', `${web} -->|SSE, receives messages| api[Chat service]`],
  ['sse-two-way', 'a server sends to another', `w[Mail service] -->|SSE, sends messages| api[Chat service]`],
  [
    'sse-two-way',
    'another request is there to send',
    `${web} -->|SSE, sends messages| api[Chat service]\nweb -->|POST /messages| api`,
  ],
  [
    'sse-two-way',
    'another request, to somebody else',
    `${web} -->|SSE, sends messages| api[Chat service]\nweb -->|POST /messages| other[Mail service]`,
    'sends to Chat service',
  ],
  [
    'sse-two-way',
    'a second stream is no way to send',
    `${web} -->|SSE, sends messages| api[Chat service]\nweb -->|SSE| api`,
    'sends to Chat service',
  ],

  [
    'sse-without-replay',
    'from what keeps nothing',
    `${web} -->|SSE order events| api[Order service]`,
    'Order service',
  ],
  [
    'sse-without-replay',
    'from what has a store',
    `${web} -->|SSE order events| api[Order service]\napi -->|SQL| db[(Postgres)]`,
  ],
  ['sse-without-replay', 'only the newest counts', `${web} -->|SSE prices| api[Order service]`],
  [
    'sse-without-replay',
    'the state can be asked for',
    `${web} -->|SSE order events| api[Order service]\nweb -->|GET /orders| api`,
  ],
  [
    'sse-without-replay',
    'of another the state can be asked for',
    `${web} -->|SSE order events| api[Order service]\nweb -->|GET /orders| b[Stock service]`,
    'Order service',
  ],
  [
    'sse-without-replay',
    'nothing can be asked for, only changed',
    `${web} -->|SSE order events| api[Order service]\nweb -->|POST /orders| api`,
    'Order service',
  ],
  ['sse-without-replay', 'a service listens', 'w[Mail service] -->|SSE order events| api[Order service]'],

  [
    'websocket-one-way',
    'a server pushes',
    `${web} -->|WebSocket live updates| api[Order service]`,
    'WebSocket',
  ],
  ['websocket-one-way', 'people chat', `${web} -->|WebSocket chat| api[Order service]`],
  ['websocket-one-way', 'both ways', `${web} <-->|WebSocket live updates| api[Order service]`],
  [
    'websocket-one-way',
    'the client talks back',
    `${web} -->|WebSocket live updates| api[Order service]\nweb -->|marks as read| api`,
  ],
  [
    'websocket-one-way',
    'the client talks to another',
    `${web} -->|WebSocket live updates| api[Order service]\nweb -->|marks as read| b[Mail service]`,
    'WebSocket',
  ],
  [
    'websocket-one-way',
    'the client talks by HTTP',
    `${web} -->|WebSocket live updates| api[Order service]\nweb -->|POST /read| api`,
    'WebSocket',
  ],
  ['websocket-one-way', 'between servers', 'w[Mail service] -->|WebSocket live updates| api[Order service]'],

  [
    'websocket-behind-l7',
    'nothing lets it through',
    `${web} -->|WebSocket| p[nginx proxy]\np -->|HTTP| api[Chat service]`,
    'nginx proxy',
  ],
  [
    'websocket-behind-l7',
    'it is let through',
    `${web} -->|WebSocket| p[nginx proxy]\np -->|HTTP| api[Chat service]\n%% p@{ upgrade: true }`,
  ],
  [
    'websocket-behind-l7',
    'by a balancer that does so by itself',
    `${web} -->|WebSocket| p[AWS ALB]\np -->|HTTP| api[Chat service]`,
  ],
  [
    'websocket-behind-l7',
    'by a layer-4 balancer',
    `${web} -->|WebSocket| p[AWS NLB]\np -->|TCP| api[Chat service]`,
  ],
  ['websocket-behind-l7', 'it ends there', `${web} -->|WebSocket| p[nginx proxy]`],
  [
    'websocket-behind-l7',
    'only what leaves it says so',
    `${web} -->|HTTPS| p[nginx proxy]\np -->|WebSocket| api[Chat service]`,
    'nginx proxy',
  ],
  ['websocket-behind-l7', 'no socket', `${web} -->|HTTPS| p[nginx proxy]\np -->|HTTP| api[Chat service]`],

  ['webrtc-without-signaling', 'two browsers', 'a[Browser A] <-->|WebRTC| b[Browser B]', 'talk WebRTC'],
  ['webrtc-without-signaling', 'a media server', 'a[Alice] <-->|WebRTC| b[Media server]'],
  [
    'webrtc-without-signaling',
    'both reach a server',
    'a[Alice] <-->|WebRTC| b[Bob]\na -->|WebSocket| s[Chat service]\nb -->|WebSocket| s',
  ],
  [
    'webrtc-without-signaling',
    'each reaches a server of its own',
    'a[Alice] <-->|WebRTC| b[Bob]\na -->|WebSocket| s[Chat service]\nb -->|WebSocket| t[Mail service]',
    'talk WebRTC',
  ],

  ['public-datastore', 'a page asks a database', `${web} -->|SQL| db[(Postgres)]`, 'Postgres'],
  ['public-datastore', 'people who run it', 'web[Admin browser] -->|SQL| db[(Postgres)]'],
  ['public-datastore', 'what is called a store but answers paths', `${web} -->|POST /orders| db[(Orders)]`],
  ['public-datastore', 'by a signed link', `${web} -->|presigned PUT| db[(S3 bucket)]`],

  [
    'sensitive-data-crosses',
    'in the clear, as stated',
    'api[Order service] -->|card data| pay[Payment service]\n%% api->pay@{ tls: none }',
    'card data',
    'Write tls: 1.3',
  ],
  [
    'sensitive-data-crosses',
    'in the clear, in words',
    'api[Order service] -->|patient records, plaintext| b[Report service]',
    'health data',
  ],
  [
    'sensitive-data-crosses',
    'over http://',
    'api[Order service] -->|passport scans by http://| b[Report service]',
    'identity data',
    'Write https://',
  ],
  [
    'sensitive-data-crosses',
    'by HTTP, where others say nothing',
    'api[Order service] -->|card data, HTTP| b[Report service]',
  ],
  [
    'sensitive-data-crosses',
    'by HTTP, where others say HTTPS',
    'web[Browser] -->|HTTPS| api[Order service]\napi -->|card data, HTTP| b[Report service]',
    'Write HTTPS',
  ],
  [
    'sensitive-data-crosses',
    'by HTTPS',
    'web[Browser] -->|HTTPS| api[Order service]\napi -->|card data, HTTPS| b[Report service]',
  ],
  [
    'sensitive-data-crosses',
    'masked',
    'api[Order service] -->|masked card data, plaintext| b[Report service]',
  ],
  ['sensitive-data-crosses', 'something else', 'api[Order service] -->|orders, plaintext| b[Report service]'],
  [
    'sensitive-data-crosses',
    'as its kind is stated',
    'api[Order service] -->|orders| b[Report service]\n%% api->b@{ data: payment, tls: none }',
    'card data',
  ],

  [
    'timeout-inversion',
    'the caller gives up first',
    'api[Order service] -->|"HTTP, 1s timeout"| b[Stock service]\nb -->|"SQL, 2s timeout"| db[(Postgres)]',
    'waits 1s for Stock service, which may work for 2s: Postgres 2s.',
    'Stock service waits up to 2s for Postgres',
  ],
  [
    'timeout-inversion',
    'at the same moment',
    'api[Order service] -->|"HTTP, 2s timeout"| b[Stock service]\nb -->|"SQL, 2s timeout"| db[(Postgres)]',
    'may spend all of it waiting',
  ],
  [
    'timeout-inversion',
    'the callee gives up first',
    'api[Order service] -->|"HTTP, 3s timeout"| b[Stock service]\nb -->|"SQL, 2s timeout"| db[(Postgres)]',
  ],
  [
    'timeout-inversion',
    'with all attempts',
    'api[Order service] -->|"HTTP, 3s timeout"| b[Stock service]\nb -->|"SQL, 2s timeout, 2 attempts"| db[(Postgres)]',
    'Postgres 2 × 2s',
    'up to 2 × 2s for Postgres',
  ],
  [
    'timeout-inversion',
    'with all rounds',
    'api[Order service] -->|"HTTP, 3s timeout"| b[Stock service]\nb -->|"SQL, 2s timeout"| db[(Postgres)]\n%% b->db@{ calls: 3 }',
    '3 × (Postgres 2s)',
    'up to 2s for Postgres, 3 times',
  ],
  [
    'timeout-inversion',
    'with all it does',
    'api[Order service] -->|"HTTP, 3s timeout"| b[Stock service]\nb -->|"SQL, 2s timeout"| db[(Postgres)]\nb -->|"RESP, 1s timeout"| c[Price service]',
    ': Postgres 2s + Price service 1s.',
  ],
  [
    'timeout-inversion',
    'nobody waits',
    'api[Order service] -->|"async HTTP, 1s timeout"| b[Stock service]\nb -->|"SQL, 2s timeout"| db[(Postgres)]',
  ],
  [
    'timeout-inversion',
    'what a component gives its requests',
    'api[Order service] -->|HTTP| b[Stock service]\nb -->|"SQL, 2s timeout"| db[(Postgres)]\n%% b@{ timeout: 1s }',
    'Stock service gives each request 1s, and may wait 2s: Postgres 2s.',
  ],

  [
    'slow-in-request',
    'a report while a page waits',
    `${web} -->|HTTPS| api[Order service]\napi -->|HTTP generates the report| b[Report service]`,
    'takes seconds or minutes',
  ],
  [
    'slow-in-request',
    'a report in a stream',
    `${web} -->|HTTPS| api[Order service]\napi -->|gRPC stream generates the report| b[Report service]`,
  ],
  [
    'slow-in-request',
    'a report in the background',
    `${web} -->|HTTPS| api[Order service]\napi -->|async HTTP generates the report| b[Report service]`,
  ],
  [
    'slow-in-request',
    'a report that no page waits for',
    'cron[Cron scheduler] -->|HTTP| api[Order service]\napi -->|HTTP generates the report| b[Report service]',
  ],
])
