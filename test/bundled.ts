// A measuring script and what it measures, bundled for the Node that runs it: sources import without extensions.

import { mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'

/** Returns the bundle's path: in the cache of node_modules, named by the folder that `entry` lies in. */
export async function bundled(entry: string): Promise<string> {
  const cache = join(import.meta.dirname, '../node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const outfile = join(cache, `${basename(dirname(entry))}.mjs`)
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: 'node24',
    loader: { '.md': 'text' },
    logLevel: 'error',
  })
  return outfile
}
