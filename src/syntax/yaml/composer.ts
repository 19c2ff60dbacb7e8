// What the readers of collections need to read the values inside them.

import type { Span } from '../../text/span'
import type { Scalar } from '../tree'
import type { YamlCursor } from './cursor'
import type { ScalarValue, Value } from './value'

export interface Composer {
  readonly cursor: YamlCursor
  /** The brackets that must still be closed. */
  readonly open: string[]
  /** Reads the value that begins here, with what may stand before it; undefined if there is none. */
  compose(parentIndent: number, demand: Demand): YamlNode | undefined
  /** A stretch of the text; without an end, up to what was read last. */
  span(start: number, end?: number): Span
  scalar(value: Scalar, start: number, end?: number): ScalarValue
}

export interface YamlNode {
  readonly value: Value
  /** The text of a plain scalar, of which a tag may make something else. */
  readonly plain?: string
}

export interface Demand {
  /** Where a value stands decides what it may be. */
  readonly context: 'block in' | 'block out' | 'flow in' | 'flow out'
  /** May it stand on a line below? */
  readonly seeks: boolean
  /** May a block collection begin in the middle of a line, as behind a dash? */
  readonly compact: boolean
}

export const flowValue: Demand = { context: 'flow in', seeks: false, compact: true }
export const blockKey: Demand = { context: 'flow out', seeks: false, compact: true }
export const blockItem: Demand = { context: 'block in', seeks: false, compact: true }
export const topValue: Demand = { context: 'block out', seeks: false, compact: true }
