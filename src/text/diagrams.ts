// Where diagrams live in a source text: whole files, and the Mermaid blocks of the hosts that embed them.

import type { Edit } from './edit'
import type { Span } from './span'

export type Language = 'mermaid' | 'markdown' | 'mdx' | 'html' | 'asciidoc' | 'restructuredtext'

/** One diagram's text, freed of its host's indentation and quote marks, with the way back. */
export interface DiagramBlock {
  /** What Mermaid would be given: host prefixes removed, line breaks as in the source. */
  readonly text: string
  /** The block's content in the source, fences excluded. */
  readonly span: Span
  /** An offset in `text`, as an offset in the source. */
  toSource(offset: number): number
  /** An offset in the source, as an offset in `text`; undefined outside the block's content. */
  fromSource(offset: number): number | undefined
  /** An edit of `text`, as an edit of the source: new lines get the host's prefix. */
  editToSource(edit: Edit): Edit
}
