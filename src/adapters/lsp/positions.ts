// Offsets and spans of a snapshot as the protocol's positions and ranges, which count from 0.

import type { Location, Position, Range, TextEdit } from 'vscode-languageserver'
import type { Snapshot } from '../../service'
import type { Edit } from '../../text/edit'
import type { Span } from '../../text/span'
import type { PlacedName } from './workspace'

export function toPosition({ lines }: Snapshot, offset: number): Position {
  const { line, column } = lines.positionAt(offset)
  return { line: line - 1, character: column - 1 }
}

export function toRange(snapshot: Snapshot, { start, end }: Span): Range {
  return { start: toPosition(snapshot, start), end: toPosition(snapshot, end) }
}

/** Where a document of the workspace draws a component, be it open or not. */
export function toDrawnLocation({ drawn: { line, column, endColumn }, uri }: PlacedName): Location {
  const start = { line: line - 1, character: column - 1 }
  return { uri, range: { start, end: { line: line - 1, character: endColumn - 1 } } }
}

export function toOffset({ lines }: Snapshot, { line, character }: Position): number {
  return lines.offsetAt({ line: line + 1, column: character + 1 })
}

export function toSpan(snapshot: Snapshot, { start, end }: Range): Span {
  return { start: toOffset(snapshot, start), end: toOffset(snapshot, end) }
}

export function toTextEdits(snapshot: Snapshot, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: toRange(snapshot, span), newText: text }))
}
