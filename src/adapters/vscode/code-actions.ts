// Quick fixes: what the findings at a place offer, and all safe ones at once.

import * as vscode from 'vscode'
import { fixAll, fixesAt } from '../../service'
import type { Edit } from '../../text/edit'
import type { Documents } from './documents'
import { toSpan, toWorkspaceEdit } from './positions'

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('arrowsmith')

export const fixKinds = [vscode.CodeActionKind.QuickFix, fixAllKind]

export const createFixes = (documents: Documents): vscode.CodeActionProvider => ({
  provideCodeActions(document, range, { diagnostics, only }) {
    const snapshot = documents.snapshotOf(document)
    if (!snapshot) return []
    if (only?.contains(fixAllKind)) return allAtOnce(document, fixAll(snapshot))
    return fixesAt(snapshot, toSpan(document, range)).map(({ title, edits, finding }) => {
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
      action.edit = toWorkspaceEdit(document, edits)
      action.diagnostics = diagnostics.filter(
        ({ code }) => typeof code === 'object' && code.value === finding.rule,
      )
      return action
    })
  },
})

function allAtOnce(document: vscode.TextDocument, edits: readonly Edit[]): vscode.CodeAction[] {
  if (edits.length === 0) return []
  const action = new vscode.CodeAction('Fix all that Arrowsmith can fix safely', fixAllKind)
  action.edit = toWorkspaceEdit(document, edits)
  return [action]
}
