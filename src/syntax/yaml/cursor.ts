// A place in a YAML text: characters, lines, indentation, blanks and comments, and the first fault.

import type { Span } from '../../text/span'

/** Why a reader of YAML stops, and where. */
export interface Fault {
  readonly span: Span
  readonly message: string
}

/** What stands behind the last line break: it occurs nowhere else. */
export const end = '\0'

export const isBlank = (char: string): boolean => char === ' ' || char === '\t'
export const isBreak = (char: string): boolean => char === '\n' || char === '\r'
export const isSpace = (char: string): boolean => isBlank(char) || isBreak(char)
export const isFlowMark = (char: string): boolean =>
  char === ',' || char === '[' || char === ']' || char === '{' || char === '}'

/** What `restore` brings back. */
export interface YamlPlace {
  readonly at: number
  readonly line: number
  readonly lineStart: number
  readonly indent: number
  readonly firstTab: number
}

export class YamlCursor {
  /** The text, a line break, and `end`. */
  readonly text: string
  at = 0
  line = 0
  lineStart = 0
  /** How many blanks the line begins with. */
  indent = 0
  /** Where the line's first tab stands, as far as read; -1 if there is none. A tab is no indentation. */
  firstTab = -1
  /** Where the last thing read ends that is no blank. */
  lastEnd = 0
  /** Where the plain or quoted scalar read last begins. */
  scalarStart = 0
  /** A quote was never closed: quotes that follow are read on their line only, lest each reads to the end. */
  unclosedQuote = false
  fault: Fault | undefined

  constructor(source: string) {
    const zero = source.indexOf(end)
    const text = zero < 0 ? source : source.slice(0, zero)
    this.text = `${text}${/[\r\n]$/.test(text) ? '' : '\n'}${end}`
    if (text.startsWith('\uFEFF')) this.at = this.lineStart = 1
    this.readIndent()
    if (zero >= 0) this.complain('A zero byte is not allowed here; delete it', zero)
  }

  get char(): string {
    return this.text[this.at] ?? end
  }

  get next(): string {
    return this.text[this.at + 1] ?? end
  }

  get atEnd(): boolean {
    return this.char === end
  }

  /** Only the first fault counts: what follows may be its consequence. */
  complain(message: string, start = this.at, until?: number): void {
    this.fault ??= { message, span: { start, end: until ?? this.wordEnd(start) } }
  }

  /** Skips blanks, line breaks and – unless inside a scalar – comments; returns the number of line breaks. */
  skipSpace(comments = true): number {
    for (let breaks = 0; ; breaks++) {
      this.skipBlanks()
      if (comments && this.char === '#') this.skipLine()
      if (!isBreak(this.char)) return breaks
      this.readBreak()
      this.readIndent()
    }
  }

  skipBlanks(): void {
    for (; isBlank(this.char); this.at++) if (this.char === '\t' && this.firstTab < 0) this.firstTab = this.at
  }

  /** Stands at the line break, then. */
  skipLine(): void {
    while (!isBreak(this.char) && !this.atEnd) this.at++
  }

  /** Leaves the rest of the line behind, and whatever below it is indented deeper than that. */
  skipBlock(indent: number): void {
    do {
      this.skipLine()
      this.skipSpace()
    } while (!this.atEnd && this.indent > indent)
  }

  /** Marks the place as the end of what was read. */
  close(): void {
    this.lastEnd = this.at
  }

  /** Nothing more is read. */
  stop(): void {
    this.at = this.text.length - 1
    this.indent = 0
  }

  readBreak(): void {
    this.at += this.char === '\r' && this.next === '\n' ? 2 : 1
    this.line++
    this.lineStart = this.at
    this.firstTab = -1
  }

  /** Counts the blanks at the beginning of a line, at most so many. */
  readIndent(most = Number.POSITIVE_INFINITY): void {
    this.indent = 0
    for (; this.char === ' ' && this.indent < most; this.at++) this.indent++
  }

  /** Does a line `---` or `...` begin here, which divides documents? */
  atDivider(): boolean {
    if (this.at !== this.lineStart) return false
    const marks = this.text.slice(this.at, this.at + 3)
    const after = this.text[this.at + 3] ?? end
    return (marks === '---' || marks === '...') && (isSpace(after) || after === end)
  }

  place(): YamlPlace {
    const { at, line, lineStart, indent, firstTab } = this
    return { at, line, lineStart, indent, firstTab }
  }

  restore(place: YamlPlace): void {
    Object.assign(this, place)
  }

  /** The end of what stands on this line. */
  get lineEnd(): number {
    let until = this.at
    for (let at = this.at; !isBreak(this.text[at] ?? end) && this.text[at] !== end; at++)
      if (!isBlank(this.text[at] ?? end)) until = at + 1
    return until
  }

  private wordEnd(start: number): number {
    let until = start
    while (!isSpace(this.text[until] ?? ' ') && this.text[until] !== end) until++
    return until
  }
}
