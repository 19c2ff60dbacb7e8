// What a picture means: which flows it has, what they pass, what is promised of them.

import { describe, expect, it } from 'vitest'
import { checkDesign, type Design } from './check'
import { flowIn, flowsIn } from './door'
import { call, component, either, inOrder, sometimes, together } from './reference'

const bare = (diagram: string) => flowsIn(`${diagram}\n%% arrowsmith: { assume: nothing }\n`)
const names = (diagram: string) => bare(diagram).map(({ name }) => name)

describe('flows', () => {
  it('begin at each arrow of each client', () => {
    const flows = bare(`flowchart LR
  web[Browser] --> orders[Order service] --> db[(Postgres)]
  web --> prices[Price service]
  app[Mobile app] --> orders
  %% orders@{ availability: 99% }
  %% prices@{ availability: 98% }
  %% db@{ availability: 99.9% }`)
    expect(flows.map(({ from, to, availability }) => [from, to, Number(availability.toFixed(6))])).toEqual([
      ['web', 'orders', 0.98901],
      ['web', 'prices', 0.98],
      ['app', 'orders', 0.98901],
    ])
  })

  it('go through a gateway to one service each', () => {
    expect(
      names(`flowchart LR
  web[Browser] --> gw[API gateway]
  gw --> orders[Order service]
  gw --> prices[Price service]
  gw --> auth[Auth service]
  %% gw@{ availability: 99% }`),
    ).toEqual(['Browser → Order service', 'Browser → Price service'])
  })

  it('through a gateway: services told apart by a letter are no copies', () => {
    expect(
      names(`flowchart LR
  web[Browser] --> gw[API gateway]
  gw --> a[Service A]
  gw --> b[Service B]
  %% gw@{ availability: 99% }`),
    ).toEqual(['Browser → Service A', 'Browser → Service B'])
  })

  it('through a gateway: copies of a named service stand in for each other', () => {
    expect(
      names(`flowchart LR
  web[Browser] --> gw[API gateway]
  gw --> a[Order API 1]
  gw --> b[Order API 2]
  %% gw@{ availability: 99% }`),
    ).toEqual(['Browser → Order API 1'])
  })

  it('to several origins of a content delivery network are alternatives', () => {
    expect(
      names(`flowchart LR
  web[Browser] --> cdn[CDN]
  cdn --> s3[(S3 bucket)]
  cdn --> api[API service]
  %% cdn@{ availability: 99% }`),
    ).toEqual(['Browser → S3 bucket', 'Browser → API service'])
  })

  it('begin at a stated entry only, whose own figures do not count', () => {
    const flow = flowIn(`flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% api@{ availability: 50%, entry: true, p50: 70ms, p99: 70ms }
  %% db@{ availability: 99%, p50: 3ms, p99: 3ms }
  %% arrowsmith: { assume: nothing }`)
    expect(flow).toMatchObject({ from: 'api', to: 'api', p99: 3, criticalPath: ['api', 'db'] })
    expect(flow.availability).toBeCloseTo(0.99, 12)
  })

  it('begin at entries that the settings name', () => {
    const [flow] = flowsIn(`flowchart LR
  job[Report service] --> api[API service] --> db[(Postgres)]
  %% db@{ availability: 99% }
  %% arrowsmith: { assume: nothing, entries: [api] }`)
    expect(flow).toMatchObject({ from: 'api' })
  })

  it('of schedulers and consumers are nobody’s request', () => {
    expect(
      names(`flowchart LR
  web[Browser] --> api[API service] --> bus[[Kafka]] --> worker[Mail worker] --> db[(Postgres)]
  cron[Cron job] --> report[Report service] --> db
  %% api@{ availability: 99% }`),
    ).toEqual(['Browser → API service'])
  })

  it('do not follow replies, feeds, replication and telemetry', () => {
    const flow = flowIn(`flowchart LR
  web[Browser] --> api[API service]
  api -.->|response| web
  api --> db[(Postgres)]
  db -->|replication| copy[(Postgres replica)]
  db --> cdc[Search indexer]
  api --> logs[Prometheus]
  %% api@{ availability: 99.9% }
  %% db@{ availability: 99% }
  %% copy@{ availability: 50% }
  %% cdc@{ availability: 50% }
  %% logs@{ availability: 50% }
  %% arrowsmith: { assume: nothing }`)
    expect(flow.availability).toBeCloseTo(0.999 * 0.99, 12)
  })

  it('through a circle: each way into it leaves out its own call back', () => {
    const flows = bare(`flowchart LR
  web[Browser] -->|HTTPS| orders[Order service]
  web -->|HTTPS| prices[Price service]
  orders -->|asks, gRPC| prices
  prices -->|reads, gRPC| orders
  orders --> db[(Postgres)]
  %% orders@{ availability: 99% }
  %% prices@{ availability: 98% }
  %% db@{ availability: 97% }`)
    expect(flows.map(({ name, availability }) => [name, Number(availability.toFixed(6))])).toEqual([
      ['Browser → Order service', 0.941094],
      ['Browser → Price service', 0.941094],
    ])
    expect(
      flows.map(({ assumed }) => assumed.filter(({ key }) => key === 'path').map(({ at }) => at)),
    ).toEqual([['prices->orders'], ['orders->prices']])
  })

  it('end at no firewall that looks at what passes by', () => {
    expect(
      names(`flowchart LR
  web[Browser] --> lb[Load balancer]
  lb --> waf[WAF]
  lb --> api[Order API]
  %% lb@{ availability: 99% }`),
    ).toEqual(['Browser → Order API'])
  })

  it('of a trace go on after what is pushed to the client', () => {
    const flow = flowIn(`sequenceDiagram
  participant web as Browser
  participant gw as API gateway
  participant api as Order service
  participant idp as Identity provider
  web->>gw: GET /orders
  gw->>api: GET /orders
  api->>web: Sign-in page
  web->>idp: POST /token
  idp-->>web: token
  %% idp@{ availability: 90% }
  %% arrowsmith: { assume: nothing }`)
    expect(flow.availability).toBeCloseTo(0.9, 10)
  })

  it('of a trace that a webhook opens is what the webhook does', () => {
    const flow = flowIn(`sequenceDiagram
  participant psp as Stripe
  participant api as Billing service
  participant db as Postgres
  psp->>api: Webhook: charge settled
  api->>db: INSERT payment
  %% db@{ availability: 90% }
  %% arrowsmith: { assume: nothing }`)
    expect([flow.from, flow.to, Number(flow.availability.toFixed(6))]).toEqual(['psp', 'api', 0.9])
  })

  it('of a trace pass a trigger that is answered', () => {
    const trace = (answer: string) => `sequenceDiagram
  participant web as Browser
  participant api as Order service
  participant jobs as Price service
  web->>api: POST /prices
  api->>jobs: Trigger update
${answer}
  api-->>web: 200
  %% jobs@{ availability: 90% }
  %% arrowsmith: { assume: nothing }`
    expect(flowIn(trace('  jobs-->>api: new prices')).availability).toBeCloseTo(0.9, 10)
    expect(flowIn(trace('')).availability).toBe(1)
  })

  it('of a trace that a person opens keep what happens in blocks', () => {
    const flow = flowIn(`sequenceDiagram
  participant cashier as Cashier
  participant desk as Desk
  participant api as Order service
  cashier->>desk: Click "Save"
  rect rgb(230, 245, 255)
    desk->>api: POST /orders
    api-->>desk: 201
  end
  %% api@{ availability: 90% }
  %% arrowsmith: { assume: nothing }`)
    expect([flow.from, flow.to, Number(flow.availability.toFixed(6))]).toEqual(['desk', 'api', 0.9])
  })

  it('pass an arrow to a group on to those that nobody inside calls', () => {
    const flow = flowIn(`flowchart LR
  web[Browser] --> shop
  subgraph shop [Shop]
    api[API service] --> db[(Postgres)]
  end
  %% api@{ availability: 99.9% }
  %% db@{ availability: 99% }
  %% arrowsmith: { assume: nothing }`)
    expect(flow).toMatchObject({ to: 'api', criticalPath: ['web', 'api', 'db'] })
    expect(flow.availability).toBeCloseTo(0.999 * 0.99, 12)
  })
})

describe('objectives', () => {
  const shop = `flowchart LR
  web[Browser] --> api[API service]
  api --> orders[Order service] --> db[(Postgres)]
  api --> tips[Recommendation service]
  %% api@{ p50: 10ms, p99: 10ms, availability: 99.99% }
  %% orders@{ p50: 20ms, p99: 20ms, availability: 99.9% }
  %% db@{ p50: 5ms, p99: 5ms, availability: 99.9% }
  %% tips@{ p50: 100ms, p99: 100ms, availability: 90% }`

  it('towards a component keep the calls on paths to it and what it calls', () => {
    const flows = flowsIn(`${shop}
  %% arrowsmith: { assume: nothing, objectives: { checkout: { from: web, to: orders, p99: 40ms, availability: 99.8% } } }`)
    const checkout = flows.find(({ name }) => name === 'checkout')
    expect(checkout).toMatchObject({
      from: 'web',
      to: 'orders',
      criticalPath: ['web', 'api', 'orders', 'db'],
    })
    expect(checkout?.p99).toBeCloseTo(35, 9)
    expect(checkout?.availability).toBeCloseTo(0.9999 * 0.999 * 0.999, 12)
    expect(checkout?.objective).toMatchObject({
      text: 'p99 ≤ 40 ms, availability ≥ 99.8%',
      met: false,
      missed: ['availability'],
      shortfalls: ['99.79% available, 99.8% promised'],
    })
  })

  it('take the calls that name their flow, and those that name none', () => {
    const flows = flowsIn(`${shop}
  %% api->orders@{ flow: checkout }
  %% api->tips@{ flow: browse }
  %% arrowsmith: { assume: nothing, objectives: { checkout: { from: web, to: api, p99: 40ms }, browse: { from: web, to: api, p99: 40ms } } }`)
    expect(flows.map(({ name, p99, objective }) => [name, p99, objective?.met])).toEqual([
      ['checkout', 35, true],
      ['browse', 110, false],
    ])
  })

  it('of a whole flow name it', () => {
    const [flow, ...others] = flowsIn(`${shop}
  %% arrowsmith: { assume: nothing, objectives: { shopping: { from: web, to: api, p50: 134ms, p999: 135ms } } }`)
    expect(others).toEqual([])
    expect(flow).toMatchObject({ name: 'shopping', to: 'api', objective: { met: false, missed: ['p50'] } })
  })

  it('count failures as late, while percentiles are of the requests that are answered', () => {
    const flow = flowIn(`flowchart LR
  web[Browser] --> api[API service]
  %% web->api@{ errorRate: 2% }
  %% api@{ p50: 10ms, p99: 100ms }
  %% arrowsmith: { assume: nothing, objectives: { shopping: { p95: 1s, p99: 1s } } }`)
    expect(flow.p99).toBeCloseTo(100, 0)
    expect(flow.failed).toBeCloseTo(0.02, 12)
    expect(flow.objective).toMatchObject({
      missed: ['p99'],
      shortfalls: ['97.99% within 1 s, 99% promised'],
    })
  })

  it('are judged by the share that is answered in time, though the percentile of those is shorter', () => {
    const diagram = (timeout: number) => `flowchart LR
  web[Browser] --> api[Order API] --> quotes[Quote service]
  %% api->quotes@{ timeout: ${timeout}ms }
  %% quotes@{ p50: 100ms, p99: 1s }
  %% arrowsmith: { assume: nothing, objectives: { quote: { from: web, to: api, p99: 870ms } } }`
    const [loose, tight] = [1000, 990].map(timeout => flowIn(diagram(timeout)))
    expect(loose!.p99! - tight!.p99!).toBeGreaterThan(0)
    expect(loose!.p99! - tight!.p99!).toBeLessThan(10)
    expect(tight).toMatchObject({
      objective: { met: false, shortfalls: ['98.55% within 870 ms, 99% promised'] },
    })
    expect(tight!.p99).toBeLessThan(870)
  })

  it('are kept where a diagram has more flows than are listed', () => {
    const services = Array.from(
      { length: 40 },
      (_, i) => `  web --> s${i}[Order ${String.fromCharCode(97 + (i % 26))}${i} service]`,
    )
    const flows = flowsIn(`flowchart LR
  web[Browser]
${services.join('\n')}
  %% s39@{ availability: 99% }
  %% arrowsmith: { assume: nothing, objectives: { last: { to: s39, availability: 99.9% } } }`)
    expect(flows).toHaveLength(32)
    expect(flows.find(({ name }) => name === 'last')).toMatchObject({ to: 's39', objective: { met: false } })
  })
})

describe('load', () => {
  it('waits for a free place as M/G/1 has it, with the variability of its own time', () => {
    const flow = flowIn(`flowchart LR
  web[Browser] --> api[API service]
  %% web@{ rate: 50/s }
  %% api@{ capacity: 100/s, p50: 5ms, p99: 5ms }
  %% arrowsmith: { assume: nothing }`)
    // Half of the requests wait, 10 ms on average since each takes the same: P(wait > t) = 0.5·exp(−t / 10 ms).
    expect(flow.p50).toBeCloseTo(5, 1)
    expect(flow.p95! / (5 + 10 * Math.log(10))).toBeCloseTo(1, 2)
    expect(flow.p99! / (5 + 10 * Math.log(50))).toBeCloseTo(1, 2)
  })
})

describe('assumptions', () => {
  it('are listed: catalogue figures, tails, order, common cause', () => {
    const { assumed } = flowIn(`flowchart LR
  web[Browser] -->|HTTPS| api[API service]
  api -->|SQL| db[(Postgres)]
  api -->|gRPC| prices[Price service]
  %% api@{ availability: 99.9%, replicas: 2, p50: 10ms }`)
    const keys = assumed.map(({ at, key }) => `${at} ${key}`)
    expect(keys).toEqual(
      expect.arrayContaining([
        'api order',
        'api commonCause',
        'api p99',
        'db availability',
        'db p50',
        'db p99',
      ]),
    )
    expect(new Set(keys).size).toBe(keys.length)
    expect(assumed.every(({ value, source }) => value !== '' && source !== '')).toBe(true)
  })

  it('are none where all is stated', () => {
    const { assumed } = flowIn(`flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% api@{ availability: 99.9%, p50: 10ms, p99: 20ms }
  %% db@{ availability: 99.9%, p50: 10ms, p99: 20ms }`)
    expect(assumed).toEqual([])
  })
})

const families: readonly Design[] = [
  {
    name: 'junctions of an architecture diagram lead on',
    diagram: `architecture-beta
  group shop(cloud)[Shop]
  service web(internet)[Browser]
  service api(server)[API service] in shop
  service db(database)[Postgres] in shop
  service prices(server)[Price service] in shop
  junction middle in shop
  web:R --> L:api
  api:R --> L:middle
  middle:T --> B:db
  middle:B --> T:prices
  %% api@{ availability: 99.9%, p50: 2ms, p99: 2ms }
  %% db@{ availability: 99.8%, p50: 3ms, p99: 3ms }
  %% prices@{ availability: 99.7%, p50: 4ms, p99: 4ms }`,
    request: inOrder(
      component('api', { availability: 0.999, p50: 2 }),
      component('db', { availability: 0.998, p50: 3 }),
      component('prices', { availability: 0.997, p50: 4 }),
    ),
  },
  {
    name: 'relations of a C4 diagram, one of them drawn backwards',
    diagram: `C4Container
  Person(user, "Customer")
  Container(web, "Web app", "React")
  Container(api, "API service", "Node")
  ContainerDb(db, "Orders", "Postgres")
  System_Ext(pay, "Payment provider")
  Rel(user, web, "Uses")
  Rel(web, api, "Calls", "HTTPS")
  Rel_Back(db, api, "Reads", "SQL")
  BiRel(api, pay, "Charges", "HTTPS")
  %% api@{ availability: 99.9%, p50: 2ms, p99: 2ms }
  %% db@{ availability: 99.8%, p50: 3ms, p99: 3ms }
  %% pay@{ availability: 99.7%, p50: 4ms, p99: 4ms }`,
    request: inOrder(
      component('api', { availability: 0.999, p50: 2 }),
      component('db', { availability: 0.998, p50: 3 }),
      component('pay', { availability: 0.997, p50: 4 }),
    ),
    expected: { from: 'web', to: 'api' },
  },
  {
    name: 'a sequence: calls inside calls, one after another',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as API service
  participant auth as Auth service
  participant db as Postgres
  web->>api: POST /orders
  api->>auth: check token
  auth-->>api: ok
  api->>db: INSERT
  db-->>api: done
  api-->>web: 201
  %% api@{ availability: 99.9%, p50: 2ms, p99: 9ms }
  %% auth@{ availability: 99.8%, p50: 3ms, p99: 12ms }
  %% db@{ availability: 99.7%, p50: 4ms, p99: 40ms }`,
    request: component(
      'api',
      { availability: 0.999, p50: 2, p99: 9 },
      component('auth', { availability: 0.998, p50: 3, p99: 12 }),
      component('db', { availability: 0.997, p50: 4, p99: 40 }),
    ),
    expected: { name: 'Browser → API service', criticalPath: ['web', 'api', 'auth', 'db'], attempts: 1 },
  },
  {
    name: 'a sequence: the first of two branches, the other with its share',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as API service
  participant card as Card service
  participant bank as Bank service
  web->>api: POST /pay
  alt by card
    api->>card: charge
    card-->>api: ok
  %% @{ share: 0.2 }
  else by bank
    api->>bank: charge
    bank-->>api: ok
  end
  api-->>web: 200
  %% card@{ availability: 99%, p50: 20ms, p99: 20ms }
  %% bank@{ availability: 98%, p50: 50ms, p99: 50ms }`,
    request: either(
      0.8,
      component('card', { availability: 0.99, p50: 20 }),
      component('bank', { availability: 0.98, p50: 50 }),
    ),
    expected: { p50: 20, p95: 50 },
  },
  {
    name: 'a sequence: what may not happen does not, but for its share',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as API service
  participant mail as Mail service
  participant fraud as Fraud service
  web->>api: POST /pay
  opt wanted
    api->>mail: send
    mail-->>api: ok
  end
  %% @{ share: 25% }
  opt suspicious
    api->>fraud: check
    fraud-->>api: ok
  end
  api-->>web: 200
  %% mail@{ availability: 50%, p50: 20ms, p99: 20ms }
  %% fraud@{ availability: 98%, p50: 50ms, p99: 50ms }`,
    request: sometimes(0.25, component('fraud', { availability: 0.98, p50: 50 })),
    expected: { p50: 0, p95: 50 },
  },
  {
    name: 'a sequence: rounds of a loop',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as API service
  participant db as Postgres
  web->>api: GET /orders
  %% @{ calls: 3 }
  loop each order
    api->>db: SELECT
    db-->>api: rows
  end
  api-->>web: 200
  %% db@{ availability: 99%, p50: 20ms, p99: 60ms }
  %% api->>db@{ errorRate: 1% }`,
    request: inOrder(
      ...Array.from({ length: 3 }, () =>
        call(component('db', { availability: 0.99, p50: 20, p99: 60 }), { errorRate: 0.01 }),
      ),
    ),
    expected: { attempts: 3, attemptsAt: 'db' },
  },
  {
    name: 'a sequence: a choice in every round of a loop',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as API service
  participant card as Card service
  participant bank as Bank service
  web->>api: POST /pay
  loop 3 times
    alt by card
      api->>card: charge
      card-->>api: ok
    %% @{ share: 0.5 }
    else by bank
      api->>bank: charge
      bank-->>api: ok
    end
  end
  api-->>web: 200
  %% api->>card@{ errorRate: 10% }
  %% api->>bank@{ errorRate: 20% }`,
    request: inOrder(
      ...Array.from({ length: 3 }, () =>
        either(
          0.5,
          call(component('card', {}), { errorRate: 0.1 }),
          call(component('bank', {}), { errorRate: 0.2 }),
        ),
      ),
    ),
    expected: { attempts: 3 },
  },
  {
    name: 'a sequence: parallel parts',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as API service
  participant a as Order service
  participant b as Price service
  web->>api: GET /cart
  par orders
    api->>a: list
    a-->>api: orders
  and prices
    api->>b: list
    b-->>api: prices
  end
  api-->>web: 200
  %% a@{ availability: 99%, p50: 20ms, p99: 60ms }
  %% b@{ availability: 98%, p50: 15ms, p99: 150ms }`,
    request: together(
      component('a', { availability: 0.99, p50: 20, p99: 60 }),
      component('b', { availability: 0.98, p50: 15, p99: 150 }),
    ),
  },
  {
    name: 'a sequence: nobody waits for an asynchronous message',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as API service
  participant mail as Mail service
  participant smtp as SMTP server
  web->>api: POST /orders
  api-)mail: order placed
  mail->>smtp: send
  smtp-->>mail: ok
  api-->>web: 202
  %% api@{ availability: 99.9%, p50: 5ms, p99: 5ms }
  %% mail@{ availability: 50%, p50: 5s, p99: 9s }
  %% smtp@{ availability: 50% }`,
    request: component('api', { availability: 0.999, p50: 5 }),
    expected: { criticalPath: ['web', 'api'] },
  },
  {
    name: 'a sequence: a time on a reply says how long its sender took, as unevenly as its figures have it',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as API service
  participant db as Postgres
  web->>api: GET /orders
  api->>db: SELECT
  db-->>api: 80ms
  api-->>web: 200
  %% api@{ p50: 5ms, p99: 5ms }
  %% db@{ p50: 1s, p99: 2s, kind: external }`,
    request: component('api', { p50: 5 }, component('db', { p50: 80, p99: 160 })),
  },
  {
    name: 'a sequence: a budget in a note is the deadline of the component',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as API service
  participant db as Postgres
  web->>api: GET /orders
  Note over api: deadline = now + 100ms
  api->>db: SELECT
  db-->>api: rows
  api-->>web: 200
  %% api@{ p50: 5ms, p99: 20ms }
  %% db@{ p50: 30ms, p99: 200ms }`,
    request: call(component('api', { p50: 5, p99: 20 }, component('db', { p50: 30, p99: 200 })), {
      timeout: 100,
    }),
    timed: true,
    expected: { longest: 100 },
  },
  {
    name: 'a sequence: a fallback that is said to exist',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as API service
  participant prices as Price service
  web->>api: GET /cart
  api->>prices: list
  prices-->>api: prices
  api-->>web: 200
  %% prices@{ availability: 50% }
  %% api->>prices@{ fallback: usual prices }`,
    expected: { availability: 1 },
  },
  {
    name: 'a sequence: caches fail open',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as API service
  participant cache as Redis
  participant db as Postgres
  web->>api: GET /cart
  api->>cache: GET cart
  cache-->>api: nothing
  api->>db: SELECT
  db-->>api: rows
  api-->>web: 200
  %% cache@{ availability: 50% }
  %% db@{ availability: 99% }`,
    expected: { availability: 0.99 },
  },
]

describe('families of diagrams', () => {
  it.each(families)('$name', checkDesign)
})
