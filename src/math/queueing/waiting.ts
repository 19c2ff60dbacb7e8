// Waiting for a free server: Little's law and the M/M/c queue.

/** Requests present on average: rate × time held (Little 1961). Per second and milliseconds. */
export const inFlight = (ratePerSecond: number, heldMs: number): number => (ratePerSecond * heldMs) / 1000

/** The most requests a second that a pool of so many places serves when each is held so long (milliseconds). */
export const poolLimit = (size: number, heldMs: number): number => (size * 1000) / heldMs

/**
 * Seconds until a pool is full of calls that hang, when the rate goes on: size / rate. Infinity when calls
 * give up (after `timeoutMs`) before the pool fills.
 */
export const exhaustionSeconds = (size: number, ratePerSecond: number, timeoutMs: number): number =>
  inFlight(ratePerSecond, timeoutMs) < size ? Infinity : size / ratePerSecond

export interface Station {
  /** Requests per second that arrive. */
  readonly rate: number
  /** Requests served at once. */
  readonly servers: number
  /** Mean milliseconds one request is served. */
  readonly serviceMs: number
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

/** M/M/c: Poisson arrivals, exponential service, one queue (Erlang 1917). */
export function waitingOf({ rate, servers, serviceMs }: Station): Waiting {
  const offered = inFlight(rate, serviceMs)
  const utilization = servers > 0 ? offered / servers : Infinity
  if (!(utilization < 1)) return { utilization, waits: 1, mean: Infinity, meanOfWaiting: Infinity }
  const blocked = erlangB(offered, servers)
  const waits = blocked / (1 - utilization * (1 - blocked))
  const meanOfWaiting = serviceMs / (servers * (1 - utilization))
  return { utilization, waits, mean: waits * meanOfWaiting, meanOfWaiting }
}

/** Probability that all servers are busy when nobody queues, by the stable recursion B(c) = aB/(c + aB). */
function erlangB(offered: number, servers: number): number {
  let blocked = 1
  for (let c = 1; c <= servers; c++) blocked = (offered * blocked) / (c + offered * blocked)
  return blocked
}
