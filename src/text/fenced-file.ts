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
  if (/^(?:#{1,6} |<[a-z!])/i.test(line) && holdsFence(end + 1, source))
    return { at: { start, end: start + line.length }, edits: [] }
  if (!opening || !isMermaid(opening.info)) return undefined
  const [closing, ...others] = linesWithMarks(end + 1, source)
  const isAlone = others.length === 0 && (!closing || closesAll(closing, opening.marks, source))
  const edits = [
    { start, end: Math.min(end + 1, source.length) },
    ...(closing ? [{ ...closing, end: source.length }] : []),
  ]
  return {
    at: { start, end: start + line.length },
    edits: isAlone ? edits.map(span => ({ span, text: '' })) : [],
  }
}

/** Below a heading or a tag, the diagrams of a Markdown document. */
const holdsFence = (from: number, source: string): boolean =>
  linesWithMarks(from, source).some(({ start, end }) => {
    const opening = openingOf(source.slice(start, end).trim())
    return opening !== undefined && isMermaid(opening.info)
  })

function linesWithMarks(from: number, source: string): readonly Span[] {
  const found: Span[] = []
  for (let start = from; start < source.length; ) {
    const end = lineEnd(start, source)
    if (openingOf(source.slice(start, end).trim())) found.push({ start, end })
    start = end + 1
  }
  return found
}

/** And nothing stands below it. */
const closesAll = ({ start, end }: Span, marks: string, source: string): boolean =>
  closes(source.slice(start, end).trim(), marks) && source.slice(end).trim() === ''

function lineEnd(from: number, source: string): number {
  const feed = source.indexOf('\n', from)
  return feed < 0 ? source.length : feed
}
