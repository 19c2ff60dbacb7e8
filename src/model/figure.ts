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

/** What says how long something takes. */
interface Times {
  readonly p50?: Figure<number>
  readonly p95?: Figure<number>
  readonly p99?: Figure<number>
  readonly latency?: Figure<number>
}

/** Whether the author says in any form how long it takes. */
export const statesTime = ({ p50, p95, p99, latency }: Times): boolean =>
  [p50, p95, p99, latency].some(figure => figure?.stated)

/** Percentiles and availabilities are of what runs and is measured; a duration alone may be a step's. */
export const statesOperation = ({
  p50,
  p95,
  p99,
  availability,
}: Omit<Times, 'latency'> & { readonly availability?: Figure<number> }): boolean =>
  [p50, p95, p99, availability].some(figure => figure?.stated)
