// Findings for people: the place in the text, what is wrong with it, and where to read on.

import { type Finding, ruleList } from '../../../service'
import { countOf } from '../../../text/figures'
import { printable } from '../printable'
import { type Look, measuring, type Paint, painter, type Style, type Terminal, wrap } from '../terminal'
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

/** What the report says of one document: plain data, which lasts until later runs. */
interface DocumentPart {
  /** '' where nothing is shown. */
  readonly text: string
  /** What `arrowsmith explain` tells more about, by its place in the list of rules. */
  readonly topics: readonly (readonly [number, string])[]
  /** Findings that --fix mends, and those with fixes that only a person can choose. */
  readonly fixable: number
  readonly open: number
  readonly suppressed: number
}

/** `done`: what --fix has fixed before, if it was asked for. */
export async function reportText(
  reports: readonly FileReport[],
  look: Look,
  done?: FixCount,
): Promise<string> {
  const parts: DocumentPart[] = []
  for (const report of reports) parts.push(await partOf(report, look))
  const paint = painter(look.color)
  const blocks = parts.flatMap(({ text }) => (text === '' ? [] : [text]))
  const pages = whereToReadOn(parts).map(line => paint(line, 'dim'))
  return [
    ...blocks,
    ...(pages.length > 0 ? [pages.join('\n')] : []),
    summary(reports, parts, { paint, done }),
  ].join('\n\n')
}

async function partOf(report: FileReport, look: Look): Promise<DocumentPart> {
  const name = `text-${look.width}${look.color ? '-colored' : ''}`
  const known = report.keep?.get<DocumentPart>(name)
  if (known) return known
  const said = report.findings.flatMap(({ message, related }) => [
    message,
    ...related.map(place => place.message),
  ])
  const part = writtenPart(report, await measuring(look, [report.source.text, ...said]))
  report.keep?.set(name, part)
  return part
}

function writtenPart(report: FileReport, terminal: Terminal): DocumentPart {
  const paint = painter(terminal.color)
  const shown = report.findings.filter(({ suppressed }) => !suppressed)
  const offered = shown.filter(({ fixes }) => fixes.length > 0)
  const fixable = offered.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length
  const blocks = [
    paint(printable(report.source.path), 'underline'),
    ...shown.map(finding => block(report, finding, terminal)),
  ]
  return {
    text: shown.length === 0 ? '' : blocks.join('\n\n'),
    topics: topicsOf(shown),
    fixable,
    open: offered.length - fixable,
    suppressed: report.findings.length - shown.length,
  }
}

/** One for each rule that found something, and one for all of a workspace's own. */
function topicsOf(shown: readonly Finding[]): DocumentPart['topics'] {
  if (shown.length === 0) return []
  const listed = ruleList().map(({ id }) => id)
  const found = [...new Set(shown.map(({ rule }) => listed.indexOf(rule)))]
  return found.map(place => [place < 0 ? listed.length : place, listed[place] ?? 'conventions'])
}

/** In the order of the list of rules. */
function whereToReadOn(parts: readonly DocumentPart[]): readonly string[] {
  const topics = new Map(parts.flatMap(({ topics }) => topics))
  return [...topics].sort(([a], [b]) => a - b).map(([, topic]) => `arrowsmith explain ${topic}`)
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

interface Closing {
  readonly paint: Paint
  readonly done: FixCount | undefined
}

function summary(
  reports: readonly FileReport[],
  parts: readonly DocumentPart[],
  { paint, done }: Closing,
): string {
  const counts = countFindings(reports)
  const shown = counts.errors + counts.warnings + counts.infos + counts.hints
  const hidden = sum(parts.map(({ suppressed }) => suppressed))
  const checked = checkedIn(reports)
  const where = whereChecked(checked)
  const rest = hidden > 0 ? ` (${hidden} suppressed)` : ''
  const closing = [done ? doneLine(done) : '', ...offers(parts)].filter(part => part !== '').join('; ')
  const lines = (first: string) =>
    [first, closing, ...unchecked(checked).map(printable)].filter(line => line !== '').join('\n')
  if (shown === 0 && checked.diagrams === 0)
    return lines(`No diagrams checked in ${countOf(checked.files, 'file')}${rest}`)
  if (shown === 0) return paint(lines(`No findings ${where}${rest}`), 'green')
  return paint(lines(`${countOf(shown, 'finding')} ${where}: ${kinds(counts)}${rest}`), 'bold')
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

function doneLine({ fixes, files, written }: FixCount): string {
  if (fixes === 0) return 'nothing to fix automatically'
  return `${fixes} ${written ? 'fixed' : 'would be fixed'} in ${countOf(files, 'file')}`
}

/** The fixes that are left. */
function offers(parts: readonly DocumentPart[]): string[] {
  const fixable = sum(parts.map(part => part.fixable))
  const open = sum(parts.map(part => part.open))
  return [
    ...(fixable > 0 ? [`${fixable} can be fixed with --fix`] : []),
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
