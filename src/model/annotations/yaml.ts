// The YAML that settings need – nested mappings, lists and scalars, block or flow – with the span of each piece.
// Tolerant, linear, no anchors or block scalars: loading a full parser costs more than the whole start-up budget allows.

import type { Scalar } from '../../syntax/tree'
import { scalarOf } from '../../syntax/yaml'
import { type Span, span } from '../../text/span'

/** A value with its place; lists and mappings hold further values. */
export type Value =
  | { readonly kind: 'scalar'; readonly value: Scalar; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly span: Span }
  | { readonly kind: 'mapping'; readonly entries: readonly Entry[]; readonly span: Span }

export interface Entry {
  readonly key: string
  readonly keySpan: Span
  readonly value: Value
}

/** Deeper nesting is not read. */
const deepest = 16

/** Reads a flow value such as `{ a: 1, b: [x, y] }` that starts at an offset. */
export function readFlow(text: string, offset: number): Value {
  return flowValue({ text, at: offset, depth: 0 }, 'block')
}

/** Reads the value of one key of a block mapping at the top of a text: the rest of its line, or what is indented below it. */
export function readTopLevel(text: string, key: string): Value | undefined {
  const lines = linesIn(text)
  const index = lines.findIndex(({ indent, start }) => indent === 0 && text.startsWith(`${key}:`, start))
  const line = lines[index]
  if (!line) return undefined
  const entry = entryAt({ text, lines, next: index, depth: 0 }, line)
  return entry?.value
}

/** The same value, its places moved on by so many units. */
export function moved(value: Value, by: number): Value {
  const at = ({ start, end }: Span) => span(start + by, end + by)
  if (value.kind === 'list')
    return { ...value, items: value.items.map(item => moved(item, by)), span: at(value.span) }
  if (value.kind === 'scalar') return { ...value, span: at(value.span) }
  const entries = value.entries.map(({ key, keySpan, value }) => ({
    key,
    keySpan: at(keySpan),
    value: moved(value, by),
  }))
  return { ...value, entries, span: at(value.span) }
}

/** A plain JavaScript value, as JSON gives it, in the same form; it has no places. */
export function fromJson(json: unknown, depth = 0): Value {
  const nowhere = span(0, 0)
  if (depth > deepest) return { kind: 'scalar', value: null, span: nowhere }
  if (Array.isArray(json)) {
    return { kind: 'list', items: json.map(item => fromJson(item, depth + 1)), span: nowhere }
  }
  if (typeof json === 'object' && json !== null) {
    const entries = Object.entries(json).map(([key, value]) => ({
      key,
      keySpan: nowhere,
      value: fromJson(value, depth + 1),
    }))
    return { kind: 'mapping', entries, span: nowhere }
  }
  const scalar =
    typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? json : null
  return { kind: 'scalar', value: scalar, span: nowhere }
}

interface Line {
  readonly start: number
  readonly end: number
  readonly indent: number
}

/** Lines that hold something, with the start of what they hold. */
function linesIn(text: string): Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const indent = match[0].length - match[0].trimStart().length
    const content = match[0].slice(indent)
    if (content === '' || content.startsWith('#')) continue
    lines.push({ start: match.index + indent, end: match.index + match[0].trimEnd().length, indent })
  }
  return lines
}

interface Block {
  readonly text: string
  readonly lines: readonly Line[]
  next: number
  readonly depth: number
}

/** The block whose first line is the next, as long as its lines are indented alike. */
function blockValue(block: Block, indent: number): Value {
  const first = block.lines[block.next]
  const start = first?.start ?? block.text.length
  if (!first || block.depth > deepest) return { kind: 'scalar', value: null, span: span(start, start) }
  return block.text.startsWith('- ', start) ? blockList(block, indent) : blockMapping(block, indent)
}

function blockMapping(block: Block, indent: number): Value {
  const entries: Entry[] = []
  const start = block.lines[block.next]?.start ?? 0
  let end = start
  for (let line = block.lines[block.next]; line && line.indent >= indent; line = block.lines[block.next]) {
    const entry = line.indent === indent ? entryAt(block, line) : undefined
    if (!entry) block.next++
    else {
      entries.push(entry)
      end = Math.max(entry.value.span.end, entry.keySpan.end)
    }
  }
  return { kind: 'mapping', entries, span: span(start, end) }
}

function blockList(block: Block, indent: number): Value {
  const items: Value[] = []
  const start = block.lines[block.next]?.start ?? 0
  let end = start
  for (let line = block.lines[block.next]; line && line.indent >= indent; line = block.lines[block.next]) {
    if (line.indent === indent && !block.text.startsWith('- ', line.start)) break
    const item = flowValue({ text: block.text, at: line.start + 1, depth: block.depth + 1 }, 'block')
    items.push(item)
    end = item.span.end
    skipTo(block, end)
  }
  return { kind: 'list', items, span: span(start, end) }
}

/** `key: value` on a line; the value may stand on the lines below, indented. */
function entryAt(block: Block, line: Line): Entry | undefined {
  const { text } = block
  const key = keyAt(text, line)
  if (!key) return undefined
  block.next++
  const rest = text.slice(key.after, line.end).trim()
  if (rest !== '' && !rest.startsWith('#')) {
    const value = flowValue({ text, at: key.after, depth: block.depth + 1 }, 'block')
    skipTo(block, value.span.end)
    return { ...key, value }
  }
  const below = block.lines[block.next]
  const isBelow =
    below &&
    (below.indent > line.indent || (below.indent === line.indent && text.startsWith('- ', below.start)))
  if (!isBelow) return { ...key, value: { kind: 'scalar', value: null, span: span(key.after, key.after) } }
  const nested = { ...block, depth: block.depth + 1 }
  const value = blockValue(nested, below.indent)
  block.next = nested.next
  return { ...key, value }
}

function keyAt(
  text: string,
  { start, end }: Line,
): { key: string; keySpan: Span; after: number } | undefined {
  const line = text.slice(start, end)
  const quote = /^["']/.exec(line)?.[0]
  const close = quote === undefined ? 0 : line.indexOf(quote, 1)
  const colon = close < 0 ? -1 : line.indexOf(':', close)
  if (colon < 0) return undefined
  const keySpan = quote === undefined ? span(start, start + colon) : span(start + 1, start + close)
  return { key: text.slice(keySpan.start, keySpan.end).trim(), keySpan, after: start + colon + 1 }
}

/** Leaves the lines behind that a value has used up. */
function skipTo(block: Block, offset: number): void {
  while ((block.lines[block.next]?.start ?? Number.POSITIVE_INFINITY) < offset) block.next++
}

interface Cursor {
  readonly text: string
  at: number
  depth: number
}

/** What ends an unquoted scalar: the line, or a flow's punctuation, or also the colon behind a key. */
type Place = 'block' | 'flow' | 'key'

function flowValue(cursor: Cursor, place: Place): Value {
  skipBlanks(cursor)
  const open = cursor.text[cursor.at]
  if (cursor.depth <= deepest && open === '{') return flowMapping(cursor)
  if (cursor.depth <= deepest && open === '[') return flowList(cursor)
  return scalarAt(cursor, place)
}

function flowMapping(cursor: Cursor): Value {
  const start = cursor.at++
  const entries: Entry[] = []
  while (moreBefore(cursor, '}')) {
    const name = scalarAt(cursor, 'key')
    skipBlanks(cursor)
    const { text, at } = cursor
    const value: Value =
      text[at] === ':' ? valueAfterColon(cursor) : { kind: 'scalar', value: null, span: span(at, at) }
    entries.push({ key: String(name.value), keySpan: name.span, value })
    skipComma(cursor, '}')
  }
  return { kind: 'mapping', entries, span: span(start, cursor.at) }
}

function flowList(cursor: Cursor): Value {
  const start = cursor.at++
  const items: Value[] = []
  while (moreBefore(cursor, ']')) {
    items.push(nestedValue(cursor))
    skipComma(cursor, ']')
  }
  return { kind: 'list', items, span: span(start, cursor.at) }
}

/** Whether a flow collection goes on; its closing bracket is consumed. */
function moreBefore(cursor: Cursor, close: string): boolean {
  skipBlanks(cursor)
  if (cursor.at >= cursor.text.length) return false
  if (cursor.text[cursor.at] !== close) return true
  cursor.at++
  return false
}

function valueAfterColon(cursor: Cursor): Value {
  cursor.at++
  skipBlanks(cursor)
  const { text, at } = cursor
  return /[,}\]]/.test(text[at] ?? ',')
    ? { kind: 'scalar', value: null, span: span(at, at) }
    : nestedValue(cursor)
}

function nestedValue(cursor: Cursor): Value {
  cursor.depth++
  const value = flowValue(cursor, 'flow')
  cursor.depth--
  return value
}

/** Goes past the next comma or stands at the closing bracket; whatever could not be read before it is skipped. */
function skipComma(cursor: Cursor, close: string): void {
  const { text } = cursor
  while (cursor.at < text.length && text[cursor.at] !== ',' && text[cursor.at] !== close) cursor.at++
  if (text[cursor.at] === ',') cursor.at++
}

type ScalarValue = Extract<Value, { kind: 'scalar' }>

function scalarAt(cursor: Cursor, place: Place): ScalarValue {
  const open = cursor.text[cursor.at]
  return open === '"' || open === "'" ? quotedScalar(cursor, open) : plainScalar(cursor, place)
}

function quotedScalar(cursor: Cursor, quote: string): ScalarValue {
  const start = ++cursor.at
  const { text } = cursor
  while (cursor.at < text.length && text[cursor.at] !== quote)
    cursor.at += text[cursor.at] === '\\' && quote === '"' ? 2 : 1
  const end = Math.min(cursor.at, text.length)
  cursor.at = Math.min(end + 1, text.length)
  return { kind: 'scalar', value: text.slice(start, end).replace(/\\(.)/g, '$1'), span: span(start, end) }
}

function plainScalar(cursor: Cursor, place: Place): ScalarValue {
  const { text, at: start } = cursor
  while (cursor.at < text.length && !endsScalar(text, cursor.at, place)) cursor.at++
  const written = text.slice(start, cursor.at).trimEnd()
  return { kind: 'scalar', value: scalarOf(written), span: span(start, start + written.length) }
}

function endsScalar(text: string, at: number, place: Place): boolean {
  const letter = text[at] ?? ''
  if (letter === '\n' || letter === '\r') return true
  if (letter === '#') return /\s/.test(text[at - 1] ?? '')
  if (place === 'block') return false
  if (/[,{}[\]]/.test(letter)) return true
  return place === 'key' && letter === ':' && /^(?:[\s,{}[\]"]|$)/.test(text[at + 1] ?? '')
}

function skipBlanks(cursor: Cursor): void {
  const { text } = cursor
  for (;;) {
    while (/\s/.test(text[cursor.at] ?? '')) cursor.at++
    if (text[cursor.at] !== '#' || !/\s/.test(text[cursor.at - 1] ?? ' ')) return
    while (cursor.at < text.length && text[cursor.at] !== '\n') cursor.at++
  }
}
