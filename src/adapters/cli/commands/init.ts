// `arrowsmith init`: a configuration to start from.

import { writeFileSync } from 'node:fs'
import { configurationFile } from '../../disk/configuration'
import { reasonOf } from '../../disk/failure'
import { defineCommand, exit } from '../command'
import { complain, say } from '../output'

const template = `{
  // "sketch" asks nothing, "recommended" what a document goes into elsewhere, "strict" everything.
  "preset": "recommended",

  // One rule at a time: "off", "hint", "info", "warning" or "error"; 'arrowsmith rules' lists them.
  "rules": {
    // "missing-timeout": "error"
  },

  // Figures that hold wherever a component is drawn, by its label or technology.
  "components": {
    // "Payment provider": { "availability": "99.9%", "p99": "800ms" }
  },

  // Other settings for some files.
  "files": {
    // "docs/archive/**": { "preset": "sketch" }
  },

  // Files to leave alone.
  "exclude": []
}
`

export const command = defineCommand({
  name: 'init',
  usage: 'arrowsmith init',
  summary: `Writes a commented ${configurationFile} into the working directory.`,
  operands: false,
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
