// Which configuration applies to a file: the arrowsmith.config.json files above it, then what the options say.

import { type Configuration, ruleList } from '../../service'
import { presets } from '../../service/without-engine'
import {
  type ConfigurationReader,
  configurationFile,
  configurationFromFile,
  configurationsOnDisk,
} from '../disk/configuration'
import { isDocument, isSourceCode } from '../disk/documents'
import { type FileFailure, failed, failure } from '../disk/failure'
import type { Arguments, Options } from './arguments'
import { didYouMean } from './suggest'

export type ConfigurationOption = 'config' | 'preset' | 'rule' | 'comments'

export const configurationOptions: Options<ConfigurationOption> = {
  config: { value: 'FILE', description: `use this file instead of the nearest ${configurationFile}` },
  preset: { value: 'NAME', choices: presets, description: 'the set of rules to use' },
  rule: {
    value: 'ID=SEVERITY',
    repeated: true,
    description: 'set one rule: error, warning, info, hint or off',
  },
  comments: { description: 'look for diagrams in the comments of source code too' },
}

/** Gives a file's configuration. */
export type ConfigurationFinder = (path: string) => Configuration | FileFailure

const severities = ['error', 'warning', 'info', 'hint', 'off'] as const

/** `reader` reads the files, where not the engine does. */
export function configurationFinder(
  given: Arguments<ConfigurationOption>,
  reader?: ConfigurationReader,
): ConfigurationFinder | FileFailure {
  const rules = ruleSettings(given.values('rule'))
  if (failed(rules)) return rules
  const preset = presets.find(name => name === given.value('preset'))
  const file = given.value('config')
  const find = file === undefined ? configurationsOnDisk(reader) : configurationFromFile(file, reader)
  const [unusable] = file === undefined ? [] : find(file).problems
  if (unusable !== undefined) return failure(unusable)
  // Diagrams are reused by their rules: the same settings have to stay one object.
  const adjusted = new Map<Configuration | string, Configuration>()
  return path => {
    const { configuration, problems } = find(path)
    const [problem] = problems
    if (problem !== undefined) return failure(problem)
    const same = adjusted.get(configuration)
    if (same) return same
    const key = JSON.stringify(configuration)
    const known = adjusted.get(key) ?? {
      ...configuration,
      ...(preset && { preset }),
      ...(given.has('comments') && { comments: true }),
      rules: { ...configuration.rules, ...rules },
    }
    adjusted.set(key, known)
    adjusted.set(configuration, known)
    return known
  }
}

/** `missing-timeout=off` and so on, as the configuration has it. */
function ruleSettings(settings: readonly string[]): Configuration['rules'] | FileFailure {
  if (settings.length === 0) return {}
  const ids = ruleList().map(({ id }) => id)
  const rules: Record<string, Configuration['rules'][string]> = {}
  for (const setting of settings) {
    const [id = '', wanted = ''] = setting.split('=', 2)
    const severity = severities.find(name => name === wanted)
    if (!ids.includes(id))
      return failure(`unknown rule '${id}'${didYouMean(id, ids)}; 'arrowsmith rules' lists them`)
    if (!severity) return failure(`--rule ${id} needs a severity: --rule ${id}=${severities.join('|')}`)
    rules[id] = { severity }
  }
  return rules
}

/** What folders are searched for: documents, and source code where its comments are wanted. */
export const searchedFor =
  (configurationOf: ConfigurationFinder) =>
  (path: string): boolean => {
    if (!isSourceCode(path)) return isDocument(path)
    const found = configurationOf(path)
    return !failed(found) && found.comments === true
  }
