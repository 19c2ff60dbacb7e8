// Groups that share their id with a box, or stand in themselves.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const ambiguousGroup = defineRule({
  id: 'ambiguous-group',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'A group shares its id with a box, or contains itself.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  fixable: 'review',
  byGroups: true,
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'ambiguous-group', false)
  },
})
