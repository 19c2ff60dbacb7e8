// What a plan cannot do without.

import type { Component, Plan } from '../system'

/**
 * Whether requests fail while a component is down. Optional calls, fallbacks and standbys spare them; a cache spares
 * its hits only, so that the store behind it counts as needed.
 */
export function needs(plan: Plan, component: Component): boolean {
  const known = new Map<Plan, boolean>()
  const fails = (part: Plan): boolean => {
    const before = known.get(part)
    if (before !== undefined) return before
    const result = failsNow(part)
    known.set(part, result)
    return result
  }
  const failsNow = (part: Plan): boolean => {
    switch (part.kind) {
      case 'visit': {
        if (part.optional || (part.component !== component && !fails(part.then))) return false
        return part.fallback === undefined || fails(part.fallback)
      }
      case 'sequence':
        return part.steps.some(fails)
      case 'parallel':
        return part.branches.some(fails)
      case 'redundant':
        return part.branches.filter(branch => !fails(branch)).length < part.need
      case 'choice':
        return part.branches.length > 0 && part.branches.every(({ plan }) => fails(plan))
      case 'cacheAside':
        return fails(part.store) || (!part.failOpen && fails(part.cache))
    }
  }
  return fails(plan)
}
