// What if a figure were another, a component, a region or a zone down: the diagram read as if its text said so.

import { finished, type Steps } from '../../knowledge'
import { restating } from '../../model'
import { arrowTarget, partTarget } from '../../model/annotations/metadata/target-names'
import { writeDuration } from '../../model/annotations/metadata/values'
import type { Component, Connection, Figure, System } from '../../model/system'
import type { AnalyzedDiagram } from '../engine/snapshot'
import type { Change } from './messages'

/** The system with the changes stated at the end of its text; places in the text stay what they were. */
export const changedSystem = (diagram: AnalyzedDiagram, changes: readonly Change[]): System =>
  finished(changingSystem(diagram, changes))

/** The same in steps; the last changes of a system are kept, since a picture is asked for again with the same. */
export function* changingSystem({ system }: AnalyzedDiagram, changes: readonly Change[]): Steps<System> {
  const lines = statementsOfChanges(changes, system)
  const key = lines.join('\n')
  const known = latest.get(system)
  if (known?.key === key) return known.changed
  const changed = yield* restating(system, lines)
  latest.set(system, { key, changed })
  return changed
}

const latest = new WeakMap<System, { readonly key: string; readonly changed: System }>()

const statementsOfChanges = (changes: readonly Change[], system: System): readonly string[] =>
  changes.flatMap(change =>
    ownersOf(change, system).flatMap(({ name, part }) => {
      const entries = changedEntries(change, part)
      const written = entries.map(([key, value]) => `${key}: ${value}`).join(', ')
      return entries.length === 0 ? [] : [`%% ${name}@{ ${written} }`]
    }),
  )

/** The figure that a change is about as it is without it, written alike; undefined for a loss, or where there is none. */
export function valueBefore(change: Change, system: System): string | undefined {
  const [owner] = ownersOf(change, system)
  const figures: Readonly<Record<string, Figure<unknown> | undefined>> = { ...owner?.part.figures }
  const { key } = change
  const attempts = key === 'retries' && !figures.retries ? figures.attempts : undefined
  const value = attempts ? Number(attempts.value) - 1 : figures[key]?.value
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  return key === 'rate' ? `${value}/s` : String(value)
}

/** What a change is about. */
export interface ChangeOwner {
  /** As annotations name it. */
  readonly name: string
  readonly part: Component | Connection
}

export function ownersOf(
  { key, target }: Change,
  { diagram, components, calls, boundaries }: System,
): readonly ChangeOwner[] {
  if (key === 'timeout' || key === 'retries') {
    const call = calls.find(({ connection }) => String(connection.index) === target)
    if (!call) return []
    return [{ name: arrowTarget(diagram, call.connection.index), part: call.connection }]
  }
  const members = key === 'group' ? membersOf(target, boundaries) : undefined
  const isMeant = ({ id, text, figures }: Component) => {
    if (members) return members.has(id)
    if (key === 'region') return figures.region?.value === target
    if (key === 'zone') return isAllIn(figures.zone?.value, target)
    return id === target || (key === 'rate' && text === target)
  }
  return components.filter(isMeant).map(part => ({ name: partTarget(part.id), part }))
}

/** What also runs in another zone goes on there. */
const isAllIn = (zones: readonly string[] | undefined, zone: string): boolean =>
  zones !== undefined && zones.length > 0 && zones.every(each => each === zone)

/** Ids of what is in a group, and in those in it. */
function membersOf(group: string, boundaries: System['boundaries']): ReadonlySet<string> {
  const isInside = (boundary: System['boundaries'][number]): boolean =>
    boundary.id === group || (boundary.parent !== undefined && isInside(boundary.parent))
  return new Set(boundaries.filter(isInside).flatMap(({ members }) => members.map(({ id }) => id)))
}

/** Keys and values of an annotation; none for a value that is none. */
export function changedEntries({ key, value }: Change, part: ChangeOwner['part']): [string, string][] {
  const amount = Number(value)
  const isAmount = value.trim() !== '' && Number.isFinite(amount) && amount >= 0
  switch (key) {
    case 'component':
    case 'group':
    case 'region':
    case 'zone':
      return [['availability', '0%']]
    case 'rate':
      return [['rate', value]]
    case 'p99':
      return slower(part, isAmount ? amount : 0)
    case 'timeout':
      return isAmount && amount > 0 ? [['timeout', writeDuration(amount)]] : []
    case 'availability':
    case 'hitRatio':
      return isAmount ? [[key, `${Number((Math.min(1, amount) * 100).toPrecision(9))}%`]] : []
    case 'replicas':
    case 'retries':
      return isAmount ? [[key, String(Math.round(amount))]] : []
  }
}

/** The median keeps its distance from the 99th percentile. */
function slower({ figures: { p50, p99 } }: ChangeOwner['part'], ms: number): [string, string][] {
  const median: [string, string][] =
    p50 && p99 && p99.value > 0 ? [['p50', writeDuration((p50.value * ms) / p99.value)]] : []
  return [...median, ['p99', writeDuration(ms)]]
}
