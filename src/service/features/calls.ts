// Who calls a component, and whom it calls: for the view that editors have for such questions.

import type { Call, Component } from '../../model/system'
import type { Span } from '../../text/span'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import { inSource, placeAt, subjectAt } from './place'

/** A component where it is drawn. */
export interface CallItem {
  readonly id: string
  readonly name: string
  /** Kind and product, as far as they are known. */
  readonly detail: string
  /** Offsets in the source: its first mention, and its id in it. */
  readonly span: Span
  readonly selection: Span
  /** The diagram's index. */
  readonly diagram: number
}

export interface CallWith {
  readonly item: CallItem
  /** The arrows that draw the calls. */
  readonly places: readonly Span[]
}

/** The component at an offset: its own place, or any that names it. */
export function callItemAt(snapshot: Snapshot, offset: number): CallItem | undefined {
  const place = placeAt(snapshot, offset)
  const subject = place && subjectAt(place.diagram.system, place.offset)
  return place && subject?.kind === 'component'
    ? itemOf(place.diagram, subject.component, place.index)
    : undefined
}

/** Those that call it, each once. */
export const callersOf = (snapshot: Snapshot, item: Pick<CallItem, 'id' | 'diagram'>): readonly CallWith[] =>
  callsWith(snapshot, item, { calls: ({ incoming }) => incoming, other: ({ caller }) => caller })

/** Those that it calls, each once. */
export const calleesOf = (snapshot: Snapshot, item: Pick<CallItem, 'id' | 'diagram'>): readonly CallWith[] =>
  callsWith(snapshot, item, { calls: ({ outgoing }) => outgoing, other: ({ callee }) => callee })

interface Direction {
  calls(component: Component): readonly Call[]
  other(call: Call): Component
}

function callsWith(
  { diagrams }: Snapshot,
  { id, diagram: index }: Pick<CallItem, 'id' | 'diagram'>,
  { calls, other }: Direction,
): readonly CallWith[] {
  const diagram = diagrams[index]
  const component = diagram?.system.components.find(each => each.id === id)
  if (!diagram || !component) return []
  const places = new Map<Component, Set<number>>()
  for (const call of calls(component).filter(asksSomething))
    places.set(other(call), (places.get(other(call)) ?? new Set()).add(call.connection.index))
  const { arrows } = diagram.system.diagram
  return [...places].map(([each, indexes]) => ({
    item: itemOf(diagram, each, index),
    places: [...indexes].flatMap(arrow => {
      const drawn = arrows[arrow]
      return drawn ? [inSource(diagram, drawn.span)] : []
    }),
  }))
}

/** What comes back, and lines that only tie boxes together, are no calls. */
const asksSomething = ({ connection }: Call): boolean =>
  !['reply', 'attachment', 'structure'].includes(connection.role.value)

function itemOf(
  diagram: AnalyzedDiagram,
  { id, text, kind, technology, node, span }: Component,
  index: number,
): CallItem {
  const whole = node.mentions[0]?.span ?? span
  return {
    id,
    name: text.trim() || id,
    detail: [technology?.name, kind?.value].filter(fact => fact !== undefined).join(' · '),
    span: inSource(diagram, whole),
    selection: inSource(diagram, node.mentions[0]?.id ?? whole),
    diagram: index,
  }
}
