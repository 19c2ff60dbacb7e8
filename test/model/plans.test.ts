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

  it('says what leads back', () => {
    const [flow] = systemOf(`${start}api -->|HTTP| a[Stock service]\na -->|HTTP| api`).flows
    expect(flow!.assumptions.map(({ at, value }) => `${at}: ${value}`)).toEqual(['a->api: left out'])
  })
})
