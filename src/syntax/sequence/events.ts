// What the lines of a sequence diagram say, in order.

import type { FragmentKind } from '../tree'
import type { Stretch, Written } from '../written-text'

/** What stands between `@{` and `}`. */
export interface Properties extends Written {
  readonly closed: boolean
}

export type Event = Stretch &
  (
    | {
        readonly kind: 'participant'
        readonly type: 'participant' | 'actor'
        readonly id: Written
        readonly alias?: Written
        readonly properties?: Properties
        readonly created: boolean
      }
    | { readonly kind: 'destroy' | 'activate' | 'deactivate'; readonly id: Written }
    | {
        readonly kind: 'message'
        readonly from: Written
        readonly to: Written
        readonly operator: Written
        readonly label: Written
        readonly activates: boolean
        readonly deactivates: boolean
      }
    | { readonly kind: 'note'; readonly over: readonly Written[]; readonly label: Written }
    | { readonly kind: 'extras'; readonly id: Written }
    | {
        readonly kind: 'fragment'
        readonly fragment: FragmentKind
        readonly overlapping: boolean
        readonly label: Written
      }
    | { readonly kind: 'section'; readonly label: Written }
    | { readonly kind: 'end of fragment' }
    | { readonly kind: 'box'; readonly label: Written }
    | { readonly kind: 'end of box' }
    | { readonly kind: 'title'; readonly text: string }
    | { readonly kind: 'other' }
  )

export type Construct =
  | 'header'
  | 'statement'
  | 'end of line'
  | 'participant'
  | 'arrow'
  | 'receiver'
  | 'message text'
  | 'note'
  | 'note text'
  | 'properties'
  | 'closing brace'
  | 'number'
  | 'box'
  | 'end'
  | 'section'
