// One analysis of one text: immutable, plain data, in the words of editors.

import type { System } from '../model/system'
import type { Fix, Severity } from '../rules/rule'
import type { DiagramBlock, Language } from '../text/diagrams'
import type { Lines } from '../text/lines'
import type { Span } from '../text/span'
import type { Configuration } from './configuration'

export interface Context {
  readonly language: Language
  readonly configuration: Configuration
}

export interface Snapshot {
  readonly source: string
  readonly lines: Lines
  readonly context: Context
  readonly diagrams: readonly AnalyzedDiagram[]
}

export interface AnalyzedDiagram {
  readonly block: DiagramBlock
  readonly system: System
  /** Without those that need figures; spans are offsets in the source. Suppressed ones included, marked. */
  readonly findings: readonly Finding[]
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
  readonly suppressed?: { readonly reason?: string }
}
