// Quoted scalars: over several lines their breaks are folded; double quotes have escapes.

import { isBlank, isBreak, type YamlCursor } from './cursor'
import { folded, withoutControls } from './lines'

/** Reads the quoted scalar that begins here; undefined if none does. */
export function readQuoted(cursor: YamlCursor): string | undefined {
  const quote = cursor.char
  if (quote !== '"' && quote !== "'") return undefined
  const opening = cursor.place()
  cursor.scalarStart = opening.at
  const text = cursor.unclosedQuote ? undefined : quotedText(cursor, quote)
  if (text !== undefined) {
    cursor.lastEnd = cursor.at
    return text
  }
  cursor.complain(`This ${quote} is never closed`, opening.at, opening.at + 1)
  cursor.unclosedQuote = true
  cursor.restore(opening)
  return onItsLine(cursor, quote)
}

/** From an opening quote to the closing one; undefined if there is none. */
function quotedText(cursor: YamlCursor, quote: '"' | "'"): string | undefined {
  cursor.at++
  let text = ''
  let start = cursor.at
  let until = start
  while (!cursor.atEnd) {
    const { char } = cursor
    if (char === quote) {
      text += withoutControls(cursor, start, cursor.at)
      cursor.at++
      if (quote === '"' || cursor.char !== "'") return text
      start = cursor.at++
      until = cursor.at
    } else if (char === '\\' && quote === '"') {
      text += withoutControls(cursor, start, cursor.at) + readEscape(cursor)
      start = until = cursor.at
    } else if (isBreak(char)) {
      text += withoutControls(cursor, start, until) + folded(cursor.skipSpace(false))
      start = until = cursor.at
    } else if (cursor.atDivider()) return undefined
    else {
      cursor.at++
      if (!isBlank(char)) until = cursor.at
    }
  }
  return undefined
}

/** What is left of a quoted text that never ends: the rest of its line, or what the next quote encloses there. */
function onItsLine(cursor: YamlCursor, quote: string): string {
  const start = cursor.at + 1
  cursor.skipLine()
  const close = cursor.text.indexOf(quote, start)
  if (close >= 0 && close < cursor.at) cursor.at = close + 1
  const until = close >= 0 && close < cursor.at ? close : cursor.at
  const text = cursor.text.slice(start, until).trimEnd()
  cursor.lastEnd = cursor.at
  return text
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1B'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xA0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
])
const hexLengths: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
])

/** What the escape that begins here stands for; one that YAML doesn't know stands for itself. */
function readEscape(cursor: YamlCursor): string {
  const start = cursor.at++
  const { char } = cursor
  if (isBreak(char)) {
    cursor.skipSpace(false)
    return ''
  }
  const simple = escapes.get(char)
  const length = hexLengths.get(char)
  if (simple === undefined && length === undefined) {
    cursor.complain('A backslash has no meaning here; write it twice', start, start + 2)
    return '\\'
  }
  cursor.at++
  if (length === undefined) return simple ?? ''
  const digits = /^[0-9a-fA-F]*/.exec(cursor.text.slice(cursor.at, cursor.at + length))?.[0] ?? ''
  if (digits.length < length)
    cursor.complain(`Write ${length} hexadecimal digits after \`\\${char}\``, start, start + 2)
  cursor.at += digits.length
  return fromCode(Number.parseInt(digits, 16) | 0)
}

function fromCode(code: number): string {
  if (code <= 0xffff) return String.fromCharCode(code)
  const above = code - 0x10000
  return String.fromCharCode((above >> 10) + 0xd800, (above & 0x3ff) + 0xdc00)
}
