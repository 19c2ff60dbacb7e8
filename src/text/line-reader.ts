// One line of Markdown, read from left to right in columns: tabs reach to the next multiple of four.

import type { BlockLine } from './blocks'

/** Reading only moves forward, so that a line is read in time linear in its length. */
export class LineReader {
  private line: BlockLine = { start: 0, end: 0, next: 0 }
  /** Where reading has come to, and in which column that is; inside a tab it is the column that is ahead. */
  private at = 0
  private column = 0
  private insideTab = false
  /** Where the next character stands that is no blank, and in which column. */
  private textAt = 0
  private textColumn = 0
  /** Before this offset no thematic break begins. */
  private noBreakBefore = 0

  constructor(private readonly source: string) {}

  /** Begins a line; a mark of byte order is no part of it. */
  begin(line: BlockLine): void {
    this.line = line
    this.at = line.start === 0 && this.source.startsWith('\uFEFF') ? 1 : line.start
    this.column = 0
    this.insideTab = false
    this.noBreakBefore = this.at
    this.findText(this.at, 0)
  }

  get start(): number {
    return this.line.start
  }

  get next(): number {
    return this.line.next
  }

  /** Where the rest of the line starts, blanks included, and where it ends. */
  get rest(): BlockLine {
    const { end, next } = this.line
    return { start: Math.min(this.at, end), end, next, insideTab: this.insideTab }
  }

  /** How many columns of blanks come next. */
  get indent(): number {
    return this.textColumn - this.column
  }

  /** The first character that is no blank; '' at the end of the line. */
  get mark(): string {
    return this.isBlank ? '' : this.source[this.textAt]!
  }

  get isBlank(): boolean {
    return this.textAt >= this.line.end
  }

  /** What is left of the line, without the blanks before it. */
  get text(): string {
    return this.source.slice(this.textAt, this.line.end)
  }

  /** Three or more `*`, `_` or `-` and nothing else but blanks. */
  get isBreak(): boolean {
    const { mark } = this
    if (this.textAt < this.noBreakBefore || (mark !== '*' && mark !== '_' && mark !== '-')) return false
    let count = 0
    for (let at = this.textAt; at < this.line.end; at++) {
      const char = this.source[at]!
      if (char === mark) count++
      else if (!isBlank(char)) {
        this.noBreakBefore = at
        return false
      }
    }
    return count >= 3
  }

  /** Goes past the blanks and this many characters. */
  take(characters: number): void {
    this.at = this.textAt + characters
    this.column = this.textColumn + characters
    this.insideTab = false
    this.findText(this.at, this.column)
  }

  /** Goes past blanks, this many columns at most. */
  skip(columns: number): void {
    const end = Math.min(this.column + columns, this.textColumn)
    while (this.column < end) {
      const width = widthOf(this.source[this.at]!, this.column)
      const used = Math.min(width, end - this.column)
      this.column += used
      this.insideTab = used < width
      if (!this.insideTab) this.at++
    }
  }

  private findText(from: number, column: number): void {
    this.textAt = from
    this.textColumn = column
    for (; this.textAt < this.line.end; this.textAt++) {
      const char = this.source[this.textAt]!
      if (!isBlank(char)) return
      this.textColumn += widthOf(char, this.textColumn)
    }
  }
}

const isBlank = (char: string): boolean => char === ' ' || char === '\t'

const widthOf = (char: string, column: number): number => (char === '\t' ? 4 - (column % 4) : 1)
