// `arrowsmith diff`: what a change of design does to its flows and findings.

import { analyze, type Snapshot } from '../../../service'
import { type Failure, failed } from '../../disk/failure'
import type { SourceFile } from '../../disk/files'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import { compare } from '../comparison'
import { type ConfigurationOption, configurationFinder, configurationOptions } from '../configuration'
import { complain, say } from '../output'
import { comparisonMarkdown, comparisonText, type NamedComparison } from '../reporters/comparison'
import { versionsOf } from '../revisions'

export const command = defineCommand<ConfigurationOption | 'format'>({
  name: 'diff',
  usage: 'arrowsmith diff OLD NEW [paths…] [options]',
  summary: 'Says what a change of design does: latency, downtime, worst case, findings.',
  details: `OLD and NEW are two files, or 'revision:path' as Git writes it; with paths, two Git revisions of those paths:
arrowsmith diff main HEAD docs/checkout.md`,
  options: {
    format: {
      value: 'FORMAT',
      short: 'f',
      choices: ['text', 'json', 'markdown'],
      description: 'how it is written',
    },
    ...configurationOptions,
  },
  async run(given) {
    if (given.operands.length < 2) {
      complain("diff needs two files or two revisions; see 'arrowsmith diff --help'")
      return exit.unusable
    }
    const comparisons = await compareVersions(given)
    if (failed(comparisons)) {
      complain(comparisons.failure)
      return exit.unusable
    }
    say(write(comparisons, given.value('format')))
    return exit.ok
  },
})

async function compareVersions(given: Arguments<ConfigurationOption>): Promise<NamedComparison[] | Failure> {
  const [old = '', now = '', ...paths] = given.operands
  const configurationOf = configurationFinder(given)
  if (failed(configurationOf)) return configurationOf
  const versions = await versionsOf(old, now, paths)
  if (failed(versions)) return versions
  const comparisons: NamedComparison[] = []
  for (const { path, before, after } of versions) {
    const configuration = configurationOf(path)
    if (failed(configuration)) return configuration
    const snapshot = (source: SourceFile | undefined): Snapshot =>
      analyze(source?.text ?? '', { language: source?.language ?? 'mermaid', configuration })
    comparisons.push({ path, ...compare(snapshot(before), snapshot(after)) })
  }
  return comparisons
}

function write(comparisons: readonly NamedComparison[], format: string | undefined): string {
  if (format === 'json') return JSON.stringify({ version: 1, files: comparisons }, undefined, 2)
  return format === 'markdown' ? comparisonMarkdown(comparisons) : comparisonText(comparisons)
}
