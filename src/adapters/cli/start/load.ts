// Loads the bundles of the command line; from the second run on it takes what V8 made of them before.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'
import { type CompiledFile, keepCompiled, readCompiled } from './compiled'

// Before anything is compiled: flags are part of what compiled code belongs to. V8 makes each pattern twice, first for
// its interpreter and, at its second use, for the processor. Nearly all of ours are used more than once.
setFlagsFromString('--no-regexp-tier-up')

const scripts: { readonly script: Script; readonly file: CompiledFile }[] = []
const bundles = new Map<string, { exports: unknown }>()

/** `require` for the bundles and their tables, which are ASCII (see esbuild.mjs); the rest is left to Node. */
function load(name: string): unknown {
  if (name.endsWith('.json')) return JSON.parse(readFileSync(join(__dirname, name), 'latin1'))
  if (!name.endsWith('.cjs')) return require(name)
  const known = bundles.get(name)
  if (known) return known.exports
  const bundle = { exports: {} }
  bundles.set(name, bundle)
  scriptOf(name).runInThisContext()(load, bundle, bundle.exports, join(__dirname, name), __dirname)
  return bundle.exports
}

/** A bundle as a function of what CommonJS gives a module. */
function scriptOf(name: string): Script {
  const filename = join(__dirname, name)
  const source = readFileSync(filename)
  const file = { bundle: name, source }
  const kept = readCompiled(file)
  const script = new Script(
    `(function (require, module, exports, __filename, __dirname) {${source.toString('latin1')}\n})`,
    { filename, ...(kept && { cachedData: kept.data }) },
  )
  if (script.cachedDataRejected !== false || kept?.old) scripts.push({ script, file })
  return script
}

load('./cli.cjs')
process.once('exit', () => {
  if (scripts.length > 0)
    keepCompiled(scripts.map(({ script, file }) => ({ file, compile: () => script.createCachedData() })))
})
