// Lines that Mermaid reads as another statement.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const swallowedLine = defineRule({
  id: 'swallowed-line',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'Mermaid reads a line as something else, and its contents are missing from the picture.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'swallowed-line', false)
  },
})
