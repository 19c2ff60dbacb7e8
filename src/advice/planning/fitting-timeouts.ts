// Timeouts that fit into each other: from what a request may take inwards.

import { policyOf } from '../../math'
import { writeDuration } from '../../model/annotations'
import { outsideIn, partsOfPlan } from '../../model/flows/plan'
import type { Call, Plan, Visit } from '../../model/system'
import { settableBelow } from '../settable-timeout'
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
  const changed = timeoutsWithin(plan, budget)?.filter(
    ({ call, timeout }) => call.connection.figures.timeout?.value !== timeout,
  )
  if (!changed || changed.length === 0) return []
  const statements = changed.map(({ call, timeout }) => ({
    about: call.connection,
    entries: { timeout: writeDuration(timeout) },
  }))
  const title = `Set timeouts that fit into ${writeDuration(budget)}, from the outside inwards`
  return [{ title, statements, cost: 1 }]
}

/**
 * A timeout for every call of a plan. Calls made together have all that their caller has left, calls one after
 * another share it by how long they take; attempts and pauses divide it further. Undefined where one of them cannot
 * be set so low.
 */
export function timeoutsWithin(plan: Plan, budget: number): readonly FittingTimeout[] | undefined {
  const limits = new Map<Call, number>()
  share(plan, budget, limits)
  const fitting = [...limits].flatMap(([call, ms]): FittingTimeout[] => {
    const timeout = ms < 1 ? undefined : settableBelow(call.caller, roundedDown(ms))
    return timeout === undefined || timeout < 1 ? [] : [{ call, timeout }]
  })
  return fitting.length === limits.size ? fitting : undefined
}

/** Where several ways lead to a call, the one that leaves it least decides. */
function share(root: Plan, budget: number, limits: Map<Call, number>): void {
  const left = new Map<Plan, number>([[root, budget]])
  const leave = (part: Plan, ms: number) => left.set(part, Math.min(ms, left.get(part) ?? Infinity))
  const weights = new Map<Plan, number>()
  for (const plan of outsideIn(root)) {
    const ms = left.get(plan)
    if (ms === undefined) continue
    if (plan.kind === 'visit') limit(plan, ms, { limits, leave })
    else if (plan.kind === 'sequence' || plan.kind === 'cacheAside') {
      const steps = partsOfPlan(plan)
      const whole = steps.reduce((sum, step) => sum + weightOf(step, weights), 0)
      for (const step of steps) leave(step, (ms * weightOf(step, weights)) / whole)
    } else for (const branch of partsOfPlan(plan)) leave(branch, ms)
  }
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

/** Roughly how long a step takes at its slowest. */
function weightOf(plan: Plan, known: Map<Plan, number>): number {
  const before = known.get(plan)
  if (before !== undefined) return before
  const of = (part: Plan): number => weightOf(part, known)
  const sum = (parts: readonly Plan[]) => parts.reduce((total, part) => total + of(part), 0)
  const weight = (): number => {
    switch (plan.kind) {
      case 'visit': {
        const { p99, latency } = plan.component.figures
        return Math.max(1, (p99 ?? latency)?.value ?? unknownTime) + (plan.async ? 0 : of(plan.work))
      }
      case 'sequence':
        return sum(plan.steps)
      case 'cacheAside':
        return sum([plan.cache, plan.store])
      case 'choice':
        return Math.max(1, ...plan.branches.map(branch => of(branch.plan)))
      case 'parallel':
      case 'redundant':
        return Math.max(1, ...plan.branches.map(of))
    }
  }
  const result = weight()
  known.set(plan, result)
  return result
}
