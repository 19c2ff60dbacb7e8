// What can be shown of figures while they are worked out.

import type { Snapshot } from '../engine/snapshot'

/** Figures of an earlier text, until those of this one are known. */
export interface Patience {
  /** The latest snapshot whose figures are known; without one nothing is shown until they are. */
  readonly earlier: Snapshot | undefined
}
