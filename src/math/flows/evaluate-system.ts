// All flows of a system, with the load they put on its components together.

import { finished, type Steps } from '../../knowledge'
import { statedOnly } from '../../model/flows/stated-only'
import type { Component, Flow, System } from '../../model/system'
import { effortForSystem } from '../availability/effort'
import { workForFigures } from '../latency/evaluation-work'
import {
  type Attribution,
  type EvaluationOptions,
  type FlowFigures,
  flowEvaluator,
  type JudgedFigures,
} from './evaluate'
import type { LatencyShare } from './latency/flow-latency'
import { appliedLoad, loadsIn } from './load/applied-load'
import { backlogOf, intervalOf } from './load/backlog'
import { type Load, type Loading, loadOf } from './load/load'
import type { FlowOptions } from './reading-context'

/** What a system may take of the time of those who wait for its figures; flows for which that is too little have none. */
export interface SystemFigures {
  /** Rates, utilization and saturation; empty where no rate is stated. */
  readonly load: Load
  readonly of: (flow: Flow) => FlowFigures | undefined
  /** Only those that promises are judged by. */
  readonly judged: (flow: Flow) => JudgedFigures | undefined
  /** What a flow comes to by stated figures alone, with no more load than that. */
  readonly byStated: (flow: Flow) => JudgedFigures | undefined
  /** Whose share of a flow's latency and unavailability is what; null where that is too much. */
  readonly shares: (flow: Flow) => Steps<Attribution | null>
  /** Whose time a percentile of it is made of; undefined where that is too much. */
  readonly latencyShares: (flow: Flow, percentile: number) => readonly LatencyShare[] | undefined
  /** The components that a slow request of a flow with figures is waiting for, the entry first. */
  readonly criticalPath: (flow: Flow) => readonly Component[]
}

const known = new WeakMap<Evaluable, SystemFigures>()

type Evaluable = Loading & Pick<System, 'settings'>

/** The figures of a system, each worked out when somebody first asks for it. */
export function systemFigures(system: Evaluable): SystemFigures {
  const figures = known.get(system) ?? startFigures(system)
  known.set(system, figures)
  return figures
}

/** The figures of all flows that have some; what the system's settings say is assumed. */
export function evaluateSystem(
  system: Evaluable,
  { attribution = true, ...options }: EvaluationOptions = {},
): { readonly flows: ReadonlyMap<Flow, FlowFigures>; readonly load: Load } {
  const all = startFigures(system, options)
  return { flows: finished(flowsWithFigures(system, all, attribution)), load: all.load }
}

/** The same in steps, and what is worked out is kept. */
export const evaluatingSystem = (
  system: Evaluable,
  { attribution }: { readonly attribution: boolean },
): Steps<ReadonlyMap<Flow, FlowFigures>> => flowsWithFigures(system, systemFigures(system), attribution)

function* flowsWithFigures(
  { flows }: Evaluable,
  { of, shares }: SystemFigures,
  attribution: boolean,
): Steps<ReadonlyMap<Flow, FlowFigures>> {
  const all = new Map<Flow, FlowFigures>()
  for (const flow of flows) {
    const figures = of(flow)
    if (figures) all.set(flow, attribution ? withShares(figures, yield* shares(flow)) : figures)
    yield
  }
  return all
}

/** Where there is no percentile, nobody has a share of it. */
const withShares = (figures: FlowFigures, attribution: Attribution | null): FlowFigures => ({
  ...figures,
  attribution: attribution && figures.overloaded.length > 0 ? { ...attribution, latency: [] } : attribution,
})

function startFigures(system: Evaluable, options: FlowOptions = {}): SystemFigures {
  const limits = { effort: effortForSystem(), work: workForFigures() }
  const base = { assume: system.settings.assume, ...limits, ...options }
  const load = loadOf(system, base)
  const real = flowEvaluator({ load: appliedLoad(load), ...base })
  // Only for the few that break their promises; where that is too much, nothing is certain.
  const scarce = { effort: { left: limits.effort.left / 4 }, work: { left: limits.work.left / 4 } }
  const stated = flowEvaluator({ ...options, assume: 'nothing', ...scarce })
  const judged = remembering((flow: Flow) => {
    const figures = real.judged(flow)
    if (!figures) return undefined
    const backlog = backlogOf(flow, load)
    const interval = intervalOf(flow)
    return {
      ...withoutLimit(figures, loadsIn(flow, load)),
      ...(backlog && { backlog }),
      ...(interval !== undefined && { interval }),
    }
  })
  return {
    load,
    of: remembering((flow: Flow) => {
      const figures = real.figures(flow)
      const limited = judged(flow)
      if (!figures || !limited) return undefined
      const all = { ...figures, ...limited, load: loadsIn(flow, load) }
      return limited.overloaded.length > 0 ? withoutPercentiles(all) : all
    }),
    judged,
    byStated: remembering((flow: Flow) => stated.judged(statedOnly(flow))),
    shares: real.shares,
    latencyShares: real.latencyShares,
    criticalPath: real.criticalPath,
  }
}

function remembering<T>(workOut: (flow: Flow) => T): (flow: Flow) => T {
  const results = new Map<Flow, { readonly result: T }>()
  return flow => {
    const kept = results.get(flow) ?? { result: workOut(flow) }
    results.set(flow, kept)
    return kept.result
  }
}

/** Where requests come faster than they are served there is no steady state, and nobody is sure to be answered in time. */
function withoutLimit(figures: JudgedFigures, loads: FlowFigures['load']): JudgedFigures {
  const overloaded = loads.filter(({ unlimited }) => unlimited)
  return overloaded.length === 0
    ? figures
    : { ...figures, within: () => 0, answering: () => null, overloaded }
}

function withoutPercentiles(figures: FlowFigures): FlowFigures {
  const none = { p50: null, p95: null, p99: null, p999: null }
  return { ...figures, ...none, bands: { ...figures.bands, ...none } }
}
