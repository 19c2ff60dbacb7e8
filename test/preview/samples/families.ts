// The other families of diagrams, and a diagram that is no architecture.

import type { PreviewModel } from '../../../src/service/preview/messages'
import { arrow, at, bar, flow, node, picture, share } from './build'

export const sequence: PreviewModel = picture(
  'sequence',
  `sequenceDiagram
  actor u as Shopper
  participant web as Web app
  participant api as API
  participant db as Postgres
  u->>web: open the basket
  web->>+api: GET /basket (HTTPS, 2 s)
  api->>db: SELECT (SQL, 200 ms)
  db-->>api: rows
  alt fresh
    api-->>-web: 200
  else stale
    api->>api: recompute
  end
  Note over web,api: retries 2`,
  {
    nodes: [
      node('u', { text: 'Shopper', kind: 'person' }),
      node('web', { text: 'Web app', p50: 5, p99: 20, availability: 0.9999 }),
      node('api', { text: 'API', p50: 15, p99: 120, availability: 0.9995, assumed: true }),
      node('db', { text: 'Postgres', p50: 3, p99: 40, availability: 0.9995, assumed: true }),
    ],
    arrows: [
      arrow(0, 'u → web'),
      arrow(1, 'web → api', { text: 'GET /basket (HTTPS, 2 s)' }),
      arrow(2, 'api → db', { text: 'SELECT (SQL, 200 ms)' }),
      arrow(3, 'db → api', { role: 'reply' }),
      arrow(4, 'api → web', { role: 'reply' }),
      arrow(5, 'api → api', { role: 'structure' }),
    ],
    flows: [
      flow('Web app → API', {
        attempts: 1,
        criticalPath: ['web', 'api', 'db'],
        shares: [
          share(at.node('web'), 0.1, 0.1),
          share(at.node('api'), 0.6, 0.5),
          share(at.node('db'), 0.3, 0.4),
          share(at.arrow(1), 0.9, 0.9),
          share(at.arrow(2), 0.3, 0.4),
        ],
        bars: [
          bar(1, 'API', [0, 0, 160, 2000]),
          { ...bar(3, 'Postgres', [1, 110, 150, 310]), target: at.arrow(2) },
        ],
      }),
    ],
    findings: [
      {
        rule: 'chatty',
        severity: 'warning',
        message: 'Two round trips where one would do.',
        target: at.arrow(2),
        line: 8,
        fixes: [],
        url: 'https://example.com',
      },
    ],
  },
)

export const c4: PreviewModel = picture(
  'c4',
  `C4Container
  Person(user, "Customer")
  System_Boundary(bank, "Bank") {
    Container(spa, "Web app", "React", "Accounts")
    Container(api, "API", "Java", "JSON over HTTPS")
    ContainerDb(db, "Accounts", "Postgres")
  }
  Rel(user, spa, "Uses", "HTTPS")
  Rel(spa, api, "Calls", "HTTPS")
  Rel(api, db, "Reads", "SQL")`,
  {
    nodes: [
      node('user', { text: 'Customer' }),
      node('spa', { text: 'Web app', p99: 12, availability: 0.9999 }),
      node('api', { text: 'API', p99: 90, availability: 0.999, assumed: true }),
      node('db', { text: 'Accounts', p99: 40, availability: 0.9995, assumed: true }),
    ],
    arrows: [arrow(0, 'user → spa'), arrow(1, 'spa → api'), arrow(2, 'api → db')],
    flows: [
      flow('Customer → Web app', {
        criticalPath: ['spa', 'api', 'db'],
        shares: [
          share(at.node('spa'), 0.1, 0.1),
          share(at.node('api'), 0.6, 0.5),
          share(at.node('db'), 0.3, 0.4),
          share(at.arrow(0), 1, 1),
          share(at.arrow(1), 0.9, 0.9),
          share(at.arrow(2), 0.3, 0.4),
        ],
        bars: [0, 1].map(index => bar(index, 'call', [index, 0, 100, null])),
      }),
    ],
  },
)

export const architecture: PreviewModel = picture(
  'architecture',
  `architecture-beta
  group api(cloud)[Cloud]
  service web(internet)[Web]
  service server(server)[Server] in api
  service db(database)[Database] in api
  service disk(disk)[Backup] in api
  web:R --> L:server
  server:R --> L:db
  db:B -- T:disk`,
  {
    nodes: [
      node('web', { text: 'Web' }),
      node('server', { text: 'Server', p99: 60, availability: 0.9995 }),
      node('db', { text: 'Database', p99: 40, availability: 0.9995, assumed: true }),
      node('disk', { text: 'Backup' }),
    ],
    arrows: [
      arrow(0, 'web → server'),
      arrow(1, 'server → db'),
      arrow(2, 'db → disk', { role: 'replication' }),
    ],
    flows: [
      flow('Web → Server', {
        criticalPath: ['web', 'server', 'db'],
        shares: [
          share(at.node('server'), 0.6, 0.5),
          share(at.node('db'), 0.4, 0.5),
          share(at.arrow(0), 1, 1),
          share(at.arrow(1), 0.4, 0.5),
        ],
        bars: [0, 1].map(index => bar(index, 'call', [index, 0, 100, null])),
      }),
    ],
  },
)

/** Drawn as it is, with the reason why there are no figures. */
export const cooking: PreviewModel = picture(
  'flowchart',
  'flowchart LR\n  a[Chop onions] --> b{Brown?}\n  b -->|no| a\n  b -->|yes| c[Eat]',
  {
    title: 'recipe.md',
    architecture: { value: false, why: 'these are steps of a process, not components that call each other' },
    nodes: [node('a'), node('b'), node('c')],
    arrows: [arrow(0, 'a → b'), arrow(1, 'b → a'), arrow(2, 'b → c')].map(each => ({
      ...each,
      network: false,
    })),
  },
)
