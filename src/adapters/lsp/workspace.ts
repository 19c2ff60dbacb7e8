// The documents of the opened folders: what they state counts in the open ones too.

import { readFileSync, statSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  createLedger,
  type LocatedStatement,
  type Neighborhood,
  type Snapshot,
  statementsInText,
  statementsOf,
} from '../../service'
import { languageOf } from '../../text/diagrams'
import { configurationsOnDisk, type FindConfiguration } from '../disk/configuration'
import { walk } from '../disk/walk'
import { configurationFor } from './configuration'

export interface Workspace {
  /** Opens the folders and reads their documents, a few at a time. */
  open(folders: readonly string[]): Promise<void>
  /** A document among the others; undefined where it lies in none of the folders. */
  neighborhoodOf(uri: string): Neighborhood | undefined
  /** Notes what an open document states now. */
  note(uri: string, snapshot: Snapshot): void
  /** Reads documents that changed on disk. */
  reread(uris: readonly string[]): void
}

/** Bigger files are no design docs. */
const largest = 2 ** 20

/** More documents than these are not looked at. */
const most = 5000

/** `changed` is called when a document states something new: the others have to be looked at again. */
export function createWorkspace(changed: () => void): Workspace {
  const ledger = createLedger()
  let folders: readonly string[] = []
  const pathOf = (uri: string): string | undefined => {
    const folder = folders.find(each => uri.startsWith(each.endsWith('/') ? each : `${each}/`))
    if (folder === undefined) return undefined
    return relative(fileURLToPath(folder), fileURLToPath(uri)).replaceAll(sep, '/')
  }
  const renew = (uri: string, statementsAt: (path: string) => readonly LocatedStatement[]) => {
    const path = pathOf(uri)
    if (path !== undefined && ledger.renew(path, statementsAt(path))) changed()
  }
  const read = (uri: string, find: FindConfiguration) =>
    renew(uri, path => statementsOnDisk(uri, { path, find }))
  return {
    async open(opened) {
      folders = opened.filter(folder => folder.startsWith('file:'))
      const find = configurationsOnDisk()
      for (const uri of documentsIn(folders)) {
        read(uri, find)
        // The editor's questions go first.
        await new Promise(resolve => setImmediate(resolve))
      }
    },
    neighborhoodOf(uri) {
      const path = pathOf(uri)
      return path === undefined ? undefined : { path, stated: ledger.stated() }
    },
    note: (uri, snapshot) => renew(uri, path => statementsOf(snapshot, path)),
    reread(uris) {
      const find = configurationsOnDisk()
      for (const uri of uris) read(uri, find)
    },
  }
}

function documentsIn(folders: readonly string[]): readonly string[] {
  const paths = folders
    .flatMap(folder => walk(fileURLToPath(folder)))
    .filter(path => typeof path === 'string')
  return paths.slice(0, most).map(path => pathToFileURL(path).href)
}

/** What a document states as it is on disk; nothing where it is gone or holds no diagram. */
function statementsOnDisk(
  uri: string,
  { path, find }: { readonly path: string; readonly find: FindConfiguration },
): readonly LocatedStatement[] {
  const language = languageOf(path)
  try {
    const place = fileURLToPath(uri)
    if (!language || statSync(place).size > largest) return []
    const text = readFileSync(place, 'utf8')
    if (language !== 'mermaid' && !/mermaid/i.test(text)) return []
    return statementsInText(text, { language, configuration: configurationFor(uri, find) }, path)
  } catch {
    return []
  }
}
