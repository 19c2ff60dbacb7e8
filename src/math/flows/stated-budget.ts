// How long callees may work by the timeouts that are stated, leaving out what states none.

import { partsOfPlan } from '../../model/flows/plan'
import type { Call, Flow, Plan, Visit } from '../../model/system'
import { policiesIn, type WorstCaseReader, worstCaseReader } from './worst-case'

/**
 * For a visit of a flow, the longest its component works for one attempt of the call: its own `timeout`, else the
 * sum of what it waits for, in milliseconds. Calls without any limit count nothing, so this is a lower bound.
 * What flows with the same policies share is added up once.
 */
export function statedBudgets(): (flow: Flow) => (visit: Visit) => number {
  const readers = new Map<ReturnType<typeof policiesIn>, WorstCaseReader>()
  return flow => {
    const policies = policiesIn(flow)
    const reader = readers.get(policies) ?? worstCaseReader(policies, 0)
    readers.set(policies, reader)
    return visit => Math.min(visit.component.figures.timeout?.value ?? Infinity, reader.plan(visit.work))
  }
}

/** The calls that a visit's component makes itself and waits for, those with a limit only. */
export function callsMadeIn(visit: Visit): readonly Call[] {
  return directCalls(visit.work).filter(({ connection: { figures } }) => figures.timeout ?? figures.deadline)
}

function directCalls(plan: Plan): readonly Call[] {
  if (plan.kind === 'visit') return plan.call && !plan.async ? [plan.call] : []
  return partsOfPlan(plan).flatMap(directCalls)
}
