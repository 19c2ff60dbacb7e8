// Between what a picture shows and where the source draws it.

import type { AnalyzedDiagram } from '../../service'
import type { Target } from '../../service/messages'
import type { Span } from '../../text/span'

/** Where the source draws a target, in offsets of the source; the diagram's header for what is not there. */
export function placeOf({ block, system }: AnalyzedDiagram, target: Target): Span {
  const { nodes, arrows, header } = system.diagram
  const drawn =
    target.kind === 'node'
      ? nodes.find(({ id }) => id === target.id)?.mentions[0]?.span
      : target.kind === 'arrow'
        ? arrows[target.index]?.span
        : header
  const { start, end } = drawn ?? header
  return { start: block.toSource(start), end: block.toSource(end) }
}

/** What the source draws at an offset of the source: the smallest that encloses it. */
export function targetAt({ block, system }: AnalyzedDiagram, offset: number): Target {
  const at = block.fromSource(offset)
  if (at === undefined) return { kind: 'diagram' }
  const encloses = ({ start, end }: Span) => start <= at && at <= end
  const { nodes, arrows } = system.diagram
  const node = nodes.find(({ mentions }) => mentions.some(({ span }) => encloses(span)))
  if (node) return { kind: 'node', id: node.id }
  const index = arrows.findIndex(({ span }) => encloses(span))
  return index < 0 ? { kind: 'diagram' } : { kind: 'arrow', index }
}
