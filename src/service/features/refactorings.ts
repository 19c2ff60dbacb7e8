// Changes of a design's text that mend nothing: they make explicit what is understood anyway.

import type { Assumption } from '../../model/system'
import type { Edit } from '../../text/edit'
import { evaluatedFlows, isEvaluated } from '../engine/evaluation'
import type { Snapshot } from '../engine/snapshot'
import { isStatable, statedLines } from '../preview/statements'
import { placeAt } from './place'

export interface Refactoring {
  readonly title: string
  readonly edits: readonly Edit[]
}

/** What can be done with the diagram at an offset, as far as its figures are known: nobody waits for a light bulb. */
export function refactoringsAt(snapshot: Snapshot, offset: number): readonly Refactoring[] {
  const place = placeAt(snapshot, offset)
  if (!place || !isEvaluated(place.diagram.system, { attribution: false })) return []
  const assumed = distinct(
    evaluatedFlows(place.diagram.system)
      .filter(({ flow }) => !flow.background)
      .flatMap(({ figures }) => figures.assumed.filter(isStatable)),
  )
  const edits = statedLines(place.diagram, assumed)
  return edits.length === 0 ? [] : [{ title: titleFor(assumed.length), edits }]
}

const titleFor = (count: number): string =>
  count === 1 ? 'State the assumed figure' : `State the ${count} assumed figures of this diagram`

/** Flows share components: each figure once. */
const distinct = (all: readonly Assumption[]): readonly Assumption[] => [
  ...new Map(all.map(each => [`${each.at} ${each.key}`, each])).values(),
]
