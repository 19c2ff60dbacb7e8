// What stands at an offset: the diagram, and the thing in it that the author points at.

import { directoryOf } from '../model/annotations/directory'
import type { Boundary, Component, Connection, System } from '../model/system'
import type { Attribute, Comment, Group, Metadata, Node } from '../syntax/tree'
import { contains, type Span } from '../text/span'
import type { AnalyzedDiagram, Snapshot } from './snapshot'

export interface Place {
  readonly diagram: AnalyzedDiagram
  readonly index: number
  /** In the diagram's text. */
  readonly offset: number
}

/** The diagram around an offset of the source. */
export function placeAt({ diagrams }: Snapshot, offset: number): Place | undefined {
  for (const [index, diagram] of diagrams.entries()) {
    const inside = diagram.block.fromSource(offset)
    if (inside !== undefined) return { diagram, index, offset: inside }
  }
  return undefined
}

/** The index of the diagram around an offset of the source. */
export function diagramAt(snapshot: Snapshot, offset: number): number | undefined {
  return placeAt(snapshot, offset)?.index
}

/** A span of a diagram's text as a span of the source. */
export function inSource({ block }: AnalyzedDiagram, { start, end }: Span): Span {
  return { start: block.toSource(start), end: block.toSource(end) }
}

export type Subject =
  | { readonly kind: 'component'; readonly component: Component; readonly span: Span }
  | { readonly kind: 'connection'; readonly connection: Connection; readonly span: Span }
  | { readonly kind: 'boundary'; readonly boundary: Boundary; readonly span: Span }
  | {
      readonly kind: 'attribute'
      readonly attribute: Attribute
      readonly metadata: Metadata
      readonly span: Span
    }
  | { readonly kind: 'comment'; readonly comment: Comment; readonly span: Span }

/** The smallest thing at an offset of the diagram's text. */
export function subjectAt(
  { diagram, components, connections, boundaries }: System,
  offset: number,
): Subject | undefined {
  const at = (span: Span | undefined): span is Span => span !== undefined && contains(span, offset)
  for (const metadata of diagram.metadata) {
    const attribute = metadata.attributes.find(({ keySpan, valueSpan }) => at(keySpan) || at(valueSpan))
    if (attribute)
      return {
        kind: 'attribute',
        attribute,
        metadata,
        span: at(attribute.keySpan) ? attribute.keySpan : attribute.valueSpan,
      }
  }
  for (const component of components) {
    const mention = component.node.mentions.find(({ span }) => at(span))
    if (mention) return { kind: 'component', component, span: mention.span }
  }
  for (const connection of connections) {
    const { span, labelSpan, idSpan } = connection.arrow
    const part = [idSpan, labelSpan, span].find(at)
    if (part) return { kind: 'connection', connection, span: part === idSpan ? idSpan : span }
  }
  const boundary = boundaries.find(({ group }) => at(group.span))
  if (boundary) return { kind: 'boundary', boundary, span: boundary.group.span }
  const comment = diagram.comments.find(({ span }) => at(span))
  return comment && { kind: 'comment', comment, span: comment.span }
}

/** The id at an offset, with every place in the diagram's text that writes it; the first is where it appears first. */
export interface NamedThing {
  readonly id: string
  readonly at: Span
  readonly places: readonly Span[]
}

export function namedThingAt({ diagram }: System, offset: number): NamedThing | undefined {
  const { arrowsById } = directoryOf(diagram)
  const ids = [
    ...diagram.nodes,
    ...diagram.groups,
    ...[...arrowsById].map(([id, index]) => ({ id, arrow: diagram.arrows[index] })),
  ]
  for (const named of ids) {
    const places = 'arrow' in named ? arrowPlaces(named, diagram.metadata) : placesOf(named, diagram.metadata)
    const at = places.find(place => contains(place, offset))
    if (at) return { id: named.id, at, places }
  }
  return undefined
}

function placesOf(named: Node | Group, metadata: readonly Metadata[]): Span[] {
  const written =
    'mentions' in named ? named.mentions.map(({ id }) => id) : named.idSpan ? [named.idSpan] : []
  return inOrder([...written, ...metadata.flatMap(block => namesIn(block, named.id))])
}

function arrowPlaces(
  { id, arrow }: { id: string; arrow: { readonly idSpan?: Span } | undefined },
  metadata: readonly Metadata[],
): Span[] {
  return inOrder([...(arrow?.idSpan ? [arrow.idSpan] : []), ...metadata.flatMap(block => namesIn(block, id))])
}

/** Where a block's target writes an id: alone, or as an end of `a->b`. */
function namesIn({ target, targetSpan }: Metadata, id: string): Span[] {
  const start = targetSpan.start
  if (target === id) return [targetSpan]
  const quoted = `"${id}"`
  const place = (at: number, name: string) => ({
    start: start + at + (name === quoted ? 1 : 0),
    end: start + at + (name === quoted ? 1 : 0) + id.length,
  })
  return [quoted, id].flatMap(name => {
    if (target.startsWith(name) && isOperator(target[name.length])) return [place(0, name)]
    const end = target.replace(/\s*#\d+$/, '')
    return end.endsWith(name) && isOperator(end[end.length - name.length - 1])
      ? [place(end.length - name.length, name)]
      : []
  })
}

const isOperator = (character: string | undefined): boolean =>
  character === undefined || /[\s\-=.~<>)|\\/:]/.test(character)

/** Each place once. */
function inOrder(spans: readonly Span[]): Span[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start)
  return ordered.filter((span, index) => span.start !== ordered[index - 1]?.start)
}
