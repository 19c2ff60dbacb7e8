// The rules, for lists.

import { rules } from '../../rules'
import type { Rule } from '../../rules/rule'
import { ruleUrl } from '../engine/placed-finding'

export interface ListedRule extends Pick<Rule, 'id' | 'category' | 'summary' | 'presets' | 'options'> {
  readonly fixable: boolean
  readonly url: string
}

/** All rules in the order of the documentation. */
export function ruleList(): readonly ListedRule[] {
  return rules.map(({ id, category, summary, presets, options, fixable }) => ({
    id,
    category,
    summary,
    presets,
    options,
    fixable: fixable !== undefined,
    url: ruleUrl({ category, id }),
  }))
}
