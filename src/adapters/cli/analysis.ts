// The way from a command's arguments to analyzed files, the same for every command that reads diagrams.

import { analyze, type Configuration, type Snapshot, type StatedElsewhere, statementsOf } from '../../service'
import { gatheredStatements } from '../../service/without-engine'
import type { ConfigurationReader } from '../disk/configuration'
import { isSourceCode } from '../disk/documents'
import { type FileFailure, failed, failure, reasonOf } from '../disk/failure'
import type { SourceFile } from '../disk/files'
import type { Arguments, Options } from './arguments'
import { exit } from './command'
import {
  type ConfigurationFinder,
  type ConfigurationOption,
  configurationFinder,
  configurationOptions,
  searchedFor,
} from './configuration'
import { complain } from './output'
import { type Progress, startProgress } from './progress'
import { findPlaces, type SourcePlace } from './sources'
import { type Stopwatch, unwatched } from './stopwatch'

export type AnalysisOption = ConfigurationOption | 'stdin-filename'

export const analysisOptions: Options<AnalysisOption> = {
  ...configurationOptions,
  'stdin-filename': {
    value: 'FILE',
    description: "the file name of standard input ('-'), which decides how it is read",
  },
}

/** How the commands that compute figures write them. */
export const tableFormat = {
  value: 'FORMAT',
  short: 'f',
  choices: ['text', 'json', 'markdown'],
  description: 'output format',
} as const

/** A text that has been read, and what is configured for it. */
export interface ConfiguredFile {
  readonly source: SourceFile
  readonly configuration: Configuration
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
  /** What earlier runs made of files; where it is left out, every file is analyzed. */
  readonly recall?: Recall<Result>
  /** Reads configuration files, where earlier runs may have done so. */
  readonly reader?: ConfigurationReader
  readonly stopwatch?: Stopwatch
}

/** Gives what comes of files, most of which need not be analyzed any more. */
export type Recall<Result> = (files: readonly ConfiguredFile[], asked: Asked<Result>) => Done<Result>

/** What is asked of each file, and who wants to know how that goes. */
export interface Asked<Result> {
  each(file: AnalyzedFile): Result | FileFailure
  readonly stopwatch: Stopwatch
  readonly progress: Progress
}

/** Reads and analyzes what the operands name (the working directory if there are none), and does the work. Says what
 * could not be used, which makes the exit code 2; if that was all, `all` isn't asked. */
export async function analyzing<Result>(
  given: Arguments<AnalysisOption>,
  { each, all, recall = analyzeAnew, reader, stopwatch = unwatched }: Work<Result>,
): Promise<number> {
  const { results: files, failures } = await stopwatch.phase('finding and reading files', () =>
    configuredFiles(given, reader),
  )
  const progress = await startProgress(files.length)
  const done = await stopwatch.phase('analyzing', () => recall(files, { each, stopwatch, progress }))
  progress.end()
  const sentences = new Set([...failures, ...done.failures])
  for (const sentence of sentences) complain(sentence)
  const isAsked = sentences.size === 0 || done.results.length > 0
  const code = isAsked ? await stopwatch.phase('reporting', () => all(done.results)) : exit.ok
  return sentences.size === 0 ? code : exit.unusable
}

export interface Done<Result> {
  readonly results: readonly Result[]
  /** One sentence for each that can't be used. */
  readonly failures: readonly string[]
}

/** What `work` makes of each file. Nothing is meant to throw; if something does, it is that file's failure. */
export function eachAlone<File extends { readonly source: Pick<SourceFile, 'path'> }, Result>(
  files: readonly File[],
  work: (file: File) => Result | FileFailure,
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
    return failure(`${path}: internal error: ${reasonOf(error)}`)
  }
}

async function configuredFiles(
  given: Arguments<AnalysisOption>,
  reader: ConfigurationReader | undefined,
): Promise<Done<ConfiguredFile>> {
  const configurationOf = configurationFinder(given, reader)
  if (failed(configurationOf)) return { results: [], failures: [configurationOf.failure] }
  const operands = given.operands.length > 0 ? given.operands : ['.']
  const { places, failures } = await findPlaces(operands, {
    stdinName: given.value('stdin-filename'),
    isWanted: searchedFor(configurationOf),
  })
  const files: ConfiguredFile[] = []
  const unusable = [...failures]
  for (const place of places) {
    const file = await configuredAt(place, configurationOf)
    if (failed(file)) unusable.push(file.failure)
    else if (file) files.push(file)
  }
  return { results: files, failures: unusable }
}

/** Undefined for what is not looked at: excluded files are not even read. */
async function configuredAt(
  { path, walked, read }: SourcePlace,
  configurationOf: ConfigurationFinder,
): Promise<ConfiguredFile | FileFailure | undefined> {
  const found = configurationOf(path)
  if (failed(found)) return found
  const { excluded, ...configuration } = found
  // A file that is named is wanted.
  if (excluded && walked) return undefined
  const source = await read()
  if (!failed(source)) return { source, configuration }
  // Most source code has no diagrams.
  return walked && 'unknownKind' in source && isSourceCode(path) ? undefined : source
}

function analyzeAnew<Result>(files: readonly ConfiguredFile[], asked: Asked<Result>): Done<Result> {
  const alone = eachAlone(
    files,
    observed(asked, file => analyzedFile(file, asked.stopwatch)),
  )
  const beside = besideEachOther(alone.results)
  const { results, failures } = eachAlone(beside.results, observed(asked, asked.each))
  return { results, failures: [...alone.failures, ...beside.failures, ...failures] }
}

/** The same work, of which whoever watches learns. */
export function observed<File extends { readonly source: Pick<SourceFile, 'path'> }, Result>(
  { stopwatch, progress }: Pick<Asked<unknown>, 'stopwatch' | 'progress'>,
  work: (file: File) => Result,
): (file: File) => Result {
  return file => {
    progress.step()
    return stopwatch.document(file.source.path, () => work(file))
  }
}

/** A file analyzed by itself; a failure if that throws. */
export const analyzedFile = (
  { source, configuration }: ConfiguredFile,
  { timed }: Pick<Stopwatch, 'timed'> = {},
): AnalyzedFile | FileFailure =>
  attempt(source.path, () => ({
    source,
    snapshot: analyze(source.text, { language: source.language, configuration, ...(timed && { timed }) }),
  }))

/** What the files of one run state for the same things counts in all of them. */
export function besideEachOther(files: readonly AnalyzedFile[]): Done<AnalyzedFile> {
  if (files.length < 2) return { results: files, failures: [] }
  const stating = eachAlone(files, file => ({
    ...file,
    statements: statementsOf(file.snapshot, file.source.path),
  }))
  const statements = stating.results.flatMap(({ statements }) => statements)
  if (statements.length === 0) return stating
  const stated = gatheredStatements(statements)
  const { results, failures } = eachAlone(stating.results, file => besideOthers(file, stated))
  return { results, failures: [...stating.failures, ...failures] }
}

/** The file analyzed once more, with what all files of a run state. */
export function besideOthers({ source, snapshot }: AnalyzedFile, stated: StatedElsewhere): AnalyzedFile {
  const context = { ...snapshot.context, neighborhood: { path: source.path, stated } }
  return { source, snapshot: analyze(snapshot.source, context, snapshot) }
}
