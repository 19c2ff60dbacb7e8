// What one component gets and what it can serve: how full it is, how long requests wait, how many are not answered.

import type { Component } from '../../../model/system'
import { answeredWithin, offeredWait, type QueueLaw, queueLaw } from '../../queueing/impatient-queue'
import { type Station, waitingOf } from '../../queueing/waiting'

export interface ComponentLoad {
  readonly component: Component
  /** Requests per second, repetitions of failed attempts included. */
  readonly rate: number
  /** The same while everything behind the retries fails. */
  readonly outageRate: number
  /** Mean milliseconds a request occupies one of its places. */
  readonly heldMs: number
  /** Arriving requests over what is stated as capacity or concurrency; absent when neither is. */
  readonly utilization?: number
  /** P(a request waits) and the mean wait of those that do, milliseconds. */
  readonly waits?: number
  readonly meanWaitMs?: number
  /** The share that a stated rate limit refuses at once. */
  readonly refused: number
  /** The share of those admitted that is not answered: given up by their callers, or waiting forever. */
  readonly lost: number
  /** How its queue behaves where its callers give up at some time. */
  readonly queue?: QueueLaw
  /**
   * Calls in flight when it hangs and its callers wait as long as they are willing to (Little's law); null
   * when some of them wait forever.
   */
  readonly stuckWhenHanging: number | null
  /** Requests come faster than they can be served. */
  readonly saturated: boolean
  /** Nothing ends their wait either: it grows without limit. */
  readonly unlimited: boolean
  /** Saturated by the retries of an outage. */
  readonly saturatedInOutage: boolean
}

/** What all visits of a component add up to. */
export interface Tally {
  rate: number
  outageRate: number
  stuck: number
  /** Per second: milliseconds held, and their squares. */
  held: number
  heldSquared: number
  /** The longest that any caller has for an answer, from the request's arrival on; milliseconds. */
  patience: number
  /** P(served in so many milliseconds), and the rate of the requests it is true of. */
  readonly served: Map<(ms: number) => number, number>
}

export const emptyTally = (): Tally => ({
  rate: 0,
  outageRate: 0,
  stuck: 0,
  held: 0,
  heldSquared: 0,
  patience: 0,
  served: new Map(),
})

/** `usualPlaces`: how many a replica has unless they are stated. */
export function loadOfComponent(component: Component, tally: Tally, usualPlaces?: number): ComponentLoad {
  const { rate, outageRate, held, stuck } = tally
  const heldMs = rate > 0 ? held / rate : 0
  const { rateLimit } = component.figures
  const limit = typeof rateLimit?.value === 'number' ? rateLimit.value : Infinity
  const refused = rate > limit ? 1 - limit / rate : 0
  const base = {
    component,
    rate,
    outageRate,
    heldMs,
    refused,
    stuckWhenHanging: Number.isFinite(stuck) ? stuck : null,
  }
  const places = rate > 0 ? placesOf(component, tally, usualPlaces) : undefined
  if (!places) return { ...base, lost: 0, saturated: false, unlimited: false, saturatedInOutage: false }
  const station = { ...places, rate: Math.min(rate, limit) }
  const { utilization, waits, meanOfWaiting } = waitingOf(station)
  const saturated = utilization >= 1
  return {
    ...base,
    ...lossIn(station, tally, utilization),
    utilization: waitingOf({ ...places, rate }).utilization,
    waits,
    meanWaitMs: meanOfWaiting,
    saturated,
    unlimited: saturated && tally.patience === Infinity,
    saturatedInOutage: waitingOf({ ...places, rate: Math.min(outageRate, limit) }).utilization >= 1,
  }
}

function lossIn(station: Station, tally: Tally, utilization: number): Pick<ComponentLoad, 'lost' | 'queue'> {
  const { patience } = tally
  if (patience === Infinity) return { lost: utilization >= 1 ? 1 - 1 / utilization : 0 }
  const queue = queueLaw(station, patience)
  const served = (ms: number): number => {
    let sum = 0
    for (const [within, rate] of tally.served) sum += rate * within(ms)
    return sum / tally.rate
  }
  const answered = answeredWithin(offeredWait(queue, served), queue, served)(patience)
  return { queue, lost: Math.max(0, 1 - answered) }
}

/** Of what gets requests: places and the time one is taken, by concurrency, by capacity as one server, or both. */
function placesOf(
  { figures }: Component,
  { rate, held, heldSquared }: Tally,
  usualPlaces: number | undefined,
): Omit<Station, 'rate'> | undefined {
  const copies = figures.replicas?.value ?? 1
  const ofEach = figures.concurrency?.value ?? usualPlaces
  const places = ofEach && ofEach * copies
  const capacity = figures.capacity?.value
  const heldMs = held / rate
  const variability = heldMs > 0 ? Math.max(0, heldSquared / rate / heldMs ** 2 - 1) : 1
  if (capacity) {
    const servers = places ?? 1
    return { servers, serviceMs: (servers * 1000) / capacity, variability }
  }
  return places === undefined ? undefined : { servers: places, serviceMs: heldMs, variability }
}
