// A stated or assumed value with its provenance.

import type { Span } from '../text/span'

/** Where a figure comes from, strongest first. */
export type Origin =
  | 'metadata'
  | 'label'
  | 'note'
  | 'group'
  | 'diagram'
  | 'document'
  | 'workspace'
  | 'shared'
  | 'inferred'
  | 'catalogue'
  | 'assumed'

export interface Figure<T> {
  readonly value: T
  readonly origin: Origin
  /** Written by the author somewhere (as opposed to inferred, taken from the catalogue or assumed). */
  readonly stated: boolean
  /** Where in the diagram's text it is written, if it is there. */
  readonly span?: Span
  /** In words: "stated in the label", "RDS SLA (SLA)", "assumed: single instance". */
  readonly source: string
}

export type Figures<A> = { readonly [K in keyof A]?: Figure<NonNullable<A[K]>> }
