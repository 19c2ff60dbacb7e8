// Which configuration applies to a file: the nearest arrowsmith.config.json upward, then what the options say.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Configuration, defaultConfiguration, presets, readConfiguration, ruleList } from '../../service'
import { linesOf } from '../../text/lines'
import type { Arguments, Options } from './arguments'
import { shownPath } from './documents'
import { type Failure, failed, failure, reasonOf } from './failure'
import { didYouMean } from './suggest'

export const configurationFile = 'arrowsmith.config.json'

export type ConfigurationOption = 'config' | 'preset' | 'rule'

export const configurationOptions: Options<ConfigurationOption> = {
  config: { value: 'FILE', description: `use this file instead of the nearest ${configurationFile}` },
  preset: { value: 'NAME', choices: presets, description: 'the set of rules' },
  rule: {
    value: 'ID=SEVERITY',
    repeated: true,
    description: 'set one rule: error, warning, info, hint or off',
  },
}

/** Gives a file's configuration; each folder's is read once. */
export type FindConfiguration = (path: string) => Configuration | Failure

const severities = ['error', 'warning', 'info', 'hint', 'off'] as const

export function configurationFinder(given: Arguments<ConfigurationOption>): FindConfiguration | Failure {
  const rules = ruleSettings(given.values('rule'))
  if (failed(rules)) return rules
  const preset = presets.find(name => name === given.value('preset'))
  const adjust = (found: Configuration | Failure): Configuration | Failure =>
    failed(found) ? found : { ...found, ...(preset && { preset }), rules: { ...found.rules, ...rules } }
  const file = given.value('config')
  if (file !== undefined) {
    const stated = adjust(readFile(file))
    return failed(stated) ? stated : () => stated
  }
  const known = new Map<string, Configuration | Failure>()
  return path => {
    const folder = dirname(resolve(path))
    const found = known.get(folder) ?? adjust(nearest(folder))
    known.set(folder, found)
    return found
  }
}

function nearest(folder: string): Configuration | Failure {
  const file = join(folder, configurationFile)
  if (existsSync(file)) return readFile(file)
  return dirname(folder) === folder ? defaultConfiguration : nearest(dirname(folder))
}

function readFile(file: string): Configuration | Failure {
  const shown = shownPath(file)
  try {
    const text = readFileSync(file, 'utf8')
    const { configuration, problems } = readConfiguration(text, shown)
    const [first] = problems
    if (!first) return configuration
    const { line, column } = linesOf(text).positionAt(first.span.start)
    return failure(`${shown}:${line}:${column}: ${first.message}`)
  } catch (error) {
    return failure(`${shown}: can't be read: ${reasonOf(error)}`)
  }
}

/** `missing-timeout=off` and so on, as the configuration has it. */
function ruleSettings(settings: readonly string[]): Configuration['rules'] | Failure {
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
