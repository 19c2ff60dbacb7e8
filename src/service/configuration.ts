// What a workspace configures: preset, severities, options and figures.

import type { OptionValue, Preset, Severity } from '../rules/rule'

export interface Configuration {
  readonly preset: Preset
  readonly rules: Readonly<Record<string, RuleSetting>>
}

export interface RuleSetting {
  readonly severity?: Severity | 'off'
  readonly options?: Readonly<Record<string, OptionValue>>
}

export const defaultConfiguration: Configuration = { preset: 'recommended', rules: {} }
