// The extension as it is shipped: its size, the package's size, and how long it takes to load.

import { execFileSync } from 'node:child_process'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { report } from './report'
import { inTurns, run } from './timing'

export async function benchExtension(built: string, folder: string): Promise<void> {
  const extension = join(built, 'extension.js')
  const [main, engine] = [extension, join(built, 'service.cjs')].map(file => statSync(file).size / 1000)
  report({
    what: 'Extension bundle with its engine',
    value: (main ?? 0) + (engine ?? 0),
    unit: 'KB',
    atMost: 500,
    detail: `${main?.toFixed(0)} KB and ${engine?.toFixed(0)} KB`,
  })

  const loader = loaderOf(extension, folder)
  const { node, loading } = await inTurns(15, {
    node: () => run(['-e', '0'], folder),
    loading: () => run([loader], folder),
  })
  report({ what: 'Extension loaded', value: loading.median - node.median, unit: 'ms', atMost: 50 })

  const vsix = join(folder, 'arrowsmith.vsix')
  execFileSync('npx', ['vsce', 'package', '--no-dependencies', '--out', vsix], { stdio: 'pipe' })
  report({ what: 'VSIX', value: statSync(vsix).size / 1e6, unit: 'MB', atMost: 4 })
}

/** A script that loads the extension beside a `vscode` of which every property is a class of the same kind. */
function loaderOf(extension: string, folder: string): string {
  const stub = join(folder, 'loading/node_modules/vscode')
  mkdirSync(stub, { recursive: true })
  writeFileSync(
    join(stub, 'index.js'),
    'module.exports = new Proxy(class {}, { get: (of, key) => of[key] ?? class {} })\n',
  )
  const loader = join(folder, 'loading/load.js')
  writeFileSync(
    loader,
    `const module_ = require('node:module')
const resolve = module_._resolveFilename
module_._resolveFilename = (name, ...rest) => name === 'vscode' ? ${JSON.stringify(join(stub, 'index.js'))} : resolve(name, ...rest)
require(${JSON.stringify(extension)})
`,
  )
  return loader
}
