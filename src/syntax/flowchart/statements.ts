// What a flowchart's lines say, in order, before it is known what they amount to.

import type { ParseFailure, Stretch, Written } from '../written-text'

/** The characters that count, quotes and brackets gone. */
export interface QuotableText extends Written {
  readonly quoted: boolean
}

export interface NodeWritten extends Stretch {
  readonly id: QuotableText
  readonly shape?: string
  readonly label?: QuotableText
}

export interface LinkWritten extends Stretch {
  readonly opening: string
  readonly closing: string
  /** The operator's characters; of one with a text in the middle, the opening part. */
  readonly operator: Stretch
  readonly label?: QuotableText
  readonly id?: QuotableText
}

export type Action =
  | { readonly kind: 'node'; readonly node: NodeWritten }
  | { readonly kind: 'class of node'; readonly ids: QuotableText; readonly name: QuotableText }
  | {
      readonly kind: 'metadata'
      readonly node: NodeWritten
      readonly span: Stretch
      readonly body: QuotableText
      /** Does a closing brace follow? */
      readonly closed: boolean
    }
  | {
      readonly kind: 'link'
      readonly from: readonly NodeWritten[]
      readonly to: readonly NodeWritten[]
      readonly link: LinkWritten
    }
  | { readonly kind: 'style'; readonly id: QuotableText }
  | { readonly kind: 'link style'; readonly indexes: readonly QuotableText[] }
  | { readonly kind: 'click'; readonly id: QuotableText }
  | { readonly kind: 'class definition'; readonly names: QuotableText }
  | { readonly kind: 'direction'; readonly value: string }
  | { readonly kind: 'accessible text'; readonly text: string }
  | {
      readonly kind: 'group'
      readonly id?: QuotableText
      readonly title: QuotableText
      readonly header: Stretch
    }
  | { readonly kind: 'end of group'; readonly at: Stretch }

export interface Statement extends Stretch {
  readonly actions: readonly Action[]
}

/** Where Mermaid would stop, and what was being read there: the node, the bracket, the statement. */
export type Failure = ParseFailure<string, Construct>

export type Construct =
  | 'header'
  | 'direction'
  | 'end of header'
  | 'statement'
  | 'end of statement'
  | 'node'
  | 'label'
  | 'closing bracket'
  | 'arrow label'
  | 'arrow text'
  | 'arrow'
  | 'class name'
  | 'blank before &'
  | 'blank after &'
  | 'subgraph'
  | 'end of subgraph'
  | 'closing brace'
  | 'properties'
  | 'style'
  | 'style of arrow'
  | 'class definition'
  | 'class'
  | 'click'

/** Without the blanks around it. */
export function trimmed({ start, text, quoted }: QuotableText): QuotableText {
  const from = start + text.length - text.trimStart().length
  const words = text.trim()
  return { start: from, end: from + words.length, text: words, quoted }
}
