// All flows of a system, with the load they put on its components together.

import type { Flow, System } from '../../model/system'
import { finished, type Steps } from '../steps'
import { type EvaluationOptions, type FlowFigures, flowEvaluator } from './evaluate'
import { appliedLoad, loadsIn } from './load/applied-load'
import { type Load, loadOf } from './load/load'

export interface SystemFigures {
  readonly flows: ReadonlyMap<Flow, FlowFigures>
  /** Rates, utilization and saturation; empty where no rate is stated. */
  readonly load: Load
}

/** What the system's settings say is assumed; stated rates add the wait for free places to the latencies. */
export const evaluateSystem = (
  system: Pick<System, 'flows' | 'settings'>,
  options: EvaluationOptions = {},
): SystemFigures => finished(evaluatingSystem(system, options))

/** The same in steps. */
export function* evaluatingSystem(
  system: Pick<System, 'flows' | 'settings'>,
  options: EvaluationOptions = {},
): Steps<SystemFigures> {
  const base = { assume: system.settings.assume, ...options }
  const load = loadOf(system, base)
  const evaluate = flowEvaluator({ load: appliedLoad(load), ...base })
  const flows = new Map<Flow, FlowFigures>()
  for (const flow of system.flows) {
    const loads = loadsIn(flow, load)
    flows.set(flow, withoutLimit({ ...(yield* evaluate(flow)), load: loads }))
    yield
  }
  return { flows, load }
}

/** Where requests come faster than they are served there is no steady state, and no percentile of it. */
function withoutLimit(figures: FlowFigures): FlowFigures {
  const overloaded = figures.load.filter(({ unlimited }) => unlimited)
  if (overloaded.length === 0) return figures
  const none = { p50: null, p95: null, p99: null, p999: null }
  const { attribution } = figures
  return {
    ...figures,
    ...none,
    within: () => 0,
    overloaded,
    bands: { ...figures.bands, ...none },
    ...(attribution && { attribution: { ...attribution, latency: [] } }),
  }
}
