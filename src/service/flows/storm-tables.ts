// What retries make of errors, as rows of a table.

import { type Storm, stormsOf, systemFigures } from '../../math'
import type { Snapshot } from '../engine/snapshot'
import { headerLine } from './header-line'
import { tooLargeAt } from './left-out'

/** Rates are per second, shares fractions. */
export interface StormRow extends Omit<Storm, 'component'> {
  /** The line of the diagram's header keyword. */
  readonly line: number
  /** The component's id and name. */
  readonly at: string
  readonly name: string
}

/** For each component whose capacity is known and whose callers try again, the first to fill at the top. */
export const stormTables = (snapshot: Snapshot): readonly StormRow[] =>
  snapshot.diagrams.flatMap(diagram => {
    const { system, leftOut } = diagram
    const line = headerLine(diagram, snapshot)
    if (leftOut || tooLargeAt(line, system).length > 0) return []
    return stormsOf(systemFigures(system).load).map(({ component, ...storm }) => ({
      line,
      at: component.id,
      name: component.name,
      ...storm,
    }))
  })
