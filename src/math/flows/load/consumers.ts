// What consumers do with messages, and how many they get.

import { isBroker } from '../../../model/ends'
import { statesTime } from '../../../model/figure'
import { visitsOf } from '../../../model/flows/plan'
import type { Component, Flow, Visit } from '../../../model/system'
import type { Assumptions } from '../assumptions'

/** What consumers do for one message. */
export interface ConsumedWork {
  readonly broker: Component
  readonly visits: readonly Visit[]
  /** Without what the broker itself does. */
  readonly work: Flow['plan']
}

export function consumptionOf({ background, entry, plan }: Flow): ConsumedWork | undefined {
  const work = plan.kind === 'sequence' ? plan.steps[1] : undefined
  if (!background || !isBroker(entry) || !work) return undefined
  const branches = work.kind === 'redundant' ? work.branches : [work]
  return { broker: entry, work, visits: branches.flatMap(each => (each.kind === 'visit' ? [each] : [])) }
}

export interface ConsumingFlow {
  readonly flow: Flow
  readonly consumption: ConsumedWork
}

/** Those first whose messages no other consumer writes. */
export function consumingFlows(flows: readonly Flow[]): readonly ConsumingFlow[] {
  const waiting = new Set(
    flows.flatMap((flow): ConsumingFlow[] => {
      const consumption = consumptionOf(flow)
      return consumption ? [{ flow, consumption }] : []
    }),
  )
  const writers = new Map<Component, number>()
  const count = ({ consumption }: ConsumingFlow, change: number): void => {
    for (const component of new Set(visitsOf(consumption.work).map(visit => visit.component)))
      writers.set(component, (writers.get(component) ?? 0) + change)
  }
  const ordered: ConsumingFlow[] = []
  const take = (each: ConsumingFlow): void => {
    ordered.push(each)
    waiting.delete(each)
    count(each, -1)
  }
  for (const each of waiting) count(each, 1)
  while (waiting.size > 0) {
    const before = waiting.size
    for (const each of waiting) if ((writers.get(each.consumption.broker) ?? 0) === 0) take(each)
    // A ring of consumers begins somewhere.
    const [first] = waiting
    if (first && waiting.size === before) take(first)
  }
  return ordered
}

/** Messages per second as stated: where they are handed out, or what arrives at the broker from outside. */
export function arrivingAt({ consumption: { broker, visits } }: ConsumingFlow): number | undefined {
  const stated = visits.flatMap(({ call }) => call?.connection.figures.rate?.value ?? [])
  return stated.length > 0 ? stated.reduce((sum, rate) => sum + rate, 0) : broker.figures.rate?.value
}

/** What works on one message at a time, unless more is stated; only where the time that takes is stated too. */
export function consumersAmong(
  consumptions: readonly ConsumingFlow[],
  assumptions: Assumptions,
): ReadonlySet<Component> {
  const consumers = consumptions
    .flatMap(({ consumption }) => consumption.visits.map(({ component }) => component))
    .filter(({ figures }) => statesTime(figures) && !figures.concurrency && !figures.capacity)
  for (const { id } of consumers)
    assumptions.add({ at: id, key: 'concurrency', value: '1', source: 'one message at a time' })
  return new Set(consumers)
}
