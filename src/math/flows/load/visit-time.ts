// How long one attempt of a visit takes its callee, and what its attempts come to.

import type { Visit } from '../../../model/system'
import type { WorkMeter } from '../../latency/evaluation-work'
import { type Latency, type Percentiles, percentilesOf } from '../../latency/latency'
import { expectedAttempts } from '../../retries/amplification'
import { unrecorded } from '../assumptions'
import { type CallPolicy, DRAWN_ATTEMPTS, HEDGED_SHARE } from '../attempts/call-policy'
import { durationOf } from '../latency/duration'
import { lagOf } from '../latency/lag'
import type { LatencyReader } from '../latency/latency-plan'
import { networkTime } from '../latency/network-time'

/** How long one attempt holds its callee, without the way there and what it is behind by. */
export interface VisitTime {
  readonly heldMs: number
  readonly heldSquared: number
  readonly slowest: number
  readonly networkMs: number
  /** Of what is served. */
  readonly within: (ms: number) => number
  /** P(an attempt is answered in so many milliseconds), the way there included. */
  readonly answeredIn: (ms: number) => number
}

export interface TimeReader {
  readonly latency: LatencyReader
  readonly gamma: number
  readonly affords: WorkMeter
  /** What is known already. */
  readonly visited: Map<Visit, VisitTime>
}

const noTime: Latency = { op: 'constant', ms: 0 }

export function timeOf(visit: Visit, { latency, gamma, affords, visited }: TimeReader): VisitTime {
  const known = visited.get(visit)
  if (known) return known
  const attempt = latency.attempt(visit)
  // Where that is too much work, so are the flows that wait for it.
  const percentiles = percentilesOf(affords(attempt) ? attempt : noTime, gamma)
  const { call } = visit
  const onNetwork = call && !durationOf(call.connection.figures) ? networkTime(call, unrecorded) : 0
  const time = timeIn(percentiles, onNetwork + (lagOf(visit)?.value ?? 0))
  visited.set(visit, time)
  return time
}

const alike = new WeakMap<Percentiles, Map<number, VisitTime>>()

/** One for all visits that take the same time, so that those who add them up see that. */
function timeIn(percentiles: Percentiles, networkMs: number): VisitTime {
  const known = alike.get(percentiles) ?? new Map<number, VisitTime>()
  alike.set(percentiles, known)
  const before = known.get(networkMs)
  if (before) return before
  const { at, mean, variability, failed, within } = percentiles
  // Where no request succeeds, nothing tells how long one takes.
  const isAnswered = failed < 1
  const heldMs = isAnswered ? Math.max(0, mean - networkMs) : 0
  const time = {
    heldMs,
    heldSquared: isAnswered ? variability * mean ** 2 + heldMs ** 2 : 0,
    slowest: isAnswered ? at(0.999) : 0,
    networkMs,
    within: (ms: number) => (isAnswered ? within(ms + networkMs) / (1 - failed) : 1),
    answeredIn: within,
  }
  known.set(networkMs, time)
  return time
}

/** Of one call while everything is up. */
export interface Attempted {
  /** Requests that it becomes: attempts that follow errors and late answers, and copies of what is hedged. */
  readonly made: number
  /** P(all of them fail). */
  readonly failing: number
}

export const untried: Attempted = { made: 1, failing: 0 }

export function attemptsMade(policy: CallPolicy, { answeredIn }: VisitTime, failing: number): Attempted {
  const { copies, hedgeAfter, timeout = Infinity } = policy
  const hedged = copies > 1
  // What the hedge makes good is in its times.
  const errors = hedged ? 0 : policy.errorRate
  const answered = (1 - errors) * (1 - failing) * answeredIn(timeout)
  const tried = Math.min(policy.attempts, DRAWN_ATTEMPTS)
  const late = hedgeAfter === undefined ? HEDGED_SHARE : 1 - answeredIn(hedgeAfter)
  const copied = hedged ? late : 0
  return { made: expectedAttempts(1 - answered, tried) * (1 + copied), failing: (1 - answered) ** tried }
}
