// Boxes of unknown wording that must be systems or services, told by whom they talk to.

import type { Inference, Kind } from '../../knowledge'
import { type End, isBroker, isComponent, isEdge, isStore } from '../ends'
import { isApiRequest, namesCall } from '../protocol'
import type { Call, Component, Connection } from '../system'
import { isInProcess } from './in-process'
import { categoryOf } from './node-category'

/** Boxes of unknown category that an edge calls, or that call a store or a broker, must be systems. */
export function impliedSystems(
  components: readonly Component[],
  connections: readonly Connection[],
): ReadonlySet<string> {
  const unknown = new Set(components.filter(one => categoryOf(one) === 'unknown').map(({ id }) => id))
  const implied = new Set<string>()
  const add = (end: End) => {
    if (isComponent(end) && unknown.has(end.id)) implied.add(end.id)
  }
  for (const connection of connections) {
    const { caller, callee, role } = connection
    if (role.value === 'structure') continue
    if (isEdge(caller)) add(callee)
    if (isStore(callee) || isBroker(callee)) add(caller)
    if (isBroker(caller)) add(callee)
    if (namesCall(connection)) for (const end of [caller, callee]) add(end)
  }
  for (const component of standingAmongSystems(components, connections)) add(component)
  return implied
}

/** Several systems call it and it calls one: `People and partners → FlowDesk → Mail service`. */
function standingAmongSystems(
  components: readonly Component[],
  connections: readonly Connection[],
): readonly Component[] {
  const isKnown = (end: End) => isComponent(end) && categoryOf(end) === 'system'
  const callers = new Map<End, Set<End>>()
  const callsKnown = new Set<End>()
  for (const { caller, callee, role } of connections) {
    if (role.value === 'structure') continue
    if (isKnown(caller)) callers.set(callee, (callers.get(callee) ?? new Set()).add(caller))
    if (isKnown(callee)) callsKnown.add(caller)
  }
  return components.filter(one => callsKnown.has(one) && (callers.get(one)?.size ?? 0) >= 2)
}

/** Who answers requests of an API, and is nothing else by its own wording, is a service; parts of one process are none. */
export function impliedServices(calls: readonly Call[]): ReadonlyMap<Component, Inference<Kind>> {
  const services = new Map<Component, Inference<Kind>>()
  for (const { callee, connection } of calls)
    if (!callee.kind && !isInProcess(callee) && isApiRequest(connection))
      services.set(callee, answersRequests)
  return services
}

const answersRequests: Inference<Kind> = { value: 'service', confidence: 0.6, why: 'it answers requests' }
