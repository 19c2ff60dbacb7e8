// What reading a label gives: figures, and the request that it names.

import type { Scalar } from '../../syntax/tree'

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
}

/** What the label of a call says about its request. */
export interface Request {
  readonly method?: string
  readonly path?: string
  readonly port?: number
}
