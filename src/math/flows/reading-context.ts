// What every reading of a plan needs: how calls are made, the assumptions it notes, the accuracy it wants.

import type { Call, Plan, Visit } from '../../model/system'
import type { Effort } from '../availability/effort'
import type { WorkAllowance } from '../latency/attribution-work'
import type { WorkMeter } from '../latency/evaluation-work'
import type { Latency } from '../latency/latency'
import type { Assumptions } from './assumptions'
import type { CallPolicy } from './attempts/call-policy'
import type { DrawReader } from './latency/shared-draws'
import type { AppliedLoad } from './load/applied-load'

export interface FlowOptions {
  /** Ratio between grid points: 1.05 (default), 1.10 for the speed of typing. */
  readonly gamma?: number
  /** `nothing`: an unstated figure is left out – 0 ms, never fails. Default: the catalogue. */
  readonly assume?: 'catalogue' | 'nothing'
  /** What the load of all flows does to the requests of each. */
  readonly load?: AppliedLoad
  /** What exact availabilities may still cost, shared by all flows that it is given for. */
  readonly effort?: Effort
  /** What latencies may still cost, shared in the same way; without it they take as long as they take. */
  readonly work?: WorkAllowance
}

export interface ReadingContext {
  readonly policyOf: (call: Call) => CallPolicy
  readonly assumptions: Assumptions
  readonly gamma: number
  readonly assume: 'catalogue' | 'nothing'
  readonly load: AppliedLoad
  readonly effort: Effort
  /** Whether an expression may be evaluated. */
  readonly affords: WorkMeter
  /** How what is repeated meets the draws of its request. */
  readonly perDraw: DrawReader
  /** Where times during an outage are asked for. */
  readonly outage?: OutageMet
}

/** What is down, as a request meets it. */
export interface OutageMet {
  /** How it meets a visit, if it does. */
  readonly at: (visit: Visit) => 'hangs' | 'refuses' | undefined
  /** What a part takes that does not lead there: the same as ever. */
  readonly elsewhere: (part: Plan) => Latency | undefined
}
