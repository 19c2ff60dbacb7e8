// The request flows of a text as rows of a table.

import { type FailureBudget, failureBudget } from '../../advice/planning/failure-budget'
import { type DecidingFigure, decidingFor, workForPlans } from '../../advice/planning/objective-plan'
import type { Backlog } from '../../math'
import type { Assumption } from '../../model/system'
import {
  type EvaluatedFlow,
  evaluatedFlows,
  evaluatedPages,
  flowsLeftOut,
  type ObjectiveVerdict,
} from '../engine/evaluation'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import type { Change } from '../preview/messages'
import { changedSystem } from '../preview/what-if'
import { isBroken } from './flow-notes'
import { type FlowSummary, summaryOf } from './flow-summary'
import { headerLine } from './header-line'
import { beyondListed, type Saying, tooLargeAt, withoutFigures } from './left-out'

export interface FlowRow extends FlowSummary {
  /** Of background work: whether consumers keep up with their messages, and milliseconds between two runs. */
  readonly backlog?: Backlog
  readonly interval?: number
  /** The line of the diagram's header keyword. */
  readonly line: number
  readonly criticalPath: readonly string[]
  readonly assumed: readonly Assumption[]
  readonly objective?: JudgedObjective
}

export interface JudgedObjective extends Omit<ObjectiveVerdict, 'parts'> {
  /** What may fail in a year, and which dependency uses how much of it; where an availability is promised. */
  readonly budget?: FailureBudget
  /** The figures that decide whether it is met, where these were asked for: each is tried worse and better. */
  readonly deciding?: readonly DecidingFigure[]
}

/** The row as machine formats promise it. */
export const contracted = ({ notes: _, ...row }: FlowRow): Omit<FlowRow, 'notes'> => row

/** The flows that users wait for, in the order of the text; background work is left out. `changes` are what-ifs. */
export const flowTables = (snapshot: Snapshot, changes: readonly Change[] = []): readonly FlowRow[] =>
  rowsOf(snapshot, changes, requestsIn)

/** The same with what decides whether objectives are met, as far as trying that takes no more than a second or two. */
export function flowsWithDeciding(snapshot: Snapshot, changes: readonly Change[] = []): readonly FlowRow[] {
  const allowance = workForPlans()
  return snapshot.diagrams.flatMap(diagram => {
    const line = headerLine(diagram, snapshot)
    const changed = { ...diagram, system: changedSystem(diagram, changes) }
    const known = new Map<string, readonly DecidingFigure[]>()
    return requestsIn(changed).map(evaluated => {
      const row = rowOf(evaluated, changed, line)
      const name = evaluated.flow.objective?.name
      if (!row.objective || name === undefined) return row
      const deciding = known.get(name) ?? decidingFor(name, changed.system, allowance)
      known.set(name, deciding)
      return { ...row, objective: { ...row.objective, deciding } }
    })
  })
}

/** What nobody waits for: what consumers do for a message, what a clock starts. */
export const backgroundTables = (snapshot: Snapshot, changes: readonly Change[] = []): readonly FlowRow[] =>
  rowsOf(snapshot, changes, ({ system }) => evaluatedFlows(system).filter(({ flow }) => flow.background))

/** What browsers ask for in all, where nothing tells which of it belongs together. */
export const pageTables = (snapshot: Snapshot, changes: readonly Change[] = []): readonly FlowRow[] =>
  rowsOf(snapshot, changes, ({ system }) => evaluatedPages(system))

const rowsOf = (
  snapshot: Snapshot,
  changes: readonly Change[],
  flowsIn: (diagram: AnalyzedDiagram) => readonly EvaluatedFlow[],
): readonly FlowRow[] =>
  snapshot.diagrams.flatMap(diagram => {
    const line = headerLine(diagram, snapshot)
    const changed = { ...diagram, system: changedSystem(diagram, changes) }
    return flowsIn(changed).map(evaluated => rowOf(evaluated, changed, line))
  })

/** The lines of the diagrams with syntax errors, whose flows may lack parts. */
export const brokenDiagrams = (snapshot: Snapshot): readonly number[] =>
  snapshot.diagrams
    .filter(({ system }) => isBroken(system.diagram.problems))
    .map(diagram => headerLine(diagram, snapshot))

/** What is said of diagrams that are too large to have flows, or to have figures for all of them. */
export const diagramsLeftOut = (snapshot: Snapshot): readonly Saying[] =>
  snapshot.diagrams.flatMap(diagram => {
    const { leftOut, system } = diagram
    const line = headerLine(diagram, snapshot)
    if (leftOut) return tooLargeAt(line, system)
    const flows = flowsLeftOut(system).filter(({ background }) => !background)
    const names = flows.map(({ name }) => name)
    return [...beyondListed(line, system), ...withoutFigures(line, names)]
  })

/** The flows that users wait for. */
export const requestsIn = ({ system }: AnalyzedDiagram): EvaluatedFlow[] =>
  evaluatedFlows(system).filter(({ flow }) => !flow.background)

/** As machine formats promise it. */
const withoutParts = ({ parts: _, ...verdict }: ObjectiveVerdict): Omit<ObjectiveVerdict, 'parts'> => verdict

function rowOf(evaluated: EvaluatedFlow, { system }: AnalyzedDiagram, line: number): FlowRow {
  const { flow, figures, objective } = evaluated
  const promised = flow.objective?.availability
  const { criticalPath, assumed, backlog, interval } = figures
  return {
    line,
    ...summaryOf(evaluated, system.diagram),
    criticalPath,
    assumed,
    ...(objective && {
      objective: {
        ...withoutParts(objective),
        ...(promised !== undefined && { budget: failureBudget(promised, figures) }),
      },
    }),
    ...(backlog && { backlog }),
    ...(interval !== undefined && { interval }),
  }
}
