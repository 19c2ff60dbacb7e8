// A flow's percentiles, and the share of every component and call in one of them.

import { finished, type Steps } from '../../../knowledge'
import { visitsOf } from '../../../model/flows/plan'
import type { Assumption, Call, Component, Flow } from '../../../model/system'
import { attributing } from '../../latency/attribution'
import { affords, type WorkAllowance, workForShares } from '../../latency/attribution-work'
import { percentilesOf } from '../../latency/latency'
import { callKey, componentKey } from '../assumptions'
import { type FlowReading, readFlow } from '../flow-reading'
import type { FlowOptions } from '../reading-context'

export interface FlowLatency {
  /** Milliseconds of the requests that are answered; null where none is. */
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
  readonly p999: number | null
  readonly mean: number
  /** Probability that a request fails by errors and timeouts while every component is up. */
  readonly failed: number
  /** P(success within so many milliseconds), over all requests. */
  readonly within: (ms: number) => number
  /** Milliseconds in which this share of all requests is answered; null where more of them fail. */
  readonly answering: (share: number) => number | null
  readonly assumed: readonly Assumption[]
}

export interface LatencyShare {
  readonly component?: Component
  readonly call?: Call
  /** Its part of the percentile; the parts add up to it. */
  readonly ms: number
}

/** Never a sum of percentiles: distributions are combined and then read. */
export function latencyOf(flow: Flow, options?: FlowOptions): FlowLatency {
  const reading = readFlow(flow, options)
  return { ...latencyIn(reading), assumed: reading.assumptions.all() }
}

/** The same without what it rests on, which the reading has noted. */
export function latencyIn({ flow, latency, gamma }: FlowReading): Omit<FlowLatency, 'assumed'> {
  const { at, mean, failed, within } = percentilesOf(latency.plan(flow.plan), gamma)
  const answered = (percentile: number): number | null =>
    failed < 1 ? Number(at(percentile).toPrecision(12)) : null
  return {
    p50: answered(0.5),
    p95: answered(0.95),
    p99: answered(0.99),
    p999: answered(0.999),
    mean,
    failed,
    within,
    answering: share => (share <= 1 - failed ? answered(share / (1 - failed)) : null),
  }
}

/**
 * Euler allocation of a percentile (default 0.99) to components and calls, largest first; undefined where that
 * takes more work than is allowed.
 */
export const attributionOf = (
  flow: Flow,
  percentile = 0.99,
  options?: FlowOptions,
  allowance: WorkAllowance = workForShares(),
): readonly LatencyShare[] | undefined =>
  finished(attributionIn(readFlow(flow, options), percentile, allowance))

export function* attributionIn(
  { flow, latency, gamma }: FlowReading,
  percentile: number,
  allowance: WorkAllowance,
): Steps<readonly LatencyShare[] | undefined> {
  const expression = latency.plan(flow.plan)
  if (!affords(allowance, expression)) return undefined
  const shares = yield* attributing(expression, percentile, gamma)
  const owners = new Map<string, { component: Component } | { call: Call }>()
  for (const { component, call } of visitsOf(flow.plan)) {
    owners.set(componentKey(component), { component })
    if (call) owners.set(callKey(call), { call })
  }
  return [...shares].map(([item, ms]) => ({ ...owners.get(item), ms })).sort((a, b) => b.ms - a.ms)
}
