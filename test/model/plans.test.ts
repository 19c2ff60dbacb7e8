// What one request of a flowchart does: order, copies, caches, fallbacks, and where it ends.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { parseDiagram } from '../../src/syntax'
import { written } from './plans'

const systemOf = (lines: string) =>
  readSystem(parseDiagram(`flowchart LR\n${lines}\n%% arrowsmith: { assume: nothing }\n`), {})

const planned = (lines: string): string =>
  systemOf(lines)
    .flows.filter(({ background }) => !background)
    .map(({ plan }) => written(plan))
    .join('; ')

const start = 'web[Browser] -->|HTTPS| api[Order service]\n'

describe('one request', () => {
  it.each([
    ['one after the other', 'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Price service]', 'api(a, b)'],
    ['one in the other', 'api -->|HTTP| a[Stock service]\na -->|HTTP| b[Price service]', 'api(a(b))'],
    [
      'side by side',
      'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Price service]\n%% api->a@{ order: parallel }\n%% api->b@{ order: parallel }',
      'api([a | b])',
    ],
    [
      'in a stated order',
      'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Price service]\n%% api->a@{ order: 2 }\n%% api->b@{ order: 1 }',
      'api(b, a)',
    ],
    ['several times', 'api -->|HTTP| a[Stock service]\n%% api->a@{ calls: 3 }', 'api(3 × a)'],
    ['for some', 'api -->|HTTP| a[Stock service]\n%% api->a@{ share: 30% }', 'api({0.3: a})'],
    [
      'with something to fall back on',
      'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Stock archive]\n%% api->a@{ fallback: b }',
      'api(a or b)',
    ],
    [
      'the ones with a number after the ones without',
      'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Price service]\n%% api->a@{ order: 1 }',
      'api(b, a)',
    ],
    [
      'shares that add up to the whole',
      'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Price service]\n%% api->a@{ share: 30% }\n%% api->b@{ share: 70% }',
      'api({0.3: a / 0.7: b})',
    ],
    [
      'shares that add up to more',
      'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Price service]\n%% api->a@{ share: 40% }\n%% api->b@{ share: 70% }',
      'api({0.4: a}, {0.7: b})',
    ],
    [
      'several times with something to fall back on, each by itself',
      'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Stock archive]\n%% api->a@{ fallback: b, calls: 2 }',
      'api(a or b, a or b)',
    ],
    ['half a call', 'api -->|HTTP| a[Stock service]\n%% api->a@{ calls: 0.5 }', 'api({0.5: a})'],
    [
      'a fallback by its name',
      'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Stock archive]\n%% api->a@{ fallback: stock archive }',
      'api(a or b)',
    ],
    [
      'a passive copy by its name',
      'api -->|SQL| o[(Order Postgres)]\napi -->|SQL| s[(Stock Postgres)]\napi -->|SQL| p[(Stock Postgres 2)]\n%% p@{ active: passive }',
      'api(o, <1 of s | p by 1, 0>)',
    ],
    [
      'a passive copy of the only one of its kind',
      'api -->|SQL| o[(Order Postgres)]\napi -->|SQL| p[(Spare MySQL)]\n%% p@{ active: passive }',
      'api(<1 of o | p by 1, 0>)',
    ],
    [
      'a passive copy that it is replicated to',
      'api -->|SQL| o[(Order Postgres)]\no -->|replicates| p[(Spare Postgres)]\n%% p@{ active: passive }',
      'api(<1 of o | p by 1, 0>)',
    ],
    [
      'a copy that it is replicated to and that is asked itself',
      'api -->|SQL| o[(Order Postgres)]\no -->|replicates| p[(Spare Postgres)]',
      'api(o)',
    ],
    ['nobody waits', 'api -->|async HTTP| a[Stock service]', 'api'],
    ['a broker takes it', 'api -->|publishes| q[[Kafka]]\nq -->|delivers| w[Mail worker]', 'api(q)'],
    ['back to what waits', 'api -->|HTTP| a[Stock service]\na -->|HTTP| api', 'api(a)'],
    [
      'a diamond',
      'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Price service]\na -->|SQL| d[(Postgres)]\nb -->|SQL| d',
      'api(a(d), b(d))',
    ],
  ])('%s', (_, lines, plan) => expect(planned(start + lines)).toBe(plan))

  it.each([
    [
      'copies behind a balancer',
      'web[Browser] -->|HTTPS| lb[Load balancer]\nlb --> a[Order service 1]\nlb --> b[Order service 2]',
      'lb(<1 of a | b>)',
    ],
    [
      'one of which stands by',
      'web[Browser] -->|HTTPS| lb[Load balancer]\nlb --> a[Order service 1]\nlb --> b[Order service 2]\n%% b@{ active: passive }',
      'lb(<1 of a | b by 1, 0>)',
    ],
    [
      'a split',
      'web[Browser] -->|HTTPS| lb[Load balancer]\nlb --> a[Stable order service]\nlb --> b[Canary build]\n%% lb->a@{ share: 90% }\n%% lb->b@{ share: 10% }',
      'lb({0.9: a / 0.1: b})',
    ],
  ])('%s', (_, lines, plan) => expect(planned(lines)).toBe(plan))

  it.each([
    [
      'asks before it sends on',
      'web[Browser] -->|HTTPS| gw[API gateway]\ngw -->|HTTP| auth[Auth service]\ngw -->|HTTP| api[Order service]',
      'gw(auth, api)',
    ],
    [
      'finds a share of answers in a cache',
      'web[Browser] -->|HTTPS| gw[API gateway]\ngw -->|RESP| c[(Redis cache)]\ngw -->|HTTP| api[Order service]\n%% c@{ hitRatio: 80% }',
      'gw(c 0.8 or else api)',
    ],
  ])('an edge %s', (_, lines, plan) => expect(planned(lines)).toBe(plan))

  const cached = (figures: string): string =>
    planned(`${start}api -->|RESP| c[(Redis cache)]\napi -->|SQL| d[(Postgres)]\n${figures}`)

  it.each([
    ['of nine of ten', '%% c@{ hitRatio: 90% }', 'api(c 0.9 or else d)'],
    ['of the arrow', '%% api->c@{ hitRatio: 80% }', 'api(c 0.8 or else d)'],
    ['of nothing', '%% c@{ hitRatio: 0% }', 'api(c 0 or else d)'],
    ['that has to be there', '%% c@{ hitRatio: 90% }\n%% api->c@{ optional: false }', 'api(c 0.9 else d)'],
  ])('with a cache beside its store: hits %s', (_, figures, plan) => expect(cached(figures)).toBe(plan))

  const cdn = 'web[Browser] -->|HTTPS| cdn[CDN]\ncdn -->|HTTPS| api[Order service]\n'

  it.each([
    ['of a stated share', `${cdn}%% cdn@{ hitRatio: 80% }`, 'cdn({0.2: api})'],
    ['of the arrow into it', `${cdn}%% web->cdn@{ hitRatio: 70% }`, 'cdn({0.3: api})'],
    ['of nothing that anybody states', cdn, 'cdn(api)'],
    [
      'of no writes',
      'web[Browser] -->|POST /orders| cdn[CDN]\ncdn -->|HTTPS| api[Order service]\n%% cdn@{ hitRatio: 80% }',
      'cdn(api)',
    ],
  ])('through a cache: hits %s', (_, lines, plan) => expect(planned(lines)).toBe(plan))

  it.each([
    ['reads', 'api -->|SQL reads| d[(Postgres)]', 'api(c 0.9 or else d)'],
    ['no writes', 'api -->|SQL inserts| d[(Postgres)]', 'api(c 0.9 or else d)'],
    ['not what says that it writes', 'api -->|SQL insert| d[(Postgres)]', 'api(c, d)'],
    ['what reads and writes', 'api -->|SQL reads and writes| d[(Postgres)]', 'api(c 0.9 or else d)'],
    ['the only service', 'api -->|HTTP| s[Stock service]', 'api(c 0.9 or else s)'],
    [
      'the service that it is named after',
      'api -->|HTTP| s[Stock service]\napi -->|HTTP| p[Price service]',
      'api(c 0.9 or else p, s)',
    ],
  ])('a cache of prices spares %s', (_, lines, plan) =>
    expect(planned(`${start}api -->|RESP| c[(Price cache)]\n${lines}\n%% c@{ hitRatio: 90% }`)).toBe(plan),
  )

  it('says in which order it takes calls to be made', () => {
    const assumed = (lines: string) =>
      systemOf(start + lines).flows[0]!.assumptions.map(({ at, key, value }) => `${at}: ${key} ${value}`)
    const both = 'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Price service]'
    expect(assumed(both)).toEqual(['api: order one after another'])
    expect(assumed(`${both}\n%% api->a@{ order: 1 }`)).toEqual([])
    expect(assumed('api -->|HTTP| a[Stock service]')).toEqual([])
  })

  it('takes a cache that answers while its store is down for one that spares failures', () => {
    const plan = (figures: string) =>
      written(
        readSystem(
          parseDiagram(
            `flowchart LR\n${start}api -->|RESP| c[(Redis cache)]\napi -->|SQL| d[(Postgres)]\n${figures}`,
          ),
          {},
        ).flows[0]!.plan,
      ).replace(/\d\.\d+/, '#')
    expect(plan('')).toBe('api(c #? or else d)')
    expect(plan('%% c@{ staleIfError: true }')).toBe('api(c # or else d)')
    expect(plan('%% c@{ staleIfError: false }')).toBe('api(c #? or else d)')
    expect(plan('%% c@{ hitRatio: 0.8 }')).toBe('api(c # or else d)')
  })

  it('says what leads back', () => {
    const [flow] = systemOf(`${start}api -->|HTTP| a[Stock service]\na -->|HTTP| api`).flows
    expect(flow!.assumptions.map(({ at, value }) => `${at}: ${value}`)).toEqual(['a->api: left out'])
  })

  it('is followed 64 calls deep', () => {
    const chain = (hops: number) =>
      systemOf(
        `web[Browser] -->|HTTPS| s1[Service 1]\n${Array.from({ length: hops - 1 }, (_, at) => `s${at + 1} -->|HTTP| s${at + 2}[Service ${at + 2}]`).join('\n')}`,
      ).flows[0]!
    const cut = (hops: number) => chain(hops).assumptions.map(({ at, value }) => `${at}: ${value}`)
    expect(cut(64)).toEqual([])
    expect(cut(65)).toEqual(['s65: cut off'])
  })
})

describe('flows with objectives', () => {
  const flowsOf = (lines: string, objectives: string) =>
    readSystem(
      parseDiagram(
        `flowchart LR\n${lines}\n%% arrowsmith: { assume: nothing, objectives: { ${objectives} } }\n`,
      ),
      {},
    ).flows.map(({ name, entry, to, plan, objective }) =>
      [name, `${entry.id}->${to.id}`, written(plan), objective ? 'promised' : ''].filter(Boolean).join(': '),
    )
  const shop = `${start}api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Price service]\nb -->|SQL| d[(Postgres)]`

  it.each([
    ['from its entry', 'buy: { from: web, p99: 1s }', ['buy: web->api: api(a, b(d)): promised']],
    [
      'to what is called on the way: the paths there, and what it calls itself',
      'price: { from: web, to: b, p99: 1s }',
      ['Browser → Order service: web->api: api(a, b(d))', 'price: web->b: api(b(d)): promised'],
    ],
    [
      'from what calls in the middle',
      'price: { from: b, p99: 1s }',
      ['Browser → Order service: web->api: api(a, b(d))', 'price: b->b: d: promised'],
    ],
  ])('%s', (_, objective, flows) => expect(flowsOf(shop, objective)).toEqual(flows))

  it('are listed however many there are, and of the others the first 32', () => {
    const entries = (count: number) =>
      Array.from({ length: count }, (_, at) => `w${at}[Browser ${at}] -->|HTTPS| s${at}[Service ${at}]`).join(
        '\n',
      )
    const counts = (count: number, promised: number) => {
      const objectives = Array.from(
        { length: promised },
        (_, at) => `o${at}: { from: w${at}, p99: 1s }`,
      ).join(', ')
      const { flows, unlisted } = readSystem(
        parseDiagram(`flowchart LR\n${entries(count)}\n%% arrowsmith: { objectives: { ${objectives} } }\n`),
        {},
      )
      return [flows.length, unlisted.length]
    }
    expect(counts(32, 0)).toEqual([32, 0])
    expect(counts(33, 0)).toEqual([32, 1])
    expect(counts(34, 1)).toEqual([32, 2])
    expect(counts(34, 33)).toEqual([33, 1])
  })
})

describe('flows in the background', () => {
  const names = (lines: string) =>
    systemOf(lines).flows.map(
      ({ entry, to, plan, background }) =>
        `${background ? 'later' : 'now'} ${entry.id}->${to.id}: ${written(plan)}`,
    )

  it.each([
    ['a worker that nobody calls', 'w[Mail worker] -->|SQL| d[(Postgres)]', ['now w->w: d']],
    [
      'a clock beside clients',
      `${start}cron[Cron scheduler] -->|HTTP| a[Stock service]`,
      ['now web->api: api', 'later cron->cron: a'],
    ],
    ['a clock alone', 'cron[Cron scheduler] -->|HTTP| a[Stock service]', ['later cron->cron: a']],
    [
      'a clock that is called',
      `${start}api -->|HTTP| cron[Cron scheduler]\ncron -->|HTTP| a[Stock service]`,
      ['now web->api: api(cron(a))'],
    ],
    [
      'a worker that takes from a queue, once',
      `${start}api -->|publishes| q[[RabbitMQ]]\nq -->|delivers| w[Mail worker]\nw -->|SQL| d[(Postgres)]`,
      ['now web->api: api(q)', 'later q->w: q, w(d)'],
    ],
  ])('%s', (_, lines, flows) => expect(names(lines)).toEqual(flows))
})

describe('where requests enter', () => {
  const entries = (lines: string) => systemOf(lines).flows.map(({ entry, to }) => `${entry.id}->${to.id}`)
  const shop = `${start}api -->|HTTP| a[Stock service]\n`

  it.each([
    ['at a client', shop, ['web->api']],
    ['where it is stated', `${shop}%% api@{ entry: true }`, ['api->api']],
    [
      'where it is stated, at several',
      `${shop}%% api@{ entry: true }\n%% web@{ entry: true }`,
      ['web->api', 'api->api'],
    ],
    [
      'where somebody calls who is called by nobody',
      'api[Order service] -->|HTTP| a[Stock service]',
      ['api->api'],
    ],
    ['at the shell around a browser', `m[Mobile app] -->|HTTPS| ${start}`, ['m->web']],
  ])('%s', (_, lines, expected) => expect(entries(lines)).toEqual(expected))
})

describe('calls', () => {
  const calls = (text: string) =>
    readSystem(parseDiagram(text), {}).calls.map(({ caller, callee }) => `${caller.id} ${callee.id}`)

  it('go on where a junction leads', () => {
    const lines = [
      'service web(internet)[Browser]',
      'service a(server)[Order service]',
      'service b(server)[Stock service]',
    ]
    expect(
      calls(`architecture-beta\n${lines.join('\n')}\njunction j\nweb:R --> L:j\nj:T --> B:a\nj:B --> T:b`),
    ).toEqual(['web a', 'web b'])
    expect(
      calls(
        `architecture-beta\n${lines.join('\n')}\njunction j\njunction k\nweb:R --> L:j\nj:R --> L:k\nk:T --> B:a\nk:B --> T:b`,
      ),
    ).toEqual(['web a', 'web b'])
  })

  it('of a group are those of members that nothing within it calls', () => {
    const group = 'subgraph g\na[Order service]\nb[Stock service]\nend\n'
    expect(calls(`flowchart LR\n${group}web[Browser] -->|HTTP| g`)).toEqual(['web a', 'web b'])
    expect(calls(`flowchart LR\n${group}web[Browser] -->|HTTP| g\na -->|HTTP| b`)).toEqual(['web a', 'a b'])
    expect(
      calls(
        `flowchart LR\n${group}subgraph h\nc[Price service]\nend\na -->|HTTP| c\nweb[Browser] -->|HTTP| h`,
      ),
    ).toEqual(['a c', 'web c'])
    expect(calls(`flowchart LR\n${group}g -->|HTTP| s[Stripe]\na -->|HTTP| b`)).toEqual(['b s', 'a b'])
  })
})
