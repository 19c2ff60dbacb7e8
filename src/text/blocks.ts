// Where diagrams stand in HTML, AsciiDoc and reStructuredText.

import type { Host, Piece } from './block'
import type { Span } from './span'
import { type Ending, endingOf, type FenceFault, type FenceOpening } from './unclosed'

export interface HostedBlock {
  readonly span: Span
  /** What is wrong with a block that nothing closes. */
  readonly fault?: FenceFault
}

/** What stands between `<pre class="mermaid">` and `</pre>`; `div` likewise. */
export function htmlBlocks(source: string): HostedBlock[] {
  const blocks: HostedBlock[] = []
  const opening = /<(pre|div)\b([^<>]*)>/gi
  const closingFrom = closingsIn(source)
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    if (!isOfMermaid(match[2]!)) continue
    const start = opening.lastIndex
    const tag = match[1]!.toLowerCase() === 'pre' ? 'pre' : 'div'
    const end = closingFrom(tag, start)
    if (end !== undefined) blocks.push({ span: { start, end } })
    else
      blocks.push(
        upTo(source, start, {
          closing: `</${tag}>`,
          at: { start: match.index, end: start },
          prefixed: false,
        }),
      )
    opening.lastIndex = blocks.at(-1)!.span.end
  }
  return blocks
}

/** Where the next closing tag stands; the text is read to its end for one that is missing only once. */
function closingsIn(source: string): (tag: 'pre' | 'div', from: number) => number | undefined {
  const missing = new Set<string>()
  return (tag, from) => {
    if (missing.has(tag)) return undefined
    const closing = closings[tag]
    closing.lastIndex = from
    const found = closing.exec(source)?.index
    if (found === undefined) missing.add(tag)
    return found
  }
}

const closings = { pre: /<\/pre\s*>/gi, div: /<\/div\s*>/gi }

/** A block that nothing closes, up to where the document seems to go on. */
function upTo(source: string, start: number, opening: FenceOpening): HostedBlock {
  const ending = endingOf(source, linesFrom(source, start), opening)
  return ending
    ? { span: { start, end: ending.at }, fault: ending.fault }
    : { span: { start, end: source.length } }
}

/** Is `mermaid` among the classes that a tag's attributes give it? */
function isOfMermaid(attributes: string): boolean {
  for (const [, name = '', double, single, bare] of attributes.matchAll(attribute))
    if (name.toLowerCase() === 'class')
      return bare === undefined
        ? /\bmermaid(?![\w-])/i.test(double ?? single ?? '')
        : /^mermaid(?![\w-])/i.test(bare)
  return false
}

const attribute = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g

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

const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
  }),
)

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return named.get(name.toLowerCase())
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

export const htmlHost: Host = {
  encode: text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  prefixed: false,
}

/** Blocks under `[mermaid]` or `[source,mermaid]`, between two lines of four or more equal marks. */
export function asciidocBlocks(source: string): HostedBlock[] {
  const blocks: HostedBlock[] = []
  const lines = blockLines(source)
  const textAt = (index: number) => source.slice(lines[index]?.start, lines[index]?.end).trimEnd()
  let announced = false
  for (let index = 0; index < lines.length; index++) {
    const line = textAt(index)
    if (delimiter.test(line) && (announced || !line.startsWith('='))) {
      let end = index + 1
      while (end < lines.length && textAt(end) !== line) end++
      const body = { lines: lines.slice(index + 1, end), delimiter: lines[index]! }
      const doubtful = end === lines.length || /^\[.*\]$|^\.\w/.test(textAt(end - 1))
      const ending = announced && doubtful ? asciidocEnding(source, body) : undefined
      if (announced) blocks.push(asciidocBlock(body, ending))
      index = ending ? index + ending.resume : end
      announced = false
    } else if (/^\[(?:source\s*,\s*)?["']?mermaid(?![\w-])[^\]]*\]$/i.test(line)) announced = true
    else if (line !== '' && !line.startsWith('.')) announced = false
  }
  return blocks
}

const delimiter = /^(?:-{4,}|\.{4,}|={4,}|`{3,})$/

interface AsciidocBody {
  readonly delimiter: BlockLine
  readonly lines: readonly BlockLine[]
}

/** The delimiter below belongs to another block, or there is none. */
function asciidocEnding(source: string, { delimiter: at, lines }: AsciidocBody): Ending | undefined {
  const closing = source.slice(at.start, at.end).trimEnd()
  return endingOf(source, lines, {
    closing,
    at: { start: at.start, end: at.start + closing.length },
    prefixed: false,
  })
}

function asciidocBlock({ delimiter: at, lines }: AsciidocBody, ending?: Ending): HostedBlock {
  const start = at.next
  return ending
    ? { span: { start, end: ending.at }, fault: ending.fault }
    : { span: { start, end: lines.at(-1)?.next ?? start } }
}

export interface PiecedBlock {
  readonly pieces: readonly Span[]
  readonly span: Span
}

/** The indented body of each `.. mermaid::`, after its options. */
export function restructuredTextBlocks(source: string): PiecedBlock[] {
  const blocks: PiecedBlock[] = []
  let body: RestructuredBody | undefined
  for (const line of blockLines(source)) {
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
  readonly lines: (BlockLine & { readonly indent: number; readonly blank: boolean })[]
}

/** Options end at the first blank line; the rest loses the indentation of its least indented line. */
function bodyOf({ lines }: RestructuredBody): PiecedBlock[] {
  const firstBlank = lines.findIndex(line => line.blank)
  const first = lines.findIndex((line, index) => index > firstBlank && !line.blank)
  if (firstBlank < 0 || first < 0) return []
  const content = lines.slice(first, lines.findLastIndex(line => !line.blank) + 1)
  const indent = content.reduce(
    (least, line) => (line.blank ? least : Math.min(least, line.indent)),
    Infinity,
  )
  const pieces = content.map(({ start, end, next }) => ({ start: Math.min(start + indent, end), end: next }))
  return [{ pieces, span: { start: pieces[0]!.start, end: pieces[pieces.length - 1]!.end } }]
}

export interface BlockLine extends Span {
  /** Where the next line starts. */
  readonly next: number
}

/** The lines of a text without their line breaks. */
export const blockLines = (source: string): BlockLine[] => Array.from(linesFrom(source, 0))

/** The lines from an offset on, one by one. */
function* linesFrom(source: string, from: number): Iterable<BlockLine> {
  const breaks = /\r\n|\n|\r/g
  breaks.lastIndex = from
  let start = from
  for (let found = breaks.exec(source); found; found = breaks.exec(source)) {
    yield { start, end: found.index, next: breaks.lastIndex }
    start = breaks.lastIndex
  }
  if (start < source.length) yield { start, end: source.length, next: source.length }
}
