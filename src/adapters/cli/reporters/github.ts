// Findings as workflow commands: GitHub Actions shows them beside the changed lines of a pull request.

import type { Finding } from '../../../service'
import { printable, withoutCommands } from '../printable'
import { type FileReport, pathInRepository, placeOf } from './report'

const commands: Readonly<Record<Finding['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
}

export function reportGithub(reports: readonly FileReport[]): string {
  return reports
    .flatMap(report =>
      report.findings.filter(({ suppressed }) => !suppressed).map(finding => line(report, finding)),
    )
    .join('\n')
}

function line(report: FileReport, { rule, severity, message, span, url }: Finding): string {
  const { line, column, endLine, endColumn } = placeOf(report, span)
  // Columns are only shown for places within one line.
  const columns = line === endLine ? { col: column, endColumn } : {}
  const properties = { file: pathInRepository(report), line, endLine, ...columns, title: rule }
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${commands[severity]} ${list.join(',')}::${escapeData(`${message}\n${url}`)}`
}

const escapeData = (text: string): string => withoutCommands(encoded(text))

const escapeProperty = (text: string): string =>
  withoutCommands(encoded(text).replaceAll(':', '%3A').replaceAll(',', '%2C'))

const encoded = (text: string): string =>
  printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'))
