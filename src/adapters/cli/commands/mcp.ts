// `arrowsmith mcp`: the tools for assistants, on standard input and output.

import { defineCommand, exit } from '../command'

export const command = defineCommand({
  name: 'mcp',
  usage: 'arrowsmith mcp',
  summary: 'Offers linting, figures and explanations to assistants (Model Context Protocol).',
  operands: false,
  options: {},
  run() {
    // A bundle of its own beside the command's, which ends the process when its input ends.
    require('./mcp.cjs')
    return exit.ok
  },
})
