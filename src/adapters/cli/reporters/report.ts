// What the reporters of `lint` are given.

import type { Checked, Finding, Snapshot } from '../../../service'
import type { Lines } from '../../../text/lines'
import type { SourceFile } from '../../disk/files'
import { pathFromRepository } from '../../disk/repository'
import { unnamedInput } from '../sources'

export interface FileReport {
  readonly source: SourceFile
  /** Of the text that the findings are about: the fixed one, if something was fixed. */
  readonly lines: Lines
  readonly checked: Checked
  /** In order of the text; suppressed ones included, marked. */
  readonly findings: readonly Finding[]
  /** The analysis behind it, made now where the findings are known from an earlier run. */
  snapshot(): Snapshot
  /** Mermaid itself has parsed the kinds of diagrams that are not read here. */
  readonly parsedByMermaid?: true
  /** Where what is made of this report alone lasts until later runs. */
  readonly keep?: Keep
}

/** Plain data by name. */
export interface Keep {
  get<T>(name: string): T | undefined
  set(name: string, data: unknown): void
}

/** The report with other findings: what was made of the former ones doesn't hold for it. */
export function withFindings(
  { keep: _, ...report }: FileReport,
  findings: FileReport['findings'],
): FileReport {
  return { ...report, findings }
}

/** What has been fixed, or would have been. */
export interface FixCount {
  readonly fixes: number
  readonly files: number
  readonly written: boolean
}

export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly hints: number
}

/** What counts: suppressed findings don't. */
export function countFindings(reports: readonly FileReport[]): Counts {
  const total = { errors: 0, warnings: 0, infos: 0, hints: 0 }
  for (const report of reports) {
    const { errors, warnings, infos, hints } = countsOf(report)
    total.errors += errors
    total.warnings += warnings
    total.infos += infos
    total.hints += hints
  }
  return total
}

function countsOf(report: FileReport): Counts {
  const known = report.keep?.get<Counts>('counts')
  if (known) return known
  const count = (severity: Finding['severity']) =>
    report.findings.filter(finding => finding.severity === severity && !finding.suppressed).length
  const counts = {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
  }
  report.keep?.set('counts', counts)
  return counts
}

/** The file's path as code hosts want it: from the repository's root, with `/`; absolute outside of one. */
export const pathInRepository = ({ source }: Pick<FileReport, 'source'>): string =>
  source.path === unnamedInput ? source.path : pathFromRepository(source.path)

/** 1-based lines and columns in UTF-16 units, the end exclusive. */
export function placeOf({ lines }: Pick<FileReport, 'lines'>, { start, end }: Finding['span']) {
  const from = lines.positionAt(start)
  const to = lines.positionAt(end)
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}

/** The text of the line that a finding begins in, whatever blanks are in it: it stays when lines move. */
export function lineOf({ lines }: Pick<FileReport, 'lines'>, { span }: Pick<Finding, 'span'>): string {
  return lines.lineText(lines.positionAt(span.start).line).replace(/\s+/g, ' ').trim()
}
