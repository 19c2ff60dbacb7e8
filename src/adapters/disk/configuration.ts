// The arrowsmith.config.json files above a document, read once each.

import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { type Configuration, configurationOf, type ReadConfiguration, readConfiguration } from '../../service'
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

/** Finds the nearest file and lays it over those in the folders above. */
export function configurationsOnDisk(): FindConfiguration {
  const known = new Map<string, readonly ConfigurationFile[]>()
  const above = (folder: string): readonly ConfigurationFile[] => {
    const found = known.get(folder) ?? readAbove(folder)
    known.set(folder, found)
    return found
  }
  const readAbove = (folder: string): readonly ConfigurationFile[] => {
    const own = readIfThere(join(folder, configurationFile), folder)
    const parent = dirname(folder)
    const outer = parent === folder || own?.read.root ? [] : above(parent)
    return own ? [own, ...outer] : outer
  }
  return path => configurationAt(path, above(dirname(resolve(path))))
}

/** The configuration that one file gives wherever the document lies; patterns are taken from the file's folder. */
export function configurationFromFile(file: string): FindConfiguration {
  const only = readConfigurationFile(file, dirname(resolve(file)))
  return path => configurationAt(path, [only])
}

function configurationAt(path: string, files: readonly ConfigurationFile[]): FoundConfiguration {
  const layers = files.map(({ read, folder }) => ({
    read,
    path: relative(folder, resolve(path)).replaceAll(sep, '/'),
  }))
  const problems = files.flatMap(file => file.problems)
  return { configuration: configurationOf(layers), problems, files }
}

function readIfThere(file: string, folder: string): ConfigurationFile | undefined {
  try {
    return readText(readFileSync(file, 'utf8'), file, folder)
  } catch (error) {
    return isMissing(error) ? undefined : unreadable(file, folder, error)
  }
}

function readConfigurationFile(file: string, folder: string): ConfigurationFile {
  try {
    return readText(readFileSync(file, 'utf8'), file, folder)
  } catch (error) {
    return unreadable(file, folder, error)
  }
}

function readText(text: string, file: string, folder: string): ConfigurationFile {
  const shown = shownPath(file)
  const read = readConfiguration(text, shown)
  const lines = linesOf(text)
  const problems = read.problems.map(({ message, span }) => {
    const { line, column } = lines.positionAt(span.start)
    return `${shown}:${line}:${column}: ${message}`
  })
  return { file, text, read, folder, problems }
}

function unreadable(file: string, folder: string, error: unknown): ConfigurationFile {
  const problem = `${shownPath(file)}: can't be read: ${reasonOf(error)}`
  return { file, text: '', read: readConfiguration('{}', file), folder, problems: [problem] }
}

const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
