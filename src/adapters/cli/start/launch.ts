// What `arrowsmith` starts. An ES module by name; what it loads is CommonJS, which Node starts faster.

import module from 'node:module'

module.createRequire(import.meta.url)('./load.cjs')
