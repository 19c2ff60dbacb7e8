// Plans in full: who enters where, what one request does, which objective it has and what is assumed.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { flowNaming } from '../../src/model/flows/flow-names'
import type { Component, Flow } from '../../src/model/system'
import { parseDiagram } from '../../src/syntax'
import { inFull } from './plans'

/** `later page NAME: ENTRY->TO: PLAN ! {ASSUMPTION}`: in the background, a page, with an objective. */
const described = ({ background, page, name, entry, to, plan, objective, assumptions }: Flow): string =>
  [
    `${background ? 'later ' : ''}${page ? 'page ' : ''}${name}: ${entry.id}->${to.id}: ${inFull(plan)}`,
    ...(objective ? ['!'] : []),
    ...assumptions.map(({ at, key, value }) => `{${at}: ${key} ${value}}`),
  ].join(' ')

const read = (text: string): readonly string[] => {
  const { flows, pages } = readSystem(parseDiagram(text), {})
  return [...flows.map(described), ...pages.map(page => `all ${described(page)}`)]
}

const trace = (lines: string) =>
  read(
    `sequenceDiagram\nactor user as Customer\nparticipant web as Browser\nparticipant api as Order service\nparticipant stock as Stock service\nparticipant mail as Mail service\nparticipant c as Redis cache\nparticipant q as Kafka\n${lines}\n%% arrowsmith: { assume: nothing }`,
  )

const flowchart = (lines: string, objectives = '', assume = 'nothing') =>
  read(`flowchart LR\n${lines}\n%% arrowsmith: { assume: ${assume}, objectives: { ${objectives} } }`)

describe('a trace', () => {
  it.each<[string, string, readonly string[]]>([
    ['nobody calls', 'Note over web: x', []],
    [
      'an objective of who asks',
      'web->>api: POST /orders\n%% arrowsmith: { objectives: { buy: { from: web, p99: 1s } } }',
      ['buy: web->api: api !'],
    ],
    [
      'an objective of somebody else',
      'web->>api: POST /orders\n%% arrowsmith: { objectives: { buy: { from: api, p99: 1s } } }',
      ['Browser → Order service: web->api: api'],
    ],
    [
      'an objective of anybody',
      'web->>api: POST /orders\n%% arrowsmith: { objectives: { buy: { p99: 1s } } }',
      ['buy: web->api: api !'],
    ],
    [
      'a single call inside',
      'web->>api: POST /orders\napi->>stock: GET /stock\nstock-->>api: 200',
      ['Browser → Order service: web->api: api→stock'],
    ],
    [
      'what is pushed to a client',
      'web->>api: POST /orders\napi-->>web: 201\napi->>web: push notification\nweb->>stock: GET /stock',
      ['Browser → Order service: web->api: api'],
    ],
    [
      'a webhook that opens it',
      'participant st as Stripe\nst->>api: webhook payment.succeeded\napi->>stock: GET /stock\nstock-->>api: 200\napi-->>st: 200',
      ['Stripe → Order service: st->api: api→stock'],
    ],
    [
      'a webhook in between',
      'participant st as Stripe\nweb->>api: POST /orders\nst->>api: webhook payment.succeeded\napi->>stock: GET /stock\nstock-->>api: 200',
      ['Browser → Order service: web->api: api'],
    ],
    [
      'a message that is handed over',
      'web->>api: POST /orders\napi->>q: publish OrderPlaced\nq->>mail: deliver OrderPlaced\nmail->>stock: GET /stock',
      ['Browser → Order service: web->api: api→~q'],
    ],
    [
      'a message with something to fall back on',
      'web->>api: POST /orders\napi->>q: publish OrderPlaced\napi->>stock: GET /stock\nstock-->>api: 200\n%% api->q@{ fallback: stock }',
      ['Browser → Order service: web->api: api→(~q or stock, stock)'],
    ],
    [
      'a message to fall back on',
      'web->>api: POST /orders\napi->>stock: GET /stock\nstock-->>api: 200\napi->>q: publish OrderPlaced\n%% api->stock@{ fallback: q }',
      ['Browser → Order service: web->api: api→(stock or q, ~q)'],
    ],
    [
      'two calls that each fall back',
      'web->>api: POST /orders\napi->>stock: GET /stock\nstock-->>api: 200\napi->>mail: POST /mails\nmail-->>api: 202\n%% api->stock@{ calls: 2, fallback: mail }',
      ['Browser → Order service: web->api: api→((stock or mail, stock or mail), mail)'],
    ],
    [
      'half a call that falls back',
      'web->>api: POST /orders\napi->>stock: GET /stock\nstock-->>api: 200\napi->>mail: POST /mails\nmail-->>api: 202\n%% api->stock@{ calls: 0.5, fallback: mail }',
      ['Browser → Order service: web->api: api→({0.5: stock or mail}, mail)'],
    ],
    [
      'two calls',
      'web->>api: POST /orders\napi->>stock: GET /stock\nstock-->>api: 200\n%% api->stock@{ calls: 2 }',
      ['Browser → Order service: web->api: api→2 × stock'],
    ],
    [
      'three calls',
      'web->>api: POST /orders\napi->>stock: GET /stock\nstock-->>api: 200\n%% api->stock@{ calls: 3 }',
      ['Browser → Order service: web->api: api→3 × stock'],
    ],
    [
      'half a call',
      'web->>api: POST /orders\napi->>stock: GET /stock\nstock-->>api: 200\n%% api->stock@{ calls: 0.5 }',
      ['Browser → Order service: web->api: api→{0.5: stock}'],
    ],
    [
      'three rounds of a branch',
      'web->>api: POST /orders\nloop 3 times\n%% @{ share: 50% }\nopt x\napi->>stock: GET /stock\nstock-->>api: 200\nend\nend',
      ['Browser → Order service: web->api: api→({0.5: stock}, {0.5: stock}, {0.5: stock})'],
    ],
    [
      'behind a cache',
      'web->>api: POST /orders\napi->>c: GET price\nc->>stock: GET /stock\nstock-->>c: 200\nc-->>api: 200\n%% c@{ hitRatio: 80% }',
      ['Browser → Order service: web->api: api→c→{0.2: stock}'],
    ],
    [
      'two calls behind a cache',
      'web->>api: POST /orders\napi->>c: GET price\nc->>stock: GET /stock\nstock-->>c: 200\nc->>mail: POST\nmail-->>c: 200\nc-->>api: 200\n%% c@{ hitRatio: 80% }',
      ['Browser → Order service: web->api: api→c→{0.2: (stock, mail)}'],
    ],
    [
      'behind a cache without a ratio',
      'web->>api: POST /orders\napi->>c: GET price\nc->>stock: GET /stock\nstock-->>c: 200\nc-->>api: 200',
      ['Browser → Order service: web->api: api→c→stock'],
    ],
    [
      'misses that are drawn apart',
      'web->>api: POST /orders\napi->>c: GET price\n%% @{ share: 20% }\nopt miss\nc->>stock: GET /stock\nstock-->>c: 200\nend\nc-->>api: 200\n%% c@{ hitRatio: 80% }',
      ['Browser → Order service: web->api: api→c→{0.2: stock}'],
    ],
    [
      'misses that are drawn apart beside a call',
      'web->>api: POST /orders\napi->>c: GET price\n%% @{ share: 20% }\nopt miss\nc->>stock: GET /stock\nstock-->>c: 200\nend\nc->>mail: POST /x\nmail-->>c: 200\nc-->>api: 200\n%% c@{ hitRatio: 80% }',
      ['Browser → Order service: web->api: api→c→({0.2: stock}, mail)'],
    ],
  ])('%s', (_, lines, flows) => expect(trace(lines)).toEqual(flows))

  it('draws branches anew in each round, up to 4,000 parts', () => {
    const rounds = (count: number) => {
      const lines = `web->>api: x\nloop ${count} times\n%% @{ share: 50% }\nopt y\napi->>stock: z\nend\nend`
      const [flow] = readSystem(
        parseDiagram(
          `sequenceDiagram\nparticipant web as Browser\nparticipant api as Order service\nparticipant stock as Stock service\n${lines}`,
        ),
        {},
      ).flows
      const plan = flow!.plan
      const drawn = plan.kind === 'visit' && plan.work.kind === 'sequence' ? plan.work.steps.length : 0
      return [drawn, ...flow!.assumptions.map(({ at, value }) => `${at}: ${value}`)]
    }
    // A choice, a visit and its work are three parts.
    expect(rounds(1333)).toEqual([1333])
    expect(rounds(1334)).toEqual([667, 'loop 1334 times: 2 rounds at once'])
    expect(rounds(4000)).toEqual([1000, 'loop 4000 times: 4 rounds at once'])
  })
})

describe('a flowchart', () => {
  const asks = (lines: string) =>
    flowchart(`web[Browser] -->|HTTPS| a[Order service]\na -->|HTTP| b[Stock service]\n${lines}`)[0]?.replace(
      /^.*: /,
      '',
    )

  it.each([
    ['%% a->b@{ calls: 2, order: parallel }', 'a→2 × ∥b'],
    ['%% a->b@{ calls: 1.5 }', 'a→1.5 × b'],
    ['%% a->b@{ fallback: none }', 'a→b'],
    ['%% a->b@{ fallback: false }', 'a→b'],
    ['%% a->b@{ fallback: cached prices }', 'a→b or ()'],
  ])('calls as `%s` states', (line, plan) => expect(asks(line)).toBe(plan))

  it('through an edge that leads nowhere, and one that asks a cache', () => {
    const gateway = 'web[Browser] -->|HTTPS| gw[API gateway]'
    expect(flowchart(gateway)).toEqual(['Browser → API gateway: web->gw: gw'])
    const cached = `${gateway}\ngw -->|RESP| c[(Redis cache)]\ngw -->|HTTP| api[Order service]\n%% c@{ hitRatio: 80% }`
    expect(flowchart(cached)).toEqual(['Browser → Order service: web->api: gw→?c 0.8 or else api'])
  })

  it.each([
    [12, 'api'],
    [13, 'p13'],
  ])('through %s proxies to %s', (count, to) => {
    const proxies = Array.from({ length: count }, (_, at) => `p${at + 1}[Reverse proxy ${at + 1}]`)
    const [flow] = readSystem(
      parseDiagram(
        `flowchart LR\n${['web[Browser]', ...proxies, 'api[Order service]'].join(' -->|HTTPS| ')}`,
      ),
      {},
    ).flows
    expect(flow?.to.id).toBe(to)
  })

  it('towards a target is followed through loops', () => {
    const ring = 'a -->|HTTP| b[Stock service]\nb -->|HTTP| c[Price service]\nc -->|HTTP| b\nc -->|HTTP| a'
    const promised = flowchart(
      `web[Browser] -->|HTTPS| a[Order service]\n${ring}`,
      'o: { to: b, p99: 1s }',
    ).at(-1)
    expect(promised).toMatch(/^o: web->b: a→b→c !/)
  })

  it('that enters where it is stated is no background work', () => {
    const entry = 'cron[Cron scheduler] -->|HTTP| a[Stock service]\n%% cron@{ entry: true }'
    expect(flowchart(entry)).toEqual(['Cron scheduler: cron->cron: a'])
  })

  it.each([
    ['both', 'web -->|HTTPS| b[Stock service]', 'both calls at once'],
    ['all', 'web -->|HTTPS| b[Stock service]\nweb -->|HTTPS| c[Price service]', 'all 3 calls at once'],
  ])('of a page makes %s calls', (_, lines, name) => {
    const pages = flowchart(`web[Browser] -->|HTTPS| a[Order service]\n${lines}`).filter(line =>
      line.startsWith('all'),
    )
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain(`page Browser: ${name}: web->web`)
  })

  it('of a page takes every way that a gateway may send it', () => {
    const lines =
      'web[Browser] -->|HTTPS| gw[API gateway]\ngw -->|HTTP| a[Order service]\ngw -->|HTTP| b[Stock service]\nweb -->|HTTPS| c[Price service]'
    expect(flowchart(lines).at(-1)).toContain('[[gw→a | gw→b] | c]')
  })

  it('is named by labels where names are shared', () => {
    const components = [
      { name: 'Order service', text: 'Order service (EU)' },
      { name: 'Order service', text: 'Order service (US)' },
      { name: 'Browser', text: 'Browser of the customer' },
    ] as const
    const name = flowNaming(components as unknown as readonly Component[])
    const [eu, us, web] = components as unknown as readonly [Component, Component, Component]
    expect([name(web, eu), name(eu, us), name(web, web)]).toEqual([
      'Browser → Order service (EU)',
      'Order service (EU) → Order service (US)',
      'Browser',
    ])
  })

  it.each<[string, string, string, readonly string[]]>([
    [
      'worker alone',
      'q[[RabbitMQ]] -->|delivers| w[Mail worker]\nw -->|SQL| d[(Postgres)]',
      '',
      ['later RabbitMQ → Mail worker: q->w: (q, w→d)'],
    ],
    [
      'edge entry',
      'gw[API gateway] -->|HTTP| a[Order service]\ngw -->|HTTP| b[Stock service]',
      '',
      ['API gateway → Order service: gw->a: a', 'API gateway → Stock service: gw->b: b'],
    ],
    [
      'unknown entry',
      'x[Foo] -->|HTTP| a[Order service]\nx -->|HTTP| b[Stock service]',
      '',
      ['Foo → Order service: x->a: a', 'Foo → Stock service: x->b: b'],
    ],
    [
      'service entry',
      'x[Foo service] -->|HTTP| a[Order service]\nx -->|HTTP| b[Stock service]',
      '',
      ['Foo service: x->x: (a, b) {x: order one after another}'],
    ],
    [
      'two calls',
      'web[Browser] -->|HTTPS| a[Order service]\nweb -->|HTTPS| b[Stock service]',
      '',
      [
        'Browser → Order service: web->a: a',
        'Browser → Stock service: web->b: b',
        'all page Browser: both calls at once: web->web: [a | b] {web: order at once}',
      ],
    ],
    [
      'page',
      'web[Browser] -->|HTTPS| a[Order service]\nweb -->|HTTPS| b[Stock service]\na -->|HTTP| c[Price service]\na -->|HTTP| d[Mail service]\nweb -->|HTTPS| e[Search service]\n%% web->a@{ flow: home }\n%% web->b@{ flow: home }\n%% a->d@{ flow: other }',
      '',
      ['page home: web->web: [a→c | b] {web: order at once}', 'Browser → Search service: web->e: e'],
    ],
    [
      'page objective',
      'web[Browser] -->|HTTPS| a[Order service]\nweb -->|HTTPS| b[Stock service]\na -->|HTTP| d[Mail service]\n%% web->a@{ flow: home }\n%% web->b@{ flow: home }',
      'home: { p99: 1s }',
      ['page home: web->web: [a→d | b] ! {web: order at once}'],
    ],
    [
      'page other objective',
      'web[Browser] -->|HTTPS| a[Order service]\nweb -->|HTTPS| b[Stock service]\nweb -->|HTTPS| e[Search service]\n%% web->a@{ flow: home }\n%% web->b@{ flow: home }',
      'other: { from: web, p99: 1s }',
      ['page home: web->web: [a | b] {web: order at once}', 'other: web->e: e !'],
    ],
    [
      'objective 2 flows',
      'web[Browser] -->|HTTPS| a[Order service]\nweb -->|HTTPS| b[Stock service]',
      'o: { from: web, p99: 1s }',
      [
        'o: Browser → Order service: web->a: a !',
        'o: Browser → Stock service: web->b: b !',
        'all page Browser: both calls at once: web->web: [a | b] {web: order at once}',
      ],
    ],
    [
      'objective to',
      'web[Browser] -->|HTTPS| a[Order service]\nweb -->|HTTPS| b[Stock service]',
      'o: { to: b, p99: 1s }',
      [
        'Browser → Order service: web->a: a',
        'o: web->b: b !',
        'all page Browser: both calls at once: web->web: [a | b] {web: order at once}',
      ],
    ],
    [
      'objective anything',
      'web[Browser] -->|HTTPS| a[Order service]\nm[Mobile app] -->|HTTPS| b[Stock service]',
      'o: { p99: 1s }',
      ['o: Browser → Order service: web->a: a !', 'o: Mobile app → Stock service: m->b: b !'],
    ],
    [
      'objective from m',
      'web[Browser] -->|HTTPS| a[Order service]\nm[Mobile app] -->|HTTPS| b[Stock service]',
      'o: { from: m, p99: 1s }',
      ['Browser → Order service: web->a: a', 'o: m->b: b !'],
    ],
    [
      'named call',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|HTTP| b[Stock service]\na -->|HTTP| c[Price service]\n%% a->c@{ flow: other }',
      'o: { from: web, p99: 1s }',
      ['o: web->a: a→b !'],
    ],
    [
      'named arrow',
      'web[Browser] -->|HTTPS| a[Order service]\nweb -->|HTTPS| b[Stock service]\n%% web->a@{ flow: other }',
      'o: { from: web, p99: 1s }',
      ['Browser → Order service: web->a: a', 'o: web->b: b !'],
    ],
    [
      'two objectives',
      'web[Browser] -->|HTTPS| a[Order service]',
      'o: { from: web, p99: 1s }, p: { from: web, p99: 2s }',
      ['o: web->a: a !', 'p: web->a: a !'],
    ],
    [
      'freshness',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|publishes| q[[RabbitMQ]]\nq -->|delivers| w[Mail worker]',
      'o: { freshness: 5s }, p: { p99: 1s }',
      ['p: web->a: a→~q !', 'later o: q->w: (q, w) !'],
    ],
    [
      'freshness from',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|publishes| q[[RabbitMQ]]\nq -->|delivers| w[Mail worker]',
      'o: { from: web, freshness: 5s }',
      ['Browser → Order service: web->a: a→~q', 'later RabbitMQ → Mail worker: q->w: (q, w)'],
    ],
    [
      'towards d',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|HTTP| b[Stock service]\na -->|HTTP| c[Price service]\nb -->|SQL| d[(Postgres)]\nb -->|HTTP| e[Mail service]\nd -->|HTTP| f[Backup service]',
      'o: { to: d, p99: 1s }',
      [
        'Browser → Order service: web->a: a→(b→(d, e), c) {a: order one after another} {b: order one after another}',
        'o: web->d: a→b→d !',
      ],
    ],
    [
      'towards from',
      'web[Browser] -->|HTTPS| a[Order service]\nm[Mobile app] -->|HTTPS| a\na -->|HTTP| b[Stock service]\na -->|HTTP| c[Price service]',
      'o: { from: m, to: b, p99: 1s }',
      [
        'Browser → Order service: web->a: a→(b, c) {a: order one after another}',
        'Mobile app → Order service: m->a: a→(b, c) {a: order one after another}',
        'o: m->b: a→b !',
      ],
    ],
    [
      'towards named',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|HTTP| b[Stock service]\nb -->|HTTP| c[Price service]\nb -->|HTTP| d[Mail service]\n%% b->d@{ flow: other }',
      'o: { to: b, p99: 1s }',
      ['Browser → Order service: web->a: a→b→(c, d) {b: order one after another}', 'o: web->b: a→b→c !'],
    ],
    [
      'towards unreachable',
      'web[Browser] -->|HTTPS| a[Order service]\nx[Foo service] -->|HTTP| b[Stock service]',
      'o: { from: web, to: b, p99: 1s }',
      ['Browser → Order service: web->a: a'],
    ],
    [
      'parallel calls',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|HTTP| b[Stock service]\n%% a->b@{ calls: 3, order: parallel }',
      '',
      ['Browser → Order service: web->a: a→3 × ∥b'],
    ],
    [
      'parallel calls fallback',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|HTTP| b[Stock service]\na -->|HTTP| c[Price service]\n%% a->b@{ calls: 3, order: parallel, fallback: c }',
      '',
      ['Browser → Order service: web->a: a→[b or c | b or c | b or c]'],
    ],
    [
      'calls fallback',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|HTTP| b[Stock service]\na -->|HTTP| c[Price service]\n%% a->b@{ calls: 3, fallback: c }',
      '',
      ['Browser → Order service: web->a: a→(b or c, b or c, b or c)'],
    ],
    [
      'fallbacks of each other',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|HTTP| b[Stock service]\na -->|HTTP| c[Price service]\n%% a->b@{ fallback: c }\n%% a->c@{ fallback: b }',
      '',
      ['Browser → Order service: web->a: a→b or c or b'],
    ],
    [
      'cache alone',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|RESP| c[(Redis cache)]',
      '',
      ['Browser → Order service: web->a: a→?c {a->c: optional true}'],
    ],
    [
      'cache alone sure',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|RESP| c[(Redis cache)]\n%% a->c@{ optional: true }',
      '',
      ['Browser → Order service: web->a: a→?c'],
    ],
    [
      'cache fetches',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|RESP| c[(Redis cache)]\na -->|SQL| d[(Postgres)]\nc -->|SQL| d',
      '',
      ['Browser → Order service: web->a: a→?c 0? or else d {c: hitRatio 0%}'],
    ],
    [
      'cache beside',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|RESP| c[(Redis cache)]\na -->|SQL| d[(Postgres)]',
      '',
      ['Browser → Order service: web->a: a→?c 0? or else d {c: hitRatio 0%}'],
    ],
    [
      'cache beside stated',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|RESP| c[(Redis cache)]\na -->|SQL| d[(Postgres)]\na -->|HTTP| e[Mail service]\n%% c@{ hitRatio: 80% }',
      '',
      ['Browser → Order service: web->a: a→(?c 0.8 or else d, e)'],
    ],
    [
      'cache in front',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|RESP| c[(Redis cache)]\nc -->|SQL| d[(Postgres)]\n%% c@{ hitRatio: 80% }',
      '',
      ['Browser → Order service: web->a: a→c→{0.2: d}'],
    ],
    [
      'cache in front twice',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|HTTP| b[Stock service]\na -->|RESP| c[(Redis cache)]\nb -->|RESP| c\nc -->|SQL| d[(Postgres)]\n%% a->c@{ hitRatio: 80% }\n%% b->c@{ hitRatio: 60% }',
      '',
      ['Browser → Order service: web->a: a→(b→c→{0.4: d}, c→{0.2: d}) {a: order one after another}'],
    ],
    [
      'loop shared',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|HTTP| b[Stock service]\nb -->|HTTP| c[Price service]\nc -->|HTTP| a\na -->|HTTP| c',
      '',
      ['Browser → Order service: web->a: a→(b→c, c) {a: order one after another} {c->a: path left out}'],
    ],
    [
      'two entries loop',
      'web[Browser] -->|HTTPS| a[Order service]\nm[Mobile app] -->|HTTPS| b[Stock service]\na -->|HTTP| b\nb -->|HTTP| a',
      '',
      [
        'Browser → Order service: web->a: a→b {b->a: path left out}',
        'Mobile app → Stock service: m->b: b→a {a->b: path left out}',
      ],
    ],
    [
      'broker sync',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|HTTP| q[[Kafka]]\nq -->|delivers| w[Mail worker]',
      '',
      ['Browser → Order service: web->a: a→~q', 'later Kafka → Mail worker: q->w: (q, w)'],
    ],
    [
      'outbox',
      'web[Browser] -->|HTTPS| a[Order service]\na -->|publishes by outbox| q[[Kafka]]\nq -->|delivers| w[Mail worker]',
      '',
      ['Browser → Order service: web->a: a', 'later Kafka → Mail worker: q->w: (q, w)'],
    ],
    [
      'copies gateway',
      'web[Browser] -->|HTTPS| gw[API gateway]\ngw -->|HTTP| a[Order API 1]\ngw -->|HTTP| b[Order API 2]\ngw -->|HTTP| c[Stock API]',
      '',
      ['Browser → Order API 1: web->a: gw→<a | b>', 'Browser → Stock API: web->c: gw→c'],
    ],
    [
      'copies ask',
      'web[Browser] -->|HTTPS| s[Shop service]\ns -->|HTTP| a[Order API 1]\ns -->|HTTP| b[Order API 2]',
      '',
      ['Browser → Shop service: web->s: s→(a, b) {s: order one after another}'],
    ],
    [
      'unnamed nodes',
      'web[Browser] -->|HTTPS| lb[Load balancer]\nlb --> a[Node 1]\nlb --> b[Node 2]',
      '',
      ['Browser → Node 1: web->a: lb→<a | b>'],
    ],
    [
      'dns to lb',
      'web[Browser] -->|HTTPS| dns[Route 53]\ndns -->|HTTP| l1[Load balancer east]\ndns -->|HTTP| l2[Load balancer west]\nl1 -->|HTTP| a[Order service 1]\nl2 -->|HTTP| b[Order service 2]',
      '',
      ['Browser → Order service 1: web->a: dns→<l1→a | l2→b>'],
    ],
    [
      'uneven routes',
      'web[Browser] -->|HTTPS| dns[Route 53]\ndns -->|HTTP| l1[API gateway east]\ndns -->|HTTP| l2[API gateway west]\nl1 -->|HTTP| a[Order service]\nl1 -->|HTTP| c[Stock service]\nl2 -->|HTTP| b[Order service 2]',
      '',
      [
        'Browser → Order service: web->a: dns→<l1→a | l2→b>',
        'Browser → Stock service: web->c: dns→<l1→c | l2→b>',
      ],
    ],
    [
      'split through',
      'web[Browser] -->|HTTPS| lb[Load balancer]\nlb --> a[Stable order service]\nlb --> b[Canary build]\n%% lb->b@{ share: 60% }',
      '',
      ['Browser → Canary build: web->b: lb→{0.4: a / 0.6: b}'],
    ],
    [
      'passive first',
      'web[Browser] -->|HTTPS| lb[Load balancer]\nlb --> a[Order service 1]\nlb --> b[Order service 2]\n%% a@{ active: passive }',
      '',
      ['Browser → Order service 2: web->b: lb→<a | b by 0, 1>'],
    ],
    [
      'asked only',
      'web[Browser] -->|HTTPS| gw[API gateway]\ngw -->|HTTP| auth[Auth service]',
      '',
      ['Browser → Auth service: web->auth: gw→auth'],
    ],
    [
      'asked cache only',
      'web[Browser] -->|HTTPS| gw[API gateway]\ngw -->|RESP| c[(Redis cache)]\ngw -->|HTTP| api[Order service]\ngw -->|HTTP| auth[Auth service]',
      '',
      ['Browser → Order service: web->api: gw→(?c, auth, api)'],
    ],
    [
      'edge loop',
      'web[Browser] -->|HTTPS| g[API gateway]\ng -->|HTTP| h[Reverse proxy]\nh -->|HTTP| g\nh -->|HTTP| a[Order service]',
      '',
      ['Browser → Order service: web->a: g→h→a'],
    ],
    [
      'orders',
      'x[Shop service] -->|HTTP| a[Order service]\nx -->|HTTP| b[Stock service]\nx -->|HTTP| c[Price service]\n%% x->a@{ order: 2 }\n%% x->b@{ order: 1 }\n%% x->c@{ order: 2 }',
      '',
      ['Shop service: x->x: (b, [a | c])'],
    ],
    [
      'orders mixed',
      'x[Shop service] -->|HTTP| a[Order service]\nx -->|HTTP| b[Stock service]\nx -->|HTTP| c[Price service]\n%% x->a@{ order: parallel }\n%% x->c@{ order: parallel }',
      '',
      ['Shop service: x->x: ([a | c], b)'],
    ],
    [
      'page orders',
      'web[Browser] -->|HTTPS| a[Order service]\nweb -->|HTTPS| b[Stock service]\nweb -->|HTTPS| c[Price service]\n%% web->a@{ flow: home, order: 1 }\n%% web->b@{ flow: home, order: 2 }\n%% web->c@{ flow: home }',
      '',
      ['page home: web->web: (c, a, b)'],
    ],
    [
      'shares one',
      'x[Shop service] -->|HTTP| a[Order service]\nx -->|HTTP| b[Stock service]\nx -->|HTTP| c[Price service]\n%% x->a@{ share: 30% }\n%% x->c@{ share: 20%, order: 1 }',
      '',
      ['Shop service: x->x: (b, {0.3: a / 0.2: c})'],
    ],
    [
      'passive of others',
      'x[Shop service] -->|SQL| o[(Order Postgres)]\nx -->|SQL| s[(Stock Postgres)]\nx -->|SQL| p[(Spare Postgres)]\n%% p@{ active: passive }',
      '',
      ['Shop service: x->x: (o, s, p) {x: order one after another}'],
    ],
    [
      'clock called',
      'cron[Cron scheduler] -->|HTTP| a[Order service]\nweb[Browser] -->|HTTPS| b[Stock service]\nweb -->|HTTPS| cron',
      '',
      [
        'Browser → Stock service: web->b: b',
        'Browser → Cron scheduler: web->cron: cron→a',
        'all page Browser: both calls at once: web->web: [b | cron→a] {web: order at once}',
      ],
    ],
    [
      'consumer copies',
      'a[Order service] -->|publishes| q[[Kafka]]\nq -->|delivers| w1[Mail worker 1]\nq -->|delivers| w2[Mail worker 2]\nq -->|delivers| v[Stock worker]',
      '',
      [
        'Order service: a->a: ~q',
        'later Kafka → Mail worker 1: q->w1: (q, <w1 | w2>)',
        'later Kafka → Stock worker: q->v: (q, v)',
      ],
    ],
    [
      'subscription',
      'a[Order service] -->|publishes| q[[Kafka]]\nw[Mail worker] -->|subscribes| q',
      '',
      ['Order service: a->a: ~q', 'later Kafka → Mail worker: q->w: (q, w)'],
    ],
    [
      'broker to broker',
      'a[Order service] -->|publishes| q[[Kafka]]\nq -->|delivers| r[[RabbitMQ]]\nr -->|delivers| w[Mail worker]',
      '',
      ['Order service: a->a: ~q', 'later RabbitMQ → Mail worker: r->w: (r, w)'],
    ],
  ])('%s', (_, lines, objectives, flows) => expect(flowchart(lines, objectives)).toEqual(flows))

  it.each<[string, string, readonly string[]]>([
    [
      'cdn static',
      'web[Browser] -->|HTTPS| cdn[CDN]\ncdn -->|static assets| b[(S3 bucket)]\ncdn -->|HTTPS| api[Order service]',
      [
        'Browser → S3 bucket: web->b: cdn→{0.1: b}? {cdn: hitRatio 90%}',
        'Browser → Order service: web->api: cdn→api',
      ],
    ],
    [
      'cdn static call',
      'web[Browser] -->|images| cdn[CDN]\ncdn -->|HTTPS| api[Order service]',
      ['Browser → Order service: web->api: cdn→{0.1: api}? {cdn: hitRatio 90%}'],
    ],
  ])('%s', (_, lines, flows) => expect(flowchart(lines, '', 'catalogue')).toEqual(flows))
})
