// `arrowsmith lint`: findings of every diagram, and an exit code for CI.

import { type Finding, findings } from '../../../service'
import { type AnalysisOption, type AnalyzedFile, analysisOptions, analyzing } from '../analysis'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import type { FixCount, Fixed } from '../fix'
import { complain, say, standardOutput } from '../output'
import { countFindings, type FileReport } from '../reporters/report'

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
  run: given => analyzing(given, files => lint(files, given)),
})

async function lint(files: readonly AnalyzedFile[], given: Arguments<LintOption>): Promise<number> {
  const { files: fixed, done, failures } = await fixIfAsked(files, given)
  const reports = fixed.map(file => ({ ...file, findings: judged(file, given.has('quiet')) }))
  const text = await write(reports, given, done)
  if (text !== '') say(text)
  for (const sentence of failures) complain(sentence)
  if (failures.length > 0) return exit.unusable
  return given.has('exit-zero') ? exit.ok : verdict(reports, given.number('max-warnings') ?? 0)
}

async function fixIfAsked(
  files: readonly AnalyzedFile[],
  given: Arguments<LintOption>,
): Promise<Partial<Pick<Fixed, 'done'>> & Omit<Fixed, 'done'>> {
  if (!given.has('fix') && !given.has('fix-dry-run')) return { files, failures: [] }
  const { fixFiles } = await import('../fix')
  return fixFiles(files, {
    write: !given.has('fix-dry-run'),
    show: (given.value('format') ?? 'text') === 'text',
  })
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
