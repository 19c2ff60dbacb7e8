// What the analysis sees in each diagram, as plain data for machines.

import { isComponent } from '../../model/ends'
import type { Component, Connection, Figure } from '../../model/system'
import type { Problem } from '../../syntax/tree'
import type { Lines } from '../../text/lines'
import type { Span } from '../../text/span'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import { inSource } from './place'

/** A place in the source: 1-based, columns in UTF-16 units, end exclusive. */
export interface Range {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export interface InspectedDiagram {
  /** The line of its header keyword. */
  readonly line: number
  readonly family: string
  readonly architecture: { readonly value: boolean; readonly confidence: number; readonly why: string }
  readonly direction?: string
  readonly nodes: readonly InspectedNode[]
  readonly arrows: readonly InspectedArrow[]
  readonly groups: readonly {
    readonly id: string
    readonly label: string
    readonly text: string
    readonly parent: string | null
  }[]
  readonly problems: readonly ({ readonly kind: string; readonly message: string } & Range)[]
}

export interface InspectedNode extends Range {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly shape: string
  readonly kind: string | null
  readonly technology: string | null
  readonly parent: string | null
  readonly stated: Readonly<Record<string, unknown>>
  readonly inferred: Readonly<Record<string, unknown>>
}

export interface InspectedArrow extends Range {
  readonly from: string
  readonly to: string
  readonly label: string
  readonly text: string
  readonly protocol: string | null
  readonly protocols: readonly string[]
  readonly mode: string
  readonly role: string
  readonly network: boolean
  readonly stroke: string
  readonly head: string
  readonly tail: string
  readonly stated: Readonly<Record<string, unknown>>
  /** How likely its role and whether it crosses a network are, and what speaks for them. */
  readonly inferred: Readonly<Record<string, unknown>>
}

/** Every diagram of a text, nodes and arrows in Mermaid's order. */
export function inspect(snapshot: Snapshot): readonly InspectedDiagram[] {
  return snapshot.diagrams.map(diagram => inspectDiagram(diagram, snapshot.lines))
}

function inspectDiagram(diagram: AnalyzedDiagram, lines: Lines): InspectedDiagram {
  const { system } = diagram
  const { family, header, direction, groups, problems } = system.diagram
  const at = (span: Span) => rangeOf(lines, inSource(diagram, span))
  const componentsById = new Map(system.components.map(component => [component.id, component]))
  const connectionsByIndex = new Map(system.connections.map(connection => [connection.index, connection]))
  return {
    line: at(header).line,
    family,
    architecture: system.architecture,
    ...(direction !== undefined && { direction }),
    nodes: system.diagram.nodes.map(node => {
      const place = node.mentions[0]?.span ?? header
      return { ...nodeFields(node, componentsById.get(node.id)), ...at(place) }
    }),
    arrows: system.diagram.arrows.map((arrow, index) => ({
      ...arrowFields(arrow, connectionsByIndex.get(index)),
      ...at(arrow.span),
    })),
    groups: groups.map(({ id, label, text, parent = null }) => ({ id, label, text, parent })),
    problems: [...problems, ...system.problems].map(
      ({ kind, message, span }: Pick<Problem, 'kind' | 'message' | 'span'>) => ({
        kind,
        message,
        ...at(span),
      }),
    ),
  }
}

export function rangeOf(lines: Lines, { start, end }: Span): Range {
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)]
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}

function nodeFields(
  { id, label, text, shape, parent }: Component['node'],
  component: Component | undefined,
): Omit<InspectedNode, keyof Range> {
  const { kind, technology, figures = {} } = component ?? {}
  return {
    id,
    label,
    text,
    shape,
    kind: kind?.value ?? null,
    technology: technology?.id ?? null,
    parent: parent ?? null,
    stated: valuesOf(figures, true),
    inferred: {
      ...(kind && { kind: { value: kind.value, confidence: kind.confidence, why: kind.why } }),
      ...valuesOf(figures, false),
    },
  }
}

function arrowFields(
  arrow: Connection['arrow'],
  connection: Connection | undefined,
): Omit<InspectedArrow, keyof Range> {
  const { from, to, label, text, stroke, head, tail } = arrow
  return {
    from: connection && isComponent(connection.from) ? connection.from.id : from,
    to: connection && isComponent(connection.to) ? connection.to.id : to,
    label,
    text,
    protocol: connection?.protocol?.value ?? null,
    protocols: connection?.protocols ?? [],
    mode: connection?.mode.value ?? 'sync',
    role: connection?.role.value ?? 'structure',
    network: connection?.network.value ?? false,
    stroke,
    head,
    tail,
    stated: valuesOf(connection?.figures ?? {}, true),
    inferred: connection ? { role: connection.role, network: connection.network } : {},
  }
}

/** Durations in milliseconds, shares as fractions. */
function valuesOf(figures: object, stated: boolean): Record<string, unknown> {
  const all: [string, Figure<unknown>][] = Object.entries(figures)
  return Object.fromEntries(
    all.flatMap(([key, figure]) => (figure.stated === stated ? [[key, figure.value]] : [])),
  )
}
