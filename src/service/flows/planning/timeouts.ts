// Timeouts that fit into each other: from what a request may take inwards.

import { policyOf } from '../../../math'
import { writeDuration } from '../../../model/annotations'
import type { Call, Flow, Plan, Visit } from '../../../model/system'
import { idInTarget } from '../../preview/statements'
import type { Candidate } from './candidates'

/** Of what a component is given, so much is for what it calls; the rest is for its own work and the way back. */
const passedOn = 0.9

/**
 * All timeouts of a flow as one change. Calls made together have all that their caller has left, calls one after
 * another share it by how long they take; attempts and pauses divide it further. Nothing where no budget is known.
 */
export function fittingTimeouts(flow: Flow, budget: number | undefined): readonly Candidate[] {
  if (budget === undefined) return []
  const limits = new Map<Call, number>()
  share(flow.plan, budget, limits)
  const lines = [...limits].flatMap(([call, ms]) => {
    const timeout = Number(ms.toPrecision(2))
    if (timeout < 1 || call.connection.figures.timeout?.value === timeout) return []
    const target = `${idInTarget(call.caller.id)}->${idInTarget(call.callee.id)}`
    return [`%% ${target}@{ timeout: ${writeDuration(timeout)} }`]
  })
  if (lines.length === 0) return []
  const title = `Set timeouts that fit into ${writeDuration(budget)}, from the outside inwards`
  return [{ title, lines, cost: 1 }]
}

function share(plan: Plan, left: number, limits: Map<Call, number>): void {
  switch (plan.kind) {
    case 'visit':
      limit(plan, left, limits)
      break
    case 'sequence':
      inTurn(plan.steps, left, limits)
      break
    case 'cacheAside':
      inTurn([plan.cache, plan.store], left, limits)
      break
    case 'choice':
      for (const branch of plan.branches) share(branch.plan, left, limits)
      break
    case 'parallel':
    case 'redundant':
      for (const branch of plan.branches) share(branch, left, limits)
  }
}

function limit(visit: Visit, left: number, limits: Map<Call, number>): void {
  const { call, work, times, sideBySide, fallback, async } = visit
  const one = left / (sideBySide ? 1 : Math.max(1, times)) / (fallback ? 2 : 1)
  if (!call) {
    share(work, one * passedOn, limits)
    return
  }
  const { attempts, waits } = policyOf(call)
  const pauses = waits.reduce((sum, wait) => sum + wait, 0)
  const timeout = Math.max(0, one - pauses) / Math.min(attempts, 10)
  limits.set(call, Math.min(timeout, limits.get(call) ?? Infinity))
  if (!async) share(work, timeout * passedOn, limits)
  if (fallback) share(fallback, one, limits)
}

function inTurn(steps: readonly Plan[], left: number, limits: Map<Call, number>): void {
  const weights = steps.map(step => weightOf(step))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, step] of steps.entries()) share(step, (left * (weights[index] ?? 0)) / whole, limits)
}

/** Where nothing is known of a component's time, milliseconds. */
const unknownTime = 10

/** Roughly how long a step takes at its slowest. */
function weightOf(plan: Plan, known: Map<Plan, number> = new Map()): number {
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
