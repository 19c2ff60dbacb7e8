// What a document and its workspace state for all its diagrams.

import {
  fromJson,
  layeredSettings,
  normalizedLabel,
  type OuterFigures,
  readDocumentSettings,
  settingsFrom,
} from '../../model/annotations'
import { readFigures } from '../../model/annotations/metadata/figures'
import type { Figures } from '../../model/system'
import { type NodeAttributes, nodeVocabulary } from '../../model/vocabulary'
import { tooLarge } from '../../rules/syntax/too-large'
import type { Attribute, Problem, Reference } from '../../syntax/tree'
import { type Language, markupOf } from '../../text/languages'
import type { Span } from '../../text/span'
import type { Configuration } from '../configuration/configuration'
import { unquoted } from '../features/names'
import type { Snapshot } from './snapshot'

/** The frontmatter of a Markdown document where it speaks to us, '' elsewhere. */
export function documentSettingsIn(source: string, language: Language): string {
  const place = documentFrontmatter(source, language)
  const frontmatter = place ? source.slice(place.start, place.end) : ''
  return /^arrowsmith[ \t]*:/m.test(frontmatter) ? frontmatter : ''
}

/** Where the frontmatter of a Markdown document stands, between its lines of dashes. */
export function documentFrontmatter(source: string, language: Language): Span | undefined {
  const start = openingOf(source)?.[0].length
  if (start === undefined || markupOf(language) !== 'markdown') return undefined
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(source.slice(start))
  return closing ? { start, end: start + closing.index } : undefined
}

const openingOf = (source: string) => /^\uFEFF?---[ \t]*\r?\n/.exec(source)

interface SettingsRead extends Omit<ReturnType<typeof readDocumentSettings>, 'problems'> {
  readonly problems: readonly Problem[]
}

/** More characters of settings than this are not read. */
const mostSettings = 100_000

let latest: { readonly text: string; readonly read: SettingsRead } = {
  text: '',
  read: { settings: {}, problems: [], names: [] },
}

/** What the settings say. Several ask for those of one text, one after the other. */
function settingsReadIn(text: string): SettingsRead {
  if (latest.text !== text)
    latest = { text, read: text.length > mostSettings ? leftOut(text) : readDocumentSettings(text) }
  return latest.read
}

const leftOut = (text: string): SettingsRead => ({
  settings: {},
  names: [],
  problems: [
    {
      kind: tooLarge.id,
      span: { start: 0, end: text.indexOf('\n') },
      message: `The frontmatter has ${text.length.toLocaleString('en')} characters: settings of more than ${mostSettings.toLocaleString('en')} are not read. Move what belongs to one diagram to its own frontmatter.`,
      fixes: [],
    },
  ],
})

/** What is wrong in those settings; offsets in the source. */
export function documentProblems({
  source,
  documentSettings,
}: Pick<Snapshot, 'source' | 'documentSettings'>): readonly Problem[] {
  if (documentSettings === '') return []
  const start = openingOf(source)?.[0].length ?? 0
  const moved = ({ span, ...rest }: Located) => ({
    ...rest,
    span: { start: span.start + start, end: span.end + start },
  })
  const { problems } = settingsReadIn(documentSettings)
  return problems.map(problem => ({
    ...problem,
    ...moved(problem),
    fixes: problem.fixes.map(fix => ({
      ...fix,
      edits: fix.edits.map(edit => ({ ...edit, ...moved(edit) })),
    })),
  }))
}

/** Where those settings name nodes and groups, quotes excluded; offsets in the source. */
export function documentNames({
  source,
  documentSettings,
}: Pick<Snapshot, 'source' | 'documentSettings'>): readonly Reference[] {
  if (documentSettings === '') return []
  const start = openingOf(source)?.[0].length ?? 0
  return settingsReadIn(documentSettings).names.map(({ id, span }) => ({
    id,
    span: unquoted(source, { start: span.start + start, end: span.end + start }),
  }))
}

type Located = { readonly span: Span }

export interface Surroundings {
  /** The document's own preset over the workspace's. */
  readonly configuration: Configuration
  readonly outer: OuterFigures
}

/** The document's settings laid over the workspace's. */
export function surroundingsOf(documentSettings: string, configuration: Configuration): Surroundings {
  const workspace = settingsFrom(fromJson({ defaults: configuration.defaults ?? {} }), 'workspace').settings
  const { preset, ...document } = documentSettings === '' ? {} : settingsReadIn(documentSettings).settings
  return {
    configuration: preset ? { ...configuration, preset } : configuration,
    outer: {
      settings: layeredSettings([workspace, document]),
      components: figuresByName(configuration.components, normalizedLabel),
      nodes: figuresByName(configuration.nodes, id => id),
    },
  }
}

function figuresByName(
  stated: Configuration['components'] = {},
  nameOf: (written: string) => string,
): Map<string, Figures<NodeAttributes>> {
  return new Map(Object.entries(stated).map(([name, figures]) => [nameOf(name), figuresOf(figures)]))
}

function figuresOf(stated: NonNullable<Configuration['components']>[string]): Figures<NodeAttributes> {
  const nowhere = { start: 0, end: 0 }
  const attributes = Object.entries(stated).map(
    ([key, value]): Attribute => ({ key, keySpan: nowhere, value, valueSpan: nowhere }),
  )
  const provenance = {
    origin: 'workspace',
    source: 'stated in arrowsmith.config.json',
    located: false,
  } as const
  return readFigures<NodeAttributes>(nodeVocabulary, attributes, provenance).figures
}
