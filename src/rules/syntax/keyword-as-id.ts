// Ids that Mermaid takes for keywords.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const keywordAsId = defineRule({
  id: 'keyword-as-id',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'A keyword used as an id turns the line into another statement.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'keyword-as-id', false)
  },
})
