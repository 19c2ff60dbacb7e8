// Rows of several categories: the same picture with and without what a rule asks for.

import { testRows } from '../rows'

const trace = (lines: string) =>
  `sequenceDiagram
participant web as Browser
participant api as Order service
participant stock as Stock service
participant pay as Stripe
participant db as Postgres
${lines}`

const mails = (objective: string, worker = 'concurrency: 4') =>
  `web[Browser] -->|HTTPS| api[Order API] -->|AMQP| q[[RabbitMQ]]
q -->|AMQP| w[Mail worker]
%% web@{ rate: 100/s }
%% w@{ p50: 30ms, p99: 30ms, ${worker} }
%% arrowsmith: { assume: nothing, objectives: { mails: { from: q, ${objective} } } }`

const promised = (objective: string, more = '') =>
  `web[Browser] -->|HTTPS| api[Order API] -->|SQL| db[(Postgres)]
%% arrowsmith: { assume: nothing, objectives: { buy: { from: web, ${objective} } } }
${more}`

const inOneRegion = (more = '') =>
  `subgraph eu [eu-west-1]
api[Order API] -->|SQL| db[(Postgres)]
end
web[Browser] -->|HTTPS| api
%% arrowsmith: { objectives: { buy: { from: web, availability: 99.999% } } }
${more}`

/** Two services that certainly use it, and one that may. */
const shared = (third: string, store = 'd[(Postgres)]', label = '') =>
  `a[Order service] --> ${store}\nb[Stock service] --> d\n${third} -->${label} d`

testRows([
  ['unversioned-api', 'a third party calls', 's[Stripe] -->|POST /hooks| api[Order service]', '/hooks'],
  ['unversioned-api', 'a third party calls another', 's[Stripe] -->|POST /hooks| t[PayPal]'],
  ['unversioned-api', 'our own page calls', 'web[Browser] -->|POST /orders| api[Order service]'],
  ['unversioned-api', 'it has a version', 's[Stripe] -->|POST /v1/hooks| api[Order service]'],
  [
    'unversioned-api',
    'for everybody',
    'web[Browser] -->|POST /orders| api[Order service]\n%% api@{ audience: public }',
    '/orders',
  ],
  [
    'unversioned-api',
    'for ourselves, whoever calls',
    's[Stripe] -->|POST /hooks| api[Order service]\n%% api@{ audience: internal }',
  ],

  [
    'sync-cycle',
    'two services',
    'a[Order service] -->|HTTP| b[Stock service]\nb -->|HTTP| a',
    'Order service',
  ],
  ['sync-cycle', 'a client in it', 'a[Order service] -->|HTTP| b[Browser]\nb -->|HTTP| a'],
  ['sync-cycle', 'nobody waits', 'a[Order service] -->|HTTP| b[Stock service]\nb -->|async HTTP| a'],

  [
    'undeclared-node',
    'the label instead of the id',
    'a[Order API] --> b[Stock API]\nb --> c[Price API]\nc --> order_api',
    '“order_api” draws a second box',
    'Write a',
  ],
  [
    'undeclared-node',
    'the label of two',
    'a[Order API] --> b[Stock API]\nb --> c[Price API]\nd[Order API] --> b\nc --> order_api',
  ],
  ['undeclared-node', 'one in three has no label', 'a[Order API] --> b[Stock API]\nb --> order_api'],
  ['undeclared-node', 'another name', 'a[Order API] --> b[Stock API]\nb --> c[Price API]\nc --> mail_api'],

  [
    'dns-without-health-check',
    'copies in one place',
    'dns[DNS] --> a[Order API 1]\ndns --> b[Order API 2]\ndns --> c[Order API 3]',
    'or put a balancer in front',
    '33% of the clients',
  ],
  [
    'dns-without-health-check',
    'copies in two places',
    'dns[DNS] --> a\ndns --> b\nsubgraph east\na[Order API 1]\nend\nsubgraph west\nb[Order API 2]\nend',
    'State healthCheck: 30s.',
  ],
  [
    'dns-without-health-check',
    'balancers',
    'dns[DNS] --> a[Load balancer 1]\ndns --> b[Load balancer 2]',
    'State healthCheck: 30s.',
  ],
  [
    'dns-without-health-check',
    'copies without a number',
    'dns[DNS] --> a[Order API]\ndns --> b[Order API]',
    '2 × Order API',
  ],
  ['dns-without-health-check', 'one server', 'dns[DNS] --> a[Order API 1]'],

  [
    'keepalive-mismatch',
    'a balancer of AWS has one for both sides',
    'lb[AWS ALB] -->|HTTP| api[Order service]\n%% lb@{ idleTimeout: 2m }\n%% api@{ idleTimeout: 90s }',
    '2m',
  ],
  [
    'keepalive-mismatch',
    'two seconds less',
    'lb[AWS ALB] -->|HTTP| api[Order service]\n%% lb@{ idleTimeout: 60s }\n%% api@{ idleTimeout: 62s }',
  ],
  [
    'keepalive-mismatch',
    'a second less',
    'lb[AWS ALB] -->|HTTP| api[Order service]\n%% lb@{ idleTimeout: 60s }\n%% api@{ idleTimeout: 61s }',
    '61s',
  ],

  [
    'missing-health-check',
    'two copies',
    'lb[Load balancer] -->|HTTP| a[Order API 1]\nlb -->|HTTP| b[Order API 2]',
    '1 of 2 requests fails',
  ],
  [
    'missing-health-check',
    'a stated number of copies',
    'lb[Load balancer] -->|HTTP| a[Order API]\n%% a@{ replicas: 4 }',
    '1 of 4 requests fails',
  ],

  [
    'stacked-l7',
    'two balancers',
    'lb[AWS ALB] -->|HTTP| p[nginx proxy]\np -->|HTTP| api[Order service]',
    'both read',
  ],
  ['stacked-l7', 'an ingress', 'lb[AWS ALB] -->|HTTP| p[nginx ingress]\np -->|HTTP| api[Order service]'],
  ['stacked-l7', 'a sidecar', 'lb[AWS ALB] -->|HTTP| p[Envoy]\np -->|HTTP| api[Order service]'],

  [
    'charge-before-record',
    'the order is stored afterwards',
    trace('api->>pay: POST /charges\napi->>db: INSERT order'),
    'Order service',
  ],
  ['charge-before-record', 'another stores', trace('api->>pay: POST /charges\nstock->>db: INSERT order')],
  ['charge-before-record', 'nobody is charged', trace('api->>stock: POST /charges\napi->>db: INSERT order')],
  ['charge-before-record', 'a quote', trace('api->>pay: GET /charges/quote\napi->>db: INSERT order')],
  [
    'charge-before-record',
    'stored before, too',
    trace('api->>db: INSERT order\napi->>pay: POST /charges\napi->>db: INSERT receipt'),
  ],
  [
    'charge-before-record',
    'noted before',
    trace('api->>api: create order\napi->>pay: POST /charges\napi->>db: INSERT order'),
  ],
  [
    'charge-before-record',
    'another service keeps it',
    trace('api->>stock: reserve items\napi->>pay: POST /charges\napi->>db: INSERT order'),
  ],
  [
    'charge-before-record',
    'what a client asks for is not stored',
    trace('web->>api: create order\napi->>pay: POST /charges\napi->>db: INSERT order'),
    'Order service',
  ],
  [
    'charge-before-record',
    'an answer stores nothing',
    trace('api->>pay: POST /charges\npay-->>api: created\nstock->>db: INSERT order'),
  ],

  ['background-objective-missed', 'worked off too late', mails('drain: 1h'), 'drain 1h', 'promise 3h'],
  ['background-objective-missed', 'worked off in time', mails('drain: 4h')],
  ['background-objective-missed', 'too old', mails('freshness: 10ms'), 'freshness 10ms'],
  ['background-objective-missed', 'young enough', mails('freshness: 10s')],
  [
    'background-objective-missed',
    'one of both',
    mails('freshness: 10s, drain: 1h'),
    'drain 1h',
    'gets 100 messages',
    'at most 133',
  ],
  ['background-objective-missed', 'never worked off', mails('drain: 1h', 'concurrency: 2'), 'at most 66.7'],

  [
    'latency-objective-missed',
    'by what is stated',
    promised('p99: 100ms', '%% api@{ p50: 200ms, p99: 200ms }\n%% db@{ p50: 1ms, p99: 1ms }'),
    'promises p99 100ms and takes 201ms',
    '0% within 100ms, 99% promised',
    'Most of it: Order API 200ms',
    'Speed up',
  ],
  [
    'latency-objective-missed',
    'by what is assumed',
    promised('p50: 0.1ms', '%% api@{ p50: 0.01ms, p99: 0.02ms }').replace('assume: nothing, ', ''),
    'That rests on Postgres, whose time is assumed: state its p50.',
  ],
  [
    'latency-objective-missed',
    'by the network',
    promised(
      'p99: 20ms',
      '%% api@{ p50: 1ms, p99: 1ms, region: eu-west-1 }\n%% db@{ p50: 1ms, p99: 1ms, region: us-east-1 }',
    ),
    'the network from Order API to Postgres',
  ],
  [
    'latency-objective-missed',
    'kept',
    promised('p99: 300ms', '%% api@{ p50: 200ms, p99: 200ms }\n%% db@{ p50: 1ms, p99: 1ms }'),
  ],

  ['single-region', 'all in one', inOneRegion(), 'eu-west-1'],
  ['single-region', 'beside a place for disasters', inOneRegion('dr[DR site]\napi --> dr')],
  ['single-region', 'too little is promised', inOneRegion().replace('99.999%', '99%')],

  [
    'call-in-loop',
    'within an option',
    trace('loop each item\nopt sometimes\napi->>stock: GET /stock/1\nstock-->>api: 200\nend\nend'),
    'Stock service',
  ],
  [
    'call-in-loop',
    'of a known time',
    trace('loop each item\napi->>stock: GET /stock/1\nstock-->>api: 200\nend\n%% stock@{ p50: 20ms }'),
    'each adds 20ms (50 of them 1s)',
  ],
  ['call-in-loop', 'once', trace('opt sometimes\napi->>stock: GET /stock/1\nstock-->>api: 200\nend')],

  ['insecure-transport', 'in the clear', 'web[Browser] -->|HTTP| api[Order service]', 'HTTP'],
  [
    'insecure-transport',
    'beside what it calls by HTTPS',
    'web[Browser] -->|HTTP| api[Order service]\napi -->|HTTPS| s[Stripe]',
    'HTTP',
  ],
  [
    'insecure-transport',
    'beside HTTPS between the same two',
    'web[Browser] -->|HTTP| api[Order service]\nweb -->|HTTPS| api',
  ],
  ['insecure-transport', 'sent on', 'web[Browser] -->|HTTP, redirect| api[Order service]'],
  ['insecure-transport', 'encrypted all the same', 'web[Browser] -->|HTTP on 443| api[Order service]'],

  [
    'udp-amplification',
    'anybody asks by datagram',
    'app[Mobile app] -->|UDP| game[Game server]',
    'Game server',
  ],
  ['udp-amplification', 'by a connection', 'app[Mobile app] -->|HTTPS| game[Game server]'],
  ['udp-amplification', 'by QUIC', 'app[Mobile app] -->|QUIC over UDP| game[Game server]'],
  ['udp-amplification', 'a service asks', 'app[Order service] -->|UDP| game[Game server]'],
  ['udp-amplification', 'limited', 'app[Mobile app] -->|UDP| game[Game server]\n%% game@{ rateLimit: 10/s }'],
  [
    'udp-amplification',
    'within a building',
    'app[Mobile app] -->|UDP| game[Game server]\n%% game@{ network: lan }',
  ],

  [
    'oversized-timeout',
    'five seconds for a cache',
    'api[Order service] -->|"RESP, 5s timeout"| c[(Redis cache)]',
    '5s',
  ],
  ['oversized-timeout', 'a little less', 'api[Order service] -->|"RESP, 4.9s timeout"| c[(Redis cache)]'],
  [
    'oversized-timeout',
    'for a service that is as slow',
    'api[Order service] -->|"HTTP, 5s timeout"| s[Stock service]\n%% s@{ p99: 2s }',
  ],

  ['shared-database', 'three services', shared('c[Price service]'), 'all use Postgres'],
  ['shared-database', 'two services', 'a[Order service] --> d[(Postgres)]\nb[Stock service] --> d'],
  ['shared-database', 'a worker', shared('c[Price worker]')],
  [
    'shared-database',
    'who only reads',
    shared('c[Price service]', 'd[(Postgres)]', '|SQL reads|'),
    'all use',
  ],
  ['shared-database', 'a report', shared('c[Report service]', 'd[(Postgres)]', '|SQL reads|')],
  [
    'shared-database',
    'who reads and writes',
    shared('c[Price service]', 'd[(Postgres)]', '|SQL reads and writes|'),
    'all use',
  ],
  ['shared-database', 'a cache', shared('c[Price service]', 'd[(Redis cache)]')],
  ['shared-database', 'in the process', shared('c[Price service]', 'd[(SQLite)]')],
  ['shared-database', 'a copy of one of them', shared('c[Order service 2]')],
  ['shared-database', 'one schema each', shared('c[Price service]', 'd[(Postgres, schema per service)]')],
  ['shared-database', 'something by no such name', shared('c[Desk]')],
  ['shared-database', 'a service that says whose tables are whose', shared('c[Price service, own schema]')],

  ['undefined-class', 'another is defined', 'a:::hot --> b\nclassDef cold fill:#00f', 'No classDef defines'],
  ['undefined-class', 'spelled otherwise', 'a:::hott --> b\nclassDef hot fill:#f00', 'Did you mean `hot`'],
  ['undefined-class', 'none is defined', 'a:::hot --> b'],
  ['undefined-class', 'it is defined', 'a:::hot --> b\nclassDef hot fill:#f00'],

  [
    'modulo-sharding',
    'by a number',
    'a[Order service] -->|hash of id % 4| b[(Redis cache)]',
    'From 4 to 5, 80%',
  ],
  [
    'modulo-sharding',
    'by their number',
    'a[Order service] -->|user_id mod N| b[(Redis cache)]',
    'From N to N + 1',
  ],
  ['modulo-sharding', 'into slots', 'a[Order service] -->|hash of id % 1024| b[(Redis cache)]'],

  // Of 8760 hours.
  [
    'availability-objective-missed',
    'by hours',
    promised('availability: 99.9%', '%% api@{ availability: 99% }\n%% db@{ availability: 99.99% }'),
    '88 h of outage a year instead of 8.8 h',
    'Most of it: Order API 88 h.',
    'or promise 98.9%',
  ],
  [
    'availability-objective-missed',
    'by minutes',
    promised('availability: 99.9999%', '%% api@{ availability: 99.999% }\n%% db@{ availability: 100% }'),
    'reaches 99.99900%: 5.3 min of outage a year instead of 32 s',
  ],
  [
    'availability-objective-missed',
    'by seconds',
    promised('availability: 99.99999%', '%% api@{ availability: 99.9999% }\n%% db@{ availability: 100% }'),
    '32 s of outage a year instead of 3.2 s',
  ],
  [
    'availability-objective-missed',
    'hardly, told with as many digits as it takes',
    promised('availability: 99.9%', '%% api@{ availability: 99.8999% }\n%% db@{ availability: 100% }'),
    'promises 99.9% and reaches 99.8999%: 8.77 h of outage a year instead of 8.76 h',
  ],
  [
    'availability-objective-missed',
    'by what is assumed',
    promised('availability: 99.99%').replace('assume: nothing, ', ''),
    'That rests on Postgres, assumed at 99.5%: state its availability or its replicas.',
  ],
  [
    'availability-objective-missed',
    'kept',
    promised('availability: 99%', '%% api@{ availability: 99.5% }\n%% db@{ availability: 99.9% }'),
  ],

  ['missing-authentication', 'for the few', 'web[Browser] -->|HTTPS| api[Admin API]', 'no sign-in is drawn'],
  ['missing-authentication', 'for everybody', 'web[Browser] -->|HTTPS| api[Order API]'],
  [
    'missing-authentication',
    'who proves itself',
    'web[Browser] -->|HTTPS| api[Admin API]\n%% web->api@{ auth: jwt }',
  ],
  [
    'missing-authentication',
    'stated as open',
    'web[Browser] -->|HTTPS| api[Admin API]\n%% web->api@{ auth: none }',
    'Admin API',
  ],
  [
    'missing-authentication',
    'stated as not there',
    'web[Browser] -->|HTTPS| api[Admin API]\n%% web->api@{ auth: false }',
    'Admin API',
  ],
  ['missing-authentication', 'by a certificate', 'web[Browser] -->|HTTPS, mTLS| api[Admin API]'],

  [
    'retry-unbounded',
    'more than five',
    'a[Order service] -->|"HTTP, 6 attempts"| b[Stock service]',
    'up to 6 times',
  ],
  ['retry-unbounded', 'five', 'a[Order service] -->|"HTTP, 5 attempts"| b[Stock service]'],

  [
    'websocket-heartbeat',
    'none',
    'web[Browser] -->|WebSocket| lb[AWS ALB]\nlb -->|HTTP| api[Chat service]',
    'AWS ALB closes an idle connection after 1m',
    'Write heartbeat: 30s.',
  ],
  [
    'websocket-heartbeat',
    'in time',
    'web[Browser] -->|"WebSocket, heartbeat every 20s"| lb[AWS ALB]\nlb -->|HTTP| api[Chat service]',
  ],
  [
    'websocket-heartbeat',
    'of its library',
    'web[Browser] -->|Socket.IO over WebSocket| lb[AWS ALB]\nlb -->|HTTP| api[Chat service]',
  ],
])
