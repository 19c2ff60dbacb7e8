// Where diagrams stand in AsciiDoc: delimited blocks, paragraphs and fences.

import { type BlockLine, blockLines, type HostedBlock } from '../blocks'
import { type Ending, endingOf } from '../unclosed'

/**
 * Blocks under `[mermaid]` or `[source,mermaid]`: between two lines of equal marks, or the paragraph that follows; and
 * fences as in Markdown.
 */
export function asciidocBlocks(source: string): HostedBlock[] {
  const blocks: HostedBlock[] = []
  const lines = blockLines(source)
  const textAt = (index: number) => source.slice(lines[index]?.start, lines[index]?.end).trimEnd()
  const missing = new Set<string>()
  /** The line that closes; the text is read to its end for one that is missing only once. */
  const closingFrom = (closing: string, from: number): number => {
    let end = missing.has(closing) ? lines.length : from
    while (end < lines.length && textAt(end) !== closing) end++
    if (end === lines.length) missing.add(closing)
    return end
  }
  let announced = false
  for (let index = 0; index < lines.length; index++) {
    const line = textAt(index)
    const isFence = fence.test(line)
    if (isFence || (delimiter.test(line) && (announced || !line.startsWith('=')))) {
      const isDiagram = isFence || announced
      const closing = isFence ? '```' : line
      const end = closingFrom(closing, index + 1)
      const body = { lines, delimiter: index, end, closing }
      const doubtful = end === lines.length || /^\[.*\]$|^\.\w/.test(textAt(end - 1))
      const ending = isDiagram && doubtful ? asciidocEnding(source, body) : undefined
      if (isDiagram) blocks.push(asciidocBlock(body, ending))
      index = ending ? index + ending.resume : end
      announced = false
    } else if (announcement.test(line)) announced = true
    else if (announced && line !== '' && !line.startsWith('.') && !line.startsWith('[')) {
      let end = index
      while (end < lines.length && textAt(end) !== '') end++
      blocks.push({ span: { start: lines[index]!.start, end: lines[end - 1]!.next } })
      index = end
      announced = false
    } else if (line !== '' && !line.startsWith('.') && !line.startsWith('[')) announced = false
  }
  return blocks
}

const delimiter = /^(?:-{2}|-{4,}|\.{4,}|={4,}|`{3,})$/
const fence = /^```mermaid(?![\w-])/i

/** `[mermaid]`, `["mermaid",target,svg]`, `[mermaid#id%inline]`, `[source%linenums,mermaid]`, `[,mermaid]`. */
const announcement =
  /^\[(?:(?:source[\w%#.-]*)?\s*,\s*)?(?:lang(?:uage)?\s*=\s*)?["']?mermaid(?![\w-])[^\]]*\]$/i

interface AsciidocBody {
  readonly lines: readonly BlockLine[]
  /** Which lines open and close it. */
  readonly delimiter: number
  readonly end: number
  readonly closing: string
}

/** The delimiter below belongs to another block, or there is none. */
function asciidocEnding(
  source: string,
  { lines, delimiter, end, closing }: AsciidocBody,
): Ending | undefined {
  const at = lines[delimiter]!
  const opening = { start: at.start, end: at.start + source.slice(at.start, at.end).trimEnd().length }
  return endingOf(source, between(lines, delimiter + 1, end), {
    closing,
    at: opening,
    prefixed: false,
    exact: true,
  })
}

function* between(lines: readonly BlockLine[], from: number, to: number): Iterable<BlockLine> {
  for (let index = from; index < to; index++) yield lines[index]!
}

function asciidocBlock({ lines, delimiter, end }: AsciidocBody, ending?: Ending): HostedBlock {
  const start = lines[delimiter]!.next
  return ending
    ? { span: { start, end: ending.at }, fault: ending.fault }
    : { span: { start, end: Math.max(start, lines[end - 1]!.next) } }
}
