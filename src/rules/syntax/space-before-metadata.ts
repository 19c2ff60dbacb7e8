// Metadata of a participant that most hosts do not find.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const spaceBeforeMetadata = defineRule({
  id: 'space-before-metadata',
  category: 'syntax',
  speaksOf: 'writing',
  summary:
    'A space stands before the `@{` of a participant, for which Mermaid up to 12.0 refuses the diagram.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  fixable: 'safe',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'space-before-metadata', true)
  },
})
