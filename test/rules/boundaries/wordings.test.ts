// Findings about balancers, queues and promises: the sums, names and shares that they state.

import { testRows } from '../rows'

const balanced = (more = '') => `web[Browser] -->|HTTPS| lb[Load balancer]
lb -->|HTTP| a[Order API 1]
lb -->|HTTP| b[Order API 2]
${more}`

testRows([
  [
    'missing-health-check',
    'two copies',
    balanced(),
    'Nothing says that Load balancer checks whether Order API 1 and Order API 2 still answer. When one server dies, 1 of 2 requests fails until somebody notices. Write healthCheck: /healthz. | State healthCheck: /healthz',
  ],
  [
    'missing-health-check',
    'one server',
    'web[Browser] -->|HTTPS| lb[Load balancer] -->|HTTP| a[Order API]',
    'whether Order API still answers. When one server dies, its share of the requests fails',
  ],
  [
    'missing-health-check',
    'one server with copies',
    'web[Browser] -->|HTTPS| lb[Load balancer] -->|HTTP| a[Order API]\n%% a@{ replicas: 4 }',
    'When one server dies, 1 of 4 requests fails',
  ],
  [
    'missing-health-check',
    'different servers',
    'web[Browser] -->|HTTPS| lb[Load balancer]\nlb -->|HTTP| a[Order API]\nlb -->|HTTP| b[Stock API]',
    'whether Order API and Stock API still answer. When one server dies, its share of the requests fails',
  ],
  [
    'missing-health-check',
    'more than three servers',
    'web[Browser] -->|HTTPS| lb[Load balancer]\nlb -->|HTTP| a[Order API]\nlb -->|HTTP| b[Stock API]\nlb -->|HTTP| c[Price API]\nlb -->|HTTP| d[Mail API]',
    'whether its 4 targets still answer.',
  ],
  [
    'missing-health-check',
    'at layer 4',
    balanced('%% lb@{ layer: L4 }'),
    'Write healthCheck: tcp. | State healthCheck: tcp',
  ],
  ['missing-health-check', 'it is stated', balanced('%% lb@{ healthCheck: /healthz }')],
  [
    'missing-health-check',
    'of each server',
    balanced('%% a@{ healthCheck: true }\n%% b@{ readiness: none }'),
  ],
  [
    'missing-health-check',
    'of one server alone',
    balanced('%% a@{ healthCheck: true }'),
    'Nothing says that Load balancer checks',
  ],
  [
    'l4-cannot-route-http',
    'by a cookie',
    balanced('%% lb@{ layer: L4, sticky: cookie }'),
    'Load balancer binds clients by cookie, but works at layer 4 (',
    'Write layer: L7 on Load balancer, or route by host name (SNI) or port.',
    'Let Load balancer read requests (layer: L7)',
  ],
  ['l4-cannot-route-http', 'by an address', balanced('%% lb@{ layer: L4, sticky: source-ip }')],
  [
    'l4-cannot-route-http',
    'by its name',
    'web[Browser] -->|HTTPS| lb[NLB with path-based routing] -->|HTTP| a[Order API]',
    'is to do path-based routing, but works at layer 4',
    'Use a layer-7 balancer instead of',
  ],
  [
    'l4-cannot-route-http',
    'by the words of an arrow',
    'web[Browser] -->|HTTPS| lb[NLB]\nlb -->|header-based routing| a[Order API]\nlb --> b[Stock API]',
    'NLB routes by the contents of requests, but',
  ],
  [
    'l4-cannot-route-http',
    'by paths',
    'web[Browser] -->|HTTPS| lb[NLB]\nlb -->|GET /orders| a[Order API]\nlb -->|GET /stock| b[Stock API]',
    'NLB routes /orders, /stock to different servers, but',
    '/stock goes to Stock API',
  ],
  [
    'l4-cannot-route-http',
    'by paths to one server',
    'web[Browser] -->|HTTPS| lb[NLB]\nlb -->|GET /orders| a[Order API]\nlb -->|GET /stock| a',
  ],
  [
    'l4-cannot-route-http',
    'by one path to two servers',
    'web[Browser] -->|HTTPS| lb[NLB]\nlb -->|GET /orders| a[Order API 1]\nlb -->|GET /orders| b[Order API 2]',
  ],
  [
    'stacked-l7',
    'two proxies',
    'web[Browser] -->|HTTPS| a[HAProxy] -->|HTTP| b[nginx] -->|HTTP| api[Order API]\n%% a@{ layer: L7 }\n%% b@{ p50: 2ms }',
    'HAProxy and nginx both read every request, one after the other. Each one adds about 2 ms, idle timeouts',
    'Let one of them do the work of both, or let HAProxy pass connections on (layer: L4).',
  ],
  [
    'stacked-l7',
    'two that only one role has',
    'web[Browser] -->|HTTPS| a[ALB] -->|HTTP| b[nginx] -->|HTTP| api[Order API]',
    'or put a layer-4 balancer in place of ALB.',
  ],
  [
    'stacked-l7',
    'one of them passes connections on',
    'web[Browser] -->|HTTPS| a[HAProxy] -->|HTTP| b[nginx] -->|HTTP| api[Order API]\n%% a@{ layer: L4 }',
  ],
  [
    'stacked-l7',
    'a proxy and a gateway',
    'web[Browser] -->|HTTPS| a[ALB] -->|HTTP| b[Kong API gateway] -->|HTTP| api[Order API]',
  ],
  [
    'stacked-l7',
    'the second serves files itself',
    'web[Browser] -->|HTTPS| a[ALB] -->|HTTP| b[nginx + UI] -->|HTTP| api[Order API]',
  ],
  [
    'sticky-session',
    'by a cookie',
    balanced('%% lb@{ sticky: cookie }'),
    'Load balancer binds each client to one server by cookie. A server that dies or is deployed loses its sessions',
  ],
  [
    'sticky-session',
    'by an address',
    balanced('%% lb@{ sticky: source-ip }'),
    'binds each client to one server by its address. All clients behind one address',
  ],
  [
    'sticky-session',
    'by a hash of the address',
    balanced('%% lb@{ algorithm: ip-hash }'),
    'binds each client to one server by its address. All clients',
  ],
  ['sticky-session', 'not at all', balanced('%% lb@{ sticky: false }')],
  ['sticky-session', 'by turns', balanced('%% lb@{ algorithm: round-robin }')],
  [
    'sticky-session',
    'in words',
    'web[Browser] -->|HTTPS| lb["Load balancer, sticky sessions"]\nlb -->|HTTP| a[Order API 1]',
    /binds each client to one server\. A server/,
  ],
  [
    'sticky-session',
    'in words on the way to the servers',
    'web[Browser] -->|HTTPS| lb[Load balancer]\nlb -->|"HTTP, session affinity"| a[Order API 1]',
    'Load balancer binds each client to one server. A server',
  ],
  [
    'sticky-session',
    'denied in words',
    'web[Browser] -->|HTTPS| lb["Load balancer, no sticky sessions"]\nlb -->|HTTP| a[Order API 1]',
  ],
  [
    'sticky-session',
    'of sockets',
    'web[Browser] -->|WebSocket| lb[Load balancer]\nlb -->|WebSocket| a[Chat API]\n%% lb@{ sticky: cookie }',
  ],
  [
    'health-check-cascade',
    'readiness touches what all share',
    'lb[Load balancer] -->|HTTP| api[Order API] -->|SQL| db[(Postgres)]\n%% api@{ readiness: [db], replicas: 3 }',
    'When Postgres is slow, all 3 copies of Order API become unready at the same moment',
    'all copies share Postgres | Let readiness check only the process',
  ],
  [
    'health-check-cascade',
    'copies of which nobody says how many',
    'lb[Load balancer] -->|HTTP| api[Order API] -->|SQL| db[(Postgres)]\n%% api@{ readiness: [db] }',
    'When Postgres is slow, all copies of Order API become unready',
  ],
  [
    'health-check-cascade',
    'a single copy that nobody balances',
    'web[Browser] -->|HTTPS| api[Order API] -->|SQL| db[(Postgres)]\n%% api@{ readiness: [db], replicas: 1 }',
  ],
  [
    'health-check-cascade',
    'it fails open',
    'lb["Load balancer, fail open"] -->|HTTP| api[Order API] -->|SQL| db[(Postgres)]\n%% api@{ readiness: [db], replicas: 3 }',
  ],
  [
    'health-check-cascade',
    'a deep path',
    'lb[Load balancer] -->|HTTP| api[Order API] -->|SQL| db[(Postgres)]\n%% lb@{ healthCheck: /health/deep }',
    'Load balancer calls /health/deep, which checks what its servers depend on: when Postgres is slow, it takes all of them out at once.',
  ],
  [
    'health-check-cascade',
    'a deep path in front of nothing shared',
    'lb[Load balancer] -->|HTTP| api[Order API]\n%% lb@{ healthCheck: /health/deep }',
  ],
])

const hidden = (worker: string, more = '') =>
  `api[Order API] -->|AMQP| q["SQS jobs (visibility timeout 30s)"]
q -->|SQS| w[Mail worker]
%% w@{ ${worker} }
${more}`

testRows([
  [
    'visibility-timeout-too-short',
    'work that takes as long',
    hidden('p99: 30s'),
    'SQS jobs hides a message for 30s, and Mail worker takes 30s. After 30s a second consumer gets the message',
    'Write a visibility timeout well above 30s, or let Mail worker extend it',
    'Mail worker takes 30s',
  ],
  ['visibility-timeout-too-short', 'work that takes less', hidden('p99: 29s')],
  [
    'visibility-timeout-too-short',
    'the longest counts',
    hidden('p50: 1s, p99: 2s, timeout: 40s'),
    'Mail worker takes 40s.',
  ],
  [
    'visibility-timeout-too-short',
    'a call that it waits for',
    hidden('p99: 1s', 'w -->|HTTP| smtp[SMTP service]\n%% w->smtp@{ timeout: 12s, attempts: 3 }'),
    'Mail worker waits up to 3 × 12s for SMTP service. After 30s',
    'well above 36s',
    'The wait for SMTP service',
  ],
  [
    'visibility-timeout-too-short',
    'a shorter call that it waits for',
    hidden('p99: 1s', 'w -->|HTTP| smtp[SMTP service]\n%% w->smtp@{ timeout: 14s, attempts: 2 }'),
  ],
  ['visibility-timeout-too-short', 'it is extended', hidden('p99: 60s', 'w -->|ChangeMessageVisibility| q')],
])

const promise = (objective: string, more = '') =>
  `web[Browser] -->|HTTPS| api[Order API] -->|SQL| db[(Postgres)]
%% api@{ availability: 99.9%, p50: 10ms, p99: 20ms }
%% db@{ availability: 99.5%, p50: 10ms, p99: 20ms }
%% arrowsmith: { assume: nothing, objectives: { buy: { from: web, to: api, ${objective} } } }
${more}`

testRows([
  [
    'availability-objective-missed',
    'what decides, and by how much',
    promise('availability: 99.9%'),
    'promises 99.9% and reaches 99.40%: 53 h of outage a year instead of 8.8 h. Most of it: Postgres 44 h, Order API 8.7 h. Add a replica or a fallback there, or promise 99.4%.',
    'Postgres: 44 h a year',
  ],
  [
    'availability-objective-missed',
    'minutes',
    promise('availability: 99.999%', '%% api@{ availability: 99.995% }\n%% db@{ availability: 99.999% }'),
    'promises 99.999% and reaches 99.9940%: 32 min of outage a year instead of 5.3 min.',
    'Order API 26 min, Postgres 5.3 min',
  ],
  [
    'availability-objective-missed',
    'seconds',
    promise('availability: 99.99999%', '%% api@{ availability: 99.9999% }\n%% db@{ availability: 100% }'),
    'reaches 99.99990%: 32 s of outage a year instead of 3.2 s.',
  ],
  [
    'availability-objective-missed',
    'a little less than promised',
    promise('availability: 99.9%', '%% api@{ availability: 99.897% }\n%% db@{ availability: 100% }'),
    'promises 99.9% and reaches 99.897%: 9 h of outage a year instead of 8.8 h.',
  ],
  ['availability-objective-missed', 'just what is reached', promise('availability: 99.4%')],
  ['availability-objective-missed', 'less than is reached', promise('availability: 99%')],
  [
    'latency-objective-missed',
    'what takes most of it',
    promise('p99: 30ms'),
    'promises p99 30ms and takes 33.',
    ' within 30ms, 99% promised. Most of it: ',
    /Order API 1[67](?:\.\d)?ms|Postgres 1[67](?:\.\d)?ms/,
    'Speed up the slowest part, call it in parallel, drop it, or promise 50ms.',
  ],
  ['latency-objective-missed', 'enough time', promise('p99: 34ms')],
  [
    'latency-objective-missed',
    'requests that fail are late',
    promise('p99: 1s', '%% api->db@{ errorRate: 2% }'),
    'promises p99 1s and 2% of its requests fail: 98% within 1s, 99% promised.',
    'Raise the timeout that they exceed if there is time, retry, or give the call a fallback.',
  ],
  [
    'latency-objective-missed',
    'more arrives than is served',
    promise('p99: 1s', '%% web@{ rate: 200/s }\n%% db@{ capacity: 100/s }'),
    'promises p99 1s and its latency grows without limit:',
    'Add replicas or capacity, or admit fewer requests with a rateLimit.',
  ],
  [
    'failover-exceeds-objective',
    'what a month allows',
    promise('availability: 99.99%', '%% db@{ failover: 10m }'),
    'Postgres fails over in 10m: one fail-over uses more than the 4.3 min of outage that 99.99% allows buy in a month. Detect failures faster',
  ],
  [
    'failover-exceeds-objective',
    'less than a month allows',
    promise('availability: 99.9%', '%% db@{ failover: 10m }'),
  ],
  [
    'failover-exceeds-objective',
    'seconds of a month',
    promise('availability: 99.999%', '%% db@{ failover: 30s }'),
    'uses more than the 26 s of outage that 99.999% allows buy in a month.',
  ],
  [
    'failover-exceeds-objective',
    'its own promise',
    'api[Order API] -->|SQL| db[(Postgres)]\n%% db@{ failover: 90s, rto: 1m }',
    'Postgres fails over in 1.5m, and may be down for 1m.',
    'the outage accepted',
  ],
  [
    'failover-exceeds-objective',
    'as long as its own promise',
    'api[Order API] -->|SQL| db[(Postgres)]\n%% db@{ failover: 60s, rto: 1m }',
  ],
  [
    'failover-exceeds-objective',
    'two promises of one flow, told once',
    promise('rto: 10s', '%% db@{ failover: 30s, rto: 5s }'),
    'and buy may be down for 10s.',
  ],
])
