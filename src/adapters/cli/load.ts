// Loads the bundles of the command line; from the second run on it takes what V8 made of them before.

import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Script } from 'node:vm'
import { asksForHelp, commandNamed } from './command'

/**
 * Compiled code lies beside the bundles, as Python's does: it is trusted as they are and goes when they go.
 * Node's own cache (from 22 on) has only what loading a file compiles, none of the functions that are called later.
 */
const folder = join(__dirname, 'compiled')

/** Each command calls other functions, and what one has compiled is of little use to the next. */
const command = (!asksForHelp(process.argv) && commandNamed(process.argv[2])) || 'help'

/** Milliseconds after which compiled code is kept anew, with what later runs have called besides. */
const lifetime = 24 * 60 * 60 * 1000

const scripts: { readonly script: Script; readonly file: string }[] = []
const bundles = new Map<string, { exports: unknown }>()

/** `require` for the bundles and their tables, which are ASCII (see esbuild.mjs); the rest is left to Node. */
function load(name: string): unknown {
  if (name.endsWith('.json')) return JSON.parse(readFileSync(join(__dirname, name), 'latin1'))
  if (!name.endsWith('.cjs')) return require(name)
  const known = bundles.get(name)
  if (known) return known.exports
  const bundle = { exports: {} }
  bundles.set(name, bundle)
  compiled(name).runInThisContext()(load, bundle, bundle.exports, join(__dirname, name), __dirname)
  return bundle.exports
}

/** A bundle as a function of what CommonJS gives a module. */
function compiled(name: string): Script {
  const filename = join(__dirname, name)
  const { mtimeMs, size } = statSync(filename)
  const file = join(folder, [command, basename(name), process.version, process.arch, mtimeMs, size].join('-'))
  const kept = read(file)
  const script = new Script(
    `(function (require, module, exports, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`,
    { filename, ...(kept && { cachedData: kept.data }) },
  )
  if (script.cachedDataRejected !== false || kept?.old) scripts.push({ script, file })
  return script
}

function read(file: string): { readonly data: Buffer; readonly old: boolean } | undefined {
  try {
    return { data: readFileSync(file), old: Date.now() - statSync(file).mtimeMs > lifetime }
  } catch {
    return undefined
  }
}

/** Keeps what V8 has compiled by now. Where that can't be written, every run compiles. */
function keep(): void {
  try {
    mkdirSync(folder, { recursive: true })
    for (const { script, file } of scripts) {
      // Renamed, so that nobody reads half a file; tried first, because making the data takes longer than all the rest.
      const unfinished = `${file}.${process.pid}`
      writeFileSync(unfinished, '')
      writeFileSync(unfinished, script.createCachedData())
      renameSync(unfinished, file)
    }
  } catch {
    // A folder that belongs to somebody else, or a full disk.
  }
}

load('./cli.cjs')
process.once('exit', () => {
  if (scripts.length > 0) keep()
})
