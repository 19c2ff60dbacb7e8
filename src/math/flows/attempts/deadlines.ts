// The timeout budget hop by hop: does a callee's worst case fit into the time its caller waits?

import { partsOfPlan } from '../../../model/flows/plan'
import type { Call, Flow, Plan, Visit } from '../../../model/system'
import { attemptsThatFit } from '../../retries/fitting-attempts'
import { type FlowReading, readFlow } from '../flow-reading'
import { type CallPolicy, longestOf } from './call-policy'

export interface DeadlineHop {
  readonly call: Call
  /** The call whose timeout, deadline or handling limits this one; absent when nothing above does. */
  readonly limitedBy?: Call
  /** Milliseconds the callers above leave for this call; null when they set no limit. */
  readonly available: number | null
  /** The longest this call takes with all its attempts and waits; null when unbounded. */
  readonly needs: number | null
  /** It goes on for a caller that has given up: needs more than is available. */
  readonly violates: boolean
  /** Attempts that end within what is available. */
  readonly fits: number
  readonly attempts: number
}

interface Limit {
  readonly available: number
  readonly by?: Call
}

/** One entry for each call, with the tightest limit any path sets; callers before callees. */
export const deadlinesOf = (flow: Flow): readonly DeadlineHop[] => deadlinesIn(readFlow(flow))

export function deadlinesIn({ flow, policyOf, worstCase }: FlowReading): readonly DeadlineHop[] {
  const hops = new Map<Call, DeadlineHop>()
  const tightest = new Map<Plan, number>()
  const walk = (part: Plan, limit: Limit): void => {
    const before = tightest.get(part)
    if (before !== undefined && before <= limit.available) return
    tightest.set(part, limit.available)
    if (part.kind !== 'visit') {
      for (const next of partsOfPlan(part)) walk(next, limit)
      return
    }
    const below = part.call ? passedOn(part, policyOf(part.call), limit) : limit
    if (part.call) {
      const policy = policyOf(part.call)
      const attempt = worstCase.attempt(part)
      const needs = longestOf(policy, attempt)
      hops.set(part.call, hopOf(part.call, policy, { limit, needs, attempt }))
    }
    walk(part.work, below)
    if (part.fallback) walk(part.fallback, limit)
  }
  walk(flow.plan, { available: Infinity })
  return [...hops.values()]
}

/** What one attempt of a call leaves for everything its callee does. */
function passedOn({ call, component }: Visit, { timeout, deadline }: CallPolicy, limit: Limit): Limit {
  const handling = component.figures.timeout?.value
  const own = Math.min(timeout ?? Infinity, deadline ?? Infinity, handling ?? Infinity)
  return own < limit.available ? { available: own, ...(call && { by: call }) } : limit
}

interface Needs {
  readonly limit: Limit
  readonly needs: number
  readonly attempt: number
}

function hopOf(call: Call, policy: CallPolicy, { limit, needs, attempt }: Needs): DeadlineHop {
  const { available, by } = limit
  const timeout = Math.min(policy.timeout ?? Infinity, attempt)
  const attempts = policy.attempts
  return {
    call,
    ...(by && { limitedBy: by }),
    available: Number.isFinite(available) ? available : null,
    needs: Number.isFinite(needs) ? needs : null,
    violates: Number.isFinite(available) && Number.isFinite(needs) && needs > available,
    fits: Number.isFinite(available)
      ? attemptsThatFit({ attempts: Math.min(attempts, 1000), timeout, waits: policy.waits }, available)
      : attempts,
    attempts,
  }
}
