// What a flowchart's lines say, in order, before it is known what they amount to.

/** Offsets of the prepared text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface Written extends Stretch {
  /** The characters that count: quotes and brackets gone. */
  readonly text: string
  readonly quoted: boolean
}

export interface NodeWritten extends Stretch {
  readonly id: Written
  readonly shape?: string
  readonly label?: Written
}

export interface LinkWritten extends Stretch {
  readonly opening: string
  readonly closing: string
  /** The operator's characters; of one with a text in the middle, the opening part. */
  readonly operator: Stretch
  readonly label?: Written
  readonly id?: Written
}

export type Action =
  | { readonly kind: 'node'; readonly node: NodeWritten }
  | { readonly kind: 'class of node'; readonly ids: Written; readonly name: Written }
  | {
      readonly kind: 'metadata'
      readonly node: NodeWritten
      readonly span: Stretch
      readonly body: Written
      /** Does a closing brace follow? */
      readonly closed: boolean
    }
  | {
      readonly kind: 'link'
      readonly from: readonly NodeWritten[]
      readonly to: readonly NodeWritten[]
      readonly link: LinkWritten
    }
  | { readonly kind: 'style'; readonly id: Written }
  | { readonly kind: 'link style'; readonly indexes: readonly Written[] }
  | { readonly kind: 'click'; readonly id: Written }
  | { readonly kind: 'class definition'; readonly names: Written }
  | { readonly kind: 'direction'; readonly value: string }
  | { readonly kind: 'accessible text'; readonly text: string }
  | { readonly kind: 'group'; readonly id?: Written; readonly title: Written; readonly header: Stretch }
  | { readonly kind: 'end of group'; readonly at: Stretch }

export interface Statement extends Stretch {
  readonly actions: readonly Action[]
}

/** Where Mermaid would stop, and what was being read there. */
export interface Failure {
  readonly at: Stretch
  readonly found: string
  readonly reading: Reading
  /** Where the thing being read began: the node, the bracket, the statement. */
  readonly since: number
}

export type Reading =
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
export function trimmed({ start, text, quoted }: Written): Written {
  const from = start + text.length - text.trimStart().length
  const words = text.trim()
  return { start: from, end: from + words.length, text: words, quoted }
}
