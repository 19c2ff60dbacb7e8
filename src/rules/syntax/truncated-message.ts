// Messages that lose their end.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const truncatedMessage = defineRule({
  id: 'truncated-message',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'A # cuts off the text of a message.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'truncated-message', false, true)
  },
})
