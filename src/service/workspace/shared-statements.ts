// What diagrams state for the things they draw, as other diagrams of the document and the workspace see it.

import type { Kind } from '../../knowledge'
import type { Component, Figure, System } from '../../model/system'
import type { DiagramBlock } from '../../text/block'
import type { Lines } from '../../text/lines'
import { nameOfThing } from './shared-names'

/** One component's own figures in one diagram; plain data. */
export interface SharedStatement {
  /** What the thing is called everywhere: its label without figures, normalized. */
  readonly name: string
  /** The label as it is drawn. */
  readonly text: string
  readonly kind?: Kind
  /** The product's id, where it names one. */
  readonly technology?: string
  /** Which version of the design the diagram shows: "current", "option b"; '' where nothing says. */
  readonly version: string
  readonly figures: readonly StatedFigure[]
}

export interface StatedFigure {
  readonly key: string
  readonly figure: Figure<unknown>
  /** 1-based, in the document. */
  readonly line: number
}

/** A diagram where it stands. */
export interface DrawnSystem {
  readonly system: System
  readonly block: DiagramBlock
}

export interface StatementPlace {
  readonly lines: Lines
  versionAt(offset: number): string
}

/** What a diagram states for things of which it draws one each; nothing for diagrams that are no design. */
export function statementsIn(
  { system, block }: DrawnSystem,
  { lines, versionAt }: StatementPlace,
): SharedStatement[] {
  // Most diagrams state nothing of their own: their names need not be compared.
  if (!system.architecture.value || !system.components.some(statesFigures)) return []
  return [...thingsIn(system)].flatMap(([name, component]) => {
    const stated = ownFigures(component)
    if (stated.length === 0) return []
    const figures = stated.map(({ key, figure }) => ({
      key,
      figure,
      line: lines.positionAt(block.toSource(figure.span.start)).line,
    }))
    const { text, kind, technology } = component
    const version = versionAt(block.span.start)
    return [{ name, text, kind: kind?.value, technology: technology?.id, version, figures }]
  })
}

const known = new WeakMap<System, ReadonlyMap<string, Component>>()

/** The components by name. What a diagram draws twice is no single thing; what has a general name isn't either. */
export function thingsIn(system: System): ReadonlyMap<string, Component> {
  const things = known.get(system) ?? thingsAmong(system)
  known.set(system, things)
  return things
}

function thingsAmong({ components }: System): ReadonlyMap<string, Component> {
  const drawn = new Map<string, Component | undefined>()
  for (const component of components) {
    const name = nameOfThing(component.text)
    if (name !== undefined) drawn.set(name, drawn.has(name) ? undefined : component)
  }
  return new Map([...drawn].flatMap(([name, component]) => (component ? [[name, component]] : [])))
}

/** Where a copy stands, what reaches it and which of its entries are meant differs from picture to picture. */
const ofOnePicture: ReadonlySet<string> = new Set([
  'kind',
  'region',
  'zone',
  'network',
  'active',
  'rate',
  'entry',
  'ttl',
  'hitRatio',
])

const statesFigures = ({ figures }: Component): boolean => Object.values(figures).some(isStatedHere)

const isStatedHere = ({ origin }: Figure<unknown>): boolean => origin === 'metadata' || origin === 'label'

/** What the author wrote at the component itself about the thing. */
function ownFigures({ figures }: Component) {
  return Object.entries(figures).flatMap(([key, figure]) => {
    const { span } = figure
    return isStatedHere(figure) && span && !ofOnePicture.has(key)
      ? [{ key, figure: { ...figure, span } }]
      : []
  })
}
