// Text that Mermaid refuses.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const syntaxErrorRule = defineRule({
  id: 'syntax-error',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'Mermaid would refuse the diagram.',
  presets: { sketch: 'error' },
  everyDiagram: true,
  fixable: 'review',
  // A comment in the wrong place is both.
  supersedes: ['keyword-as-id'],
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'syntax-error', false)
  },
})
