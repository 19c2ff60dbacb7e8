// How caches, retries and fallbacks change what a request depends on, as closed forms.

/** Unavailabilities, rates and hit ratios are fractions. */
export interface CachedStore {
  readonly cache: number
  readonly store: number
  readonly hitRatio: number
}

/** A hit needs the cache only, a miss or a cache that is down falls through to the store: u_db·(1 − a_c·h). */
export const failOpenCache = ({ cache, store, hitRatio }: CachedStore): number =>
  store * (1 - (1 - cache) * hitRatio)

/** Every request needs the cache, misses need the store too: 1 − a_c·(h + (1 − h)·a_db). */
export const requiredCache = ({ cache, store, hitRatio }: CachedStore): number =>
  cache + (1 - cache) * (1 - hitRatio) * store

/**
 * Failure after retries: u + (1 − u)·p^attempts. Retries repair only the transient part p; whatever is down
 * stays down for all attempts. `attempts` includes the first.
 */
export const afterRetries = (unavailability: number, transient: number, attempts: number): number =>
  unavailability + (1 - unavailability) * transient ** Math.max(1, attempts)
