// Quick fixes of the findings in a range, and all safe fixes at once.

import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver'
import { fixAll, fixesAt, type Snapshot } from '../../service'
import { diagnosticOf } from './diagnostics'
import { toSpan, toTextEdits } from './positions'

const fixAllKind = `${CodeActionKind.SourceFixAll}.arrowsmith`

export function codeActions(
  snapshot: Snapshot,
  { textDocument: { uri }, range, context }: CodeActionParams,
): CodeAction[] {
  const wanted = (kind: string) =>
    !context.only || context.only.some(only => `${kind}.`.startsWith(`${only}.`))
  return [
    ...(wanted(CodeActionKind.QuickFix) ? quickFixes(snapshot, uri, toSpan(snapshot, range)) : []),
    // Offered only to those who ask for it: it is run on save, not picked from the light bulb.
    ...(context.only && wanted(fixAllKind) ? fixAllActions(snapshot, uri) : []),
  ]
}

function quickFixes(snapshot: Snapshot, uri: string, span: Parameters<typeof fixesAt>[1]): CodeAction[] {
  return fixesAt(snapshot, span).map(({ title, edits, finding }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(snapshot, uri, finding)],
    edit: { changes: { [uri]: toTextEdits(snapshot, edits) } },
  }))
}

function fixAllActions(snapshot: Snapshot, uri: string): CodeAction[] {
  const edits = fixAll(snapshot)
  if (edits.length === 0) return []
  const edit = { changes: { [uri]: toTextEdits(snapshot, edits) } }
  return [{ title: 'Apply all safe fixes', kind: fixAllKind, edit }]
}
