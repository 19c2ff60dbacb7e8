// The request flows of a text as rows of a table, as lines above diagrams and as hints at arrows.

import type { Assumption } from '../model/system'
import { tooLarge } from '../rules/too-large'
import { markdown } from '../text/markdown'
import type { Span } from '../text/span'
import { attributedFlows, type EvaluatedFlow, evaluatedFlows, type ObjectiveVerdict } from './evaluation'
import { assumedLine, isBroken, missingFigures } from './flowNotes'
import { type FlowSummary, summaryOf } from './flowSummary'
import { inSource } from './place'
import { downtime, estimate, marked, percentage } from './quantities'
import { sharesOf } from './shares'
import type { AnalyzedDiagram, Snapshot } from './snapshot'

export interface FlowRow extends FlowSummary {
  /** The line of the diagram's header keyword. */
  readonly line: number
  readonly criticalPath: readonly string[]
  readonly assumed: readonly Assumption[]
  readonly objective?: ObjectiveVerdict
}

/** The flows that users wait for, in the order of the text; background work is left out. */
export function flowTables(snapshot: Snapshot): readonly FlowRow[] {
  return snapshot.diagrams.flatMap(diagram => {
    const line = headerLine(diagram, snapshot)
    return requestsIn(diagram).map(evaluated => rowOf(evaluated, diagram, line))
  })
}

/** The lines of the diagrams with syntax errors, whose flows may lack parts. */
export const brokenDiagrams = (snapshot: Snapshot): readonly number[] =>
  snapshot.diagrams
    .filter(({ system }) => isBroken(system.diagram.problems))
    .map(diagram => headerLine(diagram, snapshot))

/** What is said of diagrams that are too large to have flows. */
export const diagramsLeftOut = (
  snapshot: Snapshot,
): readonly { readonly line: number; readonly message: string }[] =>
  snapshot.diagrams
    .filter(({ leftOut }) => leftOut)
    .flatMap(diagram => {
      const line = headerLine(diagram, snapshot)
      const { problems } = diagram.system.diagram
      return problems.filter(({ kind }) => kind === tooLarge.id).map(({ message }) => ({ line, message }))
    })

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

/** One line above each architecture: its slowest flow, in short. */
export function lenses({ diagrams }: Snapshot): readonly Lens[] {
  return diagrams.flatMap((diagram, index) => {
    const slowest = requestsIn(diagram).sort(
      (a, b) => (b.figures.p99 ?? Infinity) - (a.figures.p99 ?? Infinity),
    )[0]
    if (!slowest) return []
    const span = inSource(diagram, diagram.system.diagram.header)
    return [{ span, ...inShort(slowest, diagram), diagram: index }]
  })
}

function inShort(evaluated: EvaluatedFlow, { system }: AnalyzedDiagram): Pick<Lens, 'title' | 'tooltip'> {
  const row = summaryOf(evaluated, system.diagram)
  const { assumed, gaps } = row.notes
  const figures = [
    `p99 ${marked(estimate(row.p99), assumed.times)}`,
    marked(percentage(row.availability), assumed.availability),
    marked(downtime(row.downtimeSecondsPerYear), assumed.availability),
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

/** At each arrow on the path of a request: its share of the p99, and of the unavailability. */
export function hints({ diagrams }: Snapshot): readonly Hint[] {
  return diagrams.flatMap(diagram =>
    strongestShares(diagram).map(({ index, latency, unavailability, flow }) => ({
      offset: diagram.block.toSource(diagram.system.diagram.arrows[index]?.span.end ?? 0),
      text: `${Math.round(latency * 100)} %`,
      tooltip:
        markdown`${flow.name}: ${Math.round(latency * 100)} % of the p99 and ${Math.round(unavailability * 100)} % of the unavailability, with all that happens in the call.`
          .source,
    })),
  )
}

/** For each arrow the flow in which it weighs most. */
function strongestShares(diagram: AnalyzedDiagram) {
  const strongest = new Map<
    number,
    { index: number; latency: number; unavailability: number; flow: EvaluatedFlow['flow'] }
  >()
  for (const evaluated of attributedFlows(diagram.system).filter(({ flow }) => !flow.background)) {
    for (const { target, latency, unavailability } of sharesOf(evaluated)) {
      if (target.kind !== 'arrow' || latency <= (strongest.get(target.index)?.latency ?? -1)) continue
      strongest.set(target.index, { index: target.index, latency, unavailability, flow: evaluated.flow })
    }
  }
  return [...strongest.values()].sort((a, b) => a.index - b.index)
}
