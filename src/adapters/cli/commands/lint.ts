// `arrowsmith lint`: findings of every diagram, and an exit code for CI.

import { type Finding, findings } from '../../../service'
import { type AnalysisOption, type AnalyzedFile, analysisOptions, analyzing } from '../analysis'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import type { FixedFile } from '../fix'
import { complain, say, sayCommands, standardOutput } from '../output'
import { countFindings, type FileReport, type FixCount } from '../reporters/report'

type LintOption =
  | AnalysisOption
  | 'format'
  | 'fix'
  | 'fix-dry-run'
  | 'max-warnings'
  | 'exit-zero'
  | 'quiet'
  | 'color'
  | 'no-color'

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
      choices: ['text', 'json', 'sarif', 'github', 'junit'],
      description: 'how findings are written',
    },
    fix: { description: 'apply the fixes that state nothing new about the system, and write the files' },
    'fix-dry-run': { description: 'show what --fix would change, write nothing' },
    'max-warnings': {
      value: 'N',
      number: true,
      description: 'exit 1 only above this many warnings (errors always do)',
    },
    'exit-zero': { description: 'exit 0 whatever is found' },
    quiet: { short: 'q', description: 'leave out infos and hints' },
    color: { description: 'color even where the output is no terminal' },
    'no-color': { description: 'no color' },
    ...analysisOptions,
  },
  run: lint,
})

async function lint(given: Arguments<LintOption>): Promise<number> {
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
  const reports = files.map(({ report }) => report)
  const unwritten = files.flatMap(file => file.unwritten ?? [])
  const count = fixCount(files, writing(given))
  // That nothing was fixed would be said of a file that needed it.
  const done = fixing(given) && (count.fixes > 0 || unwritten.length === 0) ? count : undefined
  const text = await write(reports, given, done)
  if (text !== '') (given.value('format') === 'github' ? sayCommands : say)(text)
  for (const sentence of unwritten) complain(sentence)
  if (unwritten.length > 0) return exit.unusable
  return given.has('exit-zero') ? exit.ok : verdict(reports, given.number('max-warnings') ?? 0)
}

function fixCount(files: readonly LintedFile[], written: boolean): FixCount {
  const changed = files.filter(({ fixes }) => fixes > 0)
  return { fixes: changed.reduce((sum, { fixes }) => sum + fixes, 0), files: changed.length, written }
}

function judged({ snapshot }: AnalyzedFile, quiet: boolean): readonly Finding[] {
  const all = findings(snapshot, { figures: true })
  return quiet ? all.filter(({ severity }) => severity === 'error' || severity === 'warning') : all
}

/** Each format's code is loaded when asked for. */
async function write(
  reports: readonly FileReport[],
  given: Arguments<LintOption>,
  done?: FixCount,
): Promise<string> {
  switch (given.value('format')) {
    case 'json':
      return (await import('../reporters/json')).reportJson(reports)
    case 'sarif':
      return (await import('../reporters/sarif')).reportSarif(reports)
    case 'github':
      return (await import('../reporters/github')).reportGithub(reports)
    case 'junit':
      return (await import('../reporters/junit')).reportJunit(reports)
    default: {
      const { reportText } = await import('../reporters/text')
      const { terminalOf } = await import('../terminal')
      const texts = reports.map(({ source }) => source.text)
      return reportText(
        reports,
        await terminalOf(standardOutput(), { color: colorWanted(given), texts }),
        done,
      )
    }
  }
}

function colorWanted(given: Arguments<LintOption>): boolean | undefined {
  if (given.has('no-color')) return false
  return given.has('color') ? true : undefined
}

function verdict(reports: readonly FileReport[], maximumWarnings: number): number {
  const { errors, warnings } = countFindings(reports)
  return errors > 0 || warnings > maximumWarnings ? exit.findings : exit.ok
}
