// What a plan cannot do without.

import type { Component, Plan } from '../system'
import { partsOfPlan } from './plan'

/**
 * The components without which requests fail. Optional calls, fallbacks and standbys spare them; a cache spares
 * its hits only, so that the store behind it counts as needed. Linear in the plan but for forks inside forks.
 */
export function neededBy(plan: Plan): ReadonlySet<Component> {
  const known = new Map<Plan, ReadonlySet<Component>>()
  const neededIn = (part: Plan): ReadonlySet<Component> => {
    const before = known.get(part)
    if (before) return before
    const needed = walk(part)
    known.set(part, needed)
    return needed
  }
  const walk = (whole: Plan): ReadonlySet<Component> => {
    const needed = new Set<Component>()
    const seen = new Set([whole])
    for (const part of seen) {
      const fork = forkOf(part)
      if (fork) for (const component of shared(fork, neededIn)) needed.add(component)
      else if (part.kind === 'visit' && !part.optional) needed.add(part.component)
      if (!fork) for (const below of certainPartsOf(part)) seen.add(below)
    }
    return needed
  }
  return neededIn(plan)
}

/** Ways of which some have to work: requests fail when more than `spare` of them do. */
interface Fork {
  readonly ways: readonly Plan[]
  readonly spare: number
}

function forkOf(part: Plan): Fork | undefined {
  if (part.kind === 'choice')
    return { ways: part.branches.map(({ plan }) => plan), spare: part.branches.length - 1 }
  if (part.kind === 'redundant') return { ways: part.branches, spare: part.branches.length - part.need }
  if (part.kind !== 'visit' || part.optional || !part.fallback) return undefined
  const { fallback, ...primary } = part
  return { ways: [primary, fallback], spare: 1 }
}

function shared({ ways, spare }: Fork, neededIn: (part: Plan) => ReadonlySet<Component>): Component[] {
  const failing = new Map<Component, number>()
  for (const way of ways)
    for (const component of neededIn(way)) failing.set(component, (failing.get(component) ?? 0) + 1)
  return [...failing].flatMap(([component, count]) => (count > spare ? [component] : []))
}

/** The parts that no request gets around. */
function certainPartsOf(part: Plan): readonly Plan[] {
  if (part.kind === 'visit') return part.optional ? [] : [part.work]
  if (part.kind === 'cacheAside') return part.failOpen ? [part.store] : [part.store, part.cache]
  return partsOfPlan(part)
}
