// Quick fixes of the findings in a range, and all safe fixes at once.

import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver'
import { fixAll, fixesAt, formatEdits, refactoringsAt, type Snapshot } from '../../../service'
import type { Edit } from '../../../text/edit'
import { diagnosticOf } from '../diagnostics'
import { toSpan, toTextEdits } from '../positions'

export const fixAllKind = `${CodeActionKind.SourceFixAll}.arrowsmith`
export const formatKind = `${CodeActionKind.Source}.formatDiagrams`

export function codeActions(
  snapshot: Snapshot,
  { textDocument: { uri }, range, context }: CodeActionParams,
): CodeAction[] {
  const whole = (edits: readonly Edit[], action: Pick<CodeAction, 'title' | 'kind'>): CodeAction[] =>
    edits.length === 0 ? [] : [{ ...action, edit: { changes: { [uri]: toTextEdits(snapshot, edits) } } }]
  const wanted = (kind: string) =>
    !context.only || context.only.some(only => `${kind}.`.startsWith(`${only}.`))
  return [
    ...(wanted(CodeActionKind.QuickFix) ? quickFixes(snapshot, uri, toSpan(snapshot, range)) : []),
    ...(wanted(CodeActionKind.RefactorRewrite)
      ? refactoringsAt(snapshot, toSpan(snapshot, range).start).flatMap(({ title, edits }) =>
          whole(edits, { title, kind: CodeActionKind.RefactorRewrite }),
        )
      : []),
    // Offered only to those who ask for it: it is run on save, not picked from the light bulb.
    ...(context.only && wanted(fixAllKind)
      ? whole(fixAll(snapshot), { title: 'Apply all safe fixes', kind: fixAllKind })
      : []),
    ...(context.only && wanted(formatKind)
      ? whole(formatEdits(snapshot), { title: 'Format diagrams', kind: formatKind })
      : []),
  ]
}

function quickFixes(snapshot: Snapshot, uri: string, span: Parameters<typeof fixesAt>[1]): CodeAction[] {
  return fixesAt(snapshot, span).map(({ title, edits, finding, preferred }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    ...(preferred && { isPreferred: true }),
    diagnostics: [diagnosticOf(snapshot, uri, finding)],
    edit: { changes: { [uri]: toTextEdits(snapshot, edits) } },
  }))
}
