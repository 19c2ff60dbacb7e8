// What `arrowsmith` starts: the command line, compiled once and kept by Node for the next run.

import module from 'node:module'

// Node ≥ 22 keeps compiled code in the folder for temporary files.
module.enableCompileCache?.()
module.createRequire(import.meta.url)('./cli.cjs')
