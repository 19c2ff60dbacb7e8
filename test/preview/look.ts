// `npm run look`: pictures of the preview, to look at. `npm run look -- checkout,down` takes those whose names begin so.
// Some are exported too, and drawn by another program than a browser where there is librsvg's.

import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { type Preview, startHarness } from './harness'
import { looks } from './looks'

const [only = '', folder = 'test-results/preview'] = process.argv.slice(2)

/** One of each family, and what an outage leaves. */
const exported = new Set(['checkout-light', 'c4', 'chat-sequence', 'collapsed-architecture-0', 'down'])

const exportAs = async (name: string, { page, post, sent }: Preview) => {
  const before = (await sent()).length
  await post({ type: 'exportAs', way: 'svg' })
  await page.waitForFunction(count => window.sent.slice(count).some(({ type }) => type === 'export'), before)
  const message = (await sent()).slice(before).find(({ type }) => type === 'export')
  if (message?.type !== 'export') return
  const file = `${folder}/exported-${name}`
  writeFileSync(`${file}.svg`, message.data)
  spawnSync('rsvg-convert', ['--output', `${file}.png`, `${file}.svg`])
}

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
    if (exported.has(name)) await exportAs(name, preview)
    await preview.page.close()
  }
} finally {
  await harness.close()
}
