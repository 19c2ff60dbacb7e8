// The longest a call can take, and how many of its attempts a caller lives to see.

export interface RetriedCall {
  /** Includes the first. */
  readonly attempts: number
  /** Milliseconds one attempt may take; Infinity when nothing bounds it. */
  readonly timeout: number
  /** The longest waits between attempts, milliseconds, as many as the code really sleeps. */
  readonly waits: readonly number[]
}

/** attempts × timeout + Σ waits, milliseconds. */
export const worstCaseTime = ({ attempts, timeout, waits }: RetriedCall): number =>
  attempts * timeout + waits.reduce((sum, wait) => sum + wait, 0)

/** How many attempts end within a budget (milliseconds) when each takes its whole timeout. */
export function attemptsThatFit({ attempts, timeout, waits }: RetriedCall, budget: number): number {
  let elapsed = 0
  for (let attempt = 0; attempt < attempts; attempt++) {
    elapsed += timeout + (attempt > 0 ? (waits[attempt - 1] ?? 0) : 0)
    if (elapsed > budget) return attempt
  }
  return attempts
}

export interface NestedDeadline {
  readonly worst: number
  /** The callee works on for a caller that has gone. */
  readonly violates: boolean
  readonly fits: number
}

/** A callee's own retries under its caller's timeout (milliseconds). */
export function underDeadline(callee: RetriedCall, callerTimeout: number): NestedDeadline {
  const worst = worstCaseTime(callee)
  return { worst, violates: worst > callerTimeout, fits: attemptsThatFit(callee, callerTimeout) }
}

/** Hops of a chain of timeouts, outermost first, that are not shorter than their caller's, as indices. */
export const deadlineInversions = (timeouts: readonly number[]): number[] =>
  timeouts.flatMap((timeout, index) => (index > 0 && timeout >= timeouts[index - 1]! ? [index] : []))

/**
 * The timeout percentile for an accepted rate of false timeouts: 0.1% wants the callee's p99.9
 * (Brooker, "Timeouts, retries and backoff with jitter", AWS Builders' Library).
 */
export const timeoutPercentile = (falseTimeoutRate: number): number => 1 - falseTimeoutRate
