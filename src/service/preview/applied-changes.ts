// Tried figures written into the text: in the place of what is stated, or under the last statement.

import type { Figure } from '../../model/system'
import type { Edit } from '../../text/edit'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import type { Change } from './messages'
import { linesAtEnd } from './statements'
import { type ChangeOwner, changedEntries, ownersOf } from './what-if'

/** One edit to undo; none for what is down, which is tried and never meant. */
export function changeEdits(snapshot: Snapshot, index: number, changes: readonly Change[]): readonly Edit[] {
  const diagram = snapshot.diagrams[index]
  if (!diagram) return []
  const written = changes
    .filter(({ value }) => value !== 'down')
    .flatMap(change =>
      ownersOf(change, diagram.system).map(owner => {
        const entries = changedEntries(change, owner.part)
        const edits = entries.map(entry => editInPlace(entry, owner.part, diagram))
        return {
          edits: edits.filter(edit => edit !== undefined),
          left: { owner, entries: entries.filter((_, place) => edits[place] === undefined) },
        }
      }),
    )
  const lines = written
    .filter(({ left }) => left.entries.length > 0)
    .map(
      ({ left: { owner, entries } }) =>
        `%% ${owner.name}@{ ${entries.map(([key, value]) => `${key}: ${value}`).join(', ')} }`,
    )
  return [...written.flatMap(({ edits }) => edits), ...linesAtEnd(diagram, lines)]
}

/** Undefined where the text does not state the figure as this can be written. */
function editInPlace(
  [key, value]: readonly [string, string],
  { figures }: ChangeOwner['part'],
  { block }: AnalyzedDiagram,
): Edit | undefined {
  const stated: Readonly<Record<string, Figure<unknown> | undefined>> = { ...figures }
  const span = stated[key]?.span
  const before = span && block.text.slice(span.start, span.end)
  if (!span || before === undefined) return undefined
  if (before.startsWith(`${key}:`)) return block.editToSource({ span, text: `${key}: ${value}` })
  if (key === 'timeout' && /^[\d.]+ ?m?s timeout$/.test(before))
    return block.editToSource({ span, text: `${value} timeout` })
  if (key === 'retries' && /^\d+ (?:retry|retries)$/.test(before))
    return block.editToSource({ span, text: value === '1' ? '1 retry' : `${value} retries` })
  return undefined
}
