// If something is down: which requests fail, when that shows, and what becomes of the others.

import { framesAround } from '../../../model/ends'
import { visitsOf } from '../../../model/flows/plan'
import type { Boundary, Component, Flow, System, Visit } from '../../../model/system'
import { quantile, readerOf } from '../../latency/distribution-reader'
import { workForFigures } from '../../latency/evaluation-work'
import { readPercentiles } from '../../latency/latency'
import { type Outcome, shown } from '../../latency/outcome'
import { unrecorded } from '../assumptions'
import { attemptsIn } from '../attempts/attempts'
import { unavailabilityOf } from '../availability/component-availability'
import { downWith } from '../availability/part'
import { type FlowReading, flowReader } from '../flow-reading'
import { latencyIn } from '../latency/flow-latency'
import { appliedLoad } from '../load/applied-load'
import { type Load, type Loading, loadOf } from '../load/load'
import { outageReader } from './outage-reader'

export interface Outage {
  readonly flow: Flow
  /** The component, or the group with all that stands in it. */
  readonly down: Component | Boundary
  /** The share of the flow's requests that fail meanwhile, by whatever; of those that usually do. */
  readonly failed: number
  readonly usuallyFailed: number
  /** Milliseconds of the requests that are answered meanwhile, and usually; null where none is. */
  readonly p99: number | null
  readonly usualP99: number | null
  /** Milliseconds in which 99% of the failures have shown; null where none ever does. */
  readonly shownAfter: number | null
  /** The share of requests that nothing ever answers if it hangs: no timeout ends their wait. */
  readonly waitingForever: number
  /** The most attempts of one request that reach it; Infinity when unlimited. */
  readonly attempts: number
  /** Calls in flight once its callers wait as long as they are willing to; null: some wait forever. Absent without rates. */
  readonly stuck?: number | null
}

export interface Outages {
  /** Worst first. */
  readonly outages: readonly Outage[]
  /** How many are left out of a flow: working them out would take too long. */
  readonly leftOut: ReadonlyMap<Flow, number>
}

/** For every flow that users wait for and everything it reaches. */
export function outagesOf(system: Loading & Pick<System, 'settings'>): Outages {
  const base = { assume: system.settings.assume, work: workForFigures() }
  const load = loadOf(system, base)
  const read = flowReader({ ...base, load: appliedLoad(load) })
  const outages: Outage[] = []
  const leftOut = new Map<Flow, number>()
  for (const flow of system.flows) {
    if (flow.background) continue
    const candidates = candidatesIn(flow)
    const found = outagesAmong(candidates, read(flow), load)
    outages.push(...found)
    if (found.length < candidates.length) leftOut.set(flow, candidates.length - found.length)
  }
  outages.sort((a, b) => b.failed - a.failed || (b.p99 ?? 0) - (a.p99 ?? 0))
  return { outages, leftOut }
}

function outagesAmong(candidates: readonly Candidate[], reading: FlowReading, load: Load): readonly Outage[] {
  const { flow, latency, outages, affords } = reading
  // Not begun where there is no room for an outage that concerns all of it.
  if (outages.left < visitsOf(flow.plan).length || !affords(latency.plan(flow.plan))) return []
  const usual = latencyIn(reading)
  const attempts = new Map(attemptsIn(flow, reading.attempts).map(each => [each.component, each.attempts]))
  const { during, isEndless } = outageReader(reading)
  return candidates.flatMap(({ down, members, struck }) => {
    const atOnce = during(struck)
    const hanging = atOnce && isEndless(struck) ? during(struck, { endless: true }) : atOnce
    if (!atOnce || !hanging) return []
    // Where products end all waits by themselves, nobody waits forever, and errors show only then.
    const outcome = hanging.stuck > 0 ? atOnce : hanging
    const only = members.length === 1 ? members[0] : undefined
    const stuck = only && load.components.get(only)?.stuckWhenHanging
    const outage: Outage = {
      flow,
      down,
      failed: outcome.failed,
      usuallyFailed: usual.failed,
      p99: readPercentiles(outcome).failed < 1 ? readPercentiles(outcome).at(0.99) : null,
      usualP99: usual.p99,
      shownAfter: shownAfter(outcome),
      waitingForever: hanging.stuck,
      attempts: Math.max(...members.map(member => attempts.get(member) ?? 1)),
      ...(stuck !== undefined && { stuck }),
    }
    return [outage]
  })
}

const shownAfter = (outcome: Outcome): number | null =>
  shown(outcome) > 0 ? quantile(readerOf(outcome.failure()), 0.99) : null

interface Candidate {
  readonly down: Component | Boundary
  readonly members: readonly Component[]
  /** The visits that meet it. */
  readonly struck: readonly Visit[]
}

/**
 * The groups that requests reach of which a region or an availability is stated, and everything that they reach by
 * itself, the least available first: where not all can be computed, these are.
 */
function candidatesIn({ plan, entry }: Flow): readonly Candidate[] {
  const visits = new Map<Component, Visit[]>()
  for (const visit of visitsOf(plan)) {
    const known = visits.get(visit.component)
    if (known) known.push(visit)
    else visits.set(visit.component, [visit])
  }
  const unavailability = new Map(
    [...visits.keys()].map(component => [component, unavailabilityOf(component, unrecorded)]),
  )
  const components = [...visits.keys()]
    .filter(component => component !== entry)
    .sort((a, b) => (unavailability.get(b) ?? 0) - (unavailability.get(a) ?? 0))
  const groups = new Map<Boundary, Component[]>()
  for (const component of components)
    for (const frame of framesAround(component))
      if (frame.figures.availability || frame.figures.region)
        groups.set(frame, [...(groups.get(frame) ?? []), component])
  return [
    ...[...groups].map(([down, members]) => ({
      down,
      members,
      struck: members.flatMap(member => visits.get(member) ?? []),
    })),
    ...components.map(down => ({
      down,
      members: [down],
      struck: (visits.get(down) ?? []).filter(downWith(down)),
    })),
  ]
}
