// Latencies that are slow together: one hidden factor behind all leaves.

import { normalQuantile } from '../normal'
import { withParts } from './attribution'
import { DEFAULT_GAMMA, evaluatorOf, type Latency, type Percentiles, readPercentiles } from './latency'
import { inChoice } from './outcome'

/** Nodes of the hidden factor; nine midpoints are within 0.7 % of Monte Carlo, Gauss–Hermite needs more. */
const NODES = 9

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
  const branches = Array.from({ length: NODES }, (_, node) => {
    const factor = normalQuantile((node + 0.5) / NODES)
    return { share: 1 / NODES, outcome: evaluate(conditioned(latency, rho, factor)) }
  })
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
          }
        : withParts(part, visit)
    known.set(part, result)
    return result
  }
  return visit(latency)
}
