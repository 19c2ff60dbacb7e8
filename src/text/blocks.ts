// Where diagrams stand in HTML, AsciiDoc and reStructuredText.

import type { Span } from './span'

/** What stands between `<pre class="mermaid">` and `</pre>`; `div` likewise. Entities are left as they are. */
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
