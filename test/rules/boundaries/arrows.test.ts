// Rules of the category arrows on and beside their limits.

import { testRows } from '../rows'

testRows([
  [
    'disconnected-component',
    'a service without arrows',
    `api[Order API] -->|SQL| db[(Postgres)]
     mail[Mail service]`,
    'Nothing calls Mail service and it calls nothing.',
  ],
  [
    'disconnected-component',
    'one of two frames around it is called',
    `api[Order API] -->|HTTP| inner
     subgraph outer[Platform]
       subgraph inner[Payments]
         mail[Mail service]
       end
     end`,
  ],
  [
    'deep-call-chain',
    'medians and round trips add up, as far as they are stated',
    `a[Order API] -->|"HTTP, 2ms RTT"| b[B service]
     b -->|HTTP| c[C service]
     c -->|HTTP| d[D service]
     d -->|HTTP| e[E service]
     e -->|HTTP| f[F service]
     f -->|HTTP| g[G service]
     b@{ p50: 10ms }
     c@{ p50: 20ms }`,
    'A request crosses 7 services one after another, from Order API to G service. The times that are stated add up to 32ms, and 7 at 99.9% each are up 99.3% of the time together.',
  ],
  [
    'deep-call-chain',
    'three hops are not too many',
    `a[Order API] -->|HTTP| b[B service] -->|HTTP| c[C service] -->|HTTP| d[D service]`,
  ],
  [
    'deep-call-chain',
    'what begins by itself holds up nobody',
    `a[A service] -->|HTTP| b[B service] -->|HTTP| c[C service] -->|HTTP| d[D service] -->|HTTP| e[E service] -->|HTTP| f[F service] -->|HTTP| g[G service]`,
  ],
  [
    'deep-call-chain',
    'an arrow that names no protocol is no hop',
    `a[Order API] -->|HTTP| b[B service] -->|HTTP| c[C service] --> d[D service] -->|HTTP| e[E service]`,
  ],
])

testRows([
  [
    'chatty-fan-out',
    'ten calls',
    `web[Web app] -->|HTTPS| api[Order API]
     api -->|HTTP| price[Price service]
     %% api->price@{ calls: 10 }`,
  ],
  [
    'chatty-fan-out',
    'eleven calls',
    `web[Web app] -->|HTTPS| api[Order API]
     api -->|HTTP| price[Price service]
     %% api->price@{ calls: 11 }`,
    'Order API makes 11 calls for one request. Each is slower than its p99 once in a hundred, so 10% of the requests wait',
  ],
  [
    'sync-cycle',
    'two services ask each other',
    `api[Order service] -->|HTTP| pay[Payment service]
     pay -->|HTTP| api`,
    'Order service',
  ],
  [
    'sync-cycle',
    'a dotted line back is no request',
    `api[Order service] -->|HTTP| pay[Payment service]
     pay -.->|HTTP| api`,
  ],
  [
    'sync-cycle',
    'one way is asynchronous',
    `api[Order service] -->|HTTP| pay[Payment service]
     pay -->|async HTTP| api`,
  ],
])

testRows([
  [
    'ambiguous-caller',
    'a request both ways',
    `a[Order service] <-->|HTTP| b[Stock service]`,
    'The arrow between Order service and Stock service points both ways, but with HTTP one end asks and the other answers.',
    'draw two arrows if each calls the other.',
    'Only Order service calls Stock service | Draw two arrows',
  ],
  ['ambiguous-caller', 'one way', `a[Order service] -->|HTTP| b[Stock service]`],
  [
    'ambiguous-caller',
    'one open call may carry both',
    `a[Order service] <-->|gRPC| b[Stock service]`,
    'if both send on one open call, write gRPC bidi stream.',
  ],
  ['ambiguous-caller', 'a stream carries both', `a[Order service] <-->|gRPC bidi stream| b[Stock service]`],
  ['ambiguous-caller', 'a socket carries both', `a[Order service] <-->|WebSocket| b[Stock service]`],
  ['ambiguous-caller', 'no protocol is named', `a[Order service] <--> b[Stock service]`],
  ['ambiguous-caller', 'a store never asks', `a[Order service] <-->|SQL| b[(Postgres)]`],
  [
    'ambiguous-caller',
    'in C4',
    `C4Container
     Container(a, "Order service")
     Container(b, "Stock service")
     BiRel(a, b, "asks", "HTTP")`,
    'Only Order service calls Stock service | Draw two arrows',
  ],
  [
    'undirected-arrow',
    'a line',
    `a[Order service] ---|HTTP| b[Stock service]`,
    'The line between Order service and Stock service has no head, so it is unclear which of them calls.',
    'Make it an arrow: Order service calls Stock service',
  ],
  ['undirected-arrow', 'an arrow', `a[Order service] -->|HTTP| b[Stock service]`],
  ['undirected-arrow', 'a store never asks', `a[Order service] ---|SQL| b[(Postgres)]`],
])

testRows([
  [
    'unlabeled-arrow',
    'between services',
    `a[Order service] --> b[Stock service]`,
    'The arrow from Order service to Stock service names no protocol.',
  ],
  ['unlabeled-arrow', 'a label', `a[Order service] -->|HTTP| b[Stock service]`],
  ['unlabeled-arrow', 'the box names it', `a[Order service] --> b[Stock service, gRPC]`],
  ['unlabeled-arrow', 'the product tells', `a[Order service] --> b[(Postgres)]`],
  ['unlabeled-arrow', 'nobody speaks to DNS', `a[DNS] --> b[Stock service]`],
  [
    'unlabeled-arrow',
    'stated',
    `a[Order service] --> b[Stock service]
     %% a->b@{ protocol: http }`,
  ],
  [
    'unlabeled-arrow',
    'a balancer repeats what it was asked',
    `a[Order service] -->|HTTP| lb[Load balancer]
     lb --> b[Stock service 1]
     lb --> c[Stock service 2]`,
  ],
  [
    'unknown-protocol',
    'a purpose',
    `a[Order service] -->|reserves items| b[Stock service]`,
    '"reserves items" says what Order service wants of Stock service, not how they talk.',
  ],
  ['unknown-protocol', 'a protocol', `a[Order service] -->|reserves items by HTTP| b[Stock service]`],
  ['unknown-protocol', 'nothing', `a[Order service] --> b[Stock service]`],
  ['unknown-protocol', 'a person speaks none', `a((Customer)) -->|reserves items| b[Stock service]`],
  [
    'unknown-protocol',
    'forty characters are quoted',
    `a[Order service] -->|${'reserves '.repeat(4)}item| b[Stock service]`,
    `"${'reserves '.repeat(4)}item" says`,
  ],
  [
    'unknown-protocol',
    'forty-one are cut',
    `a[Order service] -->|${'reserves '.repeat(4)}items| b[Stock service]`,
    `"${'reserves '.repeat(4)}ite…" says`,
  ],
  [
    'unknown-protocol',
    'said once of the two',
    `a[Order service] -->|reserves items| b[Stock service]
     a -->|"releases items, HTTP"| b`,
  ],
  [
    'sync-cycle',
    'a line drawn back without a word',
    `daemon[Daemon service] --> runtime[Runtime service]
     runtime --> daemon`,
  ],
])
