// Fixes that write annotations for an arrow, a node or a group, the way the author already writes them.

import { readArrowLabel } from '../../model/annotations'
import { type Directory, directoryOf } from '../../model/annotations/metadata/directory'
import { arrowTarget, isPlain, partTarget } from '../../model/annotations/metadata/target-names'
import { resolveTarget } from '../../model/annotations/metadata/targets'
import { rememberedFor } from '../../model/remembered-for'
import type { Boundary, Component, Connection, System } from '../../model/system'
import type { Attribute, Diagram, Metadata } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import { lastAtMost } from '../../text/lines'
import { encloses, type Span } from '../../text/span'
import { type Fix, fixOnDemand } from '../rule'
import { intoLabel } from './label-figures'

/** Keys with their values as they are written: `{ timeout: '300ms', retries: 2, stack: ['breaker', 'retry'] }`. */
export type StatedEntries = Readonly<Record<string, EntryValue>>
type EntryValue = string | number | boolean | readonly string[]

/** A fix that states entries for an arrow: in its own block, where keys that it has are replaced, else as its author states figures. */
export function annotateArrow(system: System, { connection, title, entries }: ArrowAnnotation): Fix {
  return fixOnDemand(
    title,
    () =>
      (ownBlockOf(system, connection) ? undefined : intoLabel(system, connection, entries)) ??
      entriesInBlock(system, connection, entries),
  )
}

/** The block that is about nothing but this arrow or part. */
export const ownBlockOf = (
  { diagram }: System,
  about: Connection | Component | Boundary,
): Metadata | undefined =>
  'arrow' in about ? ownBlocks(diagram).ofArrow.get(about.index) : ownBlocks(diagram).ofPart.get(about.id)

/** Edits that state entries in braces: in the block that is there, else in a line of their own behind `%%`. */
export function entriesInBlock(
  system: System,
  about: Connection | Component | Boundary,
  entries: StatedEntries,
): readonly Edit[] {
  const { diagram } = system
  const block = ownBlockOf(system, about)
  if (block) return entriesInto(block, diagram.text, entries)
  if ('arrow' in about) {
    const line = arrowBlock(system, about, entries)
    const { statement } = about.arrow
    const at = line.startsWith('%%') ? placeForStatements(diagram, statement) : statement
    return [lineBelow(diagram.text, at, line)]
  }
  const at = 'group' in about ? about.group.span : statementAround(diagram, about.span)
  return [lineBelow(diagram.text, at, `%% ${partTarget(about.id)}@{ ${braces(entries)} }`)]
}

export interface ArrowAnnotation {
  readonly connection: Connection
  readonly title: string
  readonly entries: StatedEntries
}

/** Edits that give a figure of an arrow another value where it is written: in the label or in a block. */
export function restateArrow(system: System, { connection, key, value }: Restatement): readonly Edit[] {
  const figure = connection.figures[key]
  if (figure?.origin === 'label' && figure.span) {
    const { start, end } = figure.span
    return [{ span: figure.span, text: rewritten(system.diagram.text.slice(start, end), key, value) }]
  }
  return annotateArrow(system, { connection, title: '', entries: { [key]: value } }).edits
}

export interface Restatement {
  readonly connection: Connection
  readonly key: 'attempts' | 'retries' | 'timeout' | 'deadline' | 'heartbeat' | 'interval'
  readonly value: string | number
}

/** The author's words with another value in them, where that reads as it is meant: "timeout 2s", "retry 3x". */
function rewritten(words: string, key: Restatement['key'], value: string | number): string {
  const figure = typeof value === 'string' ? writtenDuration : /(?<=^retry \D{0,4})\d+(?=[x×])/i
  const result = words.replace(figure, String(value))
  const isRead = readArrowLabel(result).attributes.some(
    each => each.key === key && String(each.value) === String(value),
  )
  return isRead && value !== 0 ? result : inLabel(key, value)
}

const writtenDuration = /(?<!\d\.*)\d[\d.]*\s?[a-zµμ]+(?:\s?\d[\d.]*\s?[a-zµμ]+)*/i

/** The way the grammar of labels reads it: "no retries", "1 attempt", "300ms timeout". */
function inLabel(key: Restatement['key'], value: string | number): string {
  if (key === 'interval') return `every ${value}`
  if (key !== 'attempts' && key !== 'retries') return `${value} ${key}`
  const word = value === 1 ? key.replace(/s$/, '').replace('retrie', 'retry') : key
  return `${value === 0 ? 'no' : value} ${word}`
}

/** A fix that states entries for a component or a boundary. */
export function annotatePart(system: System, { part, title, entries }: PartAnnotation): Fix {
  return fixOnDemand(title, () => entriesInBlock(system, part, entries))
}

export interface PartAnnotation {
  readonly part: Component | Boundary
  readonly title: string
  readonly entries: StatedEntries
}

/** The edits of several fixes. Those that several share are made once. */
export function mergedEdits(fixes: readonly Fix[]): readonly Edit[] {
  const all = fixes.flatMap(({ edits }) => edits)
  return [...new Map(all.map(edit => [`${edit.span.start}-${edit.span.end} ${edit.text}`, edit])).values()]
}

/** Lines that state figures behind `%%`, each below its arrow, come together below the last: arrows stay next to each other. */
export function inOneBlock(edits: readonly Edit[]): readonly Edit[] {
  const lines = edits.filter(isStatedLine)
  const last = lines.reduce((latest, { span }) => Math.max(latest, span.start), -1)
  if (lines.length < 2) return edits
  const indentation = /^\n[ \t]*/.exec(lines.find(({ span }) => span.start === last)?.text ?? '')?.[0] ?? '\n'
  const text = lines.map(line => line.text.replace(/^\n[ \t]*/, indentation)).join('')
  return [...edits.filter(edit => !isStatedLine(edit)), { span: { start: last, end: last }, text }]
}

const isStatedLine = ({ span: { start, end }, text }: Edit): boolean =>
  start === end && /^\n[ \t]*%% [^\n]*@\{[^\n]*\}$/.test(text)

/**
 * Where its author states things behind `%%`: in a block above or below all arrows, or below each arrow. Without any,
 * below the last arrow: arrows stay next to each other.
 */
const placeForStatements = (diagram: Diagram, own: Span): Span => placeOfStatements(diagram).span ?? own

/** The same for every arrow of a diagram, so that it is looked for once; without a place each has its own. */
const placeOfStatements = rememberedFor(({ arrows, metadata }: Diagram): { readonly span?: Span } => {
  const stated = metadata.flatMap(({ comment, span }) => (comment ? [span] : []))
  const statements = arrows
    .map(({ statement }) => statement)
    .toSorted((one, other) => one.start - other.start)
  const [first, last] = [statements[0], statements.at(-1)]
  const [top, bottom] = [stated[0], stated.at(-1)]
  if (!first || !last) return bottom ? { span: bottom } : {}
  if (!top || !bottom) return { span: last }
  return bottom.start < first.start || top.start > last.start ? { span: bottom } : {}
})

/** The blocks of a diagram that are about nothing but one arrow or one part. */
interface Blocks {
  readonly directory: Directory
  readonly ofArrow: ReadonlyMap<number, Metadata>
  readonly ofPart: ReadonlyMap<string, Metadata>
}

/** Read once for each diagram: a rule may write to all its arrows. */
const ownBlocks = rememberedFor((diagram: Diagram): Blocks => {
  const directory = directoryOf(diagram)
  const ofArrow = new Map<number, Metadata>()
  const ofPart = new Map<string, Metadata>()
  for (const block of diagram.metadata.toReversed()) {
    if (!isReadable(block, diagram.text)) continue
    const resolution = resolveTarget(block, directory, { suggest: false })
    if (!('target' in resolution)) continue
    const { target } = resolution
    if (target.kind === 'node' || target.kind === 'group') ofPart.set(target.id, block)
    if (target.kind === 'arrows' && target.indexes.length === 1) ofArrow.set(target.indexes[0]!, block)
  }
  return { directory, ofArrow, ofPart }
})

/** What is added to a block that YAML stops in might be read as part of something else. */
const isReadable = ({ fault, body, attributes }: Metadata, text: string): boolean =>
  !fault &&
  text[body.end] === '}' &&
  attributes.every(({ key, valueSpan }) => /^[\w.-]+$/.test(key) && isClosed(text, valueSpan))

/** A list that nothing closes takes what is added into itself. */
function isClosed(text: string, { start, end }: Span): boolean {
  const closing = closings.get(text[start] ?? '')
  return closing === undefined || text[end - 1] === closing
}

const closings = new Map([
  ['[', ']'],
  ['{', '}'],
])

function arrowBlock({ diagram }: System, { arrow, index }: Connection, entries: StatedEntries): string {
  if (arrow.id !== undefined && isPlain(arrow.id)) return `${arrow.id}@{ ${braces(entries)} }`
  return `%% ${arrowTarget(diagram, index)}@{ ${braces(entries)} }`
}

/** `timeout: 300ms, retries: 2`: what stands between braces. */
export const braces = (entries: StatedEntries): string => pairs(entries).join(', ')

const pairs = (entries: StatedEntries): string[] =>
  Object.entries(entries).map(([key, value]) => `${key}: ${written(value)}`)

/** Quoted where YAML or the notation would read something else. */
function written(value: EntryValue): string {
  if (typeof value === 'object') return `[${value.join(', ')}]`
  return typeof value === 'string' && /[}^{#,"'[\]]|: /.test(value) ? JSON.stringify(value) : String(value)
}

/** Into an existing block: keys it has get the new value, the others follow its last entry. */
function entriesInto(block: Metadata, text: string, entries: StatedEntries): Edit[] {
  const own = (key: string) => block.attributes.find(attribute => attribute.key === key)
  const replaced = Object.entries(entries).flatMap(([key, value]) => {
    const attribute = own(key)
    return attribute ? [{ span: attribute.valueSpan, text: written(value) }] : []
  })
  const added = pairs(Object.fromEntries(Object.entries(entries).filter(([key]) => !own(key))))
  if (added.length === 0) return replaced
  const last = block.attributes.at(-1)
  if (!last) return [...replaced, { span: block.body, text: ` ${added.join(', ')} ` }]
  return [
    ...replaced,
    insertion(last.valueSpan.end, added.map(pair => separatorAfter(last, block, text) + pair).join('')),
  ]
}

/** A native block over several lines has one pair a line, each at the indentation of its last. */
function separatorAfter({ keySpan }: Attribute, { body }: Metadata, text: string): string {
  return text.slice(body.start, body.end).includes('\n') ? `\n${indentationAt(text, keySpan.start)}` : ', '
}

/** A line of its own below the statement, at the statement's indentation; above it where a directive opens that runs on. */
export function lineBelow(text: string, statement: Span, line: string): Edit {
  const end = lineEndAt(text, statement.end)
  const indentation = indentationAt(text, statement.start)
  const start = text.lastIndexOf('\n', statement.start - 1) + 1
  return /%%\{(?!.*\}%%)/.test(text.slice(start, end))
    ? insertion(start, `${indentation}${line}\n`)
    : insertion(end, `\n${indentation}${line}`)
}

const insertion = (at: number, text: string): Edit => ({ span: { start: at, end: at }, text })

function lineEndAt(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  const lineEnd = end < 0 ? text.length : end
  return text[lineEnd - 1] === '\r' && lineEnd > offset ? lineEnd - 1 : lineEnd
}

function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? ''
}

/** The statement that a place belongs to. */
function statementAround(diagram: Diagram, place: Span): Span {
  const statement = diagram.statements[lastAtMost(startsOfStatements(diagram), place.start)]
  return statement && encloses(statement, place) ? statement : place
}

const startsOfStatements = rememberedFor(({ statements }: Diagram) => statements.map(({ start }) => start))
