// `npm run recognition -- FOLDER … [--train]`: how often recognition is right on the labelled diagrams in the folders,
// whole repositories held out; with --train, the weights are learned from all of them and written. Folders of labels that
// came after the committed weights are named by --new=FOLDER: these are measured, and learning goes on from the weights.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundled } from '../bundled.ts'

const given = process.argv.slice(2)
const options = given.filter(one => one.startsWith('--'))
const known = given.filter(one => !one.startsWith('--'))
const latest = options.flatMap(one => (one.startsWith('--new=') ? [one.slice('--new='.length)] : []))
if (known.length + latest.length === 0) {
  console.error('Usage: npm run recognition -- FOLDER … [--new=FOLDER …] [--train | --curve | --sealed]')
  process.exit(2)
}
const bundle = await bundled(join(import.meta.dirname, 'measure/index.ts'))
const { measure, train } = await import(pathToFileURL(bundle).href)
if (options.includes('--train')) train({ known, latest })
else
  measure(
    { known, latest },
    { learningCurve: options.includes('--curve'), sealed: options.includes('--sealed') },
  )
