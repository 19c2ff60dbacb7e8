// `arrowsmith init`: a configuration to start from.

import { writeFileSync } from 'node:fs'
import { defineCommand, exit } from '../command'
import { configurationFile } from '../configuration'
import { reasonOf } from '../failure'
import { complain, say } from '../output'

const template = `{
  // "sketch" asks little, "recommended" what most designs need, "strict" everything.
  "preset": "recommended",

  // One rule at a time: "off", "hint", "info", "warning" or "error"; 'arrowsmith rules' lists them.
  "rules": {
    // "missing-timeout": "error"
  }
}
`

export const command = defineCommand({
  name: 'init',
  usage: 'arrowsmith init',
  summary: `Writes a commented ${configurationFile} into the working directory.`,
  options: {},
  run() {
    try {
      writeFileSync(configurationFile, template, { flag: 'wx' })
      say(`wrote ${configurationFile}`)
      return exit.ok
    } catch (error) {
      complain(`${configurationFile} can't be written: ${reasonOf(error)}`)
      return exit.unusable
    }
  },
})
