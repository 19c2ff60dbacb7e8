// What arrives in a second, and where: rates of entries, of their first calls, and of what is reached from outside midway.

import { visitsOf } from '../../../model/flows/plan'
import type { Component, Flow, Plan } from '../../../model/system'
import { type Assumptions, writtenPercent } from '../assumptions'

export interface Arrival {
  readonly flow: Flow
  /** Requests a second. */
  readonly rate: number
}

/** The requests of each flow whose entry or first call states a rate; inside, those that arrive from outside the picture. */
export function arrivalsOf(flows: readonly Flow[], assumptions: Assumptions): readonly Arrival[] {
  const flowsOf = new Map<Component, number>()
  for (const { entry } of flows) flowsOf.set(entry, (flowsOf.get(entry) ?? 0) + 1)
  return flows
    .flatMap(flow => {
      const rate = rateOf(flow, flowsOf.get(flow.entry) ?? 1)
      if (!rate?.value) return []
      if (rate.split) {
        const source = 'the entry’s rate, divided evenly among its flows'
        assumptions.add({
          at: flow.name,
          key: 'rate',
          value: `${Number(rate.value.toPrecision(3))}/s`,
          source,
        })
      }
      return [{ flow, rate: rate.value }]
    })
    .concat(arrivalsInside(flows))
}

/** What is stated to arrive from outside at a component that requests reach on their way. */
function arrivalsInside(flows: readonly Flow[]): readonly Arrival[] {
  const known = new Set(flows.map(({ entry }) => entry))
  return flows.flatMap(flow =>
    visitsOf(flow.plan).flatMap(({ component, work, async }) => {
      const rate = component.figures.rate?.value
      if (!rate || async || known.has(component)) return []
      known.add(component)
      const plan: Plan = { kind: 'visit', component, work, times: 1, optional: false, async }
      return [{ flow: { ...flow, plan }, rate }]
    }),
  )
}

function rateOf({ entry, plan }: Flow, flows: number): { value: number; split: boolean } | undefined {
  const first = plan.kind === 'visit' ? plan.call?.connection.figures.rate : undefined
  if (first) return { value: first.value, split: false }
  const stated = entry.figures.rate
  return stated && { value: stated.value / flows, split: flows > 1 && writtenPercent(1 / flows) !== '100%' }
}
