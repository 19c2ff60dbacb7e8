// A document in one line: what there is to mend, and whether its promises are kept.

import { type Translate, untranslated } from '../../text/translation'
import { type EvaluatedFlow, evaluatedFlows, isEvaluated } from '../engine/evaluation'
import { findings } from '../engine/findings'
import type { Finding, Snapshot } from '../engine/snapshot'
import { findingCount, lenses } from '../flows/lenses'
import type { Patience } from '../flows/patience'

export interface DocumentStatus {
  /** `3 findings · goal missed`. */
  readonly text: string
  /** Sentences, one a line. */
  readonly details: readonly string[]
  readonly severity: 'error' | 'warning' | 'none'
}

/** Undefined for documents without diagrams. What is not known yet is not waited for. */
export function statusOf(
  snapshot: Snapshot,
  patience: Patience,
  translate: Translate = untranslated,
): DocumentStatus | undefined {
  if (snapshot.diagrams.length === 0) return undefined
  const open = findings(snapshot).filter(({ suppressed }) => !suppressed)
  const missed = missedIn(snapshot)
  const has = (severity: Finding['severity']) => open.some(each => each.severity === severity)
  const count = findingCount(open.length, translate)
  return {
    text: [count, ...(missed.length > 0 ? [goals(missed.length, translate)] : [])].join(' · '),
    details: [
      ...lenses(snapshot, patience, translate).map(({ title }) => title),
      ...missed.flatMap(({ flow, objective }) =>
        objective ? [`${flow.name}: ${objective.shortfalls.join('; ')}`] : [],
      ),
    ],
    severity: has('error') ? 'error' : has('warning') || missed.length > 0 ? 'warning' : 'none',
  }
}

const goals = (missed: number, translate: Translate): string =>
  missed === 1 ? translate('goal missed') : translate('{0} goals missed', missed)

const missedIn = ({ diagrams }: Snapshot): readonly EvaluatedFlow[] =>
  diagrams
    .filter(({ system }) => isEvaluated(system, { attribution: false }))
    .flatMap(({ system }) => evaluatedFlows(system))
    .filter(({ objective }) => objective?.met === false)
