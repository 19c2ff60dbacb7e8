// Files on disk as source texts, and back.

import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { documentExtensions, type Language, languageOfFile, languageOfText } from '../../text/languages'
import { shownPath } from './documents'
import { type FileFailure, failed, failure, reasonOf } from './failure'
import { replaceFile } from './replace'

export interface SourceFile {
  /** Relative to where the command runs, with `/`; standard input's is the given name. */
  readonly path: string
  readonly text: string
  readonly language: Language
  /** Where to write it back to; standard input has no such place. */
  readonly place?: string
  /** Found in a folder or by a glob, not named. */
  readonly walked?: true
  /** The file began with a byte order mark, which `text` leaves out. */
  readonly marked: boolean
}

/** Bytes; no document comes near, and a dump that happens to be called one would take all memory. */
const maximumSize = 2 ** 26

/** A file with no diagram, though it is called like one of another kind that may hold some. */
export interface UnknownKind extends FileFailure {
  readonly unknownKind: true
}

/** One file's text. */
export function readSource(path: string): SourceFile | FileFailure | UnknownKind {
  try {
    const stats = statSync(path)
    if (stats.size > maximumSize) return failure(`${shownPath(path)}: is larger than 64 MB`)
    const source = decodeSource(readFileSync(path), shownPath(path), path)
    if (failed(source)) return source
    // Pipes are called anything.
    if (stats.isFile() && !languageOfFile(path, source.text))
      return { ...failure(`${shownPath(path)}: ${unknownKind}`), unknownKind: true }
    return { ...source, place: path }
  } catch (error) {
    return failure(`${shownPath(path)}: can't be read: ${reasonOf(error)}`)
  }
}

const unknownKind = `has an unsupported file type (supported: ${documentExtensions.map(each => `.${each}`).join(', ')}), and has no Mermaid fence`

/** Writes a file's new text where it came from; gives what went wrong, if anything did: then the file is as it was. */
export function writeSource(
  { place, path, text, marked }: SourceFile,
  renewed: string,
): FileFailure | undefined {
  if (place === undefined) return failure(`${path}: standard input can't be changed in place`)
  const encoded = (content: string) => Buffer.from(marked ? `\ufeff${content}` : content)
  return replaceFile(place, { old: encoded(text), renewed: encoded(renewed) })
}

/** By its byte order mark, as Windows writes it. */
const isUtf16 = ([first, second]: Buffer): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/** Text from bytes; `name` tells the language where it has an extension. */
export function decodeSource(
  bytes: Buffer,
  path: string,
  name: string | undefined,
): SourceFile | FileFailure {
  if (isUtf16(bytes)) return failure(`${path}: is UTF-16 text; save it as UTF-8`)
  if (bytes.subarray(0, 8192).includes(0)) return failure(`${path}: is a binary file, not text`)
  if (!isUtf8(bytes)) return failure(`${path}: is not UTF-8 text`)
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const text = bytes.toString('utf8', marked ? 3 : 0)
  return { path, text, marked, language: languageOfText(name, text) }
}
