// `node test/conformance/run.ts DIR [differences to show]`: how often we and Mermaid agree on the diagrams in DIR.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const [folder, show = '20'] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: node test/conformance/run.ts DIR [differences to show]')
  process.exit(2)
}
const cache = join(import.meta.dirname, '../../node_modules/.cache')
mkdirSync(cache, { recursive: true })
const outfile = join(cache, 'conformance.mjs')
await build({
  entryPoints: [join(import.meta.dirname, 'check.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  target: 'node24',
  logLevel: 'error',
})
const { checkFolder } = await import(pathToFileURL(outfile).href)
process.exit((await checkFolder(folder, Number(show))) > 0 ? 1 : 0)
