// Figures of flows against sums done by hand, from the diagrams people write.
import { describe, expect, it } from 'vitest'
import {
  appliedLoad,
  attemptsOf,
  attemptsTo,
  attributionOf,
  availabilityBand,
  availabilityOf,
  criticalPathOf,
  deadlinesOf,
  evaluateFlow,
  evaluateSystem,
  latencyOf,
  loadOf,
  worstCaseOf,
  worstCaseOfCall,
} from '../../src/math'
import { fitLognormal, lognormalQuantile } from '../../src/math/latency/lognormal'
import { readSystem } from '../../src/model'
import type { Flow, System } from '../../src/model/system'
import { parseDiagram } from '../../src/syntax'

function systemOf(text: string): System {
  const system = readSystem(parseDiagram(text), {})
  expect(system.problems.map(({ message }) => message)).toEqual([])
  return system
}

function flowOf(text: string): Flow {
  const [flow] = systemOf(`${text}\n%% arrowsmith: { assume: nothing }\n`).flows
  if (!flow) throw new Error('no flow')
  return flow
}

const chain = `flowchart LR
  user[Browser] --> api[API service]
  api --> db[(Postgres)]`

describe('availability of a flow', () => {
  it('multiplies what must be up and leaves the entry out', () => {
    const flow = flowOf(`${chain}
%% user@{ availability: 90% }
%% api@{ availability: 99.9% }
%% db@{ availability: 99.95% }`)
    const { availability, parts } = availabilityOf(flow)
    expect(availability).toBeCloseTo(0.999 * 0.9995, 12)
    expect(
      parts.map(({ component, hoursPerYear }) => [component?.id, Number(hoursPerYear.toFixed(2))]),
    ).toEqual([
      ['api', 8.76],
      ['db', 4.38],
    ])
  })

  it('counts a shared dependency once', () => {
    const flow = flowOf(`flowchart LR
  user[Browser] --> api[API service]
  api --> a[Order service] --> db[(Postgres)]
  api --> b[Price service] --> db
%% api@{ availability: 100% }
%% a@{ availability: 99.9% }
%% b@{ availability: 99.9% }
%% db@{ availability: 99.9% }`)
    expect(availabilityOf(flow).availability).toBeCloseTo(0.999 ** 3, 12)
  })

  it('gives replicas a common cause', () => {
    const flow = flowOf(`${chain}
%% api@{ availability: 99%, replicas: 2 }
%% db@{ availability: 100% }`)
    const { unavailability, assumed } = availabilityOf(flow)
    expect(unavailability).toBeCloseTo(1 - (1 - 0.001) * (1 - 0.009 ** 2), 12)
    expect(assumed).toContainEqual(expect.objectContaining({ at: 'api', key: 'commonCause', value: '10%' }))
  })

  it('leaves replicas of a managed service alone', () => {
    const flow = flowOf(`${chain}
%% api@{ availability: 100% }
%% db@{ availability: 99.95%, replicas: 3, managed: true }`)
    expect(availabilityOf(flow).unavailability).toBeCloseTo(0.0005, 12)
  })

  it('lets a standby take over with its fail-over time and coverage', () => {
    const flow = flowOf(`${chain}
%% api@{ availability: 100% }
%% db@{ availability: 99.9%, replicas: 2, active: passive, failover: 60s, mttr: 1h, coverage: 99% }`)
    expect(availabilityOf(flow).unavailability).toBeCloseTo(2.75e-5, 12)
  })

  it('repairs by retries only what is transient', () => {
    const flow = flowOf(`${chain}
%% api@{ availability: 99.9% }
%% db@{ availability: 100% }
%% user->api@{ errorRate: 1%, attempts: 3 }`)
    expect(availabilityOf(flow).availability).toBeCloseTo(0.999 * (1 - 1e-6), 12)
  })

  it('repeats what is below a retrying call', () => {
    const flow = flowOf(`${chain}
%% api@{ availability: 100% }
%% db@{ availability: 100% }
%% user->api@{ attempts: 2 }
%% api->db@{ errorRate: 1% }`)
    expect(availabilityOf(flow).unavailability).toBeCloseTo(1e-4, 12)
  })

  it('lets copies behind a balancer stand in for each other, but for their common cause', () => {
    const flow = flowOf(`flowchart LR
  user[Browser] --> lb[Load balancer]
  lb --> api1[API service 1]
  lb --> api2[API service 2]
  api1 --> db[(Postgres)]
  api2 --> db
%% lb@{ availability: 100% }
%% api1@{ availability: 99% }
%% api2@{ availability: 99% }
%% db@{ availability: 99.9% }`)
    expect(availabilityOf(flow).availability).toBeCloseTo(0.999 * 0.999 * (1 - 0.009 ** 2), 12)
  })

  it('counts timeouts as failures', () => {
    const flow = flowOf(`${chain}
%% api@{ p50: 0.001ms, p99: 0.001ms }
%% db@{ p50: 100ms, p99: 1000ms }
%% api->db@{ timeout: 500ms }`)
    expect(availabilityOf(flow).unavailability).toBeCloseTo(0.05196978790632023, 4)
  })

  it('drops optional calls, and calls with a fallback of their own', () => {
    const flow = flowOf(`flowchart LR
  user[Browser] --> api[API service]
  api --> a[Recommendation service]
  api --> b[Review service]
%% api@{ availability: 99.9% }
%% a@{ availability: 50% }
%% b@{ availability: 50% }
%% api->a@{ optional: true }
%% api->b@{ fallback: true }`)
    expect(availabilityOf(flow).unavailability).toBeCloseTo(0.001, 12)
  })

  it('serves cache hits while the store is down', () => {
    const flow = flowOf(`flowchart LR
  user[Browser] --> api[API service]
  api --> cache[(Redis cache)]
  api --> db[(Postgres)]
%% api@{ availability: 100% }
%% cache@{ availability: 99.9%, hitRatio: 90% }
%% db@{ availability: 99.9% }`)
    expect(availabilityOf(flow).availability).toBeCloseTo(0.9998991, 10)
  })

  it('takes a stated call for everything behind it', () => {
    const flow = flowOf(`${chain}
%% api@{ availability: 50% }
%% db@{ availability: 50% }
%% user->api@{ availability: 99.5%, p50: 10ms, p99: 100ms }`)
    expect(availabilityOf(flow).unavailability).toBeCloseTo(0.005, 12)
    expect(latencyOf(flow).p99).toBeCloseTo(100, 0)
  })

  it('bounds what nobody stated', () => {
    const [flow] = systemOf(chain).flows
    // The catalogue's 99.9% and 99.5%, three times as often down or a third as often.
    const [low, high] = availabilityBand(flow!)
    expect(low).toBeCloseTo((1 - 3 * 0.001) * (1 - 3 * 0.005), 12)
    expect(high).toBeCloseTo((1 - 0.001 / 3) * (1 - 0.005 / 3), 12)
  })

  it('bounds the common cause of replicas, which nobody states', () => {
    const [low, high] = availabilityBand(flowOf(`${chain}\n%% api@{ availability: 99%, replicas: 2 }`))
    const withBeta = (beta: number) => (1 - beta * 0.01) * (1 - ((1 - beta) * 0.01) ** 2)
    expect(low).toBeCloseTo(withBeta(0.1), 12)
    expect(high).toBeCloseTo(withBeta(0.02), 12)
  })
})

describe('latency of a flow', () => {
  it('adds distributions, not percentiles', () => {
    const flow = flowOf(`${chain}
%% api@{ p50: 5ms, p99: 45ms }
%% db@{ p50: 20ms, p99: 200ms }`)
    const { p50, p99, p999 } = latencyOf(flow)
    expect(p50! / 28.209).toBeCloseTo(1, 2)
    expect(p99! / 209.33).toBeCloseTo(1, 2)
    expect(p999! / 434.56).toBeCloseTo(1, 2)
  })

  it.each([
    ['through a cache to the store behind it', '80%', ['user', 'api', 'cache', 'db']],
    ['to the cache alone, where hardly a request misses', '100%', ['user', 'api', 'cache']],
  ])('has its critical path %s', (_, hitRatio, expected) => {
    const flow = flowOf(`flowchart LR
  user[Browser] -->|HTTPS| api[API service]
  api -->|RESP| cache[(Redis cache)]
  api -->|SQL| db[(Postgres)]
%% cache@{ hitRatio: ${hitRatio} }`)
    expect(criticalPathOf(flow).map(({ id }) => id)).toEqual(expected)
  })

  it('waits for the slowest of parallel calls, and says which that is', () => {
    const flow = flowOf(`flowchart LR
  user[Browser] --> api[API service]
  api --> a[Order service]
  api --> b[Price service]
%% api@{ p50: 0ms, p99: 0ms }
%% a@{ p50: 20ms, p99: 200ms }
%% b@{ p50: 30ms, p99: 120ms }
%% api->a@{ order: parallel }
%% api->b@{ order: parallel }`)
    expect(latencyOf(flow).p99! / 204.845).toBeCloseTo(1, 2)
    expect(criticalPathOf(flow).map(({ id }) => id)).toEqual(['user', 'api', 'b'])
  })

  it('is that of the requests that are answered', () => {
    const flow = flowOf(`${chain}
%% api@{ p50: 1ms, p99: 2ms }
%% db@{ p50: 1ms, p99: 2ms }
%% api->db@{ errorRate: 0.5% }`)
    const { p999, failed, within, answering } = latencyOf(flow)
    expect(failed).toBeCloseTo(0.005, 12)
    expect(within(p999!)).toBeCloseTo(0.999 * 0.995, 6)
    expect(within(answering(0.99)!)).toBeCloseTo(0.99, 6)
    expect(answering(0.999)).toBeNull()
  })

  it('pays connection set-up in round trips', () => {
    const flow = flowOf(`flowchart LR
  user[Browser] -->|HTTPS| api[API service]
%% user->api@{ rtt: 85ms, connection: new, tls: 1.3 }
%% api@{ p50: 0ms, p99: 0ms }`)
    expect(latencyOf(flow).p50).toBeCloseTo(255, 3)
  })

  it('shares the percentile out completely', () => {
    const flow = flowOf(`${chain}
%% api@{ p50: 5ms, p99: 45ms }
%% db@{ p50: 20ms, p99: 200ms }
%% api->db@{ timeout: 150ms, attempts: 2, backoff: fixed, baseDelay: 20ms }`)
    const sum = attributionOf(flow)!.reduce((total, { ms }) => total + ms, 0)
    expect(sum / latencyOf(flow).p99!).toBeCloseTo(1, 9)
  })

  it('lists what it assumed', () => {
    const [flow] = systemOf(`${chain}
%% api@{ p50: 5ms, availability: 99.9% }`).flows
    const { assumed } = evaluateFlow(flow!)
    expect(assumed).toContainEqual(
      expect.objectContaining({
        at: 'api',
        key: 'p99',
        source: expect.stringContaining('one percentile stated'),
      }),
    )
    expect(assumed).toContainEqual(expect.objectContaining({ at: 'db', key: 'availability' }))
  })
})

describe('attempts, deadlines, worst cases', () => {
  const layered = `flowchart LR
  user[Browser] --> gw[API gateway]
  gw --> orders[Order service]
  orders --> db[(Postgres)]
%% user->gw@{ attempts: 3 }
%% gw->orders@{ retries: 3 }
%% orders->db@{ attempts: 3 }`

  it('multiply along the path, hop by hop', () => {
    const system = systemOf(layered)
    const [most] = attemptsOf(system.flows[0]!)
    expect([most!.component.id, most!.attempts]).toEqual(['db', 36])
    expect(most!.hops.map(({ attempts }) => attempts)).toEqual([3, 4, 3])
    const db = system.components.find(({ id }) => id === 'db')!
    expect(attemptsTo(system).get(db)!.product).toBe(36)
  })

  it('are made by the sole retrier only', () => {
    const system = systemOf(`${layered}\n%% gw@{ soleRetrier: true }`)
    expect(attemptsOf(system.flows[0]!)[0]!.attempts).toBe(4)
  })

  it('survive a cycle', () => {
    const system = systemOf(`flowchart LR
  user[Browser] --> a[Order service] --> b[Price service] --> a
%% a->b@{ attempts: 2 }
%% b->a@{ attempts: 2 }`)
    expect([...attemptsTo(system).values()].map(({ component, product }) => [component.id, product])).toEqual(
      [
        ['a', 1],
        ['b', 2],
      ],
    )
  })

  it('sum to the worst case under timeouts and waits', () => {
    const system = systemOf(`${chain}
%% user->api@{ attempts: 3, timeout: 1000ms, backoff: exponential, baseDelay: 100ms }
%% api->db@{ attempts: 3, timeout: 500ms, backoff: exponential, baseDelay: 50ms }`)
    const [outer, inner] = system.calls
    expect(worstCaseOfCall(outer!)).toBe(3300)
    expect(worstCaseOfCall(inner!)).toBe(1650)
    expect(worstCaseOf(system.flows[0]!)).toEqual({ longest: 3300, unbounded: [] })
    expect(
      deadlinesOf(system.flows[0]!).map(({ available, needs, violates, fits }) => [
        available,
        needs,
        violates,
        fits,
      ]),
    ).toEqual([
      [null, 3300, false, 3],
      [1000, 1650, true, 1],
    ])
  })

  it('end at the deadline', () => {
    const system = systemOf(`${chain}
%% user->api@{ attempts: 3, timeout: 1000ms, deadline: 2s }`)
    expect(worstCaseOfCall(system.calls[0]!)).toBe(2000)
  })

  it('are unbounded without a timeout, and say where', () => {
    const { longest, unbounded } = worstCaseOf(systemOf(chain).flows[0]!)
    expect(longest).toBeNull()
    expect(unbounded.map(({ callee }) => callee.id)).toEqual(['api', 'db'])
  })
})

const loaded = (figures: string) =>
  systemOf(`${chain}
%% user@{ rate: 100/s }
%% api@{ p50: 1ms, p99: 1ms }
%% db@{ p50: 50ms, p99: 50ms, ${figures} }
%% api->db@{ attempts: 3, errorRate: 10% }`)

describe('load', () => {
  const at = (system: System, id: string) => {
    const component = system.components.find(one => one.id === id)!
    return loadOf(system).components.get(component)!
  }

  it('grows with retries and fills the places', () => {
    const { rate, outageRate, utilization, saturated, saturatedInOutage } = at(
      loaded('concurrency: 10'),
      'db',
    )
    expect(rate).toBeCloseTo(111, 9)
    expect(outageRate).toBeCloseTo(300, 9)
    expect(utilization).toBeCloseTo(0.555, 2)
    expect(saturated).toBe(false)
    expect(saturatedInOutage).toBe(true)
  })

  it('adds the wait for a free place to the latency', () => {
    const system = loaded('concurrency: 6')
    expect(at(system, 'db').utilization).toBeGreaterThan(0.9)
    const [flow] = system.flows
    const load = appliedLoad(loadOf(system))
    expect(latencyOf(flow!, { load }).p95!).toBeGreaterThan(1.5 * latencyOf(flow!).p95!)
  })

  it('piles up behind a component that hangs', () => {
    const system = systemOf(`${chain}
%% user@{ rate: 100/s }
%% api->db@{ timeout: 300ms, attempts: 2, backoff: fixed, baseDelay: 100ms }`)
    expect(at(system, 'db').stuckWhenHanging).toBeCloseTo(70, 9)
    expect(at(system, 'api').stuckWhenHanging).toBeNull()
  })

  it('knows nothing without a rate', () => {
    expect(loadOf(systemOf(chain)).components.size).toBe(0)
  })
})

describe('a whole system', () => {
  it('has figures for each flow under the load of all', () => {
    const system = loaded('concurrency: 6')
    const { flows, load } = evaluateSystem(system)
    const [flow] = system.flows
    expect(flows.size).toBe(system.flows.length)
    expect(flows.get(flow!)!.p95).toBe(latencyOf(flow!, { load: appliedLoad(load) }).p95)
    const { attribution, bands, p99 } = flows.get(flow!)!
    expect(attribution!.latency[0]!.component!.id).toBe('db')
    expect(bands.p99![0]).toBeLessThan(p99!)
    // The errors of the call are stated, the availabilities are not.
    expect(attribution!.assumedShare.unavailability).toBeCloseTo(0.858, 3)
  })
})

describe('sequence diagrams', () => {
  it('are computed in their real order', () => {
    const flow = flowOf(`sequenceDiagram
  participant U as Browser
  participant A as API service
  participant D as Postgres
  U->>A: GET /orders
  A->>D: SELECT
  D-->>A: rows
  A-->>U: 200 OK
%% A@{ p50: 5ms, p99: 45ms, availability: 99.9% }
%% D@{ p50: 20ms, p99: 200ms, availability: 99.9% }`)
    expect(latencyOf(flow).p99! / 209.33).toBeCloseTo(1, 2)
    expect(availabilityOf(flow).availability).toBeCloseTo(0.998001, 9)
  })
})

describe('parts of a sequence diagram', () => {
  const traced = (body: string): Flow =>
    flowOf(`sequenceDiagram
  participant U as Browser
  participant A as API service
  participant B as Price service
  participant D as Postgres
  U->>A: GET /orders
${body}
  A-->>U: 200 OK
%% A@{ p50: 0ms, p99: 0ms }
%% B@{ p50: 30ms, p99: 120ms }
%% D@{ p50: 20ms, p99: 200ms }`)

  it('made together take as long as the slowest', () => {
    const flow = traced(`  par
    A->>D: SELECT
    D-->>A: rows
  and
    A->>B: GET /prices
    B-->>A: prices
  end`)
    expect(latencyOf(flow).p99! / 204.845).toBeCloseTo(1, 2)
  })

  it('repeated add up as distributions', () => {
    const flow = traced(`  loop 3 times
    A->>D: SELECT
    D-->>A: rows
  end`)
    const { p50, p99 } = latencyOf(flow)
    expect(p50!).toBeGreaterThan(60)
    expect(p99!).toBeGreaterThan(200)
    expect(p99!).toBeLessThan(3 * 200)
    expect(attemptsOf(flow)[0]!.attempts).toBe(3)
  })

  it('taken by some requests count by their share', () => {
    const flow = traced(`  %% @{ share: 10% }
  opt cache miss
    A->>D: SELECT
    D-->>A: rows
  end`)
    const { p50, p99 } = latencyOf(flow)
    expect(p50!).toBeLessThan(0.001)
    // The slowest hundredth are the slowest tenth of the misses.
    expect(p99! / lognormalQuantile(fitLognormal(20, 200), 0.9)).toBeCloseTo(1, 2)
  })
})

describe('large diagrams', () => {
  it('do not walk every path: twelve layers of four', () => {
    const layers = Array.from({ length: 12 }, (_, layer) =>
      Array.from({ length: 4 }, (_, i) =>
        Array.from(
          { length: 4 },
          (_, j) =>
            `  s${layer}x${i}[Service ${layer} ${i}] --> s${layer + 1}x${j}[Service ${layer + 1} ${j}]`,
        ),
      ).flat(),
    ).flat()
    const [flow] = systemOf(
      `flowchart LR\n  user[Browser] --> s0x0\n${layers.join('\n')}\n%% s0x0@{ p50: 1ms, p99: 5ms, availability: 99.9% }`,
    ).flows
    const { attempts, p99, availability } = evaluateFlow(flow!, { attribution: false, gamma: 1.1 })
    expect(attempts).toBe(4 ** 11)
    expect(p99).toBeGreaterThan(0)
    expect(availability).toBeLessThan(1)
  })
})
