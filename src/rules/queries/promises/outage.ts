// How long something may be down at most, by what is promised of it.

import { writeDuration, writeShare } from '../../../model/annotations'
import type { StatedObjective } from '../../../model/system'

export interface AllowedOutage {
  /** Milliseconds a year, or at once. */
  readonly ms: number
  readonly promise: string
}

const minute = 60_000
const year = 365.25 * 24 * 60 * minute

/** Of an outage at once, or of all of a year; undefined where nothing of the kind is promised. */
export function allowedOutage({
  availability,
  rto,
}: Pick<StatedObjective, 'availability' | 'rto'>): AllowedOutage | undefined {
  if (rto !== undefined) return { ms: rto, promise: `an outage of at most ${writeDuration(rto)}` }
  if (availability === undefined) return undefined
  const ms = (1 - availability) * year
  return {
    ms,
    promise: `${writeShare(availability)}, ${writeDuration(Math.round(ms / minute) * minute)} of outage a year`,
  }
}
