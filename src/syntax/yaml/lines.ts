// What scalars of all kinds share: folded lines, and characters that no text may hold.

import type { YamlCursor } from './cursor'

/** What stands for so many line breaks where lines are folded. */
export function folded(breaks: number): string {
  return breaks === 1 ? ' ' : '\n'.repeat(Math.max(0, breaks - 1))
}

/** A stretch of plain or block text; characters that cannot be printed are reported. */
export function printableLine(cursor: YamlCursor, start: number, until: number): string {
  return checked(cursor, { start, until, isFaulty: isUnprintable })
}

/** A stretch between quotes, where only control characters are refused. */
export function withoutControls(cursor: YamlCursor, start: number, until: number): string {
  return checked(cursor, { start, until, isFaulty: code => code < 0x20 && code !== 9 })
}

interface Stretch {
  readonly start: number
  readonly until: number
  isFaulty(code: number, before: number, after: number): boolean
}

function checked(cursor: YamlCursor, { start, until, isFaulty }: Stretch): string {
  if (start >= until) return ''
  const text = cursor.text.slice(start, until)
  for (let at = 0; at < text.length; at++) {
    if (isFaulty(text.charCodeAt(at), text.charCodeAt(at - 1), text.charCodeAt(at + 1))) {
      cursor.complain('A control character is not allowed here; delete it', start + at)
      break
    }
  }
  return text
}

function isUnprintable(code: number, before: number, after: number): boolean {
  if (code < 0x20) return code !== 9 && code !== 10 && code !== 13
  if (code < 0x7f) return false
  if (code < 0xa0) return code !== 0x85
  if (isHighHalf(code)) return !isLowHalf(after)
  return isLowHalf(code) ? !isHighHalf(before) : code >= 0xfffe
}

const isHighHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLowHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff
