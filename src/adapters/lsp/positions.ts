// Offsets and spans of a snapshot as the protocol's positions and ranges, which count from 0.

import type { Position, Range, TextEdit } from 'vscode-languageserver'
import type { Snapshot } from '../../service'
import type { Edit } from '../../text/edit'
import type { Span } from '../../text/span'

export function positionOf({ lines }: Snapshot, offset: number): Position {
  const { line, column } = lines.positionAt(offset)
  return { line: line - 1, character: column - 1 }
}

export function rangeOf(snapshot: Snapshot, { start, end }: Span): Range {
  return { start: positionOf(snapshot, start), end: positionOf(snapshot, end) }
}

export function offsetOf({ lines }: Snapshot, { line, character }: Position): number {
  return lines.offsetAt({ line: line + 1, column: character + 1 })
}

export function spanOf(snapshot: Snapshot, { start, end }: Range): Span {
  return { start: offsetOf(snapshot, start), end: offsetOf(snapshot, end) }
}

export function textEdits(snapshot: Snapshot, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(snapshot, span), newText: text }))
}
