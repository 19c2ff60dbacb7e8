// One diagram's block: its text freed of the host's prefixes, with the way back to the source.

import type { Edit } from './edit'
import { lastAtMost } from './lines'
import type { Span } from './span'

/** One diagram's text, freed of its host's indentation and quote marks, with the way back. */
export interface DiagramBlock {
  /** What Mermaid would be given: host prefixes removed, line breaks as in the source. */
  readonly text: string
  /** The block's content in the source, fences excluded. */
  readonly span: Span
  /** An offset in `text`, as an offset in the source. */
  toSource(offset: number): number
  /** An offset in the source, as an offset in `text`; undefined outside the block's content. */
  fromSource(offset: number): number | undefined
  /** An edit of `text`, as an edit of the source: new lines get the host's prefix. */
  editToSource(edit: Edit): Edit
}

/** A stretch of source that belongs to the diagram, line break included. */
export type Piece = Span

/** Puts a block together from the pieces of source that make up its text, in order. */
export function blockOf(source: string, pieces: readonly Piece[], span: Span): DiagramBlock {
  const starts: number[] = []
  let text = ''
  for (const piece of pieces) {
    starts.push(text.length)
    text += source.slice(piece.start, piece.end)
  }
  const toSource = (offset: number): number => {
    const index = lastAtMost(starts, offset)
    const piece = pieces[index]
    return piece ? Math.min(piece.start + Math.max(0, offset - starts[index]!), piece.end) : span.start
  }
  return {
    text,
    span,
    toSource,
    fromSource: offset => fromSource(pieces, starts, { offset, span }),
    editToSource: edit => editToSource(source, pieces, { edit, toSource, text }),
  }
}

function fromSource(
  pieces: readonly Piece[],
  starts: readonly number[],
  { offset, span }: { readonly offset: number; readonly span: Span },
): number | undefined {
  if (offset < span.start || offset > span.end) return undefined
  const index = lastAtMost(
    pieces.map(piece => piece.start),
    offset,
  )
  const piece = pieces[index]
  if (!piece) return 0
  const within = Math.max(0, Math.min(offset, piece.end) - piece.start)
  return starts[index]! + within
}

interface EditContext {
  readonly edit: Edit
  readonly text: string
  toSource(offset: number): number
}

function editToSource(source: string, pieces: readonly Piece[], { edit, text, toSource }: EditContext): Edit {
  const { start, end } = edit.span
  const from = toSource(start)
  const prefix = prefixNear(source, pieces, from)
  const lineBreak = source.includes('\r\n') ? '\r\n' : '\n'
  const lines = edit.text.replace(/\r\n?/g, '\n').split('\n')
  const atLineStart = start === 0 || text[start - 1] === '\n'
  const toTheEnd = end === text.length && (end === start || text[end - 1] === '\n')
  if (atLineStart && toTheEnd && text !== '') {
    const lineStart = start === text.length ? from : from - prefix.length
    const whole = lines.map((line, index) => (index === lines.length - 1 && line === '' ? '' : prefix + line))
    return {
      span: { start: lineStart, end: Math.max(lineStart, toSource(end)) },
      text: whole.join(lineBreak),
    }
  }
  const wholeLine = end > start && text[end - 1] === '\n'
  const to = end === start ? from : wholeLine ? toSource(end) : toSource(end - 1) + 1
  const prefixed = lines.map((line, index) => (index === 0 ? line : prefix + line))
  return { span: { start: from, end: to }, text: prefixed.join(lineBreak) }
}

/** What the host puts before the diagram's lines here: quote marks and indentation, tabs as they are. */
function prefixNear(source: string, pieces: readonly Piece[], at: number): string {
  const piece = pieces.find(piece => piece.start <= at && at < piece.end) ?? pieces[pieces.length - 1]
  if (!piece) return ''
  const lineStart =
    Math.max(source.lastIndexOf('\n', piece.start - 1), source.lastIndexOf('\r', piece.start - 1)) + 1
  return source.slice(lineStart, piece.start)
}
