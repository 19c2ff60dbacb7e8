// Many at once: slow leaves, deliveries, reconnect storms.

/** P(at least one of n leaves is slower than its percentile): 1 − pⁿ (Dean and Barroso 2013). */
export const atLeastOneSlow = (leaves: number, percentile: number): number =>
  0 - Math.expm1(leaves * Math.log(percentile))

/** The leaf percentile that gives the whole its percentile: p^(1/n). */
export const leafPercentileFor = (leaves: number, percentile: number): number => percentile ** (1 / leaves)

/** Deliveries a second: every message goes to every subscriber. */
export const deliveryRate = (messagesPerSecond: number, subscribers: number): number =>
  messagesPerSecond * subscribers

/** Connections a second when all sockets reconnect within a jitter window (seconds). */
export const reconnectRate = (sockets: number, windowSeconds: number): number => sockets / windowSeconds

/** Queries of a list with a nested field: one for the list and one for each item, or two when batched. */
export const nestedQueries = (items: number, batched: boolean): number => (batched ? 2 : 1 + items)
