// Stated values that cannot be read.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const invalidValue = defineRule({
  id: 'invalid-value',
  category: 'annotations',
  speaksOf: 'writing',
  summary: 'A stated value has the wrong unit, type or range.',
  presets: { sketch: 'error' },
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'invalid-value', false)
  },
})
