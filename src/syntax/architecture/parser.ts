// Architecture tokens into statements, as Mermaid's grammar has it; a broken line is noted and left at its end.

import { LineParser } from '../line-parser'
import type { ParseFailure, Stretch, Written } from '../written-text'
import { Scanner, type TokenKind } from './scanner'

export interface Element extends Stretch {
  readonly kind: 'group' | 'service' | 'junction'
  readonly id: Written
  readonly icon?: Written
  readonly iconText?: Written
  readonly title?: Written
  readonly parent?: Written
}

export interface Edge extends Stretch {
  readonly kind: 'edge'
  readonly from: Written
  readonly to: Written
  /** `{group}` after the id: the edge starts or ends at the border of its group. */
  readonly fromGroup: boolean
  readonly toGroup: boolean
  readonly tail: boolean
  readonly head: boolean
  /** From the first port to the last. */
  readonly operator: Stretch
  readonly title?: Written
}

export interface Alignment extends Stretch {
  readonly kind: 'align'
  readonly members: readonly Written[]
}

export type Statement =
  | Element
  | Edge
  | Alignment
  | (Stretch & { readonly kind: 'title'; readonly text: string })

export type Construct =
  | 'header'
  | 'statement'
  | 'id'
  | 'parent'
  | 'end of line'
  | 'port'
  | 'side'
  | 'arrow'
  | 'align'

export interface Parsed {
  readonly header: Stretch
  readonly statements: readonly Statement[]
  readonly failures: readonly ParseFailure<TokenKind, Construct>[]
}

export function parseArchitecture(text: string): Parsed {
  return new Parser(text, new Scanner(text)).parse()
}

class Parser extends LineParser<TokenKind, Construct, Scanner> {
  private readonly statements: Statement[] = []

  parse(): Parsed {
    while (this.token.kind === 'line end') this.advance()
    const header = { start: this.token.start, end: this.token.end }
    if (!this.keyword('architecture-beta')) {
      this.fail('header', header.start)
      this.recover()
    }
    while (this.token.kind !== 'end of diagram') {
      if (!this.take('line end') && !(this.statement() && this.end())) this.recover()
    }
    return { header, statements: this.statements, failures: this.failures }
  }

  private statement(): boolean {
    const { kind, start, end } = this.token
    if (kind === 'title' || kind === 'accessible text') {
      this.statements.push({
        kind: 'title',
        text: kind === 'title' ? this.slice(this.token) : '',
        start,
        end,
      })
      this.advance()
      return true
    }
    if (kind === 'id') return this.edge()
    if (this.keyword('group')) return this.element('group', start)
    if (this.keyword('service')) return this.element('service', start)
    if (this.keyword('junction')) return this.element('junction', start)
    if (this.keyword('align')) return this.alignment(start)
    return this.fail('statement', start)
  }

  private element(kind: Element['kind'], start: number): boolean {
    const id = this.word('id')
    if (!id) return this.fail('id', start)
    const iconText = kind === 'service' ? this.word('string') : undefined
    const icon = kind === 'junction' || iconText ? undefined : this.word('icon')
    const title = kind === 'junction' ? undefined : this.word('label')
    const inside = this.keyword('in')
    const parent = inside ? this.word('id') : undefined
    this.statements.push({
      kind,
      id,
      ...(iconText && { iconText }),
      ...(icon && { icon }),
      ...(title && { title }),
      ...(parent && { parent }),
      start,
      end: this.lastEnd,
    })
    return !inside || !!parent || this.fail('parent', start)
  }

  private edge(): boolean {
    const { start } = this.token
    const from = this.word('id')
    if (!from) return this.fail('id', start)
    const fromGroup = this.take('{group}')
    const first = this.token.start
    if (!this.take(':')) return this.fail('port', start)
    if (!this.take('side')) return this.fail('side', start)
    const tail = this.take('head')
    const title = this.line()
    if (title === undefined) return this.fail('arrow', start)
    const head = this.take('head')
    if (!this.take('side')) return this.fail('side', start)
    const last = this.token.end
    if (!this.take(':')) return this.fail('port', start)
    const to = this.word('id')
    if (!to) return this.fail('id', start)
    const toGroup = this.take('{group}')
    const marks = { fromGroup, toGroup, tail, head, operator: { start: first, end: last } }
    const label = title === 'none' ? {} : { title }
    this.statements.push({ kind: 'edge', from, to, ...marks, ...label, start, end: this.lastEnd })
    return true
  }

  /** `--`, or `-[title]-`. */
  private line(): Written | 'none' | undefined {
    if (this.take('--')) return 'none'
    if (!this.take('-')) return undefined
    const title = this.word('label')
    return title && this.take('-') ? title : undefined
  }

  private alignment(start: number): boolean {
    if (!this.keyword('row') && !this.keyword('column')) return this.fail('align', start)
    const members: Written[] = []
    for (let next = this.word('id'); next; next = this.word('id')) members.push(next)
    if (members.length < 2) return this.fail('align', start)
    this.statements.push({ kind: 'align', members, start, end: this.lastEnd })
    return true
  }

  private end(): boolean {
    const { kind, start } = this.token
    return kind === 'end of diagram' || this.take('line end') || this.fail('end of line', start)
  }

  private keyword(name: string): boolean {
    return this.token.kind === 'keyword' && this.slice(this.token) === name && this.take('keyword')
  }

  private word(kind: TokenKind): Written | undefined {
    const { start, end } = this.token
    if (!this.take(kind)) return undefined
    return { start, end, text: this.text.slice(start, end) }
  }
}
