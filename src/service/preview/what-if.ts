// What if a figure were another, a component or a region down: the diagram read as if its text said so.

import { readSystem } from '../../model'
import { writeDuration } from '../../model/annotations/metadata/values'
import type { Component, System } from '../../model/system'
import { parseDiagram } from '../../syntax'
import { surroundingsOf } from '../engine/document'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import type { Change } from './messages'

/** The system with the changes stated at the end of its text; places in the text stay what they were. */
export function changedSystem(
  diagram: AnalyzedDiagram,
  changes: readonly Change[],
  { documentSettings, context }: Snapshot,
): System {
  const lines = changes.flatMap(change => statementsOf(change, diagram.system))
  if (lines.length === 0) return diagram.system
  const text = `${diagram.block.text}\n${lines.join('\n')}\n`
  const { outer } = surroundingsOf(documentSettings, context.configuration)
  return readSystem(parseDiagram(text), { ...outer, shared: diagram.shared }, diagram.introduction)
}

function statementsOf({ key, target, value }: Change, { components }: System): string[] {
  const isMeant = ({ id, text, figures }: Component) =>
    key === 'region' ? figures.region?.value === target : id === target || (key === 'rate' && text === target)
  return components
    .filter(isMeant)
    .map(component => `%% "${component.id}"@{ ${statementOf(component, { key, value })} }`)
}

function statementOf(component: Component, { key, value }: Pick<Change, 'key' | 'value'>): string {
  if (key === 'rate') return `rate: ${value}`
  return key === 'p99' ? slower(component, Number(value)) : 'availability: 0%'
}

/** The median keeps its distance from the 99th percentile. */
function slower({ figures: { p50, p99 } }: Component, ms: number): string {
  const stated = Number.isFinite(ms) && ms > 0 ? ms : 0
  const median =
    p50 && p99 && p99.value > 0 ? [`p50: ${writeDuration((p50.value * stated) / p99.value)}`] : []
  return [...median, `p99: ${writeDuration(stated)}`].join(', ')
}
