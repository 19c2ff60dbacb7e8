// What a change of design does: flows and findings of two versions, set side by side.

import { type Finding, type FlowRow, findings, flowTables, type Snapshot } from '../../service'

export interface Comparison {
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

export function compare(before: Snapshot, after: Snapshot): Comparison {
  const old = locatedFindings(before)
  const now = locatedFindings(after)
  return { flows: flowChanges(before, after), added: without(now, old), removed: without(old, now) }
}

/** Flows are the same if their names are; unchanged ones are left out. */
function flowChanges(before: Snapshot, after: Snapshot): FlowChange[] {
  const old = new Map(flowTables(before).map(flow => [flow.name, flow]))
  const now = new Map(flowTables(after).map(flow => [flow.name, flow]))
  const names = [...new Set([...old.keys(), ...now.keys()])]
  return names
    .map(name => ({ name, before: old.get(name), after: now.get(name) }))
    .filter(({ before, after }) => !before || !after || differs(before, after))
}

function differs(before: FlowRow, after: FlowRow): boolean {
  const figures = ({ p50, p95, p99, availability, attempts, attemptsAt }: FlowRow) =>
    [p50, p95, p99, availability, attempts, attemptsAt].join(' ')
  return figures(before) !== figures(after)
}

/** Each with the text that it is about, which stays the same when lines move. */
interface Identified extends LocatedFinding {
  readonly identity: string
}

function locatedFindings(snapshot: Snapshot): Identified[] {
  return findings(snapshot, { figures: true })
    .filter(({ suppressed }) => !suppressed)
    .map(({ rule, severity, message, span }) => ({
      rule,
      severity,
      message,
      line: snapshot.lines.positionAt(span.start).line,
      identity: `${rule}\n${snapshot.source.slice(span.start, span.end)}`,
    }))
}

/** The findings that have no counterpart among `others`; equal ones are matched one to one. */
function without(findings: readonly Identified[], others: readonly Identified[]): LocatedFinding[] {
  const left = new Map<string, number>()
  for (const { identity } of others) left.set(identity, (left.get(identity) ?? 0) + 1)
  return findings.flatMap(({ identity, ...finding }) => {
    const count = left.get(identity) ?? 0
    if (count === 0) return [finding]
    left.set(identity, count - 1)
    return []
  })
}
