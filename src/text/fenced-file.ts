// Files of a diagram that hold it as Markdown would, between marks: Mermaid refuses them, and the diagram is plain.

import type { Edit } from './edit'
import { closes, isMermaid, openingOf } from './fence-marks'
import type { Span } from './span'

export interface FencedFile {
  /** The marks that open it. */
  readonly at: Span
  /** What takes the marks out; nothing where the file holds more than the one diagram. */
  readonly edits: readonly Edit[]
}

/** The marks around what a whole file should be, if it begins with some. */
export function fencedFile(source: string): FencedFile | undefined {
  const start = source.search(/[^\s\uFEFF]/)
  if (start < 0) return undefined
  const end = lineEnd(start, source)
  const line = source.slice(start, end).trimEnd()
  const opening = openingOf(line)
  if (!opening || !isMermaid(opening.info)) return undefined
  const closing = onlyMarks(end + 1, opening.marks, source)
  const edits = closing
    ? [
        { span: { start, end: end + 1 }, text: '' },
        { span: closing, text: '' },
      ]
    : []
  return { at: { start, end: start + line.length }, edits }
}

/** The line that closes what the marks open, if no other line has marks and nothing stands below it. */
function onlyMarks(from: number, marks: string, source: string): Span | undefined {
  const last = source.trimEnd().length
  const start = source.lastIndexOf('\n', last - 1) + 1
  if (start < from || !closes(source.slice(start, last).trim(), marks)) return undefined
  for (let at = from; at < start; at = lineEnd(at, source) + 1)
    if (openingOf(source.slice(at, lineEnd(at, source)).trim())) return undefined
  return { start, end: source.length }
}

function lineEnd(from: number, source: string): number {
  const feed = source.indexOf('\n', from)
  return feed < 0 ? source.length : feed
}
