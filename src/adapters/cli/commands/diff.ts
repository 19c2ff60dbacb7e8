// `arrowsmith diff`: what a change of design does to its flows and findings.

import {
  type Configuration,
  compareSnapshots,
  contracted,
  haveRegressed,
  type Snapshot,
} from '../../../service'
import { type FileFailure, failed } from '../../disk/failure'
import { type AnalyzedFile, analyzedFile, attempt, besideEachOther } from '../analysis'
import type { Arguments } from '../arguments'
import { defineCommand, exit } from '../command'
import {
  type ConfigurationFinder,
  type ConfigurationOption,
  configurationFinder,
  configurationOptions,
  searchedFor,
} from '../configuration'
import { type FoundVersions, fileVersions, type Undecodable, type Versions } from '../git/revisions'
import { complain, say } from '../output'
import { printableJson } from '../printable'
import type { NamedComparison } from '../reporters/comparison'

export const command = defineCommand<ConfigurationOption | 'format' | 'fail-on-regression'>({
  name: 'diff',
  usage: 'arrowsmith diff OLD NEW [paths…] [options]',
  summary: 'Shows the effect of a design change on latency, downtime, worst case and findings.',
  details: `OLD and NEW are two files, or 'revision:path'. With paths (files, folders, globs) they are Git revisions:
arrowsmith diff main HEAD docs`,
  operands: true,
  findings: 'with --fail-on-regression, a new error or warning, or an objective newly missed',
  options: {
    format: {
      value: 'FORMAT',
      short: 'f',
      choices: ['text', 'json', 'markdown', 'comment'],
      description: 'output format; a comment for a pull request is empty if nothing changed',
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
    const compared = await compareVersions(given)
    if (failed(compared)) {
      complain(compared.failure)
      return exit.unusable
    }
    const { comparisons, failures } = compared
    for (const sentence of failures) complain(sentence)
    if (failures.length === 0 || comparisons.length > 0)
      say(await written(comparisons, given.value('format')))
    if (failures.length > 0) return exit.unusable
    return given.has('fail-on-regression') && haveRegressed(comparisons) ? exit.findings : exit.ok
  },
})

interface Compared {
  readonly comparisons: readonly NamedComparison[]
  /** One sentence for each file that can't be compared. */
  readonly failures: readonly string[]
}

/** Of what was found in folders, only where something changed. */
async function compareVersions(given: Arguments<ConfigurationOption>): Promise<Compared | FileFailure> {
  const [old = '', now = '', ...paths] = given.operands
  const configurationOf = configurationFinder(given)
  if (failed(configurationOf)) return configurationOf
  const found = await fileVersions(old, now, paths, searchedFor(configurationOf))
  if (failed(found)) return found
  const { versions, failures } = configured(found, configurationOf)
  const [before, after] = [snapshotsOf(versions, 'before'), snapshotsOf(versions, 'after')]
  const comparisons = versions.flatMap(version => {
    const { path } = version
    const [older, newer] = [before.snapshots.get(path), after.snapshots.get(path)]
    const isBroken = (version.before && !older) || (version.after && !newer)
    if (isBroken) return []
    const comparison = attempt(path, () => comparisonOf(version, older, newer))
    if (!failed(comparison)) return comparison
    failures.push(comparison.failure)
    return []
  })
  return { comparisons, failures: [...new Set([...failures, ...before.failures, ...after.failures])] }
}

/** None for a file that is one of many and the same as before. */
function comparisonOf(
  version: Versions,
  older: Snapshot | undefined,
  newer: Snapshot | undefined,
): NamedComparison[] {
  const { path, renamedFrom } = version
  const comparison = { path, ...(renamedFrom && { renamedFrom }), ...compareSnapshots(older, newer) }
  const { file, drawings, flows, added, removed } = comparison
  const appears = file !== 'kept' && (older ?? newer)?.diagrams.length !== 0
  const isSame = !appears && [drawings, flows, added, removed].every(({ length }) => length === 0)
  return isWalked(version) && isSame ? [] : [comparison]
}

interface ConfiguredVersions extends Versions {
  readonly configuration: Configuration
}

/** Without the files that are excluded, which need not be texts either. */
function configured({ versions, undecodable }: FoundVersions, configurationOf: ConfigurationFinder) {
  const wanted: ConfiguredVersions[] = []
  const failures: string[] = []
  for (const file of [...versions, ...undecodable]) {
    const found = configurationOf(file.path)
    if (failed(found)) {
      failures.push(found.failure)
      continue
    }
    const { excluded, ...configuration } = found
    if (excluded && isWalked(file)) continue
    if (failed(file)) failures.push(file.failure)
    else wanted.push({ ...file, configuration })
  }
  return { versions: wanted, failures }
}

const isWalked = (file: Versions | Undecodable): boolean =>
  'failure' in file ? file.walked : (file.after ?? file.before)?.walked === true

/** What is understood of one side, by path. */
function snapshotsOf(versions: readonly ConfiguredVersions[], side: 'before' | 'after') {
  const files: AnalyzedFile[] = []
  const failures: string[] = []
  for (const { path, configuration, [side]: source } of versions) {
    if (!source) continue
    const file = analyzedFile({ source: { ...source, path }, configuration })
    if (failed(file)) failures.push(file.failure)
    else files.push(file)
  }
  const done = besideEachOther(files)
  const snapshots = new Map(done.results.map(({ source, snapshot }) => [source.path, snapshot]))
  return { snapshots, failures: [...failures, ...done.failures] }
}

/** Each format's code is loaded when it is asked for. */
async function written(comparisons: readonly NamedComparison[], format: string | undefined): Promise<string> {
  if (format === 'json') return printableJson({ version: 1, files: comparisons.map(inContract) })
  if (format === 'comment') return (await import('../reporters/review-comment')).reviewComment(comparisons)
  const { comparisonMarkdown, comparisonText } = await import('../reporters/comparison')
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
