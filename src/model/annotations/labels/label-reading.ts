// What reading a label gives: figures, and the request that it names.

import type { Scalar } from '../../../syntax/tree'

/** A figure in a label, its value as it would be written in metadata; offsets in the label. */
export interface LabelAttribute {
  readonly key: string
  readonly value: Scalar
  readonly start: number
  readonly end: number
}

export interface LabelReading {
  readonly attributes: readonly LabelAttribute[]
  readonly request?: Request
  /** A duration that nothing names: on a reply, how long the callee took. */
  readonly bareDuration?: LabelAttribute
  /** A duration beside a protocol or alone in its part of the label: no figure is read from it. */
  readonly unnamedDuration?: UnnamedDuration
}

/** A duration that may be a timeout or a latency; offsets in the label, what belongs to it included. */
export interface UnnamedDuration {
  readonly text: string
  /** `max 200ms`, `<200ms`. */
  readonly isLimit: boolean
  readonly start: number
  readonly end: number
}

/** What the label of a call says about its request. */
export interface Request {
  readonly method?: string
  readonly path?: string
  readonly port?: number
}
