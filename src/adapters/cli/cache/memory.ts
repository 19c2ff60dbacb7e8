// Where lint keeps findings between runs, and what they hold for: this program and no other.

import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { version } from '../../../../package.json'
import type { Arguments } from '../arguments'
import { cacheFolder } from '../start/cache-folder'
import { digest, openPack, type Pack } from './pack'

export interface Memory {
  readonly pack: Pack
  /** All that findings depend on besides texts and settings. */
  readonly program: string
}

/** Undefined where nothing is to be kept, or the user has no folder for it. */
export function findingsMemory(given: Arguments<'no-cache' | 'cache-location'>): Memory | undefined {
  const folder = given.value('cache-location') ?? cacheFolder()
  if (folder === undefined || given.has('no-cache')) return undefined
  const program = thisProgram()
  // By working directory: paths are shown from there, and projects don't drive each other out.
  return { program, pack: openPack(join(folder, `findings-${digest(`${program}${process.cwd()}`)}`)) }
}

/** What is known for as long as this process runs. */
export function passingMemory(): Memory {
  const texts = new Map<string, string>()
  return {
    program: '',
    pack: { get: key => texts.get(key), set: (key, text) => void texts.set(key, text), save() {} },
  }
}

/** Versions that are installed differ in their number, those that are being worked on in times and sizes. */
function thisProgram(): string {
  const knowledge = readdirSync(join(__dirname, 'knowledge')).map(name => join('knowledge', name))
  const parts = ['service.cjs', 'cli.cjs', ...knowledge].map(name => {
    const { size, mtimeMs } = statSync(join(__dirname, name))
    return [name, size, mtimeMs]
  })
  return JSON.stringify([version, process.version, process.versions.icu, parts])
}
