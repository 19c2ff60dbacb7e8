// What a diagram, a document or a workspace says for all: preset, assumptions, objectives, defaults, entries.

import { nearest } from '../../../syntax/nearest'
import type { Attribute, Diagram, Reference, Scalar } from '../../../syntax/tree'
import { type Fault, readYaml, type Value, valueAt, type YamlEntry } from '../../../syntax/yaml'
import { type Span, span } from '../../../text/span'
import type { AnnotationProblem, Figures, Origin } from '../../system'
import {
  type ArrowAttributes,
  arrowVocabulary,
  type NodeAttributes,
  nodeVocabulary,
  type Objective,
  type Settings,
} from '../../vocabulary'
import { type Form, names, oneOf } from '../../vocabulary/forms'
import { objectiveVocabulary } from '../../vocabulary/objective'
import { type Provenance, readFigures } from './figures'

export interface SettingsReading {
  readonly settings: Partial<Settings>
  readonly problems: readonly AnnotationProblem[]
  /** Where a node or a group is named, in `entries`, `from` and `to`. */
  readonly names: readonly Reference[]
}

export const noSettings: Settings = {
  assume: 'catalogue',
  objectives: {},
  defaults: { arrow: {}, node: {} },
  entries: [],
}

/**
 * What is stated in a diagram itself: its frontmatter and lines `%% arrowsmith: { … }`; the later wins.
 * `idOf` finds the node or group that a name means; names that mean none are reported.
 */
export function readSettings({ frontmatter, comments }: Diagram, idOf: IdOf): SettingsReading {
  const values: Value[] = []
  const problems: AnnotationProblem[] = []
  const above = valueAt(frontmatter?.value, 'arrowsmith')
  if (above) values.push(above)
  for (const { text: comment, span: at } of comments) {
    const prefix = /^arrowsmith\s*:/.exec(comment)?.[0]
    if (prefix === undefined) continue
    const start = at.end - comment.length + prefix.length
    const { value, fault } = readYaml(comment.slice(prefix.length), within => moved(within, start))
    if (value) values.push(value)
    if (fault) problems.push(unreadable(fault))
  }
  const readings = values.map(value => settingsFrom(value, 'diagram', idOf))
  let settings: Partial<Settings> = {}
  for (const reading of readings) settings = laidOver(settings, reading.settings)
  return {
    settings,
    problems: [...problems, ...readings.flatMap(reading => reading.problems)],
    names: readings.flatMap(({ names }) => names),
  }
}

const moved = ({ start, end }: Span, by: number): Span => span(start + by, end + by)

/** Text that YAML does not read, as a problem of what should have been stated there. */
export function unreadable({ span, message }: Fault): AnnotationProblem {
  return { kind: 'invalid-value', span, message: `${message}.`, fixes: [] }
}

/** What a document's own frontmatter states; the spans of problems are offsets in that text. */
export function readDocumentSettings(frontmatter: string): SettingsReading {
  const own = ownLines(frontmatter)
  const text = frontmatter.slice(own.start, own.end)
  const { value: all, fault } = readYaml(text, within => moved(within, own.start))
  const value = valueAt(all, 'arrowsmith')
  const reading = value ? settingsFrom(value, 'document') : { settings: {}, problems: [], names: [] }
  return fault ? { ...reading, problems: [unreadable(fault), ...reading.problems] } : reading
}

/** The lines of our key: the rest is for others, and often a template that is no YAML yet. */
function ownLines(frontmatter: string): Span {
  const start = frontmatter.search(/^arrowsmith[ \t]*:/m)
  if (start < 0) return span(0, 0)
  const next = /\n(?=[^\s#\-}\]])/.exec(frontmatter.slice(start))
  return span(start, next ? start + next.index + 1 : frontmatter.length)
}

/** Lays settings over each other, the last on top; objectives and defaults are joined key by key. */
export function layeredSettings(layers: readonly Partial<Settings>[]): Settings {
  let settings = noSettings
  for (const above of layers) settings = { ...noSettings, ...laidOver(settings, above) }
  return settings
}

function laidOver(below: Partial<Settings>, above: Partial<Settings>): Partial<Settings> {
  return {
    ...below,
    ...above,
    objectives: { ...below.objectives, ...above.objectives },
    defaults: {
      arrow: { ...below.defaults?.arrow, ...above.defaults?.arrow },
      node: { ...below.defaults?.node, ...above.defaults?.node },
    },
  }
}

export type IdOf = (name: string) => string | undefined

type SettingsOrigin = Extract<Origin, 'diagram' | 'document' | 'workspace'>

/** Reads settings from a value of YAML or JSON; what are no settings is reported. */
export function settingsFrom(
  value: Value,
  origin: SettingsOrigin,
  idOf: IdOf = name => name,
): SettingsReading {
  const problems: AnnotationProblem[] = []
  const names: Reference[] = []
  const reader: Reader = {
    origin,
    idOf,
    report: problem => problems.push(problem),
    meet: (id, span) => names.push({ id, span }),
  }
  const settings: { -readonly [K in keyof Settings]?: Settings[K] } = {}
  for (const entry of entriesOf(value, reader)) {
    if (entry.key === 'preset') settings.preset = read(entry, presetForm, reader)
    else if (entry.key === 'assume') settings.assume = read(entry, assumeForm, reader) ?? noSettings.assume
    else if (entry.key === 'entries') settings.entries = entryNodes(entry, reader)
    else if (entry.key === 'objectives') settings.objectives = objectivesIn(entry, reader)
    else if (entry.key === 'defaults') settings.defaults = defaultsIn(entry, reader)
    else reader.report(unknownSetting(entry, ['preset', 'assume', 'objectives', 'defaults', 'entries']))
  }
  return { settings, problems, names }
}

interface Reader {
  readonly origin: SettingsOrigin
  readonly idOf: IdOf
  report(problem: AnnotationProblem): void
  /** A name is written there. */
  meet(name: string, at: Span): void
}

const presetForm = oneOf(['sketch', 'recommended', 'strict'])
const assumeForm = oneOf(['catalogue', 'nothing'], { catalog: 'catalogue', none: 'nothing' })

function read<T>(entry: YamlEntry, form: Form<T>, { report }: Reader): T | undefined {
  const attribute = attributeOf(entry)
  const reading = form.read(attribute.value)
  if ('value' in reading) return reading.value
  const message = `“${entry.key}” cannot be read: ${reading.message}.`
  report({ kind: 'invalid-value', span: attribute.valueSpan, message, fixes: [] })
  return undefined
}

function entryNodes(entry: YamlEntry, reader: Reader): string[] {
  const { value } = entry
  const items = value.kind === 'list' ? value.items : [value]
  return items.flatMap(item => {
    const [name] = read({ ...entry, value: item }, names, reader) ?? []
    const id = name === undefined ? undefined : knownId(name, { ...entry, value: item }, reader)
    return id === undefined ? [] : [id]
  })
}

function objectivesIn(entry: YamlEntry, reader: Reader): Record<string, Objective> {
  const objectives = new Map<string, Objective>()
  for (const { key: name, keySpan, value } of entriesOf(entry.value, reader)) {
    const entries = entriesOf(value, reader)
    const { figures, problems } = readFigures<Aims>(
      objectiveVocabulary,
      entries.map(attributeOf),
      provenance(reader),
    )
    problems.forEach(reader.report)
    const endOf = (end: 'from' | 'to') => {
      const written = entries.find(({ key }) => key === end)
      const figure = figures[end]
      return written && figure && knownId(figure.value, written, reader)
    }
    const [from, to] = [endOf('from'), endOf('to')]
    objectives.set(name, {
      ...aimsOf(figures),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(reader.origin === 'diagram' ? { span: keySpan } : {}),
    })
  }
  return Object.fromEntries(objectives)
}

type Aims = Omit<Objective, 'span'>

function aimsOf({ availability, p50, p95, p99, p999, freshness, drain, rto }: Figures<Aims>): Objective {
  return {
    ...(availability && { availability: availability.value }),
    ...(p50 && { p50: p50.value }),
    ...(p95 && { p95: p95.value }),
    ...(p99 && { p99: p99.value }),
    ...(p999 && { p999: p999.value }),
    ...(freshness && { freshness: freshness.value }),
    ...(drain && { drain: drain.value }),
    ...(rto && { rto: rto.value }),
  }
}

function defaultsIn(entry: YamlEntry, reader: Reader): Settings['defaults'] {
  let { arrow, node } = noSettings.defaults
  for (const part of entriesOf(entry.value, reader)) {
    const attributes = entriesOf(part.value, reader).map(attributeOf)
    if (part.key === 'arrow') {
      const reading = readFigures<ArrowAttributes>(arrowVocabulary, attributes, provenance(reader))
      reading.problems.forEach(reader.report)
      arrow = reading.figures
    } else if (part.key === 'node') {
      const reading = readFigures<NodeAttributes>(nodeVocabulary, attributes, provenance(reader))
      reading.problems.forEach(reader.report)
      node = reading.figures
    } else reader.report(unknownSetting(part, ['arrow', 'node']))
  }
  return { arrow, node }
}

function provenance({ origin }: Reader): Provenance {
  return { origin, source: `a default of the ${origin}`, located: origin === 'diagram' }
}

function knownId(name: string, { value }: YamlEntry, { idOf, report, meet }: Reader): string | undefined {
  meet(name, value.span)
  const id = idOf(name)
  if (id === undefined) {
    const message = `Nothing here is called “${name}”: no node or group.`
    report({ kind: 'unknown-target', span: value.span, message, fixes: [] })
  }
  return id
}

/** The entries of a mapping; anything else where one belongs is reported. */
function entriesOf(value: Value, { report }: Reader): readonly YamlEntry[] {
  if (value.kind === 'mapping') return value.entries
  if (value.kind === 'list' || value.value !== null) {
    const message = 'Expected keys with values here, as in { key: value }.'
    report({ kind: 'invalid-value', span: value.span, message, fixes: [] })
  }
  return []
}

function attributeOf({ key, keySpan, value }: YamlEntry): Attribute {
  const scalars = value.kind === 'list' ? value.items.map(scalarOf) : scalarOf(value)
  return { key, keySpan, value: scalars, valueSpan: value.span }
}

function scalarOf(value: Value): Scalar {
  return value.kind === 'scalar' ? value.value : null
}

function unknownSetting({ key, keySpan }: YamlEntry, known: readonly string[]): AnnotationProblem {
  const meant = nearest(key, known)
  return {
    kind: 'unknown-attribute',
    span: keySpan,
    message: `Nothing reads the setting “${key}”. ${meant ? `Did you mean “${meant}”?` : `There are ${known.join(', ')}.`}`,
    fixes: meant ? [{ title: `Rename to “${meant}”`, edits: [{ span: keySpan, text: meant }] }] : [],
  }
}
