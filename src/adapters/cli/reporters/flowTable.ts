// The table of flows, for terminals and for Markdown.

import type { FlowRow } from '../../../service'
import type { Terminal } from '../terminal'
import { duration, percentage, stretch } from './figures'

const heading = ['Flow', 'p50', 'p95', 'p99', 'Availability', 'Downtime a year', 'Worst case']

function cells({
  name,
  p50,
  p95,
  p99,
  availability,
  downtimeSecondsPerYear,
  attempts,
  attemptsAt,
}: FlowRow): string[] {
  const worst = attempts > 1 ? `${attempts} attempts at ${attemptsAt}` : 'one attempt each'
  const times = [duration(p50), duration(p95), duration(p99)]
  return [name, ...times, percentage(availability), stretch(downtimeSecondsPerYear), worst]
}

/** Columns aligned with blanks; figures to the right. */
export function textTable(flows: readonly FlowRow[], { widthOf }: Terminal): string {
  const rows = [heading, ...flows.map(cells)]
  const widths = heading.map((_, column) => Math.max(...rows.map(row => widthOf(row[column] ?? ''))))
  return rows
    .map(row =>
      `  ${row.map((cell, column) => align(cell, (widths[column] ?? 0) - widthOf(cell), column)).join('  ')}`.trimEnd(),
    )
    .join('\n')
}

/** A Markdown table with one blank around each cell, so that a change of one flow changes one line. */
export function markdownTable(flows: readonly FlowRow[]): string[] {
  const line = (row: readonly string[]) => `| ${row.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const ruler = heading.map((_, column) => (isFigure(column) ? '--:' : '---'))
  return [line(heading), `|${ruler.join('|')}|`, ...flows.map(flow => line(cells(flow)))]
}

/** `12 figures are assumed`: how much of the table nobody has stated. */
export function assumedLine(flows: readonly FlowRow[]): string {
  const count = assumptionsOf(flows).length
  return count === 0
    ? 'Every figure is stated.'
    : `${count} ${count === 1 ? 'figure is' : 'figures are'} assumed.`
}

/** The assumptions of several flows, each once. */
export function assumptionsOf(flows: readonly FlowRow[]): readonly FlowRow['assumed'][number][] {
  const all = flows.flatMap(({ assumed }) => assumed)
  return [...new Map(all.map(assumption => [`${assumption.at} ${assumption.key}`, assumption])).values()]
}

const isFigure = (column: number): boolean => column > 0 && column < 6

function align(text: string, missing: number, column: number): string {
  return isFigure(column) ? ' '.repeat(missing) + text : text + ' '.repeat(missing)
}
