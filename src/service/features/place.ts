// What stands at an offset: the diagram, and the thing in it that the author points at.

import { type AnnotationTarget, directoryOf } from '../../model/annotations/metadata/directory'
import { resolveTarget } from '../../model/annotations/metadata/targets'
import type { Boundary, Component, Connection, System } from '../../model/system'
import type { Attribute, Comment, Metadata } from '../../syntax/tree'
import { contains, type Span } from '../../text/span'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'

export interface CursorPlace {
  readonly diagram: AnalyzedDiagram
  readonly index: number
  /** In the diagram's text. */
  readonly offset: number
}

/** The diagram around an offset of the source. */
export function placeAt({ diagrams }: Snapshot, offset: number): CursorPlace | undefined {
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
export function subjectAt(system: System, offset: number): Subject | undefined {
  const { diagram, components, connections, boundaries } = system
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
  const named = namedSubject(system, offset)
  if (named) return named
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

/** What is named where it is not drawn: before braces (`api->db@{`), in `click`, `style`, `activate` … */
function namedSubject(system: System, offset: number): Subject | undefined {
  const { metadata, references } = system.diagram
  const block = metadata.find(({ target, targetSpan }) => target !== '' && contains(targetSpan, offset))
  if (block) {
    const found = resolveTarget(block, directoryOf(system.diagram), { suggest: false })
    return 'target' in found ? subjectOf(found.target, system, block.targetSpan) : undefined
  }
  const reference = references.find(({ span }) => contains(span, offset))
  return reference && subjectOf({ kind: 'node', id: reference.id }, system, reference.span)
}

function subjectOf(
  target: AnnotationTarget,
  { components, connections, boundaries }: System,
  span: Span,
): Subject | undefined {
  if (target.kind === 'arrows') {
    const connection = connections.find(({ index }) => index === target.indexes[0])
    return connection && { kind: 'connection', connection, span }
  }
  if (target.kind !== 'node' && target.kind !== 'group') return undefined
  const component = components.find(({ id }) => id === target.id)
  if (component) return { kind: 'component', component, span }
  const boundary = boundaries.find(({ id }) => id === target.id)
  return boundary && { kind: 'boundary', boundary, span }
}
