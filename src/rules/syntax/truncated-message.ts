// Messages that lose their end.

import { defineRule } from '../rule'
import { problemsOfKind } from '../queries/problems'

export const truncatedMessage = defineRule({
  id: 'truncated-message',
  category: 'syntax',
  summary: 'A # cuts the text of a message short.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'truncated-message', false)
  },
})
