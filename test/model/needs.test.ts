// What a plan cannot do without, how failures show to callers, and what is left of a plan with stated figures only.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { neededBy } from '../../src/model/flows/dependence'
import { hangs } from '../../src/model/flows/down'
import { visitsOf } from '../../src/model/flows/plan'
import { statedOnly } from '../../src/model/flows/stated-only'
import { checksAnyway } from '../../src/model/health-checks'
import { parseDiagram } from '../../src/syntax'
import { written } from './plans'

const systemOf = (lines: string) => readSystem(parseDiagram(`flowchart LR\n${lines}\n`), {})
const flowOf = (lines: string) => systemOf(lines).flows.find(({ background }) => !background)!

const start = 'web[Browser] -->|HTTPS| api[Order service]\n'

describe('requests fail without', () => {
  const needed = (lines: string): string =>
    [...neededBy(flowOf(lines).plan)]
      .map(({ id }) => id)
      .sort()
      .join(' ')

  it.each([
    ['all of a chain', 'api -->|HTTP| a[Stock service]\na -->|SQL| d[(Postgres)]', 'a api d'],
    [
      'nothing behind an optional call',
      'api -->|HTTP| a[Stock service]\na -->|SQL| d[(Postgres)]\n%% api->a@{ optional: true }',
      'api',
    ],
    [
      'neither a service nor its fallback',
      'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Stock archive]\n%% api->a@{ fallback: b }',
      'api',
    ],
    [
      'what both of them need',
      'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Stock archive]\na -->|SQL| d[(Postgres)]\nb -->|SQL| d\n%% api->a@{ fallback: b }',
      'api d',
    ],
    [
      'a cache that has to be there',
      'api -->|RESP| c[(Redis cache)]\napi -->|SQL| d[(Postgres)]\n%% c@{ hitRatio: 90% }\n%% api->c@{ optional: false }',
      'api c d',
    ],
    [
      'the store behind a cache that may fail',
      'api -->|RESP| c[(Redis cache)]\napi -->|SQL| d[(Postgres)]\n%% c@{ hitRatio: 90% }',
      'api d',
    ],
    [
      'a cache that the store stands behind',
      'api -->|RESP| c[(Redis cache)]\nc -->|SQL| d[(Postgres)]',
      'api c d',
    ],
    [
      'no cache whose store its caller reaches too',
      'api -->|RESP| c[(Redis cache)]\nc -->|SQL| d[(Postgres)]\napi -->|SQL| d',
      'api d',
    ],
    ['a cache that alone holds sessions', 'api -->|RESP| c[(Session cache of Redis)]', 'api'],
    ['what only some reach', 'api -->|HTTP| a[Stock service]\n%% api->a@{ share: 30% }', 'a api'],
    [
      'both of two that are made side by side',
      'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Price service]\n%% api->a@{ order: parallel }\n%% api->b@{ order: parallel }',
      'a api b',
    ],
  ])('%s', (_, lines, ids) => expect(needed(start + lines)).toBe(ids))

  const balanced = (figures: string) =>
    `web[Browser] -->|HTTPS| lb[Load balancer]\nlb --> a[Stable order service]\nlb --> b[Canary build]\na -->|SQL| d[(Postgres)]\nb -->|SQL| d\n${figures}`

  it('none of two ways, and what stands at the end of both', () => {
    const split = balanced('%% lb->a@{ share: 90% }\n%% lb->b@{ share: 10% }')
    expect(written(flowOf(split).plan)).toBe('lb({0.9: a(d) / 0.1: b(d)})')
    expect(needed(split)).toBe('d lb')
  })

  it('none of two copies', () =>
    expect(
      needed(
        'web[Browser] -->|HTTPS| lb[Load balancer]\nlb --> a[Order service 1]\nlb --> b[Order service 2]',
      ),
    ).toBe('lb'))
})

describe('who calls what is down waits', () => {
  const waiting = (caller: string, figures: string, callee = 'Stock service') => {
    const { plan } = flowOf(`web[Browser] -->|HTTPS| a[${caller}]\na -->|HTTP| b[${callee}]\n${figures}`)
    return hangs(visitsOf(plan).find(({ component }) => component.id === 'b')!)
  }

  it.each([
    ['where nothing is said', 'Order service', '', 'usually'],
    ['where it is stated', 'Order service', '%% b@{ fails: hang }', true],
    ['not behind a circuit breaker', 'Order service', '%% a->b@{ breaker: true }', false],
    [
      'not behind a circuit breaker, whatever is stated',
      'Order service',
      '%% a->b@{ breaker: true }\n%% b@{ fails: hang }',
      false,
    ],
    ['without a circuit breaker', 'Order service', '%% a->b@{ breaker: false }', 'usually'],
    ['not where it is checked', 'Order service', '%% b@{ healthCheck: true }', false],
    ['not where the call is checked', 'Order service', '%% a->b@{ healthCheck: true }', false],
    ['where the caller is checked', 'Order service', '%% a@{ healthCheck: true }', 'usually'],
    ['not where a gateway checks its servers', 'API gateway', '%% a@{ healthCheck: true }', false],
    ['where a gateway says nothing', 'API gateway', '', 'usually'],
    ['where a gateway checks nothing', 'API gateway', '%% a@{ healthCheck: false }', 'usually'],
    ['not behind a balancer that checks by itself', 'AWS ALB', '', false],
    ['behind a balancer of one’s own', 'Load balancer', '', 'usually'],
    ['not behind one that a provider runs', 'Load balancer', '%% a@{ managed: true }', false],
  ])('%s', (_, caller, figures, waits) => expect(waiting(caller, figures)).toBe(waits))

  it('providers check by themselves', () => {
    const checks = (name: string, figures = '') =>
      checksAnyway(systemOf(`a[${name}] --> b[Order service]\n${figures}`).components[0]!)
    expect(checks('Load balancer')).toBe(false)
    expect(checks('Load balancer', '%% a@{ managed: true }')).toBe(true)
    expect(checks('Load balancer', '%% a@{ managed: false }')).toBe(false)
  })
})

describe('with stated figures only', () => {
  const left = (lines: string) => statedOnly(flowOf(start + lines))

  it.each([
    ['a chain stays', 'api -->|HTTP| a[Stock service]\na -->|SQL| d[(Postgres)]', 'api(a(d))'],
    ['an order stays', 'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Price service]', 'api(a, b)'],
    ['a share stays', 'api -->|HTTP| a[Stock service]\n%% api->a@{ share: 30% }', 'api({0.3: a})'],
    [
      'a fallback stays',
      'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Stock archive]\n%% api->a@{ fallback: b }',
      'api(a or b)',
    ],
    [
      'a cache hits as often as is stated',
      'api -->|RESP| c[(Redis cache)]\napi -->|SQL| d[(Postgres)]\n%% c@{ hitRatio: 80% }',
      'api(c 0.8 or else d)',
    ],
    [
      'a cache of which nothing is stated always hits',
      'api -->|RESP| c[(Redis cache)]\napi -->|SQL| d[(Postgres)]',
      'api(c 1 or else d)',
    ],
    [
      'side by side stays',
      'api -->|HTTP| a[Stock service]\napi -->|HTTP| b[Price service]\n%% api->a@{ order: parallel }\n%% api->b@{ order: parallel }',
      'api([a | b])',
    ],
  ])('%s', (_, lines, plan) => expect(written(left(lines).plan)).toBe(plan))

  it('what is stated of a component stays, and what is inferred goes', () => {
    const { to, plan } = left('api -->|SQL| d[(Postgres)]\n%% api@{ p50: 5ms, p99: 30ms, availability: 99% }')
    const { p50, p95, p99, availability, commonCause } = to.figures
    expect([p50?.value, p95?.value, p99?.value, availability?.value]).toEqual([5, undefined, 30, 0.99])
    expect(commonCause?.value).toBe(0)
    const store = visitsOf(plan).find(({ component }) => component.id === 'd')!.component.figures
    expect([store.p50, store.p99, store.availability]).toEqual([undefined, undefined, undefined])
  })
})
