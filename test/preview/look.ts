// `npm run look`: pictures of the preview, to look at. `npm run look -- checkout,down` takes those whose names begin so.
// Some are exported too: drawn by another program than a browser where there is librsvg's, and reports read and printed.

import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import type { AskedExport } from '../../src/service/preview/messages'
import { type Preview, startHarness } from './harness'
import { looks } from './looks'

const [only = '', folder = 'test-results/preview'] = process.argv.slice(2)

/** One of each family, and what an outage leaves. */
const exported = new Set([
  'checkout-light',
  'c4',
  'chat-sequence',
  'what-if',
  'collapsed-architecture-0',
  'down',
])

/** What the preview hands out: text, or a picture in base64. */
const askFor = async (way: AskedExport, { page, post, sent }: Preview) => {
  const before = (await sent()).length
  await post({ type: 'exportAs', way })
  await page.waitForFunction(count => window.sent.slice(count).some(({ type }) => type === 'export'), before)
  const message = (await sent()).slice(before).find(({ type }) => type === 'export')
  if (message?.type !== 'export') throw new Error(`no ${way} but ${message?.type}`)
  return message.data
}

const exportAs = async (name: string, preview: Preview) => {
  const file = `${folder}/exported-${name}`
  writeFileSync(`${file}.svg`, await askFor('svg', preview))
  spawnSync('rsvg-convert', ['--output', `${file}.png`, `${file}.svg`])
  writeFileSync(`${file}-browser.png`, Buffer.from(await askFor('png2', preview), 'base64'))
  const report = await askFor('html', preview)
  writeFileSync(`${file}.html`, report)
  await lookAtReport(report, `${file}-report`, preview)
}

/** As it opens, and as wide as a sheet of A4 as it would be printed. */
const lookAtReport = async (report: string, file: string, { page }: Preview) => {
  const reader = await page.context().browser()?.newPage()
  if (!reader) return
  await reader.setContent(report)
  await reader.screenshot({ path: `${file}.png`, fullPage: true })
  await reader.setViewportSize({ width: 718, height: 1046 })
  await reader.emulateMedia({ media: 'print' })
  await reader.screenshot({ path: `${file}-printed.png`, fullPage: true })
  await reader.close()
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
