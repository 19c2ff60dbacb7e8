// The calls that a component makes for one request, in their order, with alternatives as one step.

import type { Assumption, Call, Component, Plan } from '../system'
import type { ArrowAttributes } from '../vocabulary'

export interface Ordering {
  readonly component: Component
  /** The call, or one to a copy that stands by for its callee. */
  visit(call: Call): Plan
  assume(assumption: Assumption): void
  /** How calls are made of which no order is stated: one after another if absent. */
  readonly usually?: 'parallel'
}

/** Stated shares that add up to at most one are alternatives. */
function exclusiveShares(calls: readonly Call[]): readonly Call[] {
  const shared = calls.filter(call => shareOf(call) < 1)
  const sum = shared.reduce((total, call) => total + shareOf(call), 0)
  return sum <= 1.0001 ? shared : []
}

/** Something done at one place in the order: a call, or one of several alternatives. */
interface Step {
  readonly order: ArrowAttributes['order']
  readonly plan: () => Plan
}

/** In the stated order; what has one number and what is marked parallel runs side by side. */
export function orderedSteps(
  calls: readonly Call[],
  { visit, assume, component, usually }: Ordering,
): readonly Plan[] {
  const stated = stepsOf(calls, visit)
  if (stated.length === 1) return [stated[0]!.plan()]
  const unordered = stated.filter(({ order }) => order === undefined).length
  if (unordered > 1) {
    const value = usually === 'parallel' ? 'at once' : 'one after another'
    assume({ at: component.id, key: 'order', value, source: 'no order is stated' })
  }
  const steps = stated.map(({ order = usually, plan }): Step => ({ order, plan }))
  if (!usually && unordered === steps.length) return steps.map(step => step.plan())
  const groups = new Map<string, Step[]>()
  steps.forEach((step, index) => {
    const key = orderKey(step, index)
    const same = groups.get(key)
    if (same) same.push(step)
    else groups.set(key, [step])
  })
  const ordered = [...groups].sort(([a], [b]) => rankOf(a) - rankOf(b))
  return ordered.map(([, group]) => {
    const plans = group.map(step => step.plan())
    return plans.length === 1 ? plans[0]! : { kind: 'parallel', branches: plans }
  })
}

/** Alternatives are one step, in the place of the first of them. */
function stepsOf(calls: readonly Call[], visit: Ordering['visit']): readonly Step[] {
  const alternatives = exclusiveShares(calls)
  if (alternatives.length === 0) return calls.map(call => stepOf([call], visit))
  return calls.flatMap(call => {
    if (!alternatives.includes(call)) return [stepOf([call], visit)]
    return call === alternatives[0] ? [stepOf(alternatives, visit)] : []
  })
}

function stepOf(calls: readonly Call[], visit: Ordering['visit']): Step {
  const order = calls.find(({ connection }) => connection.figures.order)?.connection.figures.order?.value
  const [only] = calls
  if (only && calls.length === 1 && shareOf(only) >= 1) return { order, plan: () => visit(only) }
  // A share that is no alternative to others is a chance.
  const branches = () => calls.map(call => ({ share: shareOf(call), plan: visit(call) }))
  return { order, plan: () => ({ kind: 'choice', branches: branches() }) }
}

const shareOf = ({ connection }: Call): number => connection.figures.share?.value ?? 1

function orderKey({ order }: Step, index: number): string {
  if (order === 'parallel') return 'parallel'
  return typeof order === 'number' ? `#${order}` : `unordered ${index}`
}

/** Numbered steps by number; the others keep the order in which they are drawn (sorting is stable). */
const rankOf = (key: string): number => (key.startsWith('#') ? Number(key.slice(1)) : 0)
