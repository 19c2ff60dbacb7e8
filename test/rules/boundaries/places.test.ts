// Rules about regions, zones and the copies in them, on and beside their limits.

import { testRows } from '../rows'

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
