// The way from a command's arguments to analyzed files, the same for every command that reads diagrams.

import { analyze, type Configuration, gatheredStatements, type Snapshot, statementsOf } from '../../service'
import { type FileFailure, failed, failure, reasonOf } from '../disk/failure'
import type { SourceFile } from '../disk/files'
import type { Arguments, Options } from './arguments'
import { exit } from './command'
import {
  type ConfigurationFinder,
  type ConfigurationOption,
  configurationFinder,
  configurationOptions,
} from './configuration'
import { complain } from './output'
import { findPlaces, type SourcePlace } from './sources'

export type AnalysisOption = ConfigurationOption | 'stdin-filename'

export const analysisOptions: Options<AnalysisOption> = {
  ...configurationOptions,
  'stdin-filename': { value: 'FILE', description: "what standard input ('-') is called, and so read as" },
}

export interface AnalyzedFile {
  readonly source: SourceFile
  readonly snapshot: Snapshot
}

/** What a command does with what it is asked to look at. */
export interface Work<Result> {
  /** Asked for one file after the other; what goes wrong with one is said and leaves the others alone. */
  each(file: AnalyzedFile): Result | FileFailure
  /** Writes what came of the files, in their order, and gives the exit code. */
  all(results: readonly Result[]): Promise<number> | number
}

/** Reads and analyzes what the operands name (the working directory if there are none), and does the work. Says what
 * could not be used, which makes the exit code 2; if that was all, `all` isn't asked. */
export async function analyzing<Result>(
  given: Arguments<AnalysisOption>,
  { each, all }: Work<Result>,
): Promise<number> {
  const { results: files, failures } = await analyzeFiles(given)
  const done = eachAlone(files, each)
  const sentences = new Set([...failures, ...done.failures])
  for (const sentence of sentences) complain(sentence)
  if (sentences.size === 0) return await all(done.results)
  if (done.results.length > 0) await all(done.results)
  return exit.unusable
}

interface Done<Result> {
  readonly results: readonly Result[]
  /** One sentence for each that can't be used. */
  readonly failures: readonly string[]
}

/** What `work` makes of each file. Nothing is meant to throw; if something does, it is that file's failure. */
export function eachAlone<Result>(
  files: readonly AnalyzedFile[],
  work: (file: AnalyzedFile) => Result | FileFailure,
): Done<Result> {
  const results: Result[] = []
  const failures: string[] = []
  for (const file of files) {
    const result = attempt(file.source.path, () => work(file))
    if (failed(result)) failures.push(result.failure)
    else results.push(result)
  }
  return { results, failures }
}

/** A failure where the work throws on that file. */
export function attempt<Result>(path: string, work: () => Result): Result | FileFailure {
  try {
    return work()
  } catch (error) {
    return failure(`${path}: this is a mistake in arrowsmith itself: ${reasonOf(error)}`)
  }
}

async function analyzeFiles(given: Arguments<AnalysisOption>): Promise<Done<AnalyzedFile>> {
  const configurationOf = configurationFinder(given)
  if (failed(configurationOf)) return { results: [], failures: [configurationOf.failure] }
  const operands = given.operands.length > 0 ? given.operands : ['.']
  const { places, failures } = await findPlaces(operands, given.value('stdin-filename'))
  const analyzed: AnalyzedFile[] = []
  const unusable = [...failures]
  for (const place of places) {
    const file = await analyzedAt(place, configurationOf)
    if (failed(file)) unusable.push(file.failure)
    else if (file) analyzed.push(file)
  }
  const { results, failures: broken } = besideEachOther(analyzed)
  return { results, failures: [...unusable, ...broken] }
}

/** Undefined for what is not looked at: excluded files are not even read. */
async function analyzedAt(
  { path, walked, read }: SourcePlace,
  configurationOf: ConfigurationFinder,
): Promise<AnalyzedFile | FileFailure | undefined> {
  const found = configurationOf(path)
  if (failed(found)) return found
  const { excluded, ...configuration } = found
  // A file that is named is wanted.
  if (excluded && walked) return undefined
  const source = await read()
  return failed(source) ? source : analyzedFile(source, configuration)
}

/** A file analyzed by itself; a failure if that throws. */
export const analyzedFile = (source: SourceFile, configuration: Configuration): AnalyzedFile | FileFailure =>
  attempt(source.path, () => ({
    source,
    snapshot: analyze(source.text, { language: source.language, configuration }),
  }))

/** What the files of one run state for the same things counts in all of them. */
export function besideEachOther(files: readonly AnalyzedFile[]): Done<AnalyzedFile> {
  if (files.length < 2) return { results: files, failures: [] }
  const stating = eachAlone(files, file => ({
    file,
    statements: statementsOf(file.snapshot, file.source.path),
  }))
  const statements = stating.results.flatMap(({ statements }) => statements)
  if (statements.length === 0)
    return { results: stating.results.map(({ file }) => file), failures: stating.failures }
  const stated = gatheredStatements(statements)
  const { results, failures } = eachAlone(
    stating.results.map(({ file }) => file),
    ({ source, snapshot }) => {
      const context = { ...snapshot.context, neighborhood: { path: source.path, stated } }
      return { source, snapshot: analyze(snapshot.source, context, snapshot) }
    },
  )
  return { results, failures: [...stating.failures, ...failures] }
}
