// Findings as SARIF 2.1.0: code scanning services read it.

import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import { version } from '../../../../package.json'
import { type Finding, ruleList } from '../../../service'
import { rulePage } from '../../disk/rule-page'
import { printableJson } from '../printable'
import { fingerprints } from './fingerprint'
import { type FileReport, pathInRepository, placeOf } from './report'

const levels: Readonly<Record<Finding['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
}

export function reportSarif(reports: readonly FileReport[]): string {
  const results = reports.flatMap(report => {
    const prints = fingerprints(report)
    return report.findings.map(finding => ({
      ...result(report, finding),
      partialFingerprints: { 'arrowsmith/v1': prints.get(finding) },
    }))
  })
  const driver = { name: 'arrowsmith', version, rules: rulesOf(reports) }
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results }
  return printableJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  })
}

/** The rules that found something, each with its page: a code host has no other place to show it from. */
function rulesOf(reports: readonly FileReport[]) {
  const found = new Set(reports.flatMap(({ findings }) => findings.map(({ rule }) => rule)))
  return ruleList()
    .filter(({ id }) => found.has(id))
    .map(({ id, summary, category }) => {
      const page = rulePage(id)
      return {
        id,
        shortDescription: { text: summary },
        ...(page !== undefined && { help: { text: summary, markdown: page } }),
        properties: { category },
      }
    })
}

function result(report: FileReport, { rule, severity, message, span, related, fixes, suppressed }: Finding) {
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: message },
    locations: [location(report, span)],
    ...(related.length > 0 && {
      relatedLocations: unique(
        related.map(place => ({ ...location(report, place.span), message: { text: place.message } })),
      ),
    }),
    ...(fixes.length > 0 && { fixes: unique(fixes.map(fix => fixOf(report, fix))) }),
    ...(suppressed && {
      suppressions: [
        {
          kind: suppressed.external ? 'external' : 'inSource',
          ...(suppressed.reason && { justification: suppressed.reason }),
        },
      ],
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

function artifact(report: FileReport) {
  const path = pathInRepository(report)
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href }
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}

/** SARIF accepts nothing twice in its lists. */
const unique = <T>(items: readonly T[]): T[] => [
  ...new Map(items.map(item => [JSON.stringify(item), item])).values(),
]

function region(report: FileReport, span: Finding['span']) {
  const { line, column, endLine, endColumn } = placeOf(report, span)
  return { startLine: line, startColumn: column, endLine, endColumn }
}
