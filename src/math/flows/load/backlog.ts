// Queues: whether consumers keep up with what arrives, and how long it takes them to work off an outage.

import { visitsOf } from '../../../model/flows/plan'
import type { Flow } from '../../../model/system'
import { consumptionOf } from './consumers'
import type { Load } from './load'

export interface Backlog {
  /** Messages per second. */
  readonly arriving: number
  readonly serving: number
  /** What piles up in a second; 0 where consumers keep up. */
  readonly growing: number
  /** Milliseconds of the outage that is looked at, and the messages that it leaves waiting. */
  readonly outage: number
  readonly piledUp: number
  /** Milliseconds from its end until they are worked off; null where they never are. */
  readonly drain: number | null
}

/** An outage as long as nobody states, milliseconds. */
export const USUAL_OUTAGE = 3_600_000

/** Undefined where the rate of messages or the capacity for them is unknown. */
export function backlogOf(flow: Flow, { components }: Pick<Load, 'components'>): Backlog | undefined {
  const consumers = (consumptionOf(flow)?.visits ?? []).map(({ component }) => components.get(component))
  let [arriving, serving] = [0, 0]
  for (const load of consumers) {
    if (!load?.utilization) return undefined
    arriving += load.rate
    serving += load.rate / load.utilization
  }
  if (consumers.length === 0) return undefined
  const outage = flow.to.figures.mttr?.value ?? USUAL_OUTAGE
  const piledUp = (arriving * outage) / 1000
  const spare = serving - arriving
  return {
    ...{ arriving, serving, outage, piledUp },
    growing: Math.max(0, -spare),
    drain: spare > 0 ? (piledUp / spare) * 1000 : null,
  }
}

/** Milliseconds between two runs of what a clock starts, as far as that is stated. */
export function intervalOf({ background, entry, plan }: Flow): number | undefined {
  if (!background) return undefined
  const stated = visitsOf(plan).flatMap(({ call }) =>
    call?.caller === entry && call.connection.role.value !== 'delivery'
      ? (call.connection.figures.interval?.value ?? [])
      : [],
  )
  return stated.length > 0 ? Math.max(...stated) : undefined
}
