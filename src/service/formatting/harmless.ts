// Of changes to a diagram's text, those after which it still says the same.

import { parseDiagram } from '../../syntax'
import type { Diagram } from '../../syntax/tree'
import { applyEdits, type Edit } from '../../text/edit'
import { meaningOf } from './meaning'

/** More changes than these are not looked at one by one where together they do harm. */
const mostTried = 64

/**
 * The diagram after those edits that leave its meaning as it is. Nearly always that is all of them; where it is not,
 * halves are tried, so that one that does harm does not take the others with it.
 */
export function afterHarmless(diagram: Diagram, edits: readonly Edit[]): Diagram {
  const meaning = meaningOf(diagram)
  let tries = 0
  let after = diagram
  const isKept = (chosen: readonly Edit[]) => {
    const changed = parseDiagram(applyEdits(diagram.text, chosen))
    if (meaningOf(changed) !== meaning) return false
    after = changed
    return true
  }
  const among = (candidates: readonly Edit[], others: readonly Edit[]): readonly Edit[] => {
    if (candidates.length === 0 || tries++ > mostTried) return []
    if (isKept([...others, ...candidates])) return candidates
    if (candidates.length === 1) return []
    const middle = candidates.length >> 1
    const first = among(candidates.slice(0, middle), others)
    return [...first, ...among(candidates.slice(middle), [...others, ...first])]
  }
  among(edits, [])
  return after
}
