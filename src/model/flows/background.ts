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
  const deliveries = deliveriesIn(calls)
  return components.flatMap(broker =>
    replicaSets(deliveries.get(broker) ?? []).map(set => {
      const visits = set.map(call => visitOf(call, { work: planner.work(call.callee, call) }))
      const work = visits.length === 1 ? visits[0]! : copiesOf(set, visits)
      const plan: Plan = { kind: 'sequence', steps: [keptBy(broker), work] }
      return { entry: broker, to: set[0]!.callee, plan }
    }),
  )
}

/** By the broker that delivers. */
function deliveriesIn(calls: readonly Call[]): ReadonlyMap<Component, readonly Call[]> {
  const byBroker = new Map<Component, Call[]>()
  for (const call of calls) {
    const delivery = deliveryBy(call)
    if (!delivery) continue
    const others = byBroker.get(delivery.caller)
    if (others) others.push(delivery)
    else byBroker.set(delivery.caller, [delivery])
  }
  return byBroker
}

/** From the broker to the consumer, whichever way the arrow of a subscription is drawn. */
function deliveryBy(call: Call): Call | undefined {
  const { caller, callee, connection } = call
  if (connection.role.value !== 'delivery' || isBroker(caller) === isBroker(callee)) return undefined
  return isBroker(caller) ? call : { ...call, caller: callee, callee: caller }
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
