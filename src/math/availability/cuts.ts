// What takes requests down by itself, and which pairs do it together.

import { decisionDiagram } from './decision-diagram'
import { failureGiven } from './evaluation'
import { failureTrials } from './failure-trials'
import { type Flat, flatten, type Structure } from './structure'

export interface CutSet {
  /** One or two names. */
  readonly names: readonly string[]
  /** The share of requests that fail while exactly these are down, in (0, 1]. */
  readonly share: number
}

/** Pairs are tried among this many names. */
const MOST_PAIRED = 120

/**
 * Minimal cut sets of one and two names among `candidates`. A pair counts when it fails more requests than
 * its members alone.
 */
export function cutSets(structure: Structure, candidates: readonly string[]): CutSet[] {
  const flat = flatten(structure)
  const diagram = decisionDiagram(flat)
  const used = new Set(flat.names)
  const names = candidates.filter(name => used.has(name))
  const shareWithout = diagram ? failureGiven(diagram) : failuresTried(flat)
  const alone = names.map(name => shareWithout([name]))
  const cuts: CutSet[] = names.flatMap((name, index) =>
    alone[index]! > 1e-12 ? [{ names: [name], share: alone[index]! }] : [],
  )
  const paired = Math.min(names.length, MOST_PAIRED)
  for (let a = 0; a < paired; a++)
    for (let b = a + 1; b < paired; b++) {
      if (alone[a]! >= 1 || alone[b]! >= 1) continue
      const share = shareWithout([names[a]!, names[b]!])
      if (share > alone[a]! + alone[b]! + 1e-9) cuts.push({ names: [names[a]!, names[b]!], share })
    }
  return cuts
}

function failuresTried(flat: Flat): (down: readonly string[]) => number {
  const succeedsWithout = failureTrials(flat)
  return down => 1 - succeedsWithout(down)
}
