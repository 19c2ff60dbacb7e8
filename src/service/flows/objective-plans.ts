// Plans for the promises of a text.

import { type ObjectivePlan, planFor } from '../../advice/planning/objective-plan'
import type { Snapshot } from '../engine/snapshot'
import { inSource } from '../features/place'

export interface PlacedPlan extends ObjectivePlan {
  /** The line of the diagram's header keyword. */
  readonly line: number
}

/** For the objectives of that name, or for all there are. */
export function objectivePlans({ diagrams, lines }: Snapshot, name?: string): readonly PlacedPlan[] {
  return diagrams.flatMap(diagram => {
    const { system, leftOut } = diagram
    if (leftOut) return []
    const names = new Set(system.flows.flatMap(({ objective }) => objective?.name ?? []))
    const { line } = lines.positionAt(inSource(diagram, system.diagram.header).start)
    return [...names]
      .filter(each => name === undefined || each === name)
      .flatMap(each => {
        const plan = planFor(each, system)
        return plan ? [{ ...plan, line }] : []
      })
  })
}
