// One analysis of one text: immutable, plain data, in the words of editors.

import type { System } from '../../model/system'
import type { Fix, Severity } from '../../rules/rule'
import type { DiagramBlock } from '../../text/diagrams'
import type { Introduction } from '../../text/introduction'
import type { Language } from '../../text/languages'
import type { Lines } from '../../text/lines'
import type { Span } from '../../text/span'
import type { Configuration } from '../configuration/configuration'
import type { Neighborhood, SharedFigures } from '../workspace/shared-figures'
import type { RuleReport } from './report'
import type { Suppression } from './suppressions'

/** Does a rule's work and takes note of how long that takes. */
export type Timed = <T>(rule: string, work: () => T) => T

export interface Context {
  readonly language: Language
  readonly configuration: Configuration
  /** Every rule is run through it, where somebody wants to know which of them are slow. */
  readonly timed?: Timed
  /** The document among those of its workspace; nothing is shared with others where it is left out. */
  readonly neighborhood?: Neighborhood
}

export interface Snapshot {
  readonly source: string
  readonly lines: Lines
  readonly context: Context
  readonly diagrams: readonly AnalyzedDiagram[]
  /** Suppressions for the whole document, outside of its diagrams; offsets in the source. */
  readonly suppressions: readonly Suppression[]
  /** What the document states for all its diagrams, as written; a snapshot with another one shares nothing. */
  readonly documentSettings: string
}

/** Spans inside `system`, `verdicts` and `suppressions` are offsets in the block's text. */
export interface AnalyzedDiagram {
  readonly block: DiagramBlock
  readonly introduction: Introduction
  readonly system: System
  /** The same without what other diagrams state. */
  readonly alone: System
  /** What they state for the things it draws. */
  readonly shared: SharedFigures
  /** What the rules said that need no figures. */
  readonly verdicts: readonly RuleReport[]
  readonly suppressions: readonly Suppression[]
  /** Whether the diagram is too large to be understood: its system is empty. */
  readonly leftOut: boolean
}

export interface Finding {
  readonly rule: string
  readonly severity: Severity
  /** Offsets in the source. */
  readonly span: Span
  readonly message: string
  readonly related: readonly { readonly span: Span; readonly message: string }[]
  /** Edits are offsets in the source. */
  readonly fixes: readonly Fix[]
  /** The rule's page. */
  readonly url: string
  /** By a comment in the text, or by something outside of it. */
  readonly suppressed?: { readonly reason?: string; readonly external?: true }
  /** Another finding speaks for this place too: shown as dots at most. */
  readonly faint?: boolean
}
