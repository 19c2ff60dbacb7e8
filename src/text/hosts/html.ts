// Where diagrams stand in HTML, and how it writes characters.

import type { Host, Piece } from '../block'
import { type BlockFinder, type HostedBlock, upTo } from '../blocks'
import type { Span } from '../span'

/**
 * What stands between `<pre class="mermaid">` and `</pre>`; `div` likewise, and `<code class="language-mermaid">`.
 * Nothing within comments. In Markdown a tag opens a diagram only where `canOpen` says so.
 */
export function htmlFinder(source: string, canOpen?: (offset: number) => boolean): BlockFinder {
  const closingFrom = closingsIn(source)
  return from => {
    openingTag.lastIndex = from
    for (let match = openingTag.exec(source); match; match = openingTag.exec(source)) {
      if (match[0] === '<!--')
        openingTag.lastIndex = closingFrom('comment', openingTag.lastIndex) ?? openingTag.lastIndex
      if (!opensDiagram(match) || !(canOpen?.(match.index) ?? true)) continue
      const block = blockAfter(source, match, closingFrom)
      return { ...block, pieces: htmlPieces(source, block.span), opening: match.index, host: htmlHost }
    }
    return undefined
  }
}

const openingTag = /<!--|<(pre|div|code)\b([^<>]*)>(?:\s*<(code)\b([^<>]*)>)?/gi

const opensDiagram = (tags: RegExpExecArray): boolean =>
  isOfMermaid(tags[2] ?? '') || isOfMermaid(tags[4] ?? '')

function blockAfter(source: string, tags: RegExpExecArray, closingFrom: Closings): HostedBlock {
  const start = belowBlankLines(source, tags.index + tags[0].length)
  const tag = tagOf(tags[3] ?? tags[1]!)
  const end = closingFrom(tag, start)
  if (end !== undefined) return { span: { start, end } }
  const at = { start: tags.index, end: tags.index + tags[0].length }
  return upTo(source, start, { closing: `</${tag}>`, at, prefixed: false })
}

/** Mermaid trims what it finds in a tag: frontmatter below the tag's own line is at the top. */
function belowBlankLines(source: string, offset: number): number {
  let start = offset
  for (let at = offset; at < source.length && /\s/.test(source[at]!); at++) {
    if (source[at] === '\n') start = at + 1
  }
  return start
}

type Tag = 'pre' | 'div' | 'code'

const tagOf = (name: string): Tag => {
  const tag = name.toLowerCase()
  return tag === 'pre' || tag === 'code' ? tag : 'div'
}

type Closings = (tag: Tag | 'comment', from: number) => number | undefined

/** Where the next closing tag stands; the text is read to its end for one that is missing only once. */
function closingsIn(source: string): Closings {
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

const closings = { comment: /-->/g, pre: /<\/pre\s*>/gi, div: /<\/div\s*>/gi, code: /<\/code\s*>/gi }

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
