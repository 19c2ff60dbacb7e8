// C4 relations that replace one another.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const overwrittenRelation = defineRule({
  id: 'overwritten-relation',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'A C4 relation replaces an earlier one between the same two elements.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'overwritten-relation', false)
  },
})
