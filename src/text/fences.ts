// Fenced code blocks in Markdown, by CommonMark's rules for containers, and the `:::` fences of Azure DevOps.

import { type Line, linesIn } from './blocks'
import type { Span } from './span'

export interface Fence {
  /** What follows the opening marks, trimmed. */
  readonly info: string
  /** The content, line by line, without what containers put before it. */
  readonly pieces: readonly Span[]
  /** From the first line of the content to the closing fence or the end of the container. */
  readonly span: Span
}

export interface Dialect {
  /** MDX has neither indented code nor HTML blocks. */
  readonly mdx?: boolean
}

/** All fenced code blocks of a text, in order of their opening; `:::` only where it says `mermaid`. */
export function fencesOf(source: string, dialect: Dialect = {}): Fence[] {
  const parser = new Parser(source, dialect.mdx === true)
  for (const line of linesIn(source)) parser.read(line)
  return parser.finish()
}

interface Quote {
  readonly kind: 'quote'
}

interface Item {
  readonly kind: 'item'
  /** How many columns its content is indented. */
  readonly indent: number
  /** An item that begins with a blank line ends at the second one. */
  empty: boolean
}

type Leaf =
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'html'; readonly end: RegExp | 'blank' }
  | OpenFence

interface OpenFence {
  readonly kind: 'fence'
  readonly marks: string
  readonly indent: number
  readonly info: string
  readonly start: number
  readonly pieces: Span[]
}

class Parser {
  private readonly containers: (Quote | Item)[] = []
  private readonly fences: Fence[] = []
  private leaf: Leaf | undefined
  private at = 0
  private column = 0
  private line: Line = { start: 0, end: 0, next: 0 }
  /** Columns of a tab that a container has already used up. */
  private insideTab = false
  /** What is indented further is code, wherever something else could begin. */
  private readonly maxIndent: number

  constructor(
    private readonly source: string,
    private readonly mdx: boolean,
  ) {
    this.maxIndent = mdx ? Number.POSITIVE_INFINITY : 3
  }

  read(line: Line): void {
    this.line = line
    this.at = line.start === 0 && this.source.startsWith('\uFEFF') ? 1 : line.start
    this.column = 0
    this.insideTab = false
    const matched = this.matchContainers()
    if (matched === this.containers.length && this.continueLeaf()) return
    this.startBlocks(matched)
  }

  finish(): Fence[] {
    this.closeLeaf(this.line.next)
    return this.fences
  }

  /** How many of the open containers this line belongs to. */
  private matchContainers(): number {
    for (const [index, container] of this.containers.entries()) {
      const belongs = container.kind === 'quote' ? this.takeQuoteMark() : this.takeItemIndent(container)
      if (!belongs) return index
    }
    return this.containers.length
  }

  private takeQuoteMark(): boolean {
    const { width, at } = this.indentation()
    if (width > this.maxIndent || this.source[at] !== '>') return false
    this.column += width + 1
    this.at = at + 1
    this.insideTab = false
    this.skipColumns(1)
    return true
  }

  private takeItemIndent(item: Item): boolean {
    if (this.isBlank()) return !item.empty
    if (this.indentation().width < item.indent) return false
    this.skipColumns(item.indent)
    item.empty = false
    return true
  }

  /** Does the open code or HTML block take this line? */
  private continueLeaf(): boolean {
    const { leaf } = this
    if (leaf?.kind === 'fence') {
      if (this.closes(leaf)) this.closeLeaf(this.line.start)
      else this.addContent(leaf)
      return true
    }
    if (leaf?.kind !== 'html') return false
    const done = leaf.end === 'blank' ? this.isBlank() : leaf.end.test(this.rest())
    if (done) this.leaf = undefined
    return true
  }

  private closes({ marks }: OpenFence): boolean {
    const { width, at } = this.indentation()
    if (width > this.maxIndent) return false
    const text = this.source.slice(at, this.line.end).trimEnd()
    return text.length >= marks.length && text === marks[0]!.repeat(text.length)
  }

  private addContent(fence: OpenFence): void {
    this.skipColumns(Math.min(fence.indent, this.indentation().width))
    fence.pieces.push({ start: Math.min(this.at, this.line.end), end: this.line.next })
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
    const { width, at } = this.indentation()
    const inParagraph = this.leaf?.kind === 'paragraph'
    if (width > this.maxIndent && !inParagraph && !this.isBlank()) this.closeTo(open)
    else if (width > this.maxIndent) this.text(open)
    else if (!this.openFence(open, width, at) && !this.openHtml(open, inParagraph)) this.text(open)
  }

  private openContainer(matched: number): boolean {
    const inParagraph = this.leaf?.kind === 'paragraph' && matched === this.containers.length
    return this.openQuote(matched) || this.openItem(matched, inParagraph)
  }

  private openQuote(matched: number): boolean {
    if (!this.takeQuoteMark()) return false
    this.closeTo(matched)
    this.containers.push({ kind: 'quote' })
    return true
  }

  /** A line without a beginning: blank, text, or the lazy continuation of a paragraph. */
  private text(matched: number): void {
    const lazy = this.leaf?.kind === 'paragraph' && !this.isBlank() && !this.isHeading()
    if (!lazy) this.closeTo(matched)
    if (this.isBlank()) this.leaf = undefined
    else if (this.isHeading() || this.isBreak()) this.leaf = undefined
    else this.leaf = { kind: 'paragraph' }
  }

  private closeTo(count: number): void {
    if (count < this.containers.length || this.leaf?.kind !== 'paragraph') this.closeLeaf(this.line.start)
    this.leaf = undefined
    this.containers.length = count
  }

  private openFence(matched: number, width: number, at: number): boolean {
    const text = this.source.slice(at, this.line.end)
    const found = /^(`{3,})([^`]*)$|^(~{3,})(.*)$|^(:{3,})(\s*mermaid\b.*)$/i.exec(text)
    if (!found) return false
    this.closeTo(matched)
    const marks = found[1] ?? found[3] ?? found[5] ?? ''
    const info = (found[2] ?? found[4] ?? found[6] ?? '').trim()
    this.leaf = { kind: 'fence', marks, indent: width, info, start: this.line.next, pieces: [] }
    return true
  }

  private openHtml(matched: number, inParagraph: boolean): boolean {
    if (this.mdx) return false
    const text = this.rest()
    const end = htmlEnd(text, inParagraph)
    if (end === undefined) return false
    this.closeTo(matched)
    if (end === 'blank' || !end.test(text)) this.leaf = { kind: 'html', end }
    return true
  }

  private openItem(matched: number, inParagraph: boolean): boolean {
    const { width, at } = this.indentation()
    if (width > this.maxIndent) return false
    const text = this.source.slice(at, this.line.end)
    const marker = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(text)
    if (!marker || this.isBreak()) return false
    const empty = text.slice(marker[0].length).trim() === ''
    if (inParagraph && (empty || (marker[1] !== undefined && Number(marker[1]) !== 1))) return false
    this.closeTo(matched)
    this.column += width + marker[0].length
    this.at = at + marker[0].length
    this.insideTab = false
    const space = this.indentation().width
    const gap = empty || space > 4 ? 1 : space
    this.skipColumns(Math.min(gap, space))
    this.containers.push({ kind: 'item', indent: width + marker[0].length + gap, empty })
    return true
  }

  private isHeading(): boolean {
    const { width } = this.indentation()
    return width <= this.maxIndent && /^#{1,6}(?:[ \t]|$)/.test(this.rest())
  }

  private isBreak(): boolean {
    const { width } = this.indentation()
    return (
      width <= this.maxIndent && /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/.test(this.rest())
    )
  }

  private rest(): string {
    return this.source.slice(this.at, this.line.end).trimStart()
  }

  private isBlank(): boolean {
    return this.rest() === ''
  }

  /** How many columns of blanks come next, and where they end. */
  private indentation(): { readonly width: number; readonly at: number } {
    let { at, column } = this
    if (this.insideTab) {
      column += 4 - (column % 4)
      at++
    }
    for (; at < this.line.end; at++) {
      if (this.source[at] === ' ') column++
      else if (this.source[at] === '\t') column += 4 - (column % 4)
      else break
    }
    return { width: column - this.column, at }
  }

  private skipColumns(count: number): void {
    let left = count
    while (left > 0 && this.at < this.line.end) {
      const char = this.source[this.at]
      if (char !== ' ' && char !== '\t') return
      const size = char === ' ' ? 1 : 4 - (this.column % 4)
      const used = Math.min(size, left)
      this.column += used
      left -= used
      this.insideTab = used < size
      if (!this.insideTab) this.at++
    }
  }
}

const blockTags =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul'
const blockTag = new RegExp(`^</?(?:${blockTags})(?:[ \\t]|/?>|$)`, 'i')
const attribute = '[ \\t]+[a-zA-Z_:][\\w.:-]*(?:[ \\t]*=[ \\t]*(?:[^\\s"\'=<>`]+|\'[^\']*\'|"[^"]*"))?'
const lonelyTag = new RegExp(
  `^(?:<[a-zA-Z][a-zA-Z0-9-]*(?:${attribute})*[ \\t]*/?>|</[a-zA-Z][a-zA-Z0-9-]*[ \\t]*>)[ \\t]*$`,
)

/** What ends the HTML block that begins with this text; undefined if none does. */
function htmlEnd(text: string, inParagraph: boolean): RegExp | 'blank' | undefined {
  if (!text.startsWith('<')) return undefined
  if (/^<(?:pre|script|style|textarea)(?:[ \t>]|$)/i.test(text)) return /<\/(?:pre|script|style|textarea)>/i
  if (text.startsWith('<!--')) return /-->/
  if (text.startsWith('<?')) return /\?>/
  if (text.startsWith('<![CDATA[')) return /\]\]>/
  if (/^<![a-zA-Z]/.test(text)) return />/
  if (blockTag.test(text)) return 'blank'
  return !inParagraph && lonelyTag.test(text) ? 'blank' : undefined
}
