// Where diagrams stand in reStructuredText: the bodies of its directives.

import { type BlockLine, blockLines, type HostedBlock } from '../blocks'

/** The indented body of each `.. mermaid::`, after its options. */
export function restructuredTextBlocks(source: string): HostedBlock[] {
  const blocks: HostedBlock[] = []
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
function bodyOf({ lines }: RestructuredBody): HostedBlock[] {
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
