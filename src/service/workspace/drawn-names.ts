// What the documents of a workspace draw, by name: for the list in which editors look for symbols.

import type { Lines } from '../../text/lines'
import type { DrawnSystem } from './shared-statements'

/** A component where it is drawn first; lines and columns from 1. */
export interface DrawnName {
  readonly name: string
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
        detail: [technology?.name, kind?.value].filter(fact => fact !== undefined).join(' · '),
        path,
        line,
        column,
        endColumn: column + place.end - place.start,
      },
    ]
  })
}

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
