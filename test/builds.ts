// What several test files build is built once a run, by the first that needs it.

import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The folder of a run's builds, for the processes that run its tests; unset outside of a run. */
const variable = 'ARROWSMITH_TEST_BUILDS'

/** Makes the folder of a run's builds; gives what removes it. */
export function shareBuilds(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'arrowsmith-builds-'))
  process.env[variable] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

/** The folder with what was built under this name, if it was. */
export function sharedBuild(name: string): string | undefined {
  const folder = process.env[variable]
  const path = folder && join(folder, name)
  return path && existsSync(path) ? path : undefined
}

/** An empty folder to build into. */
export const newBuild = (): string =>
  mkdtempSync(join(process.env[variable] ?? tmpdir(), 'arrowsmith-being-built-'))

/** Gives a finished build its name and returns its folder. Of two made at the same time, the first stays. */
export function shareBuild(name: string, made: string): string {
  const folder = process.env[variable]
  if (!folder) return made
  const path = join(folder, name)
  try {
    renameSync(made, path)
  } catch (error) {
    if (!existsSync(path)) throw error
    rmSync(made, { recursive: true, force: true })
  }
  return path
}
