// One condition at a time: streams and sockets, addresses and data, breakers and attempts, cycles and names.

import { testRows } from '../rows'

const fanOut = (calls: number) =>
  `web[Browser] --> page[Page service]
${Array.from({ length: calls }, (_, n) => `page -->|HTTP| s${n}[${String.fromCharCode(65 + n)}a service]`).join('\n')}`

testRows([
  ['chatty-fan-out', 'ten calls', fanOut(10)],
  [
    'chatty-fan-out',
    'eleven calls',
    fanOut(11),
    'Page service makes 11 calls for one request. Each is slower than its p99 once in a hundred, so 10% of the requests wait for at least one such answer',
    'It calls Aa service',
    'It calls Ka service',
  ],
  [
    'chatty-fan-out',
    'rounds of one call',
    'web[Browser] --> page[Page service] -->|HTTP| s[Stock service]\n%% page->s@{ calls: 30 }',
    'Page service makes 30 calls for one request. Each is slower than its p99 once in a hundred, so 26% of the requests',
  ],
  [
    'chatty-fan-out',
    'messages',
    `web[Browser] --> page[Page service]\n${Array.from({ length: 12 }, (_, n) => `page -->|AMQP| q${n}[[RabbitMQ ${n}]]`).join('\n')}`,
  ],
  [
    'sync-cycle',
    'three services',
    'a[Order service] -->|HTTP| b[Stock service] -->|HTTP| c[Price service] -->|HTTP| a',
    'Order service → Stock service → Price service → Order service: synchronous calls in a cycle.',
    'Order service → Stock service',
    'Stock service → Price service',
  ],
  [
    'sync-cycle',
    'an event in between',
    'a[Order service] -->|HTTP| b[Stock service] -->|HTTP| c[Price service] -->|AMQP| a',
  ],
  ['sync-cycle', 'a dotted arrow back', 'a[Order service] -->|HTTP| b[Stock service] -.->|HTTP| a'],
  ['sync-cycle', 'two bare arrows', 'a[Order service] --> b[Stock service] --> a'],
  ['sync-cycle', 'one arrow of two is bare', 'a[Order service] -->|HTTP| b[Stock service] --> a'],
  ['sync-cycle', 'a chain', 'a[Order service] -->|HTTP| b[Stock service] -->|HTTP| c[Price service]'],
  [
    'sync-cycle',
    'a service that is called by those it waits for',
    `sequenceDiagram
participant a as Order service
participant b as Stock service
a->>b: GET /stock
b->>a: GET /orders
a-->>b: 200
b-->>a: 200`,
    'Order service → Stock service → Order service: synchronous calls in a cycle.',
  ],
  [
    'sync-cycle',
    'a service that is called afterwards',
    `sequenceDiagram
participant a as Order service
participant b as Stock service
a->>b: GET /stock
b-->>a: 200
b->>a: GET /orders
a-->>b: 200`,
  ],
  [
    'ambiguous-caller',
    'two heads and a protocol of requests',
    'a[Order service] <-->|HTTP| b[Stock service]',
    "The arrow between Order service and Stock service points both ways, but with HTTP one end asks and the other answers. Remove the head at the caller's end, or draw two arrows if each calls the other.",
    'Only Order service calls Stock service | Draw two arrows',
  ],
  [
    'ambiguous-caller',
    'two heads and gRPC',
    'a[Order service] <-->|gRPC| b[Stock service]',
    'if each calls the other; if both send on one open call, write gRPC bidi stream.',
  ],
  ['ambiguous-caller', 'a protocol that both send by', 'a[Order service] <-->|WebSocket| b[Stock service]'],
  ['ambiguous-caller', 'no protocol', 'a[Order service] <--> b[Stock service]'],
  ['ambiguous-caller', 'a store', 'a[Order service] <-->|HTTP| b[(Elasticsearch)]'],
  ['ambiguous-caller', 'one head', 'a[Order service] -->|HTTP| b[Stock service]'],
])

testRows([
  [
    'sse-without-replay',
    'a server that stores nothing',
    'web[Browser] -->|SSE order events| api[Order API]',
    'Order API sends events to Browser and does not store them.',
    'Order API stores nothing',
  ],
  [
    'sse-without-replay',
    'a store behind it',
    'web[Browser] -->|SSE order events| api[Order API] -->|SQL| db[(Postgres)]',
  ],
  [
    'sse-without-replay',
    'a broker in front of it',
    'web[Browser] -->|SSE order events| api[Order API]\nq[[Kafka]] --> api',
  ],
  ['sse-without-replay', 'the newest alone counts', 'web[Browser] -->|SSE prices| api[Order API]'],
  [
    'sse-without-replay',
    'the present state can be read',
    'web[Browser] -->|SSE order events| api[Order API]\nweb -->|HTTPS GET /orders| api',
  ],
  [
    'sse-without-replay',
    'clients catch up',
    'web[Browser] -->|"SSE order events, Last-Event-ID"| api[Order API]',
  ],
  ['sse-without-replay', 'the words of a model', 'web[Browser] -->|SSE tokens| api[Chat API]'],
  [
    'sse-two-way',
    'a client that sends',
    'web[Browser] -->|SSE: sends edits| api[Order API]',
    'Browser sends to Order API over server-sent events, which only flow from the server.',
    'Use a WebSocket',
  ],
  [
    'sse-two-way',
    'two heads',
    'web[Browser] <-->|SSE| api[Order API]',
    'Browser sends to Order API over server-sent events',
  ],
  ['sse-two-way', 'two heads between servers', 'a[Order service] <-->|SSE| api[Stock service]'],
  ['sse-two-way', 'a client that receives', 'web[Browser] -->|SSE: receives edits| api[Order API]'],
  [
    'sse-two-way',
    'another request beside it',
    'web[Browser] -->|SSE: sends edits| api[Order API]\nweb -->|HTTPS POST /edits| api',
  ],
  ['sse-two-way', 'a server that sends', 'api[Order API] -->|SSE: sends edits| web[Browser]'],
  [
    'websocket-one-way',
    'pushes alone',
    'web[Browser] -->|WebSocket price updates| api[Price API]',
    'The WebSocket between Browser and Price API only carries what Price API pushes.',
    'Use server-sent events',
  ],
  ['websocket-one-way', 'a chat', 'web[Browser] -->|WebSocket chat| api[Chat API]'],
  ['websocket-one-way', 'two heads', 'web[Browser] <-->|WebSocket price updates| api[Price API]'],
  [
    'websocket-one-way',
    'another message over it',
    'web[Browser] -->|WebSocket price updates| api[Price API]\nweb -->|WebSocket filter| api',
  ],
  [
    'websocket-one-way',
    'requests beside it',
    'web[Browser] -->|WebSocket price updates| api[Price API]\nweb -->|HTTPS GET /prices| api',
    'only carries what Price API pushes',
  ],
  ['websocket-one-way', 'between servers', 'a[Order service] -->|WebSocket price updates| api[Price API]'],
  [
    'websocket-heartbeat',
    'none',
    'web[Browser] -->|WebSocket| api[Chat API]',
    'The WebSocket from Browser to Chat API states no heartbeat. A proxy closes an idle connection after a minute or two, and a lost peer is never noticed. Write heartbeat: 30s. | State heartbeat: 30s',
  ],
  [
    'websocket-heartbeat',
    'behind what closes sooner',
    'web[Browser] -->|WebSocket| lb[Load balancer] -->|WebSocket| api[Chat API]\n%% lb@{ idleTimeout: 20s }',
    'Load balancer closes an idle connection after 20s, and a lost peer is never noticed. Write heartbeat: 10s.',
    'Load balancer closes idle connections after this',
  ],
  [
    'websocket-heartbeat',
    'as long as it is kept open',
    'web[Browser] -->|WebSocket| lb[Load balancer] -->|WebSocket| api[Chat API]\n%% lb@{ idleTimeout: 20s }\n%% web->lb@{ heartbeat: 20s }',
    'sends a heartbeat every 20s only. Load balancer closes an idle connection after 20s,',
  ],
  [
    'websocket-heartbeat',
    'in time',
    'web[Browser] -->|WebSocket| lb[Load balancer] -->|WebSocket| api[Chat API]\n%% lb@{ idleTimeout: 20s }\n%% web->lb@{ heartbeat: 19s }',
  ],
  [
    'websocket-heartbeat',
    'a product in between',
    'web[Browser] -->|WebSocket| lb[nginx] -->|WebSocket| api[Chat API]\n%% web->lb@{ heartbeat: 70s }',
    'sends a heartbeat every 70s only. nginx closes an idle connection after 1m unless configured,',
  ],
  [
    'websocket-heartbeat',
    'two clients',
    'web[Browser] -->|WebSocket| api[Chat API]\napp[Mobile app] -->|WebSocket| api',
    'The WebSocket from Browser to Chat API states no heartbeat.',
    'and the one from Mobile app',
  ],
])

testRows([
  [
    'gateway-bypassed',
    'one client goes around it',
    'web[Browser] -->|HTTPS| gw[API gateway] -->|HTTP| api[Order service]\napp[Mobile app] -->|HTTPS| api',
    'Mobile app reaches Order service directly, while other clients go through API gateway. This call bypasses authentication, rate limits and logging, and Order service has to be open to the internet. Point the arrow at API gateway.',
    'the path through API gateway',
  ],
  [
    'gateway-bypassed',
    'around a balancer',
    'web[Browser] -->|HTTPS| gw[Load balancer] -->|HTTP| api[Order service]\napp[Mobile app] -->|HTTPS| api',
    'This call bypasses health checks, balancing and TLS, and',
  ],
  [
    'gateway-bypassed',
    'the same client',
    'web[Browser] -->|HTTPS| gw[API gateway] -->|HTTP| api[Order service]\nweb -->|HTTPS| api',
  ],
  [
    'gateway-bypassed',
    'a service',
    'web[Browser] -->|HTTPS| gw[API gateway] -->|HTTP| api[Order service]\nb[Cart service] -->|HTTP| api',
  ],
  [
    'gateway-bypassed',
    'it is public',
    'web[Browser] -->|HTTPS| gw[API gateway] -->|HTTP| api[Order service]\napp[Mobile app] -->|HTTPS| api\n%% api@{ audience: public }',
  ],
  [
    'gateway-bypassed',
    'a socket',
    'web[Browser] -->|HTTPS| gw[API gateway] -->|HTTP| api[Order service]\napp[Mobile app] -->|WebSocket| api',
  ],
  [
    'gateway-bypassed',
    'an upload',
    'web[Browser] -->|HTTPS| gw[API gateway] -->|HTTP| api[Order service]\napp[Mobile app] -->|HTTPS upload| api',
  ],
  [
    'udp-amplification',
    'open to clients',
    'app[Mobile app] -->|UDP| game[Game server]',
    'Game server answers UDP from the internet.',
    'State that Game server limits its replies',
  ],
  [
    'udp-amplification',
    'limited',
    'app[Mobile app] -->|UDP| game[Game server]\n%% game@{ rateLimit: 100/s }',
  ],
  [
    'udp-amplification',
    'in a network of one’s own',
    'app[Mobile app] -->|UDP| game[Game server]\n%% game@{ network: private }',
  ],
  [
    'udp-amplification',
    'for ourselves',
    'app[Mobile app] -->|UDP| game[Game server]\n%% game@{ audience: internal }',
  ],
  ['udp-amplification', 'addresses are checked', 'app[Mobile app] -->|QUIC over UDP| game[Game server]'],
  ['udp-amplification', 'between servers', 'a[Order service] -->|UDP| game[Game server]'],
  ['udp-amplification', 'a name that says so', 'app[Mobile app] -->|CoAP| game[Rate-limited server]'],
  ['udp-amplification', 'CoAP', 'app[Mobile app] -->|CoAP| game[Sensor server]', 'Sensor server answers UDP'],
  [
    'sensitive-data-crosses',
    'card data in the clear',
    'web[Browser] -->|http:// card numbers| api[Payment service]',
    'Browser sends card data to Payment service in clear text.',
    'Write https://. | Write https://',
  ],
  [
    'sensitive-data-crosses',
    'as it is stated',
    'a[Order service] -->|TCP| api[Payment service]\n%% a->api@{ data: [payment], tls: none }',
    'Order service sends card data to Payment service in clear text.',
    'Write tls: 1.3.',
  ],
  [
    'sensitive-data-crosses',
    'encrypted',
    'a[Order service] -->|TCP| api[Payment service]\n%% a->api@{ data: [payment], tls: 1.3 }',
  ],
  ['sensitive-data-crosses', 'masked', 'web[Browser] -->|http:// masked card numbers| api[Payment service]'],
  [
    'sensitive-data-crosses',
    'data of no use to others',
    'web[Browser] -->|http:// prices| api[Payment service]',
  ],
  [
    'sensitive-data-crosses',
    'to who only watches',
    'a[Order service] -->|HTTPS patient records| log[Datadog]',
    "Order service sends health data to Datadog, which doesn't need it.",
  ],
  [
    'sensitive-data-crosses',
    'nothing secret to who watches',
    'a[Order service] -->|HTTPS prices| log[Datadog]',
  ],
  [
    'private-address-from-outside',
    'on the arrow',
    's[Stripe] -->|POST http://10.0.0.5/hooks| api[Order API]',
    'Stripe calls 10.0.0.5, which cannot be reached from outside:',
  ],
  [
    'private-address-from-outside',
    'in the box',
    's[Stripe] -->|POST /hooks| api["Order API 192.168.1.7"]',
    'Stripe calls 192.168.1.7, which',
    'Stripe calls it from outside',
  ],
  [
    'private-address-from-outside',
    'a public address',
    's[Stripe] -->|POST http://8.8.8.8/hooks| api[Order API]',
  ],
  [
    'private-address-from-outside',
    'one of ours',
    'a[Cart service] -->|POST http://10.0.0.5/hooks| api[Order API]',
  ],
  [
    'private-address-from-outside',
    'on one device',
    'subgraph d [Device]\ns[External sensor API] -->|REST http://127.0.0.1:8080| api[Order API]\nend',
  ],
  [
    'private-address-from-outside',
    'through a tunnel',
    's[Stripe] -->|POST http://10.0.0.5/hooks via VPN| api[Order API]',
  ],
  [
    'private-address-from-outside',
    'a client inside',
    'web[Office browser] -->|GET http://10.0.0.5/| api[Order API]',
  ],
  [
    'private-address-from-outside',
    'a client on the internet',
    'web[Browser of customers] -->|GET http://10.0.0.5/| api[Order API]',
    'calls 10.0.0.5',
  ],
])

const tuned = (figures: string) => `a[Order service] -->|HTTP| b[Stock service]\n%% a->b@{ ${figures} }`

testRows([
  [
    'oversized-timeout',
    'twenty times the slow answer',
    tuned('timeout: 6s, p99: 300ms'),
    'Order service waits up to 6s for Stock service, whose slow answers take 300ms. When it hangs, each request holds its thread 20 times as long',
    'Write timeout: 1s.',
    'Lower the timeout to 1s',
  ],
  ['oversized-timeout', 'a little less', tuned('timeout: 5999ms, p99: 300ms')],
  ['oversized-timeout', 'five seconds hold nobody up', tuned('timeout: 4999ms, p99: 10ms')],
  [
    'oversized-timeout',
    'five seconds',
    tuned('timeout: 5s, p99: 10ms'),
    'each request holds its thread 500 times as long',
  ],
  ['oversized-timeout', 'a median tells nothing', tuned('timeout: 60s, p50: 10ms')],
  [
    'oversized-timeout',
    'a cache',
    'a[Order service] -->|RESP| c[(Redis)]\n%% a->c@{ timeout: 5s }',
    'Order service waits up to 5s for Redis, a cache, which answers in a few milliseconds.',
  ],
  [
    'oversized-timeout',
    'what calls others takes longer than its own work',
    'a[Order service] -->|HTTP| b[Stock service] -->|HTTP| c[Price service]\n%% a->b@{ timeout: 30s }\n%% b@{ p99: 100ms }',
  ],
  [
    'breaker-threshold',
    'all calls',
    tuned('breaker: 100% of 20 calls'),
    "Order service's breaker for Stock service opens only when all calls fail. A callee that answers one call in a hundred keeps it closed",
    'Open at 50% of 20 calls',
  ],
  ['breaker-threshold', 'nearly all calls', tuned('breaker: 99% of 20 calls')],
  [
    'breaker-threshold',
    'few calls',
    tuned('breaker: 4% of 100 calls'),
    'opens when 4% of the calls fail. One lost packet',
  ],
  ['breaker-threshold', 'a twentieth', tuned('breaker: 5% of 100 calls')],
  ['breaker-threshold', 'by four calls', tuned('breaker: 50% of 4'), 'judges by 4 calls. One lost packet'],
  ['breaker-threshold', 'by one call', tuned('breaker: 50% of 1'), 'judges by 1 call. One lost packet'],
  ['breaker-threshold', 'by five calls', tuned('breaker: 50% of 5')],
  [
    'breaker-threshold',
    'a single failure',
    tuned('breaker: 1 failure'),
    'opens after a single failure. One lost packet',
  ],
  ['breaker-threshold', 'several failures', tuned('breaker: 5 failures')],
  [
    'retry-layering',
    'two layers',
    'web[Browser] -->|"HTTPS, 2 attempts"| a[Order service] -->|"HTTP, 3 attempts"| b[Stock service]',
    '2 × 3 = 6 attempts can reach Stock service when it is down: Browser (2), Order service (3).',
    'Browser makes 2 attempts',
    'Retry only in Browser | Retry only in Order service',
  ],
  [
    'retry-layering',
    'as many as are fine',
    'web[Browser] -->|"HTTPS, 2 attempts"| a[Order service] -->|"HTTP, 2 attempts"| b[Stock service]',
  ],
  [
    'retry-layering',
    'one layer',
    'web[Browser] -->|HTTPS| a[Order service] -->|"HTTP, 9 attempts"| b[Stock service]',
  ],
  [
    'retry-layering',
    'without end',
    'web[Browser] -->|HTTPS| a[Order service] -->|HTTP| b[Stock service]\n%% web->a@{ attempts: unlimited }\n%% a->b@{ attempts: 2 }',
    'unlimited × 2 = unlimited attempts can reach Stock service',
  ],
  [
    'retry-layering',
    'a target further on adds none',
    'web[Browser] -->|"HTTPS, 2 attempts"| a[Order service] -->|"HTTP, 3 attempts"| b[Stock service] -->|SQL| db[(Postgres)]',
    'attempts can reach Stock service',
  ],
  [
    'dns-without-health-check',
    'two copies',
    'web[Browser] --> dns[DNS round robin]\ndns --> a[Order API 1]\ndns --> b[Order API 2]',
    'DNS round robin returns addresses of Order API 1, Order API 2 without health checks. When one fails, 50% of the clients keep calling it until somebody removes the record, and then for its TTL. State healthCheck: 30s, or put a balancer in front.',
    'Order API 1 may be dead',
    'State a health check every 30s',
  ],
  [
    'dns-without-health-check',
    'with a TTL',
    'web[Browser] --> dns[DNS round robin]\ndns --> a[Order API 1]\ndns --> b[Order API 2]\ndns --> c[Order API 3]\n%% dns@{ ttl: 60s }',
    '33% of the clients keep calling it until somebody removes the record, and then for 1m more.',
  ],
  [
    'dns-without-health-check',
    'by place',
    'web[Browser] --> dns[Geo DNS]\ndns --> a[Order API 1]\ndns --> b[Order API 2]',
    'the clients nearest to it keep calling it',
  ],
  ['dns-without-health-check', 'one server', 'web[Browser] --> dns[DNS] --> a[Order API 1]'],
  [
    'dns-without-health-check',
    'checked',
    'web[Browser] --> dns[DNS]\ndns --> a[Order API 1]\ndns --> b[Order API 2]\n%% dns@{ healthCheck: 30s }',
  ],
  [
    'dns-without-health-check',
    'by fail-over',
    'web[Browser] --> dns[DNS failover]\ndns --> a[Order API 1]\ndns --> b[Order API 2]',
  ],
  [
    'verb-in-path',
    'a verb and a noun',
    'web[Browser] -->|POST /createOrder| api[Order service]',
    '/createOrder says "create", which is the job of the method.',
    'Write POST /orders. | Write POST /orders',
  ],
  ['verb-in-path', 'a noun', 'web[Browser] -->|POST /orders| api[Order service]'],
  ['verb-in-path', 'a command', 'web[Browser] -->|POST /auth/createUser| api[Order service]'],
  ['verb-in-path', 'procedures', 'web[Browser] -->|gRPC /createOrder| api[Order service]'],
  ['verb-in-path', 'another company', 'a[Order service] -->|POST /createCharge| s[Stripe]'],
  ['verb-in-path', 'a read that changes', 'web[Browser] -->|GET /createOrder| api[Order service]'],
  [
    'verb-in-path',
    'a part',
    'web[Browser] -->|PATCH /updateOrder| api[Order service]',
    'Write PATCH /orders/:id.',
  ],
])
