// The nearest arrowsmith.config.json above a document on disk.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Configuration, defaultConfiguration, readConfiguration } from '../../service'

/** The defaults where there is no file, or no file system. What a broken file still says is used. */
export function configurationFor(uri: string): Configuration {
  if (!uri.startsWith('file:')) return defaultConfiguration
  try {
    return nearest(dirname(fileURLToPath(uri)))
  } catch {
    return defaultConfiguration
  }
}

function nearest(folder: string): Configuration {
  const file = join(folder, 'arrowsmith.config.json')
  if (existsSync(file)) return readConfiguration(readFileSync(file, 'utf8'), file).configuration
  return dirname(folder) === folder ? defaultConfiguration : nearest(dirname(folder))
}
