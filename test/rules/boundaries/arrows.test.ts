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
    'medians and round trips add up, of which five are the 10 ms assumed',
    `a[A service] -->|"HTTP, 2ms RTT"| b[B service]
     b -->|HTTP| c[C service]
     c -->|HTTP| d[D service]
     d -->|HTTP| e[E service]
     e -->|HTTP| f[F service]
     f -->|HTTP| g[G service]
     b@{ p50: 10ms }
     c@{ p50: 20ms }`,
    'A request crosses 7 services one after another, from A service to G service. Their medians alone add up to 82ms, and 7 at 99.9% each are up 99.3% of the time together.',
  ],
  [
    'deep-call-chain',
    'five hops are not too many',
    `a[A service] -->|HTTP| b[B service] -->|HTTP| c[C service] -->|HTTP| d[D service] -->|HTTP| e[E service] -->|HTTP| f[F service]`,
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
