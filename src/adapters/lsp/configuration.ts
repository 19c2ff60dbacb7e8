// The configuration of a document that an editor has open.

import { fileURLToPath } from 'node:url'
import { type Configuration, defaultConfiguration } from '../../service'
import { configurationsOnDisk } from '../disk/configuration'

/** The defaults where there is no file system. What a broken file still says is used. `find` remembers the files that it has read. */
export function configurationFor(uri: string, find = configurationsOnDisk()): Configuration {
  if (!uri.startsWith('file:')) return defaultConfiguration
  try {
    return find(fileURLToPath(uri)).configuration
  } catch {
    return defaultConfiguration
  }
}
