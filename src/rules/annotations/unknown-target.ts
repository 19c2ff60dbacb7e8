// Metadata for what is not there.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const unknownTarget = defineRule({
  id: 'unknown-target',
  category: 'annotations',
  speaksOf: 'writing',
  summary: 'Metadata names a node or an arrow that the diagram does not have.',
  presets: { sketch: 'error' },
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'unknown-target', false)
  },
})
