// Closed forms for availability: series, parallel, k of n, common cause, fail-over. All in unavailability.

/**
 * Unavailabilities are fractions in [0, 1] (1 − availability) and computed from positive terms only,
 * so that nine nines keep their digits.
 */

/** All must be up: 1 − ∏(1 − uᵢ). */
export const series = (unavailabilities: readonly number[]): number =>
  0 - Math.expm1(unavailabilities.reduce((sum, u) => sum + Math.log1p(-clamp(u)), 0))

/** One of them suffices, failures independent: ∏ uᵢ. */
export const parallel = (unavailabilities: readonly number[]): number =>
  unavailabilities.reduce((product, u) => product * clamp(u), 1)

export interface Replicas {
  /** Copies that must be up. */
  readonly need: number
  readonly of: number
}

/**
 * Fewer than `need` of `of` equal, independent copies up: Σ_{j<k} C(n,j)(1−u)^j u^(n−j). The side of the sum
 * that lies beyond the mode is added up, from its largest term outwards: about √n terms count, whatever n is.
 */
export function kOfN(unavailability: number, { need, of }: Replicas): number {
  const u = clamp(unavailability)
  if (need <= 0 || u === 0) return need > of ? 1 : 0
  const few = need <= (of + 1) * (1 - u)
  const tail = few
    ? binomialTail({ of, from: of - need + 1, p: u })
    : binomialTail({ of, from: need, p: 1 - u })
  return Math.min(1, Math.max(0, few ? tail : 1 - tail))
}

/** P(at least `from` of `of` independent events of probability p), with `from` not below the mode. */
function binomialTail({ of, from, p }: { of: number; from: number; p: number }): number {
  const ways = logFactorial(of) - logFactorial(from) - logFactorial(of - from)
  let term = Math.exp(ways + from * Math.log(p) + (of - from) * Math.log1p(-p))
  let sum = 0
  for (let count = from; count <= of && term > sum * Number.EPSILON; count++) {
    sum += term
    term *= ((of - count) / (count + 1)) * (p / (1 - p))
  }
  return sum
}

/** ln n!: added up for small n, by Stirling's series beyond. */
function logFactorial(n: number): number {
  if (n >= 256)
    return (n + 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3)
  let sum = 0
  for (let factor = 2; factor <= n; factor++) sum += Math.log(factor)
  return sum
}

/**
 * Replicas that share a part β of their failures: 1 − (1 − βu)(1 − U_kofn((1−β)u)).
 * Beta-factor model, IEC 61508-6 Annex D.
 */
export function withCommonCause(unavailability: number, replicas: Replicas, beta: number): number {
  if (replicas.of <= 1) return kOfN(unavailability, replicas)
  const shared = clamp(beta) * clamp(unavailability)
  return series([shared, kOfN((1 - clamp(beta)) * unavailability, replicas)])
}

export interface Failover {
  /** Seconds until the standby serves: detection, promotion, routing or DNS TTL. */
  readonly failoverSeconds: number
  /** Mean seconds to repair the active one. */
  readonly repairSeconds: number
  /** Probability that a failure is noticed and the switch works, in [0, 1]. */
  readonly coverage: number
}

/** The part of an outage that no standby serves: c·t_failover/MTTR + (1−c). */
export function unservedPart({ failoverSeconds, repairSeconds, coverage }: Failover): number {
  const covered = clamp(coverage)
  return covered * Math.min(1, failoverSeconds / repairSeconds) + (1 - covered)
}

/**
 * One active, one standby: u·(c·t_failover/MTTR + (1−c)) + u².
 * First-order model with coverage (Bouricius, Carter and Schneider 1969).
 */
export function activePassive(unavailability: number, failover: Failover): number {
  const u = clamp(unavailability)
  return Math.min(1, u * unservedPart(failover) + u * u)
}

/** MTBF/(MTBF + MTTR), both in the same unit. */
export const fromMeanTimes = (betweenFailures: number, toRepair: number): number =>
  betweenFailures / (betweenFailures + toRepair)

const clamp = (u: number): number => Math.min(1, Math.max(0, u))
