// Takes screenshots of the samples in all themes, to look at:
// esbuild test/preview/look.ts --bundle --platform=node --format=esm --packages=external --outfile=dist/test/look.mjs

import { mkdirSync } from 'node:fs'
import type { ToPreview } from '../../src/service/preview/messages'
import { startHarness } from './harness'
import * as samples from './samples/index'

const [folder = 'test-results/preview', only = ''] = process.argv.slice(2)

const looks = [
  ['checkout', samples.checkout, {}],
  ['checkout-light', samples.checkout, { theme: 'light' }],
  ['checkout-contrast', samples.checkout, { theme: 'high-contrast' }],
  ['checkout-narrow', samples.checkout, { width: 520, height: 1000 }],
  ['large', samples.large(200), {}],
  ['large-light-narrow', samples.large(60), { theme: 'light', width: 600, height: 900 }],
  ['sequence', samples.sequence, { theme: 'light' }],
  ['sequence-dark', samples.sequence, {}],
  ['c4', samples.c4, {}],
  ['architecture', samples.architecture, { theme: 'light' }],
  ['cooking', samples.cooking, { theme: 'light' }],
  ['broken', samples.broken, {}],
] as const

const empty: ToPreview = { type: 'empty', reason: 'There is no Mermaid diagram in notes.md.' }
const failed: ToPreview = { type: 'failed', reason: 'The analysis gave no valid picture.flows.0.attempts.' }
const states = [
  ['empty', empty, {}],
  ['empty-light', empty, { theme: 'light' }],
  ['failed', failed, {}],
  ['failed-light', failed, { theme: 'light' }],
  ['failed-contrast', failed, { theme: 'high-contrast' }],
] as const

/** What is looked at: a name, a message, and the page that gets it. */
const all = [
  ...looks.map(([name, picture, options]) => [name, { type: 'picture', picture }, options] as const),
  ...states,
]

mkdirSync(folder, { recursive: true })
const harness = await startHarness()
try {
  for (const [name, message, options] of all.filter(([name]) => name.startsWith(only))) {
    const preview = await harness.open(options)
    await preview.show(message)
    await preview.page.screenshot({ path: `${folder}/${name}.png` })
    await preview.page.close()
  }
} finally {
  await harness.close()
}
