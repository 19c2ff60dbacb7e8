// The way from a command's arguments to analyzed files, the same for every command that reads diagrams.

import { analyze, type Snapshot } from '../../service'
import type { Arguments, Options } from './arguments'
import { type ConfigurationOption, configurationFinder, configurationOptions } from './configuration'
import { type Failure, failed } from './failure'
import { findSources, type SourceFile } from './files'

export type AnalysisOption = ConfigurationOption | 'stdin-filename'

export const analysisOptions: Options<AnalysisOption> = {
  ...configurationOptions,
  'stdin-filename': { value: 'FILE', description: "what standard input ('-') is called, and so read as" },
}

export interface AnalyzedFile {
  readonly source: SourceFile
  readonly snapshot: Snapshot
}

export interface Analysis {
  readonly files: readonly AnalyzedFile[]
  /** One sentence for each path that could not be used; never printed twice. */
  readonly failures: readonly string[]
}

/** Reads and analyzes what the operands name, the working directory if there are none. */
export async function analyzeFiles(given: Arguments<AnalysisOption>): Promise<Analysis | Failure> {
  const configurationOf = configurationFinder(given)
  if (failed(configurationOf)) return configurationOf
  const operands = given.operands.length > 0 ? given.operands : ['.']
  const { files, failures } = await findSources(operands, given.value('stdin-filename'))
  const analyzed: AnalyzedFile[] = []
  const unusable = new Set(failures)
  for (const source of files) {
    const configuration = configurationOf(source.path)
    if (failed(configuration)) unusable.add(configuration.failure)
    else
      analyzed.push({ source, snapshot: analyze(source.text, { language: source.language, configuration }) })
  }
  return { files: analyzed, failures: [...unusable] }
}
