// Arrows and groups that Mermaid refuses: of them nothing is said but what their syntax lacks.

import { rememberedFor } from '../../model/remembered-for'
import type { Rule } from '../../rules/rule'
import type { Diagram } from '../../syntax/tree'
import { lastAtMost } from '../../text/lines'
import { enclosedIn, type Span } from '../../text/span'

/** Whether a place belongs to a statement that draws an arrow and has a syntax error: its author is still writing it. */
export const isInBrokenStatement = (diagram: Diagram, at: Span): boolean => refusedIn(diagram)(at)

/** Whether a syntax error takes away what a rule argues with: all lines, or which group something stands in. */
export const lacksGrounds = (
  { byGroups, byAllLines }: Pick<Rule, 'byGroups' | 'byAllLines'>,
  { problems }: Diagram,
): boolean =>
  (byGroups === true && problems.some(({ leavesGroupsOpen }) => leavesGroupsOpen === true)) ||
  (byAllLines === true && problems.some(({ kind }) => kind === 'syntax-error'))

/** Found once for each diagram: nearly all have none. */
const refusedIn = rememberedFor(({ arrows, problems }: Diagram): ((at: Span) => boolean) => {
  const errors = problems.filter(({ kind }) => kind === 'syntax-error').map(({ span }) => span.start)
  if (errors.length === 0) return () => false
  const inOrder = errors.sort((a, b) => a - b)
  const hasError = ({ start, end }: Span) => {
    const last = inOrder[lastAtMost(inOrder, end)]!
    return start <= last && last <= end
  }
  return enclosedIn(arrows.map(({ statement }) => statement).filter(hasError))
})
