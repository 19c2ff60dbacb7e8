// `arrowsmith inspect`: what the analysis sees in each diagram, as JSON.

import { inspect } from '../../../service'
import { analysisOptions, analyzeFiles } from '../analysis'
import { defineCommand, exit } from '../command'
import { failed } from '../failure'
import { complain, say } from '../output'

export const command = defineCommand({
  name: 'inspect',
  usage: 'arrowsmith inspect [paths…]',
  summary: 'Prints what is understood of each diagram as JSON: nodes, arrows, kinds, figures.',
  options: analysisOptions,
  async run(given) {
    const found = await analyzeFiles(given)
    if (failed(found)) {
      complain(found.failure)
      return exit.unusable
    }
    const diagrams = found.files.flatMap(({ source, snapshot }) =>
      inspect(snapshot).map(diagram => ({ path: source.path, ...diagram })),
    )
    say(JSON.stringify({ version: 1, diagrams }, undefined, 2))
    for (const sentence of found.failures) complain(sentence)
    return found.failures.length > 0 ? exit.unusable : exit.ok
  },
})
