// Figures stated twice, differently.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const conflictingFigures = defineRule({
  id: 'conflicting-figures',
  category: 'annotations',
  speaksOf: 'contradiction',
  summary: 'Two places or diagrams state different values for one figure.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'conflicting-figures', false)
  },
})
