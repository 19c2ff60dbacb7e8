// Retry storms: how many requests a component gets when some of its answers are errors, and whether that feeds itself.

import { outsideIn, partsOfPlan } from '../../../model/flows/plan'
import { statesCheck } from '../../../model/health-checks'
import type { Call, Component, Flow, Plan, Visit } from '../../../model/system'
import { expectedAttempts } from '../../retries/amplification'
import { type CallPolicy, DRAWN_ATTEMPTS } from '../attempts/call-policy'
import { policiesIn } from '../attempts/worst-case'
import type { Load } from './load'

export interface Storm {
  readonly component: Component
  /** Requests per second in normal times, and at most. */
  readonly rate: number
  readonly serving: number
  /** What the requests become at a few error rates of the component, 1 the last. */
  readonly multiplied: readonly { readonly errorRate: number; readonly factor: number }[]
  /**
   * `stable`: whatever fails, there is capacity for what is tried again. `metastable`: beyond `tipping`, retries bring
   * more than can be served, which fails too: that goes on when its cause is gone. `overloaded`: already so.
   */
  readonly state: 'stable' | 'metastable' | 'overloaded'
  /** The error rate from which retries fill it; null where none does. */
  readonly tipping: number | null
  /** Below so many requests per second it recovers by itself. */
  readonly recoversBelow: number
}

const shownErrorRates = [0.1, 0.5, 1] as const
/** More than this is for nobody to read. */
const mostStorms = 20
const mostParts = 5000

/** Of all components whose capacity is known and whose callers try again, the worst first. */
export function stormsOf({ components, arrivals }: Load): readonly Storm[] {
  const parts = arrivals.reduce((sum, { flow }) => sum + outsideIn(flow.plan).length, 0)
  if (parts > mostParts) return []
  return [...components.values()]
    .filter(({ utilization }) => utilization !== undefined && utilization > 0)
    .slice(0, mostStorms)
    .flatMap(({ component, rate, utilization = 0 }) => {
      const requestsAt = (errorRate: number): number =>
        arrivals.reduce(
          (sum, arrival) => sum + arrival.rate * requestsFor(arrival.flow, component, errorRate),
          0,
        )
      const usual = requestsAt(0)
      const factorAt = (errorRate: number): number => (usual > 0 ? requestsAt(errorRate) / usual : 1)
      const multiplied = shownErrorRates.map(errorRate => ({ errorRate, factor: factorAt(errorRate) }))
      const most = Math.max(...multiplied.map(({ factor }) => factor))
      if (most < 1.001) return []
      const serving = rate / utilization
      const tipping = tippingPoint(errorRate => factorAt(errorRate) * utilization)
      const state = utilization >= 1 ? 'overloaded' : tipping === null ? 'stable' : 'metastable'
      return [
        { component, rate, serving, multiplied, state, tipping, recoversBelow: serving / most } as const,
      ]
    })
    .sort((a, b) => (a.tipping ?? 2) - (b.tipping ?? 2))
}

/** The first percent at which it is full, then halved. */
function tippingPoint(utilizationAt: (errorRate: number) => number): number | null {
  const full = Array.from({ length: 101 }, (_, percent) => percent / 100).find(
    each => utilizationAt(each) >= 1,
  )
  if (full === undefined || full === 0) return full ?? null
  let [low, high] = [full - 0.01, full]
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2
    if (utilizationAt(middle) >= 1) high = middle
    else low = middle
  }
  return high
}

/** How often a component is asked for one request, when so many of its answers are errors and nothing else fails. */
function requestsFor(flow: Flow, component: Component, errorRate: number): number {
  const { plan: root } = flow
  const failing = failuresBy(component, errorRate, policiesIn(flow))
  const arriving = new Map<Plan, number>([[root, 1]])
  const pass = (plan: Plan, times: number): void => {
    arriving.set(plan, (arriving.get(plan) ?? 0) + times)
  }
  let asked = 0
  for (const plan of outsideIn(root)) {
    const times = arriving.get(plan) ?? 0
    if (times === 0) continue
    if (plan.kind === 'visit') {
      const attempts = times * roundsMade(plan, failing) * attemptsMade(plan, failing)
      if (plan.component === component) asked += attempts
      pass(plan.work, plan.async || plan.component === component ? attempts * (1 - errorRate) : attempts)
      if (plan.fallback) pass(plan.fallback, times * failing.visit(plan))
    } else if (plan.kind === 'sequence') {
      // What fails ends it.
      let reached = times
      for (const step of plan.steps) {
        pass(step, reached)
        reached *= 1 - failing.plan(step)
      }
    } else if (plan.kind === 'cacheAside') {
      pass(plan.cache, times)
      pass(plan.store, times * (1 - plan.hitRatio * (1 - failing.plan(plan.cache))))
    } else for (const { part, share } of sharesOf(plan)) pass(part, times * share)
  }
  return asked
}

interface Failures {
  /** P(it fails), by errors of the component alone. */
  readonly plan: (plan: Plan) => number
  /** One attempt of its call, and all of them with all its rounds, without its fallback. */
  readonly attempt: (visit: Visit) => number
  readonly visit: (visit: Visit) => number
  readonly policyOf: (call: Call) => CallPolicy
}

function failuresBy(component: Component, errorRate: number, policyOf: Failures['policyOf']): Failures {
  const known = new Map<Plan, number>()
  const plan = (part: Plan): number => {
    const before = known.get(part)
    if (before !== undefined) return before
    const failing = workOut(part)
    known.set(part, failing)
    return failing
  }
  const attempt = (visit: Visit): number => {
    const below = visit.async ? 0 : plan(visit.work)
    return visit.component === component ? 1 - (1 - errorRate) * (1 - below) : below
  }
  const visit = (part: Visit): number =>
    1 - (1 - attempt(part) ** attemptsOf(part, policyOf)) ** Math.max(1, part.times)
  const workOut = (part: Plan): number => {
    switch (part.kind) {
      case 'visit':
        if (part.optional) return 0
        return visit(part) * (part.fallback ? plan(part.fallback) : 1)
      case 'sequence':
      case 'parallel':
        return 1 - partsOfPlan(part).reduce((fine, each) => fine * (1 - plan(each)), 1)
      case 'cacheAside':
        return part.failOpen
          ? plan(part.store) * (1 - part.hitRatio * (1 - plan(part.cache)))
          : 1 - (1 - plan(part.cache)) * (1 - (1 - part.hitRatio) * plan(part.store))
      default:
        return sharesOf(part).reduce((sum, { part: each, share }) => sum + share * plan(each), 0)
    }
  }
  return { plan, attempt, visit, policyOf }
}

/** A circuit breaker stops repetitions. */
function attemptsOf({ call }: Visit, policyOf: Failures['policyOf']): number {
  if (!call || statesCheck(call.connection.figures.breaker)) return 1
  return Math.min(policyOf(call).attempts, DRAWN_ATTEMPTS)
}

/** A second copy is sent of what has not been answered: of slow answers too, one in twenty if that is well chosen. */
function attemptsMade(visit: Visit, { attempt, policyOf }: Failures): number {
  const failing = attempt(visit)
  const isHedged = visit.call !== undefined && policyOf(visit.call).copies > 1
  const copies = isHedged ? 1 + Math.max(0.05, failing) : 1
  return expectedAttempts(failing, attemptsOf(visit, policyOf)) * copies
}

/** Rounds one after another end with the first that fails. */
function roundsMade(visit: Visit, { attempt, policyOf }: Failures): number {
  const failing = attempt(visit) ** attemptsOf(visit, policyOf)
  if (visit.sideBySide || visit.times <= 1 || failing < 1e-9) return visit.times
  return (1 - (1 - failing) ** visit.times) / failing
}

function sharesOf(
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
