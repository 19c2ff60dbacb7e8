// What a refactoring is: another way to write the same design, with what becomes of the text.

import type { System } from '../../../model/system'
import type { Edit } from '../../../text/edit'
import type { Span } from '../../../text/span'
import type { AnalyzedDiagram } from '../../engine/snapshot'

export interface Refactoring {
  /** In the imperative. */
  readonly title: string
  /** `extract` puts a part of the text elsewhere; `rewrite` says it in another way. */
  readonly kind: 'extract' | 'rewrite'
  /** In the source. */
  readonly edits: readonly Edit[]
  /** A document to write beside this one. */
  readonly creates?: NewDocument
}

export interface NewDocument {
  /** What its name ends in before the extension: `sequence`. */
  readonly suffix: string
  readonly text: string
}

/**
 * Where it can be written: the path or address of the document it was made of, with another end. Numbered for as long
 * as who asks finds a file there.
 */
export function* placesBeside(path: string, { suffix }: NewDocument): Generator<string, never> {
  const stem = path.replace(/\.\w+$/, '')
  yield `${stem}-${suffix}.mmd`
  for (let number = 2; ; number++) yield `${stem}-${suffix}-${number}.mmd`
}

/** A diagram and what somebody has selected in it, in offsets of its text. */
export interface Selected {
  readonly diagram: AnalyzedDiagram
  readonly system: System
  readonly selection: Span
}

/** What is offered before it is known to say the same: edits of the diagram's text. */
export interface Rewriting extends Pick<Refactoring, 'title' | 'kind'> {
  readonly edits: readonly Edit[]
}
