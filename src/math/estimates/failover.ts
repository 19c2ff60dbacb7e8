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
