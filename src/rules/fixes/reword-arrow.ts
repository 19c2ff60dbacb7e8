// Words on an arrow, found and replaced where the author wrote them: label, technology, stated protocol.

import type { Connection, System } from '../../model/system'
import type { Edit } from '../../text/edit'
import type { Span } from '../../text/span'
import type { Fix } from '../rule'

export interface Rewording {
  /** Without the g flag: only its first match in a place counts. */
  readonly pattern: RegExp
  readonly by: string
}

/** The first place on an arrow where a pattern matches. */
export function wordsOn(system: System, connection: Connection, pattern: RegExp): Span | undefined {
  for (const place of placesOn(connection)) {
    const found = spanIn(system, place, pattern)
    if (found) return found
  }
  return undefined
}

/** An edit for each place on an arrow where the pattern matches. */
export function rewordings(
  system: System,
  connection: Connection,
  { pattern, by }: Rewording,
): readonly Edit[] {
  return placesOn(connection).flatMap(place => {
    const found = spanIn(system, place, pattern)
    return found ? [{ span: found, text: by }] : []
  })
}

function spanIn({ diagram }: System, place: Span, pattern: RegExp): Span | undefined {
  const match = pattern.exec(diagram.text.slice(place.start, place.end))
  if (!match) return undefined
  const start = place.start + match.index
  return { start, end: start + match[0].length }
}

/** A fix that puts other words in their place; none where the arrow does not say them in so many words. */
export function rewordArrow(
  system: System,
  connection: Connection,
  wish: Rewording & Pick<Fix, 'title'>,
): readonly Fix[] {
  const edits = rewordings(system, connection, wish)
  return edits.length > 0 ? [{ title: wish.title, edits, safe: false }] : []
}

function placesOn({ arrow, figures }: Connection): readonly Span[] {
  const stated = figures.protocol?.origin === 'metadata' ? figures.protocol.span : undefined
  return [stated, arrow.technologySpan, arrow.labelSpan].filter(span => span !== undefined)
}
