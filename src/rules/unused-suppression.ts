// Suppressions that suppress nothing.

import { defineRule } from './rule'

export const unusedSuppression = defineRule({
  id: 'unused-suppression',
  category: 'syntax',
  summary: 'A suppression suppresses nothing.',
  presets: { recommended: 'hint' },
  everyDiagram: true,
  fixable: 'safe',
  options: {},

  *check(_system, _options, { unusedSuppressions }) {
    for (const { at, rule, meant, removal } of unusedSuppressions) {
      const hint = meant === undefined ? '' : ` There is a rule called ${meant}.`
      yield {
        at,
        message: `This suppression of ${rule ?? 'all rules'} suppresses nothing.${hint} It would hide the next real finding: remove it.`,
        fixes: [{ title: 'Remove the suppression', edits: [removal], safe: true }],
      }
    }
  },
})
