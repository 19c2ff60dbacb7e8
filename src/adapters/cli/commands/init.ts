// `arrowsmith init`: a configuration to start from.

import { writeFileSync } from 'node:fs'
import { configurationTemplate } from '../../../service'
import { configurationFile } from '../../disk/configuration'
import { reasonOf } from '../../disk/failure'
import { defineCommand, exit } from '../command'
import { complain, say } from '../output'

export const command = defineCommand({
  name: 'init',
  usage: 'arrowsmith init',
  summary: `Writes a commented ${configurationFile} into the working directory.`,
  operands: false,
  options: {},
  run() {
    try {
      writeFileSync(configurationFile, configurationTemplate, { flag: 'wx' })
      say(`wrote ${configurationFile}`)
      return exit.ok
    } catch (error) {
      complain(`${configurationFile} can't be written: ${reasonOf(error)}`)
      return exit.unusable
    }
  },
})
