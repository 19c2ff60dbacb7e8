// The comments of source code as texts of their own: Markdown freed of the marks that the language puts before its lines.

import { blockOf, type DiagramBlock, type Piece } from '../block'
import { type BlockLine, blockLines } from '../blocks'

/** Comments of languages that take theirs from C: lines after `//`, `///` or `//!`, and what stands between marks. */
export function slashComments(source: string): readonly DiagramBlock[] {
  const comments: DiagramBlock[] = []
  const lines = blockLines(source)
  for (let index = 0; index < lines.length; ) {
    const found =
      lineComment(source, lines, { first: index, mark: slashes }) ?? delimitedComment(source, lines, index)
    if (found) comments.push(...textOf(source, found.pieces))
    index = found?.next ?? index + 1
  }
  return comments
}

/** Python's docstrings, and the lines after `#`. */
export function pythonComments(source: string): readonly DiagramBlock[] {
  const comments: DiagramBlock[] = []
  const lines = blockLines(source)
  let index = 0
  for (const { start, end, quotes } of tripleQuoted(source)) {
    for (; index < lines.length && lines[index]!.next <= start; ) index = readHashes(index)
    while (index < lines.length && lines[index]!.start < end) index++
    if (startsStatement(source, start))
      comments.push(...textOf(source, dedented(source, start + quotes, end - 3)))
  }
  while (index < lines.length) index = readHashes(index)
  return comments

  function readHashes(at: number): number {
    const found = lineComment(source, lines, { first: at, mark: hash })
    if (found) comments.push(...textOf(source, found.pieces))
    return found?.next ?? at + 1
  }
}

interface FoundComment {
  readonly pieces: readonly Piece[]
  /** The index of the line after it. */
  readonly next: number
}

/** The mark in the first group, and the blank after it. */
const slashes = /^([ \t]*\/\/[/!]?)(?![/!])[ ]?/
const hash = /^([ \t]*#)(?![#!])[ ]?/

/** Lines with the same mark in the same column. */
function lineComment(
  source: string,
  lines: readonly BlockLine[],
  { first, mark }: { readonly first: number; readonly mark: RegExp },
): FoundComment | undefined {
  const pieces: Piece[] = []
  let common: string | undefined
  for (let next = first; next < lines.length; next++) {
    const { start, end, next: after } = lines[next]!
    const found = mark.exec(source.slice(start, end))
    if (!found || (common !== undefined && found[1] !== common)) break
    common = found[1]
    pieces.push({ start: start + found[0].length, end: after })
  }
  return pieces.length === 0 ? undefined : { pieces, next: first + pieces.length }
}

/** From `/*` at the start of a line to the next closing mark. */
function delimitedComment(
  source: string,
  lines: readonly BlockLine[],
  first: number,
): FoundComment | undefined {
  const line = lines[first]!
  const opening = /^[ \t]*\/\*[*!]?(?!\/)/.exec(source.slice(line.start, line.end))
  if (!opening) return undefined
  const start = line.start + opening[0].length
  const closing = source.indexOf('*/', start)
  const end = closing < 0 ? source.length : closing
  let next = first + 1
  while (next < lines.length && lines[next]!.start < end + 2) next++
  return { pieces: starred(source, start, end), next }
}

/** Without the asterisk before each line, where all have one; else without their common indentation. */
function starred(source: string, start: number, end: number): readonly Piece[] {
  const [opening, ...rest] = linesBetween(source, start, end)
  const marks = rest.map(line => /^[ \t]*\*[ ]?/.exec(source.slice(line.start, line.end))?.[0].length)
  const isBlank = (line: Piece) => source.slice(line.start, line.end).trim() === ''
  if (!rest.every((line, index) => marks[index] !== undefined || isBlank(line)))
    return dedented(source, start, end)
  return [
    ...(opening ? [opening] : []),
    ...rest.map((line, index) => ({ ...line, start: line.start + (marks[index] ?? 0) })),
  ]
}

/** The first line as it stands, the others without the indentation of the least indented. */
function dedented(source: string, start: number, end: number): readonly Piece[] {
  const [opening, ...rest] = linesBetween(source, start, end)
  const indents = rest.flatMap(line => {
    const indent = /^[ \t]*(?=[^ \t\r\n])/.exec(source.slice(line.start, line.end))
    return indent ? [indent[0].length] : []
  })
  const least = Math.min(...indents, Number.MAX_SAFE_INTEGER)
  const indentOf = ({ start: from, end: to }: Piece) =>
    /^[ \t]*/.exec(source.slice(from, to))?.[0].length ?? 0
  return [
    ...(opening ? [opening] : []),
    ...rest.map(line => ({ ...line, start: line.start + Math.min(least, indentOf(line)) })),
  ]
}

const linesBetween = (source: string, start: number, end: number): Piece[] =>
  blockLines(source.slice(start, end)).map(line => ({ start: start + line.start, end: start + line.next }))

/** None for a comment that names no diagram: most don't. */
function textOf(source: string, pieces: readonly Piece[]): DiagramBlock[] {
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) return []
  const span = { start: first.start, end: last.end }
  return /mermaid|mmd/i.test(source.slice(span.start, span.end)) ? [blockOf(source, pieces, span)] : []
}

interface TripleQuoted {
  /** Of the marks, letters before them included. */
  readonly start: number
  readonly end: number
  /** How long the opening is. */
  readonly quotes: number
}

/** The strings in three quotes; what looks like one in a comment or in another string is none. */
function tripleQuoted(source: string): TripleQuoted[] {
  const token = /#[^\r\n]*|[a-zA-Z]{0,2}("""|''')|"(?:[^"\\\r\n]|\\[\s\S])*"?|'(?:[^'\\\r\n]|\\[\s\S])*'?/g
  const found: TripleQuoted[] = []
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const [opening, quotes] = match
    if (quotes === undefined) continue
    const closing = closingAt(source, token.lastIndex, quotes)
    found.push({ start: match.index, end: closing, quotes: opening.length })
    token.lastIndex = closing
  }
  return found
}

/** Behind the closing quotes; the end of the text where none come. */
function closingAt(source: string, from: number, quotes: string): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source.startsWith(quotes, at)) return at + quotes.length
  }
  return source.length
}

/** Does nothing but blanks stand before it on its line? */
function startsStatement(source: string, offset: number): boolean {
  const lineStart = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
  return source.slice(lineStart, offset).trim() === ''
}
