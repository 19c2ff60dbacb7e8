// What the documents of a workspace draw, by name: for the list in which editors look for symbols.

import type { Kind } from '../../knowledge'
import type { Lines } from '../../text/lines'
import { nameOfThing } from './shared-names'
import type { DrawnSystem } from './shared-statements'

/** A component where it is drawn first; lines and columns from 1. */
export interface DrawnName {
  readonly name: string
  readonly kind?: Kind
  /** The product's id, where it names one. */
  readonly technology?: string
  /** Kind and product, as far as they are known. */
  readonly detail: string
  /** Of the document. */
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

/** The components of the diagrams that show designs. */
export function drawnNamesIn(
  { system, block }: DrawnSystem,
  lines: Lines,
  path: string,
): readonly DrawnName[] {
  if (!system.architecture.value) return []
  return system.components.flatMap(({ text, id, kind, technology, node }) => {
    const place = node.mentions[0]?.id
    if (!place) return []
    const { line, column } = lines.positionAt(block.toSource(place.start))
    return [
      {
        name: text.trim() || id,
        ...(kind && { kind: kind.value }),
        ...(technology && { technology: technology.id }),
        detail: [technology?.name, kind?.value].filter(fact => fact !== undefined).join(' · '),
        path,
        line,
        column,
        endColumn: column + place.end - place.start,
      },
    ]
  })
}

/** What several diagrams draw: one thing, though each draws it anew. */
export interface Thing extends Pick<DrawnName, 'kind' | 'technology'> {
  /** What it is called everywhere: its label without figures, normalized. */
  readonly name: string
}

/** Those that draw a thing: by its name, and as no other kind or product. */
export const drawingsOf = (thing: Thing, names: Iterable<DrawnName>): readonly DrawnName[] =>
  [...names].filter(each => isSame(thing, each) && nameOfThing(each.name) === thing.name)

/** Whether neither is known to be something else than the other. */
export const isSame = (one: Omit<Thing, 'name'>, other: Omit<Thing, 'name'>): boolean =>
  !differ(one.kind, other.kind) && !differ(one.technology, other.technology)

const differ = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b

/** More than these nobody looks through. */
const mostFound = 500

/** Those whose names have the letters of a query in its order, as editors match them. */
export function namesMatching(names: Iterable<DrawnName>, query: string): readonly DrawnName[] {
  const wanted = [...query.toLowerCase().replace(/\s+/g, '')]
  const found: DrawnName[] = []
  for (const each of names) {
    if (matches(each.name.toLowerCase(), wanted)) found.push(each)
    if (found.length === mostFound) break
  }
  return found
}

function matches(name: string, wanted: readonly string[]): boolean {
  let at = -1
  return wanted.every(letter => {
    at = name.indexOf(letter, at + 1)
    return at >= 0
  })
}
