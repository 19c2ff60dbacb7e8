// What can be written at the cursor: protocols and figures on arrows, keys and values, ids, rules, keywords.

import type { Snapshot } from '../engine/snapshot'
import { braced } from './completion/braces'
import { commented, suppressed } from './completion/comments'
import { cursorAt } from './completion/cursor'
import { labeled } from './completion/labels'
import type { Completion, CompletionReader } from './completion/offer'
import { documentSettingsOffered, settings } from './completion/settings'
import { named, opened, styled } from './completion/statements'
import { continued } from './completion/words'
import { placeAt } from './place'

export type { Completion } from './completion/offer'

const readers: readonly CompletionReader[] = [
  ...[suppressed, settings, braced, commented, labeled, continued, styled, named, opened],
]

/** What fits at an offset of the source, the likeliest first. */
export function completionsAt(snapshot: Snapshot, offset: number): readonly Completion[] {
  const place = placeAt(snapshot, offset)
  if (!place) return inDocumentSettings(snapshot, offset)
  const cursor = cursorAt(place)
  const found = readers.map(read => read(cursor)).find(offers => offers !== undefined) ?? []
  const { block } = place.diagram
  return found.map(({ from = cursor.wordStart, to = cursor.wordEnd, insert, ...offer }) => ({
    ...offer,
    insert: insert ?? offer.label,
    replace: { start: block.toSource(from), end: block.toSource(to) },
  }))
}

function inDocumentSettings(snapshot: Snapshot, offset: number): readonly Completion[] {
  const offered = documentSettingsOffered(snapshot, offset)
  return offered
    ? offered.offers.map(({ insert, ...offer }) => ({
        ...offer,
        insert: insert ?? offer.label,
        replace: offered.word,
      }))
    : []
}
