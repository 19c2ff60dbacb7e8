// Of changes to a diagram's text, those after which it still says the same.

import { parseDiagram } from '../../syntax'
import type { Diagram } from '../../syntax/tree'
import { applyEdits, type Edit } from '../../text/edit'
import { meaningOf } from './meaning'

/** Where changes do harm together, they are looked at in so many parts, and fewer where the text is long. */
const mostTried = 64
/** In characters: about half a second. */
const mostRead = 1_000_000

/**
 * The diagram after those edits that leave its meaning as it is. Nearly always that is all of them; where it is not,
 * halves are tried, so that one that does harm does not take the others with it.
 */
export function afterHarmless(diagram: Diagram, edits: readonly Edit[]): Diagram {
  const meaning = meaningOf(diagram)
  const most = Math.min(mostTried, mostRead / diagram.text.length)
  let tries = 0
  let after = diagram
  const isKept = (chosen: readonly Edit[]) => {
    const changed = parseDiagram(applyEdits(diagram.text, chosen))
    if (meaningOf(changed) !== meaning) return false
    after = changed
    return true
  }
  const among = (candidates: readonly Edit[], others: readonly Edit[]): readonly Edit[] => {
    if (candidates.length === 0 || tries++ > most) return []
    if (isKept([...others, ...candidates])) return candidates
    if (candidates.length === 1) return []
    const middle = candidates.length >> 1
    const first = among(candidates.slice(0, middle), others)
    return [...first, ...among(candidates.slice(middle), [...others, ...first])]
  }
  among(edits, [])
  return after
}
