// Load: below capacity as a simulation has it, beyond capacity without a cliff.

import { describe, expect, it } from 'vitest'
import { evaluateSystem, loadOf } from '../../src/math'
import { analyze, defaultConfiguration } from '../../src/service'
import { flowIn } from './door'
import { type Queue, simulated } from './queue-simulation'

const design = ({ rate, places, p50, p99, timeout }: Queue, more = '') => `flowchart LR
  web[Web app] --> api[Order API]
  %% web@{ rate: ${rate}/s }
  %% api@{ p50: ${p50}ms, p99: ${p99}ms, concurrency: ${places} }
  ${timeout === undefined ? '' : `%% web->api@{ timeout: ${timeout}ms }`}
  ${more}
  %% arrowsmith: { assume: nothing }
`

const loadIn = (diagram: string) => {
  const { diagrams } = analyze(diagram, { language: 'mermaid', configuration: defaultConfiguration })
  const system = diagrams[0]!.system
  return [...loadOf(system, { assume: 'nothing' }).components.values()].find(
    ({ component }) => component.id === 'api',
  )!
}

/** Requests a second that so many places serve. */
const capacity = ({ places, p50, p99 }: Omit<Queue, 'rate'>): number =>
  (places * 1000) / (p50 * Math.exp((Math.log(p99 / p50) / 2.326347874) ** 2 / 2))

const stations = [
  { places: 1, p50: 10, p99: 20 },
  { places: 4, p50: 20, p99: 120 },
  { places: 16, p50: 50, p99: 100 },
]

describe('below capacity', () => {
  const cases = stations.flatMap(station =>
    [0.5, 0.7, 0.85, 0.95].map(utilization => ({ ...station, utilization })),
  )
  it.each(cases)(
    '$places places, p50 $p50, p99 $p99, used to $utilization',
    ({ utilization, ...station }) => {
      const queue = { ...station, rate: Number((utilization * capacity(station)).toFixed(2)) }
      const { meanWait, at } = simulated(queue, utilization > 0.9 ? 600_000 : 100_000)
      const flow = flowIn(design(queue))
      const { waits = 0, meanWaitMs = 0 } = loadIn(design(queue))
      // Waits of a hundredth of the service time are no figure that is shown.
      expect(Math.abs(waits * meanWaitMs - meanWait)).toBeLessThanOrEqual(0.1 * meanWait + 0.01 * station.p50)
      expect(Math.abs(flow.p99! / at(0.99) - 1)).toBeLessThanOrEqual(0.2)
    },
  )
})

describe('beyond capacity', () => {
  const cases = [0.95, 1, 1.03, 1.5, 4].flatMap(utilization =>
    [300, 2000].map(timeout => ({ utilization, timeout, places: 10, p50: 50, p99: 100 })),
  )
  it.each(cases)('$utilization of it with a timeout of $timeout ms', ({ utilization, ...station }) => {
    const queue = { ...station, rate: Number((utilization * capacity(station)).toFixed(2)) }
    const flow = flowIn(design(queue))
    expect(1 - flow.failed).toBeLessThanOrEqual(Math.min(1, 1 / utilization) * 1.001)
    expect(1 - flow.availability).toBeCloseTo(flow.failed, 6)
    // Far beyond, a server that leaves out what comes too late anyway serves short requests rather than long ones.
    const { answered, at } = simulated(queue, 300_000)
    const expected = utilization > 1.1 ? 1 / utilization : answered
    expect(Math.abs(1 - flow.failed - expected)).toBeLessThanOrEqual(0.02 * expected)
    expect(Math.abs(flow.p99! / at(0.99) - 1)).toBeLessThanOrEqual(0.2)
  })

  it('grows without limit where nothing ends the wait', () => {
    const flow = flowIn(design({ rate: 1600, places: 42, p50: 50, p99: 100 }))
    expect(flow).toMatchObject({ p50: null, p99: null, overloaded: ['api'] })
    expect(1 - flow.availability).toBeCloseTo(1 - capacity({ places: 42, p50: 50, p99: 100 }) / 1600, 6)
    expect(flow.failed).toBeCloseTo(1 - flow.availability, 9)
  })

  it('refuses at once what a rate limit does not admit', () => {
    const limited = (rate: number) =>
      flowIn(design({ rate, places: 42, p50: 50, p99: 100 }, '%% api@{ rateLimit: 700/s }'))
    expect(limited(1400)).toMatchObject({ p99: expect.closeTo(limited(700).p99!, 6) })
    expect(limited(1400).failed).toBeCloseTo(0.5, 9)
    expect(limited(1400).availability).toBeCloseTo(0.5, 9)
  })

  it('is worse with retries', () => {
    const queue = { rate: 900, places: 42, p50: 50, p99: 100, timeout: 1000 }
    const once = loadIn(design(queue))
    const often = loadIn(design(queue, '%% web->api@{ attempts: 4 }'))
    expect(often.rate).toBeGreaterThan(1.3 * once.rate)
    expect(often.lost).toBeGreaterThan(once.lost)
  })
})

describe('a rate stated inside', () => {
  it('comes on top of what arrives through the entry', () => {
    const queue = { rate: 100, places: 42, p50: 50, p99: 100 }
    expect(loadIn(design(queue, '%% api@{ rate: 250/s }')).rate).toBeCloseTo(350, 9)
  })
})

describe('the share that is answered in time', () => {
  const times = [20, 60, 100, 200, 290, 500, 1000, 1900, 3000]
  const within = (queue: Queue) => {
    const { diagrams } = analyze(design(queue), {
      language: 'mermaid',
      configuration: defaultConfiguration,
    })
    const [figures] = evaluateSystem(diagrams[0]!.system, { attribution: false }).flows.values()
    return times.map(figures!.within)
  }

  const neverRises = (queues: readonly Queue[]) => {
    let before = times.map(() => 1)
    for (const queue of queues) {
      const now = within(queue)
      for (const [i, share] of now.entries())
        expect(share, `${times[i]} ms of ${JSON.stringify(queue)}`).toBeLessThanOrEqual(before[i]! + 1e-4)
      before = now
    }
  }
  const station = { places: 42, p50: 50, p99: 100 }

  it.each([undefined, 300, 2000])('never rises with the rate, timeout %s', timeout => {
    const rates = [200, 600, 700, 760, 790, 799, 800, 801, 803, 804, 806, 810, 850, 1000, 1600, 20_000]
    neverRises(rates.map(rate => ({ ...station, rate, ...(timeout && { timeout }) })))
  })

  it.each([300, 2000])('never rises with the latency, timeout %s', timeout => {
    const factors = [0.5, 0.9, 0.98, 1, 1.004, 1.01, 1.02, 1.1, 1.5, 3, 10]
    neverRises(
      factors.map(factor => ({ ...station, p50: 50 * factor, p99: 100 * factor, rate: 800, timeout })),
    )
  })

  it.each([300, 2000])('never rises when places are taken away, timeout %s', timeout => {
    const places = [80, 60, 50, 45, 43, 42, 41, 40, 30, 20, 10, 2, 1]
    neverRises(places.map(places => ({ ...station, places, rate: 800, timeout })))
  })
})
