// `npm run look`: pictures of the preview, to look at. `npm run look -- checkout,down` takes those whose names begin so.

import { mkdirSync } from 'node:fs'
import { startHarness } from './harness'
import { looks } from './looks'

const [only = '', folder = 'test-results/preview'] = process.argv.slice(2)

mkdirSync(folder, { recursive: true })
const harness = await startHarness()
try {
  for (const { name, message, options, act } of looks.filter(({ name }) =>
    only.split(',').some(word => name.startsWith(word)),
  )) {
    const preview = await harness.open(options)
    await preview.show(message)
    await act?.(preview)
    await preview.page.screenshot({ path: `${folder}/${name}.png` })
    await preview.page.close()
  }
} finally {
  await harness.close()
}
