// Findings as JSON, for programs: version 1 of a format that stays.

import { printableJson } from '../printable'
import { checkedIn } from './checked'
import { countFindings, type FileReport, placeOf } from './report'

export function reportJson(reports: readonly FileReport[]): string {
  const files = reports.map(report => ({
    path: report.source.path,
    findings: report.findings.map(({ rule, severity, message, span, related, fixes, url, suppressed }) => ({
      rule,
      severity,
      message,
      ...placeOf(report, span),
      related: related.map(place => ({ message: place.message, ...placeOf(report, place.span) })),
      fixable: fixes.length > 0,
      url,
      ...(suppressed && { suppressed }),
    })),
  }))
  const { diagrams: checked, syntaxOnly, lookedAt, skipped } = checkedIn(reports)
  const diagrams = {
    checked,
    syntaxOnly: syntaxOnly.length,
    lookedAt: lookedAt.length,
    skipped: skipped.length,
  }
  return printableJson({ version: 1, files, summary: { ...countFindings(reports), diagrams } })
}
