// Requests at a component with a few places, one event after another: what the docs say of load, without its formulas.

import { seeded } from './reference'

export interface Queue {
  /** Requests per second, arriving independently of each other. */
  readonly rate: number
  readonly places: number
  /** Milliseconds of service, lognormal. */
  readonly p50: number
  readonly p99: number
  /** Milliseconds from arrival after which nobody waits; what can't be answered until then is not begun. */
  readonly timeout?: number
}

export interface Simulated {
  readonly meanWait: number
  /** Shares of all requests. */
  readonly answered: number
  readonly within: (ms: number) => number
  /** Of the requests that are answered. */
  readonly at: (percentile: number) => number
}

export function simulated(
  { rate, places, p50, p99, timeout = Infinity }: Queue,
  requests: number,
  seed = 7,
): Simulated {
  const random = seeded(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const width = Math.log(p99 / p50) / 2.326347874
  const free = new Float64Array(places)
  const times: number[] = []
  let now = 0
  let waited = 0
  const warmUp = requests / 10
  for (let i = 0; i < requests; i++) {
    now += (-Math.log(1 - random()) / rate) * 1000
    const service = p50 * Math.exp(width * normal())
    let soonest = 0
    for (let place = 1; place < places; place++) if (free[place]! < free[soonest]!) soonest = place
    const wait = Math.max(0, free[soonest]! - now)
    const isAnswered = wait + service <= timeout
    if (isAnswered) free[soonest] = now + wait + service
    if (i < warmUp) continue
    waited += wait
    if (isAnswered) times.push(wait + service)
  }
  const counted = requests - warmUp
  const sorted = Float64Array.from(times).sort()
  return {
    meanWait: waited / counted,
    answered: times.length / counted,
    within: ms => sorted.filter(time => time <= ms).length / counted,
    at: percentile => sorted[Math.floor(percentile * sorted.length)]!,
  }
}
