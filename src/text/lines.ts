// Lines and columns: both 1-based, columns in UTF-16 units.

import type { Span } from './span'

export interface Position {
  readonly line: number
  readonly column: number
}

export interface Lines {
  readonly count: number
  /** The position of an offset; offsets outside the text are clamped to it. */
  positionAt(offset: number): Position
  /** The offset of a position; a column beyond its line stops at the line's end. */
  offsetAt(position: Position): number
  /** The text of a line without its line break, or '' beyond the last. */
  lineText(line: number): string
}

/** Indexes a text's line starts. `\n`, `\r\n` and a lone `\r` end a line. */
export function linesOf(text: string): Lines {
  const starts = lineStarts(text)
  const endOf = (line: number) => starts[line] ?? text.length
  const lineText = (line: number) =>
    text.slice(starts[line - 1] ?? text.length, endOf(line)).replace(/(?:\r\n|\r|\n)$/, '')
  return {
    count: starts.length,
    lineText,
    positionAt(offset) {
      const at = Math.max(0, Math.min(offset, text.length))
      const line = lastAtMost(starts, at)
      return { line: line + 1, column: at - starts[line]! + 1 }
    },
    offsetAt({ line, column }) {
      const start = starts[Math.max(0, line - 1)]
      if (start === undefined) return text.length
      return start + Math.max(0, Math.min(column - 1, lineText(Math.max(1, line)).length))
    },
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return starts
}

/** A span's whole line with its line break, where nothing else stands on it; else the span itself. */
export function wholeLine(text: string, span: Span): Span {
  const start = text.lastIndexOf('\n', span.start - 1) + 1
  const lineBreak = text.indexOf('\n', span.end)
  const end = lineBreak < 0 ? text.length : lineBreak + 1
  const alone = text.slice(start, span.start).trim() === '' && text.slice(span.end, end).trim() === ''
  return alone ? { start, end } : span
}

/** What is taken out with a whole line: the last one has no break of its own, so the one before it goes. */
export function lineToRemove(text: string, span: Span): Span {
  const { start, end } = wholeLine(text, span)
  if (end < text.length || /[\r\n]$/.test(text)) return { start, end }
  const [lineBreak = ''] = /\r?\n$|\r$/.exec(text.slice(Math.max(0, start - 2), start)) ?? []
  return { start: start - lineBreak.length, end }
}

/** The index of the last value ≤ `limit` in an ascending list whose first value is ≤ `limit`. */
export function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (ascending[middle]! <= limit) low = middle
    else high = middle - 1
  }
  return low
}
