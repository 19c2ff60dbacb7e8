// What `lint` would look at, and by which settings.

import { presets, ruleList } from '../../../service'
import { failed } from '../../disk/failure'
import type { AnalysisOption } from '../analysis'
import type { Arguments } from '../arguments'
import { exit } from '../command'
import { configurationFinder, searchedFor } from '../configuration'
import { complain, say } from '../output'
import { printable, printableJson } from '../printable'
import { findPlaces } from '../sources'

/** One path a line; without those that the configuration excludes. */
export async function listFiles(given: Arguments<AnalysisOption>): Promise<number> {
  const configurationOf = configurationFinder(given)
  if (failed(configurationOf)) return refused(configurationOf.failure)
  const operands = given.operands.length > 0 ? given.operands : ['.']
  const { places, failures } = await findPlaces(operands, {
    stdinName: given.value('stdin-filename'),
    isWanted: searchedFor(configurationOf),
  })
  const problems = [...failures]
  const paths: string[] = []
  for (const { path, walked } of places) {
    const found = configurationOf(path)
    if (failed(found)) problems.push(found.failure)
    else if (!found.excluded || !walked) paths.push(printable(path))
  }
  if (paths.length > 0) say(paths.join('\n'))
  for (const problem of new Set(problems)) complain(problem)
  return problems.length > 0 ? exit.unusable : exit.ok
}

/** The severity and the options that each rule has, and everything else that is configured for a file. */
export function printConfiguration(given: Arguments<AnalysisOption>): number {
  const [path, ...others] = given.operands
  if (path === undefined || others.length > 0) return refused('--print-config needs one file')
  const configurationOf = configurationFinder(given)
  if (failed(configurationOf)) return refused(configurationOf.failure)
  const found = configurationOf(path)
  if (failed(found)) return refused(found.failure)
  const inForce = presets.slice(0, presets.indexOf(found.preset) + 1)
  const rules = ruleList().map(({ id, presets: by, options }) => {
    const set = found.rules[id]
    const severity =
      set?.severity ?? inForce.map(preset => by[preset]).findLast(each => each !== undefined) ?? 'off'
    const defaults = Object.entries(options).map(([name, option]) => [name, option.default] as const)
    const chosen = { ...Object.fromEntries(defaults), ...set?.options }
    return [id, { severity, ...(defaults.length > 0 && { options: chosen }) }] as const
  })
  say(printableJson({ ...found, rules: Object.fromEntries(rules) }))
  return exit.ok
}

function refused(sentence: string): number {
  complain(sentence)
  return exit.unusable
}
