// Whether a flow keeps what is promised of it, in words.

import { fallsShort, type JudgedFigures, judgedPercentiles, type PercentileName } from '../math'
import type { StatedObjective } from '../model/system'
import { formatDuration, formatPercentage, formatShareBelow } from '../text/figures'
import { type Translate, untranslated } from '../text/translation'

export type Measure = PercentileName | 'availability' | 'freshness' | 'drain'

export interface ObjectiveVerdict {
  /** "p99 ≤ 300 ms, availability ≥ 99.9%". */
  readonly text: string
  readonly met: boolean
  /** What is promised, one by one: "p99 ≤ 300 ms". */
  readonly parts: readonly PromisedMeasure[]
  /** The measures that break it. */
  readonly missed: readonly Measure[]
  /** The same in words: "98.55% within 870 ms, 99% promised". */
  readonly shortfalls: readonly string[]
}

export interface PromisedMeasure {
  readonly measure: Measure
  readonly text: string
  readonly met: boolean
}

/** `translate`: of the shortfalls; the objective itself is in the words of annotations. */
export function verdictOn(
  objective: StatedObjective,
  figures: JudgedFigures,
  translate: Translate = untranslated,
): ObjectiveVerdict {
  const measures = [
    ...latencyMeasures(objective, figures, translate),
    ...availabilityMeasure(objective, figures, translate),
    ...freshnessMeasure(objective, figures, translate),
    ...drainMeasure(objective, figures, translate),
  ]
  const missed = measures.filter(({ shortfall }) => shortfall !== undefined)
  return {
    text: measures.map(({ text }) => text).join(', '),
    met: missed.length === 0,
    parts: measures.map(({ key, text, shortfall }) => ({ measure: key, text, met: shortfall === undefined })),
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

const latencyMeasures = (
  objective: StatedObjective,
  { within }: JudgedFigures,
  translate: Translate,
): readonly JudgedMeasure[] =>
  judgedPercentiles(objective, within).map(({ percentile, allowed, promised, within: share, kept }) => ({
    key: percentile,
    text: `${percentile} ≤ ${formatDuration(allowed)}`,
    shortfall: kept
      ? undefined
      : translate(
          '{0} within {1}, {2} promised',
          formatShareBelow(share, promised),
          formatDuration(allowed),
          formatPercentage(promised),
        ),
  }))

function availabilityMeasure(
  { availability: promised }: StatedObjective,
  { availability, unavailability }: JudgedFigures,
  translate: Translate,
): readonly JudgedMeasure[] {
  if (promised === undefined) return []
  const missed = fallsShort(unavailability, promised)
  return [
    {
      key: 'availability',
      text: `availability ≥ ${formatPercentage(promised)}`,
      shortfall: missed
        ? translate(
            '{0} available, {1} promised',
            formatShareBelow(availability, promised),
            formatPercentage(promised),
          )
        : undefined,
    },
  ]
}

/** The share of messages that have to be done with in time, and of runs. */
export const freshInTime = 0.99

function freshnessMeasure(
  { freshness }: StatedObjective,
  { within, interval = 0 }: JudgedFigures,
  translate: Translate,
): readonly JudgedMeasure[] {
  if (freshness === undefined) return []
  const share = within(freshness - interval)
  const done = formatShareBelow(share, freshInTime)
  const [allowed, promised] = [formatDuration(freshness), formatPercentage(freshInTime)]
  return [
    {
      key: 'freshness',
      text: `freshness ≤ ${allowed}`,
      shortfall:
        share >= freshInTime
          ? undefined
          : interval > 0
            ? translate(
                '{0} done within {1}, with a run each {2}, {3} promised',
                done,
                allowed,
                formatDuration(interval),
                promised,
              )
            : translate('{0} done within {1}, {2} promised', done, allowed, promised),
    },
  ]
}

/** Judged where the rate of messages and the capacity for them are known. */
function drainMeasure(
  { drain }: StatedObjective,
  { backlog }: JudgedFigures,
  translate: Translate,
): readonly JudgedMeasure[] {
  if (drain === undefined || !backlog) return []
  const text = `drain ≤ ${formatDuration(drain)}`
  if (backlog.drain === null)
    return [{ key: 'drain', text, shortfall: translate('what piles up is never worked off') }]
  const missed = backlog.drain > drain * (1 + 1e-9)
  return [
    {
      key: 'drain',
      text,
      shortfall: missed
        ? translate(
            '{0} to work off an outage of {1}, {2} promised',
            formatDuration(backlog.drain),
            formatDuration(backlog.outage),
            formatDuration(drain),
          )
        : undefined,
    },
  ]
}
