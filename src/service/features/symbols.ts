// The outline of a document: its diagrams, their groups, and the components in them.

import type { Boundary, Component } from '../../model/system'
import type { Span } from '../../text/span'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import { inSource } from './place'

export interface DocumentSymbol {
  /** Never blank: editors refuse that. */
  readonly name: string
  readonly detail: string
  readonly kind: 'diagram' | 'group' | 'component'
  /** Offsets in the source: the whole thing, and its name, which lies within. */
  readonly span: Span
  readonly selection: Span
  readonly children: readonly DocumentSymbol[]
}

export function symbols({ diagrams }: Snapshot): readonly DocumentSymbol[] {
  return diagrams.map(diagramSymbol)
}

interface GrowingSymbol extends DocumentSymbol {
  readonly children: DocumentSymbol[]
}

function diagramSymbol(diagram: AnalyzedDiagram): DocumentSymbol {
  const { system, block, introduction } = diagram
  const { keyword, title, header } = system.diagram
  const name = firstNamed(title, introduction.headings.at(-1), keyword, 'diagram')
  return {
    name,
    detail: name === keyword ? '' : keyword,
    kind: 'diagram',
    ...placed(block.span, inSource(diagram, header)),
    children: partsOf(diagram),
  }
}

/** The groups and components outside of all groups, the others in the groups where they are drawn. */
function partsOf(diagram: AnalyzedDiagram): readonly DocumentSymbol[] {
  const { boundaries, components } = diagram.system
  const outermost: DocumentSymbol[] = []
  const groups = new Map(boundaries.map(boundary => [boundary, groupSymbol(diagram, boundary)]))
  const inside = (boundary: Boundary | undefined) =>
    (boundary && groups.get(atMostDeepest(boundary))?.children) ?? outermost
  for (const [{ parent }, symbol] of groups) inside(parent).push(symbol)
  for (const component of components) inside(component.boundary).push(componentSymbol(diagram, component))
  for (const { children } of [{ children: outermost }, ...groups.values()])
    children.sort((a, b) => a.span.start - b.span.start)
  return outermost
}

/** What is nested deeper is shown at this depth: those who show outlines go through them recursively. */
const deepest = 100

function atMostDeepest(boundary: Boundary): Boundary {
  const outward = new Set<Boundary>()
  for (let at: Boundary | undefined = boundary; at && !outward.has(at); at = at.parent) outward.add(at)
  return [...outward].at(-deepest) ?? boundary
}

function groupSymbol(diagram: AnalyzedDiagram, { text, group }: Boundary): GrowingSymbol {
  return {
    name: firstNamed(text, group.id, 'group'),
    detail: group.variant,
    kind: 'group',
    ...placed(inSource(diagram, group.whole), inSource(diagram, group.span)),
    children: [],
  }
}

function componentSymbol(
  diagram: AnalyzedDiagram,
  { text, id, kind, technology, node, span }: Component,
): DocumentSymbol {
  const facts = [technology?.name, kind?.value].filter(fact => fact !== undefined)
  return {
    name: firstNamed(text, id, 'component'),
    detail: facts.join(' · '),
    kind: 'component',
    ...placed(inSource(diagram, span), inSource(diagram, node.mentions[0]?.id ?? span)),
    children: [],
  }
}

const firstNamed = (...names: readonly (string | undefined)[]): string =>
  names.find(name => name !== undefined && name.trim() !== '') ?? ''

/** While something is being typed, its name may stand outside of it: editors refuse such a symbol. */
function placed(whole: Span, name: Span): Pick<DocumentSymbol, 'span' | 'selection'> {
  const within = (offset: number) => Math.min(Math.max(offset, whole.start), whole.end)
  return { span: whole, selection: { start: within(name.start), end: within(name.end) } }
}
