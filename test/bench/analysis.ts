// The analysis in one warm process: beside Mermaid's own parser, at a keystroke, for the figures, and as diagrams grow.

import mermaid from 'mermaid'
import { finished } from '../../src/knowledge'
import { evaluateSystem } from '../../src/math'
import { readSystem } from '../../src/model'
import { analyze, defaultConfiguration, findings, previewModel, type Snapshot } from '../../src/service'
import { runningRules } from '../../src/service/engine/report'
import { toPreview } from '../../src/service/preview/messages'
import { parseDiagram } from '../../src/syntax'
import { layeredFlowchart, treeFlowchart } from './designs'
import { against, report } from './report'
import { inTurns, ratio } from './timing'

const context = { language: 'mermaid', configuration: defaultConfiguration } as const

export async function benchAnalysis(): Promise<void> {
  await benchParsing()
  await benchKeystroke()
  await benchFigures()
  await benchWhatIf()
  await benchGrowth()
}

const systemOf = (text: string) => readSystem(parseDiagram(text), {})

const judged = (text: string) =>
  finished(
    runningRules(
      { system: systemOf(text), suppressions: [] },
      { configuration: defaultConfiguration },
      'quick',
    ),
  )

async function benchParsing(): Promise<void> {
  // The stage that makes Mermaid's parser run in plain Node.
  await import('../conformance/oracle')
  const text = treeFlowchart(300)
  for (let round = 0; round < 30; round++) judged(text)
  const { ours, parser, theirs } = await inTurns(15, {
    ours: () => judged(text),
    parser: () => parseDiagram(text),
    theirs: () => mermaid.parse(text),
  })
  report({
    what: '300 nodes: parse, model and rules, warm',
    value: ours.median,
    unit: 'ms',
    atMost: 10,
    detail: `parsing ${parser.median.toFixed(1)} ms`,
  })
  report({
    what: '300 nodes: parse, model and rules, against mermaid.parse',
    value: ratio(theirs, ours),
    unit: '× faster',
    atLeast: 10,
    detail: against(ours.median, theirs.median),
  })
}

async function benchKeystroke(): Promise<void> {
  const text = layeredFlowchart(1000)
  let previous: Snapshot | undefined
  let typed = 0
  const type = () => {
    previous = analyze(`${text}%% ${typed++}\n`, context, previous)
    return findings(previous)
  }
  for (let round = 0; round < 30; round++) type()
  const { keystroke } = await inTurns(60, { keystroke: type })
  report({
    what: '1,000 arrows: keystroke to diagnostics, p95',
    value: keystroke.p95,
    unit: 'ms',
    atMost: 16,
    detail: `median ${keystroke.median.toFixed(1)} ms`,
  })
}

async function benchFigures(): Promise<void> {
  const tree = systemOf(treeFlowchart(1001))
  const layered = systemOf(layeredFlowchart(1000))
  const { one, many } = await inTurns(7, {
    one: () => evaluateSystem(tree, { attribution: false }),
    many: () => evaluateSystem(layered, { attribution: false }),
  })
  report({ what: '1,000 arrows in one flow: figures', value: one.median, unit: 'ms', atMost: 150 })
  report({
    what: '1,000 arrows in many flows: figures',
    value: many.median,
    unit: 'ms',
    atMost: 150,
    detail: `${layered.flows.length} flows`,
  })
}

/** What the extension works out when the preview's reader tries a change: figures first, then whose share is what. */
async function benchWhatIf(): Promise<void> {
  const snapshot = analyze(treeFlowchart(500), context)
  let tried = 0
  const change = (figuresOnly: boolean) => () => {
    const start = process.cpuUsage()
    const changes = [{ target: 'n1', key: 'p99', value: String(100 + tried++) }] as const
    const picture = { document: 'file:///design.mmd', ...previewModel(snapshot, 0, { changes, figuresOnly }) }
    toPreview.parse({ type: 'picture', picture })
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  const { figures, whole } = await inTurns(25, { figures: change(true), whole: change(false) })
  const unit = 'ms of CPU'
  report({ what: '500 nodes: what-if to its figures', value: figures.median, unit, atMost: 100 })
  report({ what: '500 nodes: what-if to whose share is what', value: whole.median, unit })
}

async function benchGrowth(): Promise<void> {
  const [small, middle, large] = [1000, 10_000, 50_000].map(arrows => layeredFlowchart(arrows))
  const analyzed = (text = '') => findings(analyze(text, context))
  const times = await inTurns(5, {
    small: () => analyzed(small),
    middle: () => analyzed(middle),
    large: () => analyzed(large),
  })
  const detail = (from: number, to: number) => `${from.toFixed(0)} ms, then ${to.toFixed(0)} ms`
  report({
    what: 'Growth from 1,000 to 10,000 arrows',
    value: ratio(times.middle, times.small),
    unit: '×',
    atMost: 12,
    detail: detail(times.small.median, times.middle.median),
  })
  report({
    what: 'Growth from 10,000 to 50,000 arrows',
    value: ratio(times.large, times.middle),
    unit: '×',
    atMost: 6,
    detail: detail(times.middle.median, times.large.median),
  })
}
