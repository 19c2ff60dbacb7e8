// What a completion offers, before it is placed in the source.

import type { Span } from '../../../text/span'
import type { CompletionContext } from './cursor'

export interface Completion {
  readonly label: string
  readonly detail?: string
  readonly documentation?: string
  readonly kind: 'protocol' | 'figure' | 'key' | 'value' | 'id' | 'keyword' | 'directive'
  readonly insert: string
  /** `insert` holds placeholders. */
  readonly snippet?: boolean
  /** Offsets in the source. */
  readonly replace: Span
}

/** `insert` is the label and `from` and `to` are the word at the cursor unless a reader says otherwise. */
export type Offer = Omit<Completion, 'insert' | 'replace'> & {
  readonly insert?: string
  readonly from?: number
  readonly to?: number
}

/** Undefined: the cursor stands somewhere else. */
export type CompletionReader = (cursor: CompletionContext) => readonly Offer[] | undefined

/** Text for a snippet, in which `$` and `}` have a meaning. */
export const asSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&')
