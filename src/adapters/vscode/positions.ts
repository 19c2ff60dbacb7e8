// The service's offsets and edits, as VS Code's ranges and workspace edits.

import * as vscode from 'vscode'
import type { Edit } from '../../text/edit'
import type { Lines } from '../../text/lines'
import type { Span } from '../../text/span'
import type { PlacedName } from './workspace'

export const toRange = (document: vscode.TextDocument, { start, end }: Span): vscode.Range =>
  new vscode.Range(document.positionAt(start), document.positionAt(end))

/** The range of a span in the lines of a text that need not be open. */
export function rangeIn(lines: Lines, { start, end }: Span): vscode.Range {
  const position = (offset: number) => {
    const { line, column } = lines.positionAt(offset)
    return new vscode.Position(line - 1, column - 1)
  }
  return new vscode.Range(position(start), position(end))
}

export const toSpan = (document: vscode.TextDocument, { start, end }: vscode.Range): Span => ({
  start: document.offsetAt(start),
  end: document.offsetAt(end),
})

export const toLocation = (document: vscode.TextDocument, span: Span): vscode.Location =>
  new vscode.Location(document.uri, toRange(document, span))

/** Where a document of the workspace draws a component, be it open or not. */
export function toDrawnLocation({ drawn: { line, column, endColumn }, uri }: PlacedName): vscode.Location {
  return new vscode.Location(uri, new vscode.Range(line - 1, column - 1, line - 1, endColumn - 1))
}

export function toWorkspaceEdit(document: vscode.TextDocument, edits: readonly Edit[]): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit()
  for (const { span, text } of edits) result.replace(document.uri, toRange(document, span), text)
  return result
}
