// Where the parts of a broken line probably end, so that the rest of it can still be read.

import { span } from '../../text/span'
import { lineEnd } from '../problems'
import type { Stretch } from '../written-text'
import { type Cursor, idKinds } from './cursor'
import type { LinkWritten, NodeWritten, QuotableText } from './statements'

/** A node whose label is broken, up to the bracket that closes it on the same line. */
export function repairedNode(cursor: Cursor, id: QuotableText): NodeWritten | undefined {
  const failure = cursor.failures[cursor.failures.length - 1]
  if (!failure || (failure.reading !== 'label' && failure.reading !== 'closing bracket')) return undefined
  const opening = openingAt(cursor.text, failure.since)
  if (opening === '>' && id.text.endsWith('-')) return withoutDash(cursor, id)
  const inside = bracketed(cursor.text, failure.since, opening)
  if (!inside) return undefined
  const label = { ...inside, text: cursor.slice(inside).replace(/"/g, '').trim(), quoted: false }
  const end = inside.end + (closings[opening]?.length ?? 1)
  cursor.resume(end)
  return { start: id.start, end, id, label, shape: shapes[opening] ?? 'square' }
}

/** `A->B`: the dash belongs to what was meant as an arrow. */
function withoutDash(cursor: Cursor, id: QuotableText): NodeWritten {
  cursor.failures.pop()
  const end = id.end - 1
  cursor.resume(end)
  return { start: id.start, end, id: { start: id.start, end, text: id.text.slice(0, -1), quoted: false } }
}

/** `end --> b`, `end[Done]`, of which `end` was just read: a node was meant, whatever Mermaid reads. */
export function meansNode(text: string, end: number): boolean {
  const from = text.slice(0, end).trimEnd().length
  return /^(?:[[({]|[ \t]*(?:<?--|<?==|-\.))/.test(text.slice(from, from + 40))
}

/** An arrow's label between bars, whatever it holds. */
export function repairedArrowLabel(cursor: Cursor, bar: number): QuotableText | undefined {
  const close = cursor.text.indexOf('|', bar + 1)
  if (close < 0 || close > lineEnd(cursor.text, bar)) return undefined
  const label = span(bar + 1, close)
  cursor.resume(close + (closesBehindBar(cursor.slice(label), cursor.text[close + 1]) ? 2 : 1))
  cursor.skipBlanks()
  return { ...label, text: cursor.slice(label).replace(/"/g, '').trim(), quoted: false }
}

/** `-->|"text|" b`. */
export const closesBehindBar = (label: string, next: string | undefined): boolean =>
  next === '"' && /^"[^"]+$/.test(label)

/** An arrow with a text in the middle, whatever that holds. */
export function repairedArrowText(cursor: Cursor, operator: Stretch): LinkWritten | undefined {
  const parts = arrowTextParts(cursor.text, operator)
  if (!parts) return undefined
  cursor.resume(parts.closing.end)
  cursor.skipBlanks()
  const label = { ...parts.label, text: cursor.slice(parts.label), quoted: false }
  const marks = { opening: cursor.slice(operator), closing: cursor.slice(parts.closing), operator }
  return { ...marks, label, start: operator.start, end: parts.closing.end }
}

/** The text and the closing part of an arrow that opens here, on the same line. */
export function arrowTextParts(
  text: string,
  operator: Stretch,
): { readonly label: Stretch; readonly closing: Stretch } | undefined {
  const line = text.slice(operator.end, lineEnd(text, operator.end))
  const closing =
    /(?<=\s)(?:--+[>xo-]|==+[>xo=]|-?\.+-[>xo]?)/.exec(line) ??
    /(?:(?<!-)--+|(?<!=)==+|-?(?<!\.)\.+-)>/.exec(line)
  const label = line.slice(0, closing?.index ?? 0)
  if (!closing || label.trim() === '') return undefined
  const start = operator.end + label.length - label.trimStart().length
  const at = operator.end + closing.index
  // The arrow may stand inside quotes by mistake: `-- "text -->" b`.
  const isQuoted = /^\s*"[^"]*$/.test(label) && line[closing.index + closing[0].length] === '"'
  return {
    label: span(start, operator.end + label.trimEnd().length),
    closing: span(at, at + closing[0].length + (isQuoted ? 1 : 0)),
  }
}

/** `->` and its like between two nodes: an error, but clear enough to read on. */
export function repairedArrow(cursor: Cursor): LinkWritten | undefined {
  const { kind, start } = cursor.token
  const where = kind === '-' || kind === 'unreadable' ? pseudoArrow(cursor.text, start) : undefined
  if (!where) return undefined
  cursor.fail('end of statement', start)
  cursor.resume(where.end)
  cursor.skipBlanks()
  const bar = cursor.token.kind === '|' ? cursor.token.start : -1
  const label = bar < 0 ? undefined : repairedArrowLabel(cursor, bar)
  if (label) return { ...where, end: label.end + 1, opening: '', closing: '-->', operator: where, label }
  return idKinds.has(cursor.token.kind)
    ? { ...where, opening: '', closing: '-->', operator: where }
    : undefined
}

const shapes: Readonly<Record<string, string>> = {
  '[': 'square',
  '(': 'round',
  '{': 'diamond',
  '((': 'circle',
  '(((': 'doublecircle',
  '([': 'stadium',
  '(-': 'ellipse',
  '[[': 'subroutine',
  '[(': 'cylinder',
  '[/': 'lean_right',
  '[\\': 'lean_left',
  '[|': 'rect',
  '{{': 'hexagon',
  '>': 'odd',
}

export const closings: Readonly<Record<string, string>> = {
  '[': ']',
  '(': ')',
  '{': '}',
  '((': '))',
  '(((': ')))',
  '([': '])',
  '(-': '-)',
  '[[': ']]',
  '[(': ')]',
  '[/': '/]',
  '[\\': '\\]',
  '[|': ']',
  '{{': '}}',
  '>': ']',
}

/** What stands between a bracket and its partner on the same line. A slanted one may be closed by either slash. */
export function bracketed(text: string, start: number, opening: string): Stretch | undefined {
  const closing = closings[opening] ?? ']'
  const open = opening[0] === '>' ? '[' : opening[0]!
  const close = closing[closing.length - 1]!
  const end = lineEnd(text, start)
  let depth = opening.length
  if (opening.length > 1 && opening[0] !== opening[1]) depth = 1
  for (let at = start + opening.length; at < end; at++) {
    if (text[at] === open) depth++
    if (text[at] !== close || --depth > 0) continue
    const written = text.slice(at + 1 - closing.length, at + 1)
    return written === closing || (isSlanted(opening) && /^[/\\]/.test(written))
      ? span(start + opening.length, at + 1 - closing.length)
      : undefined
  }
  return undefined
}

/** The opening bracket that stands here. `[/orders]` is a path in a box: a slanted one would end in a slash too. */
export function openingAt(text: string, at: number): string {
  const opening = /^(?:\(\[|\(-|\({1,3}|\[[[(/\\|]?|\{{1,2}|>)/.exec(text.slice(at, at + 3))?.[0] ?? '['
  return isSlanted(opening) && !bracketed(text, at, opening) ? '[' : opening
}

const isSlanted = (opening: string): boolean => opening === '[/' || opening === '[\\'

/** What someone may have meant as an arrow: `->`, `=>`, an arrow sign, a long dash. */
export function pseudoArrow(text: string, at: number): Stretch | undefined {
  pseudo.lastIndex = at
  const found = pseudo.exec(text)
  return found ? span(at, at + found[0].length) : undefined
}

const pseudo = /<?[-–—]*[–—→⟶➜][>–—]*|<?-+>+|=+>+|\.{2,}>|~>/y
