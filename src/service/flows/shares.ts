// What each component and each arrow has of a flow's p99, unavailability and attempts.

import { policyOf } from '../../math'
import { partsOfPlan, visitsOf } from '../../model/flows/plan'
import type { Call, Component, Plan } from '../../model/system'
import type { EvaluatedFlow } from '../engine/evaluation'
import type { PreviewTarget } from '../preview/messages'
import { unlimitedAttempts } from './unlimited-attempts'

export interface Share {
  readonly target: PreviewTarget
  /** 0..1 of the p99: a component's own, an arrow's with all that happens in the call. */
  readonly latency: number
  /** 0..1 of the unavailability. */
  readonly unavailability: number
  /** Milliseconds of the p99. */
  readonly p99: number
  /** How many attempts one request can cause there. */
  readonly attempts: number
}

/** What is taken from a flow: milliseconds of its p99, and of its unavailability. */
export interface Weight {
  readonly ms: number
  readonly loss: number
}

/** The components of a flow, then its arrows; none where they are left out. */
export function sharesOf(evaluated: EvaluatedFlow): readonly Share[] {
  const { flow, figures } = evaluated
  if (figures.attribution === null) return []
  const weights = weightsOf(evaluated)
  const attempts = new Map(figures.attemptsByComponent.map(each => [each.component, each.attempts]))
  const share = (target: PreviewTarget, { ms, loss }: Weight, tries: number): Share => ({
    target,
    latency: figures.p99 ? clamp(ms / figures.p99) : 0,
    unavailability: figures.unavailability > 0 ? clamp(loss / figures.unavailability) : 0,
    p99: ms,
    attempts: Math.min(tries, unlimitedAttempts),
  })
  const nodes = [...weights.components].map(([component, weight]) =>
    share({ kind: 'node', id: component.id }, weight, attempts.get(component) ?? 1),
  )
  const arrows = new Map<number, { call: Call; weight: Weight }>()
  for (const visit of visitsOf(flow.plan)) {
    if (!visit.call) continue
    const { index } = visit.call.connection
    const before = arrows.get(index)?.weight ?? nothing
    arrows.set(index, { call: visit.call, weight: sum([before, weights.of(visit)]) })
  }
  return [
    ...nodes,
    ...[...arrows].map(([index, { call, weight }]) =>
      share({ kind: 'arrow', index }, weight, (attempts.get(call.caller) ?? 1) * policyOf(call).attempts),
    ),
  ]
}

export interface Weights {
  readonly components: ReadonlyMap<Component, Weight>
  /** A plan with all that happens in it. */
  of(plan: Plan): Weight
}

/** Components and calls that a flow passes several times have their weight split evenly among the places. */
export function weightsOf({ flow, figures }: EvaluatedFlow): Weights {
  const places = new Map<Component | Call, number>()
  for (const { component, call } of visitsOf(flow.plan)) {
    for (const part of call ? [component, call] : [component]) places.set(part, (places.get(part) ?? 0) + 1)
  }
  const own = new Map<Component | Call, Weight>()
  const add = (part: Component | Call | undefined, weight: Weight) => {
    if (part) own.set(part, sum([own.get(part) ?? nothing, weight]))
  }
  for (const { component, call, ms } of figures.attribution?.latency ?? [])
    add(component ?? call, { ms, loss: 0 })
  for (const { component, call, gain } of figures.attribution?.availability ?? [])
    add(component ?? call, { ms: 0, loss: gain })
  const part = (key: Component | Call | undefined): Weight => {
    const { ms, loss } = (key && own.get(key)) ?? nothing
    const times = (key && places.get(key)) ?? 1
    return { ms: ms / times, loss: loss / times }
  }
  const known = new Map<Plan, Weight>()
  const of = (plan: Plan): Weight => {
    const done = known.get(plan)
    if (done) return done
    const inside = partsOfPlan(plan).map(of)
    const weight =
      plan.kind === 'visit' ? sum([part(plan.component), part(plan.call), ...inside]) : sum(inside)
    known.set(plan, weight)
    return weight
  }
  const components = [...own].flatMap(([key, weight]): [Component, Weight][] =>
    'node' in key ? [[key, weight]] : [],
  )
  return { components: new Map(components), of }
}

const nothing: Weight = { ms: 0, loss: 0 }

const sum = (weights: readonly Weight[]): Weight =>
  weights.reduce(
    (total, { ms, loss }) => ({ ms: total.ms + Math.max(0, ms), loss: total.loss + loss }),
    nothing,
  )

const clamp = (share: number): number => Math.min(1, Math.max(0, share))
