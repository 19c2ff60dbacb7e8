// A comparison of two versions in words: for terminals, and for pull requests as Markdown.

import {
  type ChangedValue,
  type Changes,
  type Comparison,
  changesOf,
  type DrawingChange,
  type FlowChange,
  type FlowRow,
  type LocatedFinding,
  misses,
} from '../../../service'
import { formatDowntime, formatDuration, formatPercentage } from '../../../text/figures'
import { markdownText } from '../../../text/markdown'
import { printable } from '../printable'
import { worstCase } from './flow-table'

export interface NamedComparison extends Comparison {
  readonly path: string
  /** Where the file was before it got its name. */
  readonly renamedFrom?: string
}

export const comparisonTitle = ({ path, renamedFrom }: NamedComparison): string =>
  renamedFrom === undefined ? path : `${path} (was ${renamedFrom})`

export function comparisonText(comparisons: readonly NamedComparison[]): string {
  if (comparisons.length === 0) return unchanged
  return comparisons
    .map(comparison =>
      [printable(comparisonTitle(comparison)), ...lines(comparison).map(line => `  ${printable(line)}`)].join(
        '\n',
      ),
    )
    .join('\n\n')
}

export function comparisonMarkdown(comparisons: readonly NamedComparison[]): string {
  if (comparisons.length === 0) return unchanged
  return comparisons
    .map(comparison =>
      [
        `### ${markdownText(comparisonTitle(comparison))}`,
        '',
        ...lines(comparison).map(line => `- ${markdownText(line)}`),
      ].join('\n'),
    )
    .join('\n\n')
}

const unchanged = 'no change in calls, flows or findings'

function lines({ file, drawings, flows, added, removed }: Comparison): string[] {
  const all = [
    ...(file === 'kept' ? [] : [`${file} file`]),
    ...(file === 'kept' ? drawings.flatMap(drawingLines) : []),
    ...flows.map(flowLine),
    ...added.map(line => findingLine('new', line)),
    ...removed.map(line => findingLine('gone', line)),
  ]
  return all.length > 0 ? all : [unchanged]
}

/** Diagrams are named where there may be several. */
export function drawingLines({ title, diagram, components, calls }: DrawingChange): string[] {
  const named = title === undefined ? 'diagram' : `diagram “${title}”`
  if (diagram !== 'kept') return [`${diagram} ${named}`]
  return [
    ...partLines('component', components, ({ name }) => name),
    ...partLines('call', calls, ({ caller, callee }) => `${caller} → ${callee}`),
  ]
}

function partLines<Part>(
  noun: string,
  { added, removed, changed }: Changes<Part>,
  nameOf: (part: Part) => string,
) {
  return [
    ...added.map(part => `new ${noun}: ${nameOf(part)}`),
    ...removed.map(part => `${noun} removed: ${nameOf(part)}`),
    ...changed.map(part => `${nameOf(part)}: ${part.figures.map(valueChange).join(', ')}`),
  ]
}

const valueChange = ({ key, before, after }: ChangedValue): string =>
  `${key} ${before ?? 'unstated'} → ${after ?? 'unstated'}`

function flowLine({ name, before, after }: FlowChange): string {
  if (before && after) return `${name}: ${changes(before, after).join(', ')}`
  return after ? `${name}: new flow, ${figures(after)}` : `${name}: flow removed`
}

function figures(flow: FlowRow): string {
  const { p99, availability, downtimeSecondsPerYear } = flow
  const kept = `p99 ${formatDuration(p99)}, ${formatPercentage(availability)} available, downtime ${formatDowntime(downtimeSecondsPerYear)}`
  return misses(flow) ? `${kept}, ${objectiveLine(flow)}` : kept
}

const objectiveLine = ({ objective }: FlowRow): string =>
  objective?.met === false
    ? `objective missed (${objective.shortfalls.join('; ')})`
    : `objective no longer missed${objective ? ` (${objective.text})` : ''}`

function changes(before: FlowRow, after: FlowRow): string[] {
  return changesOf(before, after).map(key => {
    switch (key) {
      case 'downtimeSecondsPerYear':
        return `downtime ${signed(after[key] - before[key], formatDowntime)} (${formatPercentage(after.availability)} available)`
      case 'attempts':
        return `worst case: ${worstCase(before)} → ${worstCase(after)}`
      case 'objective':
        return objectiveLine(after)
      default:
        return `${key} ${latencyChange(before[key], after[key])}`
    }
  })
}

function latencyChange(before: number | null, after: number | null): string {
  if (before === null || after === null) return `${formatDuration(before)} → ${formatDuration(after)}`
  return `${signed(after - before, formatDuration)} (now ${formatDuration(after)})`
}

const signed = (value: number, format: (value: number) => string): string =>
  value < 0 ? `−${format(-value)}` : `+${format(value)}`

function findingLine(word: string, { rule, severity, message, line }: LocatedFinding): string {
  return `${word} ${severity} at line ${line}: ${rule}: ${message.replaceAll(/\s+/g, ' ')}`
}
