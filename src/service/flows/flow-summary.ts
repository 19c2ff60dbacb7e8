// What every answer about a flow begins with: its ends and its figures.

import type { Diagram } from '../../syntax/tree'
import type { EvaluatedFlow } from '../engine/evaluation'
import { unlimitedAttempts } from '../features/format'
import { type FlowNotes, notesOn } from './flow-notes'

/** Durations in milliseconds, availability as a fraction; null: no request is answered, or nothing bounds it. */
export interface FlowSummary {
  readonly name: string
  /** Ids. */
  readonly from: string
  readonly to: string
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
  readonly p999: number | null
  /** The share of requests that errors, timeouts and overload fail with everything up: the percentiles are of the others. */
  readonly failed: number
  readonly availability: number
  readonly downtimeSecondsPerYear: number
  /** The largest number of attempts that one request can cause at any node, and that node's id. */
  readonly attempts: number
  readonly attemptsAt: string
  readonly longest: number | null
  /** The ids of those that get more requests than they can serve, if any: percentiles grow without limit. */
  readonly overloaded?: readonly string[]
  readonly notes: FlowNotes
}

export function summaryOf(evaluated: EvaluatedFlow, diagram: Diagram): FlowSummary {
  const { flow, figures } = evaluated
  const { p50, p95, p99, p999, failed, availability, downtimeSecondsPerYear, attempts, attemptsAt, longest } =
    figures
  const overloaded = figures.overloaded.map(({ component }) => component.id)
  return {
    name: flow.name,
    from: flow.entry.id,
    to: flow.to.id,
    p50,
    p95,
    p99,
    p999,
    failed,
    availability,
    downtimeSecondsPerYear,
    attempts: Math.min(attempts, unlimitedAttempts),
    attemptsAt: attemptsAt ?? flow.to.id,
    longest,
    ...(overloaded.length > 0 && { overloaded }),
    notes: notesOn(evaluated, diagram),
  }
}
