// Findings for people: the place in the text, what is wrong with it, and where to read on.

import { type Finding, ruleList } from '../../../service'
import { countOf } from '../../../text/figures'
import { printable } from '../printable'
import { type Paint, painter, type Style, type Terminal, wrap } from '../terminal'
import { checkedIn, unchecked, whereChecked } from './checked'
import { type Excerpt, frame } from './frame'
import { type Counts, countFindings, type FileReport, type FixCount, placeOf } from './report'

const styles: Readonly<Record<Finding['severity'], Style>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  hint: 'cyan',
}

const maximumRelated = 5

/** `done`: what --fix has fixed before, if it was asked for. */
export function reportText(reports: readonly FileReport[], terminal: Terminal, done?: FixCount): string {
  const paint = painter(terminal.color)
  const blocks = reports.flatMap(report => {
    const shown = report.findings.filter(({ suppressed }) => !suppressed)
    if (shown.length === 0) return []
    return [
      paint(printable(report.source.path), 'underline'),
      ...shown.map(finding => block(report, finding, terminal)),
    ]
  })
  const pages = whereToReadOn(reports).map(line => paint(line, 'dim'))
  return [...blocks, ...(pages.length > 0 ? [pages.join('\n')] : []), summary(reports, paint, done)].join(
    '\n\n',
  )
}

/** One line for each rule that found something, and one for all of a workspace's own. */
function whereToReadOn(reports: readonly FileReport[]): readonly string[] {
  const shown = reports.flatMap(({ findings }) => findings.filter(({ suppressed }) => !suppressed))
  const found = new Set(shown.map(({ rule }) => rule))
  const listed = new Set(ruleList().map(({ id }) => id))
  const topics = [...listed].filter(id => found.has(id))
  if ([...found].some(id => !listed.has(id))) topics.push('conventions')
  return topics.map(topic => `arrowsmith explain ${topic}`)
}

function block(report: FileReport, finding: Finding, terminal: Terminal): string {
  const { severity, rule, span, message, related, fixes } = finding
  const paint = painter(terminal.color)
  const { line, column } = placeOf(report, span)
  const head = `  ${line}:${column}  ${paint(severity, 'bold', styles[severity])}  ${paint(rule, 'bold')}${wayOut(fixes, paint)}`
  const excerpts = [
    excerpt(report, { span, message: '' }, { mark: '^', style: styles[severity] }),
    ...related.slice(0, maximumRelated).map(place => excerpt(report, place, { mark: '-', style: 'blue' })),
  ]
  const unseen = related.length - maximumRelated
  return [
    head,
    ...wrap(printable(message), terminal.width - 4, terminal).map(text => `    ${text}`),
    '',
    ...frame(excerpts, terminal),
    ...(unseen > 0 ? [paint(`      … and ${countOf(unseen, 'more place')}`, 'dim')] : []),
  ].join('\n')
}

/** What --fix applies, and what only a person can choose. */
function wayOut(fixes: Finding['fixes'], paint: Paint): string {
  if (fixes.some(({ safe }) => safe)) return paint('  fixable', 'green')
  return fixes.length > 0 ? paint('  fix in the editor', 'dim') : ''
}

function excerpt(
  report: FileReport,
  { span, message }: { readonly span: Finding['span']; readonly message: string },
  look: Pick<Excerpt, 'mark' | 'style'>,
): Excerpt {
  const { line, column, endLine, endColumn } = placeOf(report, span)
  const text = report.lines.lineText(line)
  return {
    line,
    text,
    start: column - 1,
    end: line === endLine ? endColumn - 1 : text.length,
    message,
    ...look,
  }
}

function summary(reports: readonly FileReport[], paint: Paint, done: FixCount | undefined): string {
  const findings = reports.flatMap(report => report.findings)
  const shown = findings.filter(({ suppressed }) => !suppressed)
  const hidden = findings.length - shown.length
  const checked = checkedIn(reports)
  const where = whereChecked(checked)
  const rest = hidden > 0 ? ` (${hidden} suppressed)` : ''
  const closing = [done ? doneLine(done) : '', ...offers(shown)].filter(part => part !== '').join('; ')
  const lines = (first: string) =>
    [first, closing, ...unchecked(checked).map(printable)].filter(line => line !== '').join('\n')
  if (shown.length === 0 && checked.diagrams === 0)
    return lines(`No diagrams checked in ${countOf(checked.files, 'file')}${rest}`)
  if (shown.length === 0) return paint(lines(`No findings ${where}${rest}`), 'green')
  const found = `${countOf(shown.length, 'finding')} ${where}: ${kinds(countFindings(reports))}${rest}`
  return paint(lines(found), 'bold')
}

function doneLine({ fixes, files, written }: FixCount): string {
  if (fixes === 0) return 'nothing to fix automatically'
  return `${fixes} ${written ? 'fixed' : 'would be fixed'} in ${countOf(files, 'file')}`
}

/** The fixes that are left. */
function offers(shown: readonly Finding[]): string[] {
  const offered = shown.filter(({ fixes }) => fixes.length > 0)
  const safe = offered.filter(({ fixes }) => fixes.some(fix => fix.safe)).length
  const open = offered.length - safe
  return [
    ...(safe > 0 ? [`${safe} can be fixed with --fix`] : []),
    ...(open > 0
      ? [
          `${open === 1 ? '1 fix needs' : `${open} fixes need`} your decision: open ${open === 1 ? 'it' : 'them'} in the editor`,
        ]
      : []),
  ]
}

function kinds({ errors, warnings, infos, hints }: Counts): string {
  const parts = [
    ...(errors > 0 ? [countOf(errors, 'error')] : []),
    ...(warnings > 0 ? [countOf(warnings, 'warning')] : []),
    ...(infos > 0 ? [countOf(infos, 'info')] : []),
    ...(hints > 0 ? [countOf(hints, 'hint')] : []),
  ]
  return parts.join(', ')
}
