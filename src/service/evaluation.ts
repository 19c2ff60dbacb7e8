// The figures of a diagram's flows, worked out once for each system, and whether they meet what is promised.

import { evaluateSystem, type FlowFigures, fallsShort } from '../math'
import type { Flow, StatedObjective, System } from '../model/system'
import { duration, percentage } from './quantities'

export interface EvaluatedFlow {
  readonly flow: Flow
  readonly figures: FlowFigures
  readonly objective?: ObjectiveVerdict
}

export type Measure = 'p50' | 'p95' | 'p99' | 'p999' | 'availability'

export interface ObjectiveVerdict {
  /** "p99 ≤ 300 ms, availability ≥ 99.9 %". */
  readonly text: string
  readonly met: boolean
  /** The measures that break it. */
  readonly missed: readonly Measure[]
}

const summaries = new WeakMap<System, readonly EvaluatedFlow[]>()
const attributions = new WeakMap<System, readonly EvaluatedFlow[]>()

/** All flows of a system with their figures; whose share is what is left out: it costs many times as much. */
export function evaluatedFlows(system: System): readonly EvaluatedFlow[] {
  return evaluatedOnce(system, summaries, false)
}

/** All flows of a system with all their figures, whose share is what included. */
export function attributedFlows(system: System): readonly EvaluatedFlow[] {
  return evaluatedOnce(system, attributions, true)
}

/** Snapshots share systems, so each is evaluated once. */
function evaluatedOnce(
  system: System,
  known: WeakMap<System, readonly EvaluatedFlow[]>,
  attribution: boolean,
): readonly EvaluatedFlow[] {
  const done = known.get(system)
  if (done) return done
  const evaluated = evaluateSystem(system, { attribution }).flows
  const flows = [...evaluated].map(([flow, figures]) => ({
    flow,
    figures,
    ...(flow.objective && { objective: verdictOn(flow.objective, figures) }),
  }))
  known.set(system, flows)
  return flows
}

/** Failures count as late: a percentile that does not exist misses its objective. */
function verdictOn(objective: StatedObjective, figures: FlowFigures): ObjectiveVerdict {
  const latencies = (['p50', 'p95', 'p99', 'p999'] as const).flatMap(key => {
    const allowed = objective[key]
    const reached = figures[key]
    return allowed === undefined
      ? []
      : [{ key, text: `${key} ≤ ${duration(allowed)}`, missed: reached === null || reached > allowed }]
  })
  const share = objective.availability
  const measures = [
    ...latencies,
    ...(share === undefined
      ? []
      : [
          {
            key: 'availability' as const,
            text: `availability ≥ ${percentage(share)}`,
            missed: fallsShort(figures.unavailability, share),
          },
        ]),
  ]
  const missed = measures.filter(measure => measure.missed).map(({ key }) => key)
  return { text: measures.map(({ text }) => text).join(', '), met: missed.length === 0, missed }
}
