// The preview's page as it is shipped, in a browser of its own: what a first picture and the next one cost the page's thread.

import { analyze, defaultConfiguration, previewModel } from '../../src/service'
import type { ToPreview } from '../../src/service/preview/messages'
import { type Harness, type Preview, startHarness } from '../preview/harness'
import { treeFlowchart } from './designs'
import { report } from './report'
import { inTurns } from './timing'

/** `built` is where what ships is built. */
export async function benchPreview(built: string): Promise<void> {
  const harness = await startHarness(built)
  try {
    for (const nodes of [5, 30]) await benchFirst(harness, nodes)
    for (const nodes of [30, 300]) await benchRedraw(harness, nodes)
  } finally {
    await harness.close()
  }
}

/** From an empty page, with nothing kept from before. */
async function benchFirst(harness: Harness, nodes: number): Promise<void> {
  const message = pictureOf(treeFlowchart(nodes))
  const { first } = await inTurns(5, {
    first: async () => {
      const preview = await harness.open({ width: 1000 })
      const processor = await processorOf(preview)
      await preview.page.reload()
      await preview.page.waitForFunction(() => window.sent?.some(({ type }) => type === 'ready'))
      await preview.show(message)
      const busy = await processor()
      await preview.page.close()
      return busy
    },
  })
  report({
    what: `${nodes} nodes: page to picture, beside Mermaid's own process`,
    value: first.median,
    unit: 'ms of CPU',
    atMost: 1500,
  })
}

async function benchRedraw(harness: Harness, nodes: number): Promise<void> {
  const preview = await harness.open({ width: 1000 })
  let typed = 0
  const messages = Array.from({ length: 2 }, (_, turn) =>
    pictureOf(`${treeFlowchart(nodes)}  n0 -->|SQL| typed[(Store ${turn})]\n`),
  )
  const processor = await processorOf(preview)
  const { redraw } = await inTurns(9, {
    redraw: async () => {
      const before = await processor()
      await preview.show(messages[typed++ % 2]!)
      return (await processor()) - before
    },
  })
  await preview.page.close()
  const budget = nodes <= 30 ? { atMost: 200 } : {}
  report({
    what: `${nodes} nodes: change to picture, beside Mermaid's own process`,
    value: redraw.median,
    unit: 'ms of CPU',
    ...budget,
  })
}

/** How long the page's thread has been at work, in milliseconds: other processes don't count. */
async function processorOf({ page }: Preview): Promise<() => Promise<number>> {
  const client = await page.context().newCDPSession(page)
  await client.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await client.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
}

function pictureOf(text: string): ToPreview {
  const snapshot = analyze(text, { language: 'mermaid', configuration: defaultConfiguration })
  return { type: 'picture', picture: { document: 'file:///design.mmd', ...previewModel(snapshot, 0) } }
}
