// C4 tokens into calls of macros, as Mermaid's grammar has it; a broken line is noted and left at its end.

import { LineParser } from '../line-parser'
import type { ParseFailure, Stretch } from '../written-text'
import { Scanner, type Token, type TokenKind } from './scanner'

export interface Argument extends Stretch {
  /** `descr` in `$descr="…"`. */
  readonly key?: string
  readonly text: string
}

export interface MacroCall extends Stretch {
  readonly kind: 'call'
  readonly macro: string
  readonly arguments: readonly Argument[]
  /** Followed by a block in braces. */
  readonly opens: boolean
}

export type Statement =
  | MacroCall
  | (Stretch & { readonly kind: 'close' })
  | (Stretch & { readonly kind: 'title'; readonly text: string })
  | (Stretch & { readonly kind: 'other' })

export type Construct =
  | 'header'
  | 'end of line'
  | 'statement'
  | 'arguments'
  | 'argument'
  | 'block'
  | 'empty block'
  | 'empty'
  | '}'

export interface Parsed {
  readonly header: Stretch
  readonly statements: readonly Statement[]
  readonly failures: readonly ParseFailure<TokenKind, Construct>[]
}

export function parseC4(text: string, isBoundary: (macro: string) => boolean): Parsed {
  return new Parser(text, isBoundary).parse()
}

class Parser extends LineParser<TokenKind, Construct, Scanner> {
  private readonly statements: Statement[] = []
  private readonly open: Stretch[] = []
  /** Has the block that is open now anything in it? */
  private filled = false
  /** Where the first line break stands inside an argument of the current call. */
  private brokenArgument = -1
  private readonly lastClosing: number
  /** Arguments that run on from line to line until nothing closes them, each looked at once. */
  private readonly unclosed = new Set<string>()
  /** `$tags=""`: Mermaid wants something between the quotes. */
  private keyWithoutValue = false

  constructor(
    text: string,
    private readonly isBoundary: (macro: string) => boolean,
  ) {
    super(text, new Scanner(text))
    this.lastClosing = text.lastIndexOf(')')
  }

  parse(): Parsed {
    const header = { start: this.token.start, end: this.token.end }
    if (!this.header()) this.leave()
    while (!this.at('end of diagram')) this.line()
    if (this.statements.length === 0 && this.failures.length === 0) this.fail('empty', header.start)
    for (const block of this.open.reverse()) {
      this.failures.push({ at: block, found: 'end of diagram', reading: '}', since: block.start })
      this.statements.push({ kind: 'close', start: this.text.length, end: this.text.length })
    }
    return { header, statements: this.statements, failures: this.failures }
  }

  private header(): boolean {
    const { start } = this.token
    if (!this.take('header')) return this.fail('header', start)
    return this.take('line end') || this.fail('end of line', start)
  }

  private line(): void {
    this.brokenArgument = -1
    this.keyWithoutValue = false
    if (!this.take('line end') && !this.statement()) this.leave()
  }

  private statement(): boolean {
    const { kind, start, end } = this.token
    if (kind === 'macro') return this.call()
    if (kind === '}') return this.close()
    if (kind === 'title' || kind === 'accessible text') {
      const written = this.text.slice(start, end)
      const text = /^(?:title\s|accTitle\s*:)/.test(written) ? written : ''
      this.statements.push(text === '' ? { kind: 'other', start, end } : { kind: 'title', text, start, end })
      this.advance()
      if (this.open.length > 0 && !this.filled) this.fail('empty block', start)
      return this.at('macro') || this.end()
    }
    return this.fail('statement', start)
  }

  private call(): boolean {
    const { start } = this.token
    const macro = this.text.slice(start, this.token.end)
    this.advance()
    const args = this.arguments()
    const done = args.length > 0 && !this.keyWithoutValue && this.scanner.closedAt > start
    const end = done ? this.scanner.closedAt : this.lastEnd
    const boundary = this.isBoundary(macro)
    const opens = boundary && done && this.brace()
    this.push({ macro, start, args, end, opens: opens || (boundary && this.lineOpens(start)) })
    if (!done) return this.fail(args.length === 0 ? 'arguments' : 'argument', start)
    if (!boundary) return this.end()
    return opens || this.fail('block', start)
  }

  private push(call: { macro: string; start: number; args: Argument[]; end: number; opens: boolean }): void {
    const { macro, start, args, end, opens } = call
    this.statements.push({ kind: 'call', macro, arguments: args, opens, start, end })
    this.filled = true
    if (opens) {
      this.open.push({ start, end })
      this.filled = false
    }
  }

  private arguments(): Argument[] {
    const { start } = this.token
    const broken: string[] = []
    const found = this.argumentsUntil(token => {
      const name = `${token.kind} ${token.start} ${token.end}`
      if (this.brokenArgument >= 0) broken.push(name)
      return this.unclosed.has(name)
    })
    if (this.scanner.closedAt <= start) for (const name of broken) this.unclosed.add(name)
    return found
  }

  private argumentsUntil(isUnclosed: (token: Token) => boolean): Argument[] {
    const found: Argument[] = []
    for (;;) {
      const { kind, start, end } = this.token
      if (isUnclosed(this.token)) return found
      // Nothing below closes this: what stands there is read for itself.
      if (this.brokenArgument >= 0 && start > this.lastClosing) return found
      const text = this.text.slice(start, end)
      if (kind === 'argument' || kind === 'value') this.noteBreak(start, text)
      if (kind === 'argument') found.push(trimmed({ start, end, text }))
      else if (kind === 'empty argument') found.push({ start: end, end, text: '' })
      else if (kind === 'key') {
        this.advance()
        if (!this.at('value')) {
          this.keyWithoutValue = true
          return found
        }
        const value = this.text.slice(this.token.start, this.token.end)
        found.push({
          ...trimmed({ start: this.token.start, end: this.token.end, text: value }),
          key: text.trim(),
        })
      } else return found
      this.advance()
    }
  }

  private noteBreak(start: number, text: string): void {
    const feed = text.indexOf('\n')
    if (this.brokenArgument < 0 && feed >= 0) this.brokenArgument = start + feed
  }

  /** `{` and a line break, or a line break and `{`. */
  private brace(): boolean {
    const before = this.take('line end')
    if (!this.take('{')) return false
    const after = this.take('line end')
    return before || after
  }

  /** Does the broken line that starts here open a block? */
  private lineOpens(start: number): boolean {
    const feed = this.text.indexOf('\n', start)
    return this.text
      .slice(start, feed < 0 ? this.text.length : feed)
      .trimEnd()
      .endsWith('{')
  }

  private close(): boolean {
    const { start, end } = this.token
    if (this.open.length === 0) return this.fail('statement', start)
    if (!this.filled) this.fail('empty block', this.open[this.open.length - 1]!.start)
    this.open.pop()
    this.filled = true
    this.statements.push({ kind: 'close', start, end })
    this.advance()
    return this.at('}') || this.end()
  }

  private end(): boolean {
    const { start } = this.token
    if (this.take('line end') || this.at('end of diagram') || this.at('}')) return true
    return this.fail('end of line', start)
  }

  /** Goes to the end of the broken line; of an argument that runs on to other lines, to the end of its first. */
  private leave(): void {
    const broken = this.brokenArgument >= 0 && this.scanner.closedAt < this.brokenArgument
    const failure = this.failures[this.failures.length - 1]
    if (broken && failure) {
      const { since } = failure
      const start = since + this.text.slice(since, this.brokenArgument).lastIndexOf(',') + 1
      this.failures[this.failures.length - 1] = {
        ...failure,
        at: { start, end: this.brokenArgument },
        reading: 'argument',
      }
    }
    this.recover(broken ? this.brokenArgument : undefined)
  }
}

function trimmed({ start, end, text }: Argument): Argument {
  const inner = text.trim()
  const from = start + (inner === '' ? 0 : text.length - text.trimStart().length)
  return { start: from, end: inner === '' ? end : from + inner.length, text: inner }
}
