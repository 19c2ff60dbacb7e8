// One line above each diagram: its flow in short, whether promises are kept, how much there is to mend.

import { lazily } from '../../knowledge'
import { estimate, formatDowntime, formatPercentage, marked } from '../../text/figures'
import { contains, type Span } from '../../text/span'
import { type EvaluatedFlow, isEvaluated } from '../engine/evaluation'
import { findings } from '../engine/findings'
import type { AnalyzedDiagram, Finding, Snapshot } from '../engine/snapshot'
import { inSource } from '../features/place'
import { assumedLine, missingFigures, unlimited } from './flow-notes'
import { summaryOf } from './flow-summary'
import { requestsIn } from './flow-tables'
import type { Patience } from './patience'

export interface Lens {
  /** The diagram's header keyword, in the source. */
  readonly span: Span
  /** The flow in short. */
  readonly title: string
  /** What its figures rest on and leave out. */
  readonly tooltip: string
  /** Its index in the snapshot. */
  readonly diagram: number
}

/**
 * One line above each design, about the flow that the preview opens with. Waits for the figures unless it is given
 * patience.
 */
export function lenses(snapshot: Snapshot, patience?: Patience): readonly Lens[] {
  const open = lazily(() => findings(snapshot).filter(({ suppressed }) => !suppressed))
  const before = lazily(() => (patience?.earlier ? lenses(patience.earlier) : []))
  return snapshot.diagrams.flatMap((diagram, index) => {
    if (patience && !isEvaluated(diagram.system, { attribution: false }))
      return earlierLens(diagram, index, before())
    const flows = requestsIn(diagram)
    const [first] = flows
    if (!first) return []
    const span = inSource(diagram, diagram.system.diagram.header)
    const parts = [...inShort(first, diagram), ...goals(flows), ...toMend(diagram, open())]
    return [{ span, title: parts.join(' · '), tooltip: tooltipOf(first, diagram), diagram: index }]
  })
}

/** The line of the diagram that stood in its place. */
function earlierLens(diagram: AnalyzedDiagram, index: number, before: readonly Lens[]): Lens[] {
  const lens = before.find(each => each.diagram === index)
  return lens ? [{ ...lens, span: inSource(diagram, diagram.system.diagram.header) }] : []
}

function inShort({ flow, figures }: EvaluatedFlow, { system }: AnalyzedDiagram): readonly string[] {
  const { p99, availability, downtimeSecondsPerYear, notes } = summaryOf({ flow, figures }, system.diagram)
  const { assumed } = notes
  const time = figures.overloaded.length > 0 ? unlimited : `p99 ${marked(estimate(p99), assumed.times)}`
  const down = formatDowntime(downtimeSecondsPerYear).replace('/', ' a ')
  const up = [formatPercentage(availability), `down ${down}`].join(', ')
  const unknown = missingFigures(figures.basis).map(sentence => sentence.replace(/\.$/, ''))
  return [`${flow.name}: ${time}`, marked(up, assumed.availability), ...unknown]
}

/** How many of the promises are broken, where any is made. */
function goals(flows: readonly EvaluatedFlow[]): readonly string[] {
  const made = flows.flatMap(({ objective }) => objective ?? [])
  const missed = made.filter(({ met }) => !met).length
  if (made.length === 0) return []
  if (made.length === 1) return [missed === 0 ? 'goal met' : 'goal missed']
  return [missed === 0 ? 'goals met' : `${missed} of ${made.length} goals missed`]
}

function toMend({ block }: AnalyzedDiagram, open: readonly Finding[]): readonly string[] {
  const { length } = open.filter(({ span }) => contains(block.span, span.start))
  return length === 0 ? [] : [length === 1 ? '1 finding' : `${length} findings`]
}

function tooltipOf(evaluated: EvaluatedFlow, { system }: AnalyzedDiagram): string {
  const { gaps } = summaryOf(evaluated, system.diagram).notes
  return [assumedLine(evaluated.figures.assumed), ...gaps].join(' ')
}
