// Plans for the promises of a text.

import { type ObjectivePlan, planFor, workForPlans } from '../../advice/planning/objective-plan'
import type { Snapshot } from '../engine/snapshot'
import { headerLine } from './header-line'
import { type Saying, tooLargeAt, withoutFigures } from './left-out'

export interface PlacedPlan extends ObjectivePlan {
  /** The line of the diagram's header keyword. */
  readonly line: number
}

export interface ObjectivePlans {
  readonly plans: readonly PlacedPlan[]
  readonly leftOut: readonly Saying[]
}

/** For the objectives of that name, or for all there are. */
export function objectivePlans(snapshot: Snapshot, name?: string): ObjectivePlans {
  const plans: PlacedPlan[] = []
  const sayings: Saying[] = []
  const allowance = workForPlans()
  for (const diagram of snapshot.diagrams) {
    const { system, leftOut } = diagram
    const line = headerLine(diagram, snapshot)
    sayings.push(...tooLargeAt(line, system))
    if (leftOut) continue
    const names = new Set(system.flows.flatMap(({ objective }) => objective?.name ?? []))
    const unplanned: string[] = []
    for (const each of names) {
      if (name !== undefined && each !== name) continue
      const plan = planFor(each, system, allowance)
      if (plan) plans.push({ ...plan, line })
      else unplanned.push(each)
    }
    sayings.push(...withoutFigures(line, unplanned))
  }
  return { plans, leftOut: sayings }
}
