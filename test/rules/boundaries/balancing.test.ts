// Balancers and what they pass on: names, health, idle connections, layers, streams, sessions.

import { testRows } from '../rows'

const standby = (figures: string, more = '') => `dns[DNS] -->|primary| a[Load balancer A]
     dns -->|secondary| b[Load balancer B]
     %% dns@{ ${figures} }
     ${more}`

testRows([
  ['dns-ttl-failover', 'a minute', standby('ttl: 60s')],
  [
    'dns-ttl-failover',
    'a little more than a minute',
    standby('ttl: 60001ms'),
    'DNS fails over with a TTL of',
    'Lower the TTL to 1m',
    'at "ttl: 60001ms"',
  ],
  [
    'dns-ttl-failover',
    'a standby that is stated',
    `dns[DNS] --> a[Order API]
     dns --> b[Order API copy]
     %% dns@{ ttl: 5m }
     %% b@{ active: passive }`,
    'clients keep calling Order API, half of them for 2.5m or more',
  ],
  [
    'dns-ttl-failover',
    'a TTL on an arrow stays where it is',
    `dns[DNS] -->|"primary, TTL 5m"| a[Load balancer A]
     dns -->|secondary| b[Load balancer B]`,
    'DNS fails over with a TTL of 5m',
    /^(?!.*Lower the TTL)/,
  ],
])

testRows([
  ['dns-without-health-check', 'a single server', 'web[Browser] --> dns[DNS] -->|HTTPS| a[Order API]'],
  [
    'dns-without-health-check',
    'a cloud’s DNS that checks by itself',
    `web[Browser] --> dns[Amazon Route 53]
     dns -->|HTTPS| a[Order API 1]
     dns -->|HTTPS| b[Order API 2]
     %% dns@{ healthCheck: 10s }`,
  ],
  [
    'dns-without-health-check',
    'what a provider runs',
    `web[Browser] --> dns[DNS]
     dns -->|HTTPS| a[Amazon S3 1]
     dns -->|HTTPS| b[Amazon S3 2]`,
  ],
  [
    'dns-without-health-check',
    'one of two servers is checked',
    `web[Browser] --> dns[DNS]
     dns -->|HTTPS| a[Order API 1]
     dns -->|"HTTPS, health check 10s"| b[Order API 2]`,
  ],
  [
    'dns-without-health-check',
    'five servers in one place',
    `web[Browser] --> dns[DNS]
${[1, 2, 3, 4, 5].map(n => `     dns -->|HTTPS| a${n}[Order service ${n}]`).join('\n')}`,
    'DNS returns addresses of Order service 1, Order service 2, Order service 3, Order service 4 without health checks.',
    '20% of the clients keep calling it',
    'or put a balancer in front',
  ],
  [
    'dns-without-health-check',
    'servers in two regions',
    `web[Browser] --> dns[DNS]
     subgraph eu-west-1
     a[Order service 1]
     end
     subgraph us-east-1
     b[Order service 2]
     end
     dns -->|HTTPS| a
     dns -->|HTTPS| b`,
    /^(?!.*put a balancer)/,
  ],
])

testRows([
  [
    'grpc-behind-l4',
    'a mesh somewhere in the picture',
    `a[Order service] -->|gRPC| nlb[AWS NLB] -->|gRPC| b[Stock service]
     %% b@{ replicas: 3 }
     m[Linkerd]`,
  ],
  [
    'grpc-behind-l4',
    'a sidecar by its name',
    `a[Order service with sidecar] -->|gRPC| nlb[AWS NLB] -->|gRPC| b[Stock service]
     %% b@{ replicas: 3 }`,
  ],
  [
    'grpc-behind-l4',
    'two replicas',
    `a[Order service] -->|gRPC| nlb[AWS NLB] -->|gRPC| b[Stock service]
     %% b@{ replicas: 2 }`,
    'all its gRPC calls go to 1 of 2 replicas of Stock service',
    'behind AWS NLB',
  ],
  [
    'grpc-behind-l4',
    'one replica',
    `a[Order service] -->|gRPC| nlb[AWS NLB] -->|gRPC| b[Stock service]
     %% b@{ replicas: 1 }`,
  ],
])

testRows([
  [
    'health-check-cascade',
    'a single copy without a balancer',
    `web[Browser] -->|HTTPS| api[Order API] -->|SQL| db[(Postgres)]
     %% api@{ readiness: Postgres }`,
  ],
  [
    'health-check-cascade',
    'several copies',
    `web[Browser] -->|HTTPS| api[Order API] -->|SQL| db[(Postgres)]
     %% api@{ readiness: Postgres, replicas: 3 }`,
    'When Postgres is slow, all 3 copies of Order API become unready at the same moment',
    'Let readiness check only the process',
  ],
  [
    'health-check-cascade',
    'copies that a balancer implies',
    `lb[Load balancer] -->|HTTP| api[Order API] -->|SQL| db[(Postgres)]
     %% api@{ readiness: Postgres, replicas: 1 }`,
    'all copies of Order API become unready',
  ],
  [
    'health-check-cascade',
    'a path that checks the process',
    `lb[Load balancer] -->|HTTP| api[Order API] -->|SQL| db[(Postgres)]
     %% lb@{ healthCheck: /healthz }`,
  ],
  [
    'health-check-cascade',
    'a path that checks everything',
    `lb[Load balancer] -->|HTTP| api[Order API] -->|SQL| db[(Postgres)]
     %% lb@{ healthCheck: /health/deep }`,
    'Load balancer calls /health/deep, which checks what its servers depend on',
  ],
])

testRows([
  [
    'keepalive-mismatch',
    'two seconds apart',
    `lb[Load balancer] -->|HTTP| api[Order API]
     %% lb@{ upstreamIdleTimeout: 60s }
     %% api@{ idleTimeout: 62s }`,
  ],
  [
    'keepalive-mismatch',
    'less than two seconds apart',
    `lb[Load balancer] -->|HTTP| api[Order API]
     %% lb@{ upstreamIdleTimeout: 60s }
     %% api@{ idleTimeout: 61999ms }`,
    'Load balancer keeps idle connections to Order API for 1m',
    'Let Load balancer drop them after 56.999s | Let Order API keep them for 65s',
  ],
  [
    'keepalive-mismatch',
    'no time left below the limit of the server',
    `lb[Load balancer] -->|HTTP| api[Order API]
     %% lb@{ upstreamIdleTimeout: 60s }
     %% api@{ idleTimeout: 5s }`,
    'Let Order API keep them for 65s',
    /^(?!.*drop them)/,
  ],
  [
    'keepalive-mismatch',
    'a balancer at layer 4 keeps none',
    `lb[Load balancer] -->|HTTP| api[Order API]
     %% lb@{ upstreamIdleTimeout: 60s, layer: L4 }
     %% api@{ idleTimeout: 5s }`,
  ],
  [
    'keepalive-mismatch',
    'an idle timeout of clients alone',
    `lb[nginx] -->|HTTP| api[Order API]
     %% lb@{ idleTimeout: 90s }
     %% api@{ idleTimeout: 75s }`,
  ],
  [
    'keepalive-mismatch',
    'the balancer of AWS has one for both sides',
    `lb[AWS ALB] -->|HTTP| api[Order API]
     %% lb@{ idleTimeout: 90s }
     %% api@{ idleTimeout: 75s }`,
    'AWS ALB keeps idle connections to Order API for 1.5m, and Order API closes them after 75s.',
  ],
])

testRows([
  [
    'l4-cannot-route-http',
    'four paths',
    `nlb[AWS NLB]
${['orders', 'stock', 'prices', 'users'].map(name => `     nlb -->|GET /${name}| ${name}[${name} service]`).join('\n')}`,
    'AWS NLB routes /orders, /stock, /prices to different servers, but works at layer 4',
    'Use a layer-7 balancer instead of AWS NLB',
    '/users goes to users service',
  ],
  [
    'l4-cannot-route-http',
    'a balancer whose layer nothing tells',
    `lb[Load balancer]
     lb -->|GET /orders| orders[Order service]
     lb -->|GET /stock| stock[Stock service]`,
  ],
  [
    'l4-cannot-route-http',
    'a layer that is stated',
    `lb[Load balancer]
     lb -->|GET /orders| orders[Order service]
     lb -->|GET /stock| stock[Stock service]
     %% lb@{ layer: L4 }`,
    'Write layer: L7',
    'Let Load balancer read requests (layer: L7)',
  ],
  [
    'l4-cannot-route-http',
    'passing TLS on is no choice of a product',
    `nlb[AWS NLB path-based routing] -->|HTTPS| orders[Order service]
     %% nlb@{ tls: passthrough }`,
    'is to do path-based rout',
    /^(?!.*Let AWS NLB)/,
  ],
  [
    'l4-cannot-route-http',
    'a service at layer 4 is no balancer',
    `api[Order API]
     api -->|GET /orders| orders[Order service]
     api -->|GET /stock| stock[Stock service]
     %% api@{ layer: L4 }`,
  ],
])

testRows([
  [
    'liveness-checks-dependency',
    'a store',
    'api[Order API] -->|/livez| db[(Postgres)]',
    'Order API counts as dead when Postgres does not answer.',
  ],
  [
    'liveness-checks-dependency',
    'a broker',
    'api[Order API] -->|/livez| q[[RabbitMQ]]',
    'when RabbitMQ does not answer',
  ],
  [
    'liveness-checks-dependency',
    'a cache',
    'api[Order API] -->|/livez| c[Redis cache]',
    'when Redis cache does not answer',
  ],
  ['liveness-checks-dependency', 'another service', 'api[Order API] -->|/livez| b[Stock service]'],
  ['liveness-checks-dependency', 'a balancer', 'lb[Load balancer] -->|/livez| db[(Postgres)]'],
  [
    'liveness-checks-dependency',
    'what is asked meanwhile in a trace',
    `sequenceDiagram
participant k as Kubernetes
participant api as Order API
participant db as Postgres
k->>api: GET /livez
Note over api: is everything there?
api->>db: SELECT 1
db-->>api: 1
api-->>k: 200`,
    'Order API counts as dead when Postgres does not answer.',
    'at "SELECT 1"',
  ],
])

testRows([
  [
    'missing-health-check',
    'three servers of one kind',
    `lb[Load balancer] -->|HTTP| a[Order API 1]
     lb -->|HTTP| b[Order API 2]
     lb -->|HTTP| c[Order API 3]`,
    'Nothing says that Load balancer checks whether Order API 1, Order API 2 and Order API 3 still answer. When one server dies, 1 of 3 requests fails',
  ],
  [
    'missing-health-check',
    'four servers',
    `lb[Load balancer] -->|HTTP| a[Order API 1]
     lb -->|HTTP| b[Order API 2]
     lb -->|HTTP| c[Order API 3]
     lb -->|HTTP| d[Order API 4]`,
    'checks whether its 4 targets still answer. When one server dies, 1 of 4 requests fails',
  ],
  [
    'missing-health-check',
    'a single copy, as stated',
    'lb[Load balancer] -->|HTTP| a[Order API]\n     %% a@{ replicas: 1 }',
    'checks whether Order API still answers. When one server dies, its share of the requests fails',
  ],
  [
    'missing-health-check',
    'two servers of different kinds',
    `lb[Load balancer] -->|HTTP| a[Order API]
     lb -->|HTTP| b[Stock API]`,
    'When one server dies, its share of the requests fails',
  ],
])

const spread = (arrow: string, more = '') => `web[Browser] -->|${arrow}| lb[Load balancer]
     lb -->|"round robin"| api[Order API]
     %% lb@{ algorithm: round-robin }
     ${more}`

testRows([
  [
    'persistent-connections-round-robin',
    'WebSockets',
    spread('WebSocket'),
    'Load balancer distributes WebSockets in turn',
    'WebSockets stay open',
    'Balance by open connections',
  ],
  ['persistent-connections-round-robin', 'event streams', spread('SSE'), 'distributes event streams in turn'],
  ['persistent-connections-round-robin', 'the end of one', spread('WebSocket closed')],
  ['persistent-connections-round-robin', 'requests', spread('HTTPS')],
  [
    'persistent-connections-round-robin',
    'on the arrow to the servers',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|"round robin"| api[Order API]`,
    'Balance by open connections | ',
    'at "round robin"',
  ],
  [
    'persistent-connections-round-robin',
    'two routes, of which another takes the streams',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|"round robin"| api[Order API]
     lb -->|WebSocket| chat[Chat server]`,
  ],
])

testRows([
  [
    'stacked-l7',
    'two proxies in a row',
    'web[Browser] -->|HTTPS| a[nginx] -->|HTTP| b[HAProxy L7] -->|HTTP| api[Order API]',
    'nginx and HAProxy L7 both read every request, one after the other. Each one adds ',
  ],
  [
    'stacked-l7',
    'two proxies with figures',
    `web[Browser] -->|HTTPS| a[nginx] -->|HTTP| b[HAProxy L7] -->|HTTP| api[Order API]
     %% b@{ p50: 1.25ms }`,
    'Each one adds about 1.3 ms, idle timeouts',
  ],
  [
    'stacked-l7',
    'nothing is assumed of what it adds',
    'web[Browser] -->|HTTPS| a[nginx] -->|HTTP| b[HAProxy L7] -->|HTTP| api[Order API]\n%% arrowsmith: { assume: nothing }',
    'Each one adds idle timeouts and retries',
  ],
  [
    'stacked-l7',
    'half a millisecond is all that it adds',
    'web[Browser] -->|HTTPS| a[nginx] -->|HTTP| b[HAProxy L7] -->|HTTP| api[Order API]\n%% b@{ p50: 0.5ms }\n%% arrowsmith: { assume: nothing }',
    'Each one adds about 0.5 ms, idle timeouts',
  ],
  [
    'stacked-l7',
    'a proxy and a gateway',
    'web[Browser] -->|HTTPS| a[nginx] -->|HTTP| b[Kong API gateway] -->|HTTP| api[Order API]',
  ],
  [
    'stacked-l7',
    'two proxies and a gateway',
    'web[Browser] -->|HTTPS| gw[Kong API gateway] -->|HTTP| a[nginx] -->|HTTP| b[Apigee API gateway] -->|HTTP| api[Order API]',
    'Kong API gateway, nginx and Apigee API gateway all read every request.',
    'Kong API gateway → nginx',
  ],
  [
    'stacked-l7',
    'copies of a hop',
    `web[Browser] -->|HTTPS| a[nginx]
     a -->|HTTP| b1[HAProxy L7 1] -->|HTTP| api[Order API]
     a -->|HTTP| b2[HAProxy L7 2] -->|HTTP| api`,
    'both read every request',
  ],
  [
    'stacked-l7',
    'the answer of one to the other',
    `a[nginx] -->|HTTP| api[Order API]
     b[HAProxy L7] -->|HTTP| api
     a -.->|response| b`,
  ],
  ['stacked-l7', 'nothing behind the second', 'web[Browser] -->|HTTPS| a[nginx] -->|HTTP| b[HAProxy L7]'],
  [
    'stacked-l7',
    'the second serves pages, and passes other requests on',
    `web[Browser] -->|HTTPS| a[HAProxy L7] -->|HTTP| b[nginx]
     b -->|HTTP| api[Order API]
     b -->|static| files[Bucket]`,
  ],
])

testRows([
  [
    'sticky-session',
    'a balancer by its name',
    'web[Browser] -->|HTTPS| lb[Balancer with session persistence] -->|HTTP| api[Order API]',
    'Balancer with session persistence binds each client to one server. A server that dies',
    /at "Balancer with session persistence"$/,
  ],
  [
    'sticky-session',
    'an arrow to the servers',
    'web[Browser] -->|HTTPS| lb[Load balancer] -->|"HTTP, session persistence"| api[Order API]',
    'Load balancer binds each client to one server. A server that dies',
    'at "HTTP, session persistence"',
  ],
  ['sticky-session', 'nothing behind it', 'web[Browser] -->|HTTPS| lb[Load balancer, sticky sessions]'],
  [
    'sticky-session',
    'an arrow before it says so too',
    `web[Browser] -->|"HTTPS, session persistence"| lb[Balancer with session persistence] -->|HTTP| api[Order API]
     app[Mobile app] -->|HTTPS| lb`,
  ],
  [
    'sticky-session',
    'notes that stick',
    'web[Browser] -->|HTTPS| api[Sticky notes API] -->|SQL| db[(Postgres)]',
  ],
  [
    'sticky-session',
    'one of its two servers keeps sockets',
    `web[Browser] -->|HTTPS| lb[Load balancer, sticky sessions]
     lb -->|HTTP| api[Order API]
     lb -->|WebSocket| live[Live prices]`,
  ],
  [
    'sticky-session',
    'by address',
    'web[Browser] -->|HTTPS| lb[Load balancer] -->|HTTP| api[Order API]\n     %% lb@{ sticky: source-ip }',
    'binds each client to one server by its address. All clients behind one address',
    'raised',
  ],
])
