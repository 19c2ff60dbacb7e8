// Requests a second at every component: from the entries through shares, retries and caches; and who saturates.

import { outsideIn, partsOfPlan } from '../../../model/flows/plan'
import { statesCheck } from '../../../model/health-checks'
import type { Assumption, Call, Component, Flow, Plan, System, Visit } from '../../../model/system'
import { inFlight } from '../../queueing/waiting'
import { collectAssumptions } from '../assumptions'
import { type CallPolicy, callsPerVisit, longestOf } from '../attempts/call-policy'
import { flowReader } from '../flow-reading'
import { earliestLimit } from '../latency/usual-limits'
import type { FlowOptions, ReadingContext } from '../reading-context'
import { appliedLoad } from './applied-load'
import { type Arrival, arrivalsOf } from './arrivals'
import { type ComponentLoad, emptyTally, loadOfComponent, type Tally } from './component-load'
import { arrivingAt, consumersAmong, consumingFlows } from './consumers'
import { type Failures, failuresBy } from './failing'
import { attemptsMade, type TimeReader, timeOf, untried, type VisitTime } from './visit-time'

export interface Load {
  readonly components: ReadonlyMap<Component, ComponentLoad>
  readonly assumed: readonly Assumption[]
  /** What arrives in a second, for which plans. */
  readonly arrivals: readonly Arrival[]
}

/** What a system's load comes from: those of its flows that nobody lists are load as well. */
export type Loading = Pick<System, 'flows'> & Partial<Pick<System, 'unlisted'>>

/** The load that all flows of a system put on its components; empty when no entry states a rate. */
export function loadOf({ flows, unlisted = [] }: Loading, options: FlowOptions = {}): Load {
  const assumptions = collectAssumptions()
  const all = [...flows, ...unlisted]
  const arrivals = arrivalsOf(all, assumptions)
  const consumptions = consumingFlows(all)
  if (arrivals.length === 0 && consumptions.every(each => arrivingAt(each) === undefined))
    return { components: new Map(), assumed: [], arrivals }
  const read = flowReader(options)
  const readings = arrivals.map(({ flow, rate }) => ({ flow, rate, reading: read(flow) }))
  const consumers = consumersAmong(consumptions, assumptions)
  const visited = new Map<Visit, VisitTime>()
  let components: ReadonlyMap<Component, ComponentLoad> = new Map()
  let consumed: Arrival[] = []
  // Who is not answered may call again, which is more load: from none upwards until it no longer grows.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const tallies = new Map<Component, Tally>()
    const { unanswered } = appliedLoad({ components })
    for (const { flow, rate, reading } of readings)
      addFlow(flow, rate, { ...reading, tallies, visited, unanswered })
    consumed = []
    for (const { flow, consumption } of consumptions) {
      const rate = arrivingAt({ flow, consumption }) ?? tallies.get(consumption.broker)?.rate ?? 0
      const work = { ...flow, plan: consumption.work }
      if (rate > 0) {
        addFlow(work, rate, { ...read(flow), tallies, visited, unanswered })
        consumed.push({ flow: work, rate })
      }
    }
    const before = components
    components = new Map(
      [...tallies].map(([component, tally]) => [
        component,
        loadOfComponent(component, tally, consumers.has(component) ? 1 : undefined),
      ]),
    )
    if (
      [...components].every(([component, { lost, refused }]) =>
        isSettled(before.get(component), lost + refused),
      )
    )
      break
  }
  return { components, assumed: assumptions.all(), arrivals: [...arrivals, ...consumed] }
}

const MOST_ROUNDS = 60

const isSettled = (before: ComponentLoad | undefined, failing: number): boolean =>
  Math.abs(failing - (before ? before.lost + before.refused : 0)) < 1e-6

interface Flowing {
  readonly rate: number
  readonly outageRate: number
  /** Milliseconds until somebody above gives up, and what nearly all of these requests take in that time. */
  readonly limit: number
  readonly whole: number
}

interface LoadReader extends TimeReader, Pick<ReadingContext, 'assume' | 'policyOf'> {
  readonly tallies: Map<Component, Tally>
  readonly unanswered: (component: Component) => number
}

/** Every part of a plan once, callers before what they call, so that shared work is not walked per path. */
function addFlow(flow: Flow, rate: number, reader: LoadReader): void {
  const arriving = new Map<Plan, Flowing>([
    [flow.plan, { rate, outageRate: rate, limit: Infinity, whole: Infinity }],
  ])
  const passOn = (plan: Plan, flowing: Flowing, share = 1): void => {
    const before = arriving.get(plan)
    // Of several ways to one place, the one with the longest patience fills its queue.
    const { limit, whole } = before && before.limit > flowing.limit ? before : flowing
    arriving.set(plan, {
      rate: (before?.rate ?? 0) + flowing.rate * share,
      outageRate: (before?.outageRate ?? 0) + flowing.outageRate * share,
      limit,
      whole,
    })
  }
  const failing = failuresBy(reader.unanswered, reader.policyOf)
  for (const plan of outsideIn(flow.plan, partsOfPlan)) {
    const flowing = arriving.get(plan)
    if (flowing) addPlan(plan, flowing, { ...reader, passOn, failing })
  }
}

interface Passing extends LoadReader {
  /** By what is refused or given up. */
  readonly failing: Failures
  readonly passOn: (plan: Plan, flowing: Flowing, share?: number) => void
}

function addPlan(plan: Plan, flowing: Flowing, reader: Passing): void {
  switch (plan.kind) {
    case 'visit':
      addVisit(plan, flowing, reader)
      break
    case 'sequence': {
      // What fails ends it.
      let reached = 1
      for (const step of plan.steps) {
        reader.passOn(step, flowing, reached)
        reached *= 1 - reader.failing.plan(step)
      }
      break
    }
    case 'parallel':
      for (const branch of plan.branches) reader.passOn(branch, flowing)
      break
    case 'redundant':
      // Copies share the work; a quorum asks all of them.
      plan.branches.forEach((branch, index) => {
        const share = plan.shares?.[index] ?? 1 / plan.branches.length
        reader.passOn(branch, flowing, plan.need > 1 ? 1 : share)
      })
      break
    case 'choice':
      for (const branch of plan.branches) reader.passOn(branch.plan, flowing, branch.share)
      break
    case 'cacheAside':
      reader.passOn(plan.cache, flowing)
      reader.passOn(plan.store, flowing, 1 - plan.hitRatio)
  }
}

/** What fails less often is no load. */
const NOTICED = 1e-6

function addVisit(visit: Visit, flowing: Flowing, reader: Passing): void {
  const { component, call, work, times, fallback } = visit
  const { rate, outageRate } = flowing
  const policy = call && reader.policyOf(call)
  const unanswered = reader.unanswered(component)
  const time = timeOf(visit, reader)
  const { made, failing } = policy ? attemptsMade(policy, time, reader.failing.attempt(visit)) : untried
  const arriving = {
    rate: rate * times * made,
    outageRate: outageRate * (policy && !isBroken(call) ? callsPerVisit(policy, visit) : times),
  }
  const tally = reader.tallies.get(component) ?? emptyTally()
  const limit = patienceAt(visit, flowing, { policy, time })
  tally.rate += arriving.rate
  const ends = earliestLimit(visit, reader)?.ms ?? Infinity
  if (rate > 0) tally.stuck += inFlight(rate * times, policy ? longestOf(policy, ends) : Infinity)
  tally.outageRate += arriving.outageRate
  if (arriving.rate > 0) {
    tally.held += arriving.rate * time.heldMs
    tally.heldSquared += arriving.rate * time.heldSquared
    tally.patience = Math.max(tally.patience, limit)
    tally.served.set(time.within, (tally.served.get(time.within) ?? 0) + arriving.rate)
  }
  reader.tallies.set(component, tally)
  if (fallback && failing > NOTICED) reader.passOn(fallback, flowing, failing)
  const served = arriving.rate * (1 - unanswered)
  reader.passOn(work, { rate: served, outageRate: arriving.outageRate, limit, whole: time.slowest })
}

/** A circuit breaker stops the repetitions of an outage. */
const isBroken = (call: Call | undefined): boolean => statesCheck(call?.connection.figures.breaker)

/** Milliseconds from its arrival at the callee after which nobody waits for an answer any more. */
function patienceAt(
  { component }: Visit,
  { limit, whole }: Flowing,
  { policy, time }: { readonly policy: CallPolicy | undefined; readonly time: VisitTime },
): number {
  const above = limit === Infinity ? Infinity : limit - Math.max(0, whole - time.slowest)
  const own = Math.min(policy?.timeout ?? Infinity, policy?.deadline ?? Infinity)
  return Math.max(0, Math.min(above, own - time.networkMs, component.figures.timeout?.value ?? Infinity))
}
