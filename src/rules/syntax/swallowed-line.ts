// Lines that Mermaid reads as another statement.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const swallowedLine = defineRule({
  id: 'swallowed-line',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'Mermaid takes a line for something else, and what it draws disappears.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'swallowed-line', false)
  },
})
