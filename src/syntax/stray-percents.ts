// Comments of state diagrams that begin with a single `%`: Mermaid draws their words as states.

import { span } from '../text/span'
import { type Mapped, sourceSpan } from './source-map'
import type { Problem } from './tree'

export function strayPercents(body: Mapped): Problem[] {
  const { text } = body
  const notes = [...text.matchAll(/^[ \t]*note\b[^:\n]*$/gim)].map(({ index }) => {
    const end = text.indexOf('end note', index)
    return span(index, end < 0 ? text.length : end)
  })
  return [...text.matchAll(/^([ \t]*)%(?=[ \t]*[^\s%{][^\n]*$)/gm)].flatMap(({ index, 1: indent = '' }) => {
    const start = index + indent.length
    if (notes.some(note => note.start < start && start < note.end)) return []
    const at = sourceSpan(body, span(start, start + 1))
    return [
      {
        kind: 'keyword-as-id',
        span: at,
        message,
        fixes: [{ title: 'Write `%%`', edits: [{ span: at, text: '%%' }] }],
      },
    ]
  })
}

const message =
  'A single `%` does not start a comment in a state diagram: Mermaid draws it and the words after it as states. Write `%%`'
