// One line above each diagram: its flow in short, whether promises are kept, how much there is to mend.

import { lazily } from '../../knowledge'
import type { FlowFigures } from '../../math'
import { estimate, formatDownPeriod, formatPercentage, marked } from '../../text/figures'
import { contains, type Span } from '../../text/span'
import { plural, type Translate, untranslated } from '../../text/translation'
import { type EvaluatedFlow, evaluatedFlows, isEvaluated } from '../engine/evaluation'
import { findings } from '../engine/findings'
import type { AnalyzedDiagram, Finding, Snapshot } from '../engine/snapshot'
import { inSource } from '../features/place'
import { assumedLine, missingFigures, unlimited } from './flow-notes'
import { summaryOf } from './flow-summary'
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
export function lenses(
  snapshot: Snapshot,
  patience?: Patience,
  translate: Translate = untranslated,
): readonly Lens[] {
  const open = lazily(() => findings(snapshot).filter(({ suppressed }) => !suppressed))
  const before = lazily(() => (patience?.earlier ? lenses(patience.earlier, undefined, translate) : []))
  return snapshot.diagrams.flatMap((diagram, index) => {
    if (patience && !isEvaluated(diagram.system, { attribution: false }))
      return earlierLens(diagram, index, before())
    const flows = shownFlows(diagram)
    const [first, ...others] = flows
    if (!first) return []
    const span = inSource(diagram, diagram.system.diagram.header)
    const parts = [
      ...inShort(first, diagram, translate),
      ...goals(flows, translate),
      ...toMend(diagram, open(), translate),
    ]
    const tooltip = tooltipOf(first, others, { diagram, translate })
    return [{ span, title: parts.join(' · '), tooltip, diagram: index }]
  })
}

/** What users wait for before what is done in the background. */
const shownFlows = ({ system }: AnalyzedDiagram): readonly EvaluatedFlow[] =>
  evaluatedFlows(system).toSorted((a, b) => Number(a.flow.background) - Number(b.flow.background))

/** The line of the diagram that stood in its place. */
function earlierLens(diagram: AnalyzedDiagram, index: number, before: readonly Lens[]): Lens[] {
  const lens = before.find(each => each.diagram === index)
  return lens ? [{ ...lens, span: inSource(diagram, diagram.system.diagram.header) }] : []
}

function inShort(
  { flow, figures }: EvaluatedFlow,
  { system }: AnalyzedDiagram,
  translate: Translate,
): readonly string[] {
  const { p99, availability, downtimeSecondsPerYear, notes } = summaryOf({ flow, figures }, system.diagram)
  const { assumed } = notes
  const isOverloaded = figures.overloaded.length > 0
  const time = isOverloaded ? translate(unlimited) : `p99 ${marked(estimate(p99, translate), assumed.times)}`
  const down = formatDownPeriod(downtimeSecondsPerYear, translate)
  const up = translate('{0}, down {1} a year', formatPercentage(availability), down)
  const unknown = missingFigures(figures.basis, translate).map(sentence => sentence.replace(/\.$/, ''))
  return [
    `${flow.name}: ${time}`,
    marked(up, assumed.availability),
    ...keepingUp(figures, translate),
    ...unknown,
  ]
}

/** Whether consumers do: that is what counts in the background. */
const keepingUp = ({ backlog }: FlowFigures, translate: Translate): readonly string[] =>
  backlog ? [backlog.growing > 0 ? translate('falls behind') : translate('keeps up')] : []

/** How many of the promises are broken, where any is made. */
function goals(flows: readonly EvaluatedFlow[], translate: Translate): readonly string[] {
  const made = flows.flatMap(({ objective }) => objective ?? [])
  const missed = made.filter(({ met }) => !met).length
  if (made.length === 0) return []
  if (made.length === 1) return [missed === 0 ? translate('goal met') : translate('goal missed')]
  return [missed === 0 ? translate('goals met') : translate('{0} of {1} goals missed', missed, made.length)]
}

function toMend(
  { block }: AnalyzedDiagram,
  open: readonly Finding[],
  translate: Translate,
): readonly string[] {
  const { length } = open.filter(({ span }) => contains(block.span, span.start))
  return length === 0 ? [] : [findingCount(length, translate)]
}

/** `3 findings`. */
export const findingCount = (count: number, translate: Translate): string =>
  plural(translate, count, ['1 finding', '{0} findings'])

/** So many other flows are named. */
const mostNamed = 6

function tooltipOf(
  first: EvaluatedFlow,
  others: readonly EvaluatedFlow[],
  { diagram: { system }, translate }: { diagram: AnalyzedDiagram; translate: Translate },
): string {
  const { gaps } = summaryOf(first, system.diagram, translate).notes
  const named = [
    ...others.map(({ flow }) =>
      flow.background ? translate('{0} (in the background)', flow.name) : flow.name,
    ),
    ...system.pages.map(({ name }) => translate('{0} (the whole page)', name)),
  ]
  const [shown, rest] = [named.slice(0, mostNamed).join(', '), named.length - mostNamed]
  const also = rest > 0 ? translate('Also: {0}, and {1} more.', shown, rest) : translate('Also: {0}.', shown)
  return [assumedLine(first.figures.assumed, translate), ...gaps, ...(named.length > 0 ? [also] : [])].join(
    ' ',
  )
}
