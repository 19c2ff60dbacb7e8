// Rules of one's own: what a team allows, forbids and requires in its designs, stated in its configuration.

import type { Kind } from '../../knowledge'
import type { Severity } from '../rule'

/** What a convention is about; all that is stated has to fit. Names hold `*` for anything, case doesn't matter. */
export interface Selector {
  readonly name?: readonly string[]
  readonly kind?: readonly Kind[]
  /** A product, by its id or its name. */
  readonly tech?: readonly string[]
  /** The title of a frame around it. */
  readonly group?: readonly string[]
}

export const requirements = ['technology', 'label', 'protocol'] as const

export type ConventionClaim =
  | { readonly kind: 'forbidden'; readonly from: Selector; readonly to: Selector }
  /** What `from` selects calls nothing else. */
  | { readonly kind: 'calls-only'; readonly from: Selector; readonly to: Selector }
  /** What `to` selects is called by nothing else. */
  | { readonly kind: 'called-only-by'; readonly from: Selector; readonly to: Selector }
  | { readonly kind: 'part-requires'; readonly of: Selector; readonly technology: boolean }
  | {
      readonly kind: 'call-requires'
      readonly from: Selector
      readonly to: Selector
      readonly label: boolean
      /** One of these; `*` for one at all. */
      readonly protocols: readonly string[]
    }
  | { readonly kind: 'named'; readonly of: Selector; readonly pattern: string }

export interface Convention {
  readonly id: string
  /** Off where an inner file takes back what an outer one says. */
  readonly severity: Severity | 'off'
  /** Said behind what is so: why, and what to do. */
  readonly message?: string
  readonly demand: ConventionClaim
}
