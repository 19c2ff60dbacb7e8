// Quick fixes: what the findings at a place offer, and all safe ones at once.

import * as vscode from 'vscode'
import {
  fixAll,
  fixesAt,
  formatEdits,
  type NewDocument,
  placesBeside,
  type Refactoring,
  refactoringsAt,
} from '../../../service'
import type { Edit } from '../../../text/edit'
import type { Documents } from '../documents'
import { toSpan, toWorkspaceEdit } from '../positions'

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('arrowsmith')
const formatKind = vscode.CodeActionKind.Source.append('formatDiagrams')
const refactoringKinds = {
  rewrite: vscode.CodeActionKind.RefactorRewrite,
  extract: vscode.CodeActionKind.RefactorExtract,
}

export const fixKinds = [
  vscode.CodeActionKind.QuickFix,
  ...Object.values(refactoringKinds),
  fixAllKind,
  formatKind,
]

export const createFixes = (documents: Documents): vscode.CodeActionProvider => ({
  async provideCodeActions(document, range, { diagnostics, only }) {
    const snapshot = documents.snapshotOf(document)
    if (!snapshot) return []
    if (only && vscode.CodeActionKind.Source.contains(only)) {
      return [
        ...(only.contains(fixAllKind) ? allAtOnce(document, fixAll(snapshot), safely) : []),
        ...(only.contains(formatKind) ? allAtOnce(document, formatEdits(snapshot), layingOut) : []),
      ]
    }
    const refactoring =
      !only || vscode.CodeActionKind.Refactor.contains(only)
        ? (
            await Promise.all(
              refactoringsAt(snapshot, toSpan(document, range)).map(each => refactored(document, each)),
            )
          ).flat()
        : []
    if (only && vscode.CodeActionKind.Refactor.contains(only))
      return refactoring.filter(({ kind }) => kind && only.contains(kind))
    const fixing = fixesAt(snapshot, toSpan(document, range)).map(({ title, edits, finding, preferred }) => {
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
      action.edit = toWorkspaceEdit(document, edits)
      action.isPreferred = preferred
      action.diagnostics = diagnostics.filter(
        ({ code }) => typeof code === 'object' && code.value === finding.rule,
      )
      return action
    })
    return [...fixing, ...refactoring]
  },
})

/** A diagram that its document has no room for gets one beside it, once that is saved. */
async function refactored(
  document: vscode.TextDocument,
  { title, kind, edits, creates }: Refactoring,
): Promise<vscode.CodeAction[]> {
  if (creates && document.isUntitled) return []
  const action = new vscode.CodeAction(title, refactoringKinds[kind])
  action.edit = toWorkspaceEdit(document, edits)
  if (creates) {
    const beside = await freePlace(document.uri, creates)
    action.edit.createFile(beside)
    action.edit.insert(beside, new vscode.Position(0, 0), creates.text)
    action.command = { title, command: 'vscode.open', arguments: [beside] }
  }
  return [action]
}

async function freePlace(document: vscode.Uri, created: NewDocument): Promise<vscode.Uri> {
  const places = placesBeside(document.path, created)
  for (;;) {
    const place = document.with({ path: places.next().value })
    const isFree = await vscode.workspace.fs.stat(place).then(
      () => false,
      () => true,
    )
    if (isFree) return place
  }
}

interface WholeAction {
  readonly title: string
  readonly kind: vscode.CodeActionKind
}

const safely: WholeAction = { title: vscode.l10n.t('Fix all safe Arrowsmith problems'), kind: fixAllKind }
const layingOut: WholeAction = { title: vscode.l10n.t('Format diagrams'), kind: formatKind }

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
