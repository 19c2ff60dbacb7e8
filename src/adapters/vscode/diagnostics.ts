// Findings as squiggles and Problems, while typing or on saving.

import * as vscode from 'vscode'
import { type Finding, findings, type Snapshot } from '../../service'
import type { Documents } from './documents'
import { toLocation, toRange } from './positions'
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
    collection.set(document.uri, snapshot && open(snapshot).map(finding => toDiagnostic(document, finding)))
  }
  return vscode.Disposable.from(
    collection,
    reviews.onDidLearn(({ document, stage }) => {
      if (stage !== 'shares') show(document)
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  )
}

/** Those that are known by now and that nobody has suppressed. */
const open = (snapshot: Snapshot) =>
  findings(snapshot, { faint: true }).filter(({ suppressed }) => suppressed === undefined)

function toDiagnostic(document: vscode.TextDocument, finding: Finding): vscode.Diagnostic {
  const { rule, severity, span, message, url, related } = finding
  const diagnostic = new vscode.Diagnostic(toRange(document, span), message, severities[severity])
  diagnostic.source = 'arrowsmith'
  diagnostic.code = { value: rule, target: vscode.Uri.parse(url) }
  diagnostic.relatedInformation = related.map(
    place => new vscode.DiagnosticRelatedInformation(toLocation(document, place.span), place.message),
  )
  return diagnostic
}
