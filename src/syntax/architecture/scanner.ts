// Architecture diagram text into tokens: the first pattern that matches wins, but a longer id beats a keyword.

import { TextScanner } from '../text-scanner'

export type TokenKind =
  | 'end of diagram'
  | 'unreadable'
  | 'line end'
  | 'keyword'
  | '--'
  | '-'
  | ':'
  | 'side'
  | '{group}'
  | 'head'
  | 'accessible text'
  | 'title'
  | 'string'
  | 'id'
  | 'icon'
  | 'label'

export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
}

const id = /\w(?:[-\w]*\w)?/y
const keyword = /architecture-beta|junction|service|column|group|align|row|in/y

/** In the order in which they are tried. */
const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ['--', /--/y],
  [':', /:/y],
  ['-', /-/y],
  ['side', /[LRTB]/y],
  ['{group}', /\{group\}/y],
  ['head', /[<>]/y],
  [
    'accessible text',
    /[\t ]*accDescr[\t ]*:(?:[^\n]*?(?=%%)|[^\n]*)|[\t ]*accTitle[\t ]*:(?:[^\n]*?(?=%%)|[^\n]*)/y,
  ],
  ['title', /[\t ]*title(?:[\t ][^\n]*?(?=%%)|[\t ][^\n]*|)/y],
  ['string', /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/y],
  ['id', id],
  ['line end', /\n/y],
]
const description = /[\t ]*accDescr\s*\{[^}]*\}/y
const frontmatter = /---[\t ]*\n(?:[\s\S]*?\n)?---(?:\n|(?!\S))/y
const hidden = /[\t ]+|[\t ]*%%\{[\s\S]*?\}%%(?:\n|(?!\S))|[\t ]*%%[^\n]*/y
const bracketed: readonly (readonly [TokenKind, RegExp])[] = [
  ['icon', /\([\w:-]+\)/y],
  ['label', /\[(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^[\]\n]+)\]/y],
]

export class Scanner extends TextScanner {
  resume(at: number): void {
    this.at = at
  }

  next(): Token {
    for (;;) {
      const start = this.at
      if (start >= this.text.length) return { kind: 'end of diagram', start, end: start }
      const kind = this.read()
      if (kind !== undefined)
        return { kind, start: start + blanksIn(this.text, start, this.at), end: this.at }
    }
  }

  private read(): TokenKind | undefined {
    const matter = this.matchEnd(frontmatter)
    if (matter >= 0) return this.to(matter, undefined)
    const word = this.matchEnd(keyword)
    if (word >= 0)
      return this.to(Math.max(word, this.matchEnd(id)), this.matchEnd(id) > word ? 'id' : 'keyword')
    const described = this.matchEndClosed(description, '}')
    if (described >= 0) return this.to(described, 'accessible text')
    for (const [kind, pattern] of patterns) {
      const end = this.matchEnd(pattern)
      if (end >= 0) return this.to(end, kind)
    }
    const skipped = this.matchEnd(hidden)
    if (skipped >= 0) return this.to(skipped, undefined)
    for (const [kind, pattern] of bracketed) {
      const end = this.matchEnd(pattern)
      if (end >= 0) return this.to(end, kind)
    }
    return this.to(this.at + 1, 'unreadable')
  }
}

/** Titles are matched with the blanks before them. */
function blanksIn(text: string, start: number, end: number): number {
  let at = start
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++
  return at - start
}
