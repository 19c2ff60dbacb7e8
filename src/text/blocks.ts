// Where diagrams stand in HTML, AsciiDoc and reStructuredText.

import type { Host, Piece } from './block'
import type { Span } from './span'

/** What stands between `<pre class="mermaid">` and `</pre>`; `div` likewise. */
export function htmlBlocks(source: string): Span[] {
  const blocks: Span[] = []
  const opening = /<(pre|div)\b([^<>]*)>/gi
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    if (
      !/\bclass\s*=\s*(?:"[^"]*\bmermaid(?![\w-])[^"]*"|'[^']*\bmermaid(?![\w-])[^']*'|mermaid(?![\w-]))/i.test(
        match[2]!,
      )
    )
      continue
    const start = match.index + match[0].length
    const closing = new RegExp(`</${match[1]}\\s*>`, 'gi')
    closing.lastIndex = start
    const end = closing.exec(source)?.index ?? source.length
    blocks.push({ start, end })
    opening.lastIndex = end
  }
  return blocks
}

/** A stretch of HTML in pieces, its character references decoded. */
export function htmlPieces(source: string, { start, end }: Span): Piece[] {
  const pieces: Piece[] = []
  let at = start
  for (const { index, 0: whole, 1: name = '' } of source.slice(start, end).matchAll(reference)) {
    const decoded = characterOf(name)
    if (decoded === undefined) continue
    pieces.push({ start: at, end: start + index })
    at = start + index + whole.length
    pieces.push({ start: start + index, end: at, decoded })
  }
  return [...pieces, { start: at, end }].filter(piece => piece.end > piece.start)
}

const reference = /&(#\d{1,7}|#x[\da-f]{1,6}|lt|gt|amp|quot|apos|nbsp);/gi

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return named[name.toLowerCase()]
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

export const htmlHost: Host = {
  encode: text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  prefixed: false,
}

/** Blocks under `[mermaid]` or `[source,mermaid]`, between two lines of four or more equal marks. */
export function asciidocBlocks(source: string): Span[] {
  const blocks: Span[] = []
  let announced = false
  let fence: { readonly marks: string; readonly start: number; readonly ours: boolean } | undefined
  for (const { start, end, next } of linesIn(source)) {
    const line = source.slice(start, end).trimEnd()
    if (fence) {
      if (line !== fence.marks) continue
      if (fence.ours) blocks.push({ start: fence.start, end: start })
      fence = undefined
    } else if (/^(?:-{4,}|\.{4,}|={4,}|`{3,})$/.test(line)) {
      if (announced || !line.startsWith('=')) fence = { marks: line, start: next, ours: announced }
      announced = false
    } else if (/^\[(?:source\s*,\s*)?["']?mermaid(?![\w-])[^\]]*\]$/i.test(line)) announced = true
    else if (line !== '' && !line.startsWith('.')) announced = false
  }
  if (fence?.ours) blocks.push({ start: fence.start, end: source.length })
  return blocks
}

export interface PiecedBlock {
  readonly pieces: readonly Span[]
  readonly span: Span
}

/** The indented body of each `.. mermaid::`, after its options. */
export function restructuredTextBlocks(source: string): PiecedBlock[] {
  const blocks: PiecedBlock[] = []
  let body: RestructuredBody | undefined
  for (const line of linesIn(source)) {
    const text = source.slice(line.start, line.end)
    const indent = text.length - text.trimStart().length
    const blank = text.trim() === ''
    if (body && (blank || indent > body.indent)) {
      body.lines.push({ ...line, indent, blank })
      continue
    }
    if (body) blocks.push(...bodyOf(body))
    body = /^\s*\.\. mermaid::/.test(text) ? { indent, at: line.next, lines: [] } : undefined
  }
  if (body) blocks.push(...bodyOf(body))
  return blocks
}

interface RestructuredBody {
  readonly indent: number
  readonly at: number
  readonly lines: (Line & { readonly indent: number; readonly blank: boolean })[]
}

/** Options end at the first blank line; the rest loses the indentation of its least indented line. */
function bodyOf({ lines }: RestructuredBody): PiecedBlock[] {
  const firstBlank = lines.findIndex(line => line.blank)
  const content = lines.slice(firstBlank + 1)
  while (content.length > 0 && content[0]!.blank) content.shift()
  while (content.length > 0 && content[content.length - 1]!.blank) content.pop()
  if (firstBlank < 0 || content.length === 0) return []
  const indent = Math.min(...content.filter(line => !line.blank).map(line => line.indent))
  const pieces = content.map(({ start, end, next }) => ({ start: Math.min(start + indent, end), end: next }))
  return [{ pieces, span: { start: pieces[0]!.start, end: pieces[pieces.length - 1]!.end } }]
}

export interface Line extends Span {
  /** Where the next line starts. */
  readonly next: number
}

/** The lines of a text without their line breaks. */
export function linesIn(source: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const { index, 0: ending } of source.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index, next: index + ending.length })
    start = index + ending.length
  }
  if (start < source.length) lines.push({ start, end: source.length, next: source.length })
  return lines
}
