// Rules about datagrams, media, shards, floors and tokens: on and beside their conditions.

import { testRows } from '../rows'

const trace = (...steps: readonly string[]) =>
  [
    'sequenceDiagram',
    'participant web as Browser',
    'participant api as Order service',
    'participant bus as Kafka',
    'participant stock as Stock service',
    ...steps,
  ].join('\n')

testRows([
  [
    'answer-after-events',
    'the answer waits for an event',
    trace(
      'web->>api: POST /orders',
      'api->>bus: OrderCreated',
      'bus->>stock: OrderCreated',
      'stock->>bus: StockReserved',
      'bus->>api: StockReserved',
      'api-->>web: 201',
    ),
    'Browser waits until events have gone through Kafka and back to Order service.',
    'The request begins here | Handed to the broker here | It comes back here',
  ],
  [
    'answer-after-events',
    'answered before',
    trace(
      'web->>api: POST /orders',
      'api->>bus: OrderCreated',
      'api-->>web: 202',
      'bus->>stock: OrderCreated',
      'stock->>bus: StockReserved',
      'bus->>api: StockReserved',
    ),
  ],
  [
    'answer-after-events',
    'nothing comes back',
    trace(
      'web->>api: POST /orders',
      'api->>bus: OrderCreated',
      'bus->>stock: OrderCreated',
      'api-->>web: 201',
    ),
  ],
  [
    'answer-after-events',
    'what comes back was asked for by another',
    trace(
      'bus->>stock: PriceChanged',
      'web->>api: POST /orders',
      'api-->>web: 201',
      'bus->>api: PriceChanged',
    ),
  ],
  [
    'token-in-url',
    'a token',
    'web[Browser] -->|GET /orders?access_token=x| api[Order service]',
    'Browser sends access_token to Order service in the URL.',
    'Send it in the Authorization header.',
  ],
  ['token-in-url', 'no token', 'web[Browser] -->|GET /orders?page=2| api[Order service]'],
  ['token-in-url', 'one that is good once', 'web[Browser] -->|GET /reset?token=x| api[Order service]'],
  [
    'token-in-url',
    'of a socket',
    'web[Browser] -->|WebSocket wss://shop/ws?token=x| api[Order service]',
    'Fetch a ticket that is good once, for a few seconds, and send that, or send the token as the first message.',
  ],
  [
    'token-in-url',
    'of an event stream',
    'web[Browser] -->|SSE /events?token=x| api[Order service]',
    'or use an HttpOnly cookie.',
  ],
  [
    'webrtc-recording-without-sfu',
    'a recorder beside it',
    'a[Browser A] <-->|WebRTC| b[Browser B]\nb -->|HTTPS| r[Call recorder]',
    'Browser A and Browser B send their media to each other, encrypted end to end: no server receives it, so Call recorder gets no media.',
    'Call recorder needs the media',
  ],
  [
    'webrtc-recording-without-sfu',
    'a server in between',
    'a[Browser A] <-->|WebRTC| b[Browser B]\nb -->|HTTPS| r[Call recorder]\na --> s[SFU]',
  ],
  [
    'webrtc-recording-without-sfu',
    'nothing to record',
    'a[Browser A] <-->|WebRTC| b[Browser B]\nb -->|HTTPS| r[Order service]',
  ],
  [
    'udp-needs-reliability',
    'orders',
    'a[Order service] -->|UDP orders| b[Stock service]',
    'Order service sends to Stock service by UDP, which silently loses',
    'Use TCP | Use QUIC',
  ],
  ['udp-needs-reliability', 'a store', 'a[Order service] -->|UDP| b[(Postgres)]', 'sends to Postgres by UDP'],
  ['udp-needs-reliability', 'figures of monitors', 'a[Order service] -->|UDP account| b[Prometheus]'],
  ['udp-needs-reliability', 'metrics', 'a[Order service] -->|UDP order metrics| b[Stock service]'],
  ['udp-needs-reliability', 'over QUIC', 'a[Order service] -->|QUIC over UDP, orders| b[Stock service]'],
  [
    'modulo-sharding',
    'four shards',
    'a[Order service] -->|hash(id) % 4| b[(Postgres)]',
    'From 4 to 5, 80% of the keys move; with consistent hashing 20%.',
  ],
  [
    'modulo-sharding',
    'nine shards',
    'a[Order service] -->|user_id mod 9| b[(Postgres)]',
    'From 9 to 10, 90% of the keys move; with consistent hashing 10%.',
  ],
  [
    'modulo-sharding',
    'of how many nobody says',
    'a[Order service] -->|hash(id) % N| b[(Postgres)]',
    'From N to N + 1, N of N + 1 keys move',
  ],
  [
    'modulo-sharding',
    'sixty-three',
    'a[Order service] -->|hash(id) % 63| b[(Postgres)]',
    'From 63 to 64, 98% of the keys move; with consistent hashing 2%.',
  ],
  ['modulo-sharding', 'sixty-four', 'a[Order service] -->|hash(id) % 64| b[(Postgres)]'],
  ['modulo-sharding', 'slots', 'a[Order service] -->|hash(id) % 16 slots| b[(Postgres)]'],
  [
    'objective-below-floor',
    'the farthest of its flows',
    `web[Browser] -->|HTTPS| api[Order API]
api -->|HTTP| near[Stock service]
web -->|HTTPS| far[Price API] -->|HTTP| db[Tax service]
%% api@{ region: eu-west-1 }
%% near@{ region: eu-central-1 }
%% far@{ region: eu-west-1 }
%% db@{ region: ap-southeast-2 }
%% arrowsmith: { objectives: { buy: { from: web, p99: 20ms } } }`,
    'promises p99 20ms, but light in a vacuum needs',
    'Price API → Tax service (',
  ],
  [
    'objective-below-floor',
    'the tightest of its promises',
    `web[Browser] -->|HTTPS| api[Order API] -->|HTTP| db[Tax service]
%% api@{ region: eu-west-1 }
%% db@{ region: us-east-1 }
%% arrowsmith: { objectives: { buy: { from: web, p99: 900ms, p50: 10ms } } }`,
    'promises p50 10ms, but light in a vacuum needs',
  ],
  [
    'objective-below-floor',
    'time enough',
    `web[Browser] -->|HTTPS| api[Order API] -->|HTTP| db[Tax service]
%% api@{ region: eu-west-1 }
%% db@{ region: us-east-1 }
%% arrowsmith: { objectives: { buy: { from: web, p99: 200ms } } }`,
  ],
  [
    'failover-exceeds-objective',
    'an accepted outage alone',
    'api[Order API] -->|SQL| db[(Postgres)]\n%% db@{ rto: 1m }',
  ],
  [
    'stream-idle-timeout',
    'half of the tightest, in whole seconds',
    'web[Browser] -->|SSE| lb[Load balancer] -->|SSE| api[Order API]\n%% lb@{ idleTimeout: 25s }\n%% web->lb@{ heartbeat: 30s }',
    'sends a heartbeat every 30s, but Load balancer closes connections that are idle for 25s.',
    'Write heartbeat: 12s, half of the tightest idle timeout.',
    'Lower it to 12s',
  ],
  [
    'stream-idle-timeout',
    'a second at least',
    'web[Browser] -->|SSE| lb[Load balancer] -->|SSE| api[Order API]\n%% lb@{ idleTimeout: 1s }\n%% web->lb@{ heartbeat: 30s }',
    'Write heartbeat: 1s,',
  ],
  [
    'sync-cycle',
    'two cycles that share a service are told once',
    'a[Order service] -->|HTTP| b[Stock service] -->|HTTP| a\na -->|HTTP| c[Price service] -->|HTTP| a',
    'synchronous calls in a cycle.',
  ],
  ['udp-amplification', 'DNS over TCP', 'app[Mobile app] -->|DNS over TCP| d[Name server]'],
  [
    'resilience-order',
    'a breaker around what retries',
    'a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ attempts: 3, breaker: true }',
    'Order service has retries and a circuit breaker around Stock service, in no stated order.',
    'counts each of 3 attempts',
  ],
  [
    'resilience-order',
    'a single attempt',
    'a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ attempts: 1, breaker: true }',
  ],
  [
    'resilience-order',
    'the order is stated',
    'a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ attempts: 3, breaker: true, stack: [breaker, retry] }',
  ],
  [
    'resilience-order',
    'no breaker',
    'a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ attempts: 3, breaker: false }',
  ],
  [
    'dual-write',
    'an event bus of one’s own program',
    `sequenceDiagram
participant api as Order service
participant db as Postgres
participant bus as Event bus
api->>db: insert order
api->>bus: publish OrderCreated`,
  ],
])
