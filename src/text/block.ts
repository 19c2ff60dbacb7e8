// One diagram's block: its text freed of the host's prefixes, with the way back to the source.

import type { Edit } from './edit'
import { lastAtMost } from './lines'
import type { Span } from './span'
import type { FenceFault } from './unclosed'

/** One diagram's text, freed of its host's indentation and quote marks, with the way back. */
export interface DiagramBlock {
  /** What Mermaid would be given: host prefixes removed, line breaks as in the source. */
  readonly text: string
  /** The block's content in the source, fences excluded. */
  readonly span: Span
  /** What is wrong with its fence, if anything is; the block ends where it should have been closed. */
  readonly fault?: FenceFault
  /** An offset in `text`, as an offset in the source. */
  toSource(offset: number): number
  /** An offset in the source, as an offset in `text`; undefined outside the block's content. */
  fromSource(offset: number): number | undefined
  /** An edit of `text`, as an edit of the source: new lines get the host's prefix. */
  editToSource(edit: Edit): Edit
}

/** A stretch of source that belongs to the diagram, line break included. */
export interface Piece extends Span {
  /** What the host's notation for a character stands for: `&gt;` for `>`. */
  readonly decoded?: string
}

const lengthOf = ({ start, end, decoded }: Piece): number => decoded?.length ?? end - start

/** How a host wants to be written to. */
export interface Host {
  readonly encode: (text: string) => string
  /** Whether what stands before a piece on its line has to stand before new lines too. */
  readonly prefixed: boolean
}

const markup: Host = { encode: text => text, prefixed: true }

/** Puts a block together from the pieces of source that make up its text, in order. */
export function blockOf(
  source: string,
  pieces: readonly Piece[],
  span: Span,
  { encode, prefixed }: Host = markup,
): DiagramBlock {
  const starts: number[] = []
  let text = ''
  for (const piece of pieces) {
    starts.push(text.length)
    text += piece.decoded ?? source.slice(piece.start, piece.end)
  }
  const toSource = (offset: number): number => {
    const index = lastAtMost(starts, offset)
    const piece = pieces[index]
    if (!piece) return span.start
    const within = Math.max(0, offset - starts[index]!)
    return within >= lengthOf(piece) ? piece.end : piece.start + within
  }
  const endToSource = (offset: number): number => {
    const piece = pieces[lastAtMost(starts, offset - 1)]
    return piece?.decoded === undefined ? toSource(offset - 1) + 1 : piece.end
  }
  const pieceStarts = pieces.map(piece => piece.start)
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
  const prefixAt = (at: number): string =>
    prefixed ? prefixOf(source, pieces[lastAtMost(pieceStarts, at)]) : ''
  return {
    text,
    span,
    toSource,
    fromSource: offset => fromSource(pieces, starts, { offset, span, pieceStarts }),
    editToSource: ({ span: at, text: written }) =>
      editToSource({
        edit: { span: at, text: encode(written) },
        toSource,
        endToSource,
        text,
        lineBreak,
        prefixAt,
      }),
  }
}

/** A block of a text that is itself embedded: the way leads through both hosts. */
export function nestedBlock(outer: DiagramBlock, inner: DiagramBlock): DiagramBlock {
  const toOuter = ({ start, end }: Span): Span => ({
    start: outer.toSource(start),
    end: end > start ? outer.toSource(end - 1) + 1 : outer.toSource(end),
  })
  const { fault } = inner
  return {
    text: inner.text,
    span: toOuter(inner.span),
    ...(fault && { fault: { ...fault, at: toOuter(fault.at), edit: outer.editToSource(fault.edit) } }),
    toSource: offset => outer.toSource(inner.toSource(offset)),
    fromSource(offset) {
      const within = outer.fromSource(offset)
      return within === undefined ? undefined : inner.fromSource(within)
    },
    editToSource: edit => outer.editToSource(inner.editToSource(edit)),
  }
}

function fromSource(
  pieces: readonly Piece[],
  starts: readonly number[],
  {
    offset,
    span,
    pieceStarts,
  }: { readonly offset: number; readonly span: Span; readonly pieceStarts: readonly number[] },
): number | undefined {
  if (offset < span.start || offset > span.end) return undefined
  const index = lastAtMost(pieceStarts, offset)
  const piece = pieces[index]
  if (!piece) return 0
  if (offset >= piece.end) return starts[index]! + lengthOf(piece)
  return starts[index]! + (piece.decoded === undefined ? Math.max(0, offset - piece.start) : 0)
}

interface EditContext {
  readonly edit: Edit
  readonly text: string
  readonly lineBreak: string
  toSource(offset: number): number
  /** Where what ends at an offset, and is not empty, ends in the source. */
  endToSource(offset: number): number
  /** What the host puts before the diagram's lines at an offset of the source. */
  prefixAt(offset: number): string
}

function editToSource({ edit, text, toSource, endToSource, lineBreak, prefixAt }: EditContext): Edit {
  const { start, end } = edit.span
  const from = toSource(start)
  const prefix = prefixAt(from)
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
  const to = end === start ? from : wholeLine ? toSource(end) : endToSource(end)
  const prefixed = lines.map((line, index) => (index === 0 ? line : prefix + line))
  return { span: { start: from, end: to }, text: prefixed.join(lineBreak) }
}

/** The quote marks and the indentation before a piece. */
const prefixOf = (source: string, piece: Piece | undefined): string =>
  piece ? prefixBefore(source, piece.start) : ''

/** What stands on a line before this offset, tabs as they are; never the mark of byte order. */
export function prefixBefore(source: string, offset: number): string {
  let start = offset
  while (start > 0 && source[start - 1] !== '\n' && source[start - 1] !== '\r') start--
  return source.slice(start, offset).replace('\uFEFF', '')
}
