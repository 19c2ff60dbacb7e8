// The objectives of a system with the flows that have to reach them.

import type { Component, Flow, StatedObjective, System } from '../../model/system'
import type { Span } from '../../text/span'
import type { RelatedPlace } from '../rule'
import { nameSpan } from './places'

export interface Commitment {
  readonly objective: StatedObjective
  /** Requests of users; at least one. */
  readonly flows: readonly Flow[]
}

export function commitmentsOf({ flows }: System): readonly Commitment[] {
  const byName = new Map<string, { objective: StatedObjective; flows: Flow[] }>()
  for (const flow of flows) {
    const { objective, background } = flow
    if (!objective || background) continue
    const known = byName.get(objective.name)
    if (known) known.flows.push(flow)
    else byName.set(objective.name, { objective, flows: [flow] })
  }
  return [...byName.values()]
}

/** Where an objective is written, or the header if that is outside the diagram. */
export const placeOfCommitment = ({ span }: StatedObjective, { diagram }: System): Span =>
  span ?? diagram.header

/** "checkout", or the flow's name where several share the objective. */
export const commitmentName = ({ objective, flows }: Commitment, flow: Flow): string =>
  flows.length === 1 ? objective.name : flow.name

/** A place for what a component has of something. */
export const shareOf = (component: Component, message: string): RelatedPlace => ({
  at: nameSpan(component),
  message: `${component.name}: ${message}`,
})
