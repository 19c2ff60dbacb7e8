// Findings as squiggles and Problems, while typing or on saving.

import * as vscode from 'vscode'
import { type Finding, findings } from '../../service'
import type { Configurations } from './configuration'
import { toLocation, toRange } from './convert'
import { type Documents, languageOfDocument } from './documents'
import { settingsOf } from './settings'

/** Milliseconds without a keystroke before a text is checked. */
const pause = 80

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
}

/** Keeps the Problems of open documents up to date, as `arrowsmith.run` says. */
export function createDiagnostics(documents: Documents, configurations: Configurations): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('arrowsmith')
  const timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>()

  const check = async (document: vscode.TextDocument) => {
    await configurations.load(document.uri)
    if (document.isClosed) return
    const snapshot = settingsOf(document.uri).run === 'off' ? undefined : documents.snapshotOf(document)
    collection.set(document.uri, snapshot && open(snapshot).map(finding => toDiagnostic(document, finding)))
  }
  const checkIn = (milliseconds: number, document: vscode.TextDocument) => {
    if (!languageOfDocument(document)) return
    cancel(document)
    timers.set(
      document,
      setTimeout(() => check(document), milliseconds),
    )
  }
  const cancel = (document: vscode.TextDocument) => {
    clearTimeout(timers.get(document))
    timers.delete(document)
  }
  const checkAll = () => {
    for (const document of vscode.workspace.textDocuments)
      if (!document.isDirty || settingsOf(document.uri).run !== 'onSave') checkIn(0, document)
  }

  checkAll()
  return vscode.Disposable.from(
    collection,
    documents.onDidChange(checkAll),
    vscode.workspace.onDidOpenTextDocument(document => checkIn(0, document)),
    vscode.workspace.onDidSaveTextDocument(document => checkIn(0, document)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && settingsOf(document.uri).run === 'onType') checkIn(pause, document)
    }),
    vscode.workspace.onDidCloseTextDocument(document => {
      cancel(document)
      collection.delete(document.uri)
    }),
    { dispose: () => timers.forEach(clearTimeout) },
  )
}

/** Those that nobody has suppressed. */
const open = (snapshot: Parameters<typeof findings>[0]) =>
  findings(snapshot, { figures: true }).filter(({ suppressed }) => suppressed === undefined)

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
