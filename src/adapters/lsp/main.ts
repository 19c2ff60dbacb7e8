// The language server's process: speaks on standard input and output, and ends with them.

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { serve } from './server'

// An editor that crashed closes the pipe without a farewell; a server that stayed would stay for ever.
process.stdin.on('close', () => process.exit())

serve(createConnection(ProposedFeatures.all, process.stdin, process.stdout))
