// Findings as diagnostics: at once without figures, with them when typing pauses.

import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type TextDocuments,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type Finding, findings, type Snapshot } from '../../service'
import { rangeOf } from './positions'
import type { Snapshots } from './snapshots'

/** How long typing must pause before rules that need figures run, in milliseconds. */
const pause = 300

const severities: Readonly<Record<Finding['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

export function diagnosticsOf(
  snapshot: Snapshot,
  uri: string,
  how: { readonly figures: boolean },
): Diagnostic[] {
  return findings(snapshot, how)
    .filter(({ suppressed }) => !suppressed)
    .map(finding => diagnosticOf(snapshot, uri, finding))
}

export function diagnosticOf(snapshot: Snapshot, uri: string, finding: Finding): Diagnostic {
  const { rule, severity, span, message, related, url } = finding
  return {
    range: rangeOf(snapshot, span),
    severity: severities[severity],
    code: rule,
    codeDescription: { href: url },
    source: 'arrowsmith',
    message,
    ...(rule === 'unused-suppression' && { tags: [DiagnosticTag.Unnecessary] }),
    relatedInformation: related.map(place => ({
      location: { uri, range: rangeOf(snapshot, place.span) },
      message: place.message,
    })),
  }
}

export interface Sender {
  /** Sends the diagnostics of all open documents again. */
  sendAll(): void
}

/** Sends the diagnostics of every document as it opens and changes. */
export function pushDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  snapshots: Snapshots,
): Sender {
  const waiting = new Map<string, NodeJS.Timeout>()
  const send = ({ uri, version }: TextDocument, figures: boolean) => {
    const snapshot = snapshots.of(uri)
    if (!snapshot) return
    void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(snapshot, uri, { figures }) })
  }
  documents.onDidChangeContent(({ document }) => {
    clearTimeout(waiting.get(document.uri))
    waiting.set(
      document.uri,
      setTimeout(() => send(document, true), pause),
    )
    send(document, false)
  })
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri))
    waiting.delete(uri)
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })
  return {
    sendAll() {
      for (const document of documents.all()) send(document, true)
    },
  }
}
