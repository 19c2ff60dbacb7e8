// Between the parts of a diagram that the preview names and where the source draws them.

import type { System } from '../../model/system'
import { encloses, type Span } from '../../text/span'
import type { AnalyzedDiagram } from '../engine/snapshot'
import { inSource } from '../features/place'
import type { PreviewTarget } from './messages'

/** Where the source draws a target, in offsets of the source; the diagram's header for what is not there. */
export function placeOfTarget(diagram: AnalyzedDiagram, target: PreviewTarget): Span {
  const { nodes, groups, arrows, header } = diagram.system.diagram
  const drawn =
    target.kind === 'node'
      ? (nodes.find(({ id }) => id === target.id)?.mentions[0]?.span ??
        groups.find(({ id }) => id === target.id)?.span)
      : target.kind === 'arrow'
        ? arrows[target.index]?.span
        : header
  return inSource(diagram, drawn ?? header)
}

/** What the source draws at an offset of the source: the smallest that encloses it. */
export function targetAt({ block, system }: AnalyzedDiagram, offset: number): PreviewTarget {
  const at = block.fromSource(offset)
  if (at === undefined) return { kind: 'diagram' }
  const { nodes, arrows } = system.diagram
  const isAt = (span: Span) => span.start <= at && at <= span.end
  const node = nodes.find(({ mentions }) => mentions.some(({ span }) => isAt(span)))
  if (node) return { kind: 'node', id: node.id }
  const index = arrows.findIndex(({ span }) => isAt(span))
  return index < 0 ? { kind: 'diagram' } : { kind: 'arrow', index }
}

/** The flow whose objective begins in the line of an offset of the source, by its name. */
export function objectiveAt({ block, system }: AnalyzedDiagram, offset: number): string | undefined {
  const at = block.fromSource(offset)
  if (at === undefined) return undefined
  return system.flows.find(({ objective }) => {
    const name = objective?.span
    return name && !block.text.slice(Math.min(at, name.start), Math.max(at, name.start)).includes('\n')
  })?.name
}

/** The arrow or node that a span of the source is about: drawn there, or stated there. */
export function targetOfSpan({ block, system }: AnalyzedDiagram, { start, end }: Span): PreviewTarget {
  const from = block.fromSource(start)
  const to = block.fromSource(end)
  if (from === undefined || to === undefined) return { kind: 'diagram' }
  const place = { start: from, end: to }
  const arrow = system.connections.find(
    connection => encloses(connection.arrow.span, place) || isStatedAt(connection.figures, place),
  )
  if (arrow) return { kind: 'arrow', index: arrow.index }
  const node = system.components.find(
    ({ node: { mentions }, figures }) =>
      mentions.some(({ span }) => encloses(span, place)) || isStatedAt(figures, place),
  )
  return node ? { kind: 'node', id: node.id } : { kind: 'diagram' }
}

type AnyFigures = System['components'][number]['figures'] | System['connections'][number]['figures']

/** Figures in metadata stand elsewhere than what they are about. */
const isStatedAt = (figures: AnyFigures, place: Span): boolean =>
  Object.values(figures).some(figure => figure.span !== undefined && encloses(figure.span, place))

/** What an assumption is about: a component's id, or `caller->callee`. */
export function targetNamed(at: string, { components, calls }: System): PreviewTarget {
  if (components.some(({ id }) => id === at)) return { kind: 'node', id: at }
  const call = calls.find(({ caller, callee }) => `${caller.id}->${callee.id}` === at)
  return call ? { kind: 'arrow', index: call.connection.index } : { kind: 'diagram' }
}
