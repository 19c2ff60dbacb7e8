// A diagram's fence that nothing closes, or something that only looks like a closing fence: where the diagram ends.

import { prefixBefore } from './block'
import type { BlockLine } from './blocks'
import { DiagramExtent } from './diagram-extent'
import type { Edit } from './edit'
import type { Span } from './span'

export interface FenceFault {
  /**
   * `unclosed`: nothing closes it. `glued`: the closing fence stands behind text. `followed`: text stands behind the
   * closing fence. `mistaken`: what should close it doesn't.
   */
  readonly kind: 'unclosed' | 'glued' | 'followed' | 'mistaken'
  /** The opening fence, or the marks that were meant to close it. */
  readonly at: Span
  /** What closes the diagram, on a line of its own. */
  readonly closing: string
  /** What has to be written in the source. */
  readonly edit: Edit
}

export interface Ending {
  /** How many lines of the content belong to the diagram, the last perhaps in part. */
  readonly lines: number
  /** Where the diagram ends in the source. */
  readonly at: number
  /** Which line of the content is the first that is read as the document's again. */
  readonly resume: number
  readonly fault: FenceFault
}

/** How a block opens, and what closes it. */
export interface FenceOpening {
  /** On a line of its own. */
  readonly closing: string
  readonly at: Span
  /** Whether what stands before a line of the content has to stand before the closing one too. */
  readonly prefixed: boolean
  /** Whether only as many marks close it as opened it. */
  readonly exact?: boolean
}

/** Where a diagram ends that nothing closes, its lines at hand; undefined if it fills them all. */
export function endingOf(
  source: string,
  lines: Iterable<BlockLine>,
  opening: FenceOpening,
): Ending | undefined {
  const diagram = new OpenDiagram(source, opening)
  for (const line of lines) {
    diagram.read(line)
    if (diagram.isLeft()) break
  }
  return diagram.ending()
}

/** Follows a diagram whose fence is open, line by line. */
export class OpenDiagram {
  private readonly stretch = new DiagramExtent()
  private readonly lines: BlockLine[] = []
  /** How many lines there are up to the last of the diagram that is not blank. */
  private reach = 0
  /** The first line of the document around the diagram. */
  private outside: number | undefined
  /** The first line that ends with marks, and where they start. */
  private glued: { readonly line: number; readonly at: number } | undefined
  /** How many characters of the line outside are the marks that were meant to close it, if text follows them. */
  private followed = 0

  constructor(
    private readonly source: string,
    private readonly opening: FenceOpening,
  ) {}

  /** Takes a line; does another fence open on it, so that this one can't go on? */
  read(line: BlockLine): boolean {
    const index = this.lines.push(line) - 1
    const text = this.source.slice(line.start, line.end)
    if (this.outside === undefined) this.place(text, index)
    if (this.followed > 0) return true
    return this.outside !== undefined && opensAnother(text, this.opening.closing)
  }

  /** Whether a line of the document around it has come: what follows changes nothing. */
  isLeft(): boolean {
    return this.outside !== undefined
  }

  /** A closing fence has come, but only after the diagram's own one, which is glued to text. */
  isClosedTooLate(): boolean {
    return this.glued !== undefined && this.outside !== undefined
  }

  /** Where the diagram ends, if it ends before the lines do. */
  ending(): Ending | undefined {
    const { glued, outside } = this
    if (glued && (outside !== undefined || this.reach === glued.line + 1)) return this.endGlued(glued)
    if (outside === undefined) return undefined
    return this.followed > 0 ? this.endFollowed(outside) : this.endBefore(outside)
  }

  private place(text: string, index: number): void {
    this.followed = this.reach > 0 ? marksBeforeText(text, this.opening.closing) : 0
    if (this.followed > 0) {
      this.outside = index
      return
    }
    const standing = this.stretch.read(text, this.glued !== undefined)
    if (standing === 'document') this.outside = index
    if (standing !== 'diagram') return
    this.reach = index + 1
    const { closing, exact } = this.opening
    const count = closing.startsWith('`') && !this.glued ? gluedMarks(text, closing.length) : 0
    const marks = exact && count !== closing.length ? 0 : count
    const end = this.lines[index]!.start + text.trimEnd().length
    if (marks > 0) this.glued = { line: index, at: end - marks }
  }

  private endGlued({ line, at }: { readonly line: number; readonly at: number }): Ending {
    const marks = { start: at, end: this.lines[line]!.start + this.textOf(line).trimEnd().length }
    const edit = { span: { start: at, end: at }, text: this.newLine + this.prefix(line) }
    const closing = this.source.slice(marks.start, marks.end)
    return { lines: line + 1, at, resume: line + 1, fault: { kind: 'glued', at: marks, closing, edit } }
  }

  private endFollowed(outside: number): Ending {
    const { start } = trimmed(this.source, this.lines[outside]!)
    const marks = { start, end: start + this.followed }
    const text = this.source.slice(marks.end, this.lines[outside]!.end)
    const gap = text.length - text.trimStart().length
    const { closing } = this.opening
    const prefix = this.prefix(outside)
    const edit = {
      span: { start, end: marks.end + gap },
      text: closing + this.newLine + prefix.trimEnd() + this.newLine + prefix,
    }
    const at = this.lines[this.reach - 1]!.next
    return {
      lines: this.reach,
      at,
      resume: outside + 1,
      fault: { kind: 'followed', at: marks, closing, edit },
    }
  }

  private endBefore(outside: number): Ending {
    const lines = this.reach
    const at = this.lines[lines - 1]!.next
    const { closing } = this.opening
    if (isBareFence(this.textOf(outside)) || this.closesWithWord(outside)) {
      const { start, end } = this.lines[outside]!
      const fault = { kind: 'mistaken', at: trimmed(this.source, { start, end }), closing } as const
      return {
        lines,
        at,
        resume: outside + 1,
        fault: { ...fault, edit: { span: { start, end }, text: closing } },
      }
    }
    const lineBreak = this.newLine === '\r' && this.source[at] === '\n' ? '\n' : this.newLine
    const text = this.prefix(lines - 1) + closing + lineBreak
    const edit = { span: { start: at, end: at }, text }
    return { lines, at, resume: lines, fault: { kind: 'unclosed', at: this.opening.at, closing, edit } }
  }

  /** "```text", as some formatters write it: another block opens before anything would close this one. */
  private closesWithWord(index: number): boolean {
    if (!closingWord.test(this.textOf(index))) return false
    const { end } = this.lines[index]!
    const next = anyFence.exec(this.source.slice(end, end + furthest))
    return next === null || next[1] !== ''
  }

  private textOf(index: number): string {
    const { start, end } = this.lines[index]!
    return this.source.slice(start, end)
  }

  private prefix(index: number): string {
    const { prefixed, at } = this.opening
    const { start, insideTab } = this.lines[index]!
    if (prefixed) return prefixBefore(this.source, start) + (insideTab ? '\t' : '')
    // A tag in a list has only its indentation before it.
    return /^[ \t]*$/.exec(prefixBefore(this.source, at.start))?.[0] ?? ''
  }

  private get newLine(): string {
    const { end, next } = this.lines[0]!
    return this.source.slice(end, next) || '\n'
  }
}

/** How many backticks a line ends with, at least as many as opened the fence, if text stands before them. */
function gluedMarks(text: string, atLeast: number): number {
  const end = text.trimEnd()
  let at = end.length
  while (at > 0 && end[at - 1] === '`') at--
  const count = end.length - at
  const before = end.slice(0, at)
  // Alone on its line, a fence in front of them would close the diagram, and they would open something else.
  return count >= atLeast && before.trim() !== '' && !isBareFence(before) ? count : 0
}

/** How many marks a line begins with as if it closed the fence, if what follows them is text and no name of a language. */
function marksBeforeText(text: string, closing: string): number {
  const line = text.trim()
  const [marks = ''] = (closing.startsWith('`') ? /^`+/ : /^~+/).exec(line) ?? []
  return marks.length > 2 && isText.test(line.slice(marks.length)) ? marks.length : 0
}

/** A heading, a mark of emphasis, a list, a quote, a link, or three words. */
const isText =
  /^\s*(?:#{1,6}\s|\*\*|[-*+>]\s|!?\[[^\]]*\]\(|\p{L}[^\s`={}]*\s+[\p{L}\d][^\s`={}]*\s+[\p{L}\d][^`={}]*$)/u

/** Fewer marks, too, open no diagram within another one. */
const opensDiagram = /^(?:`{3,}|~{3,})\s*\{?mermaid\b/i

/** Marks of the same kind, and words after them. */
function opensAnother(text: string, marks: string): boolean {
  const line = text.trim()
  return (line.startsWith(marks) && /[^`~:]/.test(line)) || opensDiagram.test(line)
}

const closingWord = /^\s*`{3,}\s*(?:text|txt|plaintext)\s*$/i
const anyFence = /\n[ \t]*(?:`{3,}|~{3,})[ \t]*(\S*)/

/** In characters: no block is longer. */
const furthest = 20_000

const isBareFence = (text: string): boolean => /^\s*(?:`{3,}|~{3,}|:{3,})\s*$/.test(text)

function trimmed(source: string, { start, end }: Span): Span {
  const text = source.slice(start, end)
  return { start: end - text.trimStart().length, end: start + text.trimEnd().length }
}
