// Stated percentiles into a distribution.

import { defaultFigures, defaults } from '../../../knowledge'
import type { Component, Figure } from '../../../model/system'
import {
  deviationOf,
  fitLognormal,
  fitShiftedLognormal,
  type Lognormal,
  Z95,
  Z99,
} from '../../latency/lognormal'
import { normalTail } from '../../normal'

export interface DurationFigures {
  readonly p50?: Figure<number>
  readonly p95?: Figure<number>
  readonly p99?: Figure<number>
  readonly latency?: Figure<number>
}

export interface Duration {
  readonly lognormal: Lognormal
  /** Only one percentile was there: the others follow from the usual ratio. */
  readonly extended: boolean
}

/** p99/p50 when only one percentile is known. */
export const USUAL_TAIL = defaults.tailRatio.value

/**
 * Three percentiles give a shifted lognormal, two a lognormal, one a lognormal with `tail` = p99/p50.
 * `latency` is read as the median where no percentile is stated. Milliseconds; undefined without figures.
 */
export function durationOf(figures: DurationFigures, tail: number = USUAL_TAIL): Duration | undefined {
  const p95 = figures.p95?.value
  const p99 = figures.p99?.value
  const p50 =
    figures.p50?.value ?? (p95 === undefined && p99 === undefined ? figures.latency?.value : undefined)
  const sigma = Math.log(Math.max(1, tail)) / Z99
  if (p50 !== undefined && p95 !== undefined && p99 !== undefined)
    return { lognormal: fitShiftedLognormal(p50, p95, p99), extended: false }
  if (p50 !== undefined && p99 !== undefined) return { lognormal: fitLognormal(p50, p99), extended: false }
  if (p50 !== undefined && p95 !== undefined)
    return { lognormal: through(p50, Math.log(Math.max(1, p95 / positive(p50))) / Z95, 0), extended: false }
  if (p95 !== undefined && p99 !== undefined)
    return {
      lognormal: through(p95, Math.log(Math.max(1, p99 / positive(p95))) / (Z99 - Z95), Z95),
      extended: false,
    }
  if (p50 !== undefined) return { lognormal: through(p50, sigma, 0), extended: true }
  if (p99 !== undefined) return { lognormal: through(p99, sigma, Z99), extended: true }
  if (p95 !== undefined) return { lognormal: through(p95, sigma, Z95), extended: true }
  return undefined
}

/** The share of answers that take longer than `ms` milliseconds, 0 to 1; undefined without figures. */
export function shareBeyond(figures: DurationFigures, ms: number): number | undefined {
  const lognormal = durationOf(figures)?.lognormal
  if (!lognormal) return undefined
  return ms <= lognormal.shift ? 1 : normalTail(deviationOf(lognormal, ms))
}

/** The 99th percentile in milliseconds, stated or as the other figures have it; undefined without figures. */
export function slowestOf(
  figures: DurationFigures,
  tail: () => number = () => USUAL_TAIL,
): number | undefined {
  if (figures.p99) return figures.p99.value
  if (!(figures.p50 ?? figures.p95 ?? figures.latency)) return undefined
  const { mu = 0, sigma = 0, shift = 0 } = durationOf(figures, tail())?.lognormal ?? {}
  return shift + Math.exp(mu + Z99 * sigma)
}

/**
 * p99/p50 of the component where both are stated, else of what it is by the catalogue, for a single stated percentile. A job of minutes is work, not
 * waiting: beyond 10 s its slow runs are taken for at most twice as long as its usual ones.
 */
export function usualTail({ technology, kind, figures }: Component): number {
  if (figures.p50?.stated && figures.p99?.stated && figures.p50.value > 0)
    return figures.p99.value / figures.p50.value
  const usual = defaultFigures(technology, kind?.value, figures.managed?.value)
  const ratio =
    usual?.p50 && usual.p99 && usual.p50.value > 0 ? usual.p99.value / usual.p50.value : USUAL_TAIL
  const typical = (figures.p50 ?? figures.latency)?.value ?? 0
  return Math.min(ratio, Math.max(tailOfWork, longestWait / typical))
}

/** p99/p50 of long work, and the milliseconds up to which a slow answer may be waiting. */
const tailOfWork = 2
const longestWait = 10_000

/** The lognormal of width σ whose quantile at z standard deviations is known. */
const through = (value: number, sigma: number, z: number): Lognormal => ({
  mu: Math.log(positive(value)) - sigma * z,
  sigma,
  shift: 0,
})

const positive = (ms: number): number => Math.max(ms, 1e-6)
