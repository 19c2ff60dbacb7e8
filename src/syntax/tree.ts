// The tree of a diagram: what Mermaid would read, with the span of every piece. All spans are offsets
// in the diagram's own text (see text/diagrams.ts); one shape serves all four families.

import type { Span } from '../text/span'
import type { Fault } from './yaml/cursor'
import type { Value } from './yaml/value'

export type Family = 'flowchart' | 'sequence' | 'c4' | 'architecture' | 'other'
export type Stroke = 'normal' | 'dotted' | 'thick' | 'invisible'
export type Head = 'none' | 'arrow' | 'circle' | 'cross'

export interface Diagram {
  /** What was parsed: all spans are offsets in it. Fixes need it to write in the author's style. */
  readonly text: string
  readonly family: Family
  /** The header keyword as written (`graph`, `flowchart`, `C4Container`, `stateDiagram-v2` …), '' if there is none. */
  readonly keyword: string
  /** The header keyword's span; the start of the text if there is none. */
  readonly header: Span
  /** `TB`, `LR` … as Mermaid's database has it, where the family has one. */
  readonly direction?: string
  readonly title?: string
  /** In Mermaid's order. */
  readonly nodes: readonly Node[]
  /** In Mermaid's order; sequence messages and C4 relations are arrows too. */
  readonly arrows: readonly Arrow[]
  /** Subgraphs, boxes, boundaries, architecture groups, in Mermaid's order. */
  readonly groups: readonly Group[]
  /** Every place that names a node, a group or an arrow and is no mention of a node: `class a`, `click a`, `in a`, `activate a`. */
  readonly references: readonly Reference[]
  /** Sequence diagrams: everything in order of time. Empty in other families. */
  readonly steps: readonly Step[]
  /** `@{ … }` blocks, native and behind `%%`, in order of the text. */
  readonly metadata: readonly Metadata[]
  readonly comments: readonly Comment[]
  /** Flowcharts: the classes of style that it defines and uses. */
  readonly classes?: Classes
  /** Ends of statements in order of the text: where a comment line can be inserted before or after. */
  readonly statements: readonly Span[]
  readonly frontmatter?: Frontmatter
  readonly problems: readonly Problem[]
}

/** What the reader of one family contributes to the tree. */
export type Contents = Omit<Diagram, 'text' | 'family' | 'comments' | 'frontmatter'>

export interface Node {
  readonly id: string
  /** The label as Mermaid's database has it. */
  readonly label: string
  /** The label as a reader sees it: entities decoded, `<br/>` a blank, tags and Markdown marks gone. */
  readonly text: string
  /** Mermaid's own name: `square`, `cylinder`, `participant`, `actor`, `container_db`, an icon … */
  readonly shape: string
  /** The id of the group it belongs to. */
  readonly parent?: string
  readonly classes: readonly string[]
  /** `fa:fa-server`, `logos:aws-lambda`, `database` … where one is given. */
  readonly icon?: string
  /** C4: the technology argument and its span, quotes excluded. */
  readonly technology?: string
  readonly technologySpan?: Span
  /** C4: the description argument and its span, quotes excluded. */
  readonly description?: string
  readonly descriptionSpan?: Span
  /** Architecture: a junction. */
  readonly junction?: boolean
  /** Every place that names it, in order of the text; the first is where it first appears. */
  readonly mentions: readonly Mention[]
}

export interface Reference {
  readonly id: string
  readonly span: Span
}

/** Classes of style, not of objects. */
export interface Classes {
  /** Names that a `classDef` defines. */
  readonly definitions: readonly string[]
  /** Each `:::name` and `class … name`, in order of the text. */
  readonly uses: readonly ClassUse[]
}

export interface ClassUse {
  readonly name: string
  readonly span: Span
}

export interface Mention {
  /** The whole mention: id, brackets and label. */
  readonly span: Span
  readonly id: Span
  /** What stands between the brackets, quotes excluded. */
  readonly label?: Span
}

export interface Arrow {
  /** Mermaid's own direction: left operand to right operand (`Rel(a, b)`: a to b). */
  readonly from: string
  readonly to: string
  /** The label as Mermaid's database has it, '' if there is none. */
  readonly label: string
  readonly text: string
  readonly stroke: Stroke
  /** The mark at `to`. */
  readonly head: Head
  /** The mark at `from`. */
  readonly tail: Head
  /** Mermaid's length of the link, 1 if the family has none. */
  readonly length: number
  /** The id in `id@-->`. */
  readonly id?: string
  readonly idSpan?: Span
  /** The arrow itself: operator and its label; `Rel(…)` whole; a message's operator. The smallest thing to underline. */
  readonly span: Span
  /** The operator characters (for `-- text -->` the opening part). */
  readonly operator: Span
  readonly labelSpan?: Span
  /** The mentions at both ends. */
  readonly fromSpan: Span
  readonly toSpan: Span
  /** The statement that draws it. */
  readonly statement: Span
  /** C4: the technology argument and its span, quotes excluded. */
  readonly technology?: string
  readonly technologySpan?: Span
  /** C4: the macro (`Rel`, `BiRel`, `Rel_Back` …). Sequence: Mermaid's line type name (`SOLID`, `DOTTED` …). */
  readonly variant?: string
  /** Sequence: `+` and `-` activation marks. */
  readonly activates?: boolean
  readonly deactivates?: boolean
}

export interface Group {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly parent?: string
  /** `subgraph`, `box`, a C4 boundary macro, an architecture group. */
  readonly variant: string
  /** C4: what a deployment node is, such as `Ubuntu 24.04`. */
  readonly technology?: string
  readonly icon?: string
  readonly direction?: string
  /** The header: from the keyword to the end of its title. */
  readonly span: Span
  readonly idSpan?: Span
  readonly labelSpan?: Span
  /** From header to closing keyword. */
  readonly whole: Span
}

export type FragmentKind = 'loop' | 'alt' | 'opt' | 'par' | 'critical' | 'break' | 'rect'

/** One thing that happens in a sequence diagram. */
export type Step =
  | { readonly kind: 'message'; readonly arrow: number; readonly span: Span }
  | { readonly kind: 'note'; readonly over: readonly string[]; readonly text: string; readonly span: Span }
  | {
      readonly kind: 'activate' | 'deactivate' | 'create' | 'destroy'
      readonly node: string
      readonly span: Span
    }
  | {
      readonly kind: 'fragment'
      readonly fragment: FragmentKind
      /** `par_over`: the branches are drawn over each other. */
      readonly overlapping?: boolean
      readonly sections: readonly Section[]
      readonly span: Span
    }

/** A branch of a fragment: the first has the fragment's own label, the rest those of `else`, `and`, `option`. */
export interface Section {
  readonly label: string
  /** The line that opens it. */
  readonly header: Span
  readonly steps: readonly Step[]
}

export interface Comment {
  /** From the first `%` to the end of the line. */
  readonly span: Span
  /** What follows `%%`, trimmed. */
  readonly text: string
}

/** A `target@{ key: value }` block. */
export interface Metadata {
  /** What stands before the `@{`, trimmed: an id, `a->b`, `a->b#2`, or '' for "the next statement". */
  readonly target: string
  readonly targetSpan: Span
  readonly attributes: readonly Attribute[]
  /** Where a comment's block cannot be read; in a block that Mermaid reads that is a problem of the diagram. */
  readonly fault?: Fault
  /** Behind `%%`. */
  readonly comment: boolean
  /** From target to closing brace. */
  readonly span: Span
  /** What stands between the braces. */
  readonly body: Span
}

export interface Attribute {
  readonly key: string
  readonly keySpan: Span
  /** A scalar as YAML reads it, or a list of scalars; nested values are kept as their text. */
  readonly value: Scalar | readonly Scalar[]
  readonly valueSpan: Span
}

export type Scalar = string | number | boolean | null

export interface Frontmatter {
  /** The lines between the `---`. */
  readonly span: Span
  readonly text: string
  /** What they say; nothing if they are empty. */
  readonly value?: Value
}

export interface Problem {
  /** The problem class: `syntax-error`, or the id of the silent mistake (`swallowed-line` …). */
  readonly kind: string
  readonly span: Span
  /** In words: what was found, what was expected, how to write it. */
  readonly message: string
  /** Where a group begins or ends stays open, so nobody knows what stands in which. */
  readonly leavesGroupsOpen?: true
  readonly fixes: readonly {
    readonly title: string
    readonly edits: readonly { readonly span: Span; readonly text: string }[]
    /** Keeps all that is written in its place: no guess at what was meant, only the form that Mermaid accepts. */
    readonly verbatim?: boolean
  }[]
}
