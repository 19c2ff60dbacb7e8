// The words that statements begin with, and the ids and classes that they name.

import type { Family } from '../../../syntax/tree'
import { callerTyped } from '../likely-labels'
import { type CompletionContext, drawnElsewhere } from './cursor'
import type { CompletionReader, Offer } from './offer'

/** After an arrow, or `in` of an architecture: what it can lead to. */
export const named: CompletionReader = cursor => {
  const { before, diagram } = cursor
  const { family } = diagram.system.diagram
  const arrow = /(?:-->|---|==>|-\.->|->>|-->>|-\)|->|\|)\s*[+-]?[\w.-]*$/.exec(before)
  const afterArrow = arrow && !/^\s*%%/.test(before)
  const afterComma = family === 'c4' && /\b(?:Bi)?Rel\w*\(\s*(?:([\w.]+)\s*,\s*)?[\w.]*$/.exec(before)
  const afterIn = family === 'architecture' && /\bin\s+\w*$/.test(before)
  if (afterIn) return diagram.system.boundaries.map(idOffer)
  if (!afterArrow && !afterComma) return undefined
  const source = afterComma ? afterComma[1] : callerTyped(diagram.system, before)?.id
  return ends(cursor, source)
}

/** A component that calls itself is said in sequence diagrams only, and seldom there. */
function ends(cursor: CompletionContext, source: string | undefined): readonly Offer[] {
  const { boundaries, diagram } = cursor.diagram.system
  const drawn = [...drawnElsewhere(cursor), ...boundaries]
  const itself = diagram.family === 'sequence' ? drawn.filter(({ id }) => id === source) : []
  return [...drawn.filter(({ id }) => id !== source), ...itself].map(idOffer)
}

const idOffer = ({ id, text }: { readonly id: string; readonly text: string }): Offer => ({
  label: id,
  kind: 'id',
  ...(text !== id && { detail: text }),
})

/** `click`, `style`, `class`, `activate` …: the ids they take, then the classes there are. */
export const styled: CompletionReader = cursor => {
  const { before, diagram } = cursor
  const { family, classes } = diagram.system.diagram
  const classNames = () =>
    [...new Set([...(classes?.definitions ?? []), ...(classes?.uses ?? []).map(({ name }) => name)])].map(
      (label): Offer => ({ label, kind: 'value' }),
    )
  if (family === 'flowchart') {
    if (/:::[\w-]*$/.test(before) || /^\s*class\s+[\w.,-]+\s+[\w-]*$/.test(before)) return classNames()
    if (/^\s*(?:click|style|class)\s+(?:[\w.-]+,)*[\w.-]*$/.test(before))
      return drawnElsewhere(cursor).map(idOffer)
  }
  const inTime = /^\s*(?:(?:de)?activate|destroy|note (?:over|left of|right of))\s+(?:[\w.]+\s*,\s*)?[\w.]*$/i
  return family === 'sequence' && inTime.test(before) ? drawnElsewhere(cursor).map(idOffer) : undefined
}

const icons = ['cloud', 'database', 'disk', 'internet', 'server']

/** The icon of an architecture's service or group. */
export const pictured: CompletionReader = ({ before, diagram }) =>
  diagram.system.diagram.family === 'architecture' && /^\s*(?:service|group)\s+\w+\([\w:-]*$/.test(before)
    ? icons.map(label => ({ label, kind: 'value' }))
    : undefined

const headers = [
  'flowchart LR',
  'flowchart TB',
  'sequenceDiagram',
  'C4Context',
  'C4Container',
  'C4Dynamic',
  'architecture-beta',
]

const keywords: Readonly<Record<Family, readonly string[]>> = {
  flowchart: ['subgraph', 'end', 'direction LR', 'classDef', 'class', 'style', 'linkStyle', 'click'],
  sequence: [
    ...['participant', 'actor', 'loop', 'alt', 'else', 'opt', 'par', 'and', 'critical', 'break', 'end'],
    ...['Note over', 'activate', 'deactivate', 'box', 'autonumber'],
  ],
  c4: [
    ...['Person', 'System', 'System_Ext', 'SystemDb', 'Container', 'ContainerDb', 'ContainerQueue'],
    ...['Component', 'System_Boundary', 'Container_Boundary', 'Rel', 'BiRel', 'title'],
  ],
  architecture: ['group', 'service', 'junction'],
  other: [],
}

/** The first word of a line. */
export const opened: CompletionReader = cursor => {
  const { before, diagram, offset } = cursor
  if (!/^\s*[\w-]*$/.test(before)) return undefined
  const { keyword, family, header } = diagram.system.diagram
  const words = (labels: readonly string[]) => labels.map((label): Offer => ({ label, kind: 'keyword' }))
  if (keyword === '' || offset <= header.end) return words(headers)
  return [...(family === 'c4' ? [] : drawnElsewhere(cursor).map(idOffer)), ...words(keywords[family])]
}
