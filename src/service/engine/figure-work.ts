// The figures of a text beside the typing: in steps, first what flows take, then whose share of it is what.

import type { Steps } from '../../math'
import { evaluating, isEvaluated } from './evaluation'
import { isJudged, judgingSlowly } from './findings'
import type { Snapshot } from './snapshot'

/** `flows`: their figures, and the findings that need them. `shares`: of each component and arrow in them. */
export type FigureStage = 'flows' | 'shares'

/** Works out the figures of a stage. What is done stays done for later snapshots with the same diagrams. */
export function* figureWork(snapshot: Snapshot, stage: FigureStage): Steps<void> {
  const attribution = stage === 'shares'
  for (const diagram of snapshot.diagrams) {
    yield* evaluating(diagram.system, { attribution })
    if (!attribution) yield* judgingSlowly(diagram, snapshot)
    yield
  }
}

/** Whether nothing is left to work out. */
export function hasFigures({ diagrams }: Snapshot, stage: FigureStage): boolean {
  const attribution = stage === 'shares'
  return diagrams.every(
    diagram => isEvaluated(diagram.system, { attribution }) && (attribution || isJudged(diagram)),
  )
}
