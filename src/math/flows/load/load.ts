// Requests a second at every component: from the entries through shares, retries and caches; and who saturates.

import { outsideIn, partsOfPlan } from '../../../model/flows/plan'
import { statesCheck } from '../../../model/health-checks'
import type { Assumption, Call, Component, Flow, Plan, System, Visit } from '../../../model/system'
import type { WorkMeter } from '../../latency/evaluation-work'
import { type Latency, percentilesOf } from '../../latency/latency'
import { inFlight } from '../../queueing/waiting'
import { expectedAttempts } from '../../retries/amplification'
import { collectAssumptions, unrecorded } from '../assumptions'
import {
  type CallPolicy,
  callsPerVisit,
  DRAWN_ATTEMPTS,
  HEDGED_SHARE,
  longestOf,
} from '../attempts/call-policy'
import { flowReader } from '../flow-reading'
import { durationOf } from '../latency/duration'
import { lagOf } from '../latency/lag'
import type { LatencyReader } from '../latency/latency-plan'
import { networkTime } from '../latency/network-time'
import type { FlowOptions } from '../reading-context'
import { appliedLoad } from './applied-load'
import { type Arrival, arrivalsOf } from './arrivals'
import { type ComponentLoad, emptyTally, loadOfComponent, type Tally } from './component-load'
import { arrivingAt, consumersAmong, consumingFlows } from './consumers'
import { type Failures, failuresBy } from './failing'

export interface Load {
  readonly components: ReadonlyMap<Component, ComponentLoad>
  readonly assumed: readonly Assumption[]
  /** What arrives in a second, for which plans. */
  readonly arrivals: readonly Arrival[]
}

/** The load that all flows of a system put on its components; empty when no entry states a rate. */
export function loadOf(system: Pick<System, 'flows'>, options: FlowOptions = {}): Load {
  const assumptions = collectAssumptions()
  const arrivals = arrivalsOf(system, assumptions)
  const consumptions = consumingFlows(system)
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

/** How long one attempt holds its callee, without the way there and what it is behind by. */
interface VisitTime {
  readonly heldMs: number
  readonly heldSquared: number
  readonly slowest: number
  readonly networkMs: number
  /** Of what is served. */
  readonly within: (ms: number) => number
  /** P(an attempt is answered in so many milliseconds), the way there included. */
  readonly answeredIn: (ms: number) => number
}

interface LoadReader {
  readonly latency: LatencyReader
  readonly gamma: number
  readonly affords: WorkMeter
  readonly policyOf: (call: Call) => CallPolicy
  readonly tallies: Map<Component, Tally>
  readonly visited: Map<Visit, VisitTime>
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
  for (const plan of outsideIn(flow.plan, partsWithLoad)) {
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

function addVisit(visit: Visit, flowing: Flowing, reader: Passing): void {
  const { component, call, work, async, times } = visit
  const { rate, outageRate } = flowing
  const policy = call && reader.policyOf(call)
  const unanswered = reader.unanswered(component)
  const time = timeOf(visit, reader)
  const attempted = policy ? attemptsMade(policy, time, reader.failing.attempt(visit)) : 1
  const arriving = {
    rate: rate * times * attempted,
    outageRate: outageRate * (policy && !isBroken(call) ? callsPerVisit(policy, visit) : times),
  }
  const tally = reader.tallies.get(component) ?? emptyTally()
  const limit = patienceAt(visit, flowing, { policy, time })
  tally.rate += arriving.rate
  if (rate > 0) tally.stuck += inFlight(rate * times, policy ? longestOf(policy, Infinity) : Infinity)
  tally.outageRate += arriving.outageRate
  if (arriving.rate > 0) {
    tally.held += arriving.rate * time.heldMs
    tally.heldSquared += arriving.rate * time.heldSquared
    tally.patience = Math.max(tally.patience, limit)
    tally.served.push({ rate: arriving.rate, within: time.within })
  }
  reader.tallies.set(component, tally)
  if (async) return
  const served = arriving.rate * (1 - unanswered)
  reader.passOn(work, { rate: served, outageRate: arriving.outageRate, limit, whole: time.slowest })
}

/** Requests that one call becomes: attempts that follow errors and late answers, and copies of what is hedged. */
function attemptsMade(policy: CallPolicy, { answeredIn }: VisitTime, failing: number): number {
  const { copies, hedgeAfter, timeout = Infinity } = policy
  const hedged = copies > 1
  // What the hedge makes good is in its times.
  const errors = hedged ? 0 : policy.errorRate
  const answered = (1 - errors) * (1 - failing) * answeredIn(timeout)
  const attempts = expectedAttempts(1 - answered, Math.min(policy.attempts, DRAWN_ATTEMPTS))
  return (
    attempts * (hedged ? 1 + Math.max(hedgeAfter === 0 ? HEDGED_SHARE : 0, 1 - answeredIn(hedgeAfter)) : 1)
  )
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

const noTime: Latency = { op: 'constant', ms: 0 }

function timeOf(visit: Visit, { latency, gamma, affords, visited }: LoadReader): VisitTime {
  const known = visited.get(visit)
  if (known) return known
  const attempt = latency.attempt(visit)
  // Where that is too much work, so are the flows that wait for it.
  const { at, mean, variability, failed, within } = percentilesOf(affords(attempt) ? attempt : noTime, gamma)
  const { call } = visit
  const onNetwork = call && !durationOf(call.connection.figures) ? networkTime(call, unrecorded) : 0
  const networkMs = onNetwork + (lagOf(visit)?.value ?? 0)
  const heldMs = Math.max(0, mean - networkMs)
  const time = {
    heldMs,
    heldSquared: variability * mean ** 2 + heldMs ** 2,
    slowest: at(0.999),
    networkMs,
    within: (ms: number) => within(ms + networkMs) / (1 - failed),
    answeredIn: within,
  }
  visited.set(visit, time)
  return time
}

/** A fallback is only called where the primary fails: no load of its own in normal times. */
const partsWithLoad = (plan: Plan): readonly Plan[] =>
  plan.kind === 'visit' ? [plan.work] : partsOfPlan(plan)
