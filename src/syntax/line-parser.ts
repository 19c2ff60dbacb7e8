// What parsers of line after line share: one token of lookahead; a broken line is noted and left at its end.

import type { ParseFailure, Stretch } from './written-text'

interface Token<Kind extends string> extends Stretch {
  readonly kind: Kind
}

interface Tokens<Kind extends string> {
  next(): Token<Kind>
  /** Goes on at an offset, outside of everything that was open. */
  resume(at: number): void
}

export class LineParser<Kind extends string, Construct extends string, S extends Tokens<Kind>> {
  protected token: Token<Kind>
  /** Where the token before ended. */
  protected lastEnd = 0
  protected readonly failures: ParseFailure<Kind, Construct>[] = []

  constructor(
    protected readonly text: string,
    protected readonly scanner: S,
  ) {
    this.token = scanner.next()
  }

  protected at(kind: Kind): boolean {
    return this.token.kind === kind
  }

  protected take(kind: Kind): boolean {
    if (this.token.kind !== kind) return false
    this.advance()
    return true
  }

  protected advance(): void {
    this.lastEnd = this.token.end
    this.token = this.scanner.next()
  }

  protected fail(reading: Construct, since: number): false {
    const { kind, start, end } = this.token
    this.failures.push({ at: { start, end }, found: kind, reading, since })
    return false
  }

  /** Goes on at the end of the line in which `offset` stands. */
  protected recover(offset = this.token.start): void {
    const feed = this.text.indexOf('\n', offset)
    this.scanner.resume(feed < 0 ? this.text.length : feed)
    this.token = this.scanner.next()
  }

  protected slice({ start, end }: Stretch): string {
    return this.text.slice(start, end)
  }
}
