// Where lint keeps findings between runs, and what they hold for: this program and no other.

import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { version } from '../../../../package.json'
import type { Arguments } from '../arguments'
import { cacheFolder } from '../start/cache-folder'
import { digest, openPack, type Pack } from './pack'

export interface Memory {
  /** What every run asks. */
  readonly pack: Pack
  /** The findings themselves: a run that only writes the same text once more does without. */
  readonly details: Pack
  /** All that findings depend on besides texts and settings. */
  readonly program: string
}

/** Undefined where nothing is to be kept, or the user has no folder for it. */
export function findingsMemory(given: Arguments<'no-cache' | 'cache-location'>): Memory | undefined {
  const folder = given.value('cache-location') ?? cacheFolder()
  if (folder === undefined || given.has('no-cache')) return undefined
  const program = thisProgram()
  // By working directory: paths are shown from there, and projects don't drive each other out.
  const place = digest(`${program}${process.cwd()}`)
  return {
    program,
    pack: openPack(join(folder, `reports-${place}`)),
    details: openPack(join(folder, `findings-${place}`)),
  }
}

/** What is known for as long as this process runs. */
export const passingMemory = (): Memory => ({ program: '', pack: passingPack(), details: passingPack() })

function passingPack(): Pack {
  const texts = new Map<string, string>()
  return { get: key => texts.get(key), set: (key, text) => void texts.set(key, text), save() {} }
}

/** Versions that are installed differ in their number, those that are being worked on in times and sizes. */
function thisProgram(): string {
  const knowledge = readdirSync(join(__dirname, 'knowledge')).map(name => join('knowledge', name))
  const parts = ['service.cjs', 'cli.cjs', ...knowledge].map(name => {
    const { size, mtimeMs } = statSync(join(__dirname, name))
    return [name, size, mtimeMs]
  })
  return digest(JSON.stringify([version, process.version, process.versions.icu, parts]))
}
