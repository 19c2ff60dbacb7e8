// What a document states, as its neighbors see it.

import { findDiagrams } from '../../text/diagrams'
import { introductionsIn } from '../../text/introduction'
import { linesOf } from '../../text/lines'
import { documentSettingsIn, surroundingsOf } from '../engine/document'
import { roomIn, systemOf } from '../engine/size-bounds'
import type { Context, Snapshot } from '../engine/snapshot'
import { type LocatedStatement, reachesOthers } from './shared-figures'
import { type DrawnSystem, statementsIn } from './shared-statements'
import { versionsOf } from './versions'

/** The statements of an analyzed document; `path` is where its neighbors find it. */
export function statementsOf({ diagrams, ...document }: Snapshot, path: string): readonly LocatedStatement[] {
  const drawn = diagrams.map(({ alone, block }) => ({ system: alone, block }))
  return statementsAmong(drawn, document, path)
}

/** The same for a text that nobody looks at: read, but not judged. */
export function statementsInText(
  source: string,
  context: Context,
  path: string,
): readonly LocatedStatement[] {
  const { outer, configuration } = surroundingsOf(
    documentSettingsIn(source, context.language),
    context.configuration,
  )
  const room = roomIn(configuration)
  const introductionAt = introductionsIn(source, context.language)
  const drawn = findDiagrams(source, context.language).map(block => ({
    system: systemOf(room.admit(block.text), outer, introductionAt(block.span.start)),
    block,
  }))
  return statementsAmong(drawn, { source, lines: linesOf(source), context }, path)
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
