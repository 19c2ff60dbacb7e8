// Waiting for a free server: Little's law and the M/G/c queue.

/** Requests present on average: rate × time held (Little 1961). Per second and milliseconds. */
export const inFlight = (ratePerSecond: number, heldMs: number): number => (ratePerSecond * heldMs) / 1000

export interface Station {
  /** Requests per second that arrive. */
  readonly rate: number
  /** Requests served at once. */
  readonly servers: number
  /** Mean milliseconds one request is served. */
  readonly serviceMs: number
  /** Variance of that time over its squared mean: 0 for a constant, 1 (the default) for an exponential. */
  readonly variability?: number
}

export interface Waiting {
  /** Busy share of the servers; 1 and more means the queue grows without end. */
  readonly utilization: number
  /** Probability that a request waits at all (Erlang C). */
  readonly waits: number
  /** Mean wait of all requests, milliseconds; Infinity when saturated. */
  readonly mean: number
  /** Mean wait of those that wait, milliseconds; their wait is exponential. */
  readonly meanOfWaiting: number
}

/**
 * M/G/c: Poisson arrivals, one queue. As often as in M/M/c (Erlang 1917) requests wait, and as much shorter or
 * longer as the service time's own variability has it.
 */
export function waitingOf(station: Station): Waiting {
  const { rate, servers, serviceMs } = station
  const offered = inFlight(rate, serviceMs)
  const utilization = servers > 0 ? offered / servers : Infinity
  if (!(utilization < 1)) return { utilization, waits: 1, mean: Infinity, meanOfWaiting: Infinity }
  const blocked = erlangB(offered, servers)
  const waits = blocked / (1 - utilization * (1 - blocked))
  const meanOfWaiting = (waitFactor(station) * serviceMs) / (servers * (1 - utilization))
  return { utilization, waits, mean: waits * meanOfWaiting, meanOfWaiting }
}

/**
 * How much longer than in M/M/c requests wait. Near saturation it is Allen and Cunneen's (1 + c²)/2; below, more
 * for regular service on several servers: Kimura's (1986) mean of M/M/c and M/D/c, the latter as Cosmetatos has it.
 */
export function waitFactor({ rate, servers, serviceMs, variability = 1 }: Station): number {
  const utilization = Math.min(1, inFlight(rate, serviceMs) / servers)
  const several = utilization > 0 ? ((1 - utilization) * (servers - 1)) / (16 * utilization * servers) : 0
  // Where next to nobody waits the correction is beyond its range.
  const regular = Math.min(1, (1 + several * (Math.sqrt(4 + 5 * servers) - 2)) / 2)
  return (1 + variability) / (2 * variability + (1 - variability) / regular)
}

/** More servers than this are not counted one by one. */
const FEW_SERVERS = 5000

/** Probability that all servers are busy when nobody queues (Erlang B), whatever their number. */
export function erlangB(offered: number, servers: number): number {
  if (!Number.isFinite(offered)) return 1
  if (servers > FEW_SERVERS) return erlangBOfMany(offered, servers)
  // The stable recursion B(c) = aB/(c + aB).
  let blocked = 1
  for (let c = 1; c <= servers; c++) blocked = (offered * blocked) / (c + offered * blocked)
  return blocked
}

const STEPS = 2000

/** 1/B = a ∫ e^(−at) (1 + t)^c dt from 0 on (Fortet 1948), by Simpson's rule where the integrand is more than nothing. */
function erlangBOfMany(offered: number, servers: number): number {
  // Less than any number that is told from nothing.
  if (offered < servers / 2) return 0
  const peak = Math.max(0, servers / offered - 1)
  const width = 12 * (Math.sqrt(servers) / Math.max(offered, servers))
  const reach = peak > 0 ? (12 * Math.sqrt(servers)) / offered : Math.min(width, 45 / (offered - servers))
  const from = Math.max(0, peak - reach)
  const step = (peak + reach - from) / STEPS
  const exponent = (t: number): number => servers * Math.log1p(t) - offered * t
  const highest = exponent(peak)
  let sum = 0
  for (let i = 0; i <= STEPS; i++) {
    const weight = i === 0 || i === STEPS ? 1 : i % 2 === 1 ? 4 : 2
    sum += weight * Math.exp(exponent(from + i * step) - highest)
  }
  return Math.min(1, Math.exp(-highest) / ((offered * step * sum) / 3))
}
