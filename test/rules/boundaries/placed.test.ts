// Where things run and how often: zones, regions, copies, machines, shards, CDNs, round trips.

import { testRows } from '../rows'

const twoRegions = (arrow: string, more = '') => `a[(Postgres EU)] ${arrow} b[(Postgres US)]
     x[Order service EU] -->|writes| a
     y[Order service US] -->|writes| b
     ${more}`

testRows([
  [
    'active-active-conflict',
    'two heads',
    twoRegions('<-->|async replication|'),
    'Postgres EU and Postgres US both take writes and copy them to each other. Until a write arrives, the other may change',
    'Postgres EU takes writes | Postgres US takes writes',
  ],
  ['active-active-conflict', 'one head', twoRegions('-->|async replication|')],
  [
    'active-active-conflict',
    'one head and the words',
    twoRegions('-->|bidirectional replication|'),
    'both take writes',
  ],
  [
    'active-active-conflict',
    'two arrows',
    twoRegions('-->|replication|', 'b -->|replication| a'),
    'Postgres US and Postgres EU both take writes',
  ],
  [
    'active-active-conflict',
    'with the way between them',
    twoRegions('<-->|async replication|', '%% a->b@{ rtt: 80ms }'),
    'Until a write arrives, some 40 ms, the other',
  ],
  [
    'active-active-conflict',
    'one of them is only read',
    'a[(Postgres EU)] <-->|async replication| b[(Postgres US)]\nx[Order service EU] -->|writes| a\ny[Order service US] -->|reads| b',
  ],
  [
    'active-active-conflict',
    'one of them is read and written',
    'a[(Postgres EU)] <-->|async replication| b[(Postgres US)]\nx[Order service EU] -->|writes| a\ny[Order service US] -->|reads and writes| b',
    'both take writes',
  ],
  [
    'active-active-conflict',
    'conflicts are settled, as stated',
    twoRegions('<-->|async replication|', '%% b@{ conflicts: crdt }'),
  ],
  [
    'active-active-conflict',
    'conflicts are not settled, as stated',
    twoRegions('<-->|async replication, LWW|', '%% b@{ conflicts: none }'),
    'both take writes',
  ],
  [
    'active-active-conflict',
    'a write waits for both',
    twoRegions('<-->|replication|', '%% a->b@{ replication: sync }'),
  ],
  [
    'active-active-conflict',
    'a write waits for most',
    twoRegions('<-->|replication|', '%% a->b@{ replication: quorum }'),
  ],
  [
    'active-active-conflict',
    'a product that settles it',
    twoRegions('<-->|async replication|').replace('Postgres US', 'Cassandra US'),
  ],
  [
    'active-active-conflict',
    'an arrow that says how',
    twoRegions('<-->|"async replication, last write wins"|'),
  ],
  [
    'active-active-conflict',
    'shards of a search engine',
    twoRegions('<-->|replication|').replaceAll('Postgres', 'Elasticsearch'),
  ],
])

const copied = (arrow: string, more = '') => `a[(Postgres primary)] -->|${arrow}| b[(Postgres standby)]
     ${more}`

testRows([
  [
    'async-replication-loss',
    'said on the arrow',
    copied('async replication'),
    'Postgres standby takes over from Postgres primary but lags behind it.',
    'are lost in a fail-over. State',
  ],
  [
    'async-replication-loss',
    'stated of the standby',
    copied('replication', '%% b@{ replication: async }'),
    'takes over from',
  ],
  [
    'async-replication-loss',
    'stated of the arrow over the standby',
    copied('replication', '%% b@{ replication: async }\n%% a->b@{ replication: sync }'),
  ],
  ['async-replication-loss', 'nothing says how', copied('replication')],
  [
    'async-replication-loss',
    'a replica to read from',
    copied('async replication').replace('standby', 'replica'),
  ],
  [
    'async-replication-loss',
    'a replica that stands by, as stated',
    copied('async replication', '%% b@{ active: passive }').replace('standby', 'replica'),
    'takes over from',
  ],
  [
    'async-replication-loss',
    'a replica in a group that stands by',
    'subgraph dr [DR region]\nb[(Postgres replica)]\nend\na[(Postgres primary)] -->|async replication| b',
    'takes over from',
  ],
  ['async-replication-loss', 'how much may be lost', copied('async replication', '%% b@{ rpo: 5s }')],
  [
    'async-replication-loss',
    'how much may be lost, of the primary',
    copied('async replication', '%% a@{ rpo: 5s }'),
  ],
  ['async-replication-loss', 'the lag of the arrow', copied('async replication', '%% a->b@{ lag: 5s }')],
  ['async-replication-loss', 'the lag in words', copied('"async replication, lag under 5 s"')],
  [
    'async-replication-loss',
    'writes a second',
    copied('async replication', '%% a@{ rate: 200/s }'),
    ': at 200 writes a second, each second of lag loses that number of writes',
  ],
  [
    'async-replication-loss',
    'a service copies',
    'a[Order service] -->|async replication| b[(Postgres standby)]',
  ],
  [
    'async-replication-loss',
    'into a group',
    'subgraph dr [Standby]\nb[(Postgres)]\nend\na[(Postgres primary)] -->|async replication| dr',
  ],
])

testRows([
  [
    'cdn-caches-private',
    'a cart that is cached',
    'web[Browser] -->|"GET /cart, TTL 60s"| cdn[CloudFront CDN]',
    'CloudFront CDN caches /cart, which differs from user to user',
    'at "GET /cart, TTL 60s"',
  ],
  [
    'cdn-caches-private',
    'a cart for no time',
    'web[Browser] -->|GET /cart| cdn[CloudFront CDN]\n%% web->cdn@{ ttl: 0s }',
  ],
  ['cdn-caches-private', 'a cart that is passed on', 'web[Browser] -->|GET /cart| cdn[CloudFront CDN]'],
  [
    'cdn-caches-private',
    'a cart at a CDN that keeps all for a minute',
    'web[Browser] -->|GET /cart| cdn[CloudFront CDN]\n%% cdn@{ ttl: 60s }',
    'caches /cart',
  ],
  [
    'cdn-caches-private',
    'a cart at a CDN that keeps nothing',
    'web[Browser] -->|GET /cart| cdn[CloudFront CDN]\n%% cdn@{ ttl: 0s }',
  ],
  [
    'cdn-caches-private',
    'a CDN that is bypassed',
    'web[Browser] -->|"GET /cart, TTL 60s"| cdn[CloudFront CDN for public pages]',
  ],
  [
    'cdn-caches-private',
    'from its origin',
    'cdn[CloudFront CDN] -->|"account page, cached"| api[Order API]',
    'caches “account page, cached”',
  ],
  [
    'cdn-caches-private',
    'by how often it is found',
    'web[Browser] -->|GET /cart| cdn[CloudFront CDN]\n%% web->cdn@{ hitRatio: 90% }',
    'caches /cart',
  ],
  ['cdn-caches-private', 'a page for all', 'web[Browser] -->|"GET /home, TTL 60s"| cdn[CloudFront CDN]'],
  [
    'cdn-caches-private',
    'an answer',
    'web[Browser] -->|HTTPS| cdn[CloudFront CDN]\ncdn -.->|"cart, cached"| web',
  ],
])

const zones = (figures: string, more = '') => `a[Order service] -->|HTTP| b[Stock service]
     %% a@{ zone: eu-west-1a }
     %% b@{ zone: eu-west-1b }
     %% a->b@{ ${figures} }
     ${more}`

testRows([
  ['chatty-across-zones', 'nine calls', zones('calls: 9')],
  [
    'chatty-across-zones',
    'ten calls',
    zones('calls: 10'),
    'Order service in eu-west-1a calls Stock service in eu-west-1b 10 times for one request. At 1 ms between zones that is 10ms in a row',
  ],
  ['chatty-across-zones', 'in one zone', zones('calls: 11').replace('eu-west-1b', 'eu-west-1a')],
  ['chatty-across-zones', 'side by side', zones('calls: 11, order: parallel')],
  ['chatty-across-zones', 'nobody waits', zones('calls: 11').replace('-->|HTTP|', '-.->|async HTTP|')],
])

const screen = (client: string, ...steps: string[]) => `sequenceDiagram
participant app as ${client}
participant api as Order API
participant img as Image service
${steps.join('\n')}`
const reads = (count: number) =>
  Array.from({ length: count }, (_, n) => [`app->>api: GET /part/${n}`, 'api-->>app: 200']).flat()

testRows([
  ['client-round-trips', 'two reads', screen('Mobile app', ...reads(2))],
  [
    'client-round-trips',
    'what redirects ask for',
    screen('Browser', ...reads(2), 'api-->>app: 302 Redirect to /', ...reads(2)),
  ],
  [
    'client-round-trips',
    'four reads',
    screen('Mobile app', ...reads(4)),
    'Mobile app asks Order API 4 times in a row: at 50 ms (a typical round trip over the last mile) that is 200 ms of network',
    'then GET /part/1 | then GET /part/2 | then GET /part/3',
    'at "GET /part/0"',
  ],
  ['client-round-trips', 'four reads of a browser', screen('Browser', ...reads(4)), 'at 20 ms'],
  [
    'client-round-trips',
    'a write in between',
    screen('Mobile app', ...reads(2), 'app->>api: POST /orders', 'api-->>app: 201', ...reads(2)),
  ],
  [
    'client-round-trips',
    'somebody touches the screen in between',
    screen('Mobile app', ...reads(2), 'user->>app: taps', ...reads(2)).replace(
      'sequenceDiagram',
      'sequenceDiagram\nactor user as Customer',
    ),
  ],
  [
    'client-round-trips',
    'of two servers in turn',
    screen('Mobile app', ...reads(2), 'app->>img: GET /image', 'img-->>app: 200', ...reads(2)),
  ],
  [
    'client-round-trips',
    'in a block of its own',
    screen(
      'Mobile app',
      ...reads(2),
      'opt more',
      'app->>api: GET /more',
      'api-->>app: 200',
      'end',
      ...reads(2),
    ),
  ],
  [
    'client-round-trips',
    'a note in between',
    screen('Mobile app', ...reads(2), 'Note over app: renders', ...reads(2)),
    'asks Order API 4 times in a row',
  ],
  [
    'client-round-trips',
    'words instead of methods',
    screen('Mobile app', ...['orders', 'prices', 'stock', 'offers'].map(what => `app->>api: load ${what}`)),
    'asks Order API 4 times in a row',
  ],
  [
    'client-round-trips',
    'words that do not read',
    screen('Mobile app', ...['orders', 'prices', 'stock', 'offers'].map(what => `app->>api: buy ${what}`)),
  ],
  [
    'client-round-trips',
    'a list of endpoints',
    screen('Mobile app', ...reads(4), 'app->>api: POST /a', 'app->>api: DELETE /a'),
  ],
  [
    'client-round-trips',
    'one write beside',
    screen('Mobile app', ...reads(4), 'app->>api: POST /a'),
    'asks Order API 4 times',
  ],
  [
    'client-round-trips',
    'a handshake',
    screen('Mobile app', ...Array.from({ length: 4 }, () => 'app->>api: GET /token')),
  ],
  [
    'client-round-trips',
    'stated calls',
    'app[Mobile app] -->|HTTPS| api[Order API]\n%% app->api@{ calls: 4, rtt: 70ms }',
    'at 70 ms (its round trip) that is 280 ms',
    'at "calls: 4"',
  ],
  [
    'client-round-trips',
    'two stated calls',
    'app[Mobile app] -->|HTTPS| api[Order API]\n%% app->api@{ calls: 2 }',
  ],
  [
    'client-round-trips',
    'stated calls over GraphQL',
    'app[Mobile app] -->|GraphQL| api[Order API]\n%% app->api@{ calls: 4 }',
  ],
  [
    'client-round-trips',
    'stated calls of a service',
    'app[Stock service] -->|HTTPS| api[Order API]\n%% app->api@{ calls: 4 }',
  ],
  [
    'client-round-trips',
    'stated calls that nobody waits for',
    'app[Mobile app] -.->|async HTTPS| api[Order API]\n%% app->api@{ calls: 4 }',
  ],
])

const abroad = (
  arrow: string,
  caller = 'Order service',
  callee = 'Stock service',
  more = '',
) => `a[${caller}] -->|${arrow}| b[${callee}]
     %% a@{ region: eu-west-1 }
     %% b@{ region: us-east-1 }
     ${more}`

testRows([
  [
    'cross-region-sync',
    'a call',
    abroad('HTTP'),
    'Order service in eu-west-1 waits for Stock service in us-east-1',
    'When the link fails, the call fails.',
    'Run Stock service in eu-west-1 too',
  ],
  [
    'cross-region-sync',
    'a store',
    abroad('SQL', 'Order service', 'Postgres'),
    'Read from a replica in eu-west-1, and send writes through a queue or to a home region.',
  ],
  [
    'cross-region-sync',
    'a call that may fail',
    abroad('HTTP', 'Order service', 'Stock service', '%% a->b@{ optional: true }'),
    /^(?!.*When the link fails)/,
  ],
  [
    'cross-region-sync',
    'a call with a fallback',
    abroad('HTTP', 'Order service', 'Stock service', '%% a->b@{ fallback: cache }'),
    /^(?!.*When the link fails)/,
  ],
  [
    'cross-region-sync',
    'three calls',
    abroad('HTTP', 'Order service', 'Stock service', '%% a->b@{ calls: 3, connection: reused }'),
    ' 3 calls make ',
  ],
  [
    'cross-region-sync',
    'two calls with new connections',
    abroad('HTTPS', 'Order service', 'Stock service', '%% a->b@{ calls: 2, connection: new }'),
    / 2 times \d round trips with a new connection make /,
  ],
  [
    'cross-region-sync',
    'a new connection',
    abroad('HTTPS', 'Order service', 'Stock service', '%% a->b@{ connection: new }'),
    / \d round trips with a new connection make /,
  ],
  [
    'cross-region-sync',
    'two arrows',
    abroad('GET /a', 'Order service', 'Stock service', 'a -->|GET /b| b'),
    'and again',
  ],
  ['cross-region-sync', 'a client', abroad('HTTP', 'Mobile app')],
  ['cross-region-sync', 'a balancer', abroad('HTTP', 'Load balancer')],
  ['cross-region-sync', 'a third party', abroad('HTTP', 'Order service', 'Stripe')],
  [
    'cross-region-sync',
    'what stands by',
    abroad('HTTP', 'Order service', 'Stock service', '%% b@{ active: passive }'),
  ],
  ['cross-region-sync', 'what stands by, in words', abroad('HTTP failover')],
  ['cross-region-sync', 'nobody waits', abroad('async HTTP')],
  ['cross-region-sync', 'the interfaces of a cloud', abroad('HTTP', 'Order service', 'AWS control plane')],
])

testRows([
  [
    'missing-cdn',
    'images',
    'web[Browser] -->|HTTPS images| api[Web server]',
    'Browser fetches files from Web server itself',
    'is about 20 ms away',
  ],
  [
    'missing-cdn',
    'images for a phone',
    'web[Mobile app] -->|HTTPS images| api[Web server]',
    'is about 50 ms away',
  ],
  [
    'missing-cdn',
    'images through a group',
    'web[Browser] -->|HTTPS images| shop\nsubgraph shop [Shop]\na[Web server]\nb[Page server]\nend',
    'Browser fetches files',
  ],
  ['missing-cdn', 'an image service', 'web[Browser] -->|HTTPS| api[Image API]'],
  [
    'missing-cdn',
    'a bucket of images',
    'web[Browser] -->|HTTPS| api[S3 images]',
    'fetches files from S3 images',
  ],
  [
    'missing-cdn',
    'a server for static files',
    'web[Browser] -->|HTTPS| api[Static server]',
    'fetches files from Static server',
  ],
  ['missing-cdn', 'uploads', 'web[Browser] -->|HTTPS upload images| api[Web server]'],
  ['missing-cdn', 'a service fetches', 'web[Order service] -->|HTTPS images| api[Web server]'],
  ['missing-cdn', 'a third party', 'web[Browser] -->|HTTPS images| api[Stripe]'],
  ['missing-cdn', 'an answer', 'web[Browser] -->|HTTPS| api[Order API]\napi -.->|images| web'],
])

testRows([
  [
    'modulo-sharding',
    'four servers',
    'a[Order service] -->|"hash(id) % 4"| b[(Redis)]',
    '“hash(id) % 4” depends on the number of servers. From 4 to 5, 80% of the keys move; with consistent hashing 20%.',
  ],
  [
    'modulo-sharding',
    'N servers',
    'a[Order service] -->|"hash(id) % N"| b[(Redis)]',
    'From N to N + 1, N of N + 1 keys move',
  ],
  [
    'modulo-sharding',
    '63 servers',
    'a[Order service] -->|"hash(id) % 63"| b[(Redis)]',
    'From 63 to 64, 98% of the keys move; with consistent hashing 2%.',
  ],
  ['modulo-sharding', '64 slots', 'a[Order service] -->|"hash(id) % 64"| b[(Redis)]'],
  [
    'modulo-sharding',
    'no servers at all',
    'a[Order service] -->|"hash(id) % 0"| b[(Redis)]',
    'From N to N + 1',
  ],
  [
    'modulo-sharding',
    'the same twice',
    'a[Order service] -->|"hash(id) % N"| b[(Redis)]\na -->|"hash(key) % n"| c[(Postgres)]',
    'depends on the number of servers',
  ],
  ['modulo-sharding', 'slots', 'a[Order service] -->|"hash(id) % 4 slots"| b[(Redis)]'],
  [
    'modulo-sharding',
    'in a box',
    'a["Router: user_id mod 4"] -->|HTTP| b[(Redis)]',
    'depends on the number of servers',
  ],
  [
    'modulo-sharding',
    'as stated',
    'a[Order service] -->|RESP| b[(Redis)]\n%% a->b@{ algorithm: modulo-hash }',
    '“hash % N” depends',
    'at "algorithm: modulo-hash"',
  ],
  [
    'modulo-sharding',
    'in a note',
    'sequenceDiagram\nparticipant a as Order service\nparticipant b as Redis\na->>b: GET\nNote over a: hash(id) % 4',
    '“hash(id) % 4”',
    'at "Note over a: hash(id) % 4"',
  ],
])

const machine = (title: string, parts: string, more = '') => `subgraph m [${title}]
     ${parts}
     end
     web[Browser] -->|HTTPS| api
     ${more}`
const three = 'api[Order API]\nw[Mail worker]\ndb[(Postgres)]\napi -->|SQL| db'

testRows([
  [
    'single-machine',
    'three parts',
    machine('Hetzner VM', three),
    'Order API, Mail worker and Postgres all run on Hetzner VM',
    'once per document',
  ],
  ['single-machine', 'two parts', machine('Hetzner VM', 'api[Order API]\ndb[(Postgres)]\napi -->|SQL| db')],
  [
    'single-machine',
    'a client does not count',
    machine('Hetzner VM', 'api[Order API]\ndb[(Postgres)]\napi -->|SQL| db\nx[Mobile app]'),
  ],
  ['single-machine', 'several machines', machine('Hetzner VMs', three)],
  ['single-machine', 'several machines, as stated', machine('Hetzner VM', three, '%% m@{ replicas: 2 }')],
  ['single-machine', 'a machine to try things on', machine('Staging VM', three)],
  ['single-machine', 'data elsewhere', machine('Hetzner VM', three, 'api -->|SQL| out[(Orders database)]')],
  [
    'single-machine',
    'a volume elsewhere',
    machine('Hetzner VM', three, 'out[(Orders volume)]'),
    'all run on Hetzner VM',
  ],
  [
    'single-machine',
    'nothing is kept',
    machine('Hetzner VM', 'api[Order API]\nw[Mail worker]\nx[Stock service]\napi -->|HTTP| x'),
  ],
  [
    'single-machine',
    'a backup beside it',
    machine('Hetzner VM', `${three}\nb[Nightly backup]\ndb --> b`),
    'Order API, Mail worker and Postgres all run on Hetzner VM',
    ', and Nightly backup is lost together with what it copies',
    'Copy the backups somewhere else',
  ],
])

const placed = (zone: string, more = '') => `lb[Load balancer]
     lb -->|HTTP| a[Order API 1]
     lb -->|HTTP| b[Order API 2]
     %% a@{ zone: eu-west-1a }
     %% b@{ zone: ${zone} }
     ${more}`

testRows([
  [
    'single-zone',
    'both in one',
    placed('eu-west-1a'),
    'Order API 1 and Order API 2 both run in eu-west-1a.',
    'Order API 2 runs in eu-west-1a too',
    'at "Order API 1"',
  ],
  ['single-zone', 'in two', placed('eu-west-1b')],
  ['single-zone', 'one may be in two', placed('[eu-west-1a, eu-west-1b]')],
  [
    'single-zone',
    'copies of one',
    'web[Browser] -->|HTTPS| a[Order API]\n%% a@{ zone: eu-west-1a, replicas: 2 }',
    'All 2 copies of Order API run in eu-west-1a.',
    'at "zone: eu-west-1a"',
  ],
  [
    'single-zone',
    'a single copy',
    'web[Browser] -->|HTTPS| a[Order API]\n%% a@{ zone: eu-west-1a, replicas: 1 }',
  ],
  [
    'single-zone',
    'copies that nobody calls',
    'a[Order API] -->|HTTP| b[Stock API]\n%% a@{ zone: eu-west-1a, replicas: 2 }',
  ],
  [
    'single-zone',
    'copies of a provider',
    'web[Browser] -->|HTTPS| a[Order API]\n%% a@{ zone: eu-west-1a, replicas: 2, managed: true }',
  ],
  [
    'single-zone',
    'one drawn behind a balancer',
    'lb[Load balancer] -->|HTTP| a[Order API]\n%% a@{ zone: eu-west-1a }',
  ],
  [
    'single-zone',
    'two behind a service',
    'lb[Cart service]\nlb -->|HTTP| a[Order API 1]\nlb -->|HTTP| b[Order API 2]\n%% a@{ zone: eu-west-1a }\n%% b@{ zone: eu-west-1a }',
  ],
  [
    'single-zone',
    'five behind a balancer',
    `lb[Load balancer]\n${[1, 2, 3, 4, 5].map(n => `lb -->|HTTP| a${n}[Order API ${n}]\n%% a${n}@{ zone: eu-west-1a }`).join('\n')}`,
    'Order API 1, Order API 2, Order API 3 and others all run in eu-west-1a.',
  ],
])
