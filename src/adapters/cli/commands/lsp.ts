// `arrowsmith lsp`: the language server, on standard input and output.

import { realpathSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { defineCommand, exit } from '../command'

export const command = defineCommand({
  name: 'lsp',
  usage: 'arrowsmith lsp',
  summary: 'Runs the language server on standard input and output.',
  options: { stdio: { description: 'the default, and the only way' } },
  async run() {
    // A bundle of its own beside the command's: the linter never loads it. It ends the process when its input ends.
    const server = new URL('lsp.cjs', pathToFileURL(realpathSync(process.argv[1] ?? '')))
    await import(server.href)
    return exit.ok
  },
})
