// What can be written at the cursor: protocols on arrows, keys and values in braces, ids, rules, keywords.

import { protocolLabel } from '../../knowledge'
import { protocols } from '../../knowledge/protocols/protocol'
import { keyFor, vocabularyFor } from '../../model/vocabulary'
import { rules } from '../../rules'
import type { Span } from '../../text/span'
import type { Snapshot } from '../engine/snapshot'
import { idInTarget } from '../preview/statements'
import { placesOf } from './hover'
import { likelyHere } from './likely-labels'
import { type CursorPlace, placeAt } from './place'
import { usualFirst } from './usual-keys'

export interface Completion {
  readonly label: string
  readonly detail?: string
  readonly documentation?: string
  readonly kind: 'protocol' | 'key' | 'value' | 'id' | 'keyword' | 'directive'
  readonly insert: string
  /** `insert` holds placeholders. */
  readonly snippet?: boolean
  /** Offsets in the source. */
  readonly replace: Span
}

/** What fits at an offset of the source, the likeliest first. */
export function completionsAt(snapshot: Snapshot, offset: number): readonly Completion[] {
  const place = placeAt(snapshot, offset)
  if (!place) return []
  const cursor = cursorAt(place)
  const found = readers.map(read => read(cursor)).find(drafts => drafts !== undefined) ?? []
  const { block } = place.diagram
  return found.map(({ from = cursor.wordStart, to = cursor.offset, insert, ...draft }) => ({
    ...draft,
    insert: insert ?? draft.label,
    replace: { start: block.toSource(from), end: block.toSource(to) },
  }))
}

export interface CompletionContext extends CursorPlace {
  /** The line up to the cursor. */
  readonly before: string
  /** The line from the cursor. */
  readonly after: string
  /** Where the word before the cursor begins. */
  readonly wordStart: number
}

type Draft = Omit<Completion, 'insert' | 'replace'> & {
  readonly insert?: string
  readonly from?: number
  readonly to?: number
}
/** Undefined: the cursor stands somewhere else. */
type Reader = (cursor: CompletionContext) => readonly Draft[] | undefined

function cursorAt(place: CursorPlace): CompletionContext {
  const { text } = place.diagram.block
  const lineStart = text.lastIndexOf('\n', place.offset - 1) + 1
  const lineBreak = text.indexOf('\n', place.offset)
  const word = /(?<![\p{L}\p{N}_./-])[\p{L}\p{N}_./-]*$/u.exec(text.slice(lineStart, place.offset))?.[0] ?? ''
  const lineEnd = Math.min(lineBreak < 0 ? text.length : lineBreak, place.offset + mostRead)
  return {
    ...place,
    before: lineBefore(text, lineStart, place.offset),
    after: text.slice(place.offset, lineEnd).replace(/\r$/, ''),
    wordStart: place.offset - word.length,
  }
}

/** Of longer lines only what stands next to the cursor is read: the readers go over it many times. */
const mostRead = 1000

/** A longer line keeps its end, and before it the mark of a comment or one that opens no statement. */
function lineBefore(text: string, start: number, end: number): string {
  if (end - start <= mostRead) return text.slice(start, end)
  const isComment = /^[ \t]*%%/.test(text.slice(start, start + mostRead))
  return `${isComment ? '%% … ' : '… '}${text.slice(end - mostRead, end)}`
}

/** `%% arrowsmith-disable-next-line …` */
const suppressed: Reader = ({ before }) => {
  if (!/%%\s*arrowsmith-(?:disable|enable)[\w-]*\s/.test(before) || before.includes(' -- ')) return undefined
  return rules.map(({ id, summary }) => ({ label: id, kind: 'directive', documentation: summary }))
}

const directives = [
  ['arrowsmith-disable-next-line', 'Silences rules on the next line.'],
  ['arrowsmith-disable', 'Silences rules from here on.'],
  ['arrowsmith-enable', 'Lets rules speak again.'],
] as const

/** The start of a comment: our directives, and the ids that figures can be stated for. */
const commented: Reader = ({ before, diagram }) => {
  if (!/^\s*%%\s*[\w."-]*$/.test(before)) return undefined
  const { components, connections } = diagram.system
  const block = (target: string, detail: string): Draft => ({
    label: `${target}@{ }`,
    detail,
    kind: 'id',
    insert: `${escaped(target)}@{ $0 }`,
    snippet: true,
  })
  return [
    ...connections.map(({ arrow, caller, callee }) =>
      block(`${idInTarget(arrow.from)}->${idInTarget(arrow.to)}`, `${caller.text} → ${callee.text}`),
    ),
    ...components.map(({ id, text }) => block(idInTarget(id), text)),
    ...directives.map(([label, documentation]): Draft => ({ label, documentation, kind: 'directive' })),
  ]
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&')

/** Inside `@{ … }`: values after a key, keys elsewhere. */
const braced: Reader = cursor => {
  const opened = openBlock(cursor)
  if (!opened) return undefined
  const { target, body } = opened
  const places = placesOf(target, cursor.diagram.system)
  const key = /(?:^|[,\n])\s*([\w-]+)\s*:\s*[^,\n]*$/.exec(body)?.[1]
  if (key !== undefined) {
    const known = places.map(place => keyFor(place, key)).find(found => found !== undefined)
    return known?.examples.map(label => ({ label, kind: 'value', detail: known.words })) ?? shapesFor(key)
  }
  const written = new Set([...body.matchAll(/(?<![\w-])([\w-]+)\s*:/g)].map(match => match[1]))
  const keys = places.slice(0, 2).flatMap(place => Object.entries(vocabularyFor(place)))
  const kind = cursor.diagram.system.components.find(({ id }) => id === target)?.kind?.value
  return usualFirst(keys, { place: places[0], kind }).flatMap(([label, { description, words }]): Draft[] =>
    written.has(label)
      ? []
      : [{ label, kind: 'key', detail: words, documentation: description, insert: `${label}: ` }],
  )
}

/** The block that is open at the cursor: on its line, or (native, flowcharts) lines above. */
function openBlock({
  diagram,
  offset,
  before,
}: CompletionContext): { target: string; body: string } | undefined {
  const { text } = diagram.block
  const open = text.lastIndexOf('@{', offset - 1)
  if (open < 0 || open + 2 > offset) return undefined
  const body = text.slice(open + 2, offset)
  const plain = body.replace(/"[^"]*"/g, '')
  const isComment = /^\s*%%/.test(before)
  if (plain.includes('}') || (isComment && body.includes('\n')) || body.length > 2000) return undefined
  const lineStart = text.lastIndexOf('\n', open) + 1
  const head = text
    .slice(lineStart, open)
    .replace(/^\s*%%/, '')
    .trim()
  return {
    target:
      isComment || /^\s*%%/.test(text.slice(lineStart, open))
        ? head
        : (/(?<![^\s&])[^\s&]+$/.exec(head)?.[0] ?? ''),
    body,
  }
}

const shapes = [
  'rect',
  'rounded',
  'cyl',
  'h-cyl',
  'das',
  'diam',
  'hex',
  'circle',
  'stadium',
  'cloud',
  'doc',
  'docs',
  'procs',
  'lin-cyl',
]

const shapesFor = (key: string): Draft[] | undefined =>
  key === 'shape' ? shapes.map(label => ({ label, kind: 'value' })) : []

/** Behind the colon of a message: an arrow stands before it, and no other colon between. */
const isAfterArrow = (line: string): boolean => />|-[x)]/.test(line.split(':').at(-2) ?? '')

/** Between the bars of an arrow, in a message's text, in a C4 relation's technology. */
const labeled: Reader = cursor => {
  const { before, diagram } = cursor
  const { family } = diagram.system.diagram
  const inBars = /(?:--|==|-\.-|-)[>ox]?\|"?[^|]*$/.test(before)
  const inMessage = family === 'sequence' && !before.startsWith('%') && isAfterArrow(before)
  const inTechnology = family === 'c4' && /\bRel\w*\([^,]+,[^,]+,\s*"[^"]*",(?:\s*"[^"]*|[^"]*)$/.test(before)
  const inTitle = family === 'architecture' && before.lastIndexOf('-[') > before.lastIndexOf(']')
  if (!inBars && !inMessage && !inTechnology && !inTitle) return undefined
  const likely = likelyHere(cursor)
  const others = protocols.filter(({ layer, id }) => layer === 'application' && !likely.has(id))
  const closing = inBars && !cursor.after.includes('|') ? '|' : ''
  const offered = [...likely, ...others.map(({ id }) => [id, undefined] as const)]
  return offered.map(([id, detail]) => {
    const label = protocolLabel(id)
    return { label, kind: 'protocol', insert: label + closing, ...(detail !== undefined && { detail }) }
  })
}

/** After an arrow, or `in` of an architecture: what it can lead to. */
const named: Reader = ({ before, diagram }) => {
  const { family } = diagram.system.diagram
  const afterArrow =
    /(?:-->|---|==>|-\.->|->>|-->>|-\)|->|\|)\s*[+-]?[\w.-]*$/.test(before) && !/^\s*%%/.test(before)
  const afterComma = family === 'c4' && /\b(?:Bi)?Rel\w*\(\s*(?:[\w.]+\s*,\s*)?[\w.]*$/.test(before)
  const afterIn = family === 'architecture' && /\bin\s+\w*$/.test(before)
  if (!afterArrow && !afterComma && !afterIn) return undefined
  const { components, boundaries } = diagram.system
  const ends = afterIn ? boundaries : [...components, ...boundaries]
  return ends.map(({ id, text }) => ({ label: id, kind: 'id', ...(text !== id && { detail: text }) }))
}

const headers = [
  'flowchart LR',
  'flowchart TB',
  'sequenceDiagram',
  'C4Context',
  'C4Container',
  'C4Dynamic',
  'architecture-beta',
]

const statements = {
  flowchart: ['subgraph', 'end', 'direction LR', 'classDef', 'class', 'style', 'linkStyle', 'click'],
  sequence: [
    'participant',
    'actor',
    'loop',
    'alt',
    'else',
    'opt',
    'par',
    'and',
    'critical',
    'break',
    'end',
    'Note over',
    'activate',
    'deactivate',
    'box',
    'autonumber',
  ],
  c4: [
    'Person',
    'System',
    'System_Ext',
    'SystemDb',
    'Container',
    'ContainerDb',
    'ContainerQueue',
    'Component',
    'System_Boundary',
    'Container_Boundary',
    'Rel',
    'BiRel',
    'title',
  ],
  architecture: ['group', 'service', 'junction'],
  other: [],
} as const

/** The first word of a line. */
const opened: Reader = ({ before, diagram, offset }) => {
  if (!/^\s*[\w-]*$/.test(before)) return undefined
  const { diagram: tree, components } = diagram.system
  const keyword = (label: string): Draft => ({ label, kind: 'keyword' })
  if (tree.keyword === '' || offset <= tree.header.end) return headers.map(keyword)
  const ids =
    tree.family === 'c4'
      ? []
      : components.map(
          ({ id, text }): Draft => ({ label: id, kind: 'id', ...(text !== id && { detail: text }) }),
        )
  return [...ids, ...statements[tree.family].map(keyword)]
}

const readers: readonly Reader[] = [suppressed, braced, commented, labeled, named, opened]
