// Figures beside what they belong to: at each arrow its part of a request, at each component what it can bear.

import { type DeadlineHop, deadlinesOf } from '../../math'
import type { Figure } from '../../model/figure'
import type { System } from '../../model/system'
import { estimate, formatDuration, formatPercentage, marked } from '../../text/figures'
import { markdown } from '../../text/markdown'
import { attributedFlows, type EvaluatedFlow, isEvaluated } from '../engine/evaluation'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import type { Patience } from './patience'
import { sharesOf } from './shares'

export interface Hint {
  /** In the source. */
  readonly offset: number
  readonly text: string
  /** Markdown. */
  readonly tooltip: string
}

/** `keyFigures`: what each arrow takes. `all`: also the time that is left for it, and the figures of components. */
export type HintExtent = 'keyFigures' | 'all'

/**
 * At each arrow on the path of a request: its part of the p99. Waits for the figures unless it is given patience:
 * then arrows that were drawn before keep what was said of them.
 */
export function hints(
  { diagrams }: Snapshot,
  patience?: Patience,
  extent: HintExtent = 'keyFigures',
): readonly Hint[] {
  return diagrams.flatMap((diagram, index) => {
    const isKnown = !patience || isEvaluated(diagram.system, { attribution: true })
    const shares = isKnown
      ? strongestShares(diagram.system)
      : earlierShares(diagram, patience.earlier?.diagrams[index])
    const left = extent === 'all' ? timeLeft(diagram.system) : new Map<number, string>()
    return [
      ...shares.map(share => arrowHint(share, left.get(share.index), diagram)),
      ...(extent === 'all' && isKnown ? componentHints(diagram) : []),
    ].sort((a, b) => a.offset - b.offset)
  })
}

function arrowHint(share: ArrowShare, left: string | undefined, { block, system }: AnalyzedDiagram): Hint {
  const { index, latency, unavailability, p99, flow } = share
  const [ofTime, ofFailures] = [latency, unavailability].map(part => `${Math.round(part * 100)}%`)
  const figures = [`${estimate(p99)} (${ofTime})`, ...(left === undefined ? [] : [left])]
  return {
    offset: block.toSource(system.diagram.arrows[index]?.span.end ?? 0),
    text: figures.join(', '),
    tooltip:
      markdown`${flow.name}: ${estimate(p99)} of the p99 (${ofTime ?? ''}) and ${ofFailures ?? ''} of the unavailability, including everything that the call waits for.`
        .source,
  }
}

/** What the tightest caller leaves of its patience once a call has taken its longest. */
function timeLeft({ flows }: System): ReadonlyMap<number, string> {
  const tightest = new Map<number, DeadlineHop>()
  for (const hop of flows.filter(({ background }) => !background).flatMap(deadlinesOf)) {
    const { index } = hop.call.connection
    const before = tightest.get(index)?.available ?? Number.POSITIVE_INFINITY
    if (hop.available !== null && hop.available < before) tightest.set(index, hop)
  }
  return new Map([...tightest].map(([index, hop]) => [index, leftOf(hop)]))
}

function leftOf({ available, needs }: DeadlineHop): string {
  if (available === null) return ''
  if (needs === null) return `no timeout, ${formatDuration(available)} to answer`
  return needs > available
    ? `${formatDuration(needs - available)} too long`
    : `${formatDuration(available - needs)} left`
}

/** Behind the place where it is drawn first; what is assumed is of interest only where it counts for some flow. */
function componentHints({ system, block }: AnalyzedDiagram): readonly Hint[] {
  const isAssumptionTold = system.flows.length > 0
  const used = new Map(
    attributedFlows(system).flatMap(({ figures }) =>
      figures.load.flatMap(({ component, utilization }) =>
        utilization === undefined ? [] : [[component, utilization] as const],
      ),
    ),
  )
  return system.components.flatMap(component => {
    const end = component.node.mentions[0]?.span.end
    const { availability } = component.figures
    const up = availability && (availability.stated || isAssumptionTold) ? [upOf(availability)] : []
    const text = [...up, ...usedOf(used.get(component))].join(', ')
    if (end === undefined || text === '') return []
    const tooltip = availability ? markdown`availability – ${availability.source}`.source : ''
    return [{ offset: block.toSource(end), text, tooltip }]
  })
}

const upOf = ({ value, stated }: Figure<number>): string => `${marked(formatPercentage(value), !stated)} up`

const usedOf = (utilization: number | undefined): readonly string[] =>
  utilization === undefined ? [] : [`${Math.round(utilization * 100)}% used`]

interface ArrowShare {
  /** Of the arrow. */
  readonly index: number
  readonly latency: number
  readonly unavailability: number
  /** Milliseconds of the p99. */
  readonly p99: number
  readonly flow: EvaluatedFlow['flow']
}

/** What was said of the arrows of an earlier drawing, for those that are drawn still. */
function earlierShares(
  { system }: AnalyzedDiagram,
  earlier: AnalyzedDiagram | undefined,
): readonly ArrowShare[] {
  if (!earlier || !isEvaluated(earlier.system, { attribution: true })) return []
  const drawn = new Map(arrowNames(system).map((name, index) => [name, index]))
  const names = arrowNames(earlier.system)
  return strongestShares(earlier.system).flatMap(share => {
    const index = drawn.get(names[share.index] ?? '')
    return index === undefined ? [] : [{ ...share, index }]
  })
}

/** `a->b`, and the first, second … of them. */
function arrowNames({ diagram: { arrows } }: System): readonly string[] {
  const counts = new Map<string, number>()
  return arrows.map(({ from, to }) => {
    const ends = `${from}->${to}`
    const nth = (counts.get(ends) ?? 0) + 1
    counts.set(ends, nth)
    return `${ends} ${nth}`
  })
}

const strongest = new WeakMap<System, readonly ArrowShare[]>()

/** For each arrow the flow in which it weighs most. */
function strongestShares(system: System): readonly ArrowShare[] {
  const shares = strongest.get(system) ?? strongestAmong(attributedFlows(system))
  strongest.set(system, shares)
  return shares
}

function strongestAmong(all: readonly EvaluatedFlow[]): readonly ArrowShare[] {
  const byArrow = new Map<number, ArrowShare>()
  for (const evaluated of all.filter(({ flow }) => !flow.background)) {
    for (const { target, latency, unavailability, p99 } of sharesOf(evaluated)) {
      if (target.kind !== 'arrow' || latency <= (byArrow.get(target.index)?.latency ?? -1)) continue
      byArrow.set(target.index, { index: target.index, latency, unavailability, p99, flow: evaluated.flow })
    }
  }
  return [...byArrow.values()].sort((a, b) => a.index - b.index)
}
