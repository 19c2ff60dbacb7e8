// The preview's page as it is shipped, in a browser of its own: how long until a picture stands, and until the next one does.

import { analyze, defaultConfiguration, previewModel } from '../../src/service'
import type { ToPreview } from '../../src/service/preview/messages'
import { type Harness, startHarness } from '../preview/harness'
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
  const { first } = await inTurns(7, {
    first: async () => {
      const preview = await harness.open({ width: 1000 })
      await preview.show(message)
      await preview.page.close()
    },
  })
  report({ what: `${nodes} nodes: page to picture`, value: first.median, unit: 'ms', atMost: 1500 })
}

async function benchRedraw(harness: Harness, nodes: number): Promise<void> {
  const preview = await harness.open({ width: 1000 })
  let typed = 0
  const messages = Array.from({ length: 2 }, (_, turn) =>
    pictureOf(`${treeFlowchart(nodes)}  n0 -->|SQL| typed[(Store ${turn})]\n`),
  )
  const { redraw } = await inTurns(5, { redraw: () => preview.show(messages[typed++ % 2]!) })
  await preview.page.close()
  const budget = nodes <= 30 ? { atMost: 200 } : {}
  report({ what: `${nodes} nodes: change to picture`, value: redraw.median, unit: 'ms', ...budget })
}

function pictureOf(text: string): ToPreview {
  const snapshot = analyze(text, { language: 'mermaid', configuration: defaultConfiguration })
  return { type: 'picture', picture: { document: 'file:///design.mmd', ...previewModel(snapshot, 0) } }
}
