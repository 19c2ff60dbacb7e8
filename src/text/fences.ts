// Fenced code blocks in Markdown, by CommonMark's rules for containers, those of MkDocs, and the `:::` fences of Azure DevOps and MyST.

import { type BlockLine, blockLines, type HostedBlock } from './blocks'
import { closes, indentedBlock, isDirective, isMermaid, type MissedFence, openingOf } from './fence-marks'
import { HostedAhead } from './hosted'
import { htmlBlockEnd } from './html-block'
import { keptForLast } from './kept-for-last'
import { LineReader } from './line-reader'
import type { Item, Leaf, OpenFence, Quote } from './open-blocks'
import type { Span } from './span'
import { type FenceFault, OpenDiagram } from './unclosed'

export interface Fence {
  /** What follows the opening marks, trimmed. */
  readonly info: string
  /** The content, line by line, without what containers put before it. */
  readonly pieces: readonly Span[]
  /** From the first line of the content to the closing fence or the end of the container. */
  readonly span: Span
  /** What is wrong with the fence of a diagram that nothing closes; it is read as if it were closed where it should be. */
  readonly fault?: FenceFault
}

export interface Dialect {
  /** MDX has neither indented code nor HTML blocks. */
  readonly mdx?: boolean
}

/**
 * What holds diagrams: fenced code blocks in order of their opening (`:::` only where it says `mermaid`), and other
 * blocks. Also the lines that would open one if they stood elsewhere.
 */
export const readFences = (source: string, { mdx = false }: Dialect = {}): BlocksRead => read(source, mdx)

export interface BlocksRead {
  readonly fences: readonly Fence[]
  readonly hosted: readonly HostedBlock[]
  readonly missed: readonly MissedFence[]
}

const read = keptForLast((source, mdx: boolean): BlocksRead => {
  const parser = new Parser(source, mdx)
  return { fences: parser.fencesOf(blockLines(source)), hosted: parser.hosted, missed: parser.missed }
})

/** Containers stand in each other this deep at most, as in markdown-it; what is deeper is text. */
const maxDepth = 100

class Parser {
  private readonly containers: (Quote | Item)[] = []
  private readonly fences: Fence[] = []
  readonly missed: MissedFence[] = []
  readonly hosted: HostedBlock[] = []
  private readonly ahead: HostedAhead
  private readonly line: LineReader
  private leaf: Leaf | undefined
  private index = 0
  private lines: readonly BlockLine[] = []
  /** What is indented further is code, wherever something else could begin. */
  private readonly maxIndent: number

  constructor(
    private readonly source: string,
    private readonly mdx: boolean,
  ) {
    this.line = new LineReader(source)
    this.ahead = new HostedAhead(source)
    this.maxIndent = mdx ? Number.POSITIVE_INFINITY : 3
  }

  /**
   * Reads line after line. Where a diagram turns out to have ended earlier, what follows it is read again: behind its
   * opening fence, so that each fence leads back once at most.
   */
  fencesOf(lines: readonly BlockLine[]): Fence[] {
    this.lines = lines
    while (this.index < lines.length) {
      const again = this.read(lines[this.index]!)
      this.index = again ?? this.index + 1
      if (this.index === lines.length) this.index = this.endEarlier() ?? this.index
    }
    this.closeLeaf(this.source.length)
    return this.fences
  }

  /** Reads a line; gives the one to go on with if it is not the next. */
  private read(line: BlockLine): number | undefined {
    this.line.begin(line)
    const matched = this.matchContainers()
    if (matched < this.containers.length) {
      const again = this.endEarlier()
      if (again !== undefined) return again
    } else if (this.leaf?.kind === 'fence') return this.continueFence(this.leaf)
    const hosted = this.ahead.on(line)
    if (hosted) return this.passHosted(hosted, matched)
    if (matched < this.containers.length || !this.continueHtml()) this.startBlocks(matched)
    return undefined
  }

  /** A diagram within tags is no Markdown; gives the line that follows it. */
  private passHosted(block: HostedBlock, matched: number): number {
    if (this.leaf?.kind !== 'html' || matched < this.containers.length) this.closeTo(matched)
    this.hosted.push(block)
    const { fault, span } = block
    const end = fault?.kind === 'mistaken' ? fault.edit.span.end : span.end
    // The line of a closing tag, or of what was meant for one, belongs to what it closes.
    const last = fault?.kind === 'unclosed' ? end - 1 : end
    let next = this.index + 1
    while (next < this.lines.length && this.lines[next]!.start <= last) next++
    return next
  }

  /** How many of the open containers this line belongs to. */
  private matchContainers(): number {
    const index = this.containers.findIndex(container =>
      container.kind === 'quote' ? !this.takeQuoteMark() : !this.takeItemIndent(container),
    )
    return index < 0 ? this.containers.length : index
  }

  private takeQuoteMark(): boolean {
    if (this.line.indent > this.maxIndent || this.line.mark !== '>') return false
    this.line.take(1)
    this.line.skip(1)
    return true
  }

  private takeItemIndent(item: Item): boolean {
    if (this.line.isBlank) return !item.empty
    if (this.line.indent < item.indent) return false
    this.line.skip(item.indent)
    item.empty = false
    return true
  }

  private continueFence(fence: OpenFence): number | undefined {
    const { line } = this
    if (line.indent <= this.maxIndent && closes(line.text, fence.marks)) {
      const again = fence.diagram?.isClosedTooLate() ? this.endEarlier() : undefined
      if (again === undefined) this.closeLeaf(line.start)
      return again
    }
    if (!fence.diagram) this.miss('in other code')
    line.skip(fence.indent)
    if (fence.pieces.length === 0 && isDirective(fence.info) && /^:[\w-]+:/.test(line.text)) {
      fence.first++
      return undefined
    }
    const { start, end, next, insideTab } = line.rest
    fence.pieces.push({ start, end: next })
    return fence.diagram?.read({ start, end, next, insideTab }) ? this.endEarlier() : undefined
  }

  /** Does the open HTML block take this line? */
  private continueHtml(): boolean {
    const { leaf, line } = this
    if (leaf?.kind !== 'html') return false
    this.miss('in a block of HTML')
    if (leaf.end === 'blank' ? line.isBlank : leaf.end.test(line.text)) this.leaf = undefined
    return true
  }

  /** Ends the open diagram where it should have been closed, if it should; gives the line that follows it. */
  private endEarlier(): number | undefined {
    if (this.leaf?.kind !== 'fence') return undefined
    const ending = this.leaf.diagram?.ending()
    if (!ending) return undefined
    const { info, pieces, start, first } = this.leaf
    this.leaf = undefined
    const kept = pieces.slice(0, ending.lines)
    const last = kept.at(-1)
    if (last) kept[kept.length - 1] = { start: last.start, end: Math.min(last.end, ending.at) }
    this.fences.push({
      info,
      pieces: kept,
      span: { start: kept[0]?.start ?? start, end: ending.at },
      fault: ending.fault,
    })
    return first + ending.resume
  }

  private closeLeaf(end: number): void {
    const { leaf } = this
    this.leaf = undefined
    if (leaf?.kind !== 'fence') return
    const { info, pieces, start } = leaf
    this.fences.push({ info, pieces, span: { start: pieces[0]?.start ?? start, end: Math.max(start, end) } })
  }

  /** Opens whatever begins on this line, containers first; each of them takes its mark off the line. */
  private startBlocks(matched: number): void {
    let open = matched
    while (this.openContainer(open)) open = this.containers.length
    const inParagraph = this.leaf?.kind === 'paragraph'
    const indented = this.line.indent > this.maxIndent
    if (indented) this.miss('in indented code')
    if (indented && !inParagraph && !this.line.isBlank) this.closeTo(open)
    else if (indented) this.text(open)
    else if (!this.openFence(open) && !this.openHtml(open, inParagraph)) this.text(open)
  }

  private openContainer(matched: number): boolean {
    if (matched >= maxDepth) return false
    const inParagraph = this.leaf?.kind === 'paragraph' && matched === this.containers.length
    return this.openQuote(matched) || this.openItem(matched, inParagraph) || this.openIndented(matched)
  }

  private openQuote(matched: number): boolean {
    if (!this.takeQuoteMark()) return false
    this.closeTo(matched)
    this.containers.push({ kind: 'quote' })
    return true
  }

  /** A line without a beginning: blank, text, or the lazy continuation of a paragraph. */
  private text(matched: number): void {
    const lazy = this.leaf?.kind === 'paragraph' && !this.line.isBlank && !this.isHeading()
    if (!lazy) this.closeTo(matched)
    const ends = this.line.isBlank || this.isHeading() || this.isBreak()
    this.leaf = ends ? undefined : { kind: 'paragraph' }
  }

  private closeTo(count: number): void {
    if (count < this.containers.length || this.leaf?.kind !== 'paragraph') this.closeLeaf(this.line.start)
    this.leaf = undefined
    this.containers.length = count
  }

  private openFence(matched: number): boolean {
    const { text, indent, next } = this.line
    const opening = openingOf(text)
    if (!opening) return false
    this.closeTo(matched)
    const { marks, info } = opening
    const at = this.line.rest.end - text.length
    const opened = { closing: marks, at: { start: at, end: at + text.trimEnd().length }, prefixed: true }
    const diagram = isMermaid(info) && { diagram: new OpenDiagram(this.source, opened) }
    this.leaf = {
      kind: 'fence',
      marks,
      info,
      indent,
      start: next,
      pieces: [],
      first: this.index + 1,
      ...diagram,
    }
    return true
  }

  private miss(stands: MissedFence['stands']): void {
    const { text, rest } = this.line
    if (isMermaid(openingOf(text)?.info ?? ''))
      this.missed.push({ at: { start: rest.end - text.length, end: rest.end }, stands })
  }

  private openHtml(matched: number, inParagraph: boolean): boolean {
    if (this.mdx) return false
    const { text } = this.line
    const end = htmlBlockEnd(text, inParagraph)
    if (end === undefined) return false
    this.closeTo(matched)
    if (end === 'blank' || !end.test(text)) this.leaf = { kind: 'html', end }
    return true
  }

  private openItem(matched: number, inParagraph: boolean): boolean {
    const { text, indent: before } = this.line
    if (before > this.maxIndent) return false
    const marker = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(text)
    if (!marker || this.isBreak()) return false
    const width = marker[0].length
    const empty = text.slice(width).trim() === ''
    if (inParagraph && (empty || (marker[1] !== undefined && Number(marker[1]) !== 1))) return false
    this.closeTo(matched)
    this.line.take(width)
    const gap = empty || this.line.indent > 4 ? 1 : this.line.indent
    this.line.skip(gap)
    this.containers.push({ kind: 'item', indent: before + width + gap, empty })
    return true
  }

  /** The line that opens it holds nothing else. */
  private openIndented(matched: number): boolean {
    const { text, indent } = this.line
    if (this.mdx || indent > this.maxIndent || !indentedBlock.test(text)) return false
    this.closeTo(matched)
    this.line.take(text.length)
    this.containers.push({ kind: 'item', indent: indent + 4, empty: false })
    return true
  }

  private isHeading(): boolean {
    return this.line.indent <= this.maxIndent && /^#{1,6}(?:[ \t]|$)/.test(this.line.text)
  }

  private isBreak(): boolean {
    return this.line.indent <= this.maxIndent && this.line.isBreak
  }
}
