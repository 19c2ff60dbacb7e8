// From a name to where it is defined and used, and to another name.

import * as vscode from 'vscode'
import { definitionAt, referencesAt, renameEdits } from '../../../service'
import type { Documents } from '../documents'
import { toLocation, toRange, toWorkspaceEdit } from '../positions'

export const createDefinition = (documents: Documents): vscode.DefinitionProvider => ({
  provideDefinition(document, position) {
    const snapshot = documents.snapshotOf(document)
    const span = snapshot && definitionAt(snapshot, document.offsetAt(position))
    return span && toLocation(document, span)
  },
})

export const createReferences = (documents: Documents): vscode.ReferenceProvider => ({
  provideReferences(document, position) {
    const snapshot = documents.snapshotOf(document)
    if (!snapshot) return []
    return referencesAt(snapshot, document.offsetAt(position)).map(span => toLocation(document, span))
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
