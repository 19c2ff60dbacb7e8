// From paths, folders, globs and standard input to texts: what a command is asked to look at.

import { readFileSync, statSync } from 'node:fs'
import { type Failure, failed, failure, reasonOf } from '../disk/failure'
import { decodeSource, readSource, type SourceFile } from '../disk/files'

export interface Found {
  readonly files: readonly SourceFile[]
  /** One sentence for each path that could not be used. */
  readonly failures: readonly string[]
}

/** Reads what `paths` name: files as they are, folders and globs for the documents in them, `-` for standard input. */
export async function findSources(paths: readonly string[], stdinName?: string): Promise<Found> {
  const files: SourceFile[] = []
  const failures: string[] = []
  const seen = new Set<string>()
  for (const path of paths) {
    for (const place of await placesAt(path)) {
      const source =
        typeof place !== 'string' ? place : place === '-' ? readStandardInput(stdinName) : readSource(place)
      if (failed(source)) failures.push(source.failure)
      else if (!seen.has(source.path)) files.push(place === path ? source : { ...source, walked: true })
      if (!failed(source)) seen.add(source.path)
    }
  }
  return { files, failures }
}

/** The files that a path names, and what went wrong on the way to them. */
async function placesAt(path: string): Promise<(string | Failure)[]> {
  const stats = path === '-' ? undefined : statSync(path, { throwIfNoEntry: false })
  if (path === '-' || stats?.isFile()) return [path]
  const { expandGlob, walk } = await import('../disk/walk')
  if (stats) return walk(path)
  const matches = await expandGlob(path)
  return matches.length > 0 ? matches : [failure(`${path}: no such file or folder`)]
}

function readStandardInput(name: string | undefined): SourceFile | Failure {
  try {
    return decodeSource(readFileSync(0), name ?? '<stdin>', name)
  } catch (error) {
    return failure(`standard input can't be read: ${reasonOf(error)}`)
  }
}
