// Lints files without analyzing those whose findings are known: by content, settings and what others state for the same things.

import {
  type LocatedStatement,
  namesLookedFor,
  type ReadConfiguration,
  readConfiguration,
  type StatedElsewhere,
  statementsOf,
} from '../../../service'
import { gatheredStatements } from '../../../service/without-engine'
import type { ConfigurationReader } from '../../disk/configuration'
import { failed } from '../../disk/failure'
import {
  type AnalyzedFile,
  type Asked,
  analyzedFile,
  besideOthers,
  type ConfiguredFile,
  type Done,
  eachAlone,
  observed,
} from '../analysis'
import type { FileReport } from '../reporters/report'
import { keepIn, keepReport, keptReport } from './kept-report'
import type { Memory } from './memory'
import { digest } from './pack'

/** What a file has to do with others. */
interface Reading {
  readonly statements: readonly LocatedStatement[]
  /** The names under which it looks for theirs. */
  readonly names: readonly string[]
}

interface ReadFile extends ConfiguredFile {
  readonly key: string
  readonly reading: Reading
  /** Where it had to be analyzed for that. */
  readonly alone?: AnalyzedFile
}

/**
 * The reports of files, in their order. `program` stands for all that findings depend on besides the files: texts and
 * settings are part of every key, and so is each statement of other files under a name that the file looks for.
 */
export function recallReports(
  files: readonly ConfiguredFile[],
  asked: Asked<FileReport>,
  memory: Memory,
): Done<FileReport> {
  const keyOf = keying(memory.program)
  const read = eachAlone(files, observed(asked, readingOf))
  const stated = gatheredStatements(read.results.flatMap(({ reading }) => reading.statements))
  const around = describing(stated)
  const done = eachAlone(read.results, observed(asked, reportOf))
  return { results: done.results, failures: [...read.failures, ...done.failures] }

  function readingOf(file: ConfiguredFile) {
    const { source } = file
    const key = keyOf(file)
    const keep = keepIn(memory, key)
    const known = keep.get<Reading>('reading')
    if (known) return { ...file, key, reading: known }
    const alone = analyzedFile(file, asked.stopwatch)
    if (failed(alone)) return alone
    const { snapshot } = alone
    const reading = { statements: statementsOf(snapshot, source.path), names: namesLookedFor(snapshot) }
    if (isKept(source)) keep.set('reading', reading)
    return { ...file, key, reading, alone }
  }

  function reportOf(file: ReadFile) {
    const { source, key, reading } = file
    const stating = around(source.path, reading.names)
    const keep = keepIn(memory, stating === '' ? key : digest(key + stating))
    const known = keptReport(source, keep, () => {
      const report = reportAnew(file)
      if (failed(report)) throw new Error(report.failure)
      return report
    })
    if (known) {
      asked.stopwatch.recalled()
      return known
    }
    const report = reportAnew(file)
    if (failed(report) || !isKept(source)) return report
    keepReport(report, keep)
    return { ...report, keep }
  }

  function reportAnew(file: ReadFile) {
    const alone = file.alone ?? analyzedFile(file, asked.stopwatch)
    if (failed(alone)) return alone
    return asked.each(stated.size === 0 ? alone : besideOthers(alone, stated))
  }
}

/** What a file's findings depend on, but for those of others. */
function keying(program: string): (file: ConfiguredFile) => string {
  const settings = new Map<object, string>()
  return ({ source: { path, language, text }, configuration }) => {
    const known = settings.get(configuration) ?? digest(JSON.stringify([program, configuration]))
    settings.set(configuration, known)
    return digest([known, language, path, text].join('\0'))
  }
}

/** Standard input is another text in every run. */
const isKept = ({ place }: ConfiguredFile['source']): boolean => place !== undefined

/** Reads configuration files as the engine does, without it where their text is known. */
export const recallConfiguration =
  (memory: Memory): ConfigurationReader =>
  (text, path) => {
    const keep = keepIn(memory, digest(JSON.stringify([memory.program, path, text])))
    const known = keep.get<ReadConfiguration>('configuration')
    if (known) return known
    const read = readConfiguration(text, path)
    keep.set('configuration', read)
    return read
  }

/**
 * What all files state under the names that one looks for, as a text; '' where that is nothing but its own, which its
 * content tells already.
 */
function describing(stated: StatedElsewhere): (path: string, names: readonly string[]) => string {
  const described = new Map<string, { readonly text: string; readonly paths: ReadonlySet<string> }>()
  for (const [name, statements] of stated)
    described.set(name, {
      text: digest(JSON.stringify([name, statements])),
      paths: new Set(statements.map(({ path }) => path)),
    })
  if (described.size === 0) return () => ''
  return (path, names) =>
    names
      .flatMap(name => {
        const found = described.get(name)
        return found && (found.paths.size > 1 || !found.paths.has(path)) ? [found.text] : []
      })
      .join('')
}
