// A comparison of two versions in words: for terminals, and for pull requests as Markdown.

import type { FlowRow } from '../../../service'
import { formatDowntime, formatDuration, formatPercentage } from '../../../service/features/format'
import { markdownText } from '../../../text/markdown'
import { type Comparison, changesOf, type FlowChange, type LocatedFinding, misses } from '../comparison'
import { printable } from '../printable'
import { worstCase } from './flow-table'

export interface NamedComparison extends Comparison {
  readonly path: string
  /** Where the file was before it got its name. */
  readonly renamedFrom?: string
}

const titleOf = ({ path, renamedFrom }: NamedComparison): string =>
  renamedFrom === undefined ? path : `${path} (was ${renamedFrom})`

export function comparisonText(comparisons: readonly NamedComparison[]): string {
  if (comparisons.length === 0) return unchanged
  return comparisons
    .map(comparison =>
      [printable(titleOf(comparison)), ...lines(comparison).map(line => `  ${printable(line)}`)].join('\n'),
    )
    .join('\n\n')
}

export function comparisonMarkdown(comparisons: readonly NamedComparison[]): string {
  if (comparisons.length === 0) return unchanged
  return comparisons
    .map(comparison =>
      [
        `### ${markdownText(titleOf(comparison))}`,
        '',
        ...lines(comparison).map(line => `- ${markdownText(line)}`),
      ].join('\n'),
    )
    .join('\n\n')
}

const unchanged = 'no change in flows or findings'

function lines({ file, flows, added, removed }: Comparison): string[] {
  const all = [
    ...(file === 'kept' ? [] : [`${file} file`]),
    ...flows.map(flowLine),
    ...added.map(line => findingLine('new', line)),
    ...removed.map(line => findingLine('gone', line)),
  ]
  return all.length > 0 ? all : [unchanged]
}

function flowLine({ name, before, after }: FlowChange): string {
  if (before && after) return `${name}: ${changes(before, after).join(', ')}`
  return after ? `${name}: new flow, ${figures(after)}` : `${name}: flow is gone`
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
