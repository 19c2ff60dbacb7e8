// Assumed figures as the annotations that state them.

import { arrowTarget, partTarget } from '../../model/annotations/metadata/target-names'
import type { Assumption, System } from '../../model/system'
import { keyFor } from '../../model/vocabulary'
import type { Edit } from '../../text/edit'
import { attributedFlows } from '../engine/evaluation'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'

/** Assumed figures of one owner: a node's id or `caller->callee`, and which of its figures. */
export interface ChosenFigures {
  readonly at: string
  readonly keys: readonly string[]
}

/** Assumed figures written under the diagram's last statement, for the author to change; none where they can't be written. */
export function statementEdits(
  snapshot: Snapshot,
  index: number,
  { at, keys }: ChosenFigures,
): readonly Edit[] {
  const diagram = snapshot.diagrams[index]
  if (!diagram) return []
  const assumed = attributedFlows(diagram.system).flatMap(({ figures }) => figures.assumed)
  const entries = keys.flatMap(key => {
    const figure = assumed.find(each => each.at === at && each.key === key)
    return (figure && entriesOf(figure)) ?? []
  })
  const target = ownerNamed(at, diagram.system)
  if (entries.length === 0 || target === undefined) return []
  return linesAtEnd(diagram, [`%% ${target}@{ ${entries.join(', ')} }`])
}

/** The same for figures of several owners, a line for each. */
export function statedLines(diagram: AnalyzedDiagram, assumed: readonly Assumption[]): readonly Edit[] {
  const byOwner = new Map<string, string[]>()
  for (const figure of assumed) {
    const target = ownerNamed(figure.at, diagram.system)
    const entries = entriesOf(figure)
    if (target === undefined || !entries) continue
    byOwner.set(target, [...(byOwner.get(target) ?? []), ...entries])
  }
  return linesAtEnd(
    diagram,
    [...byOwner].map(([target, entries]) => `%% ${target}@{ ${entries.join(', ')} }`),
  )
}

/** Lines under a diagram's last statement, as far in as that; none in a diagram without statements. */
export function linesAtEnd({ system, block }: AnalyzedDiagram, lines: readonly string[]): readonly Edit[] {
  const last = system.diagram.statements.at(-1)
  if (!last || lines.length === 0) return []
  const { text } = block
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1
  const indentation = /^[ \t]*/.exec(text.slice(lineStart, last.start))?.[0] ?? ''
  const lineEnd = text.indexOf('\n', last.end)
  const end = lineEnd < 0 ? text.length : lineEnd
  const written = lines.map(line => `\n${indentation}${line}`).join('')
  return [block.editToSource({ span: { start: end, end }, text: written })]
}

/** An owner as annotations name it; undefined if the diagram has none of that name. */
function ownerNamed(at: string, { components, calls, diagram }: System): string | undefined {
  if (components.some(({ id }) => id === at)) return partTarget(at)
  const call = calls.find(({ caller, callee }) => `${caller.id}->${callee.id}` === at)
  return call && arrowTarget(diagram, call.connection.index)
}

type Written = Pick<Assumption, 'at' | 'key' | 'value'>

/** Whether an assumption can be written as an annotation: `order of calls` can't, nor can what calls have no key for. */
export const isStatable = (assumption: Written): boolean => entriesOf(assumption) !== undefined

/** `p50/p99`, `5 ms / 50 ms` as `p50: 5ms` and `p99: 50ms`; undefined for what is told in words. */
function entriesOf({ at, key, value }: Written): readonly string[] | undefined {
  const keys = key.split('/')
  const place = at.includes('->') ? 'arrow' : 'node'
  if (!keys.every(each => keyFor(place, each))) return undefined
  const values = value.split(' / ').map(part => part.replace(/\s/g, ''))
  const isWritable =
    values.length === keys.length && values.every(part => /^[\d.]+(?:us|ms|s|m|h|%)?$/.test(part))
  return isWritable ? keys.map((name, place) => `${name}: ${values[place]}`) : undefined
}
