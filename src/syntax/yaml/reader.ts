// YAML as Mermaid's own reader has it (js-yaml with the JSON schema), with the place of every piece. Never fails:
// the first fault is kept, and reading goes on behind it. A text has a fault exactly where that reader refuses it.

import type { Span } from '../../text/span'
import type { Scalar } from '../tree'
import { readBlockList, readBlockMapping } from './block'
import { readBlockScalar } from './block-scalar'
import type { Composer, Demand, YamlNode } from './composer'
import { topValue } from './composer'
import { type Fault, YamlCursor, type YamlPlace } from './cursor'
import { readFlowCollection } from './flow'
import { readPlain } from './plain'
import { readDirectives, readName, readTag, tagged } from './properties'
import { readQuoted } from './quoted'
import { scalarOf } from './scalars'
import { complainOfStart } from './syntax-errors'
import type { ScalarValue, Value } from './value'

export interface Document {
  /** Undefined for an empty text. */
  readonly value?: Value
  readonly fault?: Fault
}

/** Reads a text that holds one document; `spanOf` leads from its offsets to those of the answer. */
export function readYaml(text: string, spanOf: (span: Span) => Span = span => span): Document {
  return new Reader(text, spanOf).read()
}

interface PropertiesFound extends Properties {
  /** Does the value stand on a line of its own? */
  readonly newLine: boolean
  /** Is something before it on its line? */
  readonly sameLine: boolean
}

interface Properties {
  readonly tag?: string | undefined
  readonly anchor?: string | undefined
}

/** Deeper nesting is refused. */
const deepest = 100

class Reader implements Composer {
  readonly cursor: YamlCursor
  readonly open: string[] = []
  private readonly anchors = new Map<string, Value>()
  private prefixes: ReadonlyMap<string, string> = new Map()
  private depth = 0

  constructor(
    private readonly source: string,
    private readonly spanOf: (span: Span) => Span,
  ) {
    this.cursor = new YamlCursor(source)
  }

  read(): Document {
    const { cursor } = this
    let value: Value | undefined
    while (cursor.at < cursor.text.length - 2) {
      if (value) cursor.complain('Only one document can stand here; delete this one')
      const document = this.document()
      value ??= document
      if (cursor.fault) break
    }
    const { fault } = cursor
    return {
      ...(value && { value }),
      ...(fault && { fault: { ...fault, span: this.visible(fault.span) } }),
    }
  }

  private document(): Value {
    const { cursor } = this
    const prefixes = readDirectives(cursor)
    this.prefixes = prefixes ?? new Map()
    this.anchors.clear()
    if (cursor.indent === 0 && cursor.text.startsWith('---', cursor.at)) {
      cursor.at += 3
      cursor.skipSpace()
    } else if (prefixes)
      cursor.complain('A line cannot start with `%` here; put it in quotes', cursor.text.indexOf('%'))
    const value = this.compose(cursor.indent - 1, topValue)?.value ?? this.scalar(null, cursor.at, cursor.at)
    cursor.skipSpace()
    if (cursor.atDivider()) {
      if (cursor.char !== '.') return value
      cursor.at += 3
      cursor.skipSpace()
    } else if (!cursor.atEnd) complainOfStart(cursor, 'Write `key: value` here, with a space after the colon')
    return value
  }

  /** Reads the value that begins here, with what may stand before it; undefined if there is none. */
  compose(parentIndent: number, demand: Demand): YamlNode | undefined {
    if (this.depth >= deepest) {
      this.cursor.complain('This is nested too deep')
      this.cursor.stop()
      return undefined
    }
    this.depth++
    const node = this.composed(parentIndent, demand)
    this.depth--
    return node
  }

  private composed(parentIndent: number, { context, seeks, compact }: Demand): YamlNode | undefined {
    const { cursor } = this
    const isBlock = context === 'block in' || context === 'block out'
    const onNewLine = seeks && cursor.skipSpace() > 0
    const before = cursor.place()
    const isDeep = () => cursor.indent > parentIndent
    const bare = { newLine: onNewLine, sameLine: false }
    const found: PropertiesFound = onNewLine && !isDeep() ? bare : this.properties(onNewLine)
    const mayBlock = isBlock && !found.sameLine && (found.newLine || compact)
    const flowIndent = isBlock ? parentIndent + 1 : parentIndent
    if (found.newLine && !isDeep()) {
      const isBeside = mayBlock && context === 'block out' && cursor.indent === parentIndent
      if (isBeside) this.announceList(found.anchor)
      const list = isBeside ? readBlockList(this, this.column) : undefined
      // Mermaid's reader forgets the anchor of nothing that is tagged `!`.
      return this.finish(list, list || found.tag !== '!' ? found : { tag: '!' }, before.at)
    }
    this.announce(found.anchor, mayBlock)
    const collection = (mayBlock ? this.block(flowIndent) : undefined) ?? readFlowCollection(this, flowIndent)
    if (collection) return this.finish(collection, found, before.at)
    const mapping = found.sameLine && isBlock ? this.mappingFrom(before, flowIndent) : undefined
    if (mapping) return mapping
    // Looking for a key, Mermaid's reader forgets the properties on the line above a block scalar.
    const properties = mayBlock && cursor.firstTab < 0 && !cursor.atEnd ? {} : found
    const scalar = (isBlock ? this.blockScalar(flowIndent) : undefined) ?? this.quoted()
    const rest = scalar ?? this.alias(found) ?? this.plain(flowIndent, context === 'flow in')
    return this.finish(rest, properties, before.at)
  }

  /** Reads tags and anchors. The second of a kind on a line of its own belongs to a key below. */
  private properties(onNewLine: boolean): PropertiesFound {
    const { cursor } = this
    let newLine = onNewLine
    let sameLine = false
    let tag: string | undefined
    let anchor: string | undefined
    for (;;) {
      const { char, at } = cursor
      if (char !== '!' && char !== '&') break
      const isSecond = (char === '!' ? tag : anchor) !== undefined
      if (isSecond && newLine) break
      if (isSecond) cursor.complain(`A value starts with at most one \`${char}\`; delete this one`, at)
      if (char === '!') tag = readTag(cursor, this.prefixes)
      else anchor = readName(cursor)
      cursor.close()
      sameLine = cursor.skipSpace() === 0
      newLine ||= !sameLine
    }
    return { tag, anchor, newLine, sameLine }
  }

  /** An anchor is known from the beginning of its collection; what stands for it there has no content. */
  private announce(anchor: string | undefined, mayBlock: boolean): void {
    const { char, at, firstTab, atEnd } = this.cursor
    const begins = char === '[' || char === '{' || (mayBlock && firstTab < 0 && !atEnd)
    if (anchor === undefined || !begins) return
    if (char === '[' || char === '-') this.announceList(anchor)
    else this.anchors.set(anchor, { kind: 'mapping', entries: [], span: this.span(at, at) })
  }

  private announceList(anchor: string | undefined): void {
    const { at } = this.cursor
    if (anchor !== undefined) this.anchors.set(anchor, { kind: 'list', items: [], span: this.span(at, at) })
  }

  /** The value with its tag applied and its anchor remembered. */
  private finish(
    content: YamlNode | undefined,
    { tag, anchor }: Properties,
    start: number,
  ): YamlNode | undefined {
    if (tag === undefined && anchor === undefined) return content
    const nothing = this.scalar(null, start)
    const plain = content?.plain
    const raw: Value | undefined =
      plain === undefined || !content
        ? content?.value
        : { ...nothing, value: plain, span: content.value.span }
    const value = tag === undefined ? (content?.value ?? nothing) : tagged(tag, raw, nothing)
    if (!value) this.cursor.complain('Mermaid cannot read this value with its `!` tag; delete the tag', start)
    if (anchor !== undefined) this.anchors.set(anchor, value ?? nothing)
    return { value: value ?? raw ?? nothing }
  }

  /** Properties on the line of a key belong to the key, if there is a mapping. */
  private mappingFrom(before: YamlPlace, flowIndent: number): YamlNode | undefined {
    const { cursor } = this
    if (cursor.char === '|' || cursor.char === '>') return undefined
    const here = cursor.place()
    cursor.restore(before)
    const node = readBlockMapping(this, this.column, flowIndent)
    if (node?.value.kind === 'mapping' && node.plain === undefined) return node
    cursor.restore(here)
    return undefined
  }

  private block(flowIndent: number): YamlNode | undefined {
    const { column } = this
    return readBlockList(this, column) ?? readBlockMapping(this, column, flowIndent)
  }

  private blockScalar(indent: number): YamlNode | undefined {
    const start = this.cursor.at
    return this.textNode(readBlockScalar(this.cursor, indent), start)
  }

  private quoted(): YamlNode | undefined {
    const start = this.cursor.at
    return this.textNode(readQuoted(this.cursor), start)
  }

  private textNode(text: string | undefined, start: number): YamlNode | undefined {
    return text === undefined ? undefined : { value: this.scalar(text, start) }
  }

  private plain(indent: number, inFlow: boolean): YamlNode | undefined {
    const start = this.cursor.at
    const plain = readPlain(this.cursor, indent, inFlow)
    return plain === undefined ? undefined : { plain, value: this.scalar(scalarOf(plain), start) }
  }

  private alias({ tag, anchor }: Properties): YamlNode | undefined {
    const { cursor } = this
    const start = cursor.at
    if (cursor.char !== '*') return undefined
    if (tag !== undefined || anchor !== undefined)
      cursor.complain('An alias has no tag and no anchor of its own; delete them', start)
    const name = readName(cursor)
    cursor.close()
    const value = this.anchors.get(name)
    if (!value)
      cursor.complain(`Nothing above is named \`&${name}\`; if the \`*\` is meant, write quotes`, start)
    const node = value ? { ...value, span: this.span(start) } : this.scalar(null, start)
    cursor.skipSpace()
    return { value: node }
  }

  /** A stretch of the text; without an end, up to what was read last. */
  span(start: number, end = this.cursor.lastEnd): Span {
    const until = Math.min(end, this.source.length)
    return this.spanOf({ start: Math.min(start, until), end: until })
  }

  /** Something that can be underlined. */
  private visible({ start, end }: Span): Span {
    const at = this.span(start, end)
    return at.end > at.start ? at : { start: at.start, end: at.start + 1 }
  }

  scalar(value: Scalar, start: number, end?: number): ScalarValue {
    return { kind: 'scalar', value, span: this.span(start, end) }
  }

  private get column(): number {
    return this.cursor.at - this.cursor.lineStart
  }
}
