// `npm run recognition -- FOLDER [--train]`: how often recognition is right on the labelled diagrams in FOLDER,
// whole repositories held out; with --train, the weights are learned from all of them and written.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundled } from '../bundled.ts'

const [folder, ...options] = process.argv.slice(2)
if (folder === undefined || folder.startsWith('--')) {
  console.error('Usage: npm run recognition -- FOLDER [--train]')
  process.exit(2)
}
const bundle = await bundled(join(import.meta.dirname, 'measure/index.ts'))
const { measure, train } = await import(pathToFileURL(bundle).href)
if (options.includes('--train')) train(folder)
else measure(folder, { learningCurve: options.includes('--curve'), sealed: options.includes('--sealed') })
