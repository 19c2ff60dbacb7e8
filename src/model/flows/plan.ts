// Walks over plans.

import type { Plan, Visit } from '../system'

/** The parts of a plan, a visit's work and fallback included. */
export function partsOfPlan(plan: Plan): readonly Plan[] {
  switch (plan.kind) {
    case 'visit':
      return plan.fallback ? [plan.work, plan.fallback] : [plan.work]
    case 'sequence':
      return plan.steps
    case 'parallel':
    case 'redundant':
      return plan.branches
    case 'choice':
      return plan.branches.map(branch => branch.plan)
    case 'cacheAside':
      return [plan.cache, plan.store]
  }
}

const known = new WeakMap<Plan, readonly Visit[]>()

/** All visits of a plan, each shared part once. */
export function visitsOf(plan: Plan): readonly Visit[] {
  const visits = known.get(plan) ?? visitsIn([plan])
  known.set(plan, visits)
  return visits
}

const parents = new WeakMap<Plan, ReadonlyMap<Plan, readonly Plan[]>>()

/** The parts of a plan that contain one of these visits, they themselves and the groups of long sequences included. */
export function partsLeadingTo(visits: readonly Visit[], plan: Plan): ReadonlySet<Plan> {
  const above = parents.get(plan) ?? parentsIn(plan)
  parents.set(plan, above)
  const leading = new Set<Plan>(visits)
  for (const part of leading) for (const around of above.get(part) ?? []) leading.add(around)
  return leading
}

function parentsIn(plan: Plan): ReadonlyMap<Plan, readonly Plan[]> {
  const above = new Map<Plan, Plan[]>([[plan, []]])
  for (const part of above.keys())
    for (const inside of part.kind === 'sequence' ? groupedSteps(part) : partsOfPlan(part)) {
      const known = above.get(inside)
      if (known) known.push(part)
      else above.set(inside, [part])
    }
  return above
}

/** A sequence of more steps than this is worked out in groups of steps. */
const MOST_STEPS = 32

const groups = new WeakMap<Plan, readonly Plan[]>()

/** The steps of a sequence; of a long one a few sequences of them, so that a change to one step leaves the others as they are. */
export function groupedSteps(sequence: Extract<Plan, { kind: 'sequence' }>): readonly Plan[] {
  const { steps } = sequence
  if (steps.length <= MOST_STEPS) return steps
  const grouped = groups.get(sequence) ?? inGroups(steps)
  groups.set(sequence, grouped)
  return grouped
}

function inGroups(steps: readonly Plan[]): readonly Plan[] {
  const size = Math.ceil(steps.length / MOST_STEPS)
  return Array.from({ length: Math.ceil(steps.length / size) }, (_, group) => ({
    kind: 'sequence',
    steps: steps.slice(group * size, (group + 1) * size),
  }))
}

/** All visits of several plans in their order, what they share once. */
export function visitsIn(plans: readonly Plan[]): readonly Visit[] {
  const seen = new Set<Plan>()
  const visits: Visit[] = []
  for (const plan of plans) if (!seen.has(plan)) addVisits(plan, seen, visits)
  return visits
}

function addVisits(plan: Plan, seen: Set<Plan>, visits: Visit[]): void {
  const waiting: Plan[] = [plan]
  seen.add(plan)
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (part.kind === 'visit') visits.push(part)
    const parts = partsOfPlan(part)
    for (let index = parts.length - 1; index >= 0; index--) {
      const next = parts[index]
      if (!next || seen.has(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
}

/** Every part of a plan once, each before what is in it, so that shared work is not walked once per way there. */
export function outsideIn(
  root: Plan,
  partsOf: (plan: Plan) => readonly Plan[] = partsOfPlan,
): readonly Plan[] {
  const seen = new Set<Plan>()
  const order: Plan[] = []
  const visit = (plan: Plan): void => {
    if (seen.has(plan)) return
    seen.add(plan)
    partsOf(plan).toReversed().forEach(visit)
    order.push(plan)
  }
  visit(root)
  return order.reverse()
}
