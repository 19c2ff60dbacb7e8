// Text that Mermaid refuses.

import { defineRule } from '../rule'
import { problemsOfKind } from '../queries/problems'

export const syntaxError = defineRule({
  id: 'syntax-error',
  category: 'syntax',
  summary: 'Mermaid would refuse the diagram.',
  presets: { sketch: 'error' },
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'syntax-error', false)
  },
})
