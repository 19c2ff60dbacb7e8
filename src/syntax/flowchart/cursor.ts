// The place in a flowchart's tokens, shared by everything that reads them.

import type { Stretch } from '../written-text'
import { Scanner, type Token, type TokenKind } from './scanner'
import type { Construct, Failure, QuotableText } from './statements'

export const idKinds: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'number',
  'word',
  'v',
  '-',
  'default',
  ',',
  ':',
  '&',
  '#',
  '*',
  'letter',
])

export class Cursor {
  token: Token
  lastEnd = 0
  /** Where the last token that isn't a separator ended. */
  contentEnd = 0
  /** Where the first line break stands inside a text of the current statement; -1 if none does. */
  brokenText = -1
  readonly failures: Failure[] = []
  private readonly scanner: Scanner

  constructor(readonly text: string) {
    this.scanner = new Scanner(text)
    this.token = this.scanner.next()
  }

  /** Is the text that was begun still open here? */
  get unclosed(): boolean {
    return this.brokenText >= 0 && (this.scanner.inside || this.token.kind === 'end of diagram')
  }

  /** Tokens of these kinds, as one text. */
  run(kinds: ReadonlySet<TokenKind>): QuotableText | undefined {
    const { start } = this.token
    while (kinds.has(this.token.kind)) this.advance()
    const end = this.token.start > start ? this.lastEnd : start
    return end > start ? { start, end, text: this.text.slice(start, end), quoted: false } : undefined
  }

  skipBlanks(): boolean {
    const { start } = this.token
    while (this.token.kind === 'blank') this.advance()
    return this.token.start > start
  }

  take(kind: TokenKind): boolean {
    if (this.token.kind !== kind) return false
    this.advance()
    return true
  }

  advance(): void {
    const { kind, end } = this.token
    this.lastEnd = end
    if (kind !== ';' && kind !== 'line end' && kind !== 'blank') this.contentEnd = end
    this.token = this.scanner.next()
  }

  fail(reading: Construct, since: number): undefined {
    const { kind, start, end } = this.token
    this.failures.push({ at: { start, end }, found: kind, reading, since })
    return undefined
  }

  /** Goes on at the end of the line in which `offset` stands, past the blanks that arrows take along. */
  resumeAfterLine(offset: number): void {
    const blanks = this.token.kind === 'arrow' || this.token.kind === 'arrow start'
    const start = blanks && offset === this.token.start ? offset + this.leadingBlanks() : offset
    const feed = this.text.indexOf('\n', start)
    this.scanner.resume(feed < 0 ? this.text.length : feed)
    this.token = this.scanner.next()
  }

  /** Goes on outside all brackets. */
  resume(at: number): void {
    this.scanner.resume(at)
    this.lastEnd = at
    this.contentEnd = at
    this.brokenText = -1
    this.token = this.scanner.next()
  }

  private leadingBlanks(): number {
    const text = this.slice(this.token)
    return text.length - text.trimStart().length
  }

  /** Notes where a text that may run over several lines leaves its first. */
  noteBreak(start: number, text: string): void {
    const feed = text.indexOf('\n')
    if (this.brokenText < 0 && feed >= 0) this.brokenText = start + feed
  }

  slice({ start, end }: Stretch): string {
    return this.text.slice(start, end)
  }
}
