// Findings as SARIF 2.1.0: code scanning services read it.

import { version } from '../../../../package.json'
import { type Finding, ruleList } from '../../../service'
import { type FileReport, placeOf } from './report'

const levels: Readonly<Record<Finding['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
}

export function reportSarif(reports: readonly FileReport[]): string {
  const results = reports.flatMap(report => report.findings.map(finding => result(report, finding)))
  const driver = { name: 'arrowsmith', version, rules: rulesOf(reports) }
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results }
  return JSON.stringify(
    { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] },
    undefined,
    2,
  )
}

/** The rules that found something. */
function rulesOf(reports: readonly FileReport[]) {
  const urls = new Map(
    reports.flatMap(({ findings }) => findings.map(({ rule, url }) => [rule, url] as const)),
  )
  return ruleList()
    .filter(({ id }) => urls.has(id))
    .map(({ id, summary, category }) => ({
      id,
      shortDescription: { text: summary },
      helpUri: urls.get(id),
      properties: { category },
    }))
}

function result(report: FileReport, { rule, severity, message, span, related, fixes, suppressed }: Finding) {
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: message },
    locations: [location(report, span)],
    ...(related.length > 0 && {
      relatedLocations: related.map(place => ({
        ...location(report, place.span),
        message: { text: place.message },
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map(fix => fixOf(report, fix)) }),
    ...(suppressed && {
      suppressions: [{ kind: 'inSource', ...(suppressed.reason && { justification: suppressed.reason }) }],
    }),
  }
}

function location(report: FileReport, span: Finding['span']) {
  return { physicalLocation: { artifactLocation: artifact(report), region: region(report, span) } }
}

function fixOf(report: FileReport, { title, edits }: Finding['fixes'][number]) {
  const replacements = edits.map(edit => ({
    deletedRegion: region(report, edit.span),
    insertedContent: { text: edit.text },
  }))
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: artifact(report), replacements }],
  }
}

function artifact({ source }: FileReport) {
  return { uri: source.path.split('/').map(encodeURIComponent).join('/') }
}

function region(report: FileReport, span: Finding['span']) {
  const { line, column, endLine, endColumn } = placeOf(report, span)
  return { startLine: line, startColumn: column, endLine, endColumn }
}
