// Arrows that end in a circle or cross because a word begins with o or x.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const circleOrCrossByAccident = defineRule({
  id: 'circle-or-cross-by-accident',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'The first letter of a word becomes the mark at the end of an arrow.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  fixable: 'review',
  options: {},

  *check(system) {
    yield* problemsOfKind(system, 'circle-or-cross-by-accident', false)
  },
})
