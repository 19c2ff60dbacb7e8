// From a name to where it is defined and used, and to another name.

import * as vscode from 'vscode'
import { definitionAt, referencesAt, referencesInOthers, renameEdits, thingAt } from '../../../service'
import type { Documents } from '../documents'
import { toDrawnLocation, toLocation, toRange, toWorkspaceEdit } from '../positions'
import type { Workspace } from '../workspace'

export const createDefinition = (documents: Documents): vscode.DefinitionProvider => ({
  provideDefinition(document, position) {
    const snapshot = documents.snapshotOf(document)
    const span = snapshot && definitionAt(snapshot, document.offsetAt(position))
    return span && toLocation(document, span)
  },
})

/** In its diagram, in the other diagrams of the document, and where other documents draw the same. */
export const createReferences = (documents: Documents, workspace: Workspace): vscode.ReferenceProvider => ({
  async provideReferences(document, position) {
    const snapshot = documents.snapshotOf(document)
    if (!snapshot) return []
    const offset = document.offsetAt(position)
    const thing = thingAt(snapshot, offset)
    const others = thing ? await workspace.drawing(thing) : []
    return [
      ...[...referencesAt(snapshot, offset), ...referencesInOthers(snapshot, offset)].map(span =>
        toLocation(document, span),
      ),
      ...others.filter(({ uri }) => uri.toString() !== document.uri.toString()).map(toDrawnLocation),
    ]
  },
})

export const createHighlights = (documents: Documents): vscode.DocumentHighlightProvider => ({
  provideDocumentHighlights(document, position) {
    const snapshot = documents.snapshotOf(document)
    if (!snapshot) return []
    const spans = referencesAt(snapshot, document.offsetAt(position))
    return spans.map(span => new vscode.DocumentHighlight(toRange(document, span)))
  },
})

export const createRename = (documents: Documents): vscode.RenameProvider => ({
  prepareRename(document, position) {
    const snapshot = documents.snapshotOf(document)
    const offset = document.offsetAt(position)
    const under =
      snapshot && referencesAt(snapshot, offset).find(({ start, end }) => start <= offset && offset <= end)
    if (!under) throw new Error(vscode.l10n.t('There is nothing to rename here.'))
    return toRange(document, under)
  },
  provideRenameEdits(document, position, newName) {
    const snapshot = documents.snapshotOf(document)
    if (!snapshot) return undefined
    const renamed = renameEdits(snapshot, document.offsetAt(position), newName)
    if ('error' in renamed) throw new Error(renamed.error)
    return toWorkspaceEdit(document, renamed)
  },
})
