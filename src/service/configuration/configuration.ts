// What a workspace configures for one document: preset, severities, options and figures.

import type { Convention } from '../../rules/conventions/convention'
import type { OptionValue, Preset, Severity } from '../../rules/rule'

export interface Configuration {
  readonly preset: Preset
  readonly rules: Readonly<Record<string, RuleSetting>>
  /** Figures by normalized label or technology, for all diagrams of the workspace. */
  readonly components?: Readonly<Record<string, StatedFigures>>
  /** Figures by a node's id; stated only for files that a pattern names, since ids mean something in their file alone. */
  readonly nodes?: Readonly<Record<string, StatedFigures>>
  /** Figures for all arrows and nodes that state none. */
  readonly defaults?: Readonly<Record<string, StatedFigures>>
  /** Rules of one's own, one for each id. */
  readonly conventions?: readonly Convention[]
  /** How far a thing that several diagrams draw shares its figures; as far as the workspace if unstated. */
  readonly sharing?: Sharing
  /** Diagrams in the comments of source code are looked at too. */
  readonly comments?: boolean
  /** The document is left alone: no findings, and nothing of it is shared. */
  readonly excluded?: true
}

export const sharings = ['workspace', 'document', 'off'] as const
export type Sharing = (typeof sharings)[number]

/** Figures as they are written: `{ "p99": "300ms" }`. */
export type StatedFigures = Readonly<Record<string, OptionValue>>

export interface RuleSetting {
  readonly severity?: Severity | 'off'
  readonly options?: Readonly<Record<string, OptionValue>>
}

export const defaultConfiguration: Configuration = { preset: 'recommended', rules: {} }
