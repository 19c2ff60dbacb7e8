// Block scalars: the lines below a `|` are kept as they are, those below a `>` are folded.

import { isBlank, isBreak, type YamlCursor } from './cursor'
import { printableLine } from './lines'

interface Header {
  readonly folds: boolean
  /** What becomes of the line breaks at the end: one stays, none, or all. */
  readonly chomping: 'clip' | 'strip' | 'keep'
  /** How many blanks the lines begin with, if the header says it. */
  readonly width?: number
}

/** Reads the block scalar that begins here, below a line indented by `indent - 1`; undefined if none does. */
export function readBlockScalar(cursor: YamlCursor, indent: number): string | undefined {
  if (cursor.char !== '|' && cursor.char !== '>') return undefined
  const header = readHeader(cursor)
  const body = new Body(cursor, header, indent)
  return body.read()
}

function readHeader(cursor: YamlCursor): Header {
  const folds = cursor.char === '>'
  let chomping: Header['chomping'] = 'clip'
  let width: number | undefined
  cursor.at++
  for (; /[-+\d]/.test(cursor.char); cursor.at++) {
    const { char } = cursor
    if (char === '+' || char === '-') {
      if (chomping !== 'clip') cursor.complain('Write one `+` or `-` here, not more')
      chomping = char === '+' ? 'keep' : 'strip'
    } else {
      if (char === '0' || width !== undefined)
        cursor.complain('Write one digit from 1 to 9 here: how far the lines below are indented')
      width = Math.max(1, Number(char))
    }
  }
  cursor.lastEnd = cursor.at
  const blank = isBlank(cursor.char)
  while (isBlank(cursor.char)) cursor.at++
  if (!isBreak(cursor.char) && !(blank && cursor.char === '#') && !cursor.atEnd)
    cursor.complain(`Begin a new line after \`${folds ? '>' : '|'}\``)
  cursor.skipLine()
  return { folds, chomping, ...(width !== undefined && { width }) }
}

class Body {
  private text = ''
  /** How far the lines are indented: as far as the first that holds something. */
  private indent: number
  private known: boolean
  private emptyLines = 0
  private hasContent = false
  private deeper = false

  constructor(
    private readonly cursor: YamlCursor,
    private readonly header: Header,
    indent: number,
  ) {
    this.indent = header.width === undefined ? indent : indent + header.width - 1
    this.known = header.width !== undefined
  }

  read(): string {
    const { cursor } = this
    while (!cursor.atEnd) {
      cursor.readBreak()
      cursor.readIndent(this.known ? this.indent : undefined)
      if (!this.known) this.indent = Math.max(this.indent, cursor.indent)
      if (isBreak(cursor.char)) {
        this.emptyLines++
        continue
      }
      if (!this.known && this.indent === 0) {
        cursor.complain('Indent the lines of this text')
        return this.text
      }
      if (cursor.indent < this.indent) return this.chomped()
      this.addLine()
    }
    return this.text
  }

  private addLine(): void {
    const { cursor } = this
    this.text += this.header.folds ? this.foldedBreaks() : this.breaks()
    this.hasContent = true
    this.known = true
    this.emptyLines = 0
    const start = cursor.at
    cursor.skipLine()
    this.text += printableLine(cursor, start, cursor.at)
    if (cursor.at > start) cursor.lastEnd = cursor.at
  }

  private breaks(): string {
    return '\n'.repeat(this.emptyLines + (this.hasContent ? 1 : 0))
  }

  /** Lines that are indented deeper are not folded. */
  private foldedBreaks(): string {
    const wasDeeper = this.deeper
    this.deeper = isBlank(this.cursor.char)
    if (this.deeper) return this.breaks()
    if (wasDeeper) return '\n'.repeat(this.emptyLines + 1)
    if (this.emptyLines > 0) return '\n'.repeat(this.emptyLines)
    return this.hasContent ? ' ' : ''
  }

  private chomped(): string {
    const { chomping } = this.header
    if (chomping === 'keep') return this.text + this.breaks()
    return chomping === 'clip' && this.hasContent ? `${this.text}\n` : this.text
  }
}
