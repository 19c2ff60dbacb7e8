// `node test/conformance/run.ts DIR [differences to show]`: how often we and Mermaid agree on the diagrams in DIR.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundled } from '../bundled.ts'

const [folder, show = '20'] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: node test/conformance/run.ts DIR [differences to show]')
  process.exit(2)
}
const bundle = await bundled(join(import.meta.dirname, 'check.ts'))
const { checkFolder } = await import(pathToFileURL(bundle).href)
process.exit((await checkFolder(folder, Number(show))) > 0 ? 1 : 0)
