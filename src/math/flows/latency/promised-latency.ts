// Whether a flow keeps the percentiles that its objective promises: the one place where that is judged.

import type { StatedObjective } from '../../../model/system'

export type PercentileName = 'p50' | 'p95' | 'p99' | 'p999'

/** The share of requests that each percentile names. */
export const percentileShares = { p50: 0.5, p95: 0.95, p99: 0.99, p999: 0.999 } as const

export const percentileNames = ['p50', 'p95', 'p99', 'p999'] as const

export interface JudgedPercentile {
  readonly percentile: PercentileName
  /** Milliseconds that the objective allows. */
  readonly allowed: number
  /** The share of all requests that are to be answered in that time, and the share that is. */
  readonly promised: number
  readonly within: number
  readonly kept: boolean
}

/** Shares, and parts of times, that differ by less are told apart by rounding only. */
const TOLERANCE = 1e-6
const ROUNDING = 1e-9

/**
 * Requests that fail are late: `p99: 300ms` promises that 99% of all requests are answered within 300 ms.
 * `within` is P(a request is answered in so many milliseconds).
 */
export const judgedPercentiles = (
  objective: StatedObjective,
  within: (ms: number) => number,
): readonly JudgedPercentile[] =>
  percentileNames.flatMap(percentile => {
    const allowed = objective[percentile]
    if (allowed === undefined) return []
    const promised = percentileShares[percentile]
    const share = within(allowed * (1 + ROUNDING))
    return [{ percentile, allowed, promised, within: share, kept: share >= promised - TOLERANCE }]
  })
