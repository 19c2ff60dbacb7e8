// Where a document lies: what editors make of a file (an older version, a cell of a notebook) lies where the file does.

import { basename, join, sep } from 'node:path'
import { URI } from 'vscode-uri'
import { nameInUri, pathOfUri } from './uri'

/**
 * The path that a document is judged at: its own, the one that its address has in an opened folder, or where a new
 * document would be saved, in the first of them. Undefined where no folder is open.
 */
export function homeOf(uri: string, folders: readonly string[]): string | undefined {
  const own = pathOfUri(uri)
  if (own !== undefined) return own
  const place = URI.file(nameInUri(uri)).fsPath
  const isInside = folders.some(folder => place.startsWith(folder.endsWith(sep) ? folder : folder + sep))
  if (isInside) return place
  return folders[0] === undefined ? undefined : join(folders[0], basename(place))
}
