// The table of flows, for terminals and for Markdown.

import { assumedLine, type FlowRow } from '../../../service'
import { unlimitedAttempts } from '../../../service/flows/unlimited-attempts'
import { estimate, formatDowntime, formatPercentage, marked } from '../../../text/figures'
import type { Terminal } from '../terminal'
import { alignedTable, type Column, pipedTable } from './columns'

const latency = (name: 'p50' | 'p95' | 'p99'): Column<FlowRow> => ({
  name,
  figure: true,
  cell: ({ [name]: ms, overloaded, notes: { assumed } }) =>
    overloaded ? 'no limit' : marked(estimate(ms), assumed.times),
})

const columns: readonly Column<FlowRow>[] = [
  { name: 'Flow', cell: ({ name }) => name },
  latency('p50'),
  latency('p95'),
  latency('p99'),
  {
    name: 'Answered',
    figure: true,
    unless: ({ failed }) => failed < toldFrom,
    cell: ({ failed, notes: { assumed } }) =>
      marked(formatPercentage(1 - failed), failed > 0 && assumed.times),
  },
  {
    name: 'Availability',
    figure: true,
    cell: ({ availability, notes: { assumed } }) =>
      marked(formatPercentage(availability), assumed.availability),
  },
  {
    name: 'Downtime',
    figure: true,
    cell: ({ downtimeSecondsPerYear, notes: { assumed } }) =>
      marked(formatDowntime(downtimeSecondsPerYear), assumed.availability),
  },
  { name: 'Worst case', cell: flow => worstCase(flow) },
  { name: 'Objective', unless: ({ objective }) => objective === undefined, cell: flow => objectiveIn(flow) },
]

/** Fewer failures than this move no percentile that is shown. */
const toldFrom = 0.001

/** Calls that are made anyway are told from attempts that repeat them. */
export function worstCase({ attempts, notes: { calls, retried, mostAsked } }: FlowRow): string {
  if (attempts <= 1) return 'one attempt each'
  if (!retried) return `${calls} calls, one attempt each`
  if (calls >= attempts) return `${calls} calls at ${mostAsked}, one attempt each`
  const made = calls > 1 ? ` for ${calls} calls` : ''
  return `${manyOf(attempts)} attempts at ${mostAsked}${made}`
}

/** A number, or in words that there are too many to count. */
export const manyOf = (attempts: number): string =>
  attempts < unlimitedAttempts ? String(attempts) : 'more than a billion'

function objectiveIn({ objective }: FlowRow): string {
  if (!objective) return ''
  return objective.met ? `met: ${objective.text}` : `missed: ${objective.shortfalls.join('; ')}`
}

/** What a document may keep of a flow: the columns but the flow itself, in lower case. */
export const cellNames: readonly string[] = columns.slice(1).map(({ name }) => name.toLowerCase())

/** A flow's cell; '' for a column that there is not. */
export const cellOf = (cellName: string, flow: FlowRow): string =>
  columns.find(({ name }) => name.toLowerCase() === cellName)?.cell(flow) ?? ''

/** The flows by themselves, or what else is worked out of a document: `title` is what its rows are. */
export const textTable = (flows: readonly FlowRow[], terminal: Terminal, title?: string): string =>
  alignedTable(titled(title), flows, terminal)

export const markdownTable = (flows: readonly FlowRow[], title?: string): string[] =>
  pipedTable(titled(title), flows)

const titled = (title: string | undefined): readonly Column<FlowRow>[] =>
  title === undefined
    ? columns
    : columns.map((column, at) => (at === 0 ? { ...column, name: title } : column))

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
