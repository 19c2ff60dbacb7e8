// What a hover says: what the analysis knows of the thing under the cursor, then what the industry knows of the word.

import {
  type Entry,
  type Explanation,
  entryAt,
  entryCalled,
  entryOfKind,
  entryOfProduct,
  meaningsOf,
  rowsAbout,
} from '../../knowledge'
import type { System } from '../../model/system'
import { type AttributePlace as KeyPlace, keyFor } from '../../model/vocabulary'
import { rules } from '../../rules'
import { Markdown, markdown } from '../../text/markdown'
import type { Span } from '../../text/span'
import { ruleUrl } from '../engine/placed-finding'
import type { Snapshot } from '../engine/snapshot'
import { aboutSubject, tightestHop } from './about'
import { type FittedEntry, fitEntry, hoverLines, linesIn } from './hover/budget'
import { hoverInDocumentSettings, hoverInSettings } from './hover/settings'
import { timelineOf } from './hover/timeline'
import { type FigureInLabel, isReadAs, labelFigureAt } from './label-figure'
import { inSource, placeAt, type Subject, subjectAt } from './place'

export interface Hover {
  /** Offsets in the source. */
  readonly span: Span
  readonly markdown: string
  /** The term that `explainTerm` says more about than there is room for. */
  readonly more?: string
}

/**
 * What there is to say about an offset of the source, short enough to be read without scrolling. Without `figures`
 * shares of the flows are told only where they are known already.
 */
export function hoverAt(
  snapshot: Snapshot,
  offset: number,
  { figures = true }: { readonly figures?: boolean } = {},
): Hover | undefined {
  const place = placeAt(snapshot, offset)
  if (!place) return hoverInDocumentSettings(snapshot, offset, figures)
  const { diagram } = place
  const setting = hoverInSettings(place, figures)
  if (setting) return setting
  const subject = subjectAt(diagram.system, place.offset)
  if (!subject) return undefined
  if (subject.kind === 'comment')
    return aboutSuppression(diagram.block.text, place.offset, span => inSource(diagram, span))
  if (subject.kind === 'attribute') {
    const text = composed([keyText(subject, diagram.system)], explanationOf(subject))
    return text && { span: inSource(diagram, subject.span), ...text }
  }
  const word = wordAt(subject, diagram.block.text, place.offset)
  const text = hoverOf(subject, diagram.system, { figures, word })
  return text && { span: inSource(diagram, word ?? subject.span), ...text }
}

/** What there is to say of a part of a diagram, wherever it is pointed at, and of a word that the pointer is on. */
export function hoverOf(
  subject: Subject,
  system: System,
  { figures, word }: { readonly figures: boolean; readonly word?: Matter | undefined },
): Omit<Hover, 'span'> | undefined {
  const known = word ?? subjectMatter(subject)
  const matter = subject.kind === 'component' ? withoutPromise(known) : known
  const about = aboutSubject(subject, system, figures)
  return withLesson({ about, matter, lesson: lessonOf(subject, system), wanted: !word })
}

interface Pieces {
  readonly about: Markdown | undefined
  readonly matter: Matter
  readonly lesson: Markdown | undefined
  /** Whether it comes before what there is to say of the word. */
  readonly wanted: boolean
}

/** An arrow's round trips: on the arrow itself always, on a word of its label where there is room for both. */
function withLesson({ about, matter, lesson, wanted }: Pieces): Omit<Hover, 'span'> | undefined {
  const plain = composed([about], matter)
  if (!lesson || (!wanted && plain && linesIn(plain.markdown) + linesIn(lesson.source) > hoverLines))
    return plain
  return composed([about, lesson], matter)
}

function lessonOf(subject: Subject, system: System): Markdown | undefined {
  if (subject.kind !== 'connection') return undefined
  return timelineOf(subject.connection, tightestHop(subject.connection, system))
}

/** A component's figures are told with it, and so is its SLA. */
const withoutPromise = (matter: Matter): Matter =>
  matter.computed === undefined
    ? matter
    : { ...matter, computed: matter.computed.replace(/; SLA [\d.]+%/, '') }

/** What the word under the pointer means: where a label states a figure there, what was understood. */
function wordAt(subject: Subject, text: string, offset: number): (Matter & Span) | undefined {
  const word = entryAt(text, offset)
  const figure = labelFigureAt(subject, text, offset)
  if (!word?.computed || isReadAs(word.entry?.id, figure)) return word
  return figure && { ...figure.span, ...keyMatter(figure) }
}

function keyMatter({ key, place }: FigureInLabel): Matter {
  const known = keyFor(place, key)
  const entry = entryCalled(key)
  return { ...(entry && { entry }), ...(known && { computed: `**${key}** – ${known.description}` }) }
}

/** What there is to say about a word of the prose around the diagrams. */
export function proseHoverAt({ lines }: Snapshot, offset: number): Hover | undefined {
  const { line, column } = lines.positionAt(offset)
  const word = entryAt(lines.lineText(line), column - 1)
  const text = word && composed([], word)
  if (!text) return undefined
  const start = lines.offsetAt({ line, column: 1 })
  return { span: { start: start + word.start, end: start + word.end }, ...text }
}

type Matter = Pick<Explanation, 'entry' | 'computed'>

/** What comes first and an explanation, which gets the room that is left. */
function composed(
  first: readonly (Markdown | undefined)[],
  { entry, computed }: Matter,
): Omit<Hover, 'span'> | undefined {
  const own = first.flatMap(piece => piece?.source ?? [])
  const rows = computed !== undefined && entry ? rowsAbout(entry, computed) : undefined
  const merged = entry && rows && fitted(own, entry, rows)
  const pieces = computed === undefined || merged ? own : [...own, computed]
  const told = merged ?? (entry && fitted(pieces, entry, []))
  const markdown = [...pieces, ...(told ? [told.markdown] : [])].join('\n\n---\n\n')
  if (markdown === '') return undefined
  return { markdown, ...(entry && told?.shortened !== false && { more: entry.title }) }
}

/** An entry below other pieces; undefined where there is no room for its first sentence, so that it is only offered. */
function fitted(pieces: readonly string[], entry: Entry, rows: readonly string[]): FittedEntry | undefined {
  const taken = pieces.reduce((sum, piece) => sum + linesIn(piece), 0)
  const told = fitEntry(entry, hoverLines - taken, rows)
  return taken === 0 || linesIn(told.markdown) <= hoverLines - taken ? told : undefined
}

/** What the arrow speaks or the component is. */
function subjectMatter(subject: Subject): Matter {
  const entry = entryOf(subject)
  return entry ? { entry } : {}
}

function entryOf(subject: Subject): Entry | undefined {
  if (subject.kind === 'component') {
    const { technology } = subject.component
    return technology && (entryOfProduct(technology) ?? entryOfKind(technology))
  }
  if (subject.kind !== 'connection' || !subject.connection.network.value) return undefined
  const protocol = subject.connection.protocol?.value
  return protocol === undefined ? undefined : entryCalled(protocol)
}

type AttributeSubject = Extract<Subject, { kind: 'attribute' }>

/** What a key means and takes. */
function keyText({ attribute, metadata }: AttributeSubject, system: System): Markdown {
  const known = placesOf(metadata.target, system)
    .map(place => keyFor(place, attribute.key))
    .find(key => key !== undefined)
  if (!known) return markdown`**${attribute.key}** – not an Arrowsmith key`
  const examples = new Markdown(known.examples.map(example => `\`${example}\``).join(', '))
  const [description, words] = [new Markdown(known.description), new Markdown(known.words)]
  return markdown`**${attribute.key}** – ${description}\n\nTakes ${words}: ${examples}.`
}

/** What is known of the value under the pointer, or of the key. */
function explanationOf({ attribute: { key, value, valueSpan }, span }: AttributeSubject): Matter {
  const [sense] = meaningsOf(span === valueSpan ? String(value) : key)
  return sense && (span !== valueSpan || isReadAs(sense.entry?.id, { key })) ? sense : {}
}

/** The vocabularies that a block may speak, the likeliest first. */
export function placesOf(
  target: string,
  { components, boundaries, connections }: System,
): readonly KeyPlace[] {
  const id = target.replace(/^"|"$/g, '')
  if (components.some(component => component.id === id)) return ['node']
  if (boundaries.some(boundary => boundary.id === id)) return ['group', 'node']
  if (connections.some(({ arrow }) => arrow.id === id) || /[-=.~]/.test(target)) return ['arrow']
  return ['arrow', 'node', 'group']
}

function aboutSuppression(text: string, offset: number, toSource: (span: Span) => Span): Hover | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const start = lineStart + text.slice(lineStart, offset).search(/(?<![\w-])[\w-]*$/)
  const word = /^[\w-]*/.exec(text.slice(start))?.[0] ?? ''
  const rule = rules.find(({ id }) => id === word)
  if (!rule) return undefined
  return {
    span: toSource({ start, end: start + word.length }),
    markdown: `**${rule.id}** – ${rule.summary} [More](${ruleUrl(rule)})`,
  }
}
