// A change of text: what stands in the span gives way to the new text.

import type { Span } from './span'

export interface Edit {
  readonly span: Span
  readonly text: string
}

/** Applies edits that do not overlap, in any order. Two insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.order - b.order)
  let result = ''
  let done = 0
  for (const { edit } of ordered) {
    result += text.slice(done, edit.span.start) + edit.text
    done = Math.max(done, edit.span.end)
  }
  return result + text.slice(done)
}
