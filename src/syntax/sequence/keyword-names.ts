// Participants that are called like a keyword: Mermaid reads the keyword wherever the name stands first or last.

import { span } from '../../text/span'
import type { Explained } from '../problems'
import { dividing, ofNames, opening } from './keywords'

const keywords = new RegExp(
  `^(?:end|note|over|off|${opening}|${dividing}|${ofNames}|links?|properties|details|title|accTitle|accDescr)$`,
  'i',
)

/** `Box-->>API: result` opens a block that nothing ends: where such lines begin. */
export const openedByName = (text: string): readonly number[] =>
  [...text.matchAll(openingSender)].map(({ index, 1: indent = '' }) => index + indent.length)

const openingSender = new RegExp(String.raw`^([ \t]*)(?:${opening})[ \t]*(?=-|<<-)`, 'gim')

/** `Opt->>API: load` at its beginning. */
export function keywordAsSender(text: string, start: number, places: NamePlaces): Explained | undefined {
  const [, name = ''] = /^(\w+)[ \t]*(?:-|<<-)/.exec(text.slice(start, start + 200)) ?? []
  return keywords.test(name) ? keywordIn(name, start, places) : undefined
}

/** `API->>Opt: load` at its receiver, `note over Opt: idle`; a title takes the text behind it along. */
export function keywordAsName(
  text: string,
  { start, end }: { start: number; end: number },
  places: NamePlaces,
): Explained | undefined {
  const [word = ''] = /^\w+/.exec(text.slice(start, end)) ?? []
  return keywords.test(word) ? keywordIn(word, start, places) : undefined
}

function keywordIn(name: string, start: number, namePlaces: NamePlaces): Explained {
  const at = span(start, start + name.length)
  const renamed = `${name}_`
  const places = namePlaces().get(name) ?? []
  const where = places.length > 1 ? ` in all of its ${places.length} places` : ''
  const message = `\`${name}\` is a keyword of sequence diagrams and can't name a participant, in any case of letters: write \`${renamed}\`${where}`
  if (places.length > mostPlaces) return { at, message }
  return {
    at,
    message,
    title: `Write \`${renamed}\``,
    edits: places.map(place => ({ at: span(place, place + name.length), text: renamed })),
  }
}

/** As many as are renamed at once: each line that cannot be read would list all of them. */
export const mostPlaces = 200

/** Where each name stands as one; asked for only where a keyword does. */
export type NamePlaces = () => ReadonlyMap<string, readonly number[]>

export function namePlacesIn(text: string): NamePlaces {
  let places: ReadonlyMap<string, readonly number[]> | undefined
  return () => {
    places ??= placesOfNames(text)
    return places
  }
}

/** In declarations, at the ends of messages, under notes. */
function placesOfNames(text: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  let start = 0
  for (const line of text.split('\n')) {
    const [head = ''] = line.split(/:|@\{|\sas\s/)
    const keyword = naming.exec(head)?.[0].length ?? (/-[->x)]/.test(head) ? 0 : head.length)
    for (const { index, 0: word } of head.slice(keyword).matchAll(/\w+/g)) {
      const known = places.get(word)
      if (known) known.push(start + keyword + index)
      else places.set(word, [start + keyword + index])
    }
    start += line.length + 1
  }
  return places
}

/** What stands before names, on lines that are no messages. */
const naming =
  /^[ \t]*(?:(?:create[ \t]+)?(?:participant|actor)|activate|deactivate|destroy|links?|properties|details|note[ \t]+(?:over|left[ \t]+of|right[ \t]+of))[ \t]+/i
