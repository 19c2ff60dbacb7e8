// Work that nobody waits for: what consumers do for a message, and what schedulers start.

import { hasKind, isBroker } from '../ends'
import type { Call, Component, Flow, Plan, Visit } from '../system'
import type { Planner } from './component-work'
import type { FlowEntry } from './entries'
import { type FlowSource, isOnPath } from './graph'
import { copiesOf, replicaSets } from './replicas'
import { noWork, visitOf } from './visit'

export type Consumption = Pick<Flow, 'entry' | 'to' | 'plan'>

/** From a message's arrival at a broker until one of a consumer's copies is done with it. */
export function consumptionsIn({ components, calls }: FlowSource, planner: Planner): readonly Consumption[] {
  return components.filter(isBroker).flatMap(broker => {
    const deliveries = calls.flatMap(call => deliveryFrom(broker, call) ?? [])
    return replicaSets(deliveries).map(set => {
      const visits = set.map(call => visitOf(call, { work: planner.work(call.callee, call) }))
      const work = visits.length === 1 ? visits[0]! : copiesOf(set, visits)
      const plan: Plan = { kind: 'sequence', steps: [keptBy(broker), work] }
      return { entry: broker, to: set[0]!.callee, plan }
    })
  })
}

/** From the broker to the consumer, whichever way the arrow of a subscription is drawn. */
function deliveryFrom(broker: Component, call: Call): Call | undefined {
  if (call.connection.role.value !== 'delivery') return undefined
  if (call.caller === broker) return isBroker(call.callee) ? undefined : call
  const subscribes = call.callee === broker && !isBroker(call.caller)
  return subscribes ? { ...call, caller: broker, callee: call.caller } : undefined
}

const keptBy = (component: Component): Visit => ({
  kind: 'visit',
  component,
  work: noWork,
  times: 1,
  optional: false,
  async: false,
})

/** Schedulers and the like that are no entry of anybody's requests. */
export const startedByClock = (
  { components }: FlowSource,
  entries: readonly FlowEntry[],
): readonly FlowEntry[] =>
  components
    .filter(
      component =>
        hasKind(component, 'scheduler') &&
        component.outgoing.some(isOnPath) &&
        !component.incoming.some(isOnPath) &&
        !entries.some(entry => entry.component === component),
    )
    .map(component => ({ component, background: true }))
