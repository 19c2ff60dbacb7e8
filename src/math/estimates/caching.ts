// What a cache leaves for its origin, and what happens when an entry expires.

/** Requests that miss together while one expired entry is refilled: rate × fill time (milliseconds). */
export const stampede = (ratePerSecond: number, fillMs: number): number => (ratePerSecond * fillMs) / 1000
