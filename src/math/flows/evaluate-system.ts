// All flows of a system, with the load they put on its components together.

import type { Flow, System } from '../../model/system'
import { type EvaluationOptions, type FlowFigures, flowEvaluator } from './evaluate'
import { type Load, loadOf, waitingUnder } from './load'

export interface SystemFigures {
  readonly flows: ReadonlyMap<Flow, FlowFigures>
  /** Rates, utilization and saturation; empty where no rate is stated. */
  readonly load: Load
}

/** What the system's settings say is assumed; stated rates add the wait for free places to the latencies. */
export function evaluateSystem(
  system: Pick<System, 'flows' | 'settings'>,
  options: EvaluationOptions = {},
): SystemFigures {
  const base = { assume: system.settings.assume, ...options }
  const load = loadOf(system, base)
  const evaluate = flowEvaluator({ waiting: waitingUnder(load), ...base })
  return { flows: new Map(system.flows.map(flow => [flow, evaluate(flow)])), load }
}
