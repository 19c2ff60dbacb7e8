// Plain scalars: text without quotes, over one or several lines.

import { isBlank, isBreak, isFlowMark, isSpace, type YamlCursor } from './cursor'
import { folded, printableLine } from './lines'

const notFirst = new Set('#&*!|>\'"%@`')

/**
 * Reads the plain scalar that begins here, its lines folded; undefined if none does.
 * It goes on in lines that are indented at least so far.
 */
export function readPlain(cursor: YamlCursor, indent: number, inFlow: boolean): string | undefined {
  if (!canBegin(cursor, inFlow)) return undefined
  let text = ''
  let start = cursor.at
  let until = start
  cursor.scalarStart = start
  let breaks = 0
  while (!cursor.atEnd && !endsHere(cursor, inFlow)) {
    if (isBreak(cursor.char)) {
      const before = cursor.place()
      breaks = cursor.skipSpace(false)
      if (cursor.indent < indent) {
        cursor.restore({ ...before, at: until, firstTab: cursor.firstTab })
        break
      }
      continue
    }
    if (breaks > 0) {
      text += printableLine(cursor, start, until) + folded(breaks)
      start = until = cursor.at
      breaks = 0
    }
    if (!isBlank(cursor.char)) until = cursor.at + 1
    cursor.at++
  }
  text += printableLine(cursor, start, until)
  cursor.lastEnd = until
  return text === '' ? undefined : text
}

function canBegin(cursor: YamlCursor, inFlow: boolean): boolean {
  const { char, next } = cursor
  if (isSpace(char) || isFlowMark(char) || notFirst.has(char)) return false
  if (char !== '?' && char !== '-') return true
  return !isSpace(next) && !(inFlow && isFlowMark(next))
}

function endsHere(cursor: YamlCursor, inFlow: boolean): boolean {
  const { char, next } = cursor
  if (char === ':') return isSpace(next) || (inFlow && isFlowMark(next))
  if (char === '#') return isSpace(cursor.text[cursor.at - 1] ?? ' ')
  return cursor.atDivider() || (inFlow && isFlowMark(char))
}
