// Diagrams that are larger than anyone would wait for, or look at.

import { problemsOfKind } from '../queries/problems'
import { defineRule } from '../rule'

export const tooLarge = defineRule({
  id: 'too-large',
  category: 'syntax',
  speaksOf: 'writing',
  summary: 'A diagram is so large that it is not checked, or only its syntax.',
  presets: { sketch: 'warning' },
  everyDiagram: true,
  options: {
    elements: {
      default: 10_000,
      description: 'The maximum number of nodes, arrows and groups in all diagrams of a document together.',
    },
    characters: {
      default: 200_000,
      description: 'The maximum number of characters in all diagrams of a document together.',
    },
    diagrams: {
      default: 500,
      description: 'The maximum number of diagrams in a document.',
    },
  },

  *check(system) {
    yield* problemsOfKind(system, 'too-large', false)
  },
})
