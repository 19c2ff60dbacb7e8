// Findings as squiggles and Problems, while typing or on saving.

import * as vscode from 'vscode'
import { type Finding, findings, type Snapshot } from '../../service'
import type { Documents } from './documents'
import { rangeIn } from './positions'
import type { Reviews } from './reviews'
import { settingsOf } from './settings'

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
}

/** Keeps the Problems of open documents up to date, as `arrowsmith.run` says. */
export function createDiagnostics(documents: Documents, reviews: Reviews): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('arrowsmith')
  const show = (document: vscode.TextDocument) => {
    const { run } = settingsOf(document.uri)
    if (run === 'onSave' && document.isDirty) return
    const snapshot = run === 'off' ? undefined : documents.snapshotOf(document)
    const { uri } = document
    collection.set(
      uri,
      snapshot && unsuppressed(snapshot).map(finding => toDiagnostic(uri, snapshot, finding)),
    )
  }
  return vscode.Disposable.from(
    collection,
    reviews.onDidLearn(({ document, stage }) => {
      if (stage !== 'shares') show(document)
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  )
}

/** Findings that nobody has suppressed: those that are known by now, or all, for which figures are worked out. */
export const unsuppressed = (snapshot: Snapshot, { figures = false } = {}): readonly Finding[] =>
  findings(snapshot, { faint: true, figures }).filter(({ suppressed }) => suppressed === undefined)

export function toDiagnostic(uri: vscode.Uri, { lines }: Snapshot, finding: Finding): vscode.Diagnostic {
  const { rule, severity, span, message, url, related } = finding
  const diagnostic = new vscode.Diagnostic(rangeIn(lines, span), message, severities[severity])
  diagnostic.source = 'arrowsmith'
  diagnostic.code = { value: rule, target: vscode.Uri.parse(url) }
  diagnostic.relatedInformation = related.map(
    place =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(uri, rangeIn(lines, place.span)),
        place.message,
      ),
  )
  return diagnostic
}
