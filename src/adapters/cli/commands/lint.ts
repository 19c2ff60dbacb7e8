// `arrowsmith lint`: findings of every diagram, and an exit code for CI.

import { type AnalysisOption, analysisOptions } from '../analysis'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import { mistakeIn } from '../lint/destinations'
import { suppressionsFile } from '../lint/suppressions-file'
import { complain } from '../output'
import { formats } from '../reporters/formats'

export type LintOption =
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
  | 'cache'
  | 'no-cache'
  | 'cache-location'
  | 'watch'
  | 'stats'
  | 'exit-zero'
  | 'quiet'
  | 'color'
  | 'no-color'

export const command = defineCommand<LintOption>({
  name: 'lint',
  usage: 'arrowsmith lint [paths…] [options]',
  summary: 'Checks every arrow of every diagram.',
  details: `Paths are files, folders, globs, or '-' for standard input; without any, the working directory.
Folders are searched for Mermaid, Markdown, MDX, HTML, AsciiDoc and reStructuredText files and notebooks; .gitignore is
respected.`,
  operands: true,
  findings: 'errors, or warnings above --max-warnings',
  options: {
    format: {
      value: 'FORMAT',
      short: 'f',
      choices: formats,
      description: 'output format',
    },
    'output-file': {
      value: '[FORMAT=]FILE',
      short: 'o',
      repeated: true,
      description: 'write findings to a file instead; with FORMAT=, also to a file: sarif=findings.sarif',
    },
    fix: { description: 'apply the fixes that state nothing new about the system' },
    'fix-dry-run': { description: 'show what --fix would change; write nothing' },
    'max-warnings': {
      value: 'N',
      number: true,
      description: 'exit 1 only above this many warnings (errors always do)',
    },
    syntax: {
      value: 'FAMILIES',
      choices: ['known', 'all'],
      description: 'all: let Mermaid check class diagrams, Gantt charts and the other families too',
    },
    since: {
      value: 'REVISION',
      description: 'only findings on lines that changed since the branch left that revision',
    },
    'suppress-all': {
      description: `write all findings to ${suppressionsFile}; from then on only new ones count`,
    },
    'prune-suppressions': { description: 'remove findings that no longer occur from that file' },
    suppressions: { value: 'FILE', description: 'use another suppressions file' },
    reason: { value: 'TEXT', description: 'the reason, for --suppress-all' },
    'list-files': { description: 'only print the files that would be checked' },
    'print-config': { description: 'only print the configuration of the given file' },
    cache: { description: 'reuse findings of unchanged documents from the last run (the default)' },
    'no-cache': { description: 'analyze every document' },
    'cache-location': {
      value: 'FOLDER',
      description: "the cache folder, instead of the user's",
    },
    watch: { short: 'w', description: 'lint again whenever a document or its configuration changes' },
    stats: { description: 'show the CPU time of phases, rules and documents' },
    'exit-zero': { description: 'exit 0 even if there are findings' },
    quiet: { short: 'q', description: 'hide infos and hints' },
    color: { description: 'color even if the output is not a terminal' },
    'no-color': { description: 'no color' },
    ...analysisOptions,
  },
  run: lint,
})

async function lint(given: Arguments<LintOption>): Promise<number> {
  for (const word of given.values('output-file')) {
    const mistake = await mistakeIn(word)
    if (mistake === undefined) continue
    complain(`--output-file: ${mistake}; see 'arrowsmith lint --help'`)
    return exit.unusable
  }
  if (given.has('list-files')) return (await import('../lint/plan')).listFiles(given)
  if (given.has('print-config')) return (await import('../lint/plan')).printConfiguration(given)
  if (given.has('watch')) return (await import('../lint/watch')).watchAndLint(given)
  return await (await import('../lint/run')).lintOnce(given)
}
