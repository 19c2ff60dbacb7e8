// The other documents of the workspace: what they state counts in the open ones too.

import * as vscode from 'vscode'
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
  type WorkspaceIndex,
} from '../../service'
import {
  documentsGlob,
  type Language,
  languageOf,
  largestDocument,
  mayHoldDiagrams,
} from '../../text/languages'
import type { Configurations } from './configuration'
import { documentsOfWorkspace } from './workspace-documents'

export interface PlacedName {
  readonly drawn: DrawnName
  readonly uri: vscode.Uri
}

export interface Workspace extends vscode.Disposable {
  /** A document among the others; undefined where it lies in no folder of the workspace. */
  of(uri: vscode.Uri): Neighborhood | undefined
  /** Notes what an open document states now. */
  note(uri: vscode.Uri, snapshot: Snapshot): void
  /** The components of all documents whose names match a query. */
  find(query: string): readonly PlacedName[]
  /** Where all documents draw a thing. */
  drawing(thing: Thing): Promise<readonly PlacedName[]>
  /** Resolves when all documents have been read. */
  complete(): Promise<void>
  /** A document states something new: the others have to be looked at again. */
  readonly onDidChange: vscode.Event<void>
}

/** Milliseconds for the editor to come up before other documents are read. */
const patience = 1000

/** Milliseconds for several documents to state what is new. */
const settling = 200

/** What is kept of documents, each with its address. */
function createPlacedIndex() {
  let made: WorkspaceIndex | undefined
  /** Made when it is needed: that takes the engine, and VS Code is waiting for the extension to start. */
  const index = () => {
    made ??= createWorkspaceIndex()
    return made
  }
  const places = new Map<string, vscode.Uri>()
  const placed = (names: readonly DrawnName[]): readonly PlacedName[] =>
    names.flatMap(drawn => {
      const uri = places.get(drawn.path)
      return uri ? [{ drawn, uri }] : []
    })
  return {
    /** Says whether the document states anything new. */
    renew(uri: vscode.Uri, readingAt: (path: string) => DocumentReading): boolean {
      const path = pathOf(uri)
      if (path === undefined) return false
      places.set(path, uri)
      return index().renew(path, readingAt(path))
    },
    stated: () => index().stated(),
    find: (query: string) => placed(index().find(query)),
    drawing: (thing: Thing) => placed(index().drawing(thing)),
  }
}

export function createWorkspace(configurations: Configurations): Workspace {
  const index = createPlacedIndex()
  const changed = new vscode.EventEmitter<void>()
  const watcher = vscode.workspace.createFileSystemWatcher(documentsGlob)
  let settled: ReturnType<typeof setTimeout> | undefined
  let disposed = false

  const renew = (uri: vscode.Uri, readingAt: (path: string) => DocumentReading) => {
    if (!index.renew(uri, readingAt)) return
    clearTimeout(settled)
    settled = setTimeout(() => changed.fire(), settling)
  }
  const read = async (uri: vscode.Uri) => {
    const found = await readDocument(uri)
    if (isOpen(uri)) return
    await configurations.load(uri)
    const configuration = configurations.of(uri)
    renew(uri, path =>
      found ? readingOfText(found.text, { language: found.language, configuration }, path) : nothingRead,
    )
  }
  const readAll = async () => {
    for (const uri of await documentsOfWorkspace()) {
      if (disposed) return
      await read(uri)
    }
  }
  const reading = createReading(readAll)
  const readAnew = (uri: vscode.Uri) => reading.again(() => read(uri))
  const subscriptions = [
    ...[changed, watcher, reading],
    watcher.onDidCreate(readAnew),
    watcher.onDidChange(readAnew),
    watcher.onDidDelete(uri => reading.again(() => renew(uri, () => nothingRead))),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => readAnew(uri)),
    configurations.onDidChangeFiles(() => reading.again(readAll)),
  ]
  return {
    of(uri) {
      const path = pathOf(uri)
      return path === undefined ? undefined : { path, stated: index.stated() }
    },
    note(uri, snapshot) {
      reading.begin()
      renew(uri, path => readingOf(snapshot, path))
    },
    find(query) {
      reading.begin()
      return index.find(query)
    },
    drawing: thing => reading.complete().then(() => index.drawing(thing)),
    complete: reading.complete,
    onDidChange: changed.event,
    dispose() {
      disposed = true
      clearTimeout(settled)
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}

/** When the other documents are read: nobody asks for them before one with a diagram is open. */
function createReading(readAll: () => Promise<void>) {
  let started: ReturnType<typeof setTimeout> | undefined
  let begun: Promise<void> | undefined
  const complete = () => {
    begun ??= readAll()
    return begun
  }
  return {
    /** Reads them a little later. */
    begin() {
      started ??= setTimeout(complete, patience)
    },
    complete,
    /** What has changed since they were read. */
    again(read: () => unknown) {
      if (begun) void read()
    },
    dispose: () => clearTimeout(started),
  }
}

/** As messages show it: from the workspace's folder, which is named where there are several. */
function pathOf(uri: vscode.Uri): string | undefined {
  return vscode.workspace.getWorkspaceFolder(uri) && vscode.workspace.asRelativePath(uri)
}

export const isOpen = (uri: vscode.Uri): boolean =>
  vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString())

/** A document on disk that may hold diagrams; undefined for others, and for what can't be read. */
export async function readDocument(
  uri: vscode.Uri,
): Promise<{ text: string; language: Language } | undefined> {
  const language = languageOf(uri.path)
  if (!language) return undefined
  try {
    const { size } = await vscode.workspace.fs.stat(uri)
    if (size > largestDocument) return undefined
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
    return mayHoldDiagrams(text, language) ? { text, language } : undefined
  } catch {
    return undefined
  }
}
