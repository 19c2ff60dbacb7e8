// How many calls one request becomes when layers retry each other.

/** All attempts at the bottom when it is down: the product over the layers. Attempts include the first. */
export const amplification = (attemptsPerLayer: readonly number[]): number =>
  attemptsPerLayer.reduce((product, attempts) => product * Math.max(1, attempts), 1)

/**
 * Mean attempts of one call that fails with probability `p` each time: Σ_{i<n} p^i
 * (at p = 1 all n of them; Brooker, "Fixing retries with token buckets and circuit breakers", 2022).
 */
export function expectedAttempts(p: number, attempts: number): number {
  let sum = 0
  for (let i = 0; i < attempts; i++) sum += p ** i
  return sum
}
