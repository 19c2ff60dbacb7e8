// Lognormal latencies: fitted from two or three percentiles, read back as percentiles and mean.

import { normalQuantile } from '../normal'

/** `shift + exp(mu + sigma · Z)` milliseconds. */
export interface Lognormal {
  readonly mu: number
  readonly sigma: number
  readonly shift: number
  /** The sigma beyond the 95th percentile, where three percentiles ask for another one than below. */
  readonly upperSigma?: number
}

/** Standard deviations of ln(t − shift) at which a time stands; ±Infinity beyond where the tail is a single time. */
export function deviationOf({ mu, sigma, shift, upperSigma = sigma }: Lognormal, ms: number): number {
  const distance = Math.log(ms - shift) - mu
  const bend = Z95 * sigma
  if (distance <= bend || upperSigma === sigma) return over(distance, sigma)
  return Z95 + over(distance - bend, upperSigma)
}

const over = (distance: number, sigma: number): number =>
  sigma > 0 ? distance / sigma : distance < 0 ? -Infinity : Infinity

/** ln(t − shift) − mu at so many standard deviations. */
const distanceAt = ({ sigma, upperSigma = sigma }: Lognormal, z: number): number =>
  sigma * Math.min(z, Z95) + upperSigma * Math.max(0, z - Z95)

export const Z95 = 1.6448536269514722
export const Z99 = 2.3263478740408408

/**
 * The lognormal through p50 and p99 (milliseconds): σ = ln(p99/p50)/2.3263, μ = ln p50.
 * Percentiles out of order are put in order; a p50 of 0 becomes a nanosecond.
 */
export function fitLognormal(p50: number, p99: number): Lognormal {
  const median = Math.max(p50, 1e-6)
  return { mu: Math.log(median), sigma: Math.log(Math.max(p99 / median, 1)) / Z99, shift: 0 }
}

/**
 * The shifted lognormal through three percentiles: the shift θ solves
 * ln((p99−θ)/(p50−θ)) / ln((p95−θ)/(p50−θ)) = z99/z95, by bisection over (−1000·p50, p50).
 * Percentiles in order that no shifted lognormal fits get a sigma below p95 and another beyond it.
 */
export function fitShiftedLognormal(p50: number, p95: number, p99: number): Lognormal {
  if (!(p50 > 0 && p95 >= p50 && p99 >= p95)) return fitLognormal(p50, p99)
  if (p95 === p50 || p99 === p95) return bent(p50, p95, p99)
  const excess = (theta: number): number =>
    Math.log((p99 - theta) / (p50 - theta)) / Math.log((p95 - theta) / (p50 - theta)) - Z99 / Z95
  // The ratio falls as θ rises towards p50; a negative shift far below stands for "almost normal".
  let low = -1000 * p50
  let high = p50 * (1 - 1e-9)
  if (excess(low) < 0 || excess(high) > 0) return bent(p50, p95, p99)
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2
    if (excess(middle) > 0) low = middle
    else high = middle
  }
  const { mu, sigma } = fitLognormal(p50 - low, p99 - low)
  return { mu, sigma, shift: low }
}

const bent = (p50: number, p95: number, p99: number): Lognormal => ({
  mu: Math.log(p50),
  sigma: Math.log(p95 / p50) / Z95,
  upperSigma: Math.log(p99 / p95) / (Z99 - Z95),
  shift: 0,
})

export const lognormalQuantile = (leaf: Lognormal, p: number): number =>
  leaf.shift + Math.exp(leaf.mu + distanceAt(leaf, normalQuantile(p)))

export const lognormalMean = ({ mu, sigma, shift }: Lognormal): number =>
  shift + Math.exp(mu + (sigma * sigma) / 2)

/**
 * One lognormal for the sum of independent narrow ones, with the sum's mean and variance
 * (Fenton 1960, Wilkinson). Good to 0.1% while every σ ≤ 0.3; shifts add.
 */
export function mergeNarrow(parts: readonly Lognormal[]): Lognormal {
  let mean = 0
  let variance = 0
  let shift = 0
  for (const part of parts) {
    const own = Math.exp(part.mu + (part.sigma * part.sigma) / 2)
    mean += own
    variance += own * own * Math.expm1(part.sigma * part.sigma)
    shift += part.shift
  }
  const squared = Math.log1p(variance / (mean * mean))
  return { mu: Math.log(mean) - squared / 2, sigma: Math.sqrt(squared), shift }
}
