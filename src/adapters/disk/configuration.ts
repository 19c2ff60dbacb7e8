// The arrowsmith.config.json files above a document, read once each.

import { readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { type Configuration, type ReadConfiguration, readConfiguration } from '../../service'
import { configurationOf } from '../../service/without-engine'
import { linesOf } from '../../text/lines'
import { shownPath } from './documents'
import { codeOf, reasonOf } from './failure'

export const configurationFile = 'arrowsmith.config.json'

export interface FoundConfiguration {
  /** What could be used of the files. */
  readonly configuration: Configuration
  /** One sentence for each thing that is wrong in them, with its place. */
  readonly problems: readonly string[]
  /** The files themselves, the nearest first. */
  readonly files: readonly ConfigurationFile[]
}

export interface ConfigurationFile {
  readonly file: string
  /** '' where it can't be read. */
  readonly text: string
  readonly read: ReadConfiguration
  readonly folder: string
  readonly problems: readonly string[]
}

/** Gives the configuration of a document by its path. */
export type FindConfiguration = (path: string) => FoundConfiguration

/** Reads a file's text; `path` names the file in messages. */
export type ConfigurationReader = typeof readConfiguration

/** Finds the nearest file and lays it over those in the folders above. */
export function configurationsOnDisk(reader: ConfigurationReader = readConfiguration): FindConfiguration {
  const known = new Map<string, readonly ConfigurationFile[]>()
  const above = (folder: string): readonly ConfigurationFile[] => {
    const found = known.get(folder) ?? readAbove(folder)
    known.set(folder, found)
    return found
  }
  const readAbove = (folder: string): readonly ConfigurationFile[] => {
    const own = readIfThere({ file: join(folder, configurationFile), folder, reader })
    const parent = dirname(folder)
    const outer = parent === folder || own?.read.root ? [] : above(parent)
    return own ? [own, ...outer] : outer
  }
  const configuredIn = new Map<string, (name: string) => FoundConfiguration>()
  return path => {
    const folder = dirname(path)
    const found = configuredIn.get(folder) ?? configured(resolve(folder), above(resolve(folder)))
    configuredIn.set(folder, found)
    return found(basename(path))
  }
}

/** The configuration that one file gives wherever the document lies; patterns are taken from the file's folder. */
export function configurationFromFile(
  file: string,
  reader: ConfigurationReader = readConfiguration,
): FindConfiguration {
  const only = readConfigurationFile({ file, folder: dirname(resolve(file)), reader })
  return path => configured(dirname(resolve(path)), [only])(basename(path))
}

/** The configuration of the documents in a folder, by their names. */
function configured(
  place: string,
  files: readonly ConfigurationFile[],
): (name: string) => FoundConfiguration {
  const placed = files.map(({ read, folder }) => ({ read, below: relative(folder, place) }))
  const problems = files.flatMap(file => file.problems)
  return name => {
    const layers = placed.map(({ read, below }) => ({ read, path: join(below, name).replaceAll(sep, '/') }))
    return { configuration: configurationOf(layers), problems, files }
  }
}

interface ConfigurationPlace {
  readonly file: string
  readonly folder: string
  readonly reader: ConfigurationReader
}

function readIfThere(place: ConfigurationPlace): ConfigurationFile | undefined {
  try {
    return readText(readFileSync(place.file, 'utf8'), place)
  } catch (error) {
    return isMissing(error) ? undefined : unreadable(place, error)
  }
}

function readConfigurationFile(place: ConfigurationPlace): ConfigurationFile {
  try {
    return readText(readFileSync(place.file, 'utf8'), place)
  } catch (error) {
    return unreadable(place, error)
  }
}

function readText(text: string, { file, folder, reader }: ConfigurationPlace): ConfigurationFile {
  const shown = shownPath(file)
  const read = reader(text, shown)
  const lines = linesOf(text)
  const problems = read.problems.map(({ message, span }) => {
    const { line, column } = lines.positionAt(span.start)
    return `${shown}:${line}:${column}: ${message}`
  })
  return { file, text, read, folder, problems }
}

function unreadable({ file, folder, reader }: ConfigurationPlace, error: unknown): ConfigurationFile {
  const problem = `${shownPath(file)}: can't be read: ${reasonOf(error)}`
  return { file, text: '', read: reader('{}', file), folder, problems: [problem] }
}

const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
