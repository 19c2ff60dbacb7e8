// The request flows of a text as rows of a table, as lines above diagrams and as hints at arrows.

import type { Assumption } from '../model/system'
import type { Span } from '../text/span'
import { attributedFlows, type EvaluatedFlow, evaluatedFlows, type ObjectiveVerdict } from './evaluation'
import { type FlowSummary, summaryOf } from './flowSummary'
import { inSource } from './place'
import { downtime, estimate, percentage } from './quantities'
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
    const line = snapshot.lines.positionAt(inSource(diagram, diagram.system.diagram.header).start).line
    return requestsIn(diagram).map(evaluated => rowOf(evaluated, line))
  })
}

const requestsIn = ({ system }: AnalyzedDiagram): EvaluatedFlow[] =>
  evaluatedFlows(system).filter(({ flow }) => !flow.background)

function rowOf(evaluated: EvaluatedFlow, line: number): FlowRow {
  const { figures, objective } = evaluated
  const { criticalPath, assumed } = figures
  return { line, ...summaryOf(evaluated), criticalPath, assumed, ...(objective && { objective }) }
}

export interface Lens {
  /** The diagram's header keyword, in the source. */
  readonly span: Span
  readonly title: string
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
    const { p99, availability, downtimeSecondsPerYear } = slowest.figures
    const title = `p99 ${estimate(p99)} · ${percentage(availability)} · ${downtime(downtimeSecondsPerYear)} · Preview`
    return [{ span: inSource(diagram, diagram.system.diagram.header), title, diagram: index }]
  })
}

export interface Hint {
  /** In the source. */
  readonly offset: number
  readonly text: string
  readonly tooltip: string
}

/** At each arrow on the path of a request: its share of the p99, and of the unavailability. */
export function hints({ diagrams }: Snapshot): readonly Hint[] {
  return diagrams.flatMap(diagram =>
    strongestShares(diagram).map(({ index, latency, unavailability, flow }) => ({
      offset: diagram.block.toSource(diagram.system.diagram.arrows[index]?.span.end ?? 0),
      text: `${Math.round(latency * 100)} %`,
      tooltip: `${flow.name}: ${Math.round(latency * 100)} % of the p99 and ${Math.round(unavailability * 100)} % of the unavailability, with all that happens in the call.`,
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
