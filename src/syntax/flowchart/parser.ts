// Flowchart tokens into statements, as Mermaid's grammar has it; a broken line is noted and left at its end.

import { type Closing, type Kind, type Opening, Scanner, type Token } from './scanner'
import type {
  Action,
  Failure,
  LinkWritten,
  NodeWritten,
  Reading,
  Statement,
  Stretch,
  Written,
} from './statements'

export interface Parsed {
  readonly header: Stretch
  readonly direction: string
  readonly statements: readonly Statement[]
  readonly failures: readonly Failure[]
}

export function parseFlowchart(text: string): Parsed {
  return new Parser(text).parse()
}

const idKinds: ReadonlySet<Kind> = new Set<Kind>([
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
const styleKinds: ReadonlySet<Kind> = new Set<Kind>(['number', 'word', ':', 'blank', '#', 'style'])
const nameKinds: ReadonlySet<Kind> = new Set<Kind>([
  'number',
  'letter',
  'word',
  'direction',
  'v',
  '-',
  ',',
  ':',
  '&',
  '#',
  '*',
])
const titleKinds: ReadonlySet<Kind> = new Set<Kind>([
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
const shapes: Readonly<
  Record<Exclude<Opening, '(' | '{' | '[|'>, Readonly<Partial<Record<Closing, string>>>>
> = {
  '[': { ']': 'square' },
  '(((': { ')))': 'doublecircle' },
  '(-': { '-)': 'ellipse' },
  '([': { '])': 'stadium' },
  '[[': { ']]': 'subroutine' },
  '[(': { ')]': 'cylinder' },
  '>': { ']': 'odd' },
  '[/': { '\\]': 'trapezoid', '/]': 'lean_right' },
  '[\\': { '/]': 'inv_trapezoid', '\\]': 'lean_left' },
}

class Parser {
  private readonly scanner: Scanner
  private token: Token
  private lastEnd = 0
  /** Where the last token that isn't a separator ended. */
  private contentEnd = 0
  private actions: Action[] = []
  private readonly statements: Statement[] = []
  private readonly failures: Failure[] = []
  private readonly openGroups: Stretch[] = []
  /** Where the first line break stands inside a text of the current statement. */
  private brokenText = -1

  constructor(private readonly text: string) {
    this.scanner = new Scanner(text)
    this.token = this.scanner.next()
  }

  parse(): Parsed {
    const header = { start: this.token.start, end: this.token.end }
    const direction = this.header()
    while (this.token.kind !== 'end of diagram') this.line()
    for (const group of this.openGroups) {
      this.failures.push({ at: group, found: '', reading: 'end of subgraph', since: group.start })
      this.statements.push({ ...this.here(), actions: [{ kind: 'end of group', at: this.here() }] })
    }
    return { header, direction, statements: this.statements, failures: this.failures }
  }

  private header(): string {
    const since = this.token.start
    const read = (): string | undefined => {
      if (!this.take('header')) return this.fail('header', since)
      if (this.take('no direction')) return 'TB'
      const value = this.slice(this.token)
      if (!this.take('direction')) return this.fail('direction', since)
      if (this.take(';')) return value
      this.skipBlanks()
      return this.take('line end') ? value : this.fail('end of statement', since)
    }
    const value = read()
    if (value === undefined) this.recover()
    return value?.trim() ?? 'TB'
  }

  private line(): void {
    const { kind, start } = this.token
    if (kind === 'line end' || kind === 'blank' || kind === ';' || kind === 'eof') return this.advance()
    this.actions = []
    this.brokenText = -1
    const done = this.statement()
    if (!done) this.recover()
    this.statements.push({ start, end: Math.max(this.contentEnd, start), actions: this.actions })
  }

  private statement(): boolean {
    const { kind, start, end } = this.token
    switch (kind) {
      case 'subgraph':
        return this.subgraph()
      case 'end':
        return this.endOfGroup()
      case 'inner direction':
        this.actions.push({ kind: 'direction', value: innerDirection(this.slice(this.token)) })
        return this.done()
      case 'accessible text':
        this.actions.push({ kind: 'accessible text', text: accessibleValue(this.slice({ start, end })) })
        return this.done()
      case 'style':
        return this.style() && this.separator()
      case 'linkStyle':
        return this.linkStyle() && this.separator()
      case 'classDef':
        return this.classDefinition() && this.separator()
      case 'class':
        return this.classOfNodes() && this.separator()
      case 'click':
        return this.click() && this.separator()
      default:
        return idKinds.has(kind) ? this.nodes() && this.separator() : !!this.fail('statement', start)
    }
  }

  private separator(): boolean {
    const { kind, start } = this.token
    if (kind === ';' || kind === 'line end' || kind === 'eof') return this.done()
    return !!this.fail('end of statement', start)
  }

  private nodes(): boolean {
    let from = this.nodeList()
    while (from !== undefined) {
      const { kind } = this.token
      if (kind !== 'arrow' && kind !== 'arrow start' && kind !== 'arrow id') return true
      const link = this.link()
      if (link === undefined) return false
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
      const blank = this.skipBlanks()
      if (this.token.kind !== '&') return list
      if (!blank) return this.fail('blank before &', last.start)
      this.advance()
      if (!this.skipBlanks()) return this.fail('blank after &', last.start)
      const next = this.node()
      if (!next) return undefined
      list.push(next)
    }
  }

  private node(): NodeWritten | undefined {
    const id = this.run(idKinds)
    if (!id) return this.fail('node', this.token.start)
    const bracketed = this.bracketed(id)
    if (bracketed === undefined) {
      this.actions.push({ kind: 'node', node: { start: id.start, end: id.end, id } })
      return undefined
    }
    const node = bracketed === 'none' ? { start: id.start, end: id.end, id } : bracketed
    this.actions.push({ kind: 'node', node })
    if (!this.take(':::')) return node
    const name = this.run(idKinds)
    if (!name) return this.fail('class name', node.start)
    this.actions.push({ kind: 'class of node', ids: id, name: name.text })
    return node
  }

  /** The brackets after an id, if there are any; undefined for broken ones. */
  private bracketed(id: Written): NodeWritten | 'none' | undefined {
    const { kind, start } = this.token
    if (kind === '(' || kind === '{') return this.doubled(id, kind)
    if (kind === '[|') return this.withProperties(id)
    const closings = kind in shapes ? shapesOf(kind) : undefined
    if (!closings) return 'none'
    this.advance()
    const label = this.label(start)
    if (!label) return undefined
    const shape = closings[closingOf(this.token.kind)]
    if (!shape) return this.fail('closing bracket', start)
    this.advance()
    return { start: id.start, end: this.lastEnd, id, shape, label }
  }

  private doubled(id: Written, opening: '(' | '{'): NodeWritten | undefined {
    const { start } = this.token
    const closing = opening === '(' ? ')' : '}'
    this.advance()
    const twice = this.take(opening)
    const label = this.label(start)
    if (!label) return undefined
    if (!this.take(closing) || (twice && !this.take(closing))) return this.fail('closing bracket', start)
    const shape = opening === '(' ? (twice ? 'circle' : 'round') : twice ? 'hexagon' : 'diamond'
    return { start: id.start, end: this.lastEnd, id, shape, label }
  }

  private withProperties(id: Written): NodeWritten | undefined {
    const { start } = this.token
    this.advance()
    if (!this.take('word') || !this.take(':') || !this.take('word') || !this.take('|')) {
      return this.fail('properties', start)
    }
    const label = this.label(start)
    if (!label) return undefined
    if (!this.take(']')) return this.fail('closing bracket', start)
    return { start: id.start, end: this.lastEnd, id, shape: 'rect', label }
  }

  private label(since: number): Written | undefined {
    return this.phrase('text') ?? this.fail('label', since)
  }

  /** A string or some text, then more text: quotes inside a label vanish. */
  private phrase(plain: 'text' | 'arrow text'): Written | undefined {
    const { kind, start } = this.token
    const quoted = kind === 'string' || kind === 'markdown'
    if (!quoted && kind !== plain) return undefined
    let text = ''
    let end = start
    do {
      const piece = this.slice(this.token)
      if (this.brokenText < 0 && piece.includes('\n'))
        this.brokenText = this.token.start + piece.indexOf('\n')
      text += piece
      end = this.token.end
      this.advance()
    } while (this.token.kind === plain)
    return { start, end, text, quoted }
  }

  private metadata(node: NodeWritten): void {
    if (this.token.kind !== 'metadata') return
    const { start } = this.token
    let yaml = ''
    let quoted = false
    let end = start
    while (this.token.kind === 'metadata') {
      const piece = this.slice(this.token)
      if (piece === '"') quoted = !quoted
      if (piece !== '@{') yaml += quoted ? piece.replace(/\n\s*/g, '<br/>') : piece
      end = this.token.end
      if (this.brokenText < 0 && piece.includes('\n'))
        this.brokenText = this.token.start + piece.indexOf('\n')
      this.advance()
    }
    const body = { start: start + 2, end, text: this.text.slice(start + 2, end), quoted: false }
    const span = { start, end: this.text[end] === '}' ? end + 1 : end }
    this.actions.push({ kind: 'metadata', node, span, yaml, body })
  }

  private link(): LinkWritten | undefined {
    const { start } = this.token
    const id = this.token.kind === 'arrow id' ? this.arrowId() : undefined
    const first = this.token
    if (first.kind === 'arrow start') return this.linkWithText(id, start)
    if (!this.take('arrow')) return this.fail('arrow', start)
    const operator = this.trimmed(first)
    const whole = { opening: '', closing: this.slice(operator), operator, ...(id && { id }) }
    if (this.token.kind !== '|') return { ...whole, start: operator.start, end: operator.end }
    const bar = this.token.start
    this.advance()
    const label = this.phrase('text')
    if (!label || !this.take('|')) return this.fail('arrow label', bar)
    const { lastEnd } = this
    this.skipBlanks()
    return { ...whole, start: operator.start, end: lastEnd, label }
  }

  private linkWithText(id: Written | undefined, since: number): LinkWritten | undefined {
    const operator = this.trimmed(this.token)
    this.advance()
    const label = this.phrase('arrow text')
    if (!label) return this.fail('arrow text', since)
    const last = this.token
    if (!this.take('arrow')) return this.fail('arrow text', since)
    const closing = this.trimmed(last)
    const parts = { opening: this.slice(operator), closing: this.slice(closing), operator, label }
    return { ...parts, start: operator.start, end: closing.end, ...(id && { id }) }
  }

  private arrowId(): Written {
    const { start, end } = this.token
    this.advance()
    return { start, end: end - 1, text: this.text.slice(start, end - 1), quoted: false }
  }

  private subgraph(): boolean {
    const { start } = this.token
    this.advance()
    if (!this.take('blank')) {
      this.openGroup(start, undefined, { start: this.lastEnd, end: this.lastEnd, text: '', quoted: false })
      return !!this.fail('subgraph', start)
    }
    const title = this.phraseOf(titleKinds)
    if (!title) {
      this.openGroup(start, undefined, { start: this.lastEnd, end: this.lastEnd, text: '', quoted: false })
      return !!this.fail('subgraph', start)
    }
    if (this.token.kind !== '[') {
      this.openGroup(start, title, title)
      return this.separator()
    }
    const bracket = this.token.start
    this.advance()
    const label = this.label(bracket)
    const closed = label !== undefined && this.take(']')
    this.openGroup(start, title, label ?? title)
    if (label && !closed) return !!this.fail('closing bracket', bracket)
    return closed && this.separator()
  }

  private openGroup(start: number, id: Written | undefined, title: Written): void {
    const header = { start, end: this.lastEnd }
    this.openGroups.push(header)
    this.actions.push({ kind: 'group', title, header, ...(id && { id }) })
  }

  private endOfGroup(): boolean {
    const { start } = this.token
    if (this.openGroups.length === 0) return !!this.fail('statement', start)
    this.openGroups.pop()
    this.actions.push({ kind: 'end of group', at: { start, end: start + 3 } })
    return this.done()
  }

  /** The name of a subgraph: a string, or words and keywords of any kind. */
  private phraseOf(kinds: ReadonlySet<Kind>): Written | undefined {
    const first = this.token
    if (first.kind === 'string' || first.kind === 'markdown') this.advance()
    const rest = this.run(kinds)
    if (first.kind !== 'string' && first.kind !== 'markdown') return rest
    const text = this.slice(first) + (rest?.text ?? '')
    return { start: first.start, end: rest?.end ?? first.end, text, quoted: true }
  }

  private style(): boolean {
    const { start } = this.token
    this.advance()
    const id = this.take('blank') ? this.run(idKinds) : undefined
    if (!id || !this.take('blank') || !this.styles()) return !!this.fail('style', start)
    this.actions.push({ kind: 'style', id })
    return true
  }

  private styles(): boolean {
    do {
      if (!this.run(styleKinds)) return false
    } while (this.take(','))
    return true
  }

  private linkStyle(): boolean {
    const { start } = this.token
    this.advance()
    const indexes = this.take('blank') ? this.arrowIndexes() : undefined
    if (!indexes || !this.take('blank')) return !!this.fail('style of arrow', start)
    const done = this.take('interpolate') ? this.interpolation() : this.styles()
    if (!done) return !!this.fail('style of arrow', start)
    this.actions.push({ kind: 'link style', indexes })
    return true
  }

  private arrowIndexes(): Written[] | undefined {
    if (this.take('default')) return []
    const indexes: Written[] = []
    do {
      const { start, end } = this.token
      if (!this.take('number')) return undefined
      indexes.push({ start, end, text: this.text.slice(start, end), quoted: false })
    } while (this.take(','))
    return indexes
  }

  private interpolation(): boolean {
    return this.take('blank') && this.run(nameKinds) !== undefined && (!this.take('blank') || this.styles())
  }

  private classDefinition(): boolean {
    const { start } = this.token
    this.advance()
    const named = this.take('blank') && this.run(idKinds) !== undefined
    return (named && this.take('blank') && this.styles()) || !!this.fail('class definition', start)
  }

  private classOfNodes(): boolean {
    const { start } = this.token
    this.advance()
    const ids = this.take('blank') ? this.run(idKinds) : undefined
    const name = ids && this.take('blank') ? this.run(idKinds) : undefined
    if (!ids || !name) return !!this.fail('class', start)
    this.actions.push({ kind: 'class of node', ids, name: name.text })
    return true
  }

  private click(): boolean {
    const { start, end } = this.token
    const id = { start, end, text: this.slice(this.token), quoted: false }
    this.advance()
    if (!this.clickEffect()) return !!this.fail('click', start)
    this.actions.push({ kind: 'click', id })
    return true
  }

  private clickEffect(): boolean {
    if (this.take('callback')) {
      this.take('callback arguments')
      return this.tooltip()
    }
    if (this.token.kind !== 'href' && this.token.kind !== 'string')
      return !!this.run(nameKinds) && this.tooltip()
    this.take('href')
    if (!this.take('string')) return false
    if (!this.take('blank')) return true
    if (this.take('target')) return true
    return this.take('string') && (!this.take('blank') || this.take('target'))
  }

  private tooltip(): boolean {
    return !this.take('blank') || this.take('string')
  }

  /** Tokens of these kinds, as one text. */
  private run(kinds: ReadonlySet<Kind>): Written | undefined {
    const { start } = this.token
    while (kinds.has(this.token.kind)) this.advance()
    const end = this.token.start > start ? this.lastEnd : start
    return end > start ? { start, end, text: this.text.slice(start, end), quoted: false } : undefined
  }

  private skipBlanks(): boolean {
    const { start } = this.token
    while (this.token.kind === 'blank') this.advance()
    return this.token.start > start
  }

  private take(kind: Kind): boolean {
    if (this.token.kind !== kind) return false
    this.advance()
    return true
  }

  private advance(): void {
    const { kind, end } = this.token
    this.lastEnd = end
    if (kind !== ';' && kind !== 'line end' && kind !== 'blank') this.contentEnd = end
    this.token = this.scanner.next()
  }

  private done(): true {
    this.advance()
    return true
  }

  private fail(reading: Reading, since: number): undefined {
    const { kind, start, end } = this.token
    this.failures.push({ at: { start, end }, found: kind, reading, since })
    return undefined
  }

  /** Goes to the end of the broken line; of a text that runs on to other lines, to the end of its first. */
  private recover(): void {
    const failure = this.failures[this.failures.length - 1]
    const unclosed = this.brokenText >= 0 && (this.scanner.inside || this.token.kind === 'end of diagram')
    if (unclosed && failure) {
      this.failures[this.failures.length - 1] = {
        ...failure,
        at: { start: failure.since, end: this.brokenText },
      }
      this.actions = this.actions.filter(action => startOf(action) < this.brokenText)
    }
    const feed = this.text.indexOf('\n', unclosed ? this.brokenText : this.token.start)
    this.scanner.resume(feed < 0 ? this.text.length : feed)
    this.token = this.scanner.next()
  }

  private here(): Stretch {
    return { start: this.token.start, end: this.token.start }
  }

  private trimmed({ start, end }: Stretch): Stretch {
    const text = this.text.slice(start, end)
    return {
      start: start + text.length - text.trimStart().length,
      end: end - text.length + text.trimEnd().length,
    }
  }

  private slice({ start, end }: Stretch): string {
    return this.text.slice(start, end)
  }
}

function shapesOf(kind: string): Readonly<Partial<Record<string, string>>> | undefined {
  return Object.entries(shapes).find(([opening]) => opening === kind)?.[1]
}

function closingOf(kind: Kind): string {
  return kind
}

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
