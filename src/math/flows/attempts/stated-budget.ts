// How long callees may work by the timeouts that are stated, leaving out what states none.

import { partsOfPlan, visitsIn } from '../../../model/flows/plan'
import type { Call, Plan, System, Visit } from '../../../model/system'
import { isSoleRetrier, policyOf } from './call-policy'
import { policiesIn, worstCaseReader } from './worst-case'

export interface BudgetedVisits {
  readonly visits: readonly Visit[]
  /**
   * The longest a visit's component works for one attempt of the call: its own `timeout`, else the sum of what it
   * waits for, in milliseconds. Calls without any limit count nothing, so this is a lower bound.
   */
  readonly budget: (visit: Visit) => number
  /** The sum of what it waits for alone. */
  readonly waiting: (visit: Visit) => number
}

/** The visits of all flows: together where calls are made the same way in each of them, else flow by flow. */
export function statedBudgets({ flows, components }: System): readonly BudgetedVisits[] {
  const alike = components.some(isSoleRetrier)
    ? flows.map(flow => ({ plans: [flow.plan], policies: policiesIn(flow) }))
    : [{ plans: flows.map(({ plan }) => plan), policies: policyOf }]
  return alike.map(({ plans, policies }) => {
    const { plan } = worstCaseReader(policies, 0)
    return {
      visits: visitsIn(plans),
      budget: ({ component, work }) => Math.min(component.figures.timeout?.value ?? Infinity, plan(work)),
      waiting: ({ work }) => plan(work),
    }
  })
}

/** A call that a component makes for each request. */
export interface MadeCall {
  readonly call: Call
  readonly times: number
}

/** The calls and hand-overs that a visit's component makes itself, those with a limit only. */
export function callsMadeIn(visit: Visit): readonly MadeCall[] {
  return directCalls(visit.work).filter(
    ({ call: { connection } }) => connection.figures.timeout ?? connection.figures.deadline,
  )
}

function directCalls(plan: Plan): readonly MadeCall[] {
  if (plan.kind === 'visit') return plan.call ? [{ call: plan.call, times: Math.max(1, plan.times) }] : []
  return partsOfPlan(plan).flatMap(directCalls)
}
