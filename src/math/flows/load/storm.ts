// Retry storms: how many requests a component gets when some of its answers are errors, and whether that feeds itself.

import { outsideIn } from '../../../model/flows/plan'
import type { Component, Flow, Plan, Visit } from '../../../model/system'
import { expectedAttempts } from '../../retries/amplification'
import { HEDGED_SHARE } from '../attempts/call-policy'
import { policiesIn } from '../attempts/worst-case'
import { attemptsTried, type Failures, failuresBy, takenBy } from './failing'
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
  const failing = failuresBy(each => (each === component ? errorRate : 0), policiesIn(flow))
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
      pass(plan.work, plan.component === component ? attempts * (1 - errorRate) : attempts)
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
      pass(plan.store, times * (1 - plan.hitRatio * (1 - failing.visit(plan.cache))))
    } else for (const { part, share } of takenBy(plan)) pass(part, times * share)
  }
  return asked
}

/** A second copy is sent of what has not been answered: of slow answers too. */
function attemptsMade(visit: Visit, { attempt, policyOf }: Failures): number {
  const failing = attempt(visit)
  const isHedged = visit.call !== undefined && policyOf(visit.call).copies > 1
  const copies = isHedged ? 1 + Math.max(HEDGED_SHARE, failing) : 1
  return expectedAttempts(failing, attemptsTried(visit, policyOf)) * copies
}

/** Rounds one after another end with the first that fails. */
function roundsMade(visit: Visit, { attempt, policyOf }: Failures): number {
  const failing = attempt(visit) ** attemptsTried(visit, policyOf)
  if (visit.sideBySide || visit.times <= 1 || failing < 1e-9) return visit.times
  return (1 - (1 - failing) ** visit.times) / failing
}
