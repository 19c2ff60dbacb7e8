// What arrives in a second, where, and what becomes of it: by Little's law and shares, worked out by hand.

import { describe, expect, it } from 'vitest'
import { loadOf, stormsOf } from '../../src/math'
import { collectAssumptions } from '../../src/math/flows/assumptions'
import { appliedLoad, loadsIn } from '../../src/math/flows/load/applied-load'
import { arrivalsOf } from '../../src/math/flows/load/arrivals'
import { backlogOf, intervalOf } from '../../src/math/flows/load/backlog'
import { emptyTally, loadOfComponent } from '../../src/math/flows/load/component-load'
import { arrivingAt, consumingFlows, consumptionOf } from '../../src/math/flows/load/consumers'
import { timeOf } from '../../src/math/flows/load/visit-time'
import { readSystem } from '../../src/model'
import type { Visit } from '../../src/model/system'
import { parseDiagram } from '../../src/syntax'

function systemOf(...lines: readonly string[]) {
  const system = readSystem(
    parseDiagram(`flowchart LR\n${lines.join('\n')}\n%% arrowsmith: { assume: nothing }\n`),
    {},
  )
  expect(system.problems.map(({ message }) => message)).toEqual([])
  return system
}

const web = 'web[Browser] -->|HTTPS| api[Order service]'
const stock = 'api -->|gRPC| stock[Stock service]'
/** Figures of a component whatever it is drawn as. */
const service = (...figures: readonly string[]) => systemOf(web, ...figures).flows[0]!.plan as Visit
const round = (figure: number | undefined | null) =>
  typeof figure === 'number' ? Number(figure.toPrecision(6)) : figure

describe('arrivals', () => {
  const arrivals = (...lines: readonly string[]) => {
    const assumptions = collectAssumptions()
    const found = arrivalsOf(systemOf(...lines).flows, assumptions).map(({ flow: { plan }, rate }) =>
      plan.kind === 'visit' ? `${plan.component.id} ${round(rate)}${plan.optional ? ' optional' : ''}` : rate,
    )
    return [...found, ...assumptions.all().map(({ key, value }) => `${key} ${value}`)]
  }
  const login = 'web -->|HTTPS| login[Login service]'

  it.each([
    ['of the entry', [web, '%% web@{ rate: 100/s }'], ['api 100']],
    ['of the first call', [web, '%% web@{ rate: 100/s }', '%% web->api@{ rate: 30/s }'], ['api 30']],
    [
      'of the entry, divided among its flows',
      [web, login, '%% web@{ rate: 100/s }'],
      ['api 50', 'login 50', 'rate 50/s', 'rate 50/s'],
    ],
    [
      'of the entry, divided among three',
      [web, login, 'web -->|HTTPS| img[Image service]', '%% web@{ rate: 100/s }'],
      ['api 33.3333', 'login 33.3333', 'img 33.3333', 'rate 33.3/s', 'rate 33.3/s', 'rate 33.3/s'],
    ],
    [
      'of each first call that states one',
      [web, login, '%% web@{ rate: 100/s }', '%% web->login@{ rate: 5/s }'],
      ['api 50', 'login 5', 'rate 50/s'],
    ],
    [
      'from outside the picture, on the way',
      [web, stock, '%% web@{ rate: 100/s }', '%% stock@{ rate: 20/s }'],
      ['api 100', 'stock 20'],
    ],
    ['that nobody states', [web], []],
    ['of nothing', [web, '%% web@{ rate: 0/s }'], []],
  ])('%s', (_, lines, expected) => expect(arrivals(...lines)).toEqual(expected))
})

describe('load', () => {
  const loaded = (id: string, ...lines: readonly string[]) => {
    const { components } = loadOf(systemOf(web, stock, '%% web@{ rate: 100/s }', ...lines))
    const load = [...components.values()].find(({ component }) => component.id === id)!
    const { rate, outageRate, utilization, refused, lost, stuckWhenHanging } = load
    return {
      ...{ rate: round(rate), outageRate: round(outageRate), utilization: round(utilization) },
      ...{ refused: round(refused), lost: round(lost), stuck: round(stuckWhenHanging) },
      saturated: `${load.saturated} ${load.saturatedInOutage} ${load.unlimited}`,
    }
  }
  const usual = { rate: 100, outageRate: 100, utilization: undefined, refused: 0, lost: 0, stuck: null }

  it.each<[string, readonly string[], object]>([
    ['without a capacity', [], { ...usual, saturated: 'false false false' }],
    [
      'half full',
      ['%% stock@{ capacity: 200/s }'],
      { ...usual, utilization: 0.5, saturated: 'false false false' },
    ],
    [
      'more than full, and nobody gives up',
      ['%% stock@{ capacity: 80/s }'],
      { ...usual, utilization: 1.25, lost: 0.2, saturated: 'true true true' },
    ],
    [
      'just full',
      ['%% stock@{ capacity: 100/s }'],
      { ...usual, utilization: 1, lost: 0, saturated: 'true true true' },
    ],
    [
      'limited',
      ['%% stock@{ rateLimit: 25/s }'],
      { ...usual, refused: 0.75, saturated: 'false false false' },
    ],
    [
      'limited to less than is full',
      ['%% stock@{ rateLimit: 50/s, capacity: 80/s }'],
      { ...usual, utilization: 1.25, refused: 0.5, saturated: 'false false false' },
    ],
    ['limited to more', ['%% stock@{ rateLimit: 200/s }'], { ...usual, saturated: 'false false false' }],
    [
      'with attempts that an outage needs',
      ['%% api->stock@{ attempts: 3 }', '%% stock@{ capacity: 200/s }'],
      { ...usual, outageRate: 300, utilization: 0.5, saturated: 'false true false' },
    ],
    [
      'with attempts that a circuit breaker ends',
      ['%% api->stock@{ attempts: 3, breaker: true }', '%% stock@{ capacity: 200/s }'],
      { ...usual, utilization: 0.5, saturated: 'false false false' },
    ],
    [
      'in rounds',
      ['%% api->stock@{ calls: 4 }'],
      { ...usual, rate: 400, outageRate: 400, saturated: 'false false false' },
    ],
    [
      'with a timeout: so many hang in an outage',
      ['%% api->stock@{ timeout: 2s }'],
      { ...usual, stuck: 200, saturated: 'false false false' },
    ],
    [
      'with a timeout in rounds',
      ['%% api->stock@{ timeout: 2s, calls: 3 }'],
      { ...usual, rate: 300, outageRate: 300, stuck: 600, saturated: 'false false false' },
    ],
    [
      'with half of the requests',
      ['%% api->stock@{ share: 50% }'],
      { ...usual, rate: 50, outageRate: 50, saturated: 'false false false' },
    ],
  ])('%s', (_, lines, expected) => expect(loaded('stock', ...lines)).toEqual(expected))

  it('of a fallback is what fails before it', () => {
    const price = 'api -->|gRPC| price[Price service]'
    const failing = ['%% api->stock@{ errorRate: 20%, fallback: price }']
    expect(loaded('price', price, ...failing)).toMatchObject({ rate: 20 })
    expect(
      loaded('price', price, '%% api->stock@{ errorRate: 20%, attempts: 2, fallback: price }'),
    ).toMatchObject({
      rate: 4,
    })
  })

  it('of a store is what its cache does not know', () =>
    expect(
      loaded(
        'db',
        'stock -->|RESP| c[(Redis cache)]',
        'stock -->|SQL| db[(Postgres)]',
        '%% c@{ hitRatio: 80% }',
      ),
    ).toMatchObject({ rate: 20 }))

  it('leaves unanswered what is refused, and of the rest what is lost', () => {
    const system = systemOf(web, '%% web@{ rate: 100/s }', '%% api@{ rateLimit: 80/s, capacity: 40/s }')
    const load = loadOf(system)
    const [api] = [...load.components.keys()]
    expect(appliedLoad(load).unanswered(api!)).toBeCloseTo(0.2 + 0.8 * 0.5, 9)
    expect(appliedLoad(load).unanswered(system.flows[0]!.entry)).toBe(0)
  })

  it('ends a sequence with the step that fails', () => {
    const price = 'api -->|gRPC| price[Price service]'
    const limited = ['%% stock@{ rateLimit: 25/s }', '%% price@{ rateLimit: 20/s }']
    expect(loaded('price', price, ...limited)).toMatchObject({ rate: 25, refused: 0.2 })
    expect(loaded('tax', price, 'api -->|gRPC| tax[Tax service]', ...limited)).toMatchObject({ rate: 20 })
  })

  it('is told of the fullest first', () => {
    const full = (...lines: readonly string[]) => {
      const system = systemOf(web, stock, '%% web@{ rate: 100/s }', ...lines)
      return loadsIn(system.flows[0]!, loadOf(system)).map(({ component }) => component.id)
    }
    expect(full('%% api@{ capacity: 200/s }', '%% stock@{ capacity: 400/s }')).toEqual(['api', 'stock'])
    expect(full('%% api@{ capacity: 400/s }', '%% stock@{ capacity: 200/s }')).toEqual(['stock', 'api'])
    expect(full('%% stock@{ capacity: 200/s }')).toEqual(['stock'])
  })
})

describe('queues', () => {
  const queue = ['api -->|AMQP| q[[RabbitMQ]]', 'q -->|AMQP| worker[Mail worker]', '%% web@{ rate: 100/s }']
  const backlog = (...lines: readonly string[]) => {
    const system = systemOf(web, ...queue, ...lines)
    const consumption = system.flows.find(({ background }) => background)!
    const found = backlogOf(consumption, loadOf(system))
    return found && Object.fromEntries(Object.entries(found).map(([key, value]) => [key, round(value)]))
  }

  it.each<[string, readonly string[], object | undefined]>([
    [
      'that consumers keep up with',
      ['%% worker@{ capacity: 150/s }'],
      { arriving: 100, serving: 150, growing: 0, outage: 3_600_000, piledUp: 360_000, drain: 7_200_000 },
    ],
    [
      'that they fall behind',
      ['%% worker@{ capacity: 80/s }'],
      { arriving: 100, serving: 80, growing: 20, outage: 3_600_000, piledUp: 360_000, drain: null },
    ],
    [
      'that they just keep up with',
      ['%% worker@{ capacity: 100/s }'],
      { arriving: 100, serving: 100, growing: 0, outage: 3_600_000, piledUp: 360_000, drain: null },
    ],
    [
      'after an outage of a minute',
      ['%% worker@{ capacity: 150/s, mttr: 1m }'],
      { arriving: 100, serving: 150, growing: 0, outage: 60_000, piledUp: 6000, drain: 120_000 },
    ],
    ['of which nobody says what they do', [], undefined],
  ])('%s', (_, lines, expected) => expect(backlog(...lines)).toEqual(expected))

  it('that nobody states an outage of are looked at after one of an hour', () => {
    const system = systemOf(web, ...queue, '%% worker@{ capacity: 150/s }')
    const consumption = system.flows.find(({ background }) => background)!
    expect(backlogOf(consumption, loadOf(system))?.outage).toBe(3_600_000)
  })

  it('are told by their flow in the background', () => {
    const { flows } = systemOf(web, ...queue)
    expect(flows.map(flow => consumptionOf(flow)?.visits.map(({ component }) => component.id))).toEqual([
      undefined,
      ['worker'],
    ])
    expect(consumptionOf(flows[1]!)?.broker.id).toBe('q')
  })

  it('are worked on in the order in which messages go from one to the next, and a ring begins somewhere', () => {
    const order = (...lines: readonly string[]) =>
      consumingFlows(systemOf(...lines).flows).map(({ consumption }) => consumption.broker.id)
    const second = 'b[[Order RabbitMQ]] -->|AMQP| y[Bill worker]'
    const first = 'a[[Mail RabbitMQ]] -->|AMQP| x[Mail worker]'
    expect(order(second, first, 'x -->|publishes| b')).toEqual(['a', 'b'])
    expect(order(first, second, 'x -->|publishes| b')).toEqual(['a', 'b'])
    expect(order(first, second, 'x -->|publishes| b', 'y -->|publishes| a')).toEqual(['a', 'b'])
  })

  it('get what is stated where messages are handed out, or what arrives at the broker', () => {
    const arriving = (...lines: readonly string[]) =>
      consumingFlows(systemOf(web, ...queue, ...lines).flows).map(arrivingAt)
    expect(arriving()).toEqual([undefined])
    expect(arriving('%% q->worker@{ rate: 7/s }')).toEqual([7])
    expect(arriving('%% q@{ rate: 5/s }')).toEqual([5])
    expect(arriving('%% q->worker@{ rate: 7/s }', '%% q@{ rate: 5/s }')).toEqual([7])
  })

  it.each([
    ['every 60s', [60_000]],
    ['every 500ms', [500]],
    ['', [undefined]],
  ])('what a clock starts %s comes around', (words, interval) =>
    expect(
      systemOf(`cron[Cron scheduler] -->|"HTTP, ${words}"| api[Order service]`).flows.map(intervalOf),
    ).toEqual(interval),
  )

  it('what a client asks for is started by no clock', () =>
    expect(systemOf('web[Browser] -->|"HTTPS, every 60s"| api[Order service]').flows.map(intervalOf)).toEqual(
      [undefined],
    ))
})

describe('retry storms', () => {
  const storm = (...lines: readonly string[]) => {
    const [found] = stormsOf(loadOf(systemOf(web, stock, '%% web@{ rate: 100/s }', ...lines)))
    return found && [found.state, ...found.multiplied.map(({ factor }) => round(factor))]
  }

  it.each<[string, readonly string[], readonly unknown[] | undefined]>([
    // 1 + e
    [
      'of two attempts',
      ['%% api->stock@{ attempts: 2 }', '%% stock@{ capacity: 300/s }'],
      ['stable', 1.1, 1.5, 2],
    ],
    [
      'that fill it',
      ['%% api->stock@{ attempts: 2 }', '%% stock@{ capacity: 150/s }'],
      ['metastable', 1.1, 1.5, 2],
    ],
    [
      'of what is full',
      ['%% api->stock@{ attempts: 2 }', '%% stock@{ capacity: 90/s }'],
      ['overloaded', 1.1, 1.5, 2],
    ],
    // (1 + max(5%, e)) / 1.05
    [
      'of a hedge',
      ['%% api->stock@{ hedge: 50ms }', '%% stock@{ capacity: 300/s }'],
      ['stable', 1.04762, 1.42857, 1.90476],
    ],
    // (1 − (1 − e)⁴) / e a request, and 2 − (1 − e)⁴ requests
    [
      'of rounds that a caller begins anew',
      ['%% web->api@{ attempts: 2 }', '%% api->stock@{ calls: 4 }', '%% stock@{ capacity: 3000/s }'],
      ['stable', 1.15542, 0.908203, 0.5],
    ],
    ['of nobody who tries again', ['%% stock@{ capacity: 300/s }'], undefined],
    ['of what has no capacity', ['%% api->stock@{ attempts: 2 }'], undefined],
  ])('%s', (_, lines, expected) => expect(storm(...lines)).toEqual(expected))
})

describe('a component by itself', () => {
  const loadAt = (figures: string, tally: object) =>
    loadOfComponent(service(`%% api@{ ${figures} }`).component, { ...emptyTally(), ...tally })

  it.each([
    // An M/M/1 queue of 400 ms a second waits 0.5 / 0.6 ms, one of equal times half as long.
    ['equal times of half a millisecond', 800, 0.5, 0, 0.4, 0.5 / 0.6 / 2],
    ['exponential times of half a millisecond', 800, 0.5, 1, 0.4, 0.5 / 0.6],
    ['exponential times of two milliseconds', 200, 2, 1, 0.4, 2 / 0.6],
    ['times of less variance than none', 200, 2, -1, 0.4, 2 / 0.6 / 2],
  ])('is held for %s', (_, rate, heldMs, variability, utilization, meanWaitMs) => {
    const held = rate * heldMs
    const heldSquared = rate * heldMs ** 2 * (1 + variability)
    const load = loadAt('concurrency: 1', { rate, held, heldSquared, patience: Infinity })
    expect(load.heldMs).toBeCloseTo(heldMs, 12)
    expect(load.utilization).toBeCloseTo(utilization, 12)
    expect(load.waits).toBeCloseTo(utilization, 12)
    expect(load.meanWaitMs).toBeCloseTo(meanWaitMs, 9)
    expect(load.saturatedInOutage).toBe(false)
  })

  it('serves one at a time unless places are stated, and each copy has its own', () => {
    const waits = (figures: string) =>
      loadAt(figures, { rate: 50, held: 50 * 20, heldSquared: 2 * 50 * 400, patience: Infinity }).waits
    expect(waits('capacity: 100/s')).toBeCloseTo(0.5, 12)
    // Erlang C of two servers that are half busy.
    expect(waits('capacity: 100/s, concurrency: 2')).toBeCloseTo(1 / 3, 12)
    expect(waits('capacity: 100/s, concurrency: 1, replicas: 2')).toBeCloseTo(1 / 3, 12)
  })

  it('of which nothing arrives takes no time', () =>
    expect(loadAt('capacity: 100/s', {})).toMatchObject({ heldMs: 0, rate: 0, lost: 0, saturated: false }))

  it('is told of one request in two seconds too', () => {
    const rare = { rate: 0.5, held: 0.5 * 400, heldSquared: 2 * 0.5 * 400 ** 2, patience: Infinity }
    const load = loadAt('concurrency: 1', rare)
    expect([load.heldMs, load.utilization]).toEqual([400, 0.2])
    expect(loadOf(systemOf(web, '%% web@{ rate: 0.5/s }', '%% api@{ capacity: 2/s }'))).toMatchObject({
      arrivals: [{ rate: 0.5 }],
    })
  })

  it('is not held while its answer is on the way, and its failures take none of the others’ time', () => {
    const held = (latency: object, ...figures: readonly string[]) => {
      const { networkMs, heldMs, slowest, within, answeredIn } = timeOf(service(...figures), {
        latency: { attempt: () => latency } as never,
        ...{ gamma: 1.05, affords: () => true, visited: new Map() },
      })
      return [networkMs, heldMs, slowest, within(29), within(31), answeredIn(119), answeredIn(121)].map(round)
    }
    const constant = { op: 'constant', ms: 120 }
    const half = {
      ...{ op: 'call', of: constant, attempts: 1, backoff: [] },
      jitter: 'none',
      errorRate: 0.5,
      errorMs: 1,
    }
    const apart = '%% web->api@{ rtt: 90ms }'
    expect(held(constant, apart)).toEqual([90, 30, 120, 0, 1, 0, 1])
    expect(held(half, apart)).toEqual([90, 30, 120, 0, 1, 0, 0.5])
    expect(held(constant)).toEqual([0, 120, 120, 0, 0, 0, 1])
    expect(held(constant, '%% web->api@{ rtt: 90ms, p99: 120ms }')).toEqual([0, 120, 120, 0, 0, 0, 1])
  })

  const timed = (ms: number, failed: boolean) =>
    timeOf(service(), {
      latency: { attempt: () => (failed ? { op: 'down', hangs: false } : { op: 'constant', ms }) } as never,
      gamma: 1.05,
      affords: () => true,
      visited: new Map(),
    })

  it('is held as long as an attempt takes, and not at all where none is answered', () => {
    const { within, answeredIn, ...time } = timed(30, false)
    expect(time).toEqual({ heldMs: 30, heldSquared: 900, slowest: 30, networkMs: 0 })
    expect([within(29), within(31), answeredIn(29), answeredIn(31)]).toEqual([0, 1, 0, 1])
    const never = timed(30, true)
    expect(never).toMatchObject({ heldMs: 0, heldSquared: 0, slowest: 0 })
    expect([never.within(5), never.answeredIn(5)]).toEqual([1, 0])
  })
})

describe('storms, by what is tried instead', () => {
  const price = 'api -->|gRPC| price[Price service]'
  const found = (...lines: readonly string[]) =>
    stormsOf(loadOf(systemOf(web, stock, price, '%% web@{ rate: 100/s }', ...lines)))
  const told = (...lines: readonly string[]) =>
    found(...lines).map(({ component, state, tipping, multiplied }) => [
      component.id,
      state,
      tipping === null ? null : Number(tipping.toFixed(5)),
      ...multiplied.map(({ factor }) => round(factor)),
    ])

  it('fill what both ways lead to: the fallback of a call asks it again', () => {
    const store = ['stock -->|SQL| db[(Postgres)]', 'price -->|SQL| db', '%% api->stock@{ fallback: price }']
    // One in usual times; the share that fails there goes on to the other way.
    expect(told(...store, '%% db@{ capacity: 180/s }')).toEqual([['db', 'metastable', 0.8, 1.1, 1.5, 2]])
  })

  it.each<[string, readonly string[], readonly number[]]>([
    [
      'are no longer there for a second step where the first has failed',
      // Twice what two steps ask, of which the second is left out with the first: (1 + 1 − (1 − e)²)(2 − e) / 2.
      ['stock -->|SQL| db[(Postgres)]', 'price -->|SQL| db', '%% web->api@{ attempts: 2 }'],
      [1.1305, 1.3125, 1],
    ],
    [
      'are of the misses of a cache alone',
      // (0.2 + (1 − 0.2 e)(1 + e)) / 1.2
      [
        'api -->|RESP| cache[(Redis cache)]',
        'api -->|SQL| db[(Postgres)]',
        'api -->|gRPC| tax[Tax service]',
        'tax -->|SQL| db',
        '%% cache@{ hitRatio: 80% }',
        '%% tax->db@{ attempts: 2 }',
      ],
      [1.065, 1.29167, 1.5],
    ],
    [
      'are of those who take that way',
      // 0.7 + 0.3 (1 + e)
      [
        'stock -->|SQL| db[(Postgres)]',
        'price -->|SQL| db',
        '%% api->stock@{ share: 30% }',
        '%% api->price@{ share: 70% }',
        '%% stock->db@{ attempts: 2 }',
      ],
      [1.03, 1.15, 1.3],
    ],
    [
      'of rounds with attempts of their own',
      // (1 − (1 − e²)²) / e² · (1 + e) / 2
      ['price -->|SQL| db[(Postgres)]', '%% price->db@{ calls: 2, attempts: 2 }'],
      [1.0945, 1.3125, 1],
    ],
  ])('%s', (_, lines, expected) =>
    expect(
      told(...lines, '%% db@{ capacity: 3000/s }').map(([id, , , ...factors]) => [id, ...factors]),
    ).toEqual([['db', ...expected]]),
  )

  it('of one of two copies are of half of the requests', () => {
    const system = systemOf(
      'web[Browser] --> lb[Load balancer]',
      'lb --> a[Order service 1]',
      'lb --> b[Order service 2]',
      'a -->|SQL| db[(Postgres)]',
      'b -->|SQL| db',
      '%% a->db@{ attempts: 2 }',
      '%% web@{ rate: 100/s }',
      '%% db@{ capacity: 3000/s }',
    )
    expect(stormsOf(loadOf(system))[0]?.multiplied.map(({ factor }) => round(factor))).toEqual([
      1.05, 1.25, 1.5,
    ])
    const [flow] = system.flows
    if (flow?.plan.kind !== 'visit' || flow.plan.work.kind !== 'redundant') throw new Error('no copies')
    const plan = { ...flow.plan, work: { ...flow.plan.work, need: 2 } }
    const rates = (flows: typeof system.flows) =>
      [...loadOf({ ...system, flows }).components.values()].map(
        ({ component, rate }) => `${component.id} ${rate}`,
      )
    expect(rates(system.flows)).toEqual(expect.arrayContaining(['a 50', 'b 50', 'db 100']))
    // A quorum asks both.
    expect(rates([{ ...flow, plan }])).toEqual(expect.arrayContaining(['a 100', 'b 100', 'db 200']))
  })

  it('do not reach what nobody asks in usual times', () =>
    expect(
      told(
        '%% api->stock@{ fallback: price }',
        '%% stock@{ rateLimit: 80/s }',
        '%% price@{ capacity: 90/s }',
      ),
    ).toEqual([]))

  it('begin at once where it is full already, and where the last percent fills it', () => {
    const twice = (capacity: string) =>
      told('%% api->stock@{ attempts: 2 }', `%% stock@{ capacity: ${capacity} }`)[0]?.slice(1, 3)
    expect(twice('90/s')).toEqual(['overloaded', 0])
    expect(twice('199.5/s')).toEqual(['metastable', 0.995])
    expect(twice('100.5/s')).toEqual(['metastable', 0.005])
    expect(twice('200.5/s')).toEqual(['stable', null])
  })

  it('are told from the nearest to the farthest', () =>
    expect(
      told(
        '%% api->stock@{ attempts: 2 }',
        '%% api->price@{ attempts: 2 }',
        '%% stock@{ capacity: 180/s }',
        '%% price@{ capacity: 150/s }',
      ).map(([id, , tipping]) => [id, tipping]),
    ).toEqual([
      ['price', 0.5],
      ['stock', 0.8],
    ]))
})

it('no clock and nobody in the foreground consumes messages', () => {
  const steps = ['-->|HTTP| api[Order service]', '-->|HTTP| stock[Stock service]']
  const consumed = (entry: string) => {
    const [first, ...others] = steps.map(step => `${entry} ${step}`)
    return systemOf(first!, ...others).flows.map(flow => consumptionOf(flow))
  }
  expect(consumed('cron[Cron scheduler]').filter(Boolean)).toEqual([])
  expect(consumed('web[Browser]').filter(Boolean)).toEqual([])
  const { flows } = systemOf('q[[RabbitMQ]] -->|AMQP| worker[Mail worker]')
  const [flow] = flows
  expect(consumptionOf(flow!)).toBeDefined()
  expect(consumptionOf({ ...flow!, background: false })).toBeUndefined()
  expect(consumptionOf({ ...flow!, entry: consumptionOf(flow!)!.visits[0]!.component })).toBeUndefined()
})
