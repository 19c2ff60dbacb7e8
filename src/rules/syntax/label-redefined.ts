// Nodes with two labels.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const labelRedefined = defineRule({
  id: 'label-redefined',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'A node gets two labels, and only the last is drawn.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'label-redefined', false)
  },
})
