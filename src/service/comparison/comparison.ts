// What a change of design does: drawing, flows and findings of two versions, set side by side.

import { findings } from '../engine/findings'
import type { Finding, Snapshot } from '../engine/snapshot'
import { type FlowRow, flowTables } from '../flows/flow-tables'
import { type DrawingChange, drawingChanges } from './drawing'

export interface Comparison {
  /** Whether the file exists in both versions. */
  readonly file: 'kept' | 'new' | 'deleted'
  readonly drawings: readonly DrawingChange[]
  readonly flows: readonly FlowChange[]
  readonly added: readonly LocatedFinding[]
  readonly removed: readonly LocatedFinding[]
}

/** A flow in the old version, the new one, or both. */
export interface FlowChange {
  readonly name: string
  readonly before?: FlowRow
  readonly after?: FlowRow
}

export interface LocatedFinding {
  readonly rule: string
  readonly severity: Finding['severity']
  readonly message: string
  readonly line: number
}

/** Undefined stands for a file that does not exist. */
export function compareSnapshots(before: Snapshot | undefined, after: Snapshot | undefined): Comparison {
  const old = before ? locatedFindings(before) : []
  const now = after ? locatedFindings(after) : []
  return {
    file: !before ? 'new' : after ? 'kept' : 'deleted',
    drawings: drawingChanges(before, after),
    flows: flowChanges(before, after),
    added: without(now, old).map(located),
    removed: without(old, now).map(located),
  }
}

/** Whether there is an error or a warning, or an objective missed, that was in none of the files before. */
export function haveRegressed(comparisons: readonly Comparison[]): boolean {
  const added = comparisons.flatMap(comparison => comparison.added)
  const removed = comparisons.flatMap(comparison => comparison.removed)
  const flows = comparisons.flatMap(comparison => comparison.flows)
  const missed = (version: 'before' | 'after') =>
    flows.flatMap(({ [version]: flow }) => (flow && misses(flow) ? [flow] : []))
  return (
    unpaired(added, removed, byMessage).some(
      ({ severity }) => severity === 'error' || severity === 'warning',
    ) || unpaired(missed('after'), missed('before'), ({ name }) => name).length > 0
  )
}

export const misses = ({ objective }: FlowRow): boolean => objective?.met === false

/** Flows are the same if their names are; unchanged ones are left out. */
function flowChanges(before: Snapshot | undefined, after: Snapshot | undefined): FlowChange[] {
  const old = new Map((before ? flowTables(before) : []).map(flow => [flow.name, flow]))
  const now = new Map((after ? flowTables(after) : []).map(flow => [flow.name, flow]))
  const names = [...new Set([...old.keys(), ...now.keys()])]
  return names
    .map(name => ({ name, before: old.get(name), after: now.get(name) }))
    .filter(({ before, after }) => !before || !after || changesOf(before, after).length > 0)
}

const rounded = ['p50', 'p95', 'p99', 'downtimeSecondsPerYear'] as const

export type ChangedFigure = (typeof rounded)[number] | 'attempts' | 'objective'

/** What differs between two versions of a flow by as much as is shown of it. */
export function changesOf(before: FlowRow, after: FlowRow): readonly ChangedFigure[] {
  return [
    ...rounded.filter(key => differ(before[key], after[key])),
    // Which of several components is named as the most asked depends on the order in which they are drawn.
    ...(before.attempts === after.attempts ? [] : (['attempts'] as const)),
    ...(misses(before) === misses(after) ? [] : (['objective'] as const)),
  ]
}

/** By three significant digits, which is what is shown; null stands for none. */
function differ(a: number | null, b: number | null): boolean {
  if (a === null || b === null || a === b) return a !== b
  const lastDigit = 10 ** (Math.floor(Math.log10(Math.max(a, b))) - 2)
  return Math.abs(a - b) >= lastDigit / 2
}

/** With what tells it from others when lines move: the text that it is about. */
interface Identified extends LocatedFinding {
  readonly about: string
}

function locatedFindings(snapshot: Snapshot): Identified[] {
  return findings(snapshot, { figures: true })
    .filter(({ suppressed }) => !suppressed)
    .map(({ rule, severity, message, span }) => ({
      rule,
      severity,
      message,
      line: snapshot.lines.positionAt(span.start).line,
      about: snapshot.source.slice(span.start, span.end),
    }))
}

const located = ({ about: _, ...finding }: Identified): LocatedFinding => finding

/** The findings without counterpart among `others`: about the same text, or, where that was reworded, in the same words. */
function without(findings: readonly Identified[], others: readonly Identified[]): readonly Identified[] {
  const [mine, theirs] = [unpaired(findings, others, byText), unpaired(others, findings, byText)]
  return unpaired(mine, theirs, byMessage)
}

const byText = ({ rule, severity, about }: Identified): string => `${rule} ${severity} ${about}`
const byMessage = ({ rule, severity, message }: LocatedFinding): string => `${rule} ${severity} ${message}`

/** Those that are left when equal ones are matched one to one. */
function unpaired<T>(items: readonly T[], others: readonly T[], identity: (item: T) => string): T[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(identity(other), (left.get(identity(other)) ?? 0) + 1)
  return items.filter(item => {
    const count = left.get(identity(item)) ?? 0
    left.set(identity(item), count - 1)
    return count <= 0
  })
}
