// What if a figure were another, a component or a region down: the diagram read as if its text said so.

import { readSystem } from '../../model'
import { writeDuration } from '../../model/annotations/metadata/values'
import type { Component, System } from '../../model/system'
import { parseDiagram } from '../../syntax'
import { surroundingsOf } from '../engine/document'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import type { Change } from './messages'
import { idInTarget } from './statements'

/** The system with the changes stated at the end of its text; places in the text stay what they were. */
export function changedSystem(
  diagram: AnalyzedDiagram,
  changes: readonly Change[],
  { documentSettings, context }: Snapshot,
): System {
  const lines = statementsOfChanges(changes, diagram.system)
  if (lines.length === 0) return diagram.system
  const text = `${diagram.block.text}\n${lines.join('\n')}\n`
  const { outer } = surroundingsOf(documentSettings, context.configuration)
  return readSystem(parseDiagram(text), { ...outer, shared: diagram.shared }, diagram.introduction)
}

/** The changes as lines of a diagram. */
export const statementsOfChanges = (changes: readonly Change[], system: System): readonly string[] =>
  changes.flatMap(change =>
    ownersOf(change, system).flatMap(({ name, component }) => {
      const written = entryOf(change, component)
      return written === undefined ? [] : [`%% ${name}@{ ${written} }`]
    }),
  )

interface Owner {
  /** As annotations name it. */
  readonly name: string
  readonly component?: Component
}

function ownersOf({ key, target }: Change, { components, calls, boundaries }: System): readonly Owner[] {
  if (key === 'timeout' || key === 'retries') {
    const call = calls.find(({ connection }) => String(connection.index) === target)
    return call ? [{ name: `${idInTarget(call.caller.id)}->${idInTarget(call.callee.id)}` }] : []
  }
  const members = key === 'group' ? membersOf(target, boundaries) : undefined
  const isMeant = ({ id, text, figures }: Component) => {
    if (members) return members.has(id)
    if (key === 'region') return figures.region?.value === target
    return id === target || (key === 'rate' && text === target)
  }
  return components.filter(isMeant).map(component => ({ name: idInTarget(component.id), component }))
}

/** Ids of what is in a group, and in those in it. */
function membersOf(group: string, boundaries: System['boundaries']): ReadonlySet<string> {
  const isInside = (boundary: System['boundaries'][number]): boolean =>
    boundary.id === group || (boundary.parent !== undefined && isInside(boundary.parent))
  return new Set(boundaries.filter(isInside).flatMap(({ members }) => members.map(({ id }) => id)))
}

/** Undefined for a value that is none. */
function entryOf({ key, value }: Change, component: Component | undefined): string | undefined {
  const amount = Number(value)
  const isAmount = value.trim() !== '' && Number.isFinite(amount) && amount >= 0
  switch (key) {
    case 'component':
    case 'group':
    case 'region':
      return 'availability: 0%'
    case 'rate':
      return `rate: ${value}`
    case 'p99':
      return component && slower(component, isAmount ? amount : 0)
    case 'timeout':
      return isAmount && amount > 0 ? `timeout: ${writeDuration(amount)}` : undefined
    case 'availability':
    case 'hitRatio':
      return isAmount ? `${key}: ${Number((Math.min(1, amount) * 100).toPrecision(9))}%` : undefined
    case 'replicas':
    case 'retries':
      return isAmount ? `${key}: ${Math.round(amount)}` : undefined
  }
}

/** The median keeps its distance from the 99th percentile. */
function slower({ figures: { p50, p99 } }: Component, ms: number): string {
  const stated = ms > 0 ? ms : 0
  const median =
    p50 && p99 && p99.value > 0 ? [`p50: ${writeDuration((p50.value * stated) / p99.value)}`] : []
  return [...median, `p99: ${writeDuration(stated)}`].join(', ')
}
