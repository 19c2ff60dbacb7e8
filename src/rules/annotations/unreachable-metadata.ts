// Metadata that does not reach its target.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const unreachableMetadata = defineRule({
  id: 'unreachable-metadata',
  category: 'annotations',
  speaksOf: 'writing',
  summary: 'Metadata is in a place where Mermaid reads it as something else.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'unreachable-metadata', false)
  },
})
