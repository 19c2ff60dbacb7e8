// Sequence diagram text into tokens: in every mode the first pattern that matches wins, as in Mermaid's own lexer.

import { TextScanner } from '../text-scanner'

export type TokenKind =
  | 'end of diagram'
  | 'unreadable'
  | 'line end'
  | 'name'
  | 'text'
  | 'rest of line'
  | 'arrow'
  | 'number'
  | 'properties start'
  | 'open properties'
  | 'properties'
  | 'properties end'
  | 'as'
  | 'title'
  | 'accessible text'
  | Keyword
  | '+'
  | '-'
  | '()'
  | ','

export type Keyword = LineKeyword | NameKeyword | PlainKeyword

const lineKeywords = [
  'box',
  'loop',
  'rect',
  'opt',
  'alt',
  'else',
  'par',
  'par_over',
  'and',
  'critical',
  'option',
  'break',
] as const
const nameKeywords = ['participant', 'actor', 'destroy', 'activate', 'deactivate'] as const
const plainKeywords = [
  'create',
  'end',
  'left of',
  'right of',
  'links',
  'link',
  'properties',
  'details',
  'over',
  'note',
  'sequenceDiagram',
  'autonumber',
  'off',
] as const
type LineKeyword = (typeof lineKeywords)[number]
type NameKeyword = (typeof nameKeywords)[number]
type PlainKeyword = (typeof plainKeywords)[number]

export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
}

type Mode = 'name' | 'alias' | 'rest of line' | 'properties'

/** Every message arrow, longest first where one begins another, with Mermaid's name for it. */
export const arrows: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '->>': 'SOLID',
    '<<->>': 'BIDIRECTIONAL_SOLID',
    '-->>': 'DOTTED',
    '<<-->>': 'BIDIRECTIONAL_DOTTED',
    '->': 'SOLID_OPEN',
    '-->': 'DOTTED_OPEN',
    '-x': 'SOLID_CROSS',
    '--x': 'DOTTED_CROSS',
    '-)': 'SOLID_POINT',
    '--)': 'DOTTED_POINT',
    '--|\\': 'SOLID_TOP_DOTTED',
    '--|/': 'SOLID_BOTTOM_DOTTED',
    '--\\\\': 'STICK_TOP_DOTTED',
    '--//': 'STICK_BOTTOM_DOTTED',
    '/|--': 'SOLID_ARROW_TOP_REVERSE_DOTTED',
    '\\|--': 'SOLID_ARROW_BOTTOM_REVERSE_DOTTED',
    '//--': 'STICK_ARROW_TOP_REVERSE_DOTTED',
    '\\\\--': 'STICK_ARROW_BOTTOM_REVERSE_DOTTED',
    '-|\\': 'SOLID_TOP',
    '-|/': 'SOLID_BOTTOM',
    '-\\\\': 'STICK_TOP',
    '-//': 'STICK_BOTTOM',
    '/|-': 'SOLID_ARROW_TOP_REVERSE',
    '\\|-': 'SOLID_ARROW_BOTTOM_REVERSE',
    '//-': 'STICK_ARROW_TOP_REVERSE',
    '\\\\-': 'STICK_ARROW_BOTTOM_REVERSE',
  }),
)
const arrowMarks = [...arrows.keys()]
const arrowInitials = new Set(arrowMarks.map(arrow => arrow.charAt(0)))

const keyword =
  /(?:box|participant|actor|create|destroy|loop|rect|opt|alt|else|par|par_over|and|critical|option|break|end|left of|right of)\b|(?:links|link|properties|details)(?=[ \t]+[^/\\+()<>:\n,;\s-])|(?:over|note|activate|deactivate)\b|title:?\s[^#\n;]+|accTitle\s*:\s*|accDescr\s*[:{]\s*|(?:sequenceDiagram|autonumber|off)\b/iy
const number = /(?:[0-9]+(?:\.[0-9]{1,2})?|\.[0-9]{1,2})(?=[ \n])/y
const restOfLine = /[^#\n;]+/y
const nameStart = /[^/\\+()<>:\n,;-]+/y
const nameGoesOn = /(?!--|-[x)\\/]|-\|[\\/]|\/\|-|\\\|-|\/\/-|\\\\-|\(\))-*[^+<>:\n,;-]+/iy
const blanksInLine = /[^\S\n]+/y
const lineFeeds = /\n+/y
const blanks = /\s+/y
const messageText = /:[^#\n;]*/y
const nameWord = /[^<>:\n,;@\s]+/y
const nameRun = /[^<>:\n,;@]+/y
const aliasKeyword = /as\b/iy
const propertiesAhead = /\s*@\{/y
const aliasAhead = /\s+as\s/iy

export class Scanner extends TextScanner {
  private modes: Mode[] = []
  private ended = false
  private lastBrace: number | undefined

  /** Goes on from a place outside all modes. */
  resume(at: number): void {
    this.modes = []
    this.at = at
    this.ended = false
  }

  next(): Token {
    for (;;) {
      const start = this.at
      const mode = this.modes[this.modes.length - 1]
      if (start >= this.text.length && mode !== 'rest of line') return this.finish(mode)
      const kind = this.read(mode)
      if (kind !== undefined) return { kind, start, end: this.at }
    }
  }

  /** Outside all modes the end of the text ends a line first. */
  private finish(mode: Mode | undefined): Token {
    const kind = mode === undefined && !this.ended ? 'line end' : 'end of diagram'
    this.ended = true
    return { kind, start: this.text.length, end: this.text.length }
  }

  private read(mode: Mode | undefined): TokenKind | undefined {
    if (mode === 'properties') return this.properties()
    if (mode === undefined) return this.plain()
    const blank = this.matchEnd(blanksInLine)
    if (blank >= 0) return this.to(blank, undefined)
    if (this.text[this.at] === '#') return this.to(this.find('\n'), undefined)
    if (mode === 'rest of line')
      return this.leave(Math.max(this.at, this.matchEnd(restOfLine)), 'rest of line')
    return mode === 'alias' ? this.alias() : this.name()
  }

  private plain(): TokenKind | undefined {
    const char = this.text[this.at]!
    if (char === '\n') return this.to(this.matchEnd(lineFeeds), 'line end')
    const blank = this.matchEnd(blanks)
    if (blank >= 0) return this.to(blank, undefined)
    if (this.atComment(char)) return this.to(this.find('\n'), undefined)
    const digits = this.matchEnd(number)
    if (digits >= 0) return this.to(digits, 'number')
    const word = this.matchEnd(keyword)
    if (word >= 0) return this.keyword(word)
    if (char === ',') return this.to(this.at + 1, ',')
    if (char === ';') return this.to(this.at + 1, 'line end')
    return this.actor() ?? this.mark(char)
  }

  private atComment(char: string): boolean {
    if (char === '#') return true
    if (char === '%') return this.text[this.at + 1] !== '{'
    return char !== '}' && this.text.startsWith('%%', this.at + 1)
  }

  private keyword(end: number): TokenKind | undefined {
    const found = this.text.slice(this.at, end).toLowerCase()
    if (/^title:?\s/.test(found)) return this.to(end, 'title')
    if (found.startsWith('acc')) return this.accessible(end, found.trimEnd().endsWith('{'))
    const line = lineKeywords.find(word => word === found)
    if (line) return this.enter(end, 'rest of line', line)
    const name = nameKeywords.find(word => word === found)
    if (name) return this.enter(end, 'name', name)
    return this.to(end, plainKeywords.find(word => word.toLowerCase() === found) ?? 'unreadable')
  }

  private accessible(end: number, block: boolean): TokenKind | undefined {
    this.at = end
    if (!block) return this.to(this.find('\n'), 'accessible text')
    const close = this.text.indexOf('}', end)
    if (close < 0) return this.enter(this.text.length, 'alias', 'accessible text')
    return this.to(close + 1, close > end ? 'accessible text' : undefined)
  }

  /** A participant outside its declaration: anything but the marks of arrows, with dashes inside. */
  private actor(): TokenKind | undefined {
    let end = this.matchEnd(nameStart)
    if (end < 0) return undefined
    for (;;) {
      nameGoesOn.lastIndex = end
      if (!nameGoesOn.test(this.text)) return this.to(end, 'name')
      end = nameGoesOn.lastIndex
    }
  }

  private mark(char: string): TokenKind {
    const arrow = arrowInitials.has(char) ? this.arrow() : undefined
    if (arrow) return this.to(this.at + arrow.length, 'arrow')
    if (char === ':') return this.to(Math.max(this.at + 1, this.matchEnd(messageText)), 'text')
    if (char === '+' || char === '-') return this.to(this.at + 1, char)
    if (this.text.startsWith('()', this.at)) return this.to(this.at + 2, '()')
    return this.to(this.at + 1, 'unreadable')
  }

  private arrow(): string | undefined {
    return arrowMarks.find(arrow => this.text.slice(this.at, this.at + arrow.length).toLowerCase() === arrow)
  }

  /** A participant in its declaration. */
  private name(): TokenKind | undefined {
    if (this.text.startsWith('@{', this.at)) return this.propertiesStart()
    const word = this.matchEnd(nameWord)
    if (word >= 0 && matchesAt(propertiesAhead, this.text, word)) return this.to(word, 'name')
    if (word >= 0 && matchesAt(aliasAhead, this.text, word)) return this.enter(word, 'alias', 'name')
    const end = this.wholeName()
    return end >= 0 ? this.leave(end, 'name') : this.leave(this.find('\n'), 'unreadable')
  }

  /** Properties that are never closed would take all that follows: they end with their line. */
  private propertiesStart(): TokenKind {
    this.lastBrace ??= this.text.lastIndexOf('}')
    return this.lastBrace > this.at
      ? this.enter(this.at + 2, 'properties', 'properties start')
      : this.leave(this.find('\n'), 'open properties')
  }

  /** Names with blanks reach to the end of the statement or a `#`. */
  private wholeName(): number {
    const end = this.matchEnd(nameRun)
    const next = this.text[end]
    if (end < 0 || next === undefined || next === '\n' || next === ';') return end
    const hash = this.text.lastIndexOf('#', end - 1)
    return hash > this.at ? hash : -1
  }

  private alias(): TokenKind {
    const end = this.matchEnd(aliasKeyword)
    this.modes.length = Math.max(0, this.modes.length - 2)
    return end >= 0 ? this.enter(end, 'rest of line', 'as') : 'line end'
  }

  private properties(): TokenKind {
    const close = this.text.indexOf('}', this.at)
    if (close !== this.at) return this.to(close < 0 ? this.text.length : close, 'properties')
    this.at = close + 1
    this.modes.pop()
    if (matchesAt(aliasAhead, this.text, this.at)) this.modes.push('alias')
    else this.modes.pop()
    return 'properties end'
  }

  private enter<Found extends TokenKind | undefined>(end: number, mode: Mode, kind: Found): Found {
    this.modes.push(mode)
    return this.to(end, kind)
  }

  private leave<Found extends TokenKind | undefined>(end: number, kind: Found): Found {
    this.modes.pop()
    return this.to(end, kind)
  }
}

function matchesAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at
  return sticky.test(text)
}
