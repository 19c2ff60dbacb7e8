// What is written down of a product that was shut down or is out of support.

/** What became of it. */
export type Fate = 'shut down' | 'handed over' | 'out of support' | 'archived' | 'removed'

export interface RetiredProduct {
  readonly name: string
  /** How labels write it: nothing else is called that. */
  readonly written: RegExp
  /** In the same label: it is another product, or what still exists of this one. */
  readonly unless?: RegExp
  /** Elsewhere in the picture, where the name alone may be somebody else's. */
  readonly beside?: RegExp
  /** Elsewhere in the picture: then it is somebody else's, who keeps it longer. */
  readonly unlessBeside?: RegExp
  /** Nobody minds it in what only runs to develop or to try something out. */
  readonly inOperation?: true
  readonly fate: Fate
  /** Where a part of something else was removed. */
  readonly from?: string
  /** Year and month. */
  readonly when: `${number}-${number}`
  /** In the imperative. */
  readonly instead: string
  /** Where its vendor says so. */
  readonly source: string
}
