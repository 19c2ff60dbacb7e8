// C4 text into tokens: in every mode the first pattern that matches wins, as in Mermaid's own lexer.

import { TextScanner } from '../text-scanner'
import { macros } from './macros'

export type TokenKind =
  | 'end of diagram'
  | 'unreadable'
  | 'line end'
  | 'header'
  | 'macro'
  | 'title'
  | 'accessible text'
  | 'direction'
  | 'argument'
  | 'empty argument'
  | 'key'
  | 'value'
  | '{'
  | '}'

export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
}

type Mode = 'call' | 'arguments' | 'string' | 'key' | 'after key' | 'value'

const headers = /C4(?:Context|Container|Component|Dynamic|Deployment)\b/y
const titles = /(?:title|accDescription)\s[^#\n;]+/y
const accessible = /accTitle\s*:\s*[^\n]*|accDescr\s*:\s*[^\n]*/y
const description = /accDescr\s*\{[^}]*\}/y
const commentLines = /%%[^\n]*\n*/y
const wordRun = /\w+/y
const blanks = /\s+/y
const emptyFirst = /\( *,/y
const emptyString = / *""/y
const stringStart = / *"/y
const keyStart = / *\$/y
const valueStart = /= *"/y

export class Scanner extends TextScanner {
  /** Where the last call that was closed ended. */
  closedAt = -1
  private modes: Mode[] = []
  private readonly mayHaveDirection: boolean

  constructor(text: string) {
    super(text)
    this.mayHaveDirection = text.includes('direction')
  }

  /** Goes on from a place outside all calls. */
  resume(at: number): void {
    this.modes = []
    this.at = at
  }

  next(): Token {
    for (;;) {
      const start = this.at
      if (start >= this.text.length) return { kind: 'end of diagram', start, end: start }
      const kind = this.read(this.modes[this.modes.length - 1])
      if (kind !== undefined) return { kind, start, end: this.at }
    }
  }

  private read(mode: Mode | undefined): TokenKind | undefined {
    const char = this.text[this.at]!
    switch (mode) {
      case undefined:
        return this.plain(char)
      case 'call':
        return this.call(char)
      case 'arguments':
        return this.argument(char)
      case 'string':
        return char === '"' ? this.leave(1) : this.to(this.find('"'), 'argument')
      case 'key':
        this.modes.push('after key')
        return this.to(this.find('='), 'key')
      case 'after key':
        return this.afterKey()
      case 'value':
        return char === '"' ? this.leaveTwice() : this.to(this.find('"'), 'value')
    }
  }

  private plain(char: string): TokenKind | undefined {
    if (this.mayHaveDirection && this.isDirection()) return this.to(this.find('\n'), 'direction')
    const title = this.matchEnd(titles)
    if (title >= 0) return this.to(title, 'title')
    const text = Math.max(this.matchEnd(accessible), this.matchEndClosed(description, '}'))
    if (text >= 0) return this.to(text, 'accessible text')
    const comment = this.matchEnd(commentLines)
    if (comment >= 0) return this.to(comment, undefined)
    if (char.trim() === '') return this.blank()
    const header = this.matchEnd(headers)
    if (header >= 0) return this.to(header, 'header')
    const word = this.matchEnd(wordRun)
    if (word >= 0 && macros.has(this.text.slice(this.at, word))) {
      this.modes.push('call')
      return this.to(word, 'macro')
    }
    if (char === '{' || char === '}') return this.to(this.at + 1, char)
    return this.to(word >= 0 ? word : this.at + 1, 'unreadable')
  }

  private blank(): TokenKind | undefined {
    const end = this.matchEnd(blanks)
    const feed = this.text.lastIndexOf('\n', end - 1)
    return feed >= this.at ? this.to(feed + 1, 'line end') : this.to(end, undefined)
  }

  private isDirection(): boolean {
    const line = this.text.slice(this.at, this.find('\n') + 1)
    const found = line.indexOf('direction')
    return (
      found >= 0 &&
      /^direction\s+(?:TB|BT|RL|LR)/.test(this.text.slice(this.at + found, this.at + line.length + 80))
    )
  }

  private call(char: string): TokenKind | undefined {
    if (char === ')') return this.closeCall()
    if (char !== '(') return this.to(this.at + 1, 'unreadable')
    this.modes.push('arguments')
    const empty = this.matchEnd(emptyFirst)
    return empty >= 0 ? this.to(empty, 'empty argument') : this.to(this.at + 1, undefined)
  }

  private argument(char: string): TokenKind | undefined {
    if (char === ')') return this.closeCall()
    if (char === ',')
      return this.text[this.at + 1] === ','
        ? this.to(this.at + 2, 'empty argument')
        : this.to(this.at + 1, undefined)
    const empty = this.matchEnd(emptyString)
    if (empty >= 0) return this.to(empty, 'empty argument')
    const quote = this.matchEnd(stringStart)
    if (quote >= 0) return this.enter(quote, 'string')
    const dollar = this.matchEnd(keyStart)
    return dollar >= 0 ? this.enter(dollar, 'key') : this.to(this.find(','), 'argument')
  }

  private afterKey(): TokenKind | undefined {
    const end = this.matchEnd(valueStart)
    if (end < 0) return this.to(this.at + 1, 'unreadable')
    this.modes.pop()
    return this.enter(end, 'value')
  }

  private enter(end: number, mode: Mode): undefined {
    this.modes.push(mode)
    return this.to(end, undefined)
  }

  private leave(length: number): undefined {
    this.modes.pop()
    return this.to(this.at + length, undefined)
  }

  private leaveTwice(): undefined {
    this.modes.pop()
    return this.leave(1)
  }

  private closeCall(): undefined {
    this.closedAt = this.at + 1
    return this.leaveTwice()
  }
}
