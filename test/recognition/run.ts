// `npm run recognition -- FOLDER … [--train]`: how often recognition is right on the labelled diagrams in the folders,
// whole repositories held out; with --train, the weights are learned from all of them and written.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundled } from '../bundled.ts'

const given = process.argv.slice(2)
const options = given.filter(one => one.startsWith('--'))
const folders = given.filter(one => !one.startsWith('--'))
if (folders.length === 0) {
  console.error('Usage: npm run recognition -- FOLDER … [--train | --curve | --sealed]')
  process.exit(2)
}
const bundle = await bundled(join(import.meta.dirname, 'measure/index.ts'))
const { measure, train } = await import(pathToFileURL(bundle).href)
if (options.includes('--train')) train(folders)
else measure(folders, { learningCurve: options.includes('--curve'), sealed: options.includes('--sealed') })
