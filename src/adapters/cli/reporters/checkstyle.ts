// Findings as Checkstyle XML: Jenkins, Bitbucket and most code review bots read it.

import { type FileReport, placeOf } from './report'
import { escapeXml } from './xml'

export function reportCheckstyle(reports: readonly FileReport[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...reports.flatMap(fileOf),
    '</checkstyle>',
  ].join('\n')
}

/** Checkstyle knows no hints: they are infos. */
function fileOf(report: FileReport): string[] {
  const errors = report.findings
    .filter(({ suppressed }) => !suppressed)
    .map(({ rule, severity, message, span }) => {
      const { line, column } = placeOf(report, span)
      const gravity = severity === 'hint' ? 'info' : severity
      return `    <error line="${line}" column="${column}" severity="${gravity}" message="${escapeXml(message)}" source="arrowsmith.${rule}"/>`
    })
  return [`  <file name="${escapeXml(report.source.path)}">`, ...errors, '  </file>']
}
