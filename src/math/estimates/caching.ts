// What a cache leaves for its origin, and what happens when an entry expires.

/** Requests a second that reach the origin: rate × (1 − hit ratio). */
export const originRate = (ratePerSecond: number, hitRatio: number): number => ratePerSecond * (1 - hitRatio)

/** Requests that miss together while one expired entry is refilled: rate × fill time (milliseconds). */
export const stampede = (ratePerSecond: number, fillMs: number): number => (ratePerSecond * fillMs) / 1000

export interface Keys {
  /** Shards before the change. */
  readonly shards: number
  readonly consistent: boolean
}

/** Share of keys that move when one shard is added: N/(N+1) by modulo, 1/(N+1) by consistent hashing. */
export const keysMoved = ({ shards, consistent }: Keys): number => (consistent ? 1 : shards) / (shards + 1)
