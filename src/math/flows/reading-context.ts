// What every reading of a plan needs: how calls are made, the assumptions it notes, the accuracy it wants.

import type { Call, Component } from '../../model/system'
import type { Latency } from '../latency/latency'
import type { Assumptions } from './assumptions'
import type { CallPolicy } from './attempts/call-policy'

export interface FlowOptions {
  /** Ratio between grid points: 1.05 (default), 1.10 for the speed of typing. */
  readonly gamma?: number
  /** `nothing`: an unstated figure is left out – 0 ms, never fails. Default: the catalogue. */
  readonly assume?: 'catalogue' | 'nothing'
  /** Time a request waits before a component works on it, from its load. */
  readonly waiting?: (component: Component) => Latency
}

export interface ReadingContext {
  readonly policyOf: (call: Call) => CallPolicy
  readonly assumptions: Assumptions
  readonly gamma: number
  readonly assume: 'catalogue' | 'nothing'
  readonly waiting: (component: Component) => Latency
}
