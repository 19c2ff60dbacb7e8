// Calls whose failure a request survives.

import type { Plan, Visit } from '../../../model/system'

/** The visits that may fail without failing the request: what is optional, a cache beside its store, or has a fallback. */
export function sparedVisits(plan: Plan): ReadonlySet<Visit> {
  const seen = [new Set<Plan>(), new Set<Plan>()] as const
  const spared = new Set<Visit>()
  const walk = (part: Plan, isSpared: boolean): void => {
    const done = seen[isSpared ? 1 : 0]
    if (done.has(part)) return
    done.add(part)
    const all = (parts: readonly Plan[], spares: boolean) => {
      for (const each of parts) walk(each, isSpared || spares)
    }
    switch (part.kind) {
      case 'visit':
        if (isSpared || part.optional || part.fallback) spared.add(part)
        all([part.work], part.optional || part.fallback !== undefined)
        if (part.fallback) all([part.fallback], false)
        break
      case 'sequence':
        all(part.steps, false)
        break
      case 'parallel':
        all(part.branches, false)
        break
      case 'redundant':
        // Copies that are down are taken out: nobody waits for them.
        all(part.branches, false)
        break
      case 'choice':
        all(
          part.branches.map(branch => branch.plan),
          false,
        )
        break
      case 'cacheAside':
        all([part.cache], part.failOpen)
        all([part.store], false)
    }
  }
  walk(plan, false)
  return spared
}
