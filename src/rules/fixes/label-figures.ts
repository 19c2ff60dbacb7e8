// Figures written into an arrow's label, in the form in which its author states figures there.

import { readArrowLabel } from '../../model/annotations'
import { rememberedFor } from '../../model/remembered-for'
import { isAwaited, isStream } from '../../model/requests'
import type { Connection, System } from '../../model/system'
import { notationOf } from '../../syntax/notation'
import type { Arrow, Diagram } from '../../syntax/tree'
import type { Edit } from '../../text/edit'
import { type Span, span } from '../../text/span'
import type { StatedEntries } from './annotate'

/** The edits that add entries to a label; undefined where its author states figures elsewhere, or it cannot hold them. */
export function intoLabel(
  system: System,
  connection: Connection,
  entries: StatedEntries,
): readonly Edit[] | undefined {
  const { diagram } = system
  const place = placeIn(diagram, connection.arrow)
  if (!place || !statesInLabels(system, connection)) return undefined
  const { text } = diagram
  const written = text.slice(place.start, place.end)
  const content = written.replace(/(?:(?<!["`])["`]+|(?<!["`\s]))\s*$/, '')
  const form = formOf(showsDuration(content) ? content : shownIn(diagram))
  const phrases = Object.entries(entries).map(([key, value]) => phraseOf(key, value, form))
  if (phrases.includes(undefined)) return undefined
  const added = withPhrases(content, phrases.join(', '), form)
  if (!reads(added, { content, entries })) return undefined
  const bare = notationOf(diagram).labels.quotes === 'optional' && !isQuoted(text, place)
  if (!bare) return [{ span: span(place.start, place.start + content.length), text: added }]
  return [{ span: span(place.start, place.start + content.trimEnd().length), text: `"${added}"` }]
}

/** Of one arrow alone, without marks that a quoted label or a message would read otherwise. */
function placeIn(diagram: Diagram, arrow: Arrow): Span | undefined {
  const { text } = diagram
  const { holdFigures, quotes } = notationOf(diagram).labels
  const inTechnology = readArrowLabel(arrow.text).attributes.length === 0
  const place = (inTechnology ? arrow.technologySpan : undefined) ?? arrow.labelSpan
  if (!place || !holdFigures) return undefined
  const written = text.slice(place.start, place.end)
  const isShared = sharedLabels(diagram).has(arrow.labelSpan?.start)
  if (quotes === 'always' && !/^"[^"]*"$/.test(text.slice(place.start - 1, place.end + 1))) return undefined
  const isPlain = written.trim() !== '' && !/[#&]\w{1,31};|.["`]+./.test(written)
  return isPlain && !isShared ? place : undefined
}

const isQuoted = (text: string, { start }: Span): boolean =>
  text[start] === '"' || text[start - 1] === '"' || text[start] === '`'

/** Its own label states figures, or those of most calls do. */
const statesInLabels = (system: System, connection: Connection): boolean =>
  hasLabelFigures(connection) || mostStateInLabels(system)

/** Looked at once for each system: a fix may write to all its arrows. */
const mostStateInLabels = rememberedFor((system: System): boolean => {
  const calls = system.connections.filter(each => isAwaited(each) && !isStream(each))
  return calls.filter(hasLabelFigures).length * 2 > calls.length
})

const hasLabelFigures = ({ figures }: Connection): boolean =>
  (['timeout', 'deadline', 'attempts', 'retries', 'p50', 'p95', 'p99', 'latency'] as const).some(
    key => figures[key]?.origin === 'label',
  )

/** Where the labels of several arrows stand, as in `a & b -->|HTTP| c`; no place for those without one. */
const sharedLabels = rememberedFor(({ arrows }: Diagram) => {
  const seen = new Set<number | undefined>()
  return new Set(
    arrows.flatMap(({ labelSpan }) => {
      if (seen.has(labelSpan?.start)) return [labelSpan?.start]
      seen.add(labelSpan?.start)
      return []
    }),
  )
})

const showsDuration = (label: string): boolean => /\d\s?(?:ms|s)\b/.test(label)

/** The first label that states a duration. */
const shownIn = rememberedFor(
  ({ arrows }: Diagram) =>
    arrows.flatMap(({ text, technology = '' }) => [text, technology]).find(showsDuration) ?? '',
)

interface Form {
  /** What stands between a name and the duration after it; undefined where the duration comes first. */
  readonly link?: string
  /** Figures stand in brackets behind the protocol. */
  readonly bracketed: boolean
}

function formOf(shown: string): Form {
  const link = /\b(?:timeout|t\/o|deadline|p\d\d)(\s*(?:[:=]\s*)?)\d/i.exec(shown)?.[1]
  return { ...(link !== undefined && { link }), bracketed: /\([^()]*\d\s?(?:ms|s)\b[^()]*\)\W*$/.test(shown) }
}

function phraseOf(key: string, value: StatedEntries[string], { link }: Form): string | undefined {
  if (key === 'timeout' || key === 'deadline' || key === 'heartbeat')
    return link === undefined ? `${value} ${key}` : `${key}${link}${value}`
  if (key === 'backoff') return `${value} backoff`
  return value === true ? flags[key] : undefined
}

const flags: Readonly<Record<string, string>> = {
  jitter: 'jitter',
  idempotencyKey: 'idempotency key',
  breaker: 'circuit breaker',
}

/** Into the brackets that its figures stand in, in new ones, or after a comma. */
function withPhrases(content: string, phrases: string, { bracketed }: Form): string {
  const label = content.trimEnd()
  if (label.endsWith(')') && readArrowLabel(label.slice(label.lastIndexOf('('))).attributes.length > 0)
    return `${label.slice(0, -1)}, ${phrases})`
  return bracketed && readArrowLabel(label).attributes.length === 0
    ? `${label} (${phrases})`
    : `${label}, ${phrases}`
}

/** The new label states what the old one does, and the entries. */
function reads(added: string, { content, entries }: { content: string; entries: StatedEntries }): boolean {
  const { attributes } = readArrowLabel(added)
  const states = (key: string, value: unknown) =>
    attributes.some(each => each.key === key && String(each.value) === String(value))
  return (
    readArrowLabel(content).attributes.every(({ key, value }) => states(key, value)) &&
    Object.entries(entries).every(([key, value]) => states(key, value))
  )
}
