// Timeouts and retries as distributions: each attempt is a fresh draw, cut at the timeout.

import type { Jitter } from '../retries/backoff'
import { convolve } from './convolution'
import { type Repeated, withDecorrelatedWaits } from './decorrelated-waits'
import { constant, type Distribution, settle, type Term, weightedSum } from './distribution'
import { binPosition, isBy, isWithin, massBeyond, partOfBin } from './distribution-reader'
import type { Grid } from './grid'
import { uniform } from './leaves'
import { certain, later, normalized, type Outcome, shown } from './outcome'

export interface Attempts {
  /** Milliseconds one attempt may take. */
  readonly timeout?: number
  /** Includes the first; at least 1. */
  readonly attempts: number
  /** The longest wait before the second attempt, the third, …; the last repeats. Milliseconds. */
  readonly backoff: readonly number[]
  readonly jitter: Jitter
  /** The least wait, milliseconds, of decorrelated jitter. */
  readonly base?: number
  /** Probability that an attempt fails fast on its own (a transient error). */
  readonly errorRate: number
  /** When such an error shows, milliseconds after the attempt's start. */
  readonly errorMs: number
}

/** A call with its timeout, transient errors and retries around what it waits for. */
export function withAttempts(inner: Outcome, policy: Attempts): Outcome {
  const { grid } = inner.success
  const cut = policy.timeout === undefined ? inner : withTimeout(inner, policy.timeout)
  const attempt = policy.errorRate > 0 ? withErrors(cut, policy) : cut
  if (policy.attempts <= 1 || attempt.failed === 0) return attempt
  const answered = { measure: attempt.success, weight: 1 - attempt.failed }
  const again = shown(attempt)
  const repeated: Repeated = {
    grid,
    failure: attempt.failure(),
    again,
    answered: [answered],
    last: weightedSum(grid, [answered]),
  }
  const inAll = timesOf(grid, policy)
  const last = again ** policy.attempts
  // An attempt that is waited for until the end is the last.
  const stuck = attempt.stuck * rounds(again, policy.attempts)
  const failed = Math.min(1, last + stuck)
  return {
    success: normalized(inAll(repeated), 1 - failed),
    failed,
    stuck,
    failure: later(grid, () => [
      { measure: inAll({ ...repeated, again: 1, answered: [], last: attempt.failure() }) },
    ]),
  }
}

/** The time of all attempts from the time of one. */
function timesOf(grid: Grid, policy: Attempts): (repeated: Repeated) => Distribution {
  const { attempts, backoff, jitter, base } = policy
  if (jitter === 'decorrelated' && base !== undefined)
    return repeated =>
      withDecorrelatedWaits({ base, cap: backoff.at(-1) ?? base, count: attempts - 1 }, repeated)
  const waits = waitsOf(grid, policy)
  // Horner: S + F⊕B₁⊕(S + F⊕B₂⊕(…)).
  return ({ failure, again, answered, last }) =>
    waits.reduceRight((total, wait) => {
      const failedThenWaited = convolve(failure, wait)
      return weightedSum(grid, [...answered, { measure: convolve(failedThenWaited, total), weight: again }])
    }, last)
}

/** 1 + p + p² + … of so many terms. */
const rounds = (p: number, count: number): number => (p === 1 ? count : (1 - p ** count) / (1 - p))

/** Success within the timeout; what takes longer fails at the timeout. */
export function withTimeout(inner: Outcome, timeout: number): Outcome {
  const { grid } = inner.success
  const beyond = Math.min(1, massBeyond(inner.success, timeout))
  if (beyond === 0 && inner.failed === 0) return { ...inner, success: bounded(inner.success, timeout) }
  const failed = inner.failed + (1 - inner.failed) * beyond
  return {
    success: normalized(truncate(inner.success, timeout), 1 - beyond),
    failed,
    stuck: 0,
    failure: later(grid, () => {
      const late: Term = {
        measure: constant(grid, timeout),
        weight: (1 - inner.failed) * beyond + inner.stuck,
      }
      const known = shown(inner)
      if (known === 0) return [late]
      return [
        late,
        { measure: truncate(inner.failure(), timeout), weight: known },
        { measure: constant(grid, timeout), weight: known * massBeyond(inner.failure(), timeout) },
      ]
    }),
  }
}

function withErrors(inner: Outcome, { errorRate, errorMs, timeout }: Attempts): Outcome {
  const { grid } = inner.success
  const failed = errorRate + (1 - errorRate) * inner.failed
  const errorAt = Math.min(errorMs, timeout ?? Infinity)
  return {
    success: failed >= 1 ? certain(constant(grid, 0)).success : inner.success,
    failed,
    stuck: (1 - errorRate) * inner.stuck,
    failure: later(grid, () => {
      const terms: Term[] = [{ measure: constant(grid, errorAt), weight: errorRate }]
      if (shown(inner) > 0) terms.push({ measure: inner.failure(), weight: (1 - errorRate) * shown(inner) })
      return terms
    }),
  }
}

function waitsOf(grid: Grid, { attempts, backoff, jitter }: Attempts): Distribution[] {
  return Array.from({ length: attempts - 1 }, (_, gap) => {
    const wait = backoff[Math.min(gap, backoff.length - 1)] ?? 0
    if (jitter === 'full') return uniform(grid, 0, wait)
    if (jitter === 'equal') return uniform(grid, wait / 2, wait)
    return constant(grid, wait)
  })
}

const bounded = (measure: Distribution, upper: number): Distribution =>
  measure.upper <= upper ? measure : { ...measure, upper }

/** The part of a measure up to a time, masses unchanged; the bin that straddles it is cut. */
function truncate(measure: Distribution, ms: number): Distribution {
  if (isWithin(measure, ms)) return measure
  const atoms = measure.atoms.filter(({ at }) => isBy(at, ms))
  const upper = Math.min(measure.upper, ms)
  const position = binPosition(measure, ms - measure.offset)
  if (position >= measure.mass.length) return { ...measure, atoms, upper }
  if (position <= 0) return { ...measure, atoms, mass: new Float64Array(0), upper }
  const straddling = Math.floor(position)
  const inside = position - straddling
  const mass = measure.mass.slice(0, straddling + 1)
  const part = partOfBin(measure, straddling, inside)
  // The part that stays is centered left of the bin's point; two points keep its place without going negative.
  const left = straddling > 0 ? Math.min(1, Math.max(0, 0.5 - inside / 2)) : 0
  mass[straddling] = part * (1 - left)
  if (straddling > 0) mass[straddling - 1]! += part * left
  return settle({ ...measure, atoms, mass, upper })
}
