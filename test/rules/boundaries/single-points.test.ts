// Rules about what stands alone, on and beside their limits.

import { testRows } from '../rows'

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
