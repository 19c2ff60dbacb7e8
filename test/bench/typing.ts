// Typing in a large diagram with the preview open: the longest task of ours in the editor's extension host.

import {
  analyze,
  type Clock,
  createReview,
  defaultConfiguration,
  findings,
  previewModel,
  type Snapshot,
} from '../../src/service'
import { toPreview } from '../../src/service/preview/messages'
import { treeFlowchart } from './designs'
import { report } from './report'
import { inTurns } from './timing'

const nodes = 300

/** Every task of a keystroke and of the pause after it, in the order of the extension. */
export async function benchLargeDiagram(): Promise<void> {
  let longest = 0
  const tasks: (() => void)[] = []
  const measured = (act: () => void) => {
    const start = process.threadCpuUsage()
    act()
    const { user, system } = process.threadCpuUsage(start)
    longest = Math.max(longest, (user + system) / 1000)
  }
  const clock: Clock = {
    now: () => performance.now(),
    after: (_, act) => {
      tasks.push(act)
      return () => {
        const place = tasks.indexOf(act)
        if (place >= 0) tasks.splice(place, 1)
      }
    },
  }
  let snapshot: Snapshot | undefined
  const review = createReview<string>({
    clock,
    snapshotOf: () => snapshot,
    show: () => snapshot && findings(snapshot, { faint: true }),
  })
  let round = 0
  const type = async () => {
    const text = `${treeFlowchart(nodes)}  n0 -->|SQL| typed[(Store ${'x'.repeat(1 + (round++ % 9))})]\n`
    longest = 0
    measured(() => {
      snapshot = analyze(text, { language: 'mermaid', configuration: defaultConfiguration }, snapshot)
    })
    review.start('design', { findings: 10, figures: 300 })
    const settled = review.hurry('design', 'shares')
    for (let task = tasks.shift(); task; task = tasks.shift()) measured(task)
    await settled
    measured(() => {
      const picture = snapshot && previewModel(snapshot, 0)
      toPreview.safeParse({ type: 'picture', picture: { document: 'file:///design.mmd', ...picture } })
    })
    return longest
  }
  for (let turn = 0; turn < 40; turn++) await type()
  const { keystroke } = await inTurns(40, { keystroke: type })
  report({
    what: `${nodes} nodes, preview open: longest task of a keystroke, median`,
    value: keystroke.median,
    unit: 'ms of CPU',
    atMost: 50,
    detail: `p95 ${keystroke.p95.toFixed(1)} ms`,
  })
}
