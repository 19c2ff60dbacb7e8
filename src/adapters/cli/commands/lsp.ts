// `arrowsmith lsp`: the language server, on standard input and output.

import { defineCommand, exit } from '../command'

export const command = defineCommand({
  name: 'lsp',
  usage: 'arrowsmith lsp',
  summary: 'Runs the language server on standard input and output.',
  operands: false,
  options: { stdio: { description: 'the default and only transport' } },
  run() {
    // A bundle of its own beside the command's: the linter never loads it. It ends the process when its input ends.
    require('./lsp.cjs')
    return exit.ok
  },
})
