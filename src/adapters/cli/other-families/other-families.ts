// Syntax errors in diagrams of the families that only Mermaid reads.

import { type Finding, otherDiagrams, refusedFinding } from '../../../service'
import { type FileFailure, failed } from '../../disk/failure'
import { type FileReport, withFindings } from '../reporters/report'
import { refusalsOf } from './mermaid-parser'

/** The reports with a finding for each diagram that Mermaid refuses. */
export async function withRefusals(
  reports: readonly FileReport[],
): Promise<readonly FileReport[] | FileFailure> {
  const asked = reports
    .filter(({ checked }) => checked.lookedAt.length > 0)
    .flatMap(report => {
      const snapshot = report.snapshot()
      return otherDiagrams(snapshot).map(other => ({ report, snapshot, other }))
    })
  if (asked.length === 0) return reports
  const refusals = await refusalsOf(asked.map(({ other }) => other.body))
  if (failed(refusals)) return refusals
  const found = new Map<FileReport, Finding[]>()
  for (const [index, { report, snapshot, other }] of asked.entries()) {
    const refusal = refusals[index]
    const finding = refusal && refusedFinding(snapshot, other, refusal)
    if (finding) found.set(report, [...(found.get(report) ?? []), finding])
  }
  return reports.map(report => {
    const findings = [...report.findings, ...(found.get(report) ?? [])].sort(
      (a, b) => a.span.start - b.span.start,
    )
    return { ...withFindings(report, findings), parsedByMermaid: true }
  })
}
