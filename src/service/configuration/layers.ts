// Configuration files laid over each other, from the outermost folder to the document's own.

import { type Matches, matcherOf } from '../../text/glob'
import { type Configuration, defaultConfiguration } from './configuration'
import type { ReadConfiguration } from './read'

export interface ConfigurationLayer {
  readonly read: ReadConfiguration
  /** The document's path from the folder of the file, with `/`. */
  readonly path: string
}

/** What configuration files say about a document, the nearest file first; a file with `"root": true` ends them. */
export function configurationOf(nearestFirst: readonly ConfigurationLayer[]): Configuration {
  const root = nearestFirst.findIndex(({ read }) => read.root)
  const layers = root < 0 ? nearestFirst : nearestFirst.slice(0, root + 1)
  const settings = layers
    .toReversed()
    .flatMap(({ read, path }) => [
      read.settings,
      ...patternsOf(read).files.flatMap(({ matches, settings }) => (matches(path) ? [settings] : [])),
    ])
  const configuration = settings.reduce<Configuration>(laidOver, defaultConfiguration)
  return layers.some(isExcluded) ? { ...configuration, excluded: true } : configuration
}

/** What came of two settings before: documents with the same configuration share one object. */
const laid = new WeakMap<Configuration, WeakMap<Partial<Configuration>, Configuration>>()

function laidOver(below: Configuration, above: Partial<Configuration>): Configuration {
  const onto = laid.get(below) ?? new WeakMap<Partial<Configuration>, Configuration>()
  laid.set(below, onto)
  const both = onto.get(above) ?? layered(below, above)
  onto.set(above, both)
  return both
}

/** The upper one counts; rules and figures are joined by name. */
function layered(below: Configuration, above: Partial<Configuration>): Configuration {
  const components = joined(below.components, above.components)
  const nodes = joined(below.nodes, above.nodes)
  const defaults = joined(below.defaults, above.defaults)
  const conventions = together(below.conventions, above.conventions)
  return {
    ...below,
    ...above,
    rules: joined(below.rules, above.rules) ?? {},
    ...(components && { components }),
    ...(nodes && { nodes }),
    ...(defaults && { defaults }),
    ...(conventions && { conventions }),
  }
}

function joined<V extends object>(
  below: Readonly<Record<string, V>> | undefined,
  above: Readonly<Record<string, V>> | undefined,
): Readonly<Record<string, V>> | undefined {
  if (!below || !above) return above ?? below
  const lower = new Map(Object.entries(below))
  const both = Object.entries(above).map(([name, value]) => [name, { ...lower.get(name), ...value }])
  return { ...below, ...Object.fromEntries(both) }
}

/** Those of outer files hold too; an inner one of the same id takes the place of the outer. */
function together(
  below: Configuration['conventions'],
  above: Configuration['conventions'],
): Configuration['conventions'] {
  if (!below || !above) return above ?? below
  const named = new Set(above.map(({ id }) => id))
  return [...below.filter(({ id }) => !named.has(id)), ...above]
}

function isExcluded({ read, path }: ConfigurationLayer): boolean {
  const { include, exclude } = patternsOf(read)
  return (
    (include.length > 0 && !include.some(matches => matches(path))) || exclude.some(matches => matches(path))
  )
}

interface Patterns {
  readonly files: readonly { readonly matches: Matches; readonly settings: Partial<Configuration> }[]
  readonly include: readonly Matches[]
  readonly exclude: readonly Matches[]
}

/** Read once for all documents. */
const known = new WeakMap<ReadConfiguration, Patterns>()

function patternsOf(read: ReadConfiguration): Patterns {
  const patterns = known.get(read) ?? {
    files: read.files.map(({ pattern, settings }) => ({ matches: atOrBelow(pattern), settings })),
    include: read.include.map(atOrBelow),
    exclude: read.exclude.map(atOrBelow),
  }
  known.set(read, patterns)
  return patterns
}

/** A pattern matches files, and what is below the folders that it names. */
function atOrBelow(pattern: string): Matches {
  const plain = pattern.replace(/^\.\//, '').replace(/\/$/, '')
  return matcherOf(`${plain}/**`)
}
