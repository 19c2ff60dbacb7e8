// What a document states and draws, as its neighbors see it.

import { finished } from '../../knowledge'
import { findDiagrams } from '../../text/diagrams'
import { introductionsIn } from '../../text/introduction'
import { linesOf } from '../../text/lines'
import { documentSettingsIn, surroundingsOf } from '../engine/document'
import { readingSystemOf, roomIn } from '../engine/size-bounds'
import type { Context, Snapshot } from '../engine/snapshot'
import { type DrawnName, drawnNamesIn } from './drawn-names'
import type { LocatedStatement } from './gathered-statements'
import { reachesOthers } from './shared-figures'
import { type DrawnSystem, statementsIn, thingsIn } from './shared-statements'
import { versionsOf } from './versions'

/** The statements of an analyzed document; `path` is where its neighbors find it. */
export function statementsOf({ diagrams, ...document }: Snapshot, path: string): readonly LocatedStatement[] {
  const drawn = diagrams.map(({ alone, block }) => ({ system: alone, block }))
  return statementsAmong(drawn, document, path)
}

/** The names under which a document looks for what others state: those of the things that its designs draw. */
export const namesLookedFor = ({ diagrams }: Pick<Snapshot, 'diagrams'>): readonly string[] => [
  ...new Set(diagrams.flatMap(({ alone }) => (alone.architecture.value ? [...thingsIn(alone).keys()] : []))),
]

/** What the workspace keeps of a document. */
export interface DocumentReading {
  readonly statements: readonly LocatedStatement[]
  readonly names: readonly DrawnName[]
}

export const nothingRead: DocumentReading = { statements: [], names: [] }

/** What is kept of an analyzed document. */
export const readingOf = (snapshot: Snapshot, path: string): DocumentReading => ({
  statements: statementsOf(snapshot, path),
  names: snapshot.diagrams.flatMap(drawn => drawnNamesIn(drawn, snapshot.lines, path)),
})

/** The same for a text that nobody looks at: read, but not judged. */
export function readingOfText(source: string, context: Context, path: string): DocumentReading {
  const { outer, configuration } = surroundingsOf(
    documentSettingsIn(source, context.language),
    context.configuration,
  )
  const room = roomIn(configuration)
  const introductionAt = introductionsIn(source, context.language)
  const drawn = findDiagrams(source, context.language).map(block => ({
    system: finished(readingSystemOf(room.admit(block.text), outer, introductionAt(block.span.start))),
    block,
  }))
  const lines = linesOf(source)
  return {
    statements: statementsAmong(drawn, { source, lines, context }, path),
    names: drawn.flatMap(each => drawnNamesIn(each, lines, path)),
  }
}

/** None where the document's configuration keeps them from others. */
function statementsAmong(
  diagrams: readonly DrawnSystem[],
  { source, lines, context }: Pick<Snapshot, 'source' | 'lines' | 'context'>,
  path: string,
): readonly LocatedStatement[] {
  const { excluded, sharing } = context.configuration
  if (excluded || !reachesOthers(sharing)) return []
  const place = { lines, versionAt: versionsOf(source, context.language, path) }
  return diagrams.flatMap(drawn => statementsIn(drawn, place).map(statement => ({ ...statement, path })))
}
