// Losing a part: time until the rest takes over, load on it, data lost.

export interface FailoverSteps {
  /** Seconds between health checks, and how many must fail. */
  readonly checkInterval: number
  readonly failures: number
  /** Seconds that resolvers keep the old address, or that routing needs. */
  readonly ttl: number
  readonly propagation: number
}

/** Seconds until clients reach the standby: interval × failures + TTL + propagation. */
export const failoverSeconds = ({ checkInterval, failures, ttl, propagation }: FailoverSteps): number =>
  checkInterval * failures + ttl + propagation

/** Load on each survivor relative to before, when one of n equal parts is lost: n/(n − 1). */
export const survivorLoad = (parts: number): number => parts / (parts - 1)

/** Share of customers that one of n cells takes down. */
export const blastRadius = (cells: number): number => 1 / cells

/** Writes lost when the primary dies: replication lag (milliseconds) × write rate. */
export const lostWrites = (lagMs: number, writesPerSecond: number): number => (lagMs * writesPerSecond) / 1000
