// A comparison of two versions in words: for terminals, and for pull requests as Markdown.

import type { FlowRow } from '../../../service'
import { downtime, duration, percentage } from '../../../service/quantities'
import type { Comparison, FlowChange, LocatedFinding } from '../comparison'

export interface NamedComparison extends Comparison {
  readonly path: string
}

export function comparisonText(comparisons: readonly NamedComparison[]): string {
  return comparisons
    .map(({ path, ...comparison }) => [path, ...lines(comparison).map(line => `  ${line}`)].join('\n'))
    .join('\n\n')
}

export function comparisonMarkdown(comparisons: readonly NamedComparison[]): string {
  return comparisons
    .map(({ path, ...comparison }) =>
      [`### ${path}`, '', ...lines(comparison).map(line => `- ${line}`)].join('\n'),
    )
    .join('\n\n')
}

function lines({ flows, added, removed }: Comparison): string[] {
  const all = [
    ...flows.map(flowLine),
    ...added.map(line => findingLine('new', line)),
    ...removed.map(line => findingLine('gone', line)),
  ]
  return all.length > 0 ? all : ['no change in flows or findings']
}

function flowLine({ name, before, after }: FlowChange): string {
  if (before && after) return `${name}: ${changes(before, after).join(', ')}`
  return after ? `${name}: new flow, ${figures(after)}` : `${name}: flow is gone`
}

function figures({ p99, availability, downtimeSecondsPerYear }: FlowRow): string {
  return `p99 ${duration(p99)}, ${percentage(availability)} available, downtime ${downtime(downtimeSecondsPerYear)}`
}

function changes(before: FlowRow, after: FlowRow): string[] {
  const latency = (key: 'p50' | 'p95' | 'p99') =>
    before[key] === after[key] ? [] : [`${key} ${latencyChange(before[key], after[key])}`]
  const longer = after.downtimeSecondsPerYear - before.downtimeSecondsPerYear
  return [
    ...latency('p50'),
    ...latency('p95'),
    ...latency('p99'),
    ...(longer === 0
      ? []
      : [`downtime ${signed(longer, downtime)} (${percentage(after.availability)} available)`]),
    ...(before.attempts === after.attempts && before.attemptsAt === after.attemptsAt
      ? []
      : [`worst case ${before.attempts} → ${after.attempts} attempts at ${after.attemptsAt}`]),
  ]
}

function latencyChange(before: number | null, after: number | null): string {
  if (before === null || after === null) return `${duration(before)} → ${duration(after)}`
  return `${signed(after - before, duration)} (now ${duration(after)})`
}

const signed = (value: number, format: (value: number) => string): string =>
  value < 0 ? `−${format(-value)}` : `+${format(value)}`

function findingLine(word: string, { rule, severity, message, line }: LocatedFinding): string {
  return `${word} ${severity} at line ${line}: ${rule}: ${message.replaceAll(/\s+/g, ' ')}`
}
