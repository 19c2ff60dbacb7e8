// The request flows of a text as rows of a table, as lines above diagrams and as hints at arrows.

import type { Assumption, System } from '../../model/system'
import { enumerated } from '../../rules/fixes/enumeration'
import { tooLarge } from '../../rules/syntax/too-large'
import { markdown } from '../../text/markdown'
import type { Span } from '../../text/span'
import {
  attributedFlows,
  type EvaluatedFlow,
  evaluatedFlows,
  flowsLeftOut,
  isEvaluated,
  type ObjectiveVerdict,
} from '../engine/evaluation'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import { estimate, formatDowntime, formatPercentage, marked } from '../features/format'
import { inSource } from '../features/place'
import type { Change } from '../preview/messages'
import { changedSystem } from '../preview/what-if'
import { assumedLine, isBroken, missingFigures, unlimited } from './flow-notes'
import { type FlowSummary, summaryOf } from './flow-summary'
import { sharesOf } from './shares'

export interface FlowRow extends FlowSummary {
  /** The line of the diagram's header keyword. */
  readonly line: number
  readonly criticalPath: readonly string[]
  readonly assumed: readonly Assumption[]
  readonly objective?: ObjectiveVerdict
}

/** The row as machine formats promise it. */
export const contracted = ({ notes: _, ...row }: FlowRow): Omit<FlowRow, 'notes'> => row

/** The flows that users wait for, in the order of the text; background work is left out. `changes` are what-ifs. */
export function flowTables(snapshot: Snapshot, changes: readonly Change[] = []): readonly FlowRow[] {
  return snapshot.diagrams.flatMap(diagram => {
    const line = headerLine(diagram, snapshot)
    const changed = { ...diagram, system: changedSystem(diagram, changes, snapshot) }
    return requestsIn(changed).map(evaluated => rowOf(evaluated, changed, line))
  })
}

/** The lines of the diagrams with syntax errors, whose flows may lack parts. */
export const brokenDiagrams = (snapshot: Snapshot): readonly number[] =>
  snapshot.diagrams
    .filter(({ system }) => isBroken(system.diagram.problems))
    .map(diagram => headerLine(diagram, snapshot))

/** What is said of diagrams that are too large to have flows, or to have figures for all of them. */
export const diagramsLeftOut = (
  snapshot: Snapshot,
): readonly { readonly line: number; readonly message: string }[] =>
  snapshot.diagrams.flatMap(diagram => {
    const line = headerLine(diagram, snapshot)
    return sayingsOn(diagram).map(message => ({ line, message }))
  })

function sayingsOn({ leftOut, system }: AnalyzedDiagram): readonly string[] {
  const { problems } = system.diagram
  if (leftOut) return problems.filter(({ kind }) => kind === tooLarge.id).map(({ message }) => message)
  const flows = flowsLeftOut(system).filter(({ background }) => !background)
  if (flows.length === 0) return []
  const [verb, them] = flows.length === 1 ? ['is', 'it'] : ['are', 'them']
  return [
    `${enumerated(flows.map(({ name }) => name))} ${verb} left out: so many calls take too long to work out. Draw what belongs to ${them} as a diagram of its own.`,
  ]
}

const headerLine = (diagram: AnalyzedDiagram, { lines }: Snapshot): number =>
  lines.positionAt(inSource(diagram, diagram.system.diagram.header).start).line

const requestsIn = ({ system }: AnalyzedDiagram): EvaluatedFlow[] =>
  evaluatedFlows(system).filter(({ flow }) => !flow.background)

function rowOf(evaluated: EvaluatedFlow, { system }: AnalyzedDiagram, line: number): FlowRow {
  const { figures, objective } = evaluated
  const { criticalPath, assumed } = figures
  return {
    line,
    ...summaryOf(evaluated, system.diagram),
    criticalPath,
    assumed,
    ...(objective && { objective }),
  }
}

export interface Lens {
  /** The diagram's header keyword, in the source. */
  readonly span: Span
  readonly title: string
  /** Which flow it is, and what its figures rest on and leave out. */
  readonly tooltip: string
  /** Its index in the snapshot. */
  readonly diagram: number
}

/** What can be shown of figures while they are worked out: those of an earlier text, until they are known. */
export interface Patience {
  /** The latest snapshot whose figures are known; without one nothing is shown until they are. */
  readonly earlier: Snapshot | undefined
}

/** One line above each architecture: its slowest flow, in short. Waits for the figures unless it is given patience. */
export function lenses({ diagrams }: Snapshot, patience?: Patience): readonly Lens[] {
  return diagrams.flatMap((diagram, index) => {
    if (patience && !isEvaluated(diagram.system, { attribution: false }))
      return earlierLens(diagram, index, patience.earlier)
    const slowest = requestsIn(diagram).sort(
      (a, b) => (b.figures.p99 ?? Infinity) - (a.figures.p99 ?? Infinity),
    )[0]
    if (!slowest) return []
    const span = inSource(diagram, diagram.system.diagram.header)
    return [{ span, ...inShort(slowest, diagram), diagram: index }]
  })
}

/** The line of the diagram that stood in its place. */
function earlierLens(diagram: AnalyzedDiagram, index: number, earlier: Snapshot | undefined): Lens[] {
  const lens = earlier && lenses(earlier).find(each => each.diagram === index)
  return lens ? [{ ...lens, span: inSource(diagram, diagram.system.diagram.header) }] : []
}

function inShort(evaluated: EvaluatedFlow, { system }: AnalyzedDiagram): Pick<Lens, 'title' | 'tooltip'> {
  const row = summaryOf(evaluated, system.diagram)
  const { assumed, gaps } = row.notes
  const figures = [
    evaluated.figures.overloaded.length > 0 ? unlimited : `p99 ${marked(estimate(row.p99), assumed.times)}`,
    marked(formatPercentage(row.availability), assumed.availability),
    marked(formatDowntime(row.downtimeSecondsPerYear), assumed.availability),
  ]
  const unknown = missingFigures(evaluated.figures.basis)
  return {
    title: [...figures, ...unknown.map(withoutStop), 'Preview'].join(' · '),
    tooltip: [`${row.name}.`, assumedLine(evaluated.figures.assumed), ...gaps].join(' '),
  }
}

const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '')

export interface Hint {
  /** In the source. */
  readonly offset: number
  readonly text: string
  /** Markdown. */
  readonly tooltip: string
}

/**
 * At each arrow on the path of a request: its share of the p99, and of the unavailability. Waits for the figures
 * unless it is given patience: then arrows that were drawn before keep what was said of them.
 */
export function hints({ diagrams }: Snapshot, patience?: Patience): readonly Hint[] {
  return diagrams.flatMap((diagram, index) => {
    const shares =
      patience && !isEvaluated(diagram.system, { attribution: true })
        ? earlierShares(diagram, patience.earlier?.diagrams[index])
        : strongestShares(diagram.system)
    return shares.map(({ index: arrow, latency, unavailability, flow }) => ({
      offset: diagram.block.toSource(diagram.system.diagram.arrows[arrow]?.span.end ?? 0),
      text: `${Math.round(latency * 100)} %`,
      tooltip:
        markdown`${flow.name}: ${Math.round(latency * 100)} % of the p99 and ${Math.round(unavailability * 100)} % of the unavailability, with all that happens in the call.`
          .source,
    }))
  })
}

interface ArrowShare {
  /** Of the arrow. */
  readonly index: number
  readonly latency: number
  readonly unavailability: number
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
    for (const { target, latency, unavailability } of sharesOf(evaluated)) {
      if (target.kind !== 'arrow' || latency <= (byArrow.get(target.index)?.latency ?? -1)) continue
      byArrow.set(target.index, { index: target.index, latency, unavailability, flow: evaluated.flow })
    }
  }
  return [...byArrow.values()].sort((a, b) => a.index - b.index)
}
