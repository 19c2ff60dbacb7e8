// Timeouts that fit into each other: from what a request may take inwards.

import { policyOf, worstCaseOfCall } from '../../math'
import { writeDuration } from '../../model/annotations'
import { outsideIn, partsOfPlan } from '../../model/flows/plan'
import type { Call, Component, Plan, Visit } from '../../model/system'
import { coldStartOf, settableBelow } from '../settable-timeout'
import { roundedDown } from '../suggested-timeout'
import type { DesignChange } from './design-changes'

/** Of what a component is given, so much is for what it calls; the rest is for its own work and the way back. */
const passedOn = 0.9

export interface FittingTimeout {
  readonly call: Call
  /** Milliseconds: a figure of two digits that the caller can be set to. */
  readonly timeout: number
}

/** The calls of a plan whose timeouts have to change for all of it to fit into `budget` milliseconds, as one change. */
export function fittingTimeouts(plan: Plan, budget: number): readonly DesignChange[] {
  const changed = timeoutsWithin(plan, budget, slowestWork)?.filter(
    ({ call, timeout }) => call.connection.figures.timeout?.value !== timeout,
  )
  if (!changed || changed.length === 0) return []
  const title = `Set timeouts that fit into ${writeDuration(budget)}, from the outside inwards`
  return [{ title, statements: changed.map(statementOf), cost: 1, against: 'time' }]
}

/** The stated timeouts behind a visit that have to be shorter for an answer in `patience` milliseconds, outermost first. */
export const shorterTimeouts = ({ work }: Visit, patience: number): readonly FittingTimeout[] =>
  (timeoutsWithin(work, patience * passedOn, statedLimit) ?? []).filter(
    ({ call, timeout }) => timeout < (call.connection.figures.timeout?.value ?? 0),
  )

export const statementOf = ({ call, timeout }: FittingTimeout) => ({
  about: call.connection,
  entries: { timeout: writeDuration(timeout) },
})

/** What a visit weighs among those that are made one after another, with the weight of what it calls. */
type Weigh = (visit: Visit, behind: number) => number

/**
 * A timeout for every call of a plan that weighs something. Calls made together have all that their caller has left,
 * calls one after another share it by their weight; attempts and pauses divide it further. Undefined where one of
 * them cannot be set so low, or would not wait for half of the answers.
 */
function timeoutsWithin(root: Plan, budget: number, weigh: Weigh): readonly FittingTimeout[] | undefined {
  const limits = new Map([...limitsWithin(root, budget, weigh)].filter(([, ms]) => ms > 0))
  const fitting = [...limits].flatMap(([call, ms]): FittingTimeout[] => {
    const timeout = ms < 1 ? undefined : settableBelow(call.caller, roundedDown(ms))
    return timeout === undefined || timeout < leastFor(call.callee) ? [] : [{ call, timeout }]
  })
  return fitting.length === limits.size ? fitting : undefined
}

const leastFor = (callee: Component): number =>
  Math.max(1, coldStartOf(callee), callee.figures.p50?.stated ? callee.figures.p50.value : 0)

/** Where several ways lead to a call, the one that leaves it least decides. */
function limitsWithin(root: Plan, budget: number, weigh: Weigh): ReadonlyMap<Call, number> {
  const limits = new Map<Call, number>()
  const left = new Map<Plan, number>([[root, budget]])
  const leave = (part: Plan, ms: number) => left.set(part, Math.min(ms, left.get(part) ?? Infinity))
  const weightOf = weightsBy(weigh)
  for (const plan of outsideIn(root)) {
    const ms = left.get(plan)
    if (ms === undefined) continue
    if (plan.kind === 'visit') limit(plan, ms, { limits, leave })
    else if (plan.kind === 'sequence' || plan.kind === 'cacheAside') {
      const steps = partsOfPlan(plan)
      const whole = steps.reduce((sum, step) => sum + weightOf(step), 0)
      for (const step of steps) leave(step, whole > 0 ? (ms * weightOf(step)) / whole : 0)
    } else for (const branch of partsOfPlan(plan)) leave(branch, ms)
  }
  return limits
}

interface Limits {
  readonly limits: Map<Call, number>
  readonly leave: (part: Plan, ms: number) => void
}

function limit(visit: Visit, left: number, { limits, leave }: Limits): void {
  const { call, work, times, sideBySide, fallback, async } = visit
  const one = left / (sideBySide ? 1 : Math.max(1, times)) / (fallback ? 2 : 1)
  if (!call) {
    leave(work, one * passedOn)
    return
  }
  const { attempts, waits } = policyOf(call)
  const pauses = waits.reduce((sum, wait) => sum + wait, 0)
  const timeout = Math.max(0, one - pauses) / Math.min(attempts, 10)
  limits.set(call, Math.min(timeout, limits.get(call) ?? Infinity))
  if (!async) leave(work, timeout * passedOn)
  if (fallback) leave(fallback, one)
}

/** Where nothing is known of a component's time, milliseconds. */
const unknownTime = 10

/** Roughly how long it takes at its slowest. */
const slowestWork: Weigh = ({ component: { figures } }, behind) =>
  Math.max(1, (figures.p99 ?? figures.latency)?.value ?? unknownTime) + behind

/** How long it may take as its author states it; nothing where no timeout is stated. */
const statedLimit: Weigh = ({ call, times }, behind) => {
  const stated = call?.connection.figures.timeout && worstCaseOfCall(call)
  return stated ? stated * Math.max(1, times) : behind
}

function weightsBy(weigh: Weigh): (plan: Plan) => number {
  const known = new Map<Plan, number>()
  const of = (plan: Plan): number => {
    const weight = known.get(plan) ?? weightOf(plan)
    known.set(plan, weight)
    return weight
  }
  const weightOf = (plan: Plan): number => {
    const parts = plan.kind === 'visit' ? [] : partsOfPlan(plan)
    switch (plan.kind) {
      case 'visit':
        return weigh(plan, plan.async ? 0 : of(plan.work))
      case 'sequence':
      case 'cacheAside':
        return parts.reduce((total, part) => total + of(part), 0)
      case 'choice':
      case 'parallel':
      case 'redundant':
        return parts.reduce((most, part) => Math.max(most, of(part)), 0)
    }
  }
  return of
}
