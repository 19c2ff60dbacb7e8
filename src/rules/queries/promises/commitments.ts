// The objectives of a system with the flows that have to reach them.

import type { JudgedFigures, SystemFigures } from '../../../math'
import type { Component, Flow, StatedObjective, System } from '../../../model/system'
import type { Span } from '../../../text/span'
import type { RelatedPlace, Report } from '../../rule'
import { nameSpan } from '../places'

export interface Commitment {
  readonly objective: StatedObjective
  /** At least one. */
  readonly flows: readonly Flow[]
}

/** What is promised of requests that users wait for. */
export const commitmentsOf = ({ flows }: System): readonly Commitment[] =>
  promisesOf(flows.filter(({ background }) => !background))

/** What is promised of work that nobody waits for. */
export const promisesOfBackground = ({ flows }: System): readonly Commitment[] =>
  promisesOf(flows.filter(({ background }) => background))

function promisesOf(flows: readonly Flow[]): readonly Commitment[] {
  const byName = new Map<string, { objective: StatedObjective; flows: Flow[] }>()
  for (const flow of flows) {
    const { objective } = flow
    if (!objective) continue
    const known = byName.get(objective.name)
    if (known) known.flows.push(flow)
    else byName.set(objective.name, { objective, flows: [flow] })
  }
  return [...byName.values()]
}

export interface JudgedFlow {
  readonly flow: Flow
  readonly reached: JudgedFigures
}

/** What its flows come to, and those for which that takes too long to compute. */
export function figuresIn(
  { flows }: Commitment,
  figures: SystemFigures,
): { readonly judged: JudgedFlow[]; readonly leftOut: readonly Flow[] } {
  const judged = flows.flatMap(flow => {
    const reached = figures.judged(flow)
    return reached ? [{ flow, reached }] : []
  })
  return { judged, leftOut: flows.filter(flow => figures.judged(flow) === undefined) }
}

/** Said where nothing else is. */
export const unjudged = (flow: Flow, commitment: Commitment, system: System): Report => ({
  at: placeOfCommitment(commitment.objective, system),
  message: `${commitmentName(commitment, flow)} is not checked, because computing so many calls takes too long. Draw the part that belongs to it as a separate diagram.`,
})

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
