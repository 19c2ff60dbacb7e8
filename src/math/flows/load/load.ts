// Requests a second at every component: from the entries through shares, retries and caches; and who saturates.

import { partsOfPlan, visitsOf } from '../../../model/flows/plan'
import type { Assumption, Call, Component, Flow, Plan, System, Visit } from '../../../model/system'
import { type Latency, percentilesOf } from '../../latency/latency'
import { inFlight, waitingOf } from '../../queueing/waiting'
import { expectedAttempts } from '../../retries/amplification'
import { collectAssumptions, writtenPercent } from '../assumptions'
import { type CallPolicy, callsPerVisit, DRAWN_ATTEMPTS, longestOf } from '../attempts/call-policy'
import { flowReader } from '../flow-reading'
import type { LatencyReader } from '../latency/latency-plan'
import type { FlowOptions } from '../reading-context'

export interface ComponentLoad {
  readonly component: Component
  /** Requests per second, repetitions of transient failures included. */
  readonly rate: number
  /** The same while everything behind the retries fails. */
  readonly outageRate: number
  /** Mean milliseconds a request occupies one of its places. */
  readonly heldMs: number
  /** Busy share of what is stated as capacity or concurrency; absent when neither is. */
  readonly utilization?: number
  /** P(a request waits) and the mean wait of those that do, milliseconds. */
  readonly waits?: number
  readonly meanWaitMs?: number
  /**
   * Calls in flight when it hangs and its callers wait as long as they are willing to (Little's law); null
   * when some of them wait for ever.
   */
  readonly stuckWhenHanging: number | null
  /** Requests come faster than they can be served. */
  readonly saturated: boolean
  /** Saturated by the retries of an outage. */
  readonly saturatedInOutage: boolean
}

export interface Load {
  readonly components: ReadonlyMap<Component, ComponentLoad>
  readonly assumed: readonly Assumption[]
}

interface Tally {
  rate: number
  outageRate: number
  held: number
  stuck: number
}

/** The load that all flows of a system put on its components; empty when no entry states a rate. */
export function loadOf(system: Pick<System, 'flows'>, options: FlowOptions = {}): Load {
  const tallies = new Map<Component, Tally>()
  const assumptions = collectAssumptions()
  const read = flowReader(options)
  const flowsOf = new Map<Component, number>()
  for (const { entry } of system.flows) flowsOf.set(entry, (flowsOf.get(entry) ?? 0) + 1)
  for (const flow of system.flows) {
    const rate = rateOf(flow, flowsOf.get(flow.entry) ?? 1)
    if (rate === undefined) continue
    if (rate.split) {
      const source = 'the entry’s rate, divided evenly among its flows'
      assumptions.add({ at: flow.name, key: 'rate', value: `${Number(rate.value.toPrecision(3))}/s`, source })
    }
    addFlow(flow, rate.value, { ...read(flow), tallies })
  }
  const components = new Map(
    [...tallies].map(([component, tally]) => [component, loadOfComponent(component, tally)]),
  )
  return { components, assumed: assumptions.all() }
}

/** The wait before a component's own work, as M/M/c has it; nothing where the load is unknown or hopeless. */
export const waitingUnder =
  ({ components }: Load) =>
  (component: Component): Latency => {
    const { saturated, waits, meanWaitMs } = components.get(component) ?? {}
    if (saturated !== false || !waits || !meanWaitMs) return { op: 'constant', ms: 0 }
    const item = `component:${component.id}`
    return { op: 'choice', of: [{ share: waits, of: { op: 'exponential', mean: meanWaitMs, item } }] }
  }

/** The components that a flow waits for and that get more requests than they can serve, in its order. */
export const overloadedIn = ({ plan }: Flow, { components }: Load): readonly ComponentLoad[] =>
  [...new Set(visitsOf(plan).flatMap(({ component, async }) => (async ? [] : [component])))].flatMap(
    component => {
      const load = components.get(component)
      return load?.saturated ? [load] : []
    },
  )

function rateOf({ entry, plan }: Flow, flows: number): { value: number; split: boolean } | undefined {
  const first = plan.kind === 'visit' ? plan.call?.connection.figures.rate : undefined
  if (first) return { value: first.value, split: false }
  const stated = entry.figures.rate
  return stated && { value: stated.value / flows, split: flows > 1 && writtenPercent(1 / flows) !== '100%' }
}

interface Flowing {
  readonly rate: number
  readonly outageRate: number
}

interface LoadReader {
  readonly latency: LatencyReader
  readonly gamma: number
  readonly policyOf: (call: Call) => CallPolicy
  readonly tallies: Map<Component, Tally>
}

/** Every part of a plan once, callers before what they call, so that shared work is not walked per path. */
function addFlow(flow: Flow, rate: number, reader: LoadReader): void {
  const arriving = new Map<Plan, Flowing>([[flow.plan, { rate, outageRate: rate }]])
  const passOn = (plan: Plan, flowing: Flowing, share = 1): void => {
    const before = arriving.get(plan)
    arriving.set(plan, {
      rate: (before?.rate ?? 0) + flowing.rate * share,
      outageRate: (before?.outageRate ?? 0) + flowing.outageRate * share,
    })
  }
  for (const plan of callersFirst(flow.plan)) {
    const flowing = arriving.get(plan)
    if (flowing) addPlan(plan, flowing, { ...reader, passOn })
  }
}

interface Passing extends LoadReader {
  readonly passOn: (plan: Plan, flowing: Flowing, share?: number) => void
}

function addPlan(plan: Plan, flowing: Flowing, reader: Passing): void {
  switch (plan.kind) {
    case 'visit':
      addVisit(plan, flowing, reader)
      break
    case 'sequence':
      for (const step of plan.steps) reader.passOn(step, flowing)
      break
    case 'parallel':
      for (const branch of plan.branches) reader.passOn(branch, flowing)
      break
    case 'redundant':
      // Copies share the work evenly; a quorum asks all of them.
      for (const branch of plan.branches)
        reader.passOn(branch, flowing, plan.need > 1 ? 1 : 1 / plan.branches.length)
      break
    case 'choice':
      for (const branch of plan.branches) reader.passOn(branch.plan, flowing, branch.share)
      break
    case 'cacheAside':
      reader.passOn(plan.cache, flowing)
      reader.passOn(plan.store, flowing, 1 - plan.hitRatio)
  }
}

function addVisit(visit: Visit, { rate, outageRate }: Flowing, reader: Passing): void {
  const { component, call, work, async, times } = visit
  const policy = call && reader.policyOf(call)
  const attempted = policy ? expectedAttempts(policy.errorRate, Math.min(policy.attempts, DRAWN_ATTEMPTS)) : 1
  const arriving = {
    rate: rate * times * attempted,
    outageRate: outageRate * (policy ? callsPerVisit(policy, visit) : times),
  }
  const tally = reader.tallies.get(component) ?? { rate: 0, outageRate: 0, held: 0, stuck: 0 }
  tally.rate += arriving.rate
  if (rate > 0) tally.stuck += inFlight(rate * times, policy ? longestOf(policy, Infinity) : Infinity)
  tally.outageRate += arriving.outageRate
  if (arriving.rate > 0)
    tally.held += arriving.rate * percentilesOf(reader.latency.attempt(visit), reader.gamma).mean
  reader.tallies.set(component, tally)
  if (!async) reader.passOn(work, arriving)
}

function callersFirst(root: Plan): Plan[] {
  const seen = new Set<Plan>()
  const order: Plan[] = []
  const visit = (plan: Plan): void => {
    if (seen.has(plan)) return
    seen.add(plan)
    // Only called where the primary fails: no load of its own in normal times.
    const parts = plan.kind === 'visit' ? [plan.work] : partsOfPlan(plan)
    parts.forEach(visit)
    order.push(plan)
  }
  visit(root)
  return order.reverse()
}

function loadOfComponent(component: Component, { rate, outageRate, held, stuck }: Tally): ComponentLoad {
  const heldMs = rate > 0 ? held / rate : 0
  const station = stationOf(component, heldMs)
  const stuckWhenHanging = Number.isFinite(stuck) ? stuck : null
  const base = { component, rate, outageRate, heldMs, stuckWhenHanging }
  if (!station) return { ...base, saturated: false, saturatedInOutage: false }
  const { utilization, waits, meanOfWaiting } = waitingOf({ ...station, rate })
  return {
    ...base,
    utilization,
    waits,
    meanWaitMs: meanOfWaiting,
    saturated: utilization >= 1,
    saturatedInOutage: waitingOf({ ...station, rate: outageRate }).utilization >= 1,
  }
}

/** Places and the time one is taken: by concurrency, by capacity as one server, or both. */
function stationOf(
  { figures }: Component,
  heldMs: number,
): { servers: number; serviceMs: number } | undefined {
  const copies = figures.replicas?.value ?? 1
  const places = figures.concurrency && figures.concurrency.value * copies
  const capacity = figures.capacity?.value
  if (capacity !== undefined) {
    const servers = places ?? 1
    return { servers, serviceMs: (servers * 1000) / capacity }
  }
  return places === undefined ? undefined : { servers: places, serviceMs: heldMs }
}
