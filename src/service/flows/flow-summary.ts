// What every answer about a flow begins with: its ends and its figures.

import type { ComponentLoad } from '../../math'
import type { Diagram } from '../../syntax/tree'
import { type Translate, untranslated } from '../../text/translation'
import type { EvaluatedFlow } from '../engine/evaluation'
import { type FlowNotes, notesOn } from './flow-notes'
import { unlimitedAttempts } from './unlimited-attempts'

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
  /** When everything runs into its timeout; null where the timeouts don't bound the whole request. */
  readonly longest: number | null
  /** Whether the availability is exact; of what is too tangled for that it is a lower bound. */
  readonly exact: boolean
  /** Low and high, as far as unstated figures, the shape of distributions and what is slow together may be off. */
  readonly range: {
    readonly availability: readonly [number, number]
    readonly p99: readonly [number, number] | null
  }
  /** What the flow waits for, where rate and capacity are known: the fullest, which saturates first, at the top. */
  readonly load?: readonly UsedCapacity[]
  /** The ids of those that get more requests than they can serve, if any: percentiles grow without limit. */
  readonly overloaded?: readonly string[]
  readonly notes: FlowNotes
}

export interface UsedCapacity {
  /** The component's id. */
  readonly at: string
  /** Requests per second, repetitions included. */
  readonly rate: number
  /** Of what it can serve; above 1 requests are refused or give up. */
  readonly utilization: number
}

/** `translate`: of the notes. */
export function summaryOf(
  evaluated: EvaluatedFlow,
  diagram: Diagram,
  translate: Translate = untranslated,
): FlowSummary {
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
    // Where percentiles are above it, what components do by themselves is bounded by none of the timeouts.
    longest: longest !== null && p999 !== null && longest < p999 ? null : longest,
    exact: figures.exact,
    range: { availability: figures.bands.availability, p99: figures.bands.p99 },
    ...(figures.load.length > 0 && { load: figures.load.map(usedCapacity) }),
    ...(overloaded.length > 0 && { overloaded }),
    notes: notesOn(evaluated, diagram, translate),
  }
}

export const usedCapacity = ({ component, rate, utilization = 0 }: ComponentLoad): UsedCapacity => ({
  at: component.id,
  rate,
  utilization,
})
