// Syntax errors in diagrams of the families that only Mermaid reads.

import { otherDiagrams, refusedFinding } from '../../../service'
import { type FileFailure, failed } from '../../disk/failure'
import type { FileReport } from '../reporters/report'
import { refusalsOf } from './mermaid-parser'

/** The reports with a finding for each diagram that Mermaid refuses. */
export async function withRefusals(
  reports: readonly FileReport[],
): Promise<readonly FileReport[] | FileFailure> {
  const asked = reports.flatMap(report => otherDiagrams(report.snapshot).map(other => ({ report, other })))
  if (asked.length === 0) return reports
  const refusals = await refusalsOf(asked.map(({ other }) => other.body))
  if (failed(refusals)) return refusals
  const found = asked.flatMap(({ report, other }, index) => {
    const refusal = refusals[index]
    const finding = refusal && refusedFinding(report.snapshot, other, refusal)
    return finding ? [{ report, finding }] : []
  })
  return reports.map(report => {
    const added = found.filter(each => each.report === report).map(({ finding }) => finding)
    const findings = [...report.findings, ...added].sort((a, b) => a.span.start - b.span.start)
    return { ...report, findings, parsedByMermaid: true }
  })
}
