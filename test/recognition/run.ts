// `npm run recognition -- FOLDER [--train]`: how often recognition is right on the labelled diagrams in FOLDER,
// whole repositories held out; with --train, the weights are learned from all of them and written.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [folder, ...options] = process.argv.slice(2)
if (folder === undefined || folder.startsWith('--')) {
  console.error('Usage: npm run recognition -- FOLDER [--train]')
  process.exit(2)
}
const cache = join(import.meta.dirname, '../../node_modules/.cache')
mkdirSync(cache, { recursive: true })
const outfile = join(cache, 'recognition.mjs')
await build({
  entryPoints: [join(import.meta.dirname, 'measure/index.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  target: 'node24',
  logLevel: 'error',
})
const { measure, train } = await import(pathToFileURL(outfile).href)
if (options.includes('--train')) train(folder)
else measure(folder, { learningCurve: options.includes('--curve'), sealed: options.includes('--sealed') })
