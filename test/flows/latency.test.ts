// How long requests take: designs with their times drawn by the hundred thousand, or added up by hand.

import { describe, expect, it } from 'vitest'
import { checkDesign, type Design } from './check'
import {
  cacheAside,
  call,
  component,
  either,
  hedged,
  ignoring,
  inOrder,
  orElse,
  sometimes,
  together,
} from './reference'

const steady = (ms: number) => ({ p50: ms, p95: ms, p99: ms, p999: ms })

const designs: readonly Design[] = [
  {
    name: 'own times of a chain',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% web@{ p50: 1s, p99: 2s }
  %% api@{ p50: 5ms, p99: 45ms }
  %% db@{ p50: 20ms, p99: 200ms }`,
    request: component('api', { p50: 5, p99: 45 }, component('db', { p50: 20, p99: 200 })),
  },
  {
    name: 'times that never vary add up exactly',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  api --> mail[Mail service]
  %% api@{ p50: 5ms, p99: 5ms }
  %% db@{ p50: 20ms, p99: 20ms }
  %% mail@{ p50: 7ms, p99: 7ms }`,
    expected: { ...steady(32), availability: 1, longest: null },
  },
  {
    name: 'parallel calls wait for the slowest',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> a[Order service]
  api --> b[Price service]
  %% api@{ p50: 5ms, p99: 10ms }
  %% a@{ p50: 20ms, p99: 200ms }
  %% b@{ p50: 30ms, p99: 120ms }
  %% api->a@{ order: parallel }
  %% api->b@{ order: parallel }`,
    request: component(
      'api',
      { p50: 5, p99: 10 },
      together(component('a', { p50: 20, p99: 200 }), component('b', { p50: 30, p99: 120 })),
    ),
    expected: { criticalPath: ['web', 'api', 'b'] },
  },
  {
    name: 'numbers order: what has one number runs together',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> a[Order service]
  api --> b[Price service]
  api --> c[Stock service]
  %% a@{ p50: 20ms, p99: 20ms }
  %% b@{ p50: 30ms, p99: 30ms }
  %% c@{ p50: 7ms, p99: 7ms }
  %% api->a@{ order: 2 }
  %% api->b@{ order: 2 }
  %% api->c@{ order: 1 }`,
    expected: { ...steady(37), criticalPath: ['web', 'api', 'c', 'b'] },
  },
  {
    name: 'one parallel call is no parallel part',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> a[Order service]
  api --> b[Price service]
  %% a@{ p50: 20ms, p99: 20ms }
  %% b@{ p50: 30ms, p99: 30ms }
  %% api->a@{ order: parallel }`,
    expected: steady(50),
  },
  {
    name: 'a parallel call that is not always made',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> a[Order service]
  api --> b[Price service]
  %% a@{ p50: 20ms, p99: 20ms }
  %% b@{ p50: 30ms, p99: 30ms }
  %% api->a@{ order: parallel }
  %% api->b@{ order: parallel, share: 20% }`,
    request: together(component('a', { p50: 20 }), sometimes(0.2, component('b', { p50: 30 }))),
    expected: { p50: 20, p95: 30, p99: 30 },
  },
  {
    name: 'alternatives by share',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> card[Card service]
  api --> bank[Bank service]
  %% card@{ p50: 20ms, p99: 80ms }
  %% bank@{ p50: 300ms, p99: 900ms }
  %% api->card@{ share: 90% }
  %% api->bank@{ share: 10% }`,
    request: either(0.9, component('card', { p50: 20, p99: 80 }), component('bank', { p50: 300, p99: 900 })),
    expected: { criticalPath: ['web', 'api', 'bank'] },
  },
  {
    name: 'three calls one after another',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% db@{ p50: 4ms, p99: 40ms }
  %% api->db@{ calls: 3 }`,
    request: inOrder(...Array.from({ length: 3 }, () => component('db', { p50: 4, p99: 40 }))),
    expected: { attempts: 3, attemptsAt: 'db' },
  },
  {
    name: 'a cache beside a database',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> cache[(Redis)]
  api --> db[(Postgres)]
  %% cache@{ p50: 0.4ms, p99: 1.3ms, hitRatio: 90% }
  %% db@{ p50: 3ms, p99: 30ms }`,
    request: cacheAside(
      0.9,
      component('cache', { p50: 0.4, p99: 1.3 }),
      component('db', { p50: 3, p99: 30 }),
    ),
  },
  {
    name: 'a cache that fails sends its hits to the database too',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> cache[(Redis)]
  api --> db[(Postgres)]
  %% cache@{ p50: 2ms, p99: 2ms, hitRatio: 80% }
  %% db@{ p50: 30ms, p99: 30ms }
  %% api->cache@{ errorRate: 30%, timeout: 10ms }`,
    request: cacheAside(
      0.8,
      call(component('cache', { p50: 2 }), { errorRate: 0.3, errorMs: 2 }),
      component('db', { p50: 30 }),
    ),
    expected: { p50: 2, p95: 32, availability: 1 },
  },
  {
    name: 'a content delivery network answers its hits',
    diagram: `flowchart LR
  web[Browser] --> cdn[CDN] --> api[API service]
  %% cdn@{ p50: 10ms, p99: 30ms, hitRatio: 70% }
  %% api@{ p50: 50ms, p99: 400ms }`,
    request: component('cdn', { p50: 10, p99: 30 }, sometimes(0.3, component('api', { p50: 50, p99: 400 }))),
    expected: { criticalPath: ['web', 'cdn', 'api'] },
  },
  {
    name: 'an optional call is waited for',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> tips[Recommendation service]
  %% tips@{ p50: 40ms, p99: 300ms }
  %% api->tips@{ optional: true, timeout: 100ms }`,
    request: ignoring(call(component('tips', { p50: 40, p99: 300 }), { timeout: 100 })),
    expected: { availability: 1, longest: 100 },
  },
  {
    name: 'a timeout cuts: what takes longer fails',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% db@{ p50: 100ms, p99: 1000ms }
  %% api->db@{ timeout: 500ms }`,
    request: call(component('db', { p50: 100, p99: 1000 }), { timeout: 500 }),
    timed: true,
    expected: { longest: 500 },
  },
  {
    name: 'a timeout above cuts what is below',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% api@{ p50: 20ms, p99: 60ms }
  %% db@{ p50: 30ms, p99: 200ms }
  %% web->api@{ timeout: 300ms }`,
    request: call(component('api', { p50: 20, p99: 60 }, component('db', { p50: 30, p99: 200 })), {
      timeout: 300,
    }),
    timed: true,
    expected: { longest: 300 },
  },
  {
    name: 'attempts with a timeout each and jittered pauses',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> pay[Payment service]
  %% pay@{ p50: 80ms, p99: 600ms }
  %% api->pay@{ timeout: 200ms, attempts: 3, backoff: exponential, baseDelay: 100ms, jitter: full }`,
    request: call(component('pay', { p50: 80, p99: 600 }), {
      timeout: 200,
      attempts: 3,
      waits: [100, 200],
      fullJitter: true,
    }),
    timed: true,
    expected: { longest: 900, attempts: 3, attemptsAt: 'pay' },
  },
  {
    name: 'errors show after the median and the round trip, then the pause',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> pay[Payment service]
  %% pay@{ p50: 40ms, p99: 40ms }
  %% api->pay@{ errorRate: 10%, retries: 1, backoff: fixed, baseDelay: 50ms, rtt: 10ms }`,
    request: call(component('pay', { p50: 40 }), {
      errorRate: 0.1,
      errorMs: 50,
      attempts: 2,
      waits: [50],
      rtt: 10,
    }),
    expected: { p50: 50, p95: 150, availability: 0.99, longest: null },
  },
  {
    name: 'a deadline over all attempts',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> pay[Payment service]
  %% pay@{ p50: 80ms, p99: 600ms }
  %% api->pay@{ timeout: 200ms, attempts: 3, backoff: fixed, baseDelay: 50ms, deadline: 400ms }`,
    request: call(component('pay', { p50: 80, p99: 600 }), {
      timeout: 200,
      attempts: 3,
      waits: [50, 50],
      deadline: 400,
    }),
    timed: true,
    expected: { longest: 400 },
  },
  {
    name: 'a deadline of the component itself',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% api@{ p50: 5ms, p99: 20ms, timeout: 100ms }
  %% db@{ p50: 30ms, p99: 200ms }`,
    request: call(component('api', { p50: 5, p99: 20 }, component('db', { p50: 30, p99: 200 })), {
      timeout: 100,
    }),
    timed: true,
    expected: { longest: 100 },
  },
  {
    name: 'a fallback after a timeout',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api --> live[Price service]
  api --> stale[Price archive service]
  %% live@{ p50: 50ms, p99: 400ms }
  %% stale@{ p50: 10ms, p99: 30ms }
  %% api->live@{ timeout: 150ms, fallback: stale }`,
    request: orElse(
      call(component('live', { p50: 50, p99: 400 }), { timeout: 150 }),
      component('stale', { p50: 10, p99: 30 }),
    ),
    expected: { availability: 1 },
  },
  {
    name: 'a hedge after a while',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> stock[Stock service]
  %% stock@{ p50: 20ms, p99: 300ms }
  %% api->stock@{ hedge: 60ms }`,
    request: hedged(component('stock', { p50: 20, p99: 300 }), 60),
    expected: { attempts: 2, availability: 1 },
  },
  {
    name: 'a hedge whose copies fail each for itself',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> stock[Stock service]
  %% stock@{ p50: 20ms, p99: 300ms }
  %% api->stock@{ hedge: 60ms, errorRate: 5%, timeout: 500ms }`,
    request: call(
      hedged(call(component('stock', { p50: 20, p99: 300 }), { errorRate: 0.05, errorMs: 20 }), 60),
      {
        timeout: 500,
      },
    ),
    timed: true,
  },
  {
    name: 'copies behind a balancer take turns',
    diagram: `flowchart LR
  web[Browser] --> lb[Load balancer]
  lb --> api1[API 1]
  lb --> api2[API 2]
  %% api1@{ p50: 10ms, p99: 50ms }
  %% api2@{ p50: 25ms, p99: 200ms }`,
    request: either(0.5, component('api1', { p50: 10, p99: 50 }), component('api2', { p50: 25, p99: 200 })),
    expected: { criticalPath: ['web', 'lb', 'api2'] },
  },
  {
    name: 'a stated round trip',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  %% api@{ p50: 5ms, p99: 5ms }
  %% web->api@{ rtt: 80ms }`,
    expected: steady(85),
  },
  {
    name: 'a new connection over TLS 1.3: two round trips before the request',
    diagram: `flowchart LR
  web[Browser] -->|HTTPS| api[API service]
  %% web->api@{ rtt: 80ms, connection: new, tls: 1.3 }`,
    expected: steady(240),
  },
  {
    name: 'a new connection over TLS 1.2: three round trips before the request',
    diagram: `flowchart LR
  web[Browser] -->|HTTPS| api[API service]
  %% web->api@{ rtt: 80ms, connection: new, tls: 1.2 }`,
    expected: steady(320),
  },
  {
    name: 'HTTPS alone means TLS 1.3',
    diagram: `flowchart LR
  web[Browser] -->|HTTPS| api[API service]
  %% web->api@{ rtt: 80ms, connection: new }`,
    expected: steady(240),
  },
  {
    name: 'a new connection without TLS',
    diagram: `flowchart LR
  web[Browser] -->|HTTP| api[API service]
  %% web->api@{ rtt: 80ms, connection: new, tls: none }`,
    expected: steady(160),
  },
  {
    name: 'HTTP/3 opens in one round trip',
    diagram: `flowchart LR
  web[Browser] -->|HTTP/3| api[API service]
  %% web->api@{ rtt: 80ms, connection: new }`,
    expected: steady(160),
  },
  {
    name: 'HTTP/3 with early data in none',
    diagram: `flowchart LR
  web[Browser] -->|HTTP/3| api[API service]
  %% web->api@{ rtt: 80ms, connection: 0-rtt }`,
    expected: steady(80),
  },
  {
    name: 'a megabit on the wire takes its time',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  %% web->api@{ rtt: 10ms, payload: 125KB, bandwidth: 10Mbps }`,
    expected: steady(110),
  },
  {
    name: 'a new connection starts slowly: 100 KB take three rounds',
    diagram: `flowchart LR
  web[Browser] -->|HTTPS| api[API service]
  %% web->api@{ rtt: 50ms, connection: new, payload: 100KB }`,
    expected: steady(50 * (2 + 3)),
  },
  {
    name: 'members of groups are as far apart as their regions, each by itself',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  subgraph stores [Stores]
    near[(Postgres)]
    far[(Audit store)]
  end
  api --> stores
  %% api@{ region: eu-west-1 }
  %% near@{ region: eu-west-1, p50: 1ms, p99: 1ms }
  %% far@{ region: us-east-1, p50: 1ms, p99: 1ms }`,
    expected: {
      ...steady(71.6),
      assumed: expect.arrayContaining([
        expect.objectContaining({
          at: 'api->far',
          key: 'rtt',
          value: '69.6 ms',
          source: expect.stringMatching(/^eu-west-1 ↔ us-east-1: /),
        }),
      ]),
    },
  },
  {
    name: 'regions are as far apart as was measured',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% api@{ region: us-east-1 }
  %% db@{ region: eu-west-1 }
  %% api->db@{ calls: 2 }`,
    expected: {
      ...steady(2 * 69.6),
      assumed: expect.arrayContaining([
        expect.objectContaining({ at: 'api->db', key: 'rtt', value: '69.6 ms' }),
      ]),
    },
  },
  {
    name: 'a call as its caller sees it stands for all behind it',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% api@{ p50: 50ms, p99: 90ms }
  %% db@{ p50: 70ms, p99: 700ms }
  %% web->api@{ p50: 10ms, p99: 100ms, rtt: 30ms }`,
    request: component('api', { p50: 10, p99: 100 }),
  },
  {
    name: 'three percentiles: the 95th and 99th are kept',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  %% api@{ p50: 50ms, p95: 80ms, p99: 110ms }`,
    expected: {
      p50: expect.closeTo(50, 0) as never,
      p95: expect.closeTo(80, 0) as never,
      p99: expect.closeTo(110, 0) as never,
    },
  },
  {
    name: 'one percentile: the others follow from the usual ratio of ten',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  %% api@{ p50: 30ms, kind: external }`,
    request: component('api', { p50: 30, p99: 300 }),
    expected: {
      assumed: expect.arrayContaining([expect.objectContaining({ at: 'api', key: 'p99', value: '300 ms' })]),
    },
  },
  ...(
    [
      ['answers of 1 s', '1s', { p50: 1000, p99: 10_000 }],
      ['answers of 4 s: the slow ones take 10 s', '4s', { p50: 4000, p99: 10_000 }],
      ['work of 2 minutes: the slow runs take twice as long', '2m', { p50: 120_000, p99: 240_000 }],
    ] as const
  ).map(([name, p50, figures]) => ({
    name: `one percentile, ${name}`,
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  %% api@{ p50: ${p50}, kind: external }`,
    request: component('api', figures),
  })),
  {
    name: 'handing a message over costs the stated time of the broker',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> bus[[Kafka]] --> worker[Mail worker]
  %% bus@{ p50: 3ms, p99: 3ms }
  %% worker@{ p50: 3s, p99: 9s }
  %% api->bus@{ rtt: 1ms, timeout: 50ms, retries: 1 }`,
    expected: { ...steady(4), attempts: 2, attemptsAt: 'bus' },
  },
  {
    name: 'defaults for all arrows and nodes',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  %% db@{ p50: 7ms, p99: 7ms }
  %% arrowsmith: { defaults: { arrow: { rtt: 2ms, timeout: 1s }, node: { p50: 3ms, p99: 3ms, availability: 99.9% } } }`,
    expected: { ...steady(14), availability: 0.999 ** 2, longest: 1000 },
  },
  {
    name: 'the longest a flow can take: pauses and attempts on both levels',
    diagram: `flowchart LR
  web[Browser] --> api[API service] --> db[(Postgres)]
  api --> mail[Mail service]
  %% web->api@{ attempts: 2, backoff: fixed, baseDelay: 500ms }
  %% api->db@{ timeout: 300ms, retries: 2, backoff: exponential, baseDelay: 100ms, maxDelay: 150ms }
  %% api->mail@{ deadline: 1s, timeout: 600ms, retries: 3 }`,
    expected: { longest: 2 * (3 * 300 + 100 + 150 + 1000) + 500, attempts: 8, attemptsAt: 'mail' },
  },
]

describe('latency', () => {
  it.each(designs)('$name', checkDesign)
})
