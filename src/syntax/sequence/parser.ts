// Sequence diagram tokens into events, as Mermaid's grammar has it; a broken line is noted and left at its end.

import { LineParser } from '../line-parser'
import type { FragmentKind } from '../tree'
import type { ParseFailure, Stretch, Written } from '../written-text'
import type { Construct, Event, Properties } from './events'
import { Scanner, type TokenKind } from './scanner'

export interface Parsed {
  readonly header: Stretch
  readonly events: readonly Event[]
  readonly failures: readonly ParseFailure<TokenKind, Construct>[]
}

export function parseSequence(text: string): Parsed {
  return new Parser(text, new Scanner(text)).parse()
}

const fragments: ReadonlyMap<TokenKind, FragmentKind> = new Map<TokenKind, FragmentKind>([
  ['loop', 'loop'],
  ['rect', 'rect'],
  ['opt', 'opt'],
  ['alt', 'alt'],
  ['par', 'par'],
  ['par_over', 'par'],
  ['critical', 'critical'],
  ['break', 'break'],
])

/** Which fragment each keyword divides. */
const dividers: ReadonlyMap<TokenKind, FragmentKind> = new Map<TokenKind, FragmentKind>([
  ['else', 'alt'],
  ['and', 'par'],
  ['option', 'critical'],
])

interface Block extends Stretch {
  readonly fragment: FragmentKind | 'box'
}

class Parser extends LineParser<TokenKind, Construct, Scanner> {
  private readonly events: Event[] = []
  private readonly blocks: Block[] = []

  parse(): Parsed {
    while (this.token.kind === 'line end' && this.token.end < this.text.length) this.advance()
    const header = { start: this.token.start, end: this.token.end }
    if (!this.take('sequenceDiagram')) {
      this.fail('header', header.start)
      this.recover()
    }
    while (this.token.kind !== 'end of diagram') this.line()
    for (const block of this.blocks.reverse()) {
      this.failures.push({
        at: { start: block.start, end: block.end },
        found: 'end of diagram',
        reading: 'end',
        since: block.start,
      })
      const kind = block.fragment === 'box' ? 'end of box' : 'end of fragment'
      this.events.push({ kind, start: this.token.start, end: this.token.start })
    }
    return { header, events: this.events, failures: this.failures }
  }

  private line(): void {
    const { kind } = this.token
    const inBox = this.blocks[this.blocks.length - 1]?.fragment === 'box'
    if (kind === 'line end' || (kind === 'unreadable' && !inBox)) {
      this.advance()
      return
    }
    const allowed =
      !inBox || kind === 'participant' || kind === 'actor' || kind === 'destroy' || kind === 'end'
    if (!allowed) this.fail('box', this.token.start)
    if (!this.statement() || (!allowed && kind === 'unreadable')) this.recover()
  }

  private statement(): boolean {
    const { kind, start } = this.token
    if (fragments.has(kind) || kind === 'box') return this.block()
    if (dividers.has(kind)) return this.section()
    switch (kind) {
      case 'participant':
      case 'actor':
      case 'destroy':
        return this.declaration(start, false)
      case 'create':
        return this.creation()
      case 'activate':
      case 'deactivate':
        return this.activation(kind)
      case 'note':
        return this.note()
      case 'links':
      case 'link':
      case 'properties':
      case 'details':
        return this.extras()
      case 'autonumber':
        return this.autonumber()
      case 'title':
        this.events.push({ kind: 'title', text: this.slice(this.token), start, end: this.token.end })
        return this.done()
      case 'accessible text':
        this.events.push({ kind: 'other', start, end: this.token.end })
        return this.done()
      case 'end':
        return this.end()
      case 'name':
        return this.message()
      default:
        return this.fail('statement', start)
    }
  }

  private block(): boolean {
    const { kind, start } = this.token
    this.advance()
    const label = this.rest()
    const end = Math.max(this.lastEnd, start)
    const fragment = fragments.get(kind)
    this.blocks.push({ fragment: fragment ?? 'box', start, end: label.end })
    if (fragment)
      this.events.push({ kind: 'fragment', fragment, overlapping: kind === 'par_over', label, start, end })
    else this.events.push({ kind: 'box', label, start, end })
    return true
  }

  private section(): boolean {
    const { kind, start } = this.token
    const inside = this.blocks[this.blocks.length - 1]?.fragment
    if (inside !== dividers.get(kind)) return this.fail('section', start)
    this.advance()
    const label = this.rest()
    this.events.push({ kind: 'section', label, start, end: label.end })
    return true
  }

  private end(): boolean {
    const { start, end } = this.token
    const block = this.blocks.pop()
    if (!block) return this.fail('statement', start)
    this.events.push({ kind: block.fragment === 'box' ? 'end of box' : 'end of fragment', start, end })
    return this.done()
  }

  private creation(): boolean {
    const { start } = this.token
    this.advance()
    const { kind } = this.token
    const declares = kind === 'participant' || kind === 'actor' || kind === 'destroy'
    return declares ? this.declaration(start, true) : this.fail('participant', start)
  }

  private declaration(start: number, created: boolean): boolean {
    const { kind } = this.token
    this.advance()
    const id = this.name()
    if (!id) return this.fail('participant', start)
    if (kind === 'destroy' && !created) {
      this.events.push({ kind: 'destroy', id, start, end: id.end })
      return this.lineEnd(start)
    }
    const properties = this.properties()
    const alias = this.take('as') ? this.rest() : undefined
    const end = alias?.end ?? Math.max(id.end, properties ? this.lastEnd : 0)
    const type = kind === 'actor' ? 'actor' : 'participant'
    this.events.push({
      kind: 'participant',
      type,
      id,
      ...(alias && { alias }),
      ...(properties && { properties }),
      created,
      start,
      end,
    })
    return this.lineEnd(start)
  }

  private properties(): Properties | undefined {
    const { kind, start, end } = this.token
    if (kind === 'open properties') {
      this.fail('closing brace', start)
      this.advance()
      return { ...this.written({ start: start + 2, end }), closed: false }
    }
    if (kind !== 'properties start') return undefined
    this.advance()
    const body = { ...this.written(this.token), closed: true }
    if (!this.take('properties') || !this.take('properties end')) {
      this.fail('properties', start)
      return undefined
    }
    return body
  }

  private activation(kind: 'activate' | 'deactivate'): boolean {
    const { start } = this.token
    this.advance()
    const id = this.name()
    if (!id) return this.fail('participant', start)
    this.events.push({ kind, id, start, end: id.end })
    return this.lineEnd(start)
  }

  private note(): boolean {
    const { start } = this.token
    this.advance()
    const wide = this.take('over')
    if (!wide && !this.take('left of') && !this.take('right of')) return this.fail('note', start)
    const first = this.name()
    if (!first) return this.fail('participant', start)
    const second = wide && this.take(',') ? this.name() : first
    if (!second) return this.fail('participant', start)
    const label = this.label()
    if (!label) return this.fail('note text', start)
    const over = second === first ? [first] : [first, second]
    this.events.push({ kind: 'note', over, label, start, end: label.end })
    return this.lineEnd(start)
  }

  private extras(): boolean {
    const { start } = this.token
    this.advance()
    const id = this.name()
    const label = id && this.label()
    if (!id || !label) return this.fail('message text', start)
    this.events.push({ kind: 'extras', id, start, end: label.end })
    return this.lineEnd(start)
  }

  private autonumber(): boolean {
    const { start, end } = this.token
    this.advance()
    if (!this.take('off') && this.take('number')) this.take('number')
    this.events.push({ kind: 'other', start, end })
    return this.lineEnd(start)
  }

  private message(): boolean {
    const { start } = this.token
    const from = this.name()
    if (!from) return this.fail('statement', start)
    const centralFrom = this.take('()')
    const operator = this.written(this.token)
    if (!this.take('arrow')) return this.fail('arrow', start)
    const activates = !centralFrom && this.take('+')
    const deactivates = !centralFrom && !activates && this.take('-')
    if (!activates && !deactivates) this.take('()')
    const to = this.name()
    if (!to) return this.fail('receiver', start)
    const label = this.label()
    const end = (label ?? to).end
    const none = { start: to.end, end: to.end, text: '' }
    this.events.push({
      kind: 'message',
      from,
      to,
      operator,
      label: label ?? none,
      activates,
      deactivates,
      start,
      end,
    })
    return label ? this.lineEnd(start) : this.fail('message text', start)
  }

  private lineEnd(since: number): boolean {
    return this.take('line end') || this.fail('end of line', since)
  }

  private name(): Written | undefined {
    if (this.token.kind !== 'name') return undefined
    const name = this.written(this.token)
    this.advance()
    return name
  }

  /** What follows the colon of a message or note, without `wrap:`. */
  private label(): Written | undefined {
    if (this.token.kind !== 'text') return undefined
    const { start, end } = this.token
    this.advance()
    return unwrapped(this.written({ start: start + 1, end }))
  }

  private rest(): Written {
    const { kind, start } = this.token
    if (kind !== 'rest of line') return { start, end: start, text: '' }
    const rest = unwrapped(this.written(this.token))
    this.advance()
    return rest
  }

  /** A stretch without the blanks around it. */
  private written({ start, end }: Stretch): Written {
    const raw = this.text.slice(start, end)
    const text = raw.trim()
    const from = start + (text === '' ? 0 : raw.length - raw.trimStart().length)
    return { start: from, end: from + text.length, text }
  }

  private done(): true {
    this.advance()
    return true
  }
}

/** Mermaid reads `wrap:` and `nowrap:` before a text as a setting. */
function unwrapped(written: Written): Written {
  const prefix = /^:?(?:no)?wrap:\s*/.exec(written.text)?.[0].length ?? 0
  if (prefix === 0) return written
  return { start: written.start + prefix, end: written.end, text: written.text.slice(prefix) }
}
