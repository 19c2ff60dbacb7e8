// A flow as its author states it, everything that is inferred or assumed made perfect.

import type { Call, Component, Figures, Flow, Plan, Visit } from '../system'
import type { NodeAttributes } from '../vocabulary'
import { hitRatioOf } from './caches'
import { noWork } from './visit'

/**
 * The flow with stated figures only: unstated times are none, unstated failures don't happen, caches of which nothing
 * is stated always hit, copies share no failures. What it misses, it misses by stated figures alone. What flows have
 * in common, they have in common afterwards.
 */
export const statedOnly = (flow: Flow): Flow => ({
  ...flow,
  entry: componentOf(flow.entry),
  to: componentOf(flow.to),
  plan: planOf(flow.plan),
})

const componentOf = remembering(
  (component: Component): Component => ({ ...component, figures: perfected(component.figures) }),
)

const callOf = remembering(
  (call: Call): Call => ({ ...call, caller: componentOf(call.caller), callee: componentOf(call.callee) }),
)

const planOf: (plan: Plan) => Plan = remembering(plan =>
  plan.kind === 'visit' ? visitOf(plan) : innerOf(plan),
)

const visitOf = ({ component, call, work, fallback, ...rest }: Visit): Visit => ({
  ...rest,
  component: componentOf(component),
  work: planOf(work),
  ...(call && { call: callOf(call) }),
  ...(fallback && { fallback: planOf(fallback) }),
})

function innerOf(plan: Exclude<Plan, Visit>): Plan {
  switch (plan.kind) {
    case 'sequence':
      return { ...plan, steps: plan.steps.map(planOf) }
    case 'parallel':
    case 'redundant':
      return { ...plan, branches: plan.branches.map(planOf) }
    case 'choice':
      if (plan.assumed) return noWork
      return { ...plan, branches: plan.branches.map(branch => ({ ...branch, plan: planOf(branch.plan) })) }
    case 'cacheAside': {
      const hitRatio = plan.cache.call && hitRatioOf(plan.cache.call)
      return {
        ...plan,
        cache: visitOf(plan.cache),
        store: planOf(plan.store),
        hitRatio: hitRatio?.stated ? hitRatio.value : 1,
        assumed: false,
      }
    }
  }
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

/** The result for each argument, as long as somebody has the argument. */
function remembering<K extends object, T>(read: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly result: T }>()
  return key => {
    const kept = known.get(key) ?? { result: read(key) }
    known.set(key, kept)
    return kept.result
  }
}
