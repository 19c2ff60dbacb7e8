// What is open while Markdown is read line by line: containers, and the leaf within the innermost.

import type { Span } from './span'
import type { OpenDiagram } from './unclosed'

export interface Quote {
  readonly kind: 'quote'
}

export interface Item {
  readonly kind: 'item'
  /** How many columns its content is indented. */
  readonly indent: number
  /** An item that begins with a blank line ends at the second one. */
  empty: boolean
}

export type Leaf =
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'html'; readonly end: RegExp | 'blank' }
  | OpenFence

export interface OpenFence {
  readonly kind: 'fence'
  readonly marks: string
  readonly indent: number
  readonly info: string
  readonly start: number
  readonly pieces: Span[]
  /** Which line its content begins with. */
  first: number
  readonly diagram?: OpenDiagram
}
