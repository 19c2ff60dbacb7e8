// The outline of a document: its diagrams, their groups, and the components in them.

import type { Boundary, Component, System } from '../model/system'
import type { Span } from '../text/span'
import { inSource } from './place'
import type { AnalyzedDiagram, Snapshot } from './snapshot'

export interface DocumentSymbol {
  readonly name: string
  readonly detail: string
  readonly kind: 'diagram' | 'group' | 'component'
  /** Offsets in the source: the whole thing, and its name. */
  readonly span: Span
  readonly selection: Span
  readonly children: readonly DocumentSymbol[]
}

export function symbols({ diagrams }: Snapshot): readonly DocumentSymbol[] {
  return diagrams.map(diagramSymbol)
}

function diagramSymbol(diagram: AnalyzedDiagram): DocumentSymbol {
  const { system, block } = diagram
  const { keyword, title, header } = system.diagram
  return {
    name: title ?? (keyword === '' ? 'diagram' : keyword),
    detail: title === undefined ? '' : keyword,
    kind: 'diagram',
    span: block.span,
    selection: inSource(diagram, header),
    children: childrenOf(diagram, undefined),
  }
}

/** The groups and components directly inside a group, or outside of all. */
function childrenOf(diagram: AnalyzedDiagram, parent: Boundary | undefined): DocumentSymbol[] {
  const { boundaries, components }: System = diagram.system
  const groups = boundaries
    .filter(boundary => boundary.parent === parent)
    .map(boundary => groupSymbol(diagram, boundary))
  const nodes = components
    .filter(({ boundary }) => boundary === parent)
    .map(component => componentSymbol(diagram, component))
  return [...groups, ...nodes].sort((a, b) => a.span.start - b.span.start)
}

function groupSymbol(diagram: AnalyzedDiagram, boundary: Boundary): DocumentSymbol {
  const { group } = boundary
  return {
    name: boundary.text,
    detail: group.variant,
    kind: 'group',
    span: inSource(diagram, group.whole),
    selection: inSource(diagram, group.span),
    children: childrenOf(diagram, boundary),
  }
}

function componentSymbol(
  diagram: AnalyzedDiagram,
  { text, id, kind, technology, node, span }: Component,
): DocumentSymbol {
  const facts = [technology?.name, kind?.value].filter(fact => fact !== undefined)
  return {
    name: text === '' ? id : text,
    detail: facts.join(' · '),
    kind: 'component',
    span: inSource(diagram, span),
    selection: inSource(diagram, node.mentions[0]?.id ?? span),
    children: [],
  }
}
