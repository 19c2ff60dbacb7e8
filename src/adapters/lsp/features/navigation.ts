// From a name to where it is defined and used, and its renaming.

import {
  type DocumentHighlight,
  type Location,
  LSPErrorCodes,
  type Range,
  type ReferenceParams,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import {
  definitionAt,
  referencesAt,
  referencesInOthers,
  renameEdits,
  type Snapshot,
  thingAt,
} from '../../../service'
import { contains } from '../../../text/span'
import { toDrawnLocation, toOffset, toRange, toTextEdits } from '../positions'
import { isSameFile } from '../uri'
import type { Workspace } from '../workspace'

export function definition(
  snapshot: Snapshot,
  { textDocument: { uri }, position }: TextDocumentPositionParams,
): Location | null {
  const span = definitionAt(snapshot, toOffset(snapshot, position))
  return span ? { uri, range: toRange(snapshot, span) } : null
}

/** In its diagram, in the other diagrams of the document, and where other documents draw the same. */
export function references(
  snapshot: Snapshot,
  { textDocument: { uri }, position, context }: ReferenceParams,
  workspace: Workspace,
): Location[] {
  const offset = toOffset(snapshot, position)
  const defined = context.includeDeclaration ? undefined : definitionAt(snapshot, offset)
  const thing = thingAt(snapshot, offset)
  const here = [...referencesAt(snapshot, offset), ...referencesInOthers(snapshot, offset)]
    .filter(({ start, end }) => start !== defined?.start || end !== defined.end)
    .map(span => ({ uri, range: toRange(snapshot, span) }))
  const elsewhere = thing ? workspace.drawing(thing).filter(each => !isSameFile(each.uri, uri)) : []
  return [...here, ...elsewhere.map(toDrawnLocation)]
}

export const highlights = (
  snapshot: Snapshot,
  { position }: TextDocumentPositionParams,
): DocumentHighlight[] =>
  referencesAt(snapshot, toOffset(snapshot, position)).map(span => ({ range: toRange(snapshot, span) }))

/** The name under the cursor, or null where there is nothing to rename. */
export function prepareRename(snapshot: Snapshot, { position }: TextDocumentPositionParams): Range | null {
  const offset = toOffset(snapshot, position)
  const name = referencesAt(snapshot, offset).find(span => contains(span, offset))
  return name ? toRange(snapshot, name) : null
}

export function rename(
  snapshot: Snapshot,
  { textDocument: { uri }, position, newName }: RenameParams,
): WorkspaceEdit | ResponseError {
  const result = renameEdits(snapshot, toOffset(snapshot, position), newName)
  if ('error' in result) return new ResponseError(LSPErrorCodes.RequestFailed, result.error)
  return { changes: { [uri]: toTextEdits(snapshot, result) } }
}
