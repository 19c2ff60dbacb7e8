// Sums over the calls that a request makes: attempts, longest times, deadlines, failures and the way of light.

import { describe, expect, it } from 'vitest'
import {
  attemptsOf,
  deadlinesOf,
  policyOf,
  statedBudgets,
  worstCaseOf,
  worstCaseOfCall,
} from '../../src/math'
import { attemptsTo, hopsTo } from '../../src/math/flows/attempts/attempts'
import { policiesIn } from '../../src/math/flows/attempts/worst-case'
import { floorOf } from '../../src/math/flows/latency/floor'
import { setupOf } from '../../src/math/flows/latency/network-time'
import { failuresBy } from '../../src/math/flows/load/failing'
import { sparedVisits } from '../../src/math/flows/outages/spared-visits'
import { readSystem } from '../../src/model'
import { visitsOf } from '../../src/model/flows/plan'
import { crossingOf } from '../../src/model/regions'
import { parseDiagram } from '../../src/syntax'

const start = 'web[Browser] -->|HTTPS| api[Order service]\n'

function systemOf(lines: string) {
  const system = readSystem(
    parseDiagram(`flowchart LR\n${start}${lines}\n%% arrowsmith: { assume: nothing }\n`),
    {},
  )
  expect(system.problems.map(({ message }) => message)).toEqual([])
  return system
}

const flowOf = (lines: string) => systemOf(lines).flows[0]!

const stock = 'api -->|gRPC| stock[Stock service]\n'
const price = 'api -->|gRPC| price[Price service]\n'
const parallel = '%% api->stock@{ order: parallel }\n%% api->price@{ order: parallel }\n'
const split = '%% api->stock@{ share: 30% }\n%% api->price@{ share: 70% }\n'
const cached = 'api -->|RESP| cache[(Redis cache)]\napi -->|SQL| db[(Postgres)]\n%% cache@{ hitRatio: 80% }\n'

describe('attempts', () => {
  const counts = (lines: string): Record<string, readonly number[]> =>
    Object.fromEntries(
      attemptsOf(flowOf(lines)).map(({ component, attempts, calls, product }) => [
        component.id,
        [attempts, calls, product],
      ]),
    )

  it.each<[string, string, Record<string, readonly number[]>]>([
    [
      'multiply along a path, and calls by their number only',
      `${stock}stock -->|SQL| db[(Postgres)]\n%% web->api@{ attempts: 2 }\n%% api->stock@{ attempts: 3 }\n%% stock->db@{ calls: 4 }`,
      { api: [2, 1, 2], stock: [6, 1, 6], db: [24, 4, 24] },
    ],
    [
      'add up over paths, of which the first is the worst',
      `${stock}${price}stock -->|SQL| db[(Postgres)]\nprice -->|SQL| db\n%% api->stock@{ attempts: 3 }`,
      { api: [1, 1, 1], stock: [3, 1, 3], price: [1, 1, 1], db: [4, 2, 3] },
    ],
    [
      'add up over paths, of which the last is the worst',
      `${stock}${price}stock -->|SQL| db[(Postgres)]\nprice -->|SQL| db\n%% api->price@{ attempts: 3 }`,
      { api: [1, 1, 1], stock: [1, 1, 1], price: [3, 1, 3], db: [4, 2, 3] },
    ],
    [
      'are the larger of two ways of which one is taken',
      `${stock}${price}${split}stock -->|SQL| db[(Postgres)]\nprice -->|SQL| db\n%% api->price@{ attempts: 3 }`,
      { api: [1, 1, 1], stock: [1, 1, 1], price: [3, 1, 3], db: [3, 1, 3] },
    ],
    ['double with a hedge', `${stock}%% api->stock@{ hedge: 50ms }`, { api: [1, 1, 1], stock: [2, 1, 2] }],
    ['stay without one', `${stock}%% api->stock@{ hedge: false }`, { api: [1, 1, 1], stock: [1, 1, 1] }],
    [
      'reach the fallback too',
      `${stock}${price}%% api->stock@{ fallback: price, attempts: 2 }`,
      { api: [1, 1, 1], stock: [2, 1, 2], price: [1, 1, 1] },
    ],
    [
      'of all but the sole retrier are one',
      `${stock}%% web->api@{ attempts: 2 }\n%% api->stock@{ attempts: 3 }\n%% api@{ soleRetrier: true }`,
      { api: [1, 1, 1], stock: [3, 1, 3] },
    ],
  ])('%s', (_, lines, expected) => expect(counts(lines)).toEqual(expected))

  it('are told hop by hop, the outermost first, and the largest first', () => {
    const found = attemptsOf(
      flowOf(`${stock}%% web->api@{ attempts: 2 }\n%% api->stock@{ attempts: 3, calls: 4, hedge: 1ms }`),
    )
    expect(found.map(({ component }) => component.id)).toEqual(['stock', 'api'])
    expect(found[0]!.hops.map(({ call, ...counts }) => [call.callee.id, counts])).toEqual([
      ['api', { attempts: 2, times: 1, copies: 1 }],
      ['stock', { attempts: 3, times: 4, copies: 2 }],
    ])
    expect(found[0]!.attempts).toBe(48)
  })
})

describe('how a call is made', () => {
  const policy = (figures: string) => policyOf(systemOf(`%% web->api@{ ${figures} }`).calls[0]!)

  it.each<[string, object]>([
    ['timeout: 1s', { attempts: 1, timeout: 1000, waits: [], jitter: 'none', copies: 1 }],
    ['retries: 2', { attempts: 3, waits: [0, 0], guessedBackoff: undefined }],
    ['attempts: 3, backoff: exponential', { waits: [100, 200], guessedBackoff: 'first wait 100 ms' }],
    ['attempts: 3, baseDelay: 50ms', { waits: [50, 100], guessedBackoff: 'exponential' }],
    ['attempts: 3, baseDelay: 50ms, backoff: exponential', { waits: [50, 100], guessedBackoff: undefined }],
    ['attempts: 1, backoff: exponential', { waits: [], guessedBackoff: undefined }],
    ['attempts: 4, baseDelay: 50ms, backoff: fixed', { waits: [50, 50, 50] }],
    ['attempts: 4, baseDelay: 50ms, backoff: linear', { waits: [50, 100, 150] }],
    ['attempts: 4, baseDelay: 50ms, backoff: exponential, maxDelay: 80ms', { waits: [50, 80, 80] }],
    ['attempts: 3, backoff: none', { waits: [0, 0], guessedBackoff: undefined }],
    ['attempts: 2, jitter: on', { jitter: 'full' }],
    ['attempts: 2, jitter: off', { jitter: 'none' }],
    ['attempts: 2, jitter: equal', { jitter: 'equal' }],
    ['attempts: 3, backoff: exponential, jitter: decorrelated', { jitter: 'decorrelated', base: 100 }],
    ['attempts: 3, backoff: none, jitter: decorrelated', { waits: [0, 0] }],
    ['hedge: 50ms', { copies: 2, hedgeAfter: 50 }],
    ['hedge: true', { copies: 2 }],
    ['hedge: false', { copies: 1 }],
    ['errorRate: 1%, deadline: 3s', { errorRate: 0.01, deadline: 3000 }],
  ])('%s', (figures, expected) => expect(policy(figures)).toMatchObject(expected))

  it('without end has 49 waits drawn', () => {
    const { attempts, waits } = policy('retries: unlimited, baseDelay: 1s, backoff: fixed')
    expect([attempts, waits.length]).toEqual([Infinity, 49])
  })

  it.each([
    ['timeout: 1s', 1000],
    ['timeout: 1s, attempts: 3', 3000],
    ['timeout: 1s, attempts: 3, backoff: fixed, baseDelay: 100ms', 3200],
    ['timeout: 1s, attempts: 3, deadline: 2s', 2000],
    ['timeout: 1s, attempts: 3, deadline: 4s', 3000],
    ['timeout: 1s, retries: unlimited', null],
    ['timeout: 1s, retries: unlimited, deadline: 9s', 9000],
    ['attempts: 3', null],
  ])('%s: %s ms at most', (figures, longest) =>
    expect(worstCaseOfCall(systemOf(`%% web->api@{ ${figures} }`).calls[0]!)).toBe(longest),
  )
})

describe('the longest time', () => {
  const within = (ms: number, id = 'stock') => `%% api->${id}@{ timeout: ${ms}ms }\n`
  const worst = (lines: string) => {
    const { longest, unbounded } = worstCaseOf(flowOf(lines))
    return unbounded.length > 0 ? unbounded.map(({ callee }) => callee.id) : longest
  }

  it.each<[string, string, unknown]>([
    ['of one call', stock + within(100), 100],
    ['of calls one after another', stock + price + within(100) + within(300, 'price'), 400],
    ['of calls side by side', stock + price + parallel + within(100) + within(300, 'price'), 300],
    ['of two ways', stock + price + split + within(100) + within(300, 'price'), 300],
    ['of less than a millisecond', stock + price + split + within(0.2) + within(0.3, 'price'), 0.3],
    [
      'of less than a millisecond side by side',
      stock + price + parallel + within(0.2) + within(0.3, 'price'),
      0.3,
    ],
    ['of rounds', `${stock}${within(100)}%% api->stock@{ calls: 3 }`, 300],
    ['of rounds side by side', `${stock}${within(100)}%% api->stock@{ calls: 3, order: parallel }`, 100],
    [
      'of a call and its fallback',
      `${stock}${price}${within(100)}${within(300, 'price')}%% api->stock@{ fallback: price }`,
      400,
    ],
    ['of a cache and its store', `${cached}${within(10, 'cache')}${within(300, 'db')}`, 310],
    ['that the callee handles', `${stock}%% stock@{ timeout: 80ms }`, 80],
    [
      'that the callee handles, of several attempts',
      `${stock}%% stock@{ timeout: 80ms }\n%% api->stock@{ attempts: 2 }`,
      160,
    ],
    ['that a caller bounds', `${stock}%% web->api@{ timeout: 1s }`, 1000],
    ['that nothing bounds', stock, ['api', 'stock']],
    ['that nothing bounds on one way', stock + price + within(100), ['api', 'price']],
  ])('%s', (_, lines, longest) => expect(worst(lines)).toEqual(longest))
})

describe('deadlines', () => {
  const hops = (lines: string) =>
    deadlinesOf(flowOf(lines)).map(({ call, limitedBy, available, needs, violates, fits }) =>
      [
        call.callee.id,
        limitedBy?.callee.id ?? '-',
        available,
        needs,
        violates ? 'too long' : 'fine',
        fits,
      ].join(' '),
    )

  it.each<[string, string, readonly string[]]>([
    [
      'no more than is left',
      `${stock}%% web->api@{ timeout: 2s }\n%% api->stock@{ timeout: 1s, attempts: 2 }`,
      ['api -  2000 fine 1', 'stock api 2000 2000 fine 2'],
    ],
    [
      'more than is left',
      `${stock}%% web->api@{ timeout: 2s }\n%% api->stock@{ timeout: 1s, attempts: 3 }`,
      ['api -  2000 fine 1', 'stock api 2000 3000 too long 2'],
    ],
    [
      'the deadline of the caller',
      `${stock}%% web->api@{ timeout: 2s, deadline: 500ms }\n%% api->stock@{ timeout: 1s }`,
      ['api -  500 fine 1', 'stock api 500 1000 too long 0'],
    ],
    [
      'what the caller handles in time',
      `${stock}%% api@{ timeout: 700ms }\n%% api->stock@{ timeout: 1s }`,
      ['api -  700 fine 1', 'stock api 700 1000 too long 0'],
    ],
    ['no limit', `${stock}%% api->stock@{ timeout: 1s }`, ['api -  1000 fine 1', 'stock -  1000 fine 1']],
    [
      'nothing bounds it',
      `${stock}%% web->api@{ timeout: 2s }`,
      ['api -  2000 fine 1', 'stock api 2000  fine 0'],
    ],
    [
      'the tighter of two paths',
      `${stock}${price}stock -->|SQL| db[(Postgres)]\nprice -->|SQL| db\n%% api->stock@{ timeout: 1s }\n%% api->price@{ timeout: 300ms }\n%% price->db@{ timeout: 500ms }\n%% stock->db@{ timeout: 500ms }`,
      [
        'api -  800 fine 1',
        'stock -  500 fine 1',
        'db stock 1000 500 fine 1',
        'price -  300 fine 1',
        'db price 300 500 too long 0',
      ],
    ],
    [
      'the tighter of two paths, behind what they share',
      `${stock}${price}stock -->|HTTP| mid[Item service]\nprice -->|HTTP| mid\nmid -->|SQL| db[(Postgres)]\n%% api->stock@{ timeout: 1s }\n%% api->price@{ timeout: 300ms }\n%% mid->db@{ timeout: 500ms }`,
      [
        'api -  800 fine 1',
        'stock -  500 fine 1',
        'mid stock 1000 500 fine 1',
        'db price 300 500 too long 0',
        'price -  300 fine 1',
        'mid price 300 500 too long 0',
      ],
    ],
  ])('%s', (_, lines, expected) => expect(hops(lines)).toEqual(expected))
})

describe('failures', () => {
  const rates: Record<string, number> = { stock: 0.1, price: 0.2, db: 0.1, cache: 0.5 }
  const failing = (lines: string): number => {
    const flow = flowOf(lines)
    return failuresBy(({ id }) => rates[id] ?? 0, policiesIn(flow)).plan(flow.plan)
  }

  it.each([
    ['of one call', stock, 0.1],
    ['of two attempts', `${stock}%% api->stock@{ attempts: 2 }`, 0.01],
    ['of two attempts around it', `${stock}%% web->api@{ attempts: 2 }`, 0.01],
    [
      'of two attempts that a circuit breaker ends',
      `${stock}%% api->stock@{ attempts: 2, breaker: true }`,
      0.1,
    ],
    ['of two rounds', `${stock}%% api->stock@{ calls: 2 }`, 0.19],
    ['that requests succeed without', `${stock}%% api->stock@{ optional: true }`, 0],
    ['with a fallback', `${stock}${price}%% api->stock@{ fallback: price }`, 0.02],
    ['of one after the other', stock + price, 0.28],
    ['of both side by side', stock + price + parallel, 0.28],
    ['of one of two', stock + price + split, 0.17],
    ['of some', `${stock}%% api->stock@{ share: 30% }`, 0.03],
    ['of a store behind a cache', cached, 0.06],
    ['of a store behind a cache that has to be there', `${cached}%% api->cache@{ optional: false }`, 0.51],
  ])('%s', (_, lines, expected) => expect(failing(lines)).toBeCloseTo(expected, 12))
})

describe('the time that light needs', () => {
  const regions = { api: 'eu-west-1', stock: 'us-east-1', price: 'ap-southeast-2' }
  const floor = (lines: string) => {
    const drawn = Object.entries(regions).filter(([id]) => `${start}${lines}`.includes(`${id}[`))
    return floorOf(
      flowOf(lines + drawn.map(([id, region]) => `%% ${id}@{ region: ${region} }\n`).join('')).plan,
    )
  }
  const near = () => floor(stock).fiberMs
  const far = () => floor(price).fiberMs

  it('is longer to Sydney than to Virginia, and shorter in a vacuum', () => {
    expect(near()).toBeGreaterThan(50)
    expect(far()).toBeGreaterThan(2 * near())
    expect(floor(stock).vacuumMs).toBeLessThan(near())
    expect(floor(stock).calls.map(({ callee }) => callee.id)).toEqual(['stock'])
  })

  it.each<[string, string, () => number]>([
    ['both, one after the other', stock + price, () => near() + far()],
    ['the longer, side by side', stock + price + parallel, far],
    ['the longer, side by side, drawn first', price + stock + parallel, far],
    ['the shorter of two ways', stock + price + split, near],
    ['none where some go nowhere', `${stock}%% api->stock@{ share: 30% }\n`, () => 0],
    ['each round', `${stock}%% api->stock@{ calls: 3 }\n`, () => 3 * near()],
    ['rounds side by side', `${stock}%% api->stock@{ calls: 3, order: parallel }\n`, near],
    ['each whole round', `${stock}%% api->stock@{ calls: 2.5 }\n`, () => 2 * near()],
    ['half a round may not happen', `${stock}%% api->stock@{ calls: 0.5 }\n`, () => 0],
    ['without an optional call', `${stock}%% api->stock@{ optional: true }\n`, () => 0],
    ['without a call with a fallback', `${stock}%% api->stock@{ fallback: true }\n`, () => 0],
  ])('%s', (_, lines, ms) => expect(floor(lines).fiberMs).toBeCloseTo(ms(), 9))

  it('in a vacuum adds up alike', () => {
    expect(floor(`${stock}%% api->stock@{ calls: 3 }\n`).vacuumMs).toBeCloseTo(3 * floor(stock).vacuumMs, 9)
    expect(floor(stock + price).vacuumMs).toBeCloseTo(floor(stock).vacuumMs + floor(price).vacuumMs, 9)
  })

  it('is three round trips where TCP and TLS come first', () =>
    expect(floor(`${stock}%% api->stock@{ connection: new, tls: 1.3 }\n`).fiberMs).toBeCloseTo(3 * near(), 9))
})

describe('the floor of a call', () => {
  const of = (lines: string) =>
    floorOf(flowOf(`${lines}%% api@{ region: eu-west-1 }\n%% stock@{ region: us-east-1 }`).plan)

  it('is the way along the great circle there and back, less what a city is off by', () =>
    expect(of(stock).fiberMs).toBeCloseTo(crossingOf(callTo('stock', stock))!.floorMs - 2, 9))

  it('names the calls that are certain to be made', () => {
    expect(of(`${stock}%% api->stock@{ calls: 0.5 }\n`).calls).toEqual([])
    expect(of(`${stock}%% api->stock@{ optional: true }\n`).calls).toEqual([])
    expect(of(`${stock}%% api->stock@{ calls: 2 }\n`).calls).toHaveLength(1)
  })

  it('is nothing of what may not happen', () => {
    const { plan } = flowOf(`${stock}%% api@{ region: eu-west-1 }\n%% stock@{ region: us-east-1 }`)
    const call = visitsOf(plan).find(({ component }) => component.id === 'stock')!
    const { vacuumMs, fiberMs } = floorOf(call)
    const times = (count: number) => floorOf({ ...call, times: count })
    expect(times(0.5)).toEqual({ vacuumMs: 0, fiberMs: 0, calls: [] })
    expect(times(1)).toEqual({ vacuumMs, fiberMs, calls: [call.call] })
    expect(times(2.5)).toEqual({ vacuumMs: 2 * vacuumMs, fiberMs: 2 * fiberMs, calls: [call.call] })
  })

  it('is nothing where a cache spares the way', () => {
    const regions = '%% api@{ region: eu-west-1 }\n%% db@{ region: us-east-1 }\n'
    const behind = (hitRatio: string) =>
      floorOf(flowOf(`${cached.replace('80%', hitRatio)}${regions}`).plan).fiberMs
    expect(behind('80%')).toBe(0)
    expect(behind('0%')).toBeGreaterThan(50)
  })

  const callTo = (id: string, lines: string) =>
    visitsOf(flowOf(`${lines}%% api@{ region: eu-west-1 }\n%% stock@{ region: us-east-1 }`).plan).find(
      ({ component }) => component.id === id,
    )!.call!
})

describe('what a call sets up', () => {
  const setup = (protocol: string, figures: string) => {
    const { plan } = flowOf(`api -->|${protocol}| stock[Stock service]\n%% api->stock@{ ${figures} }`)
    return setupOf(visitsOf(plan).find(({ component }) => component.id === 'stock')!.call!)
  }

  it.each([
    ['HTTPS', 'timeout: 1s', 'reused'],
    ['HTTPS', 'connection: reused, tls: 1.2', 'reused'],
    ['HTTPS', 'connection: new', 'tls1.3'],
    ['HTTPS', 'connection: 0-rtt', 'tls1.3-0rtt'],
    ['HTTPS', 'connection: new, tls: 1.2', 'tls1.2'],
    ['HTTPS', 'connection: 0-rtt, tls: 1.2', 'tls1.2-resumed'],
    ['HTTPS', 'connection: new, tls: none', 'tcp'],
    ['HTTP', 'connection: new', 'tcp'],
    ['HTTP', 'connection: new, tls: 1.3', 'tls1.3'],
    ['SQL', 'connection: 0-rtt', 'tcp'],
    ['HTTP/3', 'connection: new', 'quic'],
    ['HTTP/3', 'connection: 0-rtt', 'quic-0rtt'],
  ])('%s, %s: %s', (protocol, figures, expected) => expect(setup(protocol, figures)).toBe(expected))
})

describe('calls whose failure a request survives', () => {
  const spared = (lines: string) => [...sparedVisits(flowOf(lines).plan)].map(({ component }) => component.id)
  const db = 'stock -->|SQL| db[(Postgres)]\n'

  it.each<[string, string, readonly string[]]>([
    ['none', stock + db, []],
    [
      'what is optional, with all behind it',
      `${stock}${db}%% api->stock@{ optional: true }`,
      ['stock', 'db'],
    ],
    [
      'what has a fallback, with all behind it',
      `${stock}${db}%% api->stock@{ fallback: true }`,
      ['stock', 'db'],
    ],
    ['not the fallback', `${stock}${price}${db}%% api->stock@{ fallback: price }`, ['stock', 'db']],
    ['only what is behind the optional call', `${stock}${db}%% stock->db@{ optional: true }`, ['db']],
    ['none side by side', stock + price + parallel, []],
    ['none of two ways', stock + price + split, []],
    ['a cache beside its store', cached, ['cache']],
    ['no cache that has to be there', `${cached}%% api->cache@{ optional: false }`, []],
    [
      'none of two copies',
      'api --> lb[Load balancer]\nlb --> a[Stock service 1]\nlb --> b[Stock service 2]',
      [],
    ],
    [
      'a way that is optional after one that is not',
      `${price}${stock}${db}price -->|SQL| db\n%% api->stock@{ optional: true }`,
      ['db', 'stock'],
    ],
    [
      'a way that is optional and one that is not',
      `${stock}${price}${db}price -->|SQL| db\n%% api->stock@{ optional: true }`,
      ['db', 'stock'],
    ],
  ])('%s', (_, lines, expected) => expect(spared(lines).sort()).toEqual([...expected].sort()))
})

describe('the worst way to a component', () => {
  const ways = (lines: string) =>
    Object.fromEntries(
      Array.from(attemptsTo(systemOf(lines)).values(), way => [
        way.component.id,
        `${hopsTo(way).map(({ call }) => call.caller.id)} ${way.product}`,
      ]),
    )

  it('is the first of as many attempts, or the one of more', () => {
    const both = `${stock}${price}stock -->|SQL| db[(Postgres)]\nprice -->|SQL| db\n`
    const [first, second] = [ways(both).db, ways(`${both}%% api->stock@{ attempts: 2 }`).db]
    const third = ways(`${both}%% api->price@{ attempts: 3 }`).db
    expect([second, third]).toEqual(['web,api,stock 2', 'web,api,price 3'])
    expect(first).toMatch(/^web,api,(?:stock|price) 1$/)
    expect(ways(`${both}%% api->stock@{ attempts: 2 }\n%% api->price@{ attempts: 2 }`).db).toBe(
      first?.replace('1', '2'),
    )
  })

  it('of two calls to the same is the first, unless the second is tried more often', () => {
    const worst = (second: string) => {
      const to = attemptsTo(systemOf(`${stock}api -->|"${second}"| stock\n`))
      const way = [...to.values()].find(({ component }) => component.id === 'stock')!
      return hopsTo(way).at(-1)?.call.connection.protocol?.value
    }
    expect(worst('HTTP/1.1')).toBe('grpc')
    expect(worst('HTTP/1.1, 2 attempts')).not.toBe('grpc')
  })

  it('is no message that nobody waits for', () =>
    expect(Object.keys(ways(`${stock}%% api->stock@{ mode: async }`))).toEqual(['api']))
})

describe('stated budgets', () => {
  const two = `${stock}pos[Cash desk app] -->|HTTPS| api\n%% api->stock@{ timeout: 1s, attempts: 2 }\n`
  const budgets = (lines: string) =>
    statedBudgets(systemOf(lines)).map(({ visits, waiting }) =>
      visits.filter(({ component }) => component.id === 'api').map(waiting),
    )

  it('are told once for all flows, or flow by flow where one component alone tries again', () => {
    expect(budgets(two)).toHaveLength(1)
    expect(budgets(`${two}%% api@{ soleRetrier: true }`)).toHaveLength(2)
    expect(budgets(`${two}%% pos@{ soleRetrier: true }`).flat()).toContain(1000)
  })
})
