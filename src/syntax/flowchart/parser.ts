// Flowchart tokens into statements, as Mermaid's grammar has it; a broken line is noted and left at its end.

import type { Stretch } from '../written-text'
import { Cursor, idKinds } from './cursor'
import { meansNode, repairedArrow, repairedArrowLabel, repairedArrowText, repairedNode } from './repair'
import type { Closing, Opening, TokenKind } from './scanner'
import type { Action, Failure, LinkWritten, NodeWritten, QuotableText, Statement } from './statements'
import { stylingReader } from './styling'

export interface Parsed {
  readonly header: Stretch
  readonly direction: string
  readonly statements: readonly Statement[]
  readonly failures: readonly Failure[]
}

export function parseFlowchart(text: string): Parsed {
  return new Parser(text).parse()
}

const keywordKinds: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'end',
  'class',
  'classDef',
  'style',
  'linkStyle',
  'subgraph',
  'header',
  'interpolate',
  'target',
])
const titleKinds: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'number',
  'word',
  'blank',
  '-',
  '&',
  'letter',
  ':',
  '*',
  '#',
  'style',
  'linkStyle',
  'classDef',
  'class',
  'click',
  'header',
  'direction',
  'subgraph',
  'end',
  'v',
  '^',
  'arrow start',
])

/** Which closing brackets an opening one takes, and the shape that makes. */
const shapes: ReadonlyMap<TokenKind, ReadonlyMap<TokenKind, string>> = new Map<
  Opening,
  ReadonlyMap<TokenKind, string>
>([
  ['[', closing([']', 'square'])],
  ['(((', closing([')))', 'doublecircle'])],
  ['(-', closing(['-)', 'ellipse'])],
  ['([', closing(['])', 'stadium'])],
  ['[[', closing([']]', 'subroutine'])],
  ['[(', closing([')]', 'cylinder'])],
  ['>', closing([']', 'odd'])],
  ['[/', closing(['\\]', 'trapezoid'], ['/]', 'lean_right'])],
  ['[\\', closing(['/]', 'inv_trapezoid'], ['\\]', 'lean_left'])],
])

function closing(...shapes: (readonly [Closing, string])[]): ReadonlyMap<TokenKind, string> {
  return new Map(shapes)
}

class Parser {
  private readonly cursor: Cursor
  private actions: Action[] = []
  private readonly statements: Statement[] = []
  private readonly openGroups: Stretch[] = []
  /** Those of them that open with a `{`, which their `}` is meant to close. */
  private readonly braced = new Set<Stretch>()

  constructor(text: string) {
    this.cursor = new Cursor(text)
  }

  parse(): Parsed {
    const header = { start: this.cursor.token.start, end: this.cursor.token.end }
    const direction = this.header()
    while (this.cursor.token.kind !== 'end of diagram') this.line()
    for (const group of this.openGroups) {
      this.cursor.failures.push({ at: group, found: '', reading: 'end of subgraph', since: group.start })
      this.statements.push({ ...this.here(), actions: [{ kind: 'end of group', at: this.here() }] })
    }
    return { header, direction, statements: this.statements, failures: this.cursor.failures }
  }

  private header(): string {
    const since = this.cursor.token.start
    const read = (): string | undefined => {
      if (!this.cursor.take('header')) return this.cursor.fail('header', since)
      if (this.cursor.take('no direction')) return 'TB'
      const value = this.cursor.slice(this.cursor.token)
      if (!this.cursor.take('direction')) return this.cursor.fail('direction', since)
      if (this.cursor.take(';')) return value
      this.cursor.skipBlanks()
      return this.cursor.take('line end') ? value : this.cursor.fail('end of header', since)
    }
    const value = read()
    if (value === undefined) this.recover()
    return value?.trim() ?? 'TB'
  }

  private line(): void {
    const { kind, start } = this.cursor.token
    if (kind === 'line end' || kind === 'blank' || kind === ';' || kind === 'eof') {
      this.cursor.advance()
      return
    }
    this.actions = []
    this.cursor.brokenText = -1
    const done = this.statement()
    if (!done) this.recover()
    this.statements.push({ start, end: Math.max(this.cursor.contentEnd, start), actions: this.actions })
  }

  private statement(): boolean {
    const { kind, start, end } = this.cursor.token
    switch (kind) {
      case 'subgraph':
        return this.subgraph()
      case 'end':
        return meansNode(this.cursor.text, end) ? this.nodes() && this.separator() : this.endOfGroup()
      case 'inner direction':
        this.actions.push({ kind: 'direction', value: innerDirection(this.cursor.slice(this.cursor.token)) })
        return this.done()
      case 'accessible text':
        this.actions.push({
          kind: 'accessible text',
          text: accessibleValue(this.cursor.slice({ start, end })),
        })
        return this.done()
      default:
        if (stylingReader(kind)) return this.styling(kind)
        if (this.closesBrace(start)) return false
        return idKinds.has(kind) ? this.nodes() && this.separator() : !!this.cursor.fail('statement', start)
    }
  }

  private styling(kind: TokenKind): boolean {
    const action = stylingReader(kind)?.(this.cursor)
    if (!action) return false
    this.actions.push(action)
    return this.separator()
  }

  private separator(since = this.cursor.token.start): boolean {
    const { kind } = this.cursor.token
    if (kind === ';' || kind === 'line end' || kind === 'eof') return this.done()
    return !!this.cursor.fail('end of statement', since)
  }

  private nodes(): boolean {
    let from = this.nodeList()
    while (from !== undefined) {
      const { kind } = this.cursor.token
      const whole = kind === 'arrow' || kind === 'arrow start' || kind === 'arrow id'
      const link = whole ? this.link() : repairedArrow(this.cursor)
      if (link === undefined) return !whole
      const to = this.nodeList()
      if (to === undefined) return false
      this.actions.push({ kind: 'link', from, to, link })
      from = to
    }
    return false
  }

  /** `A`, `A & B & C`, each with brackets, class and metadata. */
  private nodeList(): NodeWritten[] | undefined {
    const first = this.node()
    if (!first) return undefined
    const list = [first]
    for (;;) {
      const last = list[list.length - 1]!
      this.metadata(last)
      const blank = this.cursor.skipBlanks()
      if (this.cursor.token.kind !== '&') return list
      if (!blank) return this.cursor.fail('blank before &', last.start)
      this.cursor.advance()
      if (!this.cursor.skipBlanks()) return this.cursor.fail('blank after &', last.start)
      const next = this.node()
      if (!next) return undefined
      list.push(next)
    }
  }

  private node(): NodeWritten | undefined {
    const id = this.cursor.run(idKinds) ?? this.keywordAsId()
    if (!id) return this.cursor.fail('node', this.cursor.token.start)
    const bracketed = this.bracketed(id) ?? repairedNode(this.cursor, id)
    const node = bracketed ?? bare(id)
    this.actions.push({ kind: 'node', node })
    if (bracketed === undefined) return undefined
    if (!this.cursor.take(':::')) return node
    const name = this.cursor.run(idKinds)
    if (!name) return this.cursor.fail('class name', node.start)
    this.actions.push({ kind: 'class of node', ids: id, name })
    return node
  }

  /** A keyword where a node should stand: an error, but clear enough to read on. */
  private keywordAsId(): QuotableText | undefined {
    const { kind, start } = this.cursor.token
    if (!keywordKinds.has(kind)) return undefined
    this.cursor.fail('node', start)
    const text = this.cursor.slice(this.cursor.token).trim()
    this.cursor.resume(start + text.length)
    return { start, end: start + text.length, text, quoted: false }
  }

  /** The brackets after an id, if there are any; undefined for broken ones. */
  private bracketed(id: QuotableText): NodeWritten | undefined {
    const { kind, start } = this.cursor.token
    if (kind === '(' || kind === '{') return this.doubled(id, kind)
    if (kind === '[|') return this.withProperties(id)
    const closings = shapes.get(kind)
    if (!closings) return bare(id)
    this.cursor.advance()
    const label = this.label(start)
    if (!label) return undefined
    const shape = closings.get(this.cursor.token.kind)
    if (!shape) return this.cursor.fail('closing bracket', start)
    this.cursor.advance()
    return { start: id.start, end: this.cursor.lastEnd, id, shape, label }
  }

  private doubled(id: QuotableText, opening: '(' | '{'): NodeWritten | undefined {
    const { start } = this.cursor.token
    const closing = opening === '(' ? ')' : '}'
    this.cursor.advance()
    const twice = this.cursor.take(opening)
    const label = this.label(start)
    if (!label) return undefined
    if (!this.cursor.take(closing) || (twice && !this.cursor.take(closing)))
      return this.cursor.fail('closing bracket', start)
    const shape = opening === '(' ? (twice ? 'circle' : 'round') : twice ? 'hexagon' : 'diamond'
    return { start: id.start, end: this.cursor.lastEnd, id, shape, label }
  }

  private withProperties(id: QuotableText): NodeWritten | undefined {
    const { start } = this.cursor.token
    this.cursor.advance()
    if (
      !this.cursor.take('word') ||
      !this.cursor.take(':') ||
      !this.cursor.take('word') ||
      !this.cursor.take('|')
    ) {
      return this.cursor.fail('properties', start)
    }
    const label = this.label(start)
    if (!label) return undefined
    if (!this.cursor.take(']')) return this.cursor.fail('closing bracket', start)
    return { start: id.start, end: this.cursor.lastEnd, id, shape: 'rect', label }
  }

  private label(since: number): QuotableText | undefined {
    return this.phrase('text') ?? this.cursor.fail('label', since)
  }

  /** A string or some text, then more text: quotes inside a label vanish. */
  private phrase(plain: 'text' | 'arrow text'): QuotableText | undefined {
    const { kind, start } = this.cursor.token
    const quoted = kind === 'string' || kind === 'markdown'
    if (!quoted && kind !== plain) return undefined
    let text = ''
    let end = start
    do {
      const piece = this.cursor.slice(this.cursor.token)
      this.cursor.noteBreak(this.cursor.token.start, piece)
      text += piece
      end = this.cursor.token.end
      this.cursor.advance()
    } while (this.cursor.token.kind === plain)
    return { start, end, text, quoted }
  }

  private metadata(node: NodeWritten): void {
    const { kind, start } = this.cursor.token
    if (kind !== 'metadata' && kind !== 'open metadata') return
    const closed = kind === 'metadata'
    let end = start
    if (!closed) {
      this.cursor.fail('closing brace', start)
      end = this.cursor.token.end
      this.cursor.advance()
    }
    while (this.cursor.token.kind === 'metadata') {
      const piece = this.cursor.slice(this.cursor.token)
      end = this.cursor.token.end
      this.cursor.noteBreak(this.cursor.token.start, piece)
      this.cursor.advance()
    }
    const body = { start: start + 2, end, text: this.cursor.text.slice(start + 2, end), quoted: false }
    const span = { start, end: this.cursor.text[end] === '}' ? end + 1 : end }
    this.actions.push({ kind: 'metadata', node, span, body, closed })
  }

  private link(): LinkWritten | undefined {
    const { start } = this.cursor.token
    const id = this.cursor.token.kind === 'arrow id' ? this.arrowId() : undefined
    const first = this.cursor.token
    if (first.kind === 'arrow start') return this.linkWithText(id, start)
    if (!this.cursor.take('arrow')) return this.cursor.fail('arrow', start)
    const operator = this.trimmed(first)
    const whole = (end: number, label?: QuotableText): LinkWritten => ({
      start: operator.start,
      end,
      opening: '',
      closing: this.cursor.slice(operator),
      operator,
      label,
      id,
    })
    if (this.cursor.token.kind !== '|') return whole(operator.end)
    const bar = this.cursor.token.start
    this.cursor.advance()
    const label = this.phrase('text')
    if (!label || !this.cursor.take('|')) {
      this.cursor.fail('arrow label', bar)
      const repaired = repairedArrowLabel(this.cursor, bar)
      return repaired && whole(repaired.end + 1, repaired)
    }
    const { lastEnd } = this.cursor
    this.cursor.skipBlanks()
    return whole(lastEnd, label)
  }

  private linkWithText(id: QuotableText | undefined, since: number): LinkWritten | undefined {
    const operator = this.trimmed(this.cursor.token)
    this.cursor.advance()
    const label = this.phrase('arrow text')
    const last = this.cursor.token
    if (!label || !this.cursor.take('arrow')) {
      this.cursor.fail('arrow text', since)
      const repaired = repairedArrowText(this.cursor, operator)
      return repaired && { ...repaired, id }
    }
    const closing = this.trimmed(last)
    return {
      start: operator.start,
      end: closing.end,
      opening: this.cursor.slice(operator),
      closing: this.cursor.slice(closing),
      operator,
      label,
      id,
    }
  }

  private arrowId(): QuotableText {
    const { start, end } = this.cursor.token
    this.cursor.advance()
    return { start, end: end - 1, text: this.cursor.text.slice(start, end - 1), quoted: false }
  }

  private subgraph(): boolean {
    const { start } = this.cursor.token
    this.cursor.advance()
    const title = this.cursor.take('blank') ? this.phraseOf(titleKinds) : undefined
    if (!title) {
      this.openGroup(start, undefined, {
        start: this.cursor.lastEnd,
        end: this.cursor.lastEnd,
        text: '',
        quoted: false,
      })
      return !!this.cursor.fail('subgraph', start)
    }
    if (this.cursor.token.kind !== '[') {
      const group = this.openGroup(start, title, title)
      if (this.cursor.token.kind === '{') this.braced.add(group)
      return this.separator(start)
    }
    const bracket = this.cursor.token.start
    this.cursor.advance()
    const label = this.label(bracket)
    const closed = label !== undefined && this.cursor.take(']')
    this.openGroup(start, title, label ?? title)
    if (label && !closed) return !!this.cursor.fail('closing bracket', bracket)
    return closed && this.separator()
  }

  private openGroup(start: number, id: QuotableText | undefined, title: QuotableText): Stretch {
    const header = { start, end: this.cursor.lastEnd }
    this.openGroups.push(header)
    this.actions.push({ kind: 'group', id, title, header })
    return header
  }

  /** The `}` of a subgraph whose `{` was told already. */
  private closesBrace(start: number): boolean {
    const group = this.openGroups.at(-1)
    if (!group || !this.braced.has(group) || this.cursor.text[start] !== '}') return false
    this.openGroups.pop()
    this.actions.push({ kind: 'end of group', at: { start, end: start + 1 } })
    return true
  }

  private endOfGroup(): boolean {
    const { start } = this.cursor.token
    if (this.openGroups.length === 0) return !!this.cursor.fail('statement', start)
    this.openGroups.pop()
    this.actions.push({ kind: 'end of group', at: { start, end: start + 3 } })
    return this.done()
  }

  /** The name of a subgraph: a string, or words and keywords of any kind. */
  private phraseOf(kinds: ReadonlySet<TokenKind>): QuotableText | undefined {
    const first = this.cursor.token
    if (first.kind === 'string' || first.kind === 'markdown') {
      this.cursor.noteBreak(first.start, this.cursor.slice(first))
      this.cursor.advance()
    }
    const rest = this.cursor.run(kinds)
    if (first.kind !== 'string' && first.kind !== 'markdown') return rest
    const text = this.cursor.slice(first) + (rest?.text ?? '')
    return { start: first.start, end: rest?.end ?? first.end, text, quoted: true }
  }

  private done(): true {
    this.cursor.advance()
    return true
  }

  /** Goes to the end of the broken line; of a text that runs on to other lines, to the end of its first. */
  private recover(): void {
    const { cursor } = this
    const failure = cursor.failures[cursor.failures.length - 1]
    const { unclosed, brokenText } = cursor
    if (unclosed && failure) {
      cursor.failures[cursor.failures.length - 1] = {
        ...failure,
        at: { start: failure.since, end: brokenText },
      }
      this.actions = this.actions.filter(action => startOf(action) < brokenText)
    }
    cursor.resumeAfterLine(unclosed ? brokenText : cursor.token.start)
  }

  private here(): Stretch {
    return { start: this.cursor.token.start, end: this.cursor.token.start }
  }

  private trimmed({ start, end }: Stretch): Stretch {
    const text = this.cursor.text.slice(start, end)
    return {
      start: start + text.length - text.trimStart().length,
      end: end - text.length + text.trimEnd().length,
    }
  }
}

const bare = (id: QuotableText): NodeWritten => ({
  start: id.start,
  end: id.end,
  id,
  shape: undefined,
  label: undefined,
})

function innerDirection(line: string): string {
  const all = Array.from(line.matchAll(/direction\s+(TB|BT|RL|LR|TD)/g), match => match[1]!)
  return ['TB', 'BT', 'RL', 'LR', 'TD'].find(value => all.includes(value)) ?? ''
}

function accessibleValue(text: string): string {
  return text
    .replace(/^acc(?:Title|Descr)\s*[:{]/, '')
    .replace(/\}$/, '')
    .trim()
}

function startOf(action: Action): number {
  switch (action.kind) {
    case 'node':
    case 'metadata':
      return action.node.start
    case 'link':
      return Math.max(action.link.end, ...action.to.map(node => node.start))
    case 'group':
      return action.header.start
    case 'class of node':
      return action.ids.start
    default:
      return 0
  }
}
