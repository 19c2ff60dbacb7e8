// Which files are documents, in what language, and how their paths are shown.

import { relative, sep } from 'node:path'
import { type Language, languageOf } from '../../text/languages'

/** What a folder is searched for. */
export const isDocument = (path: string): boolean => languageOf(path) !== undefined

/** By the file's extension; a text of another or no name is Markdown if it has a Mermaid fence, else a diagram. */
export function languageOfText(name: string | undefined, text: string): Language {
  const known = name === undefined ? undefined : languageOf(name)
  return known ?? (/^[ \t>]*(?:```|~~~|:::)[ \t]*mermaid/m.test(text) ? 'markdown' : 'mermaid')
}

/** A file's path as it is shown: relative to the working directory if it is below it, with `/`. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path) || '.'
  const shown = below.startsWith('..') ? path : below
  return sep === '/' ? shown : shown.replaceAll(sep, '/')
}
