// A comparison as the comment of a pull request: what changes in words and figures, and a picture of the changed calls.

import {
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
import { pictureOfChanges } from './change-picture'
import { comparisonTitle, drawingLines, type NamedComparison } from './comparison'
import { manyOf } from './flow-table'

/** What a later run recognizes its own comment by. */
export const reviewMarker = '<!-- arrowsmith-review -->'

/** Findings of which the comment tells each; the rest is counted. */
const mostFindings = 10

/** Empty where no call, flow or finding changed: nothing is worth a comment then. */
export function reviewComment(comparisons: readonly NamedComparison[]): string {
  const changed = comparisons.filter(hasChanged)
  if (changed.length === 0) return ''
  return [reviewMarker, '### Changes to the design', ...changed.flatMap(fileParts)].join('\n\n')
}

const hasChanged = ({ drawings, flows, added, removed }: Comparison): boolean =>
  [drawings, flows, added, removed].some(({ length }) => length > 0)

function fileParts(comparison: NamedComparison): string[] {
  const { file, drawings, flows, added, removed } = comparison
  const kept = file === 'kept' ? '' : ` (${file})`
  const lists = [
    drawings.flatMap(drawing => linesOf(drawing, drawings.length > 1)),
    findingLines('New', added),
    findingLines('Gone', removed),
  ]
  return [
    `#### ${markdownText(comparisonTitle(comparison))}${kept}`,
    `**${headline(comparison)}**`,
    ...flowTable(flows),
    ...lists.filter(list => list.length > 0).map(list => list.map(line => `- ${line}`).join('\n')),
    ...drawings.flatMap(pictureOf),
  ]
}

/** "checkout: p99 630 ms → 710 ms, down 2.6 h a year more. 1 new warning." */
function headline({ drawings, flows, added }: Comparison): string {
  const grave = added.filter(({ severity }) => severity === 'error' || severity === 'warning').length
  const sentences = [
    ...flows.slice(0, 3).map(flowSentence),
    ...(flows.length > 3 ? [`${flows.length - 3} more flows change.`] : []),
    ...(flows.length === 0 && drawings.length > 0 ? ['No flow gets slower or less available.'] : []),
    ...(flows.length === 0 && drawings.length === 0 ? ['No call changes.'] : []),
    ...(grave > 0 ? [`${grave} new ${grave === 1 ? 'problem' : 'problems'}.`] : []),
  ]
  return sentences.join(' ')
}

function flowSentence({ name, before, after }: FlowChange): string {
  const flow = markdownText(name)
  if (!after) return `${flow}: the flow was removed.`
  if (!before) return `${flow}: a new flow${after.p99 === null ? '' : `, p99 ${formatDuration(after.p99)}`}.`
  const keys = changesOf(before, after)
  const more = after.downtimeSecondsPerYear - before.downtimeSecondsPerYear
  const parts = [
    ...(keys.includes('p99') ? [`p99 ${formatDuration(before.p99)} → ${formatDuration(after.p99)}`] : []),
    ...(keys.includes('downtimeSecondsPerYear')
      ? [`down ${formatDowntime(Math.abs(more))} ${more > 0 ? 'more' : 'less'}`]
      : []),
    ...(keys.includes('attempts') ? [`up to ${attempts(before)} → ${attempts(after)} attempts`] : []),
    ...(keys.includes('objective')
      ? [misses(after) ? 'its objective is now missed' : 'its objective is no longer missed']
      : []),
  ]
  return parts.length > 0 ? `${flow}: ${parts.join(', ')}.` : `${flow}: small changes.`
}

const attempts = ({ attempts: count }: FlowRow): string => manyOf(count ?? 1)

function flowTable(flows: readonly FlowChange[]): string[] {
  if (flows.length === 0) return []
  const rows = flows.map(({ name, before, after }) => {
    const cells = [
      arrow(before, after, ({ p50 }) => formatDuration(p50)),
      arrow(before, after, ({ p99 }) => formatDuration(p99)),
      arrow(before, after, ({ availability }) => formatPercentage(availability)),
      arrow(before, after, ({ downtimeSecondsPerYear }) => formatDowntime(downtimeSecondsPerYear)),
    ]
    return `| ${[markdownText(name), ...cells].join(' | ')} |`
  })
  return [['| flow | p50 | p99 | available | downtime |', '|---|---:|---:|---:|---:|', ...rows].join('\n')]
}

function arrow(
  before: FlowRow | undefined,
  after: FlowRow | undefined,
  cell: (flow: FlowRow) => string,
): string {
  const [old, now] = [before && cell(before), after && cell(after)]
  if (old === undefined || now === undefined) return `${old ?? '–'} → ${now ?? '–'}`
  return old === now ? now : `${old} → ${now}`
}

/** Where several diagrams of a file change, each line names its own. */
function linesOf(drawing: DrawingChange, named: boolean): string[] {
  const title = named && drawing.title !== undefined ? `${markdownText(drawing.title)}: ` : ''
  return drawingLines(drawing).map(line => `${title}${markdownText(line)}`)
}

function findingLines(word: string, findings: readonly LocatedFinding[]): string[] {
  const lines = findings
    .slice(0, mostFindings)
    .map(({ rule, severity, message, line }) =>
      markdownText(`${word} ${severity} (line ${line}, ${rule}): ${message.replaceAll(/\s+/g, ' ')}`),
    )
  const rest = findings.length - mostFindings
  return rest > 0 ? [...lines, `… and ${rest} more`] : lines
}

function pictureOf(drawing: DrawingChange): string[] {
  const picture = pictureOfChanges(drawing)
  if (picture === undefined) return []
  return [
    `<details><summary>The changed calls${drawing.title === undefined ? '' : ` of ${markdownText(drawing.title)}`}</summary>`,
    `\`\`\`mermaid\n${picture}\n\`\`\``,
    'Green: new. Red, dotted: removed. Amber: changed.',
    '</details>',
  ]
}
