// Objectives as the diagram's settings state them, and the calls that matter for one.

import type { Call, Component, StatedObjective } from '../system'
import { type FlowSource, type Follows, isOnPath } from './graph'

export function objectivesOf({ settings }: FlowSource): readonly StatedObjective[] {
  return Object.entries(settings.objectives).map(([name, objective]) => ({ ...objective, name }))
}

/** Follows calls that lead to the target, and everything from the target on. */
export function towards(target: Component): Follows {
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
  return (call: Call) => leading.has(call.callee.id) || beyond.has(call.caller.id)
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
