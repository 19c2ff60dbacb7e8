// What retries make of errors, as rows of a table.

import { type Storm, stormsOf, systemFigures } from '../../math'
import type { Snapshot } from '../engine/snapshot'
import { inSource } from '../features/place'
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
export const stormTables = ({ diagrams, lines }: Snapshot): readonly StormRow[] =>
  diagrams.flatMap(diagram => {
    const { system, leftOut } = diagram
    const { line } = lines.positionAt(inSource(diagram, system.diagram.header).start)
    if (leftOut || tooLargeAt(line, system).length > 0) return []
    return stormsOf(systemFigures(system).load).map(({ component, ...storm }) => ({
      line,
      at: component.id,
      name: component.name,
      ...storm,
    }))
  })
