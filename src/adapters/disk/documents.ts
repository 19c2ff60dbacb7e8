// Which files are documents, in what language, and how their paths are shown.

import { relative, sep } from 'node:path'
import { codeLanguageOf, languageOf } from '../../text/languages'

/** What a folder is searched for. */
export const isDocument = (path: string): boolean => languageOf(path) !== undefined

/** Source code, whose comments may hold diagrams. */
export const isSourceCode = (path: string): boolean => codeLanguageOf(path) !== undefined

/** A file's path as it is shown: relative to the working directory if it is below it, with `/`. */
export function shownPath(path: string): string {
  // Most paths are written so already, and working that out takes long for thousands of files.
  if (/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(path)) return path
  const below = relative(process.cwd(), path) || '.'
  const shown = below.startsWith('..') ? path : below
  return sep === '/' ? shown : shown.replaceAll(sep, '/')
}
