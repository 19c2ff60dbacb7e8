// The cursor, with the line and the word that it stands in.

import type { Component } from '../../../model/system'
import { contains } from '../../../text/span'
import type { CursorPlace } from '../place'

export interface CompletionContext extends CursorPlace {
  /** The line up to the cursor. */
  readonly before: string
  /** The line from the cursor. */
  readonly after: string
  /** Where the word at the cursor begins, and where it ends; both are the cursor where none begins before it. */
  readonly wordStart: number
  readonly wordEnd: number
}

export function cursorAt(place: CursorPlace): CompletionContext {
  const { text } = place.diagram.block
  const { offset } = place
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const lineBreak = text.indexOf('\n', offset)
  const lineEnd = Math.min(lineBreak < 0 ? text.length : lineBreak, offset + mostRead)
  return {
    ...place,
    ...wordAround(text.slice(Math.max(lineStart, offset - mostRead), lineEnd), {
      offset,
      at: Math.min(offset - lineStart, mostRead),
    }),
    before: lineBefore(text, lineStart, offset),
    after: text.slice(offset, lineEnd).replace(/\r$/, ''),
  }
}

/** The word around `at` in a line; offsets are counted from `offset`, which stands there. */
export function wordAround(line: string, { offset, at }: { readonly offset: number; readonly at: number }) {
  const before = /(?<![\p{L}\p{N}_./-])[\p{L}\p{N}_./-]*$/u.exec(line.slice(0, at))?.[0] ?? ''
  const after = before === '' ? '' : (/^[\p{L}\p{N}_]*/u.exec(line.slice(at))?.[0] ?? '')
  return { wordStart: offset - before.length, wordEnd: offset + after.length }
}

/** Of longer lines only what stands next to the cursor is read: the readers go over it many times. */
const mostRead = 1000

/** A longer line keeps its end, and before it the mark of a comment or one that opens no statement. */
function lineBefore(text: string, start: number, end: number): string {
  if (end - start <= mostRead) return text.slice(start, end)
  const isComment = /^[ \t]*%%/.test(text.slice(start, start + mostRead))
  return `${isComment ? '%% … ' : '… '}${text.slice(end - mostRead, end)}`
}

/** The components that are drawn elsewhere too: a word that is half typed draws one of its own. */
export const drawnElsewhere = ({ diagram, offset }: CursorPlace): readonly Component[] =>
  diagram.system.components.filter(
    ({ node: { mentions } }) => mentions.length === 0 || !mentions.every(({ id }) => contains(id, offset)),
  )
