// The waits between attempts: how they grow, and the least, the most and the mean of their sum.

export type Growth = 'none' | 'fixed' | 'linear' | 'exponential' | 'envoy' | 'decorrelated'

/**
 * none: exactly the wait · full: U(0, wait) · equal: wait/2 + U(0, wait/2) · decorrelated: U(base, 3 × the wait before)
 * (Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog 2015).
 */
export type Jitter = 'none' | 'full' | 'equal' | 'decorrelated'

export interface Backoff {
  readonly growth: Growth
  /** Milliseconds. */
  readonly base: number
  /** No single wait is longer, milliseconds. */
  readonly cap?: number
}

/**
 * The longest wait before each retry, milliseconds, i counted from 0: fixed b · linear b·(i+1) ·
 * exponential b·2^i · Envoy b·(2^(i+1) − 1), capped at ten times the base unless stated · decorrelated b·3^(i+1).
 */
export function waitsOf({ growth, base, cap }: Backoff, retries: number): number[] {
  const limit = cap ?? (growth === 'envoy' ? 10 * base : Infinity)
  return Array.from({ length: retries }, (_, i) => Math.min(limit, base * factorOf(growth, i)))
}

export interface WaitTotal {
  readonly min: number
  readonly mean: number
  readonly max: number
}

/** The sum of jittered waits, milliseconds. */
export function totalWait(waits: readonly number[], jitter: Jitter): WaitTotal {
  const max = waits.reduce((sum, wait) => sum + wait, 0)
  const min = jitter === 'full' ? 0 : jitter === 'equal' ? max / 2 : max
  return { min, mean: (min + max) / 2, max }
}

function factorOf(growth: Growth, i: number): number {
  switch (growth) {
    case 'none':
      return 0
    case 'fixed':
      return 1
    case 'linear':
      return i + 1
    case 'exponential':
      return 2 ** i
    case 'envoy':
      return 2 ** (i + 1) - 1
    case 'decorrelated':
      return 3 ** (i + 1)
  }
}
