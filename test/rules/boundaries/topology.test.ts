// Rules of the category topology on and beside their limits.

import { testRows } from '../rows'

testRows([
  [
    'udp-amplification',
    'from a client',
    `app[Mobile app] -->|UDP| game[Game server]`,
    'Game server answers UDP from the internet.',
  ],
  ['udp-amplification', 'between servers', `api[Order API] -->|UDP| stats[Metrics server]`],
  [
    'udp-amplification',
    'inside',
    `app[Mobile app] -->|UDP| game[Game server]
     game@{ network: private }`,
  ],
  [
    'udp-amplification',
    'for insiders',
    `app[Mobile app] -->|UDP| game[Game server]
     game@{ audience: internal }`,
  ],
  [
    'udp-amplification',
    'limited',
    `app[Mobile app] -->|UDP| game[Game server]
     game@{ rateLimit: 100/s }`,
  ],
  [
    'webrtc-recording-without-sfu',
    'one peer is a server',
    `alice[Browser A] -->|WebRTC| media[Call service]
     rec[Call recorder]`,
  ],
  [
    'webrtc-recording-without-sfu',
    'recorded on the client',
    `alice[Browser A] -->|WebRTC| bob[Browser B]
     rec[Local call recorder]`,
  ],
  [
    'webrtc-recording-without-sfu',
    'recorded by nobody in the middle',
    `alice[Browser A] -->|WebRTC| bob[Browser B]
     rec[Call recorder]`,
    'Call recorder has nothing to work with',
    'Call recorder needs the media',
  ],
])

testRows([
  [
    'single-zone',
    'copies of one box',
    `web[Web app] -->|HTTPS| api[Order API]
     api@{ replicas: 2, zone: eu-west-1a }`,
    'All 2 copies of Order API run in eu-west-1a.',
  ],
  [
    'single-zone',
    'one instance is no set of copies',
    `web[Web app] -->|HTTPS| api[Order API]
     api@{ replicas: 1, zone: eu-west-1a }`,
  ],
  [
    'single-zone',
    'copies that nobody asks',
    `api[Order API] -->|SQL| db[(Postgres)]
     api@{ replicas: 2, zone: eu-west-1a }`,
  ],
  [
    'single-zone',
    'two zones',
    `web[Web app] -->|HTTPS| api[Order API]
     api@{ replicas: 2, zone: [eu-west-1a, eu-west-1b] }`,
  ],
  [
    'single-zone',
    'copies drawn one by one',
    `lb[Load balancer] -->|HTTP| one[Order API 1]
     lb -->|HTTP| two[Order API 2]
     one@{ zone: eu-west-1a }
     two@{ zone: eu-west-1a }`,
    'Order API 1, Order API 2 all run in eu-west-1a.',
    'Order API 2 runs in eu-west-1a too',
  ],
  [
    'single-zone',
    'copies in two zones',
    `lb[Load balancer] -->|HTTP| one[Order API 1]
     lb -->|HTTP| two[Order API 2]
     one@{ zone: eu-west-1a }
     two@{ zone: eu-west-1b }`,
  ],
])

testRows([
  [
    'single-point-of-failure',
    'one instance, as stated',
    `web[Web app] -->|HTTPS| api[Order API]
     api@{ replicas: 1, availability: 99% }`,
    'Order API runs as one instance, and every request needs it. At 99% that is 88 h of outage a year; two leave 9.5 h.',
    'State two replicas',
  ],
  [
    'single-point-of-failure',
    'two instances, as stated',
    `web[Web app] -->|HTTPS| api[Order API]
     api@{ replicas: 2 }`,
  ],
  [
    'single-point-of-failure',
    'two flows need it',
    `web[Web app] -->|HTTPS| api[Order API]
     app[Mobile app] -->|HTTPS| api
     api@{ replicas: 1 }`,
    'and both flows need it',
  ],
  [
    'single-point-of-failure',
    'three flows need it',
    `web[Web app] -->|HTTPS| api[Order API]
     app[Mobile app] -->|HTTPS| api
     kiosk[Kiosk app] -->|HTTPS| api
     api@{ replicas: 1 }`,
    'and all 3 flows need it',
  ],
  [
    'single-point-of-failure',
    'only one of two flows needs it',
    `web[Web app] -->|HTTPS| api[Order API]
     app[Mobile app] -->|HTTPS| stock[Stock API]
     api@{ replicas: 1 }`,
  ],
  [
    'single-point-of-failure',
    'a store of one of two flows',
    `web[Web app] -->|HTTPS| api[Order API]
     app[Mobile app] -->|HTTPS| stock[Stock API]
     api -->|SQL| db[(Postgres)]
     db@{ replicas: 1 }`,
    'Postgres runs as one instance: when it restarts or fails, Order API goes without it.',
    'or state a fallback',
  ],
  [
    'single-point-of-failure',
    'a store that two services of other flows ask',
    `web[Web app] -->|HTTPS| api[Order API]
     app[Mobile app] -->|HTTPS| stock[Stock API]
     kiosk[Kiosk app] -->|HTTPS| price[Price API]
     api -->|SQL| db[(Postgres)]
     stock -->|SQL| db
     db@{ replicas: 1 }`,
    'Order API and Stock API go without it',
  ],
  [
    'single-point-of-failure',
    'a provider promises less than 99.95%',
    `web[Web app] -->|HTTPS| api[Order API]
     api -->|SQL| db[(Primary RDS)]
     db@{ availability: 99.94%, replicas: 1 }`,
    'Primary RDS runs as one instance',
  ],
  [
    'single-point-of-failure',
    'a provider promises 99.95%',
    `web[Web app] -->|HTTPS| api[Order API]
     api -->|SQL| db[(Primary RDS)]
     db@{ availability: 99.95%, replicas: 1 }`,
  ],
  [
    'single-point-of-failure',
    'a provider looks after it, as stated',
    `web[Web app] -->|HTTPS| api[Order API]
     api@{ replicas: 1, managed: true }`,
  ],
  [
    'single-point-of-failure',
    'a library is copied with its program',
    `web[Web app] -->|HTTPS| api[Order library]
     api@{ replicas: 1 }`,
  ],
  [
    'single-point-of-failure',
    'a primary',
    `web[Web app] -->|HTTPS| api[Order API]
     api -->|SQL| db[(Primary Postgres)]`,
    'Primary Postgres is named a primary and no replica is stated',
  ],
  [
    'single-point-of-failure',
    'a primary and a standby',
    `web[Web app] -->|HTTPS| api[Order API]
     api -->|SQL| db[(Primary Postgres)]
     spare[(Standby Postgres)]`,
  ],
  [
    'single-point-of-failure',
    'a primary that is replicated',
    `web[Web app] -->|HTTPS| api[Order API]
     api -->|SQL| db[(Primary Postgres)]
     db -->|replication| other[(Reporting Postgres)]`,
  ],
  [
    'single-point-of-failure',
    'a primary beside another of the product names its purpose',
    `web[Web app] -->|HTTPS| api[Order API]
     api -->|SQL| db[(Primary Postgres)]
     api -->|SQL| jobs[(Postgres jobs)]`,
  ],
  [
    'single-point-of-failure',
    'a primary data store is what it is for',
    `web[Web app] -->|HTTPS| api[Order API]
     api -->|SQL| db[(Postgres, primary data store)]`,
  ],
  ['single-point-of-failure', 'no flow is drawn', `db[(Primary Postgres)]`],
])

testRows([
  [
    'active-active-conflict',
    'two stores take writes',
    `a[Order service] -->|SQL| one[(Postgres A)]
     b[Stock service] -->|SQL| two[(Postgres B)]
     one <-->|replication| two`,
    'Postgres A and Postgres B both take writes and copy them to each other.',
    'State that the last write wins',
  ],
  [
    'active-active-conflict',
    'by two arrows',
    `a[Order service] -->|SQL| one[(Postgres A)]
     b[Stock service] -->|SQL| two[(Postgres B)]
     one -->|replication| two
     two -->|replication| one`,
    'both take writes',
  ],
  [
    'active-active-conflict',
    'by its words',
    `a[Order service] -->|SQL| one[(Postgres A)]
     b[Stock service] -->|SQL| two[(Postgres B)]
     one -->|bidirectional replication| two`,
    'both take writes',
  ],
  [
    'active-active-conflict',
    'one way',
    `a[Order service] -->|SQL| one[(Postgres A)]
     b[Stock service] -->|SQL| two[(Postgres B)]
     one -->|replication| two`,
  ],
  [
    'active-active-conflict',
    'one of them is only read',
    `a[Order service] -->|SQL| one[(Postgres A)]
     b[Stock service] -->|SQL reads| two[(Postgres B)]
     one <-->|replication| two`,
  ],
  [
    'active-active-conflict',
    'one of them is read and written',
    `a[Order service] -->|SQL| one[(Postgres A)]
     b[Stock service] -->|SQL reads and writes| two[(Postgres B)]
     one <-->|replication| two`,
    'both take writes',
  ],
  [
    'active-active-conflict',
    'one of them is asked by nobody',
    `a[Order service] -->|SQL| one[(Postgres A)]
     one <-->|replication| two[(Postgres B)]`,
  ],
  [
    'active-active-conflict',
    'each write waits for both',
    `a[Order service] -->|SQL| one[(Postgres A)]
     b[Stock service] -->|SQL| two[(Postgres B)]
     one <-->|replication| two
     %% one->two@{ replication: sync }`,
  ],
  [
    'active-active-conflict',
    'each write waits for most',
    `a[Order service] -->|SQL| one[(Postgres A)]
     b[Stock service] -->|SQL| two[(Postgres B)]
     one <-->|replication| two
     %% one->two@{ replication: quorum }`,
  ],
  [
    'active-active-conflict',
    'no write waits, as stated, and half a round trip is told',
    `a[Order service] -->|SQL| one[(Postgres A)]
     b[Stock service] -->|SQL| two[(Postgres B)]
     one <-->|replication| two
     %% one->two@{ replication: async, rtt: 80ms }`,
    'Until a write arrives, some 40 ms, the other may change the same record',
  ],
  [
    'active-active-conflict',
    'the last write wins',
    `a[Order service] -->|SQL| one[(Postgres A)]
     b[Stock service] -->|SQL| two[(Postgres B)]
     one <-->|replication| two
     two@{ conflicts: last-write-wins }`,
  ],
  [
    'active-active-conflict',
    'nothing wins, as stated',
    `a[Order service] -->|SQL| one[(Postgres A)]
     b[Stock service] -->|SQL| two[(Postgres B)]
     one <-->|conflict-free replication| two
     two@{ conflicts: none }`,
    'both take writes',
  ],
  [
    'active-active-conflict',
    'a product that settles them',
    `a[Order service] -->|SQL| one[(CockroachDB A)]
     b[Stock service] -->|SQL| two[(CockroachDB B)]
     one <-->|replication| two`,
  ],
  [
    'active-active-conflict',
    'nodes of a search engine lead their own shards',
    `a[Order service] -->|HTTP| one[(Elasticsearch A)]
     b[Stock service] -->|HTTP| two[(Elasticsearch B)]
     one <-->|replication| two`,
  ],
])

testRows([
  [
    'client-round-trips',
    'two in a row',
    `web[Browser] -->|HTTPS| api[Order API]
     %% web->api@{ calls: 2 }`,
  ],
  [
    'client-round-trips',
    'three in a row',
    `web[Browser] -->|HTTPS| api[Order API]
     %% web->api@{ calls: 3 }`,
    'Browser asks Order API 3 times in a row: at 20 ms (a typical round trip over the last mile) that is 60 ms',
  ],
  [
    'client-round-trips',
    'from a phone',
    `app[Mobile app] -->|HTTPS| api[Order API]
     %% app->api@{ calls: 3 }`,
    'at 50 ms (a typical round trip over the last mile) that is 150 ms',
  ],
  [
    'client-round-trips',
    'its own round trip',
    `web[Browser] -->|"HTTPS, 100ms RTT"| api[Order API]
     %% web->api@{ calls: 3 }`,
    'at 100 ms (its round trip) that is 300 ms',
  ],
  [
    'client-round-trips',
    'a service has no screen',
    `shop[Shop service] -->|HTTPS| api[Order API]
     %% shop->api@{ calls: 3 }`,
  ],
  [
    'client-round-trips',
    'polls are many by nature',
    `web[Browser] -->|HTTPS polls| api[Order API]
     %% web->api@{ calls: 3 }`,
  ],
  [
    'client-round-trips',
    'GraphQL has asked for all at once',
    `web[Browser] -->|GraphQL| api[Order API]
     %% web->api@{ calls: 3 }`,
  ],
  [
    'client-round-trips',
    'reads in a trace',
    `sequenceDiagram
       participant web as Browser
       participant api as Order API
       web->>api: GET /orders
       web->>api: GET /prices
       web->>api: GET /stock`,
    'Browser asks Order API 3 times in a row',
    'then GET /stock',
  ],
  [
    'client-round-trips',
    'two reads in a trace',
    `sequenceDiagram
       participant web as Browser
       participant api as Order API
       web->>api: GET /orders
       web->>api: GET /prices`,
  ],
  [
    'client-round-trips',
    'a write in between',
    `sequenceDiagram
       participant web as Browser
       participant api as Order API
       web->>api: GET /orders
       web->>api: GET /prices
       web->>api: POST /orders
       web->>api: GET /stock`,
  ],
  [
    'client-round-trips',
    'another server in between',
    `sequenceDiagram
       participant web as Browser
       participant api as Order API
       participant stock as Stock API
       web->>api: GET /orders
       web->>stock: GET /stock
       web->>api: GET /prices`,
  ],
  [
    'client-round-trips',
    'somebody picks one in between',
    `sequenceDiagram
       actor user as Customer
       participant web as Browser
       participant api as Order API
       web->>api: GET /orders
       web->>api: GET /prices
       user->>web: picks one
       web->>api: GET /stock`,
  ],
])

testRows([
  [
    'missing-cdn',
    'static files',
    `web[Browser] -->|HTTPS static assets| api[Order service]`,
    'Browser fetches files from Order service itself',
    'about 20 ms away',
  ],
  ['missing-cdn', 'from a phone', `app[Mobile app] -->|HTTPS images| api[Order service]`, 'about 50 ms away'],
  [
    'missing-cdn',
    'a bucket with pictures',
    `web[Browser] -->|HTTPS| s3[S3 images]`,
    'Browser fetches files from S3 images',
  ],
  [
    'missing-cdn',
    'a service with pictures may do anything with them',
    `web[Browser] -->|HTTPS| api[Image service]`,
  ],
  ['missing-cdn', 'from a CDN', `web[Browser] -->|HTTPS static assets| cdn[CloudFront]`],
  ['missing-cdn', 'uploads', `web[Browser] -->|HTTPS uploads images| api[Order service]`],
  ['missing-cdn', 'a service fetches them', `shop[Shop service] -->|HTTPS static assets| api[Order service]`],
  ['missing-cdn', 'nothing static', `web[Browser] -->|HTTPS| api[Order service]`],
  [
    'chatty-across-zones',
    'nine calls',
    `a[Order service] -->|HTTP| b[Stock service]
     %% a->b@{ calls: 9 }
     a@{ zone: a }
     b@{ zone: b }`,
  ],
  [
    'chatty-across-zones',
    'ten calls',
    `a[Order service] -->|HTTP| b[Stock service]
     %% a->b@{ calls: 10 }
     a@{ zone: a }
     b@{ zone: b }`,
    'Order service in a calls Stock service in b 10 times for one request. At 1 ms between zones that is 10ms in a row',
  ],
  [
    'chatty-across-zones',
    'side by side',
    `a[Order service] -->|HTTP| b[Stock service]
     %% a->b@{ calls: 10, order: parallel }
     a@{ zone: a }
     b@{ zone: b }`,
  ],
  [
    'chatty-across-zones',
    'in one zone',
    `a[Order service] -->|HTTP| b[Stock service]
     %% a->b@{ calls: 10 }
     a@{ zone: a }
     b@{ zone: a }`,
  ],
  [
    'chatty-across-zones',
    'in two zones each',
    `a[Order service] -->|HTTP| b[Stock service]
     %% a->b@{ calls: 10 }
     a@{ zone: [a, b] }
     b@{ zone: c }`,
  ],
  [
    'chatty-across-zones',
    'nobody waits',
    `a[Order service] -->|async HTTP| b[Stock service]
     %% a->b@{ calls: 10 }
     a@{ zone: a }
     b@{ zone: b }`,
  ],
  [
    'async-replication-loss',
    'a standby that lags',
    `a[(Postgres)] -->|async replication| b[(Standby Postgres)]`,
    'Standby Postgres takes over from Postgres but lags behind it. Confirmed writes that were not copied are lost in a fail-over. State',
    'State that 5s of writes may be lost',
  ],
  [
    'async-replication-loss',
    'at a rate',
    `a[(Postgres)] -->|async replication| b[(Standby Postgres)]
     a@{ rate: 200/s }`,
    ': at 200 writes a second, each second of lag loses that number of writes',
  ],
  ['async-replication-loss', 'each write waits', `a[(Postgres)] -->|sync replication| b[(Standby Postgres)]`],
  [
    'async-replication-loss',
    'a copy for reports',
    `a[(Postgres)] -->|async replication| b[(Reporting Postgres)]`,
  ],
  [
    'async-replication-loss',
    'passive, as stated',
    `a[(Postgres)] -->|async replication| b[(Other Postgres)]
     b@{ active: passive }`,
    'Other Postgres takes over from Postgres',
  ],
  [
    'async-replication-loss',
    'async, as stated',
    `a[(Postgres)] -->|replication| b[(Standby Postgres)]
     b@{ replication: async }`,
    'Standby Postgres takes over',
  ],
  [
    'async-replication-loss',
    'how much may be lost',
    `a[(Postgres)] -->|async replication| b[(Standby Postgres)]\n     b@{ rpo: 5s }`,
  ],
  [
    'async-replication-loss',
    'stated of the source',
    `a[(Postgres)] -->|async replication| b[(Standby Postgres)]\n     a@{ rpo: 5s }`,
  ],
  [
    'async-replication-loss',
    'the lag as measured',
    `a[(Postgres)] -->|"async replication, lag 2s"| b[(Standby Postgres)]`,
  ],
])

testRows([
  [
    'cross-region-sync',
    'a call across the Atlantic',
    `a[Order service] -->|HTTP| b[Stock service]
     a@{ region: eu-west-1 }
     b@{ region: us-east-1 }`,
    'Order service in eu-west-1 waits for Stock service in us-east-1',
    'When the link fails, the call fails.',
    'Run Stock service in eu-west-1 too',
  ],
  [
    'cross-region-sync',
    'a store across the Atlantic',
    `a[Order service] -->|SQL| b[(Postgres)]
     a@{ region: eu-west-1 }
     b@{ region: us-east-1 }`,
    'Read from a replica in eu-west-1',
  ],
  [
    'cross-region-sync',
    'several times',
    `a[Order service] -->|HTTP| b[Stock service]
     %% a->b@{ calls: 4 }
     a@{ region: eu-west-1 }
     b@{ region: us-east-1 }`,
    ' 4 calls make ',
  ],
  [
    'cross-region-sync',
    'with a new connection each time',
    `a[Order service] -->|HTTP| b[Stock service]
     %% a->b@{ calls: 4, connection: new }
     a@{ region: eu-west-1 }
     b@{ region: us-east-1 }`,
    ' 4 times 2 round trips with a new connection make ',
  ],
  [
    'cross-region-sync',
    'by two arrows',
    `a[Order service] -->|HTTP| b[Stock service]
     a -->|HTTP| b
     a@{ region: eu-west-1 }
     b@{ region: us-east-1 }`,
    ' 2 calls make ',
    'and again',
  ],
  [
    'cross-region-sync',
    'it can do without',
    `a[Order service] -->|HTTP| b[Stock service]
     %% a->b@{ optional: true }
     a@{ region: eu-west-1 }
     b@{ region: us-east-1 }`,
    'by light alone. Run Stock service',
  ],
  [
    'cross-region-sync',
    'in one region',
    `a[Order service] -->|HTTP| b[Stock service]
     a@{ region: eu-west-1 }
     b@{ region: eu-west-1 }`,
  ],
  [
    'cross-region-sync',
    'nobody waits',
    `a[Order service] -->|async HTTP| b[Stock service]
     a@{ region: eu-west-1 }
     b@{ region: us-east-1 }`,
  ],
  [
    'cross-region-sync',
    'a standby',
    `a[Order service] -->|HTTP| b[Stock standby]
     a@{ region: eu-west-1 }
     b@{ region: us-east-1 }`,
  ],
  [
    'cross-region-sync',
    'passive, as stated',
    `a[Order service] -->|HTTP| b[Stock service]
     a@{ region: eu-west-1 }
     b@{ region: us-east-1, active: passive }`,
  ],
  [
    'cross-region-sync',
    'clients are where they are',
    `a[Browser] -->|HTTP| b[Stock service]
     a@{ region: eu-west-1 }
     b@{ region: us-east-1 }`,
  ],
])

testRows([
  [
    'cdn-caches-private',
    'an account, for a minute',
    `web[Browser] -->|GET /account| cdn[CloudFront]
     cdn -->|GET /account| api[Order API]
     cdn@{ ttl: 60s }`,
    'CloudFront caches /account, which differs from user to user',
  ],
  [
    'cdn-caches-private',
    'for no time',
    `web[Browser] -->|GET /account| cdn[CloudFront]
     cdn -->|GET /account| api[Order API]
     cdn@{ ttl: 0s }`,
  ],
  [
    'cdn-caches-private',
    'a page for all',
    `web[Browser] -->|GET /prices| cdn[CloudFront]
     cdn@{ ttl: 60s }`,
  ],
  [
    'cdn-caches-private',
    'passed through',
    `web[Browser] -->|"GET /account, no-store"| cdn[CloudFront]
     cdn@{ ttl: 60s }`,
  ],
  ['cdn-caches-private', 'nothing says that it is cached', `web[Browser] -->|GET /account| cdn[CloudFront]`],
  [
    'cdn-caches-private',
    'by its arrow',
    `web[Browser] -->|cached profile, HTTPS| cdn[CloudFront]`,
    'CloudFront caches “cached profile, HTTPS”',
  ],
  [
    'cdn-caches-private',
    'the arrow has a share that is answered from it',
    `web[Browser] -->|GET /account| cdn[CloudFront]
     %% web->cdn@{ hitRatio: 90% }`,
    'CloudFront caches /account',
  ],
  [
    'modulo-sharding',
    'by four',
    `api[Order service] -->|SQL hash(id) % 4| db[(Postgres)]`,
    '“hash(id) % 4” depends on the number of servers. From 4 to 5, 80% of the keys move; with consistent hashing 20%.',
  ],
  [
    'modulo-sharding',
    'by N',
    `api[Order service] -->|SQL hash(id) % N| db[(Postgres)]`,
    'From N to N + 1, N of N + 1 keys move',
  ],
  [
    'modulo-sharding',
    'by 63',
    `api[Order service] -->|SQL hash(id) % 63| db[(Postgres)]`,
    'From 63 to 64, 98% of the keys move; with consistent hashing 2%.',
  ],
  ['modulo-sharding', 'by 64', `api[Order service] -->|SQL hash(id) % 64| db[(Postgres)]`],
  ['modulo-sharding', 'into slots', `api[Order service] -->|SQL hash(id) % 4 slots| db[(Postgres)]`],
  [
    'modulo-sharding',
    'said twice',
    `api[Order service] -->|SQL hash(id) % 4| db[(Postgres)]
     stock[Stock service] -->|SQL key mod 4| db`,
    '“hash(id) % 4”',
  ],
  [
    'modulo-sharding',
    'as stated',
    `api[Order service] -->|SQL| db[(Postgres)]
     %% api->db@{ algorithm: modulo-hash }`,
    '“hash % N” depends on the number of servers',
  ],
])

const onOneMachine = (title: string, more = ''): string => `subgraph host[${title}]
       web[nginx] -->|HTTP| api[Order API]
       api -->|SQL| db[(Postgres)]
     end
     ${more}`

testRows([
  [
    'single-machine',
    'all on one',
    onOneMachine('Hetzner VM'),
    'all run on Hetzner VM: an update, a full disk or a failed host stops them at once. Move the data off it',
  ],
  ['single-machine', 'on several', onOneMachine('Hetzner VM 1')],
  ['single-machine', 'to try things on', onOneMachine('Staging VM')],
  ['single-machine', 'two of it, as stated', onOneMachine('Hetzner VM', 'host@{ replicas: 2 }')],
  [
    'single-machine',
    'one of it, as stated',
    onOneMachine('Hetzner VM', 'host@{ replicas: 1 }'),
    'all run on Hetzner VM',
  ],
  ['single-machine', 'no machine', onOneMachine('Cluster')],
  [
    'single-machine',
    'the data is elsewhere',
    `subgraph host[Hetzner VM]
       web[nginx] -->|HTTP| api[Order API]
       api -->|HTTP| stock[Stock API]
     end
     api -->|SQL| db[(Postgres)]`,
  ],
  [
    'single-machine',
    'a server and its database',
    `subgraph host[Hetzner VM]
       api[Order API] -->|SQL| db[(Postgres)]
     end`,
  ],
  [
    'single-machine',
    'with its backup',
    `subgraph host[Hetzner VM]
       api[Order API] -->|SQL| db[(Postgres)]
       job[Backup worker] -->|SQL| db
     end`,
    ', and Backup worker is lost together with what it copies. Copy the backups somewhere else',
  ],
])
