// Many at once: slow leaves, deliveries, reconnect storms.

/** P(at least one of n leaves is slower than its percentile): 1 − pⁿ (Dean and Barroso 2013). */
export const atLeastOneSlow = (leaves: number, percentile: number): number =>
  0 - Math.expm1(leaves * Math.log(percentile))

/** The leaf percentile that gives the whole its percentile: p^(1/n). */
export const leafPercentileFor = (leaves: number, percentile: number): number => percentile ** (1 / leaves)
