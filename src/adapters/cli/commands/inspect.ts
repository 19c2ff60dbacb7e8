// `arrowsmith inspect`: what the analysis sees in each diagram, as JSON.

import { inspect } from '../../../service'
import { analysisOptions, analyzing } from '../analysis'
import { defineCommand, exit } from '../command'
import { say } from '../output'
import { printableJson } from '../printable'

export const command = defineCommand({
  name: 'inspect',
  usage: 'arrowsmith inspect [paths…]',
  summary: 'Prints what Arrowsmith reads in each diagram as JSON: nodes, arrows, kinds, figures.',
  operands: true,
  options: analysisOptions,
  run: given =>
    analyzing(given, {
      each: ({ source, snapshot }) => inspect(snapshot).map(diagram => ({ path: source.path, ...diagram })),
      all(files) {
        say(printableJson({ version: 1, diagrams: files.flat() }))
        return exit.ok
      },
    }),
})
