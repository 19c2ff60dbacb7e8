// Node groups that are one node by mistake.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const missingGroupSpace = defineRule({
  id: 'missing-group-space',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'An & without spaces turns two nodes into one.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'missing-group-space', false)
  },
})
