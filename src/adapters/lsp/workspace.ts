// The documents of the opened folders: what they state counts in the open ones too.

import { readFileSync, statSync } from 'node:fs'
import { isAbsolute, relative, sep } from 'node:path'
import {
  createWorkspaceIndex,
  type DocumentReading,
  type DrawnName,
  type Neighborhood,
  nothingRead,
  readingOf,
  readingOfText,
  type Snapshot,
  type Thing,
} from '../../service'
import { languageOf, largestDocument, mayHoldDiagrams, mostDocuments } from '../../text/languages'
import { configurationsOnDisk, type FindConfiguration } from '../disk/configuration'
import { walk } from '../disk/walk'
import { pathOfUri, uriOfPath } from './uri'

export interface PlacedName {
  readonly drawn: DrawnName
  readonly uri: string
}

export interface Workspace {
  /** Opens the folders and reads their documents one at a time, telling how many are done. */
  open(folders: readonly string[], tell: (done: number, of: number) => void): Promise<void>
  /** A document among the others; undefined where it lies in none of the folders. */
  neighborhoodOf(uri: string): Neighborhood | undefined
  /** Notes what an open document states now. */
  note(uri: string, snapshot: Snapshot): void
  /** The components of all documents whose names match a query. */
  find(query: string): readonly PlacedName[]
  /** Where the documents draw a thing. */
  drawing(thing: Thing): readonly PlacedName[]
  /** Reads documents that changed on disk. */
  reread(uris: readonly string[]): void
}

/** `changed` is called when a document states something new: the others have to be looked at again. */
export function createWorkspace(changed: () => void): Workspace {
  const index = createWorkspaceIndex()
  let folders: readonly string[] = []
  /** As messages show it, from the folder that it is in. */
  const shown = (place: string | undefined): string | undefined =>
    place === undefined
      ? undefined
      : folders.map(folder => below(folder, place)).find(path => path !== undefined)
  const places = new Map<string, string>()
  const placed = (names: readonly DrawnName[]): readonly PlacedName[] =>
    names.flatMap(drawn => {
      const place = places.get(drawn.path)
      return place === undefined ? [] : [{ drawn, uri: uriOfPath(place) }]
    })
  const renew = (place: string | undefined, readingAt: (path: string) => DocumentReading) => {
    const path = shown(place)
    if (place === undefined || path === undefined) return
    places.set(path, place)
    if (index.renew(path, readingAt(path))) changed()
  }
  const read = (place: string, find: FindConfiguration) =>
    renew(place, path => readingOnDisk(place, { path, find }))
  return {
    async open(opened, tell) {
      folders = opened.map(pathOfUri).filter(folder => folder !== undefined)
      const find = configurationsOnDisk()
      const found = documentsIn(folders)
      for (const [index, place] of found.entries()) {
        read(place, find)
        if (index % tellingEach === 0) tell(index, found.length)
        // The editor's questions go first.
        await new Promise(resolve => setImmediate(resolve))
      }
    },
    neighborhoodOf(uri) {
      const path = shown(pathOfUri(uri))
      return path === undefined ? undefined : { path, stated: index.stated() }
    },
    note: (uri, snapshot) => renew(pathOfUri(uri), path => readingOf(snapshot, path)),
    find: query => placed(index.find(query)),
    drawing: thing => placed(index.drawing(thing)),
    reread(uris) {
      const find = configurationsOnDisk()
      for (const place of uris.map(pathOfUri)) if (place !== undefined) read(place, find)
    },
  }
}

/** A path from a folder, with `/`; undefined for what is not in it. */
function below(folder: string, place: string): string | undefined {
  const path = relative(folder, place)
  const isOutside = path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)
  return isOutside ? undefined : path.replaceAll(sep, '/')
}

/** Documents between two words of progress. */
const tellingEach = 20

const documentsIn = (folders: readonly string[]): readonly string[] =>
  folders
    .flatMap(folder => walk(folder))
    .filter(path => typeof path === 'string')
    .slice(0, mostDocuments)

/** What is kept of a document as it is on disk; nothing where it is gone or holds no diagram. */
function readingOnDisk(
  place: string,
  { path, find }: { readonly path: string; readonly find: FindConfiguration },
): DocumentReading {
  const language = languageOf(path)
  try {
    if (!language || statSync(place).size > largestDocument) return nothingRead
    const text = readFileSync(place, 'utf8')
    if (!mayHoldDiagrams(text, language)) return nothingRead
    return readingOfText(text, { language, configuration: find(place).configuration }, path)
  } catch {
    return nothingRead
  }
}
