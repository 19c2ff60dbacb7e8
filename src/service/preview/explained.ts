// What the editor's hover says of a part of a diagram, for those who point at it in the picture.

import type { Steps } from '../../knowledge'
import type { System } from '../../model/system'
import { evaluating } from '../engine/evaluation'
import type { Snapshot } from '../engine/snapshot'
import { hoverOf } from '../features/hover'
import type { Subject } from '../features/place'
import type { Change, PreviewTarget } from './messages'
import { changingSystem } from './what-if'

export interface ExplainedPart {
  /** Of the document, by its index. */
  readonly diagram: number
  readonly target: PreviewTarget
  /** What-ifs: the figures are those of the changed design. */
  readonly changes: readonly Change[]
}

/** Markdown; undefined where there is nothing to say. */
export function* explainingPart(
  { diagrams }: Snapshot,
  { diagram: index, target, changes }: ExplainedPart,
): Steps<string | undefined> {
  const diagram = diagrams[index]
  if (!diagram) return undefined
  const system = yield* changingSystem(diagram, changes)
  yield* evaluating(system, { attribution: true })
  const subject = subjectOf(target, system)
  return subject && hoverOf(subject, system, { figures: true })?.markdown
}

function subjectOf(
  target: PreviewTarget,
  { components, connections, boundaries }: System,
): Subject | undefined {
  if (target.kind === 'diagram') return undefined
  if (target.kind === 'arrow') {
    const connection = connections.find(({ index }) => index === target.index)
    return connection && { kind: 'connection', connection, span: connection.arrow.span }
  }
  const component = components.find(({ id }) => id === target.id)
  if (component) return { kind: 'component', component, span: component.span }
  const boundary = boundaries.find(({ id }) => id === target.id)
  return boundary && { kind: 'boundary', boundary, span: boundary.group.span }
}
