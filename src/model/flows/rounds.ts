// What happens several times for one request, as loops and calls say, with branches drawn anew.

import type { Assumption, Plan } from '../system'
import { partsOfPlan } from './plan'

/** Rounds with branches in them are drawn out, up to this many parts of plans in a diagram. */
const mostDrawn = 4000

export interface Rounds {
  readonly plan: Plan
  /** How many rounds share their draws: 1 unless there are too many for draws of their own. */
  readonly together: number
}

/** What is said of rounds that share their draws. */
export const drawnTogether = (at: string, together: number): Assumption => ({
  at,
  key: 'calls',
  value: `${together} rounds at once`,
  source: 'so many rounds that their branches are drawn for several of them together',
})

/** One reader for all that a diagram repeats: together it is drawn out so far. Half a round is a chance. */
export function roundsReader(): (plan: Plan, times: number) => Rounds {
  let room = mostDrawn
  const drawnOut = (plan: Plan, times: number): Rounds => {
    const size = sizeOf(plan)
    const rounds = Math.ceil(times)
    const together = Math.ceil(rounds / Math.max(1, Math.floor(room / size)))
    const drawn = Math.ceil(rounds / together)
    room = Math.max(0, room - drawn * size)
    const steps = Array.from({ length: drawn }, (_, round) =>
      anew(plan, Math.min(together, rounds - round * together)),
    )
    return { plan: steps.length === 1 ? steps[0]! : { kind: 'sequence', steps }, together }
  }
  const read = (plan: Plan, times: number): Rounds => {
    if (times === 1) return { plan, together: 1 }
    if (times < 1) return { plan: { kind: 'choice', branches: [{ share: times, plan }] }, together: 1 }
    if (plan.kind === 'visit' && !plan.fallback)
      return { plan: { ...plan, times: plan.times * times }, together: 1 }
    if (plan.kind !== 'sequence') return drawnOut(plan, times)
    const steps = plan.steps.map(step => read(step, times))
    const together = steps.reduce((most, step) => Math.max(most, step.together), 1)
    return { plan: { ...plan, steps: steps.map(step => step.plan) }, together }
  }
  return read
}

/** The parts of a plan, those that are made several times counted each time. */
const sizeOf = (plan: Plan): number => partsOfPlan(plan).reduce((sum, part) => sum + sizeOf(part), 1)

/** Rounds that draw their branches, and make their calls, for themselves: `times` of them. */
function anew(plan: Plan, times = 1): Plan {
  const again = (part: Plan) => anew(part, times)
  switch (plan.kind) {
    case 'visit':
      return {
        ...plan,
        times: plan.times * times,
        work: anew(plan.work),
        ...(plan.fallback && { fallback: anew(plan.fallback, times) }),
      }
    case 'sequence':
      return { ...plan, steps: plan.steps.map(again) }
    case 'parallel':
    case 'redundant':
      return { ...plan, branches: plan.branches.map(again) }
    case 'choice':
      return { ...plan, branches: plan.branches.map(({ share, plan }) => ({ share, plan: again(plan) })) }
    case 'cacheAside':
      return { ...plan, store: again(plan.store) }
  }
}
