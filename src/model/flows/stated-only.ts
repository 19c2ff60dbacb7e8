// A flow as its author states it, everything that is inferred or assumed made perfect.

import type { Call, Component, Figures, Flow, Plan, Visit } from '../system'
import type { NodeAttributes } from '../vocabulary'
import { hitRatioOf } from './caches'
import { noWork } from './component-work'

/**
 * The flow with stated figures only: unstated times are none, unstated failures don't happen, caches of which nothing
 * is stated always hit, copies share no failures. What it misses, it misses by stated figures alone.
 */
export function statedOnly(flow: Flow): Flow {
  const components = new Map<Component, Component>()
  const plans = new Map<Plan, Plan>()
  const part = (component: Component): Component => {
    const known = components.get(component) ?? { ...component, figures: perfected(component.figures) }
    components.set(component, known)
    return known
  }
  const read = (plan: Plan): Plan => {
    const known = plans.get(plan)
    if (known) return known
    const result = plan.kind === 'visit' ? visit(plan) : inner(plan)
    plans.set(plan, result)
    return result
  }
  const called = (call: Call): Call => ({ ...call, caller: part(call.caller), callee: part(call.callee) })
  const visit = ({ component, call, work, fallback, ...rest }: Visit): Visit => ({
    ...rest,
    component: part(component),
    work: read(work),
    ...(call && { call: called(call) }),
    ...(fallback && { fallback: read(fallback) }),
  })
  const inner = (plan: Exclude<Plan, Visit>): Plan => {
    switch (plan.kind) {
      case 'sequence':
        return { ...plan, steps: plan.steps.map(read) }
      case 'parallel':
      case 'redundant':
        return { ...plan, branches: plan.branches.map(read) }
      case 'choice':
        if (plan.assumed) return noWork
        return { ...plan, branches: plan.branches.map(branch => ({ ...branch, plan: read(branch.plan) })) }
      case 'cacheAside': {
        const hitRatio = plan.cache.call && hitRatioOf(plan.cache.call)
        return {
          ...plan,
          cache: visit(plan.cache),
          store: read(plan.store),
          hitRatio: hitRatio?.stated ? hitRatio.value : 1,
          assumed: false,
        }
      }
    }
  }
  return { ...flow, entry: part(flow.entry), to: part(flow.to), plan: read(flow.plan) }
}

function perfected(figures: Figures<NodeAttributes>): Figures<NodeAttributes> {
  const { p50, p95, p99, latency, availability, region, ...rest } = figures
  return {
    commonCause: { value: 0, origin: 'assumed', stated: false, source: 'left out' },
    ...rest,
    ...(p50?.stated && { p50 }),
    ...(p95?.stated && { p95 }),
    ...(p99?.stated && { p99 }),
    ...(latency?.stated && { latency }),
    ...(availability?.stated && { availability }),
    ...(region?.stated && { region }),
  }
}
