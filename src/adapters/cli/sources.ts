// From paths, folders, globs and standard input to texts: what a command is asked to look at.

import { readSync, statSync } from 'node:fs'
import { shownPath } from '../disk/documents'
import { codeOf, type FileFailure, failed, failure, reasonOf } from '../disk/failure'
import { decodeSource, readSource, type SourceFile } from '../disk/files'

/** Where a text is to be read. */
export interface SourcePlace {
  /** As it is shown; standard input's is the given name. */
  readonly path: string
  /** Found in a folder or by a glob, not named. */
  readonly walked: boolean
  readonly read: () => SourceFile | FileFailure | Promise<SourceFile | FileFailure>
}

export interface FoundSources {
  /** Each once. */
  readonly places: readonly SourcePlace[]
  /** One sentence for each path that can't be used. */
  readonly failures: readonly string[]
}

interface Wanted {
  /** What standard input is called. */
  readonly stdinName?: string | undefined
  /** What folders are searched for: documents, if nothing else is said. */
  readonly isWanted?: ((path: string) => boolean) | undefined
}

/** What `paths` name: files as they are, folders and globs for the documents in them, `-` for standard input. */
export async function findPlaces(
  paths: readonly string[],
  { stdinName, isWanted }: Wanted = {},
): Promise<FoundSources> {
  const places = new Map<string, SourcePlace>()
  const failures: string[] = []
  for (const path of paths) {
    for (const place of await placesAt(path, { stdinName, isWanted })) {
      if (failed(place)) failures.push(place.failure)
      else if (places.get(place.path)?.walked !== false) places.set(place.path, place)
    }
  }
  return { places: [...places.values()], failures }
}

/** What standard input is called where it has no name. */
export const unnamedInput = '<stdin>'

/** As commands name it, and as shells do. */
const standardInput: readonly string[] = ['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']

export const isStandardInput = (path: string): boolean => standardInput.includes(path)

async function placesAt(
  path: string,
  { stdinName, isWanted }: Wanted,
): Promise<(SourcePlace | FileFailure)[]> {
  if (isStandardInput(path))
    return [{ path: stdinName ?? unnamedInput, walked: false, read: () => readStandardInput(stdinName) }]
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    // Pipes and devices are read as files are.
    if (stats && !stats.isDirectory()) return [placeOf(path, false)]
    const { expandGlob, walk } = await import('../disk/walk')
    const found = stats ? walk(path, isWanted) : expandGlob(path, isWanted)
    if (!stats && found.length === 0) return [failure(`${path || "''"}: no such file or folder`)]
    return found.map(each => (failed(each) ? each : placeOf(each, true)))
  } catch (error) {
    // Links in a circle, names that are too long, folders that may not be entered.
    return [failure(`${path}: can't be read: ${reasonOf(error)}`)]
  }
}

const placeOf = (path: string, walked: boolean): SourcePlace => ({
  path: shownPath(path),
  walked,
  read: () => readSource(path),
})

async function readStandardInput(name: string | undefined): Promise<SourceFile | FileFailure> {
  try {
    return decodeSource(await standardInputBytes(), name ?? unnamedInput, name)
  } catch (error) {
    return failure(`standard input can't be read: ${reasonOf(error)}`)
  }
}

/** A pipe that somebody has set not to wait is read by Node's stream, which is slower to load. */
async function standardInputBytes(): Promise<Buffer> {
  const chunks: Buffer[] = []
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(2 ** 16)
      const length = readSync(0, chunk)
      if (length === 0) return Buffer.concat(chunks)
      chunks.push(chunk.subarray(0, length))
    }
  } catch (error) {
    if (codeOf(error) === 'EOF') return Buffer.concat(chunks)
    if (codeOf(error) !== 'EAGAIN') throw error
    for await (const chunk of process.stdin) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
}
