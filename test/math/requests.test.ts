// What becomes of requests when calls are optional, late, copied or down: times that are certain, so that sums are exact.

import { describe, expect, it } from 'vitest'
import {
  attributionOf,
  availabilityBand,
  availabilityOf,
  evaluateFlow,
  judgedPercentiles,
  latencyOf,
  loadOf,
  outagesOf,
} from '../../src/math'
import { sharedCause } from '../../src/math/flows/availability/common-cause'
import { criticality } from '../../src/math/latency/criticality'
import type { Latency } from '../../src/math/latency/latency'
import { readSystem } from '../../src/model'
import type { Plan, Visit } from '../../src/model/system'
import { parseDiagram } from '../../src/syntax'

function systemOf(...lines: readonly string[]) {
  return systemWith(...lines, '%% arrowsmith: { assume: nothing }')
}

/** With what is usually assumed. */
function systemWith(...lines: readonly string[]) {
  const system = readSystem(parseDiagram(`flowchart LR\n${lines.join('\n')}\n`), {})
  expect(system.problems.map(({ message }) => message)).toEqual([])
  return system
}

const web = 'web[Browser] -->|HTTPS| api[Order service]'
const stock = 'api -->|HTTP| stock[Stock service]'
const takes = (id: string, ms: number, more = '') => `%% ${id}@{ p50: ${ms}ms, p99: ${ms}ms${more} }`

describe('a request', () => {
  const result = (...lines: readonly string[]) => {
    const { p50, failed } = latencyOf(systemOf(web, stock, ...lines).flows[0]!)
    return [p50 === null ? null : Math.round(p50), Number(failed.toPrecision(6))]
  }

  it.each<[string, readonly string[], readonly [number | null, number]]>([
    ['takes what its parts take', [takes('api', 30), takes('stock', 200)], [230, 0]],
    ['fails with a call', [takes('stock', 200), '%% api->stock@{ errorRate: 30% }'], [200, 0.3]],
    [
      'does not fail with an optional call',
      [takes('stock', 200), '%% api->stock@{ errorRate: 30%, optional: true }'],
      [200, 0],
    ],
    ['is given up by its caller', [takes('stock', 200), '%% web->api@{ timeout: 100ms }'], [null, 1]],
    ['is given up by who handles it', [takes('stock', 200), '%% api@{ timeout: 100ms }'], [null, 1]],
    ['is in time for who handles it', [takes('stock', 200), '%% api@{ timeout: 300ms }'], [200, 0]],
    [
      'gives an optional call up',
      [takes('stock', 200), '%% api->stock@{ timeout: 100ms, optional: true }'],
      [100, 0],
    ],
    [
      'is answered by a fallback, after the time of the call',
      [
        'api -->|HTTP| old[Stock archive]',
        takes('stock', 200),
        takes('old', 50),
        '%% api->stock@{ timeout: 100ms, fallback: old }',
      ],
      [150, 0],
    ],
    [
      'is tried again, after a wait',
      [takes('stock', 200), '%% api->stock@{ timeout: 100ms, attempts: 2, backoff: fixed, baseDelay: 40ms }'],
      [null, 1],
    ],
    ['goes to somebody who answers later', [takes('stock', 200), '%% api->stock@{ mode: async }'], [0, 0]],
    [
      'takes the time of its bytes on the wire',
      ['%% api->stock@{ payload: 10KB, bandwidth: 100KB/s }'],
      [100, 0],
    ],
    ['takes no time for no bytes', ['%% api->stock@{ bandwidth: 1KB/s }'], [0, 0]],
    ['is made in rounds', [takes('stock', 200), '%% api->stock@{ calls: 3 }'], [600, 0]],
    ['is made side by side', [takes('stock', 200), '%% api->stock@{ calls: 3, order: parallel }'], [200, 0]],
  ])('%s', (_, lines, expected) => expect(result(...lines)).toEqual(expected))

  const assumed = (...lines: readonly string[]) =>
    latencyOf(systemOf(web, 'api -->|gRPC| stock[Stock service]', ...lines).flows[0]!).assumed.flatMap(
      ({ at, key, value }) => (key === 'timeout' ? [`${at} ${value}`] : []),
    )

  it('has each of its attempts take a timeout that libraries share among them: that is said', () => {
    expect(assumed('%% api->stock@{ timeout: 1s, attempts: 2 }')).toEqual(['api->stock 1 s for each attempt'])
    expect(assumed('%% api->stock@{ timeout: 1s }')).toEqual([])
    expect(assumed('%% api->stock@{ timeout: 1s, deadline: 2s, attempts: 2 }')).toEqual([])
    expect(assumed('%% web->api@{ timeout: 1s, attempts: 2 }')).toEqual([])
  })
})

describe('availability', () => {
  it('is as stated where nothing ever fails', () => {
    const { unavailability } = availabilityOf(
      systemOf(web, stock, '%% api@{ availability: 100% }', '%% stock@{ availability: 99% }').flows[0]!,
    )
    expect(unavailability).toBeCloseTo(0.01, 12)
  })

  it('names what costs most first', () => {
    const order = (api: string, db: string) =>
      availabilityOf(
        systemOf(web, stock, `%% api@{ availability: ${api} }`, `%% stock@{ availability: ${db} }`).flows[0]!,
      ).parts.map(({ component }) => component?.id)
    expect(order('99%', '99.9%')).toEqual(['api', 'stock'])
    expect(order('99.9%', '99%')).toEqual(['stock', 'api'])
  })

  it('says what takes copies at once, at the call to the first', () => {
    const { assumed } = availabilityOf(
      systemOf(
        'web[Browser] --> lb[Load balancer]',
        'lb --> a[Order service 1]',
        'lb --> b[Order service 2]',
        '%% a@{ availability: 99% }',
        '%% b@{ availability: 99% }',
      ).flows[0]!,
    )
    expect(assumed).toContainEqual({
      at: 'lb->a',
      key: 'commonCause',
      value: '10%',
      source: '2 copies fail together as often',
    })
  })

  it.each([
    ['of two ways', '30%', '70%', 1 - 0.3 * 0.99 - 0.7 * 0.98],
    ['of a way that some take', '30%', undefined, 0.3 * 0.01],
  ])('%s', (_, first, second, unavailability) => {
    const ways = [
      `%% api->stock@{ share: ${first} }`,
      '%% stock@{ availability: 99% }',
      ...(second
        ? [
            'api -->|HTTP| price[Price service]',
            `%% api->price@{ share: ${second} }`,
            '%% price@{ availability: 98% }',
          ]
        : []),
    ]
    expect(availabilityOf(systemOf(web, stock, ...ways).flows[0]!).unavailability).toBeCloseTo(
      unavailability,
      12,
    )
  })
})

describe('while something is down', () => {
  const outage = (id: string, ...lines: readonly string[]) => {
    const found = outagesOf(
      systemOf(web, stock, takes('api', 30), takes('stock', 200), ...lines),
    ).outages.find(({ down }) => down.id === id)!
    const { failed, usuallyFailed, shownAfter, waitingForever, attempts, p99 } = found
    const shown = shownAfter && Math.round(shownAfter)
    return { failed, usuallyFailed, shown, waitingForever, attempts, p99: p99 && Math.round(p99) }
  }
  const usual = { failed: 1, usuallyFailed: 0, shown: 30, waitingForever: 0, attempts: 1, p99: null }

  it.each<[string, readonly string[], object]>([
    ['nobody ends the wait', [], { ...usual, waitingForever: 1 }],
    ['it hangs as stated', ['%% stock@{ fails: hang }'], { ...usual, shown: null, waitingForever: 1 }],
    ['a timeout ends the wait', ['%% api->stock@{ timeout: 500ms }'], { ...usual, shown: 530 }],
    [
      'a timeout of the caller’s caller ends it',
      ['%% web->api@{ timeout: 500ms }'],
      { ...usual, shown: 500 },
    ],
    [
      'each attempt waits',
      ['%% api->stock@{ timeout: 500ms, attempts: 2 }'],
      { ...usual, shown: 1030, attempts: 2 },
    ],
    ['a health check tells', ['%% stock@{ healthCheck: true }'], usual],
    [
      'nobody needs it',
      ['%% api->stock@{ optional: true, timeout: 500ms }'],
      { ...usual, failed: 0, shown: null, p99: 530 },
    ],
  ])('%s', (_, lines, expected) => expect(outage('stock', ...lines)).toEqual(expected))

  it.each([
    ['99%', '99.9%', ['api', 'stock']],
    ['99.9%', '99%', ['stock', 'api']],
  ])('the least available comes first: api %s, stock %s', (api, stockUp, expected) => {
    const { outages } = outagesOf(
      systemOf(web, stock, `%% api@{ availability: ${api} }`, `%% stock@{ availability: ${stockUp} }`),
    )
    expect(outages.map(({ down }) => down.id)).toEqual(expected)
    expect(outages.map(({ failed }) => failed)).toEqual([1, 1])
  })

  it('what fails more requests comes first, and of as many what makes them slower', () => {
    const optional = (id: string, ms: number) => `%% api->${id}@{ optional: true, timeout: ${ms}ms }`
    const { outages } = outagesOf(
      systemOf(
        web,
        stock,
        'api -->|HTTP| price[Price service]',
        'api -->|HTTP| tax[Tax service]',
        optional('price', 100),
        optional('tax', 300),
      ),
    )
    expect(outages.map(({ down }) => down.id)).toEqual(['api', 'stock', 'tax', 'price'])
  })

  it('as many calls are in flight as arrive while they wait', () => {
    const stuckAt = (...lines: readonly string[]) =>
      outagesOf(systemOf(web, stock, '%% api->stock@{ timeout: 500ms }', ...lines)).outages.find(
        ({ down }) => down.id === 'stock',
      )
    expect(stuckAt('%% web@{ rate: 100/s }')).toHaveProperty('stuck', 50)
    expect(stuckAt()).not.toHaveProperty('stuck')
  })

  it('the others take as long as their p99 usually is, and what is waited for', () => {
    const spread = ['%% api@{ p50: 30ms, p99: 300ms }', '%% api->stock@{ optional: true, timeout: 500ms }']
    const [found] = outagesOf(systemOf(web, stock, ...spread)).outages.filter(
      ({ down }) => down.id === 'stock',
    )
    expect(found!.usualP99!).toBeCloseTo(300, -1)
    expect(found!.p99!).toBeCloseTo(found!.usualP99! + 500, 0)
  })

  it('all that can be worked out is', () =>
    expect(outagesOf(systemOf(web, stock, takes('stock', 200))).leftOut.size).toBe(0))

  it('a group is down with all that stands in it, where its region or availability is stated', () => {
    const grouped = (figures: string) =>
      outagesOf(
        systemOf(
          web,
          'subgraph eu [Europe]',
          stock,
          'end',
          'api -->|HTTP| price[Price service]',
          '%% api->price@{ optional: true }',
          ...(figures ? [`%% eu@{ ${figures} }`] : []),
        ),
      ).outages.map(({ down, failed }) => `${down.id} ${failed}`)
    expect(grouped('')).not.toContain('eu 1')
    expect(grouped('region: eu-west-1')).toContain('eu 1')
    expect(grouped('availability: 99.9%')).toContain('eu 1')
  })

  it('hits of a cache spare the failure where their share is stated', () => {
    const down = (cache: string) =>
      outagesOf(
        systemWith(web, 'api -->|RESP| cache[(Redis cache)]', 'api -->|SQL| db[(Postgres)]', cache),
      ).outages.find(({ down: { id } }) => id === 'db')!.failed
    expect(down('%% cache@{ hitRatio: 80% }')).toBeCloseTo(0.2, 6)
    expect(down('')).toBe(1)
  })

  it('all calls of what several ask meet it', () => {
    const ways = [
      stock,
      'api -->|HTTP| price[Price service]',
      'stock -->|SQL| db[(Postgres)]',
      'price -->|SQL| db',
      '%% api->stock@{ share: 30% }',
      '%% api->price@{ share: 70% }',
    ]
    const failed = outagesOf(systemOf(web, ...ways)).outages.map(({ down, failed: of }) => [down.id, of])
    const shares: unknown[] = failed.map(([id, of]) => [id, Number(Number(of).toFixed(6))])
    expect(shares).toContainEqual(['db', 1])
    expect(shares).toContainEqual(['stock', 0.3])
    expect(shares).toContainEqual(['price', 0.7])
  })

  it('a group has as many attempts as what is reached by most, and waits for its fallback too', () => {
    const group = (...lines: readonly string[]) =>
      outagesOf(
        systemOf(
          web,
          'subgraph eu [Europe]',
          'stock[Stock service]',
          'price[Price service]',
          'end',
          'api -->|HTTP| stock',
          'api -->|HTTP| price',
          '%% eu@{ region: eu-west-1 }',
          ...lines,
        ),
      ).outages.find(({ down }) => down.id === 'eu')!
    expect(group('%% api->stock@{ timeout: 1s, attempts: 3 }').attempts).toBe(3)
    expect(group('%% api->price@{ timeout: 1s, attempts: 3 }').attempts).toBe(3)
    const timed = '%% api->stock@{ timeout: 1s, fallback: price }'
    expect(group(timed).waitingForever).toBe(1)
    // It shows once the call has timed out and the fallback refuses.
    expect(group(timed).shownAfter).toBeCloseTo(1000, 0)
    expect(group(timed, '%% api->price@{ timeout: 1s }').waitingForever).toBe(0)
  })

  it('copies that are up answer, else nobody', () => {
    const balanced = systemOf(
      'web[Browser] --> lb[Load balancer]',
      'lb --> a[Order service 1]',
      'lb --> b[Order service 2]',
      takes('a', 100),
      takes('b', 200),
      '%% lb@{ healthCheck: true }',
    )
    const found = outagesOf(balanced).outages.map(({ down, failed, p99 }) => [
      down.id,
      failed,
      p99 && Math.round(p99),
    ])
    expect(found).toEqual([
      ['lb', 1, null],
      ['a', 0, 200],
      ['b', 0, 100],
    ])
  })
})

describe('figures of a flow', () => {
  const flow = () => systemOf(web, stock, takes('api', 30), takes('stock', 200)).flows[0]!

  it('are as sure as the choice of a distribution leaves them', () => {
    const { bands, p50, p95, p99, p999 } = evaluateFlow(flow(), { attribution: false })
    expect(bands).toMatchObject({
      p50: [0.9 * p50!, 1.05 * p50!],
      p95: [0.9 * p95!, 1.15 * p95!],
      p99: [0.85 * p99!, 1.2 * p99!],
      p999: [0.8 * p999!, 1.4 * p999!],
    })
  })

  it('come with shares unless nobody asks for them', () => {
    expect(evaluateFlow(flow(), { attribution: false }).attribution).toBeUndefined()
    expect(evaluateFlow(flow()).attribution?.latency).toHaveLength(2)
    expect(evaluateFlow(flow(), { attribution: true }).attribution?.latency).toHaveLength(2)
  })

  it('are exact where nothing is too tangled', () => {
    expect(availabilityOf(flow()).exact).toBe(true)
    const exact = (...lines: readonly string[]) =>
      availabilityOf(systemOf(web, stock, ...lines).flows[0]!).exact
    expect(exact('%% api->stock@{ timeout: 1s }')).toBe(true)
    expect(exact('%% api->stock@{ timeout: 1s, optional: true }', '%% stock@{ availability: 99% }')).toBe(
      true,
    )
  })
})

it('two of three copies have answered when the second has, and one of them when one has', () => {
  const [flow] = systemOf(
    'web[Browser] --> lb[Load balancer]',
    ...['a', 'b', 'c'].map((id, at) => `lb --> ${id}[Order service ${at + 1}]`),
    ...[takes('a', 100), takes('b', 200), takes('c', 300)],
  ).flows
  const { plan } = flow!
  if (plan.kind !== 'visit' || plan.work.kind !== 'redundant') throw new Error('no copies')
  const { work } = plan
  const p50 = (need: number) => latencyOf({ ...flow!, plan: { ...plan, work: { ...work, need } } }).p50
  expect([1, 2, 3].map(need => Math.round(p50(need)!))).toEqual([200, 200, 300])
  const p99 = (need: number) => latencyOf({ ...flow!, plan: { ...plan, work: { ...work, need } } }).p99
  expect([1, 2, 3].map(need => Math.round(p99(need)!))).toEqual([300, 200, 300])
})

describe('a start of a fresh instance', () => {
  it.each([
    ['', 30],
    [', coldStart: 500ms', 30],
    [', coldStart: 500ms, coldStarts: 100%', 530],
  ])('api 30ms%s: %d', (more, p50) =>
    expect(latencyOf(systemOf(web, takes('api', 30, more)).flows[0]!).p50).toBeCloseTo(p50, 6),
  )
})

describe('shares of a percentile', () => {
  it('come largest first, whatever is longest on average', () => {
    const shares = attributionOf(
      systemOf(web, '%% api@{ p50: 40ms, p99: 400ms }', '%% web->api@{ rtt: 90ms }').flows[0]!,
    )!
    expect(shares.map(share => Object.keys(share)[0])).toEqual(['component', 'call'])
    expect(shares[0]!.ms).toBeGreaterThan(3 * shares[1]!.ms)
  })

  it('are not assumed where the round trip is stated', () => {
    const assumed = (...lines: readonly string[]) =>
      evaluateFlow(systemOf(web, takes('api', 30), ...lines).flows[0]!).attribution!.assumedShare.p99
    expect(assumed('%% web->api@{ rtt: 90ms }')).toBe(0)
    const regions = ['%% web@{ region: eu-west-1 }', '%% api@{ region: us-east-1 }']
    expect(assumed(...regions)).toBeGreaterThan(0.6)
    expect(assumed(...regions, '%% web->api@{ rtt: 90ms }')).toBe(0)
  })
})

describe('doubt about what nobody stated', () => {
  it('is a third and three times as much downtime', () => {
    const { flows } = systemWith(web, '%% api@{ replicas: 1 }')
    const { unavailability } = availabilityOf(flows[0]!)
    const [worst, best] = availabilityBand(flows[0]!)
    expect((1 - worst) / unavailability).toBeCloseTo(3, 1)
    expect((1 - best) / unavailability).toBeCloseTo(1 / 3, 2)
  })

  it('copies fail together only where all that is asked is a copy of the same and may fail', () => {
    const [flow] = systemOf(
      'web[Browser] --> lb[Load balancer]',
      'lb --> a[Order service 1]',
      'lb --> b[Order service 2]',
      '%% a@{ availability: 99% }',
      '%% b@{ availability: 99% }',
    ).flows
    const work = flow!.plan.kind === 'visit' ? flow!.plan.work : undefined
    if (work?.kind !== 'redundant') throw new Error('no copies')
    const [a, b] = work.branches as readonly [Visit, Visit]
    const nothing: Plan = { kind: 'sequence', steps: [] }
    const steady = { ...b, component: { ...b.component, figures: {} } } as Visit
    const shared = (...branches: readonly Plan[]) => {
      const noted: unknown[] = []
      const { op } = sharedCause(branches, {
        parts: new Map(),
        context: { assumptions: { add: (each: unknown) => noted.push(each) } as never },
      })
      return `${op} ${noted.length}`
    }
    expect(shared(a, b)).toMatch(/^up [1-9]/)
    expect(shared(a)).toBe('always 0')
    expect(shared(a, b, nothing)).toBe('always 0')
    expect(shared(a, nothing)).toBe('always 0')
    expect(shared(a, a)).toBe('always 0')
    expect(shared(a, steady)).toMatch(/^always/)
    expect(shared()).toBe('always 0')
  })
})

describe('what rests on something assumed', () => {
  it('is the part of the p99 and of the unavailability that nobody stated', () => {
    const { p99, attribution } = evaluateFlow(
      systemWith(
        web,
        'api -->|SQL| db[(Postgres)]',
        '%% api@{ p50: 30ms, p99: 30ms, availability: 99% }',
        '%% db@{ availability: 99.5% }',
      ).flows[0]!,
    )
    expect(attribution?.assumedShare.p99).toBeCloseTo((p99! - 30) / p99!, 3)
    expect(attribution?.assumedShare.unavailability).toBe(0)
  })

  it('is how long it takes to hand a message over, not what the broker does with it', () => {
    const { p50, p99, assumed } = latencyOf(
      systemWith(web, 'api -->|publish| bus[Kafka]', 'bus --> mail[Mail worker]', takes('api', 30)).flows[0]!,
    )
    expect(p50).toBeCloseTo(30 + 5, 3)
    expect(p99).toBeCloseTo(30 + 50, 1)
    expect(assumed.map(({ at, key, value }) => `${at} ${key} ${value}`)).toEqual(['bus p50/p99 5 ms / 50 ms'])
  })

  it('is nothing where the broker’s own time is stated', () => {
    const { p50, assumed } = latencyOf(
      systemWith(web, 'api -->|publish| bus[Kafka]', takes('api', 30), takes('bus', 2)).flows[0]!,
    )
    expect(p50).toBeCloseTo(32, 6)
    expect(assumed).toEqual([])
  })
})

describe('requests that are sent twice', () => {
  const arriving = (hedge: string) => {
    const { components } = loadOf(
      systemOf(web, stock, '%% web@{ rate: 100/s }', takes('stock', 20), `%% api->stock@{ hedge: ${hedge} }`),
    )
    return [...components.values()].find(({ component }) => component.id === 'stock')!.rate
  }

  it('are those not answered when the second is sent, and a twentieth where nobody says when', () => {
    expect(arriving('50ms')).toBeCloseTo(100, 6)
    expect(arriving('10ms')).toBeCloseTo(200, 6)
    expect(arriving('true')).toBeCloseTo(105, 6)
  })

  it('are sent after the 95th percentile where nobody says when, and that is said', () => {
    const slow = '%% stock@{ p50: 20ms, p99: 300ms }'
    const hedged = latencyOf(systemOf(web, stock, slow, '%% api->stock@{ hedge: true }').flows[0]!)
    const once = latencyOf(systemOf(web, stock, slow).flows[0]!)
    const [hedge] = hedged.assumed.filter(({ key }) => key === 'hedge')
    expect(Number.parseFloat(hedge!.value)).toBeCloseTo(once.p95!, -1)
    expect(hedged.p50! / once.p50!).toBeCloseTo(1, 2)
    expect(hedged.p999!).toBeLessThan(0.7 * once.p999!)
    expect(latencyOf(systemOf(web, stock, slow, '%% api->stock@{ hedge: false }').flows[0]!).p99).toBe(
      once.p99,
    )
  })
})

describe('a promise', () => {
  const kept = (within: (ms: number) => number) =>
    judgedPercentiles({ name: 'buy', p50: 10, p95: 20, p99: 30, p999: 40 }, within).map(
      ({ percentile, allowed, promised, kept: isKept }) => [percentile, allowed, promised, isKept],
    )

  it('is kept by the share of requests that its percentile names, answered in its time', () => {
    const answered = (shares: Readonly<Record<number, number>>) => (ms: number) => shares[Math.round(ms)] ?? 0
    expect(kept(answered({ 10: 0.5, 20: 0.95, 30: 0.99, 40: 0.999 }))).toEqual([
      ['p50', 10, 0.5, true],
      ['p95', 20, 0.95, true],
      ['p99', 30, 0.99, true],
      ['p999', 40, 0.999, true],
    ])
    expect(kept(answered({ 10: 0.4999, 20: 0.9499, 30: 0.9899, 40: 0.9989 })).map(each => each[3])).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})

describe('which of several is waited for', () => {
  const constant = (ms: number): Latency => ({ op: 'constant', ms, item: `${ms}` })
  const exponential = (mean: number): Latency => ({ op: 'exponential', mean, item: `${mean}` })
  const never: Latency = { op: 'down', hangs: true }

  it.each<[string, readonly Latency[], readonly number[]]>([
    ['the later', [constant(100), constant(200)], [0, 1]],
    ['the later, drawn first', [constant(200), constant(100)], [1, 0]],
    ['two at once', [constant(100), constant(100)], [1 / 2, 1 / 2]],
    ['one of three', [constant(1), constant(100), constant(50)], [0, 1, 0]],
    ['none that ever comes', [never, never], [1 / 2, 1 / 2]],
    // P(A > B) = a / (a + b)
    ['of two that take a mean of 100 and 300 ms', [exponential(100), exponential(300)], [1 / 4, 3 / 4]],
  ])('%s', (_, branches, expected) => {
    const found = criticality(branches)
    for (const [at, share] of expected.entries()) expect(found[at], `${at}`).toBeCloseTo(share, 2)
  })
})
