// A text made from another by cutting and replacing, with the way back to the original's offsets.

import { type Span, span } from '../text/span'

/** A stretch of the made text. A copied one maps offset by offset; a written one stands for its whole source. */
interface Piece {
  readonly start: number
  readonly source: number
  readonly sourceEnd: number
  readonly copied: boolean
}

export interface Mapped {
  readonly text: string
  readonly pieces: readonly Piece[]
  /** How long the original is: an empty made text maps here. */
  readonly sourceLength: number
}

export interface Cut {
  readonly start: number
  readonly end: number
  /** What stands there instead. */
  readonly text: string
}

export function mapped(text: string): Mapped {
  const whole = { start: 0, source: 0, sourceEnd: text.length, copied: true }
  return { text, pieces: [whole], sourceLength: text.length }
}

/** Cuts must be in order and must not overlap. */
export function replaced(from: Mapped, cuts: readonly Cut[]): Mapped {
  if (cuts.length === 0) return from
  const pieces: Piece[] = []
  let text = ''
  let at = 0
  let index = 0
  const copy = (end: number): void => {
    while (at < end) {
      while (index + 1 < from.pieces.length && from.pieces[index + 1]!.start <= at) index++
      const piece = from.pieces[index]!
      const stop = Math.min(end, from.pieces[index + 1]?.start ?? from.text.length)
      const source = piece.copied ? piece.source + at - piece.start : piece.source
      const sourceEnd = piece.copied ? source + stop - at : piece.sourceEnd
      pieces.push({ start: text.length, source, sourceEnd, copied: piece.copied })
      text += from.text.slice(at, stop)
      at = stop
    }
  }
  for (const cut of cuts) {
    copy(cut.start)
    if (cut.text !== '') {
      const source = sourceSpan(from, cut)
      pieces.push({ start: text.length, source: source.start, sourceEnd: source.end, copied: false })
      text += cut.text
    }
    at = cut.end
  }
  copy(from.text.length)
  return { text, pieces, sourceLength: from.sourceLength }
}

/** Where a stretch of the made text comes from. An empty one at the end of a line is the place behind its last character. */
export function sourceSpan(made: Mapped, { start, end }: Span): Span {
  if (end <= start) {
    const { text } = made
    const behind = text[start] === '\n' && start > 0 && text[start - 1] !== '\n'
    const at = behind ? sourceSpan(made, { start: start - 1, end: start }).end : sourceOffset(made, start)
    return span(at, at)
  }
  const from = sourceOffset(made, start)
  const piece = pieceAt(made, end - 1)
  const to = piece.copied ? Math.min(piece.source + end - piece.start, piece.sourceEnd) : piece.sourceEnd
  return span(Math.min(from, to), to)
}

/** Where an offset of the made text comes from. */
export function sourceOffset(made: Mapped, offset: number): number {
  if (made.pieces.length === 0) return made.sourceLength
  const piece = pieceAt(made, offset)
  return piece.copied ? Math.min(piece.source + offset - piece.start, piece.sourceEnd) : piece.source
}

function pieceAt(made: Mapped, offset: number): Piece {
  let low = 0
  let high = made.pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (made.pieces[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return made.pieces[low]!
}
