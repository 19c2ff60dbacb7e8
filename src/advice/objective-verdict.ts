// Whether a flow keeps what is promised of it, in words.

import { fallsShort, type JudgedFigures, judgedPercentiles, type PercentileName } from '../math'
import type { StatedObjective } from '../model/system'
import { formatDuration, formatPercentage, formatShareBelow } from '../text/figures'

export type Measure = PercentileName | 'availability' | 'freshness' | 'drain'

export interface ObjectiveVerdict {
  /** "p99 ≤ 300 ms, availability ≥ 99.9%". */
  readonly text: string
  readonly met: boolean
  /** The measures that break it. */
  readonly missed: readonly Measure[]
  /** The same in words: "98.55% within 870 ms, 99% promised". */
  readonly shortfalls: readonly string[]
}

export function verdictOn(objective: StatedObjective, figures: JudgedFigures): ObjectiveVerdict {
  const measures = [
    ...latencyMeasures(objective, figures),
    ...availabilityMeasure(objective, figures),
    ...freshnessMeasure(objective, figures),
    ...drainMeasure(objective, figures),
  ]
  const missed = measures.filter(({ shortfall }) => shortfall !== undefined)
  return {
    text: measures.map(({ text }) => text).join(', '),
    met: missed.length === 0,
    missed: missed.map(({ key }) => key),
    shortfalls: missed.flatMap(({ shortfall }) => shortfall ?? []),
  }
}

interface JudgedMeasure {
  readonly key: Measure
  readonly text: string
  /** Undefined where it is kept. */
  readonly shortfall: string | undefined
}

const latencyMeasures = (objective: StatedObjective, { within }: JudgedFigures): readonly JudgedMeasure[] =>
  judgedPercentiles(objective, within).map(({ percentile, allowed, promised, within: share, kept }) => ({
    key: percentile,
    text: `${percentile} ≤ ${formatDuration(allowed)}`,
    shortfall: kept
      ? undefined
      : `${formatShareBelow(share, promised)} within ${formatDuration(allowed)}, ${formatPercentage(promised)} promised`,
  }))

function availabilityMeasure(
  { availability: promised }: StatedObjective,
  { availability, unavailability }: JudgedFigures,
): readonly JudgedMeasure[] {
  if (promised === undefined) return []
  const missed = fallsShort(unavailability, promised)
  return [
    {
      key: 'availability',
      text: `availability ≥ ${formatPercentage(promised)}`,
      shortfall: missed
        ? `${formatShareBelow(availability, promised)} available, ${formatPercentage(promised)} promised`
        : undefined,
    },
  ]
}

/** The share of messages that have to be done with in time, and of runs. */
export const freshInTime = 0.99

function freshnessMeasure(
  { freshness }: StatedObjective,
  { within, interval = 0 }: JudgedFigures,
): readonly JudgedMeasure[] {
  if (freshness === undefined) return []
  const share = within(freshness - interval)
  const runs = interval > 0 ? `, with a run each ${formatDuration(interval)}` : ''
  return [
    {
      key: 'freshness',
      text: `freshness ≤ ${formatDuration(freshness)}`,
      shortfall:
        share >= freshInTime
          ? undefined
          : `${formatShareBelow(share, freshInTime)} done within ${formatDuration(freshness)}${runs}, ${formatPercentage(freshInTime)} promised`,
    },
  ]
}

/** Judged where the rate of messages and the capacity for them are known. */
function drainMeasure({ drain }: StatedObjective, { backlog }: JudgedFigures): readonly JudgedMeasure[] {
  if (drain === undefined || !backlog) return []
  const text = `drain ≤ ${formatDuration(drain)}`
  if (backlog.drain === null) return [{ key: 'drain', text, shortfall: 'what piles up is never worked off' }]
  const missed = backlog.drain > drain * (1 + 1e-9)
  return [
    {
      key: 'drain',
      text,
      shortfall: missed
        ? `${formatDuration(backlog.drain)} to work off an outage of ${formatDuration(backlog.outage)}, ${formatDuration(drain)} promised`
        : undefined,
    },
  ]
}
