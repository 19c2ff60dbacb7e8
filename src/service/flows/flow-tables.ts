// The request flows of a text as rows of a table.

import type { Assumption } from '../../model/system'
import { enumerated } from '../../rules/fixes/enumeration'
import { tooLarge } from '../../rules/syntax/too-large'
import { type EvaluatedFlow, evaluatedFlows, flowsLeftOut, type ObjectiveVerdict } from '../engine/evaluation'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import { inSource } from '../features/place'
import type { Change } from '../preview/messages'
import { changedSystem } from '../preview/what-if'
import { isBroken } from './flow-notes'
import { type FlowSummary, summaryOf } from './flow-summary'

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
    const changed = { ...diagram, system: changedSystem(diagram, changes) }
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

/** The flows that users wait for. */
export const requestsIn = ({ system }: AnalyzedDiagram): EvaluatedFlow[] =>
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
