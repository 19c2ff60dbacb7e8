// `arrowsmith diff`: what a change of design does to its flows and findings.

import { analyze, type Configuration } from '../../../service'
import { type Failure, failed } from '../../disk/failure'
import { type AnalyzedFile, besideEachOther } from '../analysis'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import { compare, haveRegressed } from '../comparison'
import { type ConfigurationOption, configurationFinder, configurationOptions } from '../configuration'
import { complain, say } from '../output'
import { comparisonMarkdown, comparisonText, type NamedComparison } from '../reporters/comparison'
import { contracted } from '../reporters/flowTable'
import { type Versions, versionsOf } from '../revisions'

export const command = defineCommand<ConfigurationOption | 'format' | 'fail-on-regression'>({
  name: 'diff',
  usage: 'arrowsmith diff OLD NEW [paths…] [options]',
  summary: 'Says what a change of design does: latency, downtime, worst case, findings.',
  details: `OLD and NEW are two files, or 'revision:path'; with paths (files, folders, globs), two Git revisions of those:
arrowsmith diff main HEAD docs`,
  operands: true,
  findings: 'with --fail-on-regression, a new error or warning, or an objective newly missed',
  options: {
    format: {
      value: 'FORMAT',
      short: 'f',
      choices: ['text', 'json', 'markdown'],
      description: 'how it is written',
    },
    'fail-on-regression': {
      description: 'exit 1 if there is a new error or warning, or an objective is newly missed',
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
    return given.has('fail-on-regression') && haveRegressed(comparisons) ? exit.findings : exit.ok
  },
})

/** Of what was found in folders, only where something changed. */
async function compareVersions(given: Arguments<ConfigurationOption>): Promise<NamedComparison[] | Failure> {
  const [old = '', now = '', ...paths] = given.operands
  const configurationOf = configurationFinder(given)
  if (failed(configurationOf)) return configurationOf
  const found = await versionsOf(old, now, paths)
  if (failed(found)) return found
  const versions: ConfiguredVersions[] = []
  for (const version of found) {
    const configured = configurationOf(version.path)
    if (failed(configured)) return configured
    const { excluded, ...configuration } = configured
    if (!excluded || !isWalked(version)) versions.push({ ...version, configuration })
  }
  const [before, after] = [snapshotsOf(versions, 'before'), snapshotsOf(versions, 'after')]
  return versions.flatMap(version => {
    const { path } = version
    const [older, newer] = [before.get(path), after.get(path)]
    const comparison = { path, ...compare(older, newer) }
    const { file, flows, added, removed } = comparison
    const appears = file !== 'kept' && (older ?? newer)?.diagrams.length !== 0
    const isSame = !appears && [flows, added, removed].every(({ length }) => length === 0)
    return isWalked(version) && isSame ? [] : [comparison]
  })
}

interface ConfiguredVersions extends Versions {
  readonly configuration: Configuration
}

const isWalked = ({ before, after }: Versions): boolean => (after ?? before)?.walked === true

/** What is understood of one side, by path. */
function snapshotsOf(versions: readonly ConfiguredVersions[], side: 'before' | 'after') {
  const files = versions.flatMap(({ path, configuration, [side]: source }): AnalyzedFile[] => {
    if (!source) return []
    const snapshot = analyze(source.text, { language: source.language, configuration })
    return [{ source: { ...source, path }, snapshot }]
  })
  return new Map(besideEachOther(files).map(({ source, snapshot }) => [source.path, snapshot]))
}

function write(comparisons: readonly NamedComparison[], format: string | undefined): string {
  if (format === 'json')
    return JSON.stringify({ version: 1, files: comparisons.map(inContract) }, undefined, 2)
  return format === 'markdown' ? comparisonMarkdown(comparisons) : comparisonText(comparisons)
}

const inContract = ({ flows, ...rest }: NamedComparison) => ({
  ...rest,
  flows: flows.map(({ name, before, after }) => ({
    name,
    ...(before && { before: contracted(before) }),
    ...(after && { after: contracted(after) }),
  })),
})
