// Diagrams laid out: Mermaid files by the editor's formatter, those in other documents by a command and on saving.

import * as vscode from 'vscode'
import { formatEdits } from '../../../service'
import type { Documents } from '../documents'
import { toRange, toSpan, toWorkspaceEdit } from '../positions'

/** Documents around diagrams have formatters of their own, with which ours would compete. */
export const formattable: vscode.DocumentSelector = [{ language: 'mermaid' }]

export const createFormatting = (
  documents: Documents,
): vscode.DocumentFormattingEditProvider & vscode.DocumentRangeFormattingEditProvider => {
  const editsIn = (document: vscode.TextDocument, range?: vscode.Range): vscode.TextEdit[] => {
    const snapshot = documents.snapshotOf(document)
    if (!snapshot) return []
    return formatEdits(snapshot, range && toSpan(document, range)).map(({ span, text }) =>
      vscode.TextEdit.replace(toRange(document, span), text),
    )
  }
  return {
    provideDocumentFormattingEdits: document => editsIn(document),
    provideDocumentRangeFormattingEdits: (document, range) => editsIn(document, range),
  }
}

/** The palette's "Format Diagrams": the diagrams of the document in the active editor. */
export const registerFormatCommand = (documents: Documents): vscode.Disposable =>
  vscode.commands.registerCommand('arrowsmith.formatDiagrams', async () => {
    const document = vscode.window.activeTextEditor?.document
    const snapshot = document && documents.snapshotOf(document)
    if (!document || !snapshot) return
    await vscode.workspace.applyEdit(toWorkspaceEdit(document, formatEdits(snapshot)))
  })
