// `arrowsmith lint`: findings of every diagram, and an exit code for CI.

import { existsSync } from 'node:fs'
import { type Finding, findings } from '../../../service'
import { type FileFailure, failed } from '../../disk/failure'
import { type AnalysisOption, type AnalyzedFile, analysisOptions, analyzing } from '../analysis'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import type { FixedFile } from '../fix'
import { complain, say, sayCommands, standardOutput } from '../output'
import { formats, isFormat, reportFor } from '../reporters/formats'
import { countFindings, type FileReport, type FixCount } from '../reporters/report'
import { type Destination, destinations, writeReport } from '../reports'

type LintOption =
  | AnalysisOption
  | 'format'
  | 'output-file'
  | 'fix'
  | 'fix-dry-run'
  | 'max-warnings'
  | 'syntax'
  | 'since'
  | 'suppress-all'
  | 'prune-suppressions'
  | 'suppressions'
  | 'reason'
  | 'list-files'
  | 'print-config'
  | 'exit-zero'
  | 'quiet'
  | 'color'
  | 'no-color'

/** The file of findings that are put off, in the working directory. */
const usualFile = 'arrowsmith-suppressions.json'

export const command = defineCommand<LintOption>({
  name: 'lint',
  usage: 'arrowsmith lint [paths…] [options]',
  summary: 'Checks every arrow of every diagram.',
  details: `Paths are files, folders, globs, or '-' for standard input; without any, the working directory.
Folders are searched for Mermaid, Markdown, MDX, HTML, AsciiDoc and reStructuredText files, .gitignore respected.`,
  operands: true,
  findings: 'errors, or warnings above --max-warnings',
  options: {
    format: {
      value: 'FORMAT',
      short: 'f',
      choices: formats,
      description: 'how findings are written',
    },
    'output-file': {
      value: '[FORMAT=]FILE',
      short: 'o',
      repeated: true,
      description: 'write them to a file instead; with FORMAT= besides, such as sarif=findings.sarif',
    },
    fix: { description: 'apply the fixes that state nothing new about the system, and write the files' },
    'fix-dry-run': { description: 'show what --fix would change, write nothing' },
    'max-warnings': {
      value: 'N',
      number: true,
      description: 'exit 1 only above this many warnings (errors always do)',
    },
    syntax: {
      value: 'FAMILIES',
      choices: ['known', 'all'],
      description: 'all: have Mermaid itself parse class diagrams, Gantt charts and the other families too',
    },
    since: {
      value: 'REVISION',
      description: 'only what is about lines that changed since the branch left that revision',
    },
    'suppress-all': { description: `write all findings to ${usualFile}: from then on only new ones count` },
    'prune-suppressions': { description: 'take what is no longer found out of that file' },
    suppressions: { value: 'FILE', description: 'another file for them' },
    reason: { value: 'TEXT', description: 'why, for --suppress-all' },
    'list-files': { description: 'print the files that would be looked at, and do no more' },
    'print-config': { description: 'print the configuration of the named file, and do no more' },
    'exit-zero': { description: 'exit 0 whatever is found' },
    quiet: { short: 'q', description: 'leave out infos and hints' },
    color: { description: 'color even where the output is no terminal' },
    'no-color': { description: 'no color' },
    ...analysisOptions,
  },
  run: lint,
})

async function lint(given: Arguments<LintOption>): Promise<number> {
  if (given.has('list-files')) return (await import('../lint-plan')).listFiles(given)
  if (given.has('print-config')) return (await import('../lint-plan')).printConfiguration(given)
  const fix = await fixerFor(given)
  return await analyzing(given, {
    each(file): LintedFile {
      const fixed = fix?.(file) ?? { file, fixes: 0 }
      return { ...fixed, report: { ...fixed.file, findings: judged(fixed.file, given.has('quiet')) } }
    },
    all: files => conclude(files, given),
  })
}

interface LintedFile extends FixedFile {
  readonly report: FileReport
}

/** Applies fixes if that is asked for. */
async function fixerFor(
  given: Arguments<LintOption>,
): Promise<((file: AnalyzedFile) => FixedFile) | undefined> {
  if (!fixing(given)) return undefined
  const { fixFile } = await import('../fix')
  const show = (given.value('format') ?? 'text') === 'text'
  return file => fixFile(file, { write: writing(given), show })
}

const fixing = (given: Arguments<LintOption>): boolean => given.has('fix') || given.has('fix-dry-run')
const writing = (given: Arguments<LintOption>): boolean => !given.has('fix-dry-run')

async function conclude(files: readonly LintedFile[], given: Arguments<LintOption>): Promise<number> {
  const read = await withOtherFamilies(
    files.map(({ report }) => report),
    given,
  )
  const found = failed(read) ? read : await counted(read, given)
  if (failed(found)) {
    complain(found.failure)
    return exit.unusable
  }
  const { reports, notes } = found
  for (const sentence of notes) complain(sentence)
  const unwritten = files.flatMap(file => file.unwritten ?? [])
  const count = fixCount(files, writing(given))
  // That nothing was fixed would be said of a file that needed it.
  const done = fixing(given) && (count.fixes > 0 || unwritten.length === 0) ? count : undefined
  const failures = [...unwritten, ...(await report(reports, given, done))]
  for (const sentence of failures) complain(sentence)
  if (failures.length > 0) return exit.unusable
  return given.has('exit-zero') ? exit.ok : verdict(reports, given.number('max-warnings') ?? 0)
}

/** With what Mermaid says of the families that only it reads, if that is asked for. */
const withOtherFamilies = async (
  reports: readonly FileReport[],
  given: Arguments<LintOption>,
): Promise<readonly FileReport[] | FileFailure> =>
  given.value('syntax') === 'all'
    ? await (await import('../other-families/other-families')).withRefusals(reports)
    : reports

interface Counted {
  readonly reports: readonly FileReport[]
  /** What there is to say about the file of suppressions. */
  readonly notes: readonly string[]
}

/** The findings that count: those on changed lines, if that is asked for, and none that are known. */
async function counted(
  all: readonly FileReport[],
  given: Arguments<LintOption>,
): Promise<Counted | FileFailure> {
  const revision = given.value('since')
  const reports =
    revision === undefined ? all : await (await import('../git/changed-lines')).sinceRevision(all, revision)
  if (failed(reports)) return reports
  const file = given.value('suppressions') ?? usualFile
  const isAsked = given.has('suppressions') || given.has('suppress-all') || given.has('prune-suppressions')
  if (!isAsked && !existsSync(file)) return { reports, notes: [] }
  return (await import('../known-findings')).withKnownFindings(reports, {
    file,
    addAll: given.has('suppress-all'),
    prune: given.has('prune-suppressions'),
    reason: given.value('reason'),
  })
}

function fixCount(files: readonly LintedFile[], written: boolean): FixCount {
  const changed = files.filter(({ fixes }) => fixes > 0)
  return { fixes: changed.reduce((sum, { fixes }) => sum + fixes, 0), files: changed.length, written }
}

function judged({ snapshot }: AnalyzedFile, quiet: boolean): readonly Finding[] {
  const all = findings(snapshot, { figures: true })
  return quiet ? all.filter(({ severity }) => severity === 'error' || severity === 'warning') : all
}

/** Writes the findings wherever they are wanted; a sentence for each file that can't be written. */
async function report(
  reports: readonly FileReport[],
  given: Arguments<LintOption>,
  done: FixCount | undefined,
): Promise<string[]> {
  const format = given.value('format')
  const failures: string[] = []
  for (const place of destinations(isFormat(format) ? format : 'text', given.values('output-file'))) {
    const text =
      place.format === 'text'
        ? await asText(reports, given, { done, file: place.file })
        : await reportFor(place.format, reports)
    const problem = deliver(text, place)
    if (problem) failures.push(problem.failure)
  }
  return failures
}

function deliver(text: string, { format, file }: Destination): FileFailure | undefined {
  if (file !== undefined) return writeReport(file, text)
  if (text !== '') (format === 'github' ? sayCommands : say)(text)
  return undefined
}

async function asText(
  reports: readonly FileReport[],
  given: Arguments<LintOption>,
  { done, file }: { readonly done: FixCount | undefined; readonly file: string | undefined },
): Promise<string> {
  const { reportText } = await import('../reporters/text')
  const { terminalOf } = await import('../terminal')
  const texts = reports.map(({ source }) => source.text)
  const [stream, color] = file === undefined ? [standardOutput(), colorWanted(given)] : [undefined, false]
  return reportText(reports, await terminalOf(stream, { color, texts }), done)
}

function colorWanted(given: Arguments<LintOption>): boolean | undefined {
  if (given.has('no-color')) return false
  return given.has('color') ? true : undefined
}

function verdict(reports: readonly FileReport[], maximumWarnings: number): number {
  const { errors, warnings } = countFindings(reports)
  return errors > 0 || warnings > maximumWarnings ? exit.findings : exit.ok
}
