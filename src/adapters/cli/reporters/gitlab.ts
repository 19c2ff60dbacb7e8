// Findings as GitLab's code quality report: a merge request shows those that it adds and those that it mends.

import type { Finding } from '../../../service'
import { printableJson } from '../printable'
import { fingerprints } from './fingerprint'
import { type FileReport, pathInRepository, placeOf } from './report'

const severities: Readonly<Record<Finding['severity'], string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
}

export function reportGitlab(reports: readonly FileReport[]): string {
  const issues = reports.flatMap(report => {
    const prints = fingerprints(report)
    return report.findings
      .filter(({ suppressed }) => !suppressed)
      .map(finding => ({
        description: finding.message,
        check_name: finding.rule,
        fingerprint: prints.get(finding),
        severity: severities[finding.severity],
        location: {
          path: pathInRepository(report),
          lines: { begin: placeOf(report, finding.span).line },
        },
      }))
  })
  return printableJson(issues)
}
