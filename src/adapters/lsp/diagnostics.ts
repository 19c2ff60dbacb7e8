// Findings as diagnostics.

import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver'
import { type Finding, findings, type Snapshot } from '../../service'
import { toRange } from './positions'

const severities: Readonly<Record<Finding['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** What is known by now: rules that need figures speak when these are worked out. */
export const diagnosticsOf = (snapshot: Snapshot, uri: string): Diagnostic[] =>
  findings(snapshot, { faint: true })
    .filter(({ suppressed }) => !suppressed)
    .map(finding => diagnosticOf(snapshot, uri, finding))

export function diagnosticOf(snapshot: Snapshot, uri: string, finding: Finding): Diagnostic {
  const { rule, severity, span, message, related, url } = finding
  return {
    range: toRange(snapshot, span),
    severity: severities[severity],
    code: rule,
    codeDescription: { href: url },
    source: 'arrowsmith',
    message,
    ...(rule === 'unused-suppression' && { tags: [DiagnosticTag.Unnecessary] }),
    relatedInformation: related.map(place => ({
      location: { uri, range: toRange(snapshot, place.span) },
      message: place.message,
    })),
  }
}
