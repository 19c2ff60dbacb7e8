// Objectives as the diagram's settings state them, and the calls that matter for one.

import type { Call, Component, StatedObjective } from '../system'
import { type FlowSource, type Follows, isOnPath } from './graph'

export function objectivesOf({ settings }: FlowSource): readonly StatedObjective[] {
  return Object.entries(settings.objectives).map(([name, objective]) => ({ ...objective, name }))
}

/** Promises that only work makes sense of that nobody waits for. */
export const isForBackground = ({ freshness, drain }: StatedObjective): boolean =>
  freshness !== undefined || drain !== undefined

export interface Towards {
  readonly follows: Follows
  /** Whether a component is reached from the target: all that it calls is followed. */
  readonly isBeyond: (component: Component) => boolean
}

/** Follows calls that lead to the target, and everything from the target on. */
export function towards(target: Component): Towards {
  const leading = new Set<string>([target.id])
  const waiting = [target]
  for (let component = waiting.pop(); component; component = waiting.pop()) {
    for (const { caller } of component.incoming.filter(isOnPath)) {
      if (leading.has(caller.id)) continue
      leading.add(caller.id)
      waiting.push(caller)
    }
  }
  const beyond = reachableFrom(target)
  return {
    follows: (call: Call) => leading.has(call.callee.id) || beyond.has(call.caller.id),
    isBeyond: ({ id }) => beyond.has(id),
  }
}

function reachableFrom(target: Component): ReadonlySet<string> {
  const reached = new Set<string>([target.id])
  const waiting = [target]
  for (let component = waiting.pop(); component; component = waiting.pop()) {
    for (const { callee } of component.outgoing.filter(isOnPath)) {
      if (reached.has(callee.id)) continue
      reached.add(callee.id)
      waiting.push(callee)
    }
  }
  return reached
}
