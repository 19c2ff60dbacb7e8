// Flowchart text into tokens: in every mode the first pattern that matches wins, as in Mermaid's own lexer.

import { TextScanner } from '../text-scanner'
import { arrowEnd, arrowStartEnd } from './arrows'
import { Braces } from './braces'
import { isLetter } from './letters'

/** Brackets and marks are their own kind; the rest have names. */
export type TokenKind =
  | 'end of diagram'
  | 'unreadable'
  | 'line end'
  | 'blank'
  | 'header'
  | 'no direction'
  | 'direction'
  | 'inner direction'
  | 'accessible text'
  | 'metadata'
  | 'open metadata'
  | 'callback'
  | 'callback arguments'
  | 'string'
  | 'markdown'
  | 'text'
  | 'arrow'
  | 'arrow start'
  | 'arrow text'
  | 'arrow id'
  | 'number'
  | 'word'
  | 'letter'
  | 'click'
  | 'href'
  | 'target'
  | Keyword
  | Mark
  | Bracket

type Keyword = 'style' | 'default' | 'linkStyle' | 'interpolate' | 'classDef' | 'class' | 'subgraph' | 'end'
type Mark = ';' | ':::' | ':' | '&' | ',' | '*' | '#' | '-' | '^' | 'v' | '<' | '\\|' | '|' | 'eof'
export type Opening = '[' | '(' | '{' | '>' | '([' | '[[' | '[(' | '(((' | '(-' | '[/' | '[\\' | '[|'
export type Closing = ']' | ')' | '}' | '])' | ']]' | ')]' | ')))' | '-)' | '/]' | '\\]'
type Bracket = Opening | Closing

export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
}

type Mode =
  | 'plain'
  | 'direction'
  | 'metadata'
  | 'metadata string'
  | 'callback'
  | 'callback arguments'
  | 'markdown'
  | 'string'
  | 'click'
  | 'text'
  | 'slanted text'
  | 'ellipse text'
  | 'arrow text'
  | 'thick arrow text'
  | 'dotted arrow text'

const keywords =
  /accTitle\s*:\s*|accDescr\s*[:{]\s*|call\s+|(?:style|default|linkStyle|interpolate|classDef|class)\b|href\s|click\s+|(?:flowchart-elk|swimlane-beta|graph|flowchart|subgraph)\b|end\b\s*|_(?:self|blank|parent|top)\b/y
const keywordInitials = new Set('acsdlihfge_')
const directionValue = /\s*(?:(?:LR|RL|TB|BT|TD|BR|v)\b|[<>^])/y
const word = /(?:[A-Za-z0-9!"#$%&'*+.`?\\_/]|-(?=[^>\-.]))+/y
const bracketedText = /[^[\](){}|"]+/y
const slantedText = /\/(?!\])|\\(?!\])|[^\\[\](){}/]+/y
const arrowIdRun = /[^\s"[\](){}|]*/y
const lineFeeds = /\n+/y
const blanksInLine = /[^\S\n]+/y
const digits = /[0-9]+/y
const metadataRun = /[^}^"]+/y
const emptyArguments = /\(\s*\)/y
const markdownRun = /[^`"]+/y
const clickRun = /\S+/y
const downward = /v\b/y

const openings: readonly Opening[] = ['(-', '([', '[[', '[(', '(((', '[/', '[\\', '(', '[', '{']
const closings: readonly Closing[] = ['])', ']]', ')]', ')))', ')', ']', '}']
const plainKeywords = [
  'style',
  'default',
  'linkStyle',
  'interpolate',
  'classDef',
  'class',
  'subgraph',
] as const
const marks = ['&', ';', ',', '*', '#'] as const

export class Scanner extends TextScanner {
  private modes: Mode[] = []
  private atEnd = false
  private headerSeen = false
  private readonly innerDirections: readonly number[]
  private readonly mayHaveInvisible: boolean
  private readonly mayHaveArrowId: boolean
  private blanks = { from: -1, to: -1 }
  private braces: Braces | undefined
  private idRun = { from: -1, to: -1, mark: -1 }

  constructor(text: string) {
    super(text)
    this.innerDirections = text.includes('direction')
      ? Array.from(text.matchAll(/direction\s+(?:TB|BT|RL|LR|TD)/g), match => match.index)
      : []
    this.mayHaveInvisible = text.includes('~~~')
    this.mayHaveArrowId = text.includes('@')
  }

  /** Is the scanner inside brackets, quotes or an arrow's text? */
  get inside(): boolean {
    return this.modes.length > 0
  }

  /** Goes on from a place outside all brackets. */
  resume(at: number): void {
    this.modes = []
    this.at = at
    this.atEnd = false
  }

  next(): Token {
    for (;;) {
      if (this.at >= this.text.length) return this.finish()
      const start = this.at
      const kind = this.read(this.modes[this.modes.length - 1] ?? 'plain')
      if (kind !== undefined) return { kind, start, end: this.at }
    }
  }

  /** Outside brackets Mermaid sees one token for the end of the text, then nothing; behind `call ` an empty name. */
  private finish(): Token {
    const last = this.modes[this.modes.length - 1] === 'callback' ? 'callback' : 'end of diagram'
    const kind = this.atEnd ? 'end of diagram' : this.modes.length === 0 ? 'eof' : last
    this.atEnd = true
    return { kind, start: this.text.length, end: this.text.length }
  }

  /** Reads one token in a mode; undefined for what is read without giving a token. */
  private read(mode: Mode): TokenKind | undefined {
    switch (mode) {
      case 'plain':
        return this.plain()
      case 'direction':
        return this.direction()
      case 'metadata':
        return this.metadata()
      case 'metadata string':
        return this.text[this.at] === '"' ? this.leave(1, 'metadata') : this.to(this.find('"'), 'metadata')
      case 'callback':
        return this.callback()
      case 'callback arguments':
        return this.text[this.at] === ')'
          ? this.leave(1, undefined)
          : this.to(this.find(')'), 'callback arguments')
      case 'markdown':
        return this.markdown()
      case 'string':
        return this.string()
      case 'click':
        return this.click()
      case 'text':
        return this.bracketed()
      case 'slanted text':
        return this.slanted()
      case 'ellipse text':
        return this.ellipse()
      default:
        return this.arrowText(mode)
    }
  }

  private plain(): TokenKind | undefined {
    const char = this.text[this.at]!
    if (isBlank(char)) return this.blank(char)
    if (char === '@' && this.text[this.at + 1] === '{') return this.metadataStart()
    if (char === '"') return this.quote()
    if (keywordInitials.has(char)) {
      const end = this.matchEnd(keywords)
      if (end >= 0) return this.keyword(end)
    }
    if (this.hasInnerDirection()) return this.to(this.find('\n'), 'inner direction')
    const id = this.arrowIdMark()
    if (id > this.at) return this.to(id + 1, 'arrow id')
    if (isDigit(char)) return this.to(this.matchEnd(digits), 'number')
    const mark = this.mark(char)
    if (mark) return this.to(this.at + mark.length, mark)
    return this.arrow(this.at) ?? this.bracketOrWord(char)
  }

  private mark(char: string): Mark | undefined {
    if (char === ':') return this.text.startsWith(':::', this.at) ? ':::' : ':'
    return marks.find(mark => mark === char)
  }

  private blank(char: string): TokenKind {
    if (char !== '\n' && this.hasInnerDirection()) return this.to(this.find('\n'), 'inner direction')
    const arrow = this.arrow(this.afterBlanks(this.at))
    if (arrow !== undefined) return arrow
    return char === '\n'
      ? this.to(this.matchEnd(lineFeeds), 'line end')
      : this.to(this.matchEnd(blanksInLine), 'blank')
  }

  private keyword(end: number): TokenKind | undefined {
    const found = this.text.slice(this.at, end)
    const name = plainKeywords.find(keyword => keyword === found)
    if (name) return this.to(end, name)
    if (found.startsWith('acc')) return this.accessible(found, end)
    if (found.startsWith('call')) return this.enter('callback', end - this.at, undefined)
    if (found.startsWith('click')) return this.enter('click', end - this.at, undefined)
    if (found.startsWith('href')) return this.to(end, 'href')
    if (found.startsWith('end')) return this.to(end, 'end')
    if (found.startsWith('_')) return this.to(end, 'target')
    if (!this.headerSeen) this.modes.push('direction')
    this.headerSeen = true
    return this.to(end, 'header')
  }

  /** `accTitle: …` and `accDescr: …` take their line, `accDescr { … }` what is in its braces. */
  private accessible(found: string, end: number): TokenKind | undefined {
    this.at = end
    if (!found.trimEnd().endsWith('{')) return this.to(this.find('\n'), 'accessible text')
    const close = this.text.indexOf('}', end)
    if (close < 0) return this.enter('string', this.text.length - end, 'accessible text')
    return this.to(close + 1, close > end ? 'accessible text' : undefined)
  }

  private direction(): TokenKind {
    const to = this.afterBlanks(this.at)
    const feed = this.text.lastIndexOf('\n', to - 1)
    if (feed >= this.at) return this.leave(feed + 1 - this.at, 'no direction')
    const end = this.matchEnd(directionValue)
    return end < 0 ? this.anywhere() : this.leave(end - this.at, 'direction')
  }

  private metadataStart(): TokenKind {
    this.braces ??= new Braces(this.text)
    if (this.braces.closes(this.at + 2)) return this.enter('metadata', 2, 'metadata')
    return this.to(this.braces.openEnd(this.at + 2), 'open metadata')
  }

  private metadata(): TokenKind | undefined {
    const char = this.text[this.at]!
    if (char === '"') return this.enter('metadata string', 1, 'metadata')
    if (char === '}') return this.leave(1, undefined)
    if (char === '^') return this.anywhere()
    return this.to(this.matchEnd(metadataRun), 'metadata')
  }

  private callback(): TokenKind | undefined {
    if (this.text[this.at] !== '(') return this.to(this.find('('), 'callback')
    const empty = this.matchEnd(emptyArguments)
    if (empty >= 0) return this.leave(empty - this.at, undefined)
    this.modes.pop()
    return this.enter('callback arguments', 1, undefined)
  }

  private markdown(): TokenKind | undefined {
    const end = this.matchEnd(markdownRun)
    if (end >= 0) return this.to(end, 'markdown')
    if (this.text.startsWith('`"', this.at)) return this.leave(2, undefined)
    return this.text[this.at] === '"' ? this.quote() : this.anywhere()
  }

  private string(): TokenKind | undefined {
    if (this.text[this.at] !== '"') return this.to(this.find('"'), 'string')
    return this.text[this.at + 1] === '`' ? this.enter('markdown', 2, undefined) : this.leave(1, undefined)
  }

  /** A quote opens a string or, with a backtick, a Markdown string – in every mode. */
  private quote(): TokenKind | undefined {
    return this.text[this.at + 1] === '`'
      ? this.enter('markdown', 2, undefined)
      : this.enter('string', 1, undefined)
  }

  private click(): TokenKind | undefined {
    const char = this.text[this.at]!
    if (char === '"') return this.quote()
    return isBlank(char) ? this.leave(1, undefined) : this.to(this.matchEnd(clickRun), 'click')
  }

  private bracketed(): TokenKind | undefined {
    const char = this.text[this.at]!
    if (char === '"') return this.quote()
    const closing = ')]}'.includes(char) ? this.closing() : undefined
    if (closing && closing.length > 1) return this.leave(closing.length, closing)
    const invisible = this.invisible(this.at)
    if (invisible !== undefined) return invisible
    const opening = this.opening()
    if (opening !== undefined) return opening
    if (closing) return this.leave(1, closing)
    if (char === '|') return this.leave(1, '|')
    return this.to(this.matchEnd(bracketedText), 'text')
  }

  private closing(): Closing | undefined {
    return closings.find(closing => this.text.startsWith(closing, this.at))
  }

  private slanted(): TokenKind | undefined {
    const char = this.text[this.at]!
    const next = this.text[this.at + 1]
    if (char === '"') return this.quote()
    const invisible = this.invisible(this.at)
    if (invisible !== undefined) return invisible
    const double = openings.slice(0, 5).find(opening => this.text.startsWith(opening, this.at))
    if (double) return this.open(double)
    if (next === ']' && '\\(?=])'.includes(char)) return this.leave(2, '\\]')
    if (next === ']' && char === '/') return this.leave(2, '/]')
    const end = this.matchEnd(slantedText)
    return end >= 0 ? this.to(end, 'text') : this.anywhere()
  }

  private ellipse(): TokenKind | undefined {
    const char = this.text[this.at]!
    if (char === '"') return this.quote()
    const invisible = this.invisible(this.at)
    if (invisible !== undefined) return invisible
    if (this.text[this.at + 1] === ')' && '-/)'.includes(char)) return this.leave(2, '-)')
    return '()[]{}'.includes(char) ? this.anywhere() : this.to(this.at + 1, 'text')
  }

  private arrowText(mode: 'arrow text' | 'thick arrow text' | 'dotted arrow text'): TokenKind | undefined {
    const char = this.text[this.at]!
    if (char === '"') return this.quote()
    const stroke = mode === 'arrow text' ? '-' : mode === 'thick arrow text' ? '=' : '.'
    const start = isBlank(char) ? this.afterBlanks(this.at) : this.at
    const end = arrowEnd(this.text, start, stroke)
    if (end >= 0) {
      this.modes.pop()
      return this.to(this.afterBlanks(end), 'arrow')
    }
    if (char !== stroke || (stroke === '-' && this.text[this.at + 1] !== '-'))
      return this.to(this.at + 1, 'arrow text')
    return this.anywhere()
  }

  /** An arrow whose characters begin at `start`, with the blanks around it. */
  private arrow(start: number): TokenKind | undefined {
    const lead = this.text[start]
    if (lead === undefined || !'-=.~xo<'.includes(lead)) return undefined
    for (const stroke of ['-', '=', '.'] as const) {
      const end = arrowEnd(this.text, start, stroke)
      if (end >= 0) return this.to(this.afterBlanks(end), 'arrow')
      const opened = arrowStartEnd(this.text, start, stroke)
      if (opened < 0) continue
      this.modes.push(
        stroke === '-' ? 'arrow text' : stroke === '=' ? 'thick arrow text' : 'dotted arrow text',
      )
      return this.to(this.afterBlanks(opened), 'arrow start')
    }
    return this.invisible(start)
  }

  private invisible(from: number): TokenKind | undefined {
    if (!this.mayHaveInvisible) return undefined
    const start = this.afterBlanks(from)
    if (!this.text.startsWith('~~~', start)) return undefined
    let end = start
    while (this.text[end] === '~') end++
    return this.to(this.afterBlanks(end), 'arrow')
  }

  private bracketOrWord(char: string): TokenKind | undefined {
    if (char === '[' && this.text[this.at + 1] === '|') return this.to(this.at + 2, '[|')
    if (char === '>') return this.enter('text', 1, '>')
    const opening = this.opening()
    if (opening !== undefined) return opening
    if (char === '<' || char === '^') return this.to(this.at + 1, char)
    if (this.text.startsWith('\\|', this.at)) return this.to(this.at + 2, '\\|')
    const down = char === 'v' ? this.matchEnd(downward) : -1
    if (down >= 0) return this.to(down, 'v')
    const end = this.matchEnd(word)
    if (end >= 0) return this.to(end, 'word')
    if (char === '-') return this.to(this.at + 1, '-')
    if (isLetter(char.charCodeAt(0))) return this.to(this.at + 1, 'letter')
    return this.anywhere()
  }

  /** What Mermaid tries last in every mode: an opening bracket or a bar, else the character has no meaning. */
  private anywhere(): TokenKind {
    const found = this.invisible(this.at) ?? this.opening()
    if (found !== undefined) return found
    return this.text[this.at] === '|'
      ? this.enter('text', 1, '|')
      : this.to(this.at + (isPair(this.text, this.at) ? 2 : 1), 'unreadable')
  }

  private opening(): TokenKind | undefined {
    const char = this.text[this.at]
    if (char !== '(' && char !== '[' && char !== '{') return undefined
    const opening = openings.find(opening => this.text.startsWith(opening, this.at))
    return opening && this.open(opening)
  }

  private open(opening: Opening): TokenKind {
    const slanted = opening === '[/' || opening === '[\\'
    this.modes.push(opening === '(-' ? 'ellipse text' : slanted ? 'slanted text' : 'text')
    return this.to(this.at + opening.length, opening)
  }

  private hasInnerDirection(): boolean {
    if (this.innerDirections.length === 0) return false
    const next = firstAtLeast(this.innerDirections, this.at)
    return next !== undefined && next < this.find('\n')
  }

  /** Where the `@` of an arrow's id stands, if one starts here; -1 otherwise. */
  private arrowIdMark(): number {
    if (!this.mayHaveArrowId) return -1
    const { at, idRun } = this
    if (at < idRun.from || at >= idRun.to) {
      const to = this.matchEnd(arrowIdRun)
      const next = this.text[to]
      const mark = this.text.lastIndexOf('@', next === '{' || next === '"' ? to - 2 : to - 1)
      this.idRun = { from: at, to, mark }
    }
    return this.idRun.mark > at ? this.idRun.mark : -1
  }

  /** The first place from here that isn't blank; the run is remembered, so that long runs cost nothing. */
  private afterBlanks(from: number): number {
    if (from >= this.blanks.from && from < this.blanks.to) return this.blanks.to
    let to = from
    while (to < this.text.length && isBlank(this.text[to]!)) to++
    this.blanks = { from, to }
    return to
  }

  private enter<Found extends TokenKind | undefined>(mode: Mode, length: number, kind: Found): Found {
    this.modes.push(mode)
    return this.to(this.at + length, kind)
  }

  private leave<Found extends TokenKind | undefined>(length: number, kind: Found): Found {
    this.modes.pop()
    return this.to(this.at + length, kind)
  }
}

function isBlank(char: string): boolean {
  const code = char.charCodeAt(0)
  return code === 32 || (code >= 9 && code <= 13) || (code >= 160 && char.trim() === '')
}

function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9'
}

function firstAtLeast(ascending: readonly number[], limit: number): number | undefined {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < limit) low = middle + 1
    else high = middle
  }
  return ascending[low]
}
