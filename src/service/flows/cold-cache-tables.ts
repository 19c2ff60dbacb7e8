// What empty caches let through, as rows of a table.

import { type ColdCache, coldCachesOf } from '../../advice/cold-caches'
import type { Snapshot } from '../engine/snapshot'
import { headerLine } from './header-line'
import { type Saying, tooLargeAt } from './left-out'

/** Components by their ids and names. */
export interface ColdCacheRow extends Omit<ColdCache, 'cache' | 'behind'> {
  /** The line of the diagram's header keyword. */
  readonly line: number
  readonly cache: string
  readonly cacheName: string
  /** Who gets what the cache no longer answers. */
  readonly at: string
  readonly name: string
}

export interface ColdCacheTables {
  readonly rows: readonly ColdCacheRow[]
  readonly leftOut: readonly Saying[]
}

/** For each cache with a stated hit ratio who has to answer instead, the first to be overloaded at the top. */
export function coldCacheTables(snapshot: Snapshot): ColdCacheTables {
  const rows: ColdCacheRow[] = []
  const sayings: Saying[] = []
  for (const diagram of snapshot.diagrams) {
    const { system, leftOut } = diagram
    const line = headerLine(diagram, snapshot)
    if (leftOut || tooLargeAt(line, system).length > 0) continue
    const found = coldCachesOf(system)
    for (const { cache, behind, ...load } of found.caches)
      rows.push({ line, cache: cache.id, cacheName: cache.name, at: behind.id, name: behind.name, ...load })
    if (found.leftOut > 0) sayings.push({ line, message: sayingOn(found.leftOut) })
  }
  return { rows, leftOut: sayings }
}

const sayingOn = (count: number): string =>
  `${count === 1 ? '1 empty cache is' : `${count} empty caches are`} left out, because computing their load takes too long. Draw parts of the design as separate diagrams.`
