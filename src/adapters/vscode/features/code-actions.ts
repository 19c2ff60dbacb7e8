// Quick fixes: what the findings at a place offer, and all safe ones at once.

import * as vscode from 'vscode'
import { fixAll, fixesAt, formatEdits, refactoringsAt } from '../../../service'
import type { Edit } from '../../../text/edit'
import type { Documents } from '../documents'
import { toSpan, toWorkspaceEdit } from '../positions'

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('arrowsmith')
const formatKind = vscode.CodeActionKind.Source.append('formatDiagrams')
const rewriteKind = vscode.CodeActionKind.RefactorRewrite

export const fixKinds = [vscode.CodeActionKind.QuickFix, rewriteKind, fixAllKind, formatKind]

export const createFixes = (documents: Documents): vscode.CodeActionProvider => ({
  provideCodeActions(document, range, { diagnostics, only }) {
    const snapshot = documents.snapshotOf(document)
    if (!snapshot) return []
    if (only && vscode.CodeActionKind.Source.contains(only)) {
      return [
        ...(only.contains(fixAllKind) ? allAtOnce(document, fixAll(snapshot), safely) : []),
        ...(only.contains(formatKind) ? allAtOnce(document, formatEdits(snapshot), layingOut) : []),
      ]
    }
    const rewriting = refactoringsAt(snapshot, document.offsetAt(range.start)).flatMap(({ title, edits }) =>
      allAtOnce(document, edits, { title, kind: rewriteKind }),
    )
    if (only && vscode.CodeActionKind.Refactor.contains(only)) return rewriting
    const fixing = fixesAt(snapshot, toSpan(document, range)).map(({ title, edits, finding, preferred }) => {
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
      action.edit = toWorkspaceEdit(document, edits)
      action.isPreferred = preferred
      action.diagnostics = diagnostics.filter(
        ({ code }) => typeof code === 'object' && code.value === finding.rule,
      )
      return action
    })
    return only ? fixing : [...fixing, ...rewriting]
  },
})

interface WholeAction {
  readonly title: string
  readonly kind: vscode.CodeActionKind
}

const safely: WholeAction = { title: 'Fix all safe Arrowsmith problems', kind: fixAllKind }
const layingOut: WholeAction = { title: 'Format diagrams', kind: formatKind }

function allAtOnce(
  document: vscode.TextDocument,
  edits: readonly Edit[],
  { title, kind }: WholeAction,
): vscode.CodeAction[] {
  if (edits.length === 0) return []
  const action = new vscode.CodeAction(title, kind)
  action.edit = toWorkspaceEdit(document, edits)
  return [action]
}
