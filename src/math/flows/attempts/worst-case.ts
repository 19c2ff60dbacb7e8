// The longest a flow can take when everything runs into its timeout.

import { partsOfPlan, visitsOf } from '../../../model/flows/plan'
import type { Call, Flow, Plan, Visit } from '../../../model/system'
import { type CallPolicy, isSoleRetrier, longestOf, policiesAmong } from './call-policy'

export interface WorstCase {
  /** Milliseconds; null when some call on the way is bounded by nothing. */
  readonly longest: number | null
  /** The calls that no timeout bounds, neither their own nor one above or below. */
  readonly unbounded: readonly Call[]
}

/** W(call) = min(deadline, attempts × min(timeout, W(callee)) + Σ waits); sequences add, joins take the largest. */
export const worstCaseOf = (flow: Flow): WorstCase => worstCaseIn(flow, worstCaseReader(policiesIn(flow)))

export function worstCaseIn(flow: Flow, reader: WorstCaseReader): WorstCase {
  const longest = reader.plan(flow.plan)
  if (Number.isFinite(longest)) return { longest, unbounded: [] }
  return { longest: null, unbounded: unboundedIn(flow.plan, reader) }
}

/** How calls are made in a flow: sole retriers among its components count. */
export const policiesIn = ({ entry, plan }: Flow): ((call: Call) => CallPolicy) =>
  policiesAmong([
    entry,
    ...visitsOf(plan)
      .filter(({ component }) => isSoleRetrier(component))
      .map(({ component }) => component),
  ])

export interface WorstCaseReader {
  /** Milliseconds, Infinity when unbounded. */
  readonly plan: (plan: Plan) => number
  /** One attempt of the visit's call, before its own timeout. */
  readonly attempt: (visit: Visit) => number
  /** All attempts of the visit's call, once. */
  readonly call: (visit: Visit) => number
}

/** Calls that nothing bounds take `unbounded` milliseconds: Infinity, or 0 to count only what is stated. */
export function worstCaseReader(policyOf: (call: Call) => CallPolicy, unbounded = Infinity): WorstCaseReader {
  const known = new Map<Plan, number>()
  const plan = (part: Plan): number => {
    const done = known.get(part)
    if (done !== undefined) return done
    const value = longest(part)
    known.set(part, value)
    return value
  }
  const attempt = ({ component, work }: Visit): number => {
    // What calls nothing may take forever; what calls others is taken to last as long as they do.
    const below = isEmpty(work) ? Infinity : plan(work)
    return Math.min(component.figures.timeout?.value ?? Infinity, below)
  }
  const call = (visit: Visit): number => {
    const one = attempt(visit)
    const all = visit.call ? longestOf(policyOf(visit.call), one) : one
    return Number.isFinite(all) ? all : unbounded
  }
  const longest = (part: Plan): number => {
    switch (part.kind) {
      case 'visit': {
        const primary = call(part) * (part.sideBySide ? 1 : Math.max(1, part.times))
        return part.fallback ? primary + plan(part.fallback) : primary
      }
      case 'sequence':
        return part.steps.reduce((sum, step) => sum + plan(step), 0)
      case 'parallel':
      case 'redundant':
        return part.branches.reduce((slowest, branch) => Math.max(slowest, plan(branch)), 0)
      case 'choice':
        return part.branches.reduce((slowest, branch) => Math.max(slowest, plan(branch.plan)), 0)
      case 'cacheAside':
        return plan(part.cache) + plan(part.store)
    }
  }
  return { plan, attempt, call }
}

const isEmpty = (plan: Plan): boolean => plan.kind === 'sequence' && plan.steps.length === 0

/** Followed only where no timeout above has settled it. */
function unboundedIn(plan: Plan, reader: WorstCaseReader): Call[] {
  const calls: Call[] = []
  const seen = new Set<Plan>()
  const walk = (part: Plan): void => {
    if (seen.has(part) || Number.isFinite(reader.plan(part))) return
    seen.add(part)
    if (part.kind === 'visit' && part.call && !Number.isFinite(reader.call(part))) calls.push(part.call)
    partsOfPlan(part).forEach(walk)
  }
  walk(plan)
  return calls
}
