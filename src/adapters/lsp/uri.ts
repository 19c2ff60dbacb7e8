// From the addresses of documents to paths on disk, however an editor encodes them.

import { URI } from 'vscode-uri'

/** The path of a `file:` URI; undefined for documents that are not on disk. A stray `%` stands for itself. */
export function pathOfUri(uri: string): string | undefined {
  try {
    const { scheme, fsPath } = URI.parse(uri, true)
    return scheme === 'file' ? fsPath : undefined
  } catch {
    return undefined
  }
}

/** The URI of a path on disk. */
export const uriOfPath = (path: string): string => URI.file(path).toString()

/** Whether two addresses, however they are encoded, are of one document. */
export const isSameFile = (one: string, other: string): boolean =>
  (pathOfUri(one) ?? one) === (pathOfUri(other) ?? other)

/** The path that a URI ends in, decoded: what tells the language of a document that is not on disk. */
export function nameInUri(uri: string): string {
  try {
    return URI.parse(uri).path
  } catch {
    return uri
  }
}
