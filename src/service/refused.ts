// Arrows that Mermaid refuses: of them nothing is said but what their syntax lacks.

import type { Diagram } from '../syntax/tree'
import { contains, encloses, type Span } from '../text/span'

const known = new WeakMap<Diagram, readonly Span[]>()

/** Whether a place belongs to a statement that draws an arrow and has a syntax error: its author is still writing it. */
export const isRefused = (diagram: Diagram, at: Span): boolean =>
  refusedStatements(diagram).some(statement => encloses(statement, at))

/** Found once for each diagram: nearly all have none. */
function refusedStatements(diagram: Diagram): readonly Span[] {
  const found = known.get(diagram) ?? statementsWithErrors(diagram)
  known.set(diagram, found)
  return found
}

function statementsWithErrors({ arrows, problems }: Diagram): readonly Span[] {
  const errors = problems.filter(({ kind }) => kind === 'syntax-error')
  return arrows
    .map(({ statement }) => statement)
    .filter(statement => errors.some(({ span }) => contains(statement, span.start)))
}
