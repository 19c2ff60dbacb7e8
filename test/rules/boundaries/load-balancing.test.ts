// Rules of the category load-balancing on and beside their limits.

import { testRows } from '../rows'

testRows([
  [
    'stacked-l7',
    'each later hop adds its median',
    `web[Web app] -->|HTTPS| first[nginx]
     first -->|HTTP| second[HAProxy L7]
     second -->|HTTP| api[Order API]
     second@{ p50: 2ms }`,
    'nginx and HAProxy L7 both read every request, one after the other. Each one adds about 2 ms, ',
  ],
  [
    'stacked-l7',
    'the program behind it is its own work',
    `web[Web app] -->|HTTPS| first[HAProxy L7]
     first -->|HTTP| second[nginx]
     second -->|HTTP| app[gunicorn]`,
  ],
  [
    'sticky-session',
    'by address',
    `lb[Load balancer] -->|HTTP| api[Order API]
     lb@{ sticky: source-ip }`,
    'Load balancer binds each client to one server by its address. All clients behind one address',
  ],
  [
    'sticky-session',
    'by cookie',
    `lb[Load balancer] -->|HTTP| api[Order API]
     lb@{ sticky: cookie }`,
    'Load balancer binds each client to one server by cookie. A server that dies',
  ],
  [
    'sticky-session',
    'without saying how',
    `lb[Load balancer] -->|HTTP| api[Order API]
     lb@{ sticky: true }`,
    'Load balancer binds each client to one server. A server that dies',
  ],
  [
    'sticky-session',
    'switched off',
    `lb[Load balancer, sticky sessions] -->|HTTP| api[Order API]
     lb@{ sticky: false }`,
  ],
  [
    'dns-without-health-check',
    'copies of one name',
    `dns[Round-robin DNS] -->|HTTPS| a[Order API]
     dns -->|HTTPS| b[Order API]
     dns@{ ttl: 5m }`,
    'Round-robin DNS returns addresses of 2 × Order API without health checks. When one fails, 50% of the clients keep calling it until somebody removes the record, and then for 5m more.',
    'or put a balancer in front',
  ],
])

testRows([
  [
    'keepalive-mismatch',
    'two seconds are enough',
    `edge[nginx] -->|HTTP| api[Order API]
     edge@{ upstreamIdleTimeout: 58s }
     api@{ idleTimeout: 60s }`,
  ],
  [
    'keepalive-mismatch',
    'less than two seconds',
    `edge[nginx] -->|HTTP| api[Order API]
     edge@{ upstreamIdleTimeout: 58001ms }
     api@{ idleTimeout: 60s }`,
    'and Order API closes them after 1m.',
    'Order API closes after 1m',
    'Let nginx drop them after 55s',
    'Let Order API keep them for 63.001s',
  ],
  [
    'keepalive-mismatch',
    'a server that closes too early to go below',
    `edge[nginx] -->|HTTP| api[Order API]
     edge@{ upstreamIdleTimeout: 60s }
     api@{ idleTimeout: 5s }`,
    'nginx keeps idle connections to Order API for 1m, and Order API closes them after 5s.',
  ],
  [
    'dns-ttl-failover',
    'the longest TTL accepted',
    `dns[Route 53] -->|HTTPS| a[Primary API]
     dns -->|HTTPS| b[Standby API]
     dns@{ ttl: 60s }`,
  ],
  [
    'dns-ttl-failover',
    'a second more',
    `dns[Route 53] -->|HTTPS| a[Primary API]
     dns -->|HTTPS| b[Standby API]
     dns@{ ttl: 90s }`,
    'Route 53 fails over with a TTL of 1.5m: for that long after the failure is noticed, clients keep calling Primary API, half of them for 45s or more.',
    'Lower the TTL to 1m',
  ],
  [
    'dns-ttl-failover',
    'one target is not moved from',
    `dns[Route 53] -->|HTTPS| a[Standby API]
     dns@{ ttl: 90s }`,
  ],
  [
    'dns-ttl-failover',
    'two regions are alternatives',
    `dns[Route 53] -->|HTTPS| a[A service]
     dns -->|HTTPS| b[B service]
     dns@{ ttl: 90s }
     a@{ region: eu-west-1 }
     b@{ region: us-east-1 }`,
    'Route 53 fails over with a TTL of 1.5m',
  ],
  [
    'dns-ttl-failover',
    'two services in one region are not',
    `dns[Route 53] -->|HTTPS| a[A service]
     dns -->|HTTPS| b[B service]
     dns@{ ttl: 90s }
     a@{ region: eu-west-1 }
     b@{ region: eu-west-1 }`,
  ],
  [
    'dns-ttl-failover',
    'a TTL on an arrow',
    `dns[Route 53] -->|"HTTPS, TTL 90s"| a[Primary API]
     dns -->|HTTPS| b[Standby API]`,
    'Route 53 fails over with a TTL of 1.5m',
  ],
  [
    'missing-health-check',
    'one server',
    `lb[Load balancer] -->|HTTP| api[Order API]
     api@{ replicas: 3 }`,
    'Nothing says that Load balancer checks whether Order API still answers. When one server dies, 1 of 3 requests fails until somebody notices. Write healthCheck: /healthz.',
  ],
  [
    'missing-health-check',
    'two servers of which one is checked',
    `lb[Load balancer] -->|HTTP| api[Order API]
     lb -->|HTTP| pay[Payment service]
     api@{ healthCheck: /healthz }`,
    'whether Order API and Payment service still answer. When one server dies, its share of the requests fails',
  ],
  [
    'missing-health-check',
    'both are checked',
    `lb[Load balancer] -->|HTTP| api[Order API]
     lb -->|HTTP| pay[Payment service]
     api@{ healthCheck: /healthz }
     pay@{ readiness: none }`,
  ],
  [
    'missing-health-check',
    'four servers are counted, three are named',
    `lb[Load balancer L4] -->|TCP| a[A service]
     lb -->|TCP| b[B service]
     lb -->|TCP| c[C service]
     lb -->|TCP| d[D service]`,
    'whether its 4 targets still answer.',
    'Write healthCheck: tcp.',
  ],
  [
    'missing-health-check',
    'three are named',
    `lb[Load balancer] -->|HTTP| a[A service]
     lb -->|HTTP| b[B service]
     lb -->|HTTP| c[C service]`,
    'whether A service, B service and C service still answer.',
  ],
  [
    'health-check-cascade',
    'two copies share what readiness asks',
    `api[Order API] -->|SQL| db[(Postgres)]
     api@{ replicas: 2, readiness: db }`,
    'When Postgres is slow, all 2 copies of Order API become unready at the same moment',
    'all copies share Postgres',
    'Let readiness check only the process',
  ],
  [
    'health-check-cascade',
    'a single copy',
    `api[Order API] -->|SQL| db[(Postgres)]
     api@{ replicas: 1, readiness: db }`,
  ],
  [
    'health-check-cascade',
    'copies behind a balancer are not counted',
    `lb[Load balancer] -->|HTTP| api[Order API]
     api -->|SQL| db[(Postgres)]
     api@{ readiness: db }`,
    'When Postgres is slow, all copies of Order API become unready',
  ],
  [
    'health-check-cascade',
    'a balancer that fails open',
    `lb[Load balancer, fails open] -->|HTTP| api[Order API]
     api -->|SQL| db[(Postgres)]
     api@{ readiness: db }`,
  ],
  [
    'health-check-cascade',
    'a deep path',
    `lb[Load balancer] -->|HTTP| api[Order API]
     api -->|SQL| db[(Postgres)]
     lb@{ healthCheck: /health/deep }`,
    'Load balancer calls /health/deep, which checks what its servers depend on: when Postgres is slow',
  ],
])

testRows([
  [
    'l4-cannot-route-http',
    'two paths to two servers',
    `lb[NLB] -->|"GET /orders"| orders[Order API]
     lb -->|"GET /stock"| stock[Stock API]`,
    'routes /orders, /stock to different servers',
    '/stock goes to Stock API',
    'Use a layer-7 balancer instead of NLB',
  ],
  [
    'l4-cannot-route-http',
    'two paths to one server',
    `lb[NLB] -->|"GET /orders"| orders[Order API]
     lb -->|"GET /stock"| orders`,
  ],
  [
    'l4-cannot-route-http',
    'one path to two servers',
    `lb[NLB] -->|"GET /orders"| one[Order API 1]
     lb -->|"GET /orders"| two[Order API 2]`,
  ],
  [
    'l4-cannot-route-http',
    'clients bound by cookie',
    `lb[Load balancer] -->|TCP| api[Order API]
     lb@{ layer: L4, sticky: cookie }`,
    'binds clients by cookie',
    'Write layer: L7',
  ],
  [
    'l4-cannot-route-http',
    'clients bound by address',
    `lb[Load balancer] -->|TCP| api[Order API]
     lb@{ layer: L4, sticky: source-ip }`,
  ],
  [
    'dns-without-health-check',
    'no longer than the record, if nothing says how long',
    `web[Browser] --> dns[Round-robin DNS] -->|HTTPS| a[Order API 1]
     dns -->|HTTPS| b[Order API 2]
     dns -->|HTTPS| c[Order API 3]`,
    '33% of the clients keep calling it until somebody removes the record, and then for its TTL',
    'Order API 3 may be dead',
    'State a health check every 30s',
  ],
  [
    'dns-without-health-check',
    'the nearest server',
    `dns[GeoDNS] -->|HTTPS| a[Order API 1]
     dns -->|HTTPS| b[Order API 2]`,
    'the clients nearest to it keep calling it',
  ],
  ['dns-without-health-check', 'one server', `dns[Round-robin DNS] -->|HTTPS| a[Order API]`],
  [
    'dns-without-health-check',
    'checks that are stated',
    `dns[Round-robin DNS] -->|HTTPS| a[Order API 1]
     dns -->|HTTPS| b[Order API 2]
     dns@{ healthCheck: 30s }`,
  ],
  [
    'dns-without-health-check',
    'checks that are drawn',
    `dns[Round-robin DNS] -->|HTTPS| a[Order API 1]
     dns -->|HTTPS| b[Order API 2]
     probe[Health probe] -->|HTTPS| a`,
  ],
])
