// The language server's process: speaks on standard input and output, and ends with them.

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { serve } from './server'

// An editor that crashed closes the pipe without a farewell; a server that stayed would stay for ever.
process.stdin.on('close', () => process.exit())

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)

// Work beside the requests, and what an editor refuses: the log says so, and the server goes on.
process.on('uncaughtException', logged)
process.on('unhandledRejection', logged)

serve(connection)

function logged(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') process.exit()
  connection.console.error(
    `Arrowsmith: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  )
}
