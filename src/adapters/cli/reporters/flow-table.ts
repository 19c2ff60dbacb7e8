// The table of flows, for terminals and for Markdown.

import { assumedLine, type FlowRow } from '../../../service'
import {
  estimate,
  formatDowntime,
  formatPercentage,
  marked,
  unlimitedAttempts,
} from '../../../service/features/format'
import { markdownText } from '../../../text/markdown'
import { printable } from '../printable'
import type { Terminal } from '../terminal'

const heading = ['Flow', 'p50', 'p95', 'p99', 'Availability', 'Downtime', 'Worst case']

/** Heading and rows; a column for objectives where one is stated. */
function rowsOf(flows: readonly FlowRow[]): string[][] {
  if (!flows.some(({ objective }) => objective)) return [heading, ...flows.map(cells)]
  return [[...heading, 'Objective'], ...flows.map(flow => [...cells(flow), objectiveIn(flow)])]
}

function cells(flow: FlowRow): string[] {
  const { name, p50, p95, p99, availability, downtimeSecondsPerYear, overloaded, notes } = flow
  const { assumed } = notes
  return [
    name,
    ...[p50, p95, p99].map(ms => (overloaded ? 'no limit' : marked(estimate(ms), assumed.times))),
    marked(formatPercentage(availability), assumed.availability),
    marked(formatDowntime(downtimeSecondsPerYear), assumed.availability),
    worstCase(flow),
  ]
}

/** Calls that are made anyway are told from attempts that repeat them. */
export function worstCase({ attempts, attemptsAt, notes: { calls, retried } }: FlowRow): string {
  if (attempts <= 1) return 'one attempt each'
  if (!retried) return `${calls} calls, one attempt each`
  if (calls >= attempts) return `${calls} calls at ${attemptsAt}, one attempt each`
  const made = calls > 1 ? ` for ${calls} calls` : ''
  return `${manyOf(attempts)} attempts at ${attemptsAt}${made}`
}

const manyOf = (attempts: number): string =>
  attempts < unlimitedAttempts ? String(attempts) : 'more than a billion'

function objectiveIn({ objective }: FlowRow): string {
  if (!objective) return ''
  return objective.met
    ? `met: ${objective.text}`
    : `missed (${objective.missed.join(', ')}): ${objective.text}`
}

/** Columns aligned with blanks; figures to the right. */
export function textTable(flows: readonly FlowRow[], { widthOf }: Terminal): string {
  const rows = rowsOf(flows).map(row => row.map(printable))
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => widthOf(row[column] ?? '')))) ?? []
  const line = (row: readonly string[]) =>
    row.map((cell, column) => align(cell, (widths[column] ?? 0) - widthOf(cell), column)).join('  ')
  return rows.map(row => `  ${line(row)}`.trimEnd()).join('\n')
}

/** A Markdown table with one blank around each cell, so that a change of one flow changes one line. */
export function markdownTable(flows: readonly FlowRow[]): string[] {
  const [head = [], ...rows] = rowsOf(flows)
  const line = (row: readonly string[]) => `| ${row.map(markdownText).join(' | ')} |`
  const ruler = head.map((_, column) => (isFigure(column) ? '--:' : '---'))
  return [line(head), `|${ruler.join('|')}|`, ...rows.map(line)]
}

/** How much of the table nobody has stated, and what it leaves out: a sentence each. */
export const noteLines = (flows: readonly FlowRow[]): readonly string[] => [
  assumedLine(assumptionsOf(flows)),
  ...new Set(flows.flatMap(({ notes }) => notes.gaps)),
]

/** The assumptions of several flows, each once. */
export function assumptionsOf(flows: readonly FlowRow[]): readonly FlowRow['assumed'][number][] {
  const all = flows.flatMap(({ assumed }) => assumed)
  return [...new Map(all.map(assumption => [`${assumption.at} ${assumption.key}`, assumption])).values()]
}

/** The row as machine formats promise it. */
export const contracted = ({ notes: _, ...row }: FlowRow): Omit<FlowRow, 'notes'> => row

const isFigure = (column: number): boolean => column > 0 && column < 6

function align(text: string, missing: number, column: number): string {
  return isFigure(column) ? ' '.repeat(missing) + text : text + ' '.repeat(missing)
}
