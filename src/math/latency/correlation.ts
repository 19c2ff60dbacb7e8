// Latencies that are slow together: one hidden factor behind all leaves.

import { withParts } from './attribution'
import { DEFAULT_GAMMA, evaluatorOf, type Latency, type Percentiles, readPercentiles } from './latency'
import { inChoice } from './outcome'

/**
 * Values of the hidden factor, 0.8 standard deviations apart: the trapezoid rule, within 0.7% of Monte
 * Carlo. Gauss–Hermite needs more nodes, equal shares miss the tail.
 */
const FACTORS = [-3.2, -2.4, -1.6, -0.8, 0, 0.8, 1.6, 2.4, 3.2]

/**
 * Percentiles when every leaf's z is √ρ·Z₀ + √(1−ρ)·zᵢ with one Z₀ per request (ρ in [0, 1]): evaluated for
 * nine values of Z₀ and mixed.
 */
export function correlatedPercentiles(
  latency: Latency,
  rho: number,
  gamma: number = DEFAULT_GAMMA,
): Percentiles {
  const { grid, evaluate } = evaluatorOf(gamma)
  const weights = FACTORS.map(factor => Math.exp((-factor * factor) / 2))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const branches = FACTORS.map((factor, index) => ({
    share: weights[index]! / sum,
    outcome: evaluate(conditioned(latency, rho, factor)),
  }))
  return readPercentiles(inChoice(grid, branches))
}

function conditioned(latency: Latency, rho: number, factor: number): Latency {
  const known = new Map<Latency, Latency>()
  const visit = (part: Latency): Latency => {
    const done = known.get(part)
    if (done) return done
    const result: Latency =
      part.op === 'lognormal'
        ? {
            ...part,
            mu: part.mu + part.sigma * Math.sqrt(rho) * factor,
            sigma: part.sigma * Math.sqrt(1 - rho),
            ...(part.upperSigma !== undefined && { upperSigma: part.upperSigma * Math.sqrt(1 - rho) }),
          }
        : withParts(part, visit)
    known.set(part, result)
    return result
  }
  return visit(latency)
}
