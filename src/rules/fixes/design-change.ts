// Fixes that change a design, written the way its author states figures.

import type { DesignChange, DesignStatement } from '../../advice/planning/design-changes'
import { waysToKeep } from '../../advice/planning/objective-plan'
import type { JudgedFigures } from '../../math'
import { visitsOf } from '../../model/flows'
import type { Flow, StatedObjective, System } from '../../model/system'
import type { Edit } from '../../text/edit'
import { type Fix, fixOnDemand } from '../rule'
import { annotateArrow, annotatePart, inOneBlock, mergedEdits, restateArrow } from './annotate'

/** All statements of a change at once. */
export const changeDesign = (
  system: System,
  { title, statements }: Pick<DesignChange, 'title' | 'statements'>,
): Fix =>
  fixOnDemand(title, () => {
    const fixes = ofEachPart(statements).map(statement => ({
      title,
      safe: false,
      edits: editsStating(statement, system),
    }))
    return inOneBlock(mergedEdits(fixes))
  })

/** What several changes state for one part, as one statement: the last word counts. */
function ofEachPart(statements: readonly DesignStatement[]): readonly DesignStatement[] {
  const byPart = new Map<string | number, DesignStatement>()
  for (const statement of statements) {
    const { about, entries } = statement
    const key = 'arrow' in about ? about.index : about.id
    const before = byPart.get(key)
    byPart.set(key, before ? { ...before, entries: { ...before.entries, ...entries } } : statement)
  }
  return [...byPart.values()]
}

function editsStating({ about, entries }: DesignStatement, system: System): readonly Edit[] {
  if (!('arrow' in about)) return annotatePart(system, { part: about, title: '', entries }).edits
  const { timeout } = entries
  if (typeof timeout === 'string' && about.figures.timeout)
    return restateArrow(system, { connection: about, key: 'timeout', value: timeout })
  return annotateArrow(system, { connection: about, title: '', entries }).edits
}

/** So many ways out of a missed promise are offered. */
const mostOffered = 3
/** So many changes are tried at once. */
const MOST_TRIED = 8
/** What is bought or built anew is no quick fix. */
const mostEffort = 6
/** Larger designs are for `arrowsmith plan`: what is tried is read and worked out like a diagram of its own. */
const MOST_VISITS = 40
const MOST_ARROWS = 60
/** What trying may cost: enough for all changes, unless one makes the design a large one. */
const MOST_WORK = 10_000
/** So many promises of a diagram. */
const mostPromises = 6

/** Ways to keep a promise of a flow, with what each of them buys in words. */
export function keepPromise(system: System, promise: MissedPromise): readonly Fix[] {
  const { flow, against, narrowed, buys } = promise
  const { objective, plan } = flow
  if (!objective || system.connections.length > MOST_ARROWS || visitsOf(plan).length > MOST_VISITS) return []
  const names = [...new Set(system.flows.flatMap(each => each.objective?.name ?? []))]
  if (names.indexOf(objective.name) >= mostPromises) return []
  const chosen = (changes: readonly DesignChange[]) =>
    changes
      .filter(({ cost }) => cost <= mostEffort)
      .sort((a, b) => Number(b.against === against) - Number(a.against === against))
      .slice(0, MOST_TRIED)
  const allowance = { left: MOST_WORK }
  return waysToKeep(objective.name, { system, narrowed, chosen, allowance }, mostOffered).map(
    ({ changes, reached }) =>
      changeDesign(system, {
        title: `${changes.map(({ title }) => title).join('; ')}, which ${buys(reached)}`,
        statements: changes.flatMap(({ statements }) => statements),
      }),
  )
}

export interface MissedPromise extends Pick<DesignChange, 'against'> {
  readonly flow: Flow
  /** What of the promise counts. */
  readonly narrowed: (objective: StatedObjective) => StatedObjective
  readonly buys: (reached: JudgedFigures) => string
}
