// A diagram's text laid out: drawn the same, read more easily.

import type { Diagram } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import { afterHarmless } from './harmless'
import { indentation } from './indentation'
import { needlessQuotes } from './quotes'
import { spacing } from './spacing'
import { oneStatementALine } from './statements'

/** In this order: what is on a line decides how far it is indented. */
const passes: readonly ((diagram: Diagram) => readonly Edit[])[] = [
  oneStatementALine,
  spacing,
  needlessQuotes,
  indentation,
]

/** A pass may make room for another: this many rounds settle every text. */
const mostRounds = 4

/** The text of a diagram as it should stand; as it is where it has syntax errors or is of no family that we read. */
export function formattedDiagram(diagram: Diagram): string {
  const isRead = diagram.family !== 'other' && diagram.keyword !== ''
  if (!isRead || diagram.problems.some(({ kind }) => kind === 'syntax-error')) return diagram.text
  let formatted = diagram
  for (let round = 0; round < mostRounds; round++) {
    const before = formatted.text
    for (const pass of passes) formatted = afterHarmless(formatted, pass(formatted))
    if (formatted.text === before) break
  }
  return formatted.text
}
