// The way from a command's arguments to analyzed files, the same for every command that reads diagrams.

import { analyze, gatheredStatements, type Snapshot, statementsOf } from '../../service'
import { failed } from '../disk/failure'
import type { SourceFile } from '../disk/files'
import type { Arguments, Options } from './arguments'
import { exit } from './command'
import { type ConfigurationOption, configurationFinder, configurationOptions } from './configuration'
import { complain } from './output'
import { findSources } from './sources'

export type AnalysisOption = ConfigurationOption | 'stdin-filename'

export const analysisOptions: Options<AnalysisOption> = {
  ...configurationOptions,
  'stdin-filename': { value: 'FILE', description: "what standard input ('-') is called, and so read as" },
}

export interface AnalyzedFile {
  readonly source: SourceFile
  readonly snapshot: Snapshot
}

/** Reads and analyzes what the operands name (the working directory if there are none), and hands that to `act`,
 * which gives the exit code. Says what could not be used; if that was all, `act` isn't asked. */
export async function analyzing(
  given: Arguments<AnalysisOption>,
  act: (files: readonly AnalyzedFile[]) => Promise<number> | number,
): Promise<number> {
  const { files, failures } = await analyzeFiles(given)
  for (const sentence of failures) complain(sentence)
  if (failures.length === 0) return await act(files)
  if (files.length > 0) await act(files)
  return exit.unusable
}

interface Analysis {
  readonly files: readonly AnalyzedFile[]
  /** One sentence for each path or configuration that can't be used, each once. */
  readonly failures: readonly string[]
}

async function analyzeFiles(given: Arguments<AnalysisOption>): Promise<Analysis> {
  const configurationOf = configurationFinder(given)
  if (failed(configurationOf)) return { files: [], failures: [configurationOf.failure] }
  const operands = given.operands.length > 0 ? given.operands : ['.']
  const { files, failures } = await findSources(operands, given.value('stdin-filename'))
  const analyzed: AnalyzedFile[] = []
  const unusable = new Set(failures)
  for (const source of files) {
    const found = configurationOf(source.path)
    if (failed(found)) unusable.add(found.failure)
    else if (!(found.excluded && source.walked)) {
      // A file that is named is wanted.
      const { excluded: _, ...configuration } = found
      const snapshot = analyze(source.text, { language: source.language, configuration })
      analyzed.push({ source, snapshot })
    }
  }
  return { files: besideEachOther(analyzed), failures: [...unusable] }
}

/** What the files of one run state for the same things counts in all of them. */
export function besideEachOther(files: readonly AnalyzedFile[]): readonly AnalyzedFile[] {
  if (files.length < 2) return files
  const statements = files.flatMap(({ source, snapshot }) => statementsOf(snapshot, source.path))
  if (statements.length === 0) return files
  const stated = gatheredStatements(statements)
  return files.map(({ source, snapshot }) => {
    const context = { ...snapshot.context, neighborhood: { path: source.path, stated } }
    return { source, snapshot: analyze(snapshot.source, context, snapshot) }
  })
}
