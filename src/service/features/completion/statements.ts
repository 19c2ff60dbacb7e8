// The words that statements begin with, and the ids and classes that they name.

import { isClient } from '../../../model/ends'
import { type ByFamily, forFamily, headers, isTimeline, notationOf } from '../../../syntax/notation'
import { callerTyped } from '../likely-labels'
import { type CompletionContext, drawnElsewhere } from './cursor'
import type { CompletionReader, Offer } from './offer'

/** What a place in a statement names; `source`: the id of what an arrow to it comes from. */
type NamedPlace = { readonly names: 'end'; readonly source: string | undefined } | { readonly names: 'group' }

/** Where else than behind an arrow each family names what is drawn elsewhere. */
const placesOfNames: ByFamily<(before: string) => NamedPlace | undefined> = {
  flowchart: () => undefined,
  sequence: () => undefined,
  c4: before => {
    const relation = /\b(?:Bi)?Rel\w*\(\s*(?:([\w.]+)\s*,\s*)?[\w.]*$/.exec(before)
    return relation ? { names: 'end', source: relation[1] } : undefined
  },
  architecture: before => (/\bin\s+\w*$/.test(before) ? { names: 'group' } : undefined),
  other: () => undefined,
}

/** After an arrow, in a relation, or `in` of an architecture: what it can lead to. */
export const named: CompletionReader = cursor => {
  const { before, diagram } = cursor
  const arrow = /(?:-->|---|==>|-\.->|->>|-->>|-\)|->|\|)\s*[+-]?[\w.-]*$/.exec(before)
  const afterArrow = arrow && !/^\s*%%/.test(before)
  const place = forFamily(placesOfNames, diagram.system.diagram)(before)
  if (place?.names === 'group') return diagram.system.boundaries.map(idOffer)
  if (place) return ends(cursor, place.source)
  return afterArrow ? ends(cursor, callerTyped(diagram.system, before)?.id) : undefined
}

/** Those that are seldom called come last: clients, and, in sequence diagrams alone, the caller itself. */
function ends(cursor: CompletionContext, source: string | undefined): readonly Offer[] {
  const { boundaries, diagram } = cursor.diagram.system
  const components = drawnElsewhere(cursor)
  const clients = components.filter(isClient)
  const drawn = [...components.filter(each => !isClient(each)), ...boundaries, ...clients]
  const itself = isTimeline(diagram) ? drawn.filter(({ id }) => id === source) : []
  return [...drawn.filter(({ id }) => id !== source), ...itself].map(idOffer)
}

const idOffer = ({ id, text }: { readonly id: string; readonly text: string }): Offer => ({
  label: id,
  kind: 'id',
  ...(text !== id && { detail: text }),
})

/** Statements that are about what is drawn elsewhere: the ids they take, then the classes there are, or pictures. */
export const styled: CompletionReader = cursor => forFamily(aboutDrawn, cursor.diagram.system.diagram)(cursor)

const aboutDrawn: ByFamily<CompletionReader> = {
  flowchart: cursor => {
    const { before } = cursor
    if (/:::[\w-]*$/.test(before) || /^\s*class\s+[\w.,-]+\s+[\w-]*$/.test(before)) return classNames(cursor)
    return /^\s*(?:click|style|class)\s+(?:[\w.-]+,)*[\w.-]*$/.test(before)
      ? drawnElsewhere(cursor).map(idOffer)
      : undefined
  },
  sequence: cursor => (inTime.test(cursor.before) ? drawnElsewhere(cursor).map(idOffer) : undefined),
  c4: () => undefined,
  architecture: ({ before }) =>
    /^\s*(?:service|group)\s+\w+\([\w:-]*$/.test(before)
      ? icons.map(label => ({ label, kind: 'value' }))
      : undefined,
  other: () => undefined,
}

const inTime = /^\s*(?:(?:de)?activate|destroy|note (?:over|left of|right of))\s+(?:[\w.]+\s*,\s*)?[\w.]*$/i

const icons = ['cloud', 'database', 'disk', 'internet', 'server']

function classNames({ diagram }: CompletionContext): readonly Offer[] {
  const { definitions = [], uses = [] } = diagram.system.diagram.classes ?? {}
  const names = new Set([...definitions, ...uses.map(({ name }) => name)])
  return [...names].map(label => ({ label, kind: 'value' }))
}

/** The first word of a line. */
export const opened: CompletionReader = cursor => {
  const { before, diagram, offset } = cursor
  if (!/^\s*[\w-]*$/.test(before)) return undefined
  const { keyword, header } = diagram.system.diagram
  const { keywords, idsBeginStatements } = notationOf(diagram.system.diagram)
  const words = (labels: readonly string[]) => labels.map((label): Offer => ({ label, kind: 'keyword' }))
  if (keyword === '' || offset <= header.end) return words(headers)
  return [...(idsBeginStatements ? drawnElsewhere(cursor).map(idOffer) : []), ...words(keywords)]
}
