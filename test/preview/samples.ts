// Pictures to show: a checkout, a large system, a sequence, C4, an architecture, and what is none.

import type { Picture, Target } from '../../src/service/messages'

type Node = Picture['nodes'][number]
type Arrow = Picture['arrows'][number]
type Flow = Picture['flows'][number]

const node = (id: string, figures: Partial<Node> = {}): Node => ({
  id,
  text: id,
  assumed: false,
  line: 4,
  ...figures,
})

const arrow = (index: number, ends: string, more: Partial<Arrow> = {}): Arrow => {
  const [from = '', to = ''] = ends.split(' → ')
  return { index, from, to, text: '', role: 'call', network: true, line: 10 + index, ...more }
}

const at = {
  node: (id: string): Target => ({ kind: 'node', id }),
  arrow: (index: number): Target => ({ kind: 'arrow', index }),
}

const share = (target: Target, latency: number, unavailability: number, attempts = 1) => ({
  target,
  latency,
  unavailability,
  attempts,
  p99: Math.round(920 * latency),
})

const flow = (name: string, more: Partial<Flow> = {}): Flow => ({
  name,
  from: 'web',
  to: 'gateway',
  background: false,
  p50: 190,
  p95: 480,
  p99: 920,
  p999: 1900,
  availability: 0.9983,
  downtimeSecondsPerYear: 53_611,
  attempts: 9,
  attemptsAt: 'Stripe',
  longest: 3000,
  criticalPath: [],
  shares: [],
  bars: [],
  improvements: [],
  assumed: [],
  assumedShare: 0,
  ...more,
})

const picture = (family: string, text: string, more: Partial<Picture> = {}): Picture => ({
  version: 1,
  title: 'checkout.md',
  diagram: 0,
  diagramCount: 2,
  line: 14,
  family,
  architecture: { value: true, why: 'servers, calls and protocols' },
  text,
  nodes: [],
  arrows: [],
  flows: [],
  findings: [],
  changes: [],
  ...more,
})

const checkoutText = `flowchart TD
  web([Browser]) -->|HTTPS · 3 s| gateway[API gateway]
  gateway -->|HTTP/2 · 2 s · 2 retries| orders[Order service]
  orders -->|SQL · 200 ms| db[(Orders DB)]
  orders -->|gRPC| pay[Payments]
  orders -. async · Kafka .-> events[/order-events/]
  pay -->|HTTPS · 1.5 s · 2 retries| stripe[Stripe #40;external#41;]
  pay -->|RESP · 20 ms| keys[(Idempotency keys)]`

const checkoutArrows = [
  arrow(0, 'web → gateway', { text: 'HTTPS · 3 s' }),
  arrow(1, 'gateway → orders', { text: 'HTTP/2 · 2 s · 2 retries' }),
  arrow(2, 'orders → db', { text: 'SQL · 200 ms' }),
  arrow(3, 'orders → pay', { text: 'gRPC' }),
  arrow(4, 'orders → events', { text: 'async · Kafka', role: 'delivery' }),
  arrow(5, 'pay → stripe', { text: 'HTTPS · 1.5 s · 2 retries' }),
  arrow(6, 'pay → keys', { text: 'RESP · 20 ms' }),
]

const bar = (
  index: number,
  label: string,
  span: readonly [depth: number, start: number, end: number, timeout: number | null],
) => {
  const [depth, start, end, timeout] = span
  const onCriticalPath = index !== 2 && index !== 6
  return { target: at.arrow(index), label, depth, start, end, timeout, onCriticalPath }
}

const checkoutFlow = flow('Browser → Order service', {
  criticalPath: ['web', 'gateway', 'orders', 'pay', 'stripe'],
  shares: [
    share(at.node('gateway'), 0.06, 0.06, 1),
    share(at.node('orders'), 0.05, 0.1, 3),
    share(at.node('db'), 0.03, 0.2, 3),
    share(at.node('pay'), 0.1, 0.04, 3),
    share(at.node('stripe'), 0.66, 0.55, 9),
    share(at.node('keys'), 0.02, 0.05, 3),
    share(at.arrow(0), 1, 1, 1),
    share(at.arrow(1), 0.94, 0.94, 3),
    share(at.arrow(2), 0.03, 0.2, 3),
    share(at.arrow(3), 0.78, 0.6, 3),
    share(at.arrow(5), 0.66, 0.55, 9),
    share(at.arrow(6), 0.02, 0.05, 3),
  ],
  bars: [
    bar(0, 'API gateway', [0, 0, 920, 3000]),
    bar(1, 'Order service', [1, 30, 890, 930]),
    bar(2, 'Orders DB', [2, 60, 90, 260]),
    bar(3, 'Payments', [2, 100, 870, null]),
    bar(6, 'Idempotency keys', [3, 130, 140, 150]),
    bar(5, 'Stripe (external)', [3, 150, 760, 1050]),
  ],
  improvements: [
    { text: 'Stripe p99 610 → 300 ms', gain: '−270 ms p99', target: at.node('stripe') },
    { text: 'Second payment provider (fallback)', gain: '−8.7 h / year', target: at.node('stripe') },
    { text: 'Replicate Orders DB', gain: '−3.9 h / year', target: at.node('db') },
  ],
  assumed: [
    {
      at: 'stripe',
      key: 'p99',
      value: '610 ms',
      source: 'assumed: third-party payment API',
      target: at.node('stripe'),
    },
    {
      at: 'db',
      key: 'availability',
      value: '99.95 %',
      source: 'Amazon RDS SLA (Multi-AZ)',
      target: at.node('db'),
    },
    {
      at: 'Browser → Order service',
      key: 'order',
      value: 'one after another',
      source: 'assumed: order of the text',
    },
  ],
  assumedShare: 0.38,
  objective: { text: 'p99 ≤ 800 ms, availability ≥ 99.5 %', met: false, missed: ['p99'] },
})

/** Seven nodes, two flows, three findings on two parts and one on the whole. */
export const checkout: Picture = picture('flowchart', checkoutText, {
  nodes: [
    node('web', { text: 'Browser', kind: 'client' }),
    node('gateway', {
      text: 'API gateway',
      kind: 'gateway',
      p50: 4,
      p99: 18,
      availability: 0.9999,
      region: 'eu-west-1',
    }),
    node('orders', {
      text: 'Order service',
      kind: 'service',
      p50: 12,
      p99: 42,
      availability: 0.9998,
      assumed: true,
      region: 'eu-west-1',
    }),
    node('db', {
      text: 'Orders DB',
      kind: 'database',
      p50: 3,
      p99: 30,
      availability: 0.9995,
      assumed: true,
      region: 'eu-west-1',
    }),
    node('pay', {
      text: 'Payments',
      kind: 'service',
      p50: 20,
      p99: 90,
      availability: 0.99995,
      region: 'eu-central-1',
    }),
    node('stripe', {
      text: 'Stripe (external)',
      kind: 'external',
      p50: 80,
      p99: 610,
      availability: 0.999,
      assumed: true,
    }),
    node('keys', {
      text: 'Idempotency keys',
      kind: 'cache',
      p50: 0.3,
      p99: 1.2,
      availability: 0.9999,
      assumed: true,
    }),
    node('events', {
      text: 'order-events',
      kind: 'topic',
      p50: 2,
      p99: 9,
      availability: 0.9999,
      assumed: true,
    }),
  ],
  arrows: checkoutArrows,
  flows: [
    checkoutFlow,
    {
      ...checkoutFlow,
      name: 'Nightly settlement',
      background: true,
      p99: null,
      attempts: 1,
      objective: undefined,
    },
  ],
  findings: [
    {
      rule: 'retry-layering',
      severity: 'warning',
      message:
        '3 × 3 = 9 attempts can reach Stripe when it is down: API gateway (3), Payments (3). Retry in one of them.',
      target: at.arrow(5),
      line: 20,
      fixes: ['Retry only in Payments', 'Retry only in API gateway'],
      url: 'https://example.com/rules/retry-layering',
    },
    {
      rule: 'timeout-budget',
      severity: 'error',
      message: 'Payments waits up to 4.5 s for Stripe, but its caller gives up after 2 s.',
      target: at.arrow(5),
      line: 20,
      fixes: ['Lower the timeout to 600 ms'],
      url: 'https://example.com/rules/timeout-budget',
    },
    {
      rule: 'single-instance',
      severity: 'info',
      message: 'Orders DB has no replica.',
      target: at.node('db'),
      line: 16,
      fixes: [],
      url: 'https://example.com/rules/single-instance',
    },
    {
      rule: 'no-objective',
      severity: 'hint',
      message: 'Nothing says how fast and how available this should be.',
      target: { kind: 'diagram' },
      line: 14,
      fixes: ['Write an objective'],
      url: 'https://example.com/rules/no-objective',
    },
  ],
})

/** `count` services in layers, each calling two of the next layer; one path is critical. */
export const large = (count: number): Picture => {
  const layers = Math.ceil(Math.sqrt(count / 2))
  const width = Math.ceil(count / layers)
  const ids = Array.from({ length: count }, (_, index) => `s${index}`)
  const ends = ids.flatMap((id, index) => {
    const row = Math.floor(index / width)
    const below = [index % width, (index * 7 + 3) % width].map(column => ids[(row + 1) * width + column])
    return [...new Set(below)].flatMap(other => (other ? [`${id} → ${other}`] : []))
  })
  const critical = ids.filter((_, index) => index % width === 0)
  const isCritical = (name: string) => {
    const [from = '', to = ''] = name.split(' → ')
    return critical.includes(from) && critical.includes(to)
  }
  const text = ['flowchart TD', ...ids.map(id => `  ${id}[Service ${id.slice(1)}]`)]
  return picture(
    'flowchart',
    [...text, ...ends.map(name => `  ${name.replace('→', '-->|gRPC|')}`)].join('\n'),
    {
      title: 'everything.mmd',
      diagramCount: 1,
      nodes: ids.map((id, index) =>
        node(id, { text: `Service ${index}`, p50: 2, p99: 10 + index, availability: 0.9999 }),
      ),
      arrows: ends.map((name, index) => arrow(index, name, { text: 'gRPC' })),
      flows: [
        flow('Service 0', {
          criticalPath: critical,
          shares: [
            ...ids.map(id =>
              share(at.node(id), critical.includes(id) ? 1 / critical.length : 0.001, 1 / count),
            ),
            ...ends.map((name, index) =>
              share(at.arrow(index), isCritical(name) ? 1 - index / ends.length : 0.01, 0.01),
            ),
          ],
          bars: ends.flatMap((name, index) => {
            const start = (900 * index) / ends.length
            const times = { start, end: start + 20, timeout: null, depth: 0 }
            return [{ target: at.arrow(index), label: name, onCriticalPath: isCritical(name), ...times }]
          }),
        }),
      ],
      findings: ends.flatMap((_, index) =>
        index % 9 === 0
          ? [
              {
                rule: 'missing-timeout',
                severity: 'warning' as const,
                message: 'No timeout.',
                target: at.arrow(index),
                line: 3,
                fixes: [],
                url: 'https://example.com',
              },
            ]
          : [],
      ),
    },
  )
}

export const sequence: Picture = picture(
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

export const c4: Picture = picture(
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

export const architecture: Picture = picture(
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
export const cooking: Picture = picture(
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

/** The checkout in the middle of being typed. */
export const broken: Picture = { ...checkout, text: `${checkoutText}\n  pay -->|` }
