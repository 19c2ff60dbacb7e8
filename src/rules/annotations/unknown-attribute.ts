// Metadata keys that nobody reads.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const unknownAttribute = defineRule({
  id: 'unknown-attribute',
  category: 'annotations',
  speaksOf: 'writing',
  summary: 'A metadata key belongs neither to Mermaid nor to Arrowsmith.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  fixable: 'safe',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'unknown-attribute', true)
  },
})
