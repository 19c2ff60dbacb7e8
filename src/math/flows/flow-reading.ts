// A flow as it is read for its figures. What flows of one system have in common is worked out once.

import type { Flow, Visit } from '../../model/system'
import { effortForSystem } from '../availability/effort'
import type { WorkAllowance } from '../latency/attribution-work'
import {
  nothingCounted,
  unlimitedWork,
  type WorkCounted,
  type WorkMeter,
  workMeter,
} from '../latency/evaluation-work'
import { DEFAULT_GAMMA } from '../latency/latency'
import { type CollectedAssumptions, collectAssumptions } from './assumptions'
import { type AttemptCounter, attemptCounter } from './attempts/attempts'
import { policiesIn, type WorstCaseReader, worstCaseReader } from './attempts/worst-case'
import {
  type LatencyReader,
  latencyReader,
  type NotedLatencyReader,
  readingFor,
} from './latency/latency-plan'
import { drawReader } from './latency/shared-draws'
import { withoutLoad } from './load/applied-load'
import type { FlowOptions, ReadingContext } from './reading-context'

export interface FlowReading extends ReadingContext, Pick<Shared, 'attempts' | 'worstCase' | 'failures'> {
  readonly flow: Flow
  readonly latency: LatencyReader
  readonly assumptions: CollectedAssumptions
  /** What times during outages may still cost, shared by all flows that are read together. */
  readonly outages: OutageAllowance
}

/** What flows with the same policies share. */
interface Shared {
  readonly latency: NotedLatencyReader
  readonly attempts: AttemptCounter
  readonly worstCase: WorstCaseReader
  /** P(a visit's call fails with every component up), as far as it is known. */
  readonly failures: Map<Visit, number>
}

export interface OutageAllowance extends WorkAllowance {
  readonly affords: WorkMeter
}

/** Most of a second for the outages of all flows. */
function workForOutages(counted: WorkCounted): OutageAllowance {
  const allowance = { left: 75_000 }
  return Object.assign(allowance, { affords: workMeter(allowance, counted) })
}

/** One reader for all flows of a system. */
export function flowReader(options: FlowOptions = {}): (flow: Flow) => FlowReading {
  const counted = nothingCounted()
  const shared = new Map<ReadingContext['policyOf'], Shared>()
  const given = {
    gamma: options.gamma ?? DEFAULT_GAMMA,
    assume: options.assume ?? 'catalogue',
    load: options.load ?? withoutLoad,
    effort: options.effort ?? effortForSystem(),
    affords: options.work ? workMeter(options.work, counted) : unlimitedWork,
    perDraw: drawReader(options.work),
    outages: workForOutages(counted),
  } as const
  return flow => {
    const policyOf = policiesIn(flow)
    const manner = { ...given, policyOf }
    const common = shared.get(policyOf) ?? startReading(manner)
    shared.set(policyOf, common)
    const assumptions = collectAssumptions(() => flow.assumptions)
    return { ...manner, ...common, flow, assumptions, latency: readingFor(assumptions, common.latency) }
  }
}

const readers = new WeakMap<FlowOptions, ReturnType<typeof flowReader>>()

/** A flow by itself; flows that are read with the very same options share what they have in common. */
export function readFlow(flow: Flow, options: FlowOptions = {}): FlowReading {
  const read = readers.get(options) ?? flowReader(options)
  readers.set(options, read)
  return { ...read(flow), effort: options.effort ?? effortForSystem() }
}

const startReading = (manner: Omit<ReadingContext, 'assumptions'>): Shared => ({
  latency: latencyReader(manner),
  attempts: attemptCounter(manner.policyOf),
  worstCase: worstCaseReader(manner.policyOf),
  failures: new Map(),
})
