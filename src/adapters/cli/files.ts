// From paths, folders, globs and standard input to texts: what the linter is asked to look at.

import { readFileSync, statSync, writeFileSync } from 'node:fs'
import type { Language } from '../../text/diagrams'
import { languageOf, shownPath } from './documents'
import { type Failure, failed, failure, reasonOf } from './failure'

export interface SourceFile {
  /** Relative to where the command runs, with `/`; standard input's is the given name. */
  readonly path: string
  readonly text: string
  readonly language: Language
  /** Where to write it back to; standard input has no such place. */
  readonly place?: string
  /** The file began with a byte order mark, which `text` leaves out. */
  readonly marked: boolean
}

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
      else if (!seen.has(source.path)) files.push(source)
      if (!failed(source)) seen.add(source.path)
    }
  }
  return { files, failures }
}

/** One file's text. */
export function readSource(path: string): SourceFile | Failure {
  try {
    const source = decodeSource(readFileSync(path), shownPath(path), path)
    return failed(source) ? source : { ...source, place: path }
  } catch (error) {
    return failure(`${shownPath(path)}: can't be read: ${reasonOf(error)}`)
  }
}

/** Writes a file's new text where it came from; gives what went wrong, if anything did. */
export function writeSource({ place, path, marked }: SourceFile, text: string): Failure | undefined {
  if (place === undefined) return failure(`${path}: standard input can't be changed in place`)
  try {
    writeFileSync(place, marked ? `\ufeff${text}` : text)
    return undefined
  } catch (error) {
    return failure(`${path}: can't be written: ${reasonOf(error)}`)
  }
}

/** The files that a path names, and what went wrong on the way to them. */
async function placesAt(path: string): Promise<(string | Failure)[]> {
  const stats = path === '-' ? undefined : statSync(path, { throwIfNoEntry: false })
  if (path === '-' || stats?.isFile()) return [path]
  const { expandGlob, walk } = await import('./walk')
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

/** Text from bytes; `name` tells the language where it has an extension. */
export function decodeSource(bytes: Buffer, path: string, name: string | undefined): SourceFile | Failure {
  if (bytes.subarray(0, 8192).includes(0)) return failure(`${path}: is a binary file, not a text`)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    return { path, text, marked, language: languageOf(name, text) }
  } catch {
    return failure(`${path}: is not UTF-8 text`)
  }
}
