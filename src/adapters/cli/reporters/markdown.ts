// Findings as Markdown, for comments and job summaries: a table for each file.

import { countOf } from '../../../text/figures'
import { markdownText } from '../../../text/markdown'
import { checkedIn, unchecked, whereChecked } from './checked'
import { countFindings, type FileReport, placeOf } from './report'

export function reportMarkdown(reports: readonly FileReport[]): string {
  const { errors, warnings, infos, hints } = countFindings(reports)
  const total = errors + warnings + infos + hints
  const checked = checkedIn(reports)
  const where = whereChecked(checked)
  const rest = unchecked(checked).map(line => `${markdownText(line)}.`)
  if (total > 0)
    return [`**${countOf(total, 'finding')}** ${where}`, ...reports.flatMap(tableOf), ...rest].join('\n\n')
  const none = checked.diagrams > 0 ? `No findings ${where}.` : 'No diagrams checked.'
  return [none, ...rest].join('\n\n')
}

function tableOf(report: FileReport): string[] {
  const shown = report.findings.filter(({ suppressed }) => !suppressed)
  if (shown.length === 0) return []
  const rows = shown.map(({ severity, rule, message, span }) => {
    const cells = [String(placeOf(report, span).line), severity, rule, markdownText(message)]
    return `| ${cells.join(' | ')} |`
  })
  return [
    `#### ${markdownText(report.source.path)}`,
    ['| line | | rule | |', '|---:|---|---|---|', ...rows].join('\n'),
  ]
}
