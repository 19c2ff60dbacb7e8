// Metadata keys that nobody reads.

import { defineRule } from '../rule'
import { problemsOfKind } from '../queries/problems'

export const unknownAttribute = defineRule({
  id: 'unknown-attribute',
  category: 'syntax',
  summary: 'A metadata key belongs neither to Mermaid nor to Arrowsmith.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  fixable: 'safe',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'unknown-attribute', true)
  },
})
