// `arrowsmith schema`: the JSON schemas of what other commands print, and of the files that they read.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineCommand, exit } from '../command'
import { complain, say } from '../output'
import { printableJson } from '../printable'
import { didYouMean } from '../suggest'

/** One file for each, which the build puts beside the program. */
const folder = join(__dirname, 'schemas')

export const command = defineCommand({
  name: 'schema',
  usage: 'arrowsmith schema [name]',
  summary: 'Prints the JSON schema of a format, or lists all schemas.',
  details: `lint, flows, failures, plan, diff, inspect, explain and rules describe the output of these commands with
--format json; configuration describes arrowsmith.config.json, suppressions the file of lint --suppress-all.`,
  operands: true,
  options: {},
  run({ operands: [name, ...others] }) {
    const names = existsSync(folder) ? readdirSync(folder).map(file => file.replace(/\.json$/, '')) : []
    if (name === undefined) say(names.sort().join('\n'))
    else if (others.length > 0) complain('schema prints one at a time')
    else if (!names.includes(name))
      complain(`there is no schema '${name}'${didYouMean(name, names)}; 'arrowsmith schema' lists them`)
    else say(printableJson(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))))
    return name === undefined || (others.length === 0 && names.includes(name)) ? exit.ok : exit.unusable
  },
})
