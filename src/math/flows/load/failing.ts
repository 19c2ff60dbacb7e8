// What fails when requests of components do: through attempts, rounds, shares and fallbacks.

import { partsOfPlan } from '../../../model/flows/plan'
import { statesCheck } from '../../../model/health-checks'
import type { Call, Component, Plan, Visit } from '../../../model/system'
import { type CallPolicy, DRAWN_ATTEMPTS } from '../attempts/call-policy'

export interface Failures {
  /** P(it fails), by these errors alone. */
  readonly plan: (plan: Plan) => number
  /** One attempt of its call, and all of them with all its rounds, without its fallback. */
  readonly attempt: (visit: Visit) => number
  readonly visit: (visit: Visit) => number
  readonly policyOf: (call: Call) => CallPolicy
}

/** What fails because these shares of the requests of components do. */
export function failuresBy(
  errorRateOf: (component: Component) => number,
  policyOf: Failures['policyOf'],
): Failures {
  const known = new Map<Plan, number>()
  const plan = (part: Plan): number => {
    const before = known.get(part)
    if (before !== undefined) return before
    const failing = workOut(part)
    known.set(part, failing)
    return failing
  }
  const attempt = ({ component, work }: Visit): number => 1 - (1 - errorRateOf(component)) * (1 - plan(work))
  const visit = (part: Visit): number =>
    1 - (1 - attempt(part) ** attemptsTried(part, policyOf)) ** Math.max(1, part.times)
  const workOut = (part: Plan): number => {
    switch (part.kind) {
      case 'visit':
        if (part.optional) return 0
        return visit(part) * (part.fallback ? plan(part.fallback) : 1)
      case 'sequence':
      case 'parallel':
        return 1 - partsOfPlan(part).reduce((fine, each) => fine * (1 - plan(each)), 1)
      case 'cacheAside':
        // Requests succeed without an optional cache, but only its answers spare the store.
        return part.failOpen
          ? plan(part.store) * (1 - part.hitRatio * (1 - visit(part.cache)))
          : 1 - (1 - plan(part.cache)) * (1 - (1 - part.hitRatio) * plan(part.store))
      default:
        return takenBy(part).reduce((sum, { part: each, share }) => sum + share * plan(each), 0)
    }
  }
  return { plan, attempt, visit, policyOf }
}

/** How often a call is tried at most; a circuit breaker stops repetitions. */
export function attemptsTried({ call }: Visit, policyOf: Failures['policyOf']): number {
  if (!call || statesCheck(call.connection.figures.breaker)) return 1
  return Math.min(policyOf(call).attempts, DRAWN_ATTEMPTS)
}

/** The parts of which one or all happen, with how many requests take each. */
export function takenBy(
  plan: Extract<Plan, { kind: 'parallel' | 'redundant' | 'choice' }>,
): readonly { readonly part: Plan; readonly share: number }[] {
  switch (plan.kind) {
    case 'parallel':
      return plan.branches.map(part => ({ part, share: 1 }))
    case 'redundant':
      return plan.branches.map((part, index) => ({
        part,
        share: plan.need > 1 ? 1 : (plan.shares?.[index] ?? 1 / plan.branches.length),
      }))
    case 'choice':
      return plan.branches.map(({ plan: part, share }) => ({ part, share }))
  }
}
