// What many depend on: databases of several services, parts that exist once.

import { testGathered, testRows } from '../rows'

const users = (names: readonly string[], store = '[(Orders database)]', arrow = '-->|SQL|') =>
  names.map((name, n) => `s${n}[${name}] ${arrow} db${store}`).join('\n')

const three = ['Cart service', 'Stock service', 'Price service']

testRows([
  [
    'shared-database',
    'three services',
    users(three, '[(Postgres)]'),
    'Cart service, Stock service and Price service all use Postgres. One that changes what is stored',
    'Cart service uses it | Stock service uses it | Price service uses it | once per document',
  ],
  ['shared-database', 'two services', users(three.slice(1), '[(Postgres)]')],
  [
    'shared-database',
    'documents',
    users(three, '[(MongoDB)]'),
    'One that changes the documents of another breaks it',
  ],
  [
    'shared-database',
    'three that write and one that reads',
    `${users(three, '[(Postgres)]')}\nx[Tax service] -->|reads| db`,
    'Cart service, Stock service and Price service all use Postgres. One',
  ],
  ['shared-database', 'three that only read', users(three, '[(Postgres)]', '-->|reads|')],
  ['shared-database', 'three that only read, in Vietnamese', users(three, '[(Postgres)]', '-->|Đọc|')],
  [
    'shared-database',
    'three that read and write, in Vietnamese',
    users(three, '[(Postgres)]', '-->|Đọc/ghi|'),
    'all use Postgres',
  ],
  [
    'shared-database',
    'two that write and one that reads',
    `${users(three.slice(1), '[(Postgres)]')}\nx[Cart service] -->|reads| db`,
    'Stock service, Price service and Cart service all use Postgres',
  ],
  [
    'shared-database',
    'one that writes and two that read',
    `${users(three.slice(2), '[(Postgres)]')}\nx[Cart service] -->|reads| db\ny[Tax service] -->|reads| db`,
  ],
  [
    'shared-database',
    'copies of one',
    users(['Cart service 1', 'Cart service 2', 'Cart service 3'], '[(Postgres)]'),
  ],
  ['shared-database', 'two services and a worker', users([...three.slice(1), 'Mail worker'], '[(Postgres)]')],
  [
    'shared-database',
    'two services and a report',
    users([...three.slice(1), 'Report service'], '[(Postgres)]'),
  ],
  ['shared-database', 'a box that stands for all databases', users(three, '[(Database)]')],
  [
    'shared-database',
    'a product named like that',
    users(three, '[(Postgres database)]'),
    'all use Postgres database',
  ],
  ['shared-database', 'a cluster', users(three, '[(Postgres cluster)]')],
  ['shared-database', 'a file in a process', users(three, '[(SQLite)]')],
  ['shared-database', 'a schema for each', users(three, '[(Postgres, schema per service)]')],
  [
    'shared-database',
    'a schema for each, in a group',
    `subgraph g [Database per service]\ndb[(Postgres)]\nend\n${users(three, '')}`,
  ],
  [
    'shared-database',
    'a schema for each, on one arrow',
    `${users(three.slice(1), '[(Postgres)]')}\nx[Cart service] -->|own schema| db`,
  ],
  [
    'shared-database',
    'in a trace',
    `sequenceDiagram\nparticipant db as Postgres\n${three.map((name, n) => `participant s${n} as ${name}\ns${n}->>db: SQL`).join('\n')}`,
  ],
  [
    'shared-database',
    'opened by another',
    users(['Order service', 'Stock service'], '[(Order database)]'),
    'Stock service opens Order database, which belongs to Order service',
    'Stock service uses it',
    'Point the arrow at Order service',
  ],
  [
    'shared-database',
    'opened by two others',
    users(['Order service', 'Stock API', 'Price service'], '[(Order database, separate tables)]'),
  ],
  ['shared-database', 'opened by its own', users(['Order service', 'Order service 2'], '[(Order database)]')],
  [
    'shared-database',
    'opened by two of which none owns it',
    users(['Cart service', 'Stock service'], '[(Order database)]'),
  ],
  ['shared-database', 'opened by a report', users(['Order service', 'Report service'], '[(Order database)]')],
  [
    'shared-database',
    'a name that names nobody',
    users(['Main service', 'Stock service'], '[(Main database)]'),
  ],
])

const single = (
  figures: string,
  more = '',
  store = 'Postgres',
) => `web[Browser] -->|HTTPS| api[Order API] -->|SQL| db[(${store})]
     %% db@{ ${figures} }
     ${more}`

testRows([
  [
    'single-point-of-failure',
    'one instance',
    single('replicas: 1'),
    'Postgres runs as one instance, and every request needs it.',
    'State two replicas',
    'goes into it',
    'at "replicas: 1"',
  ],
  [
    'single-point-of-failure',
    'one instance, as stated, whatever the text says',
    single('replicas: 1'),
    /^(?!.*may be settled)/,
  ],
  ['single-point-of-failure', 'two instances', single('replicas: 2')],
  [
    'single-point-of-failure',
    'with figures',
    single('replicas: 1, availability: 99.9%'),
    'At 99.9% that is 8.8 h of outage a year; two leave 0.88 h.',
  ],
  ['single-point-of-failure', 'with assumed figures', single('replicas: 1'), ' (assumed) that is '],
  ['single-point-of-failure', 'run by a provider', single('replicas: 1, managed: true')],
  ['single-point-of-failure', 'a client', 'web[Browser] -->|HTTPS| api[Order API]\n%% web@{ replicas: 1 }'],
  [
    'single-point-of-failure',
    'a third party',
    'web[Browser] -->|HTTPS| api[Order API] -->|HTTPS| s[Stripe]\n%% s@{ replicas: 1 }',
  ],
  [
    'single-point-of-failure',
    'a module',
    'web[Browser] -->|HTTPS| api[Order module]\n%% api@{ replicas: 1 }',
  ],
  [
    'single-point-of-failure',
    'a module of a service',
    'web[Browser] -->|HTTPS| api[Order service module]\n%% api@{ replicas: 1 }',
  ],
  [
    'single-point-of-failure',
    'a product, whatever it is called',
    single('replicas: 1', '', 'Postgres module'),
    'Postgres module runs as one instance',
  ],
  ['single-point-of-failure', 'a file in a process', single('replicas: 1', '', 'SQLite')],
  [
    'single-point-of-failure',
    'two flows',
    single('replicas: 1', 'app[Mobile app] -->|HTTPS| api'),
    'and both flows need it',
  ],
  [
    'single-point-of-failure',
    'three flows',
    single('replicas: 1', 'app[Mobile app] -->|HTTPS| api\ndesk[Desktop app] -->|HTTPS| api'),
    'and all 3 flows need it',
  ],
  [
    'single-point-of-failure',
    'one of two flows needs it, and it keeps data',
    single('replicas: 1', 'app[Mobile app] -->|HTTPS| b[Stock API]'),
    'Postgres runs as one instance: when it restarts or fails, Order API goes without it.',
    'goes into it',
  ],
  [
    'single-point-of-failure',
    'one of two flows needs it, and two call it',
    single('replicas: 1', 'app[Mobile app] -->|HTTPS| b[Stock API]\nc[Price API] -->|SQL| db'),
    'go without it',
  ],
  [
    'single-point-of-failure',
    'one of two flows needs it, and it keeps nothing',
    'web[Browser] -->|HTTPS| api[Order API]\napp[Mobile app] -->|HTTPS| b[Stock API]\n%% b@{ replicas: 1 }',
  ],
  [
    'single-point-of-failure',
    'one of two flows needs a broker, which it is handed messages',
    'web[Browser] -->|HTTPS| api[Order API] -->|publish| q[[RabbitMQ]]\napp[Mobile app] -->|HTTPS| b[Stock API]\nq -->|events| w[Mail worker]\n%% q@{ replicas: 1 }',
    'RabbitMQ runs as one instance: when it restarts or fails, Order API goes without it.',
  ],
  [
    'single-point-of-failure',
    'a primary by its name',
    single('p50: 5ms', '', 'Postgres primary'),
    'is named a primary and no replica is stated',
    'may be settled in words',
  ],
  [
    'single-point-of-failure',
    'a primary with a standby elsewhere',
    single('p50: 5ms', 's[(Standby)]', 'Postgres primary'),
  ],
  [
    'single-point-of-failure',
    'a primary and its replica',
    single('p50: 5ms', '', 'Postgres primary and replica'),
  ],
  [
    'single-point-of-failure',
    'a primary that is copied',
    single('p50: 5ms', 'db -->|replication| c[(Postgres copy)]', 'Orders primary'),
  ],
  [
    'single-point-of-failure',
    'a primary that is filled',
    single('p50: 5ms', 'c[(Orders copy)] -->|replication| db', 'Orders primary'),
  ],
  [
    'single-point-of-failure',
    'others that are copied',
    single('p50: 5ms', 'c[(Cart store)] -->|replication| d[(Cart archive)]', 'Orders primary'),
    'is named a primary',
  ],
  [
    'single-point-of-failure',
    'told apart from another of its product',
    single('p50: 5ms', 'api -->|SQL| x[(Postgres jobs)]', 'Postgres primary'),
  ],
  ['single-point-of-failure', 'a service that is named so', 'web[Browser] -->|HTTPS| api[Primary API]'],
  [
    'single-point-of-failure',
    'a primary in a trace',
    'sequenceDiagram\nparticipant web as Browser\nparticipant api as Order API\nparticipant db as Postgres primary\nweb->>api: GET /orders\napi->>db: SQL\ndb-->>api: rows\napi-->>web: 200',
  ],
])

testGathered(
  [
    [
      'single-point-of-failure',
      'nothing says how many',
      single('p50: 5ms'),
      '2 of 2: Some components that every request needs have no stated second instance.',
      'State replicas: 2 on all 2',
    ],
    ['single-point-of-failure', 'of one it is said', single('replicas: 2'), '1 of 2: '],
    ['single-point-of-failure', 'one takes over', single('failover: 30s'), '1 of 2: '],
    ['single-point-of-failure', 'one of several that are active', single('active: passive'), '1 of 2: '],
    ['single-point-of-failure', 'by majority', single('quorum: 2'), '1 of 2: '],
    ['single-point-of-failure', 'in two zones', single('zone: [a, b]'), '1 of 2: '],
    ['single-point-of-failure', 'in one zone', single('zone: a'), '2 of 2: '],
    ['single-point-of-failure', 'several by name', single('p50: 5ms', '', 'Postgres cluster'), '1 of 2: '],
    [
      'single-point-of-failure',
      'drawn twice',
      single('p50: 5ms', 'lb[Load balancer] -->|HTTP| api\nlb -->|HTTP| api2[Order API]'),
      '1 of 2: ',
    ],
  ],
  'strict',
)
