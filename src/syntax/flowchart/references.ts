// Where the lines of a flowchart name something that other lines draw.

import type { Span } from '../../text/span'
import { unmarked } from '../preprocess'
import type { Reference } from '../tree'
import type { Stretch } from '../written-text'
import { type Action, type QuotableText, type Statement, trimmed } from './statements'

export const referencesIn = (
  statements: readonly Statement[],
  spanOf: (stretch: Stretch) => Span,
): readonly Reference[] =>
  statements.flatMap(({ actions }) =>
    actions.flatMap(idsIn).map(id => ({ id: unmarked(id.text), span: spanOf(id) })),
  )

function idsIn(action: Action): readonly Pick<QuotableText, 'start' | 'end' | 'text'>[] {
  if (action.kind === 'class of node') return listed(action.ids)
  if (action.kind === 'click' || action.kind === 'style') return [action.id]
  return action.kind === 'group' && action.id ? [trimmed(action.id)] : []
}

/** `a,b` names two. */
function listed({ text, start }: QuotableText) {
  return Array.from(text.matchAll(/[^,]+/g), ({ 0: id, index }) => ({
    text: id,
    start: start + index,
    end: start + index + id.length,
  }))
}
