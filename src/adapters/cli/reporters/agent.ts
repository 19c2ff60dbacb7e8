// Findings one a line, for `grep`, editors' quickfix lists and assistants: path:line:column: severity rule message.

import { printable } from '../printable'
import { type FileReport, placeOf } from './report'

export const reportAgent = (reports: readonly FileReport[]): string => reports.flatMap(linesOf).join('\n')

const linesOf = (report: FileReport): string[] =>
  report.findings
    .filter(({ suppressed }) => !suppressed)
    .map(({ severity, rule, message, span }) => {
      const { line, column } = placeOf(report, span)
      return printable(`${report.source.path}:${line}:${column}: ${severity} ${rule}: ${message}`)
    })
