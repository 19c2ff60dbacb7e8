// How many attempts of a call its caller lives to see.

export interface RetriedCall {
  /** Includes the first. */
  readonly attempts: number
  /** Milliseconds one attempt may take; Infinity when nothing bounds it. */
  readonly timeout: number
  /** The longest waits between attempts, milliseconds, as many as the code really sleeps. */
  readonly waits: readonly number[]
}

/** How many attempts end within a budget (milliseconds) when each takes its whole timeout. */
export function attemptsThatFit({ attempts, timeout, waits }: RetriedCall, budget: number): number {
  let elapsed = 0
  for (let attempt = 0; attempt < attempts; attempt++) {
    elapsed += timeout + (waits[attempt - 1] ?? 0)
    if (elapsed > budget) return attempt
  }
  return attempts
}
