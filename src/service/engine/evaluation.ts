// The figures of a diagram's flows, worked out once for each system, and whether they meet what is promised.

import { type ObjectiveVerdict, verdictOn } from '../../advice/objective-verdict'
import { evaluatingSystem, type FlowFigures, finished, type Steps, systemFigures } from '../../math'
import type { Flow, System } from '../../model/system'

export type { ObjectiveVerdict }

export interface EvaluatedFlow {
  readonly flow: Flow
  readonly figures: FlowFigures
  readonly objective?: ObjectiveVerdict
}

const summaries = new WeakMap<System, readonly EvaluatedFlow[]>()
const attributions = new WeakMap<System, readonly EvaluatedFlow[]>()
const begun = new WeakMap<System, Map<boolean, Steps<readonly EvaluatedFlow[]>>>()

/** All flows of a system with their figures; whose share is what is left out: it costs many times as much. */
export const evaluatedFlows = (system: System): readonly EvaluatedFlow[] =>
  finished(evaluating(system, { attribution: false }))

/** All flows of a system with all their figures, whose share is what included. */
export const attributedFlows = (system: System): readonly EvaluatedFlow[] =>
  finished(evaluating(system, { attribution: true }))

/** What browsers ask for in all, with its figures; pages that would take too long are left out. */
export const evaluatedPages = (system: System): readonly EvaluatedFlow[] =>
  system.pages.flatMap(flow => {
    const figures = systemFigures(system).of(flow)
    return figures ? [{ flow, figures }] : []
  })

/** The flows that are left out of both: working out their figures would take too long. */
export function flowsLeftOut(system: System): readonly Flow[] {
  const evaluated = new Set(evaluatedFlows(system).map(({ flow }) => flow))
  return system.flows.filter(flow => !evaluated.has(flow))
}

/** Whether those figures are known already: snapshots share systems, so each is evaluated once. */
export const isEvaluated = (system: System, { attribution }: EvaluationExtent): boolean =>
  knownFlows(system, attribution) !== undefined

interface EvaluationExtent {
  readonly attribution: boolean
}

const knownFlows = (system: System, attribution: boolean): readonly EvaluatedFlow[] | undefined =>
  attributions.get(system) ?? (attribution ? undefined : summaries.get(system))

/** The same in steps: what somebody has begun goes on where they left it. */
export function* evaluating(
  system: System,
  { attribution }: EvaluationExtent,
): Steps<readonly EvaluatedFlow[]> {
  const under = begun.get(system) ?? new Map<boolean, Steps<readonly EvaluatedFlow[]>>()
  begun.set(system, under)
  for (;;) {
    const known = knownFlows(system, attribution)
    if (known) return known
    const steps = under.get(attribution) ?? evaluatingAnew(system, attribution)
    // Taken back only if it can go on: one that is over or failed is not asked again.
    under.delete(attribution)
    const step = steps.next()
    if (step.done) {
      const results = attribution ? attributions : summaries
      results.set(system, step.value)
    } else {
      under.set(attribution, steps)
      yield
    }
  }
}

function* evaluatingAnew(system: System, attribution: boolean): Steps<readonly EvaluatedFlow[]> {
  const flows = yield* evaluatingSystem(system, { attribution })
  return [...flows].map(([flow, figures]) => ({
    flow,
    figures,
    ...(flow.objective && { objective: verdictOn(flow.objective, figures) }),
  }))
}
