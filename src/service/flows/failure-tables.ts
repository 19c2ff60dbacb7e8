// If something is down: what every flow of a text comes to, as rows of a table.

import { type Outage, type Outages, outagesOf } from '../../math'
import { enumerated } from '../../rules/fixes/enumeration'
import type { Snapshot } from '../engine/snapshot'
import { headerLine } from './header-line'
import { beyondListed, type Saying, tooLargeAt } from './left-out'
import { unlimitedAttempts } from './unlimited-attempts'

type Measured = 'failed' | 'p99' | 'usualP99' | 'shownAfter' | 'waitingForever' | 'attempts' | 'stuck'

/** Durations in milliseconds, shares as fractions; null: nobody is answered, no failure shows, some wait forever. */
export interface FailureRow extends Pick<Outage, Measured> {
  readonly flow: string
  /** The line of the diagram's header keyword. */
  readonly line: number
  /** The id and the name of what is down: a component, or a group with all that stands in it. */
  readonly down: string
  readonly name: string
  readonly effect: 'fails' | 'degrades' | 'none'
}

export interface FailureTables {
  /** For each flow of each diagram everything that it reaches, worst first. */
  readonly rows: readonly FailureRow[]
  readonly leftOut: readonly Saying[]
}

export function failureTables(snapshot: Snapshot): FailureTables {
  const rows: FailureRow[] = []
  const sayings: Saying[] = []
  for (const diagram of snapshot.diagrams) {
    const { system } = diagram
    const line = headerLine(diagram, snapshot)
    const tooMuch = tooLargeAt(line, system)
    sayings.push(...tooMuch)
    if (diagram.leftOut || tooMuch.length > 0) continue
    sayings.push(...beyondListed(line, system))
    const { outages, leftOut } = outagesOf(system)
    for (const outage of outages) rows.push(rowOf(outage, line))
    if (leftOut.size > 0) sayings.push({ line, message: sayingOn(leftOut) })
  }
  return { rows, leftOut: sayings }
}

function sayingOn(counts: Outages['leftOut']): string {
  const [first, ...others] = [...counts].map(([{ name }, count]) => `${count} of ${name}`)
  const all =
    others.length > 3 ? [first ?? '', `those of ${others.length} other flows`] : [first ?? '', ...others]
  return `The outages of the most available components are left out (${enumerated(all)}) because computing them takes too long. Draw each flow as a separate diagram.`
}

function rowOf(outage: Outage, line: number): FailureRow {
  const { flow, down, failed, p99, usualP99, shownAfter, waitingForever, attempts, stuck } = outage
  return {
    flow: flow.name,
    line,
    down: down.id,
    name: down.name,
    effect: effectOf(outage),
    failed,
    p99,
    usualP99,
    shownAfter,
    waitingForever,
    attempts: Math.min(attempts, unlimitedAttempts),
    ...(stuck !== undefined && { stuck }),
  }
}

/** Less than this is as usual. */
const NOTICED = 0.001

function effectOf({ failed, usuallyFailed, p99, usualP99 }: Outage): FailureRow['effect'] {
  if (failed > 1 - 1e-9) return 'fails'
  if (failed > usuallyFailed + NOTICED) return 'degrades'
  return (p99 ?? 0) > (usualP99 ?? 0) * 1.05 + 0.01 ? 'degrades' : 'none'
}
