// Lints files without analyzing those whose findings are known: by content, settings and what others state for the same things.

import {
  gatheredStatements,
  type LocatedStatement,
  namesLookedFor,
  type Snapshot,
  type StatedElsewhere,
  statementsOf,
} from '../../../service'
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
import { exactJson, reportAsText, reportFromText } from './kept-report'
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
  { pack, program }: Memory,
): Done<FileReport> {
  const read = eachAlone(files, observed(asked, readingOf))
  const stated = gatheredStatements(read.results.flatMap(({ reading }) => reading.statements))
  const around = describing(stated)
  const done = eachAlone(read.results, observed(asked, reportOf))
  pack.save()
  return { results: done.results, failures: [...read.failures, ...done.failures] }

  function readingOf(file: ConfiguredFile) {
    const { source, configuration } = file
    const settings = JSON.stringify([program, source.path, source.language, configuration])
    const key = digest(`${settings}\0${source.text}`)
    const known = pack.get(`r${key}`)
    if (known !== undefined) {
      const reading: Reading = JSON.parse(known)
      return { ...file, key, reading }
    }
    const alone = analyzedFile(file, asked.stopwatch)
    if (failed(alone)) return alone
    const { snapshot } = alone
    const reading = { statements: statementsOf(snapshot, source.path), names: namesLookedFor(snapshot) }
    keep(file, `r${key}`, exactJson(reading))
    return { ...file, key, reading, alone }
  }

  function reportOf(file: ReadFile) {
    const { source, key, reading } = file
    const stating = around(source.path, reading.names)
    const place = `f${stating === '' ? key : digest(key + stating)}`
    const known = pack.get(place)
    if (known !== undefined) {
      asked.stopwatch.recalled()
      return reportFromText(known, source, () => snapshotOf(file))
    }
    const report = asked.each({ source, snapshot: snapshotOf(file) })
    if (!failed(report)) keep(file, place, reportAsText(report))
    return report
  }

  /** Standard input is another text in every run. */
  function keep({ source }: ConfiguredFile, key: string, text: string | undefined): void {
    if (text !== undefined && source.place !== undefined) pack.set(key, text)
  }

  function snapshotOf(file: ReadFile): Snapshot {
    const alone = file.alone ?? analyzedFile(file, asked.stopwatch)
    if (failed(alone)) throw new Error(alone.failure)
    return (stated.size === 0 ? alone : besideOthers(alone, stated)).snapshot
  }
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
  return (path, names) =>
    names
      .flatMap(name => {
        const found = described.get(name)
        return found && (found.paths.size > 1 || !found.paths.has(path)) ? [found.text] : []
      })
      .join('')
}
