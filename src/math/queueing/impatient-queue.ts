// A queue that requests leave when there is no time left to answer them: what timeouts make of an overload.

import { erlangB, inFlight, type Station, waitFactor } from './waiting'

/** What decides how long requests wait, in times and rates per millisecond. */
export interface QueueLaw {
  /** Requests that arrive, and that can be served, in a millisecond. */
  readonly arrivals: number
  readonly drain: number
  /** P(a place is free) over P(all are taken and nobody waits), without a queue. */
  readonly idle: number
  /** How much longer than in M/M/c requests wait. */
  readonly factor: number
  /** Milliseconds from arrival in which a request must be answered. */
  readonly patience: number
}

export const queueLaw = (station: Station, patience: number): QueueLaw => {
  const { rate, servers, serviceMs } = station
  const blocked = erlangB(inFlight(rate, serviceMs), servers)
  return {
    arrivals: rate / 1000,
    drain: servers / serviceMs,
    idle: blocked > 0 ? (1 - blocked) / blocked : Infinity,
    factor: waitFactor(station),
    patience,
  }
}

/** How long a request would have to wait: not at all, or about so long. */
export interface OfferedWait {
  readonly none: number
  readonly pieces: readonly { readonly at: number; readonly mass: number }[]
}

/**
 * The M/M/c+G queue of Baccelli and Hebuterne (1981), its waits stretched by the service time's variability. A
 * request is served if what is left of its patience is enough: `served(ms)` = P(service takes at most so long).
 * Below capacity the waits are those of the endless queue; above, they fill the patience until as many are served
 * as there is capacity for. Nothing jumps in between.
 */
export function offeredWait(law: QueueLaw, served: (ms: number) => number): OfferedWait {
  const { arrivals, drain, idle, factor, patience } = law
  if (idle === Infinity) return { none: 1, pieces: [] }
  const times = momentsOf(law, served)
  const growth = (at: number): number => (arrivals * served(patience - at) - drain) / factor
  const exponents = new Float64Array(times.length)
  let before = growth(0)
  for (let i = 1; i < times.length; i++) {
    const here = growth(times[i]!)
    exponents[i] = exponents[i - 1]! + ((before + here) / 2) * (times[i]! - times[i - 1]!)
    before = here
  }
  const highest = exponents.reduce((most, each) => Math.max(most, each), 0)
  const pieces = []
  let total = idle * Math.exp(-highest)
  const none = total
  for (let i = 1; i < times.length; i++) {
    const from = times[i - 1]!
    // From the higher end, so that nothing overflows.
    const top = Math.max(exponents[i]!, exponents[i - 1]!)
    const slope = Math.abs(exponents[i]! - exponents[i - 1]!)
    const shape = slope < 1e-9 ? 1 : -Math.expm1(-slope) / slope
    const mass = (drain / factor) * Math.exp(top - highest) * (times[i]! - from) * shape
    if (mass === 0) continue
    total += mass
    pieces.push({ at: (from + times[i]!) / 2, mass })
  }
  return { none: none / total, pieces: pieces.map(({ at, mass }) => ({ at, mass: mass / total })) }
}

/** P(a request is answered in so many milliseconds from its arrival), never more than its patience. */
export const answeredWithin =
  ({ none, pieces }: OfferedWait, { patience }: QueueLaw, served: (ms: number) => number) =>
  (ms: number): number => {
    const until = Math.min(ms, patience)
    return pieces.reduce(
      (sum, { at, mass }) => sum + (at < until ? mass * served(until - at) : 0),
      none * served(until),
    )
  }

const POINTS = 300
/** Between neighboring moments P(served in time) changes by less, unless they are as close as this part of the patience. */
const LEAST_CHANGE = 0.02
const CLOSEST = 1e-7

/** Close to each other where much happens: at the start, before the patience ends, after it, and where it is too short for many. */
function momentsOf({ patience, drain, factor }: QueueLaw, served: (ms: number) => number): readonly number[] {
  const usual = factor / drain
  const beyond = 40 * usual
  const times = [0, patience]
  for (let i = 0; i < POINTS; i++) {
    const part = 10 ** (-6 * (1 - i / POINTS))
    times.push(patience * part, patience * (1 - part), patience + beyond * part)
  }
  const apart = [...new Set(times)].sort((a, b) => a - b)
  const inTime = apart.map(at => served(patience - at))
  const halved = (from: number, to: number, early: number, late: number): number[] => {
    if (!(early - late >= LEAST_CHANGE && to - from >= CLOSEST * patience)) return [to]
    const middle = (from + to) / 2
    const between = served(patience - middle)
    return [...halved(from, middle, early, between), ...halved(middle, to, between, late)]
  }
  return apart.flatMap((at, i) => (i === 0 ? [at] : halved(apart[i - 1]!, at, inTime[i - 1]!, inTime[i]!)))
}
