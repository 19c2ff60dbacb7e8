// The arrowsmith.config.json files of a workspace: looked up folder by folder, remembered, watched and checked.

import * as vscode from 'vscode'
import { type ReadConfiguration, readConfiguration } from '../../service'
import { linesOf } from '../../text/lines'
import { homeOf } from './document-home'
import { rangeIn } from './positions'

const fileName = 'arrowsmith.config.json'

export interface ConfigurationFiles extends vscode.Disposable {
  /** The files above a place (see `homeOf`), the nearest first, as far as they are loaded. */
  above(home: vscode.Uri): readonly WatchedConfigurationFile[] | undefined
  /** Resolves when the files above a place are loaded. */
  load(home: vscode.Uri): Promise<void>
  readonly onDidLoad: vscode.Event<void>
  /** Files that may have been loaded before changed on disk. */
  readonly onDidChange: vscode.Event<void>
}

export interface WatchedConfigurationFile {
  readonly file: vscode.Uri
  readonly text: string
  readonly read: ReadConfiguration
}

export function createConfigurationFiles(): ConfigurationFiles {
  const loading = new Map<string, Promise<void>>()
  const found = new Map<string, readonly WatchedConfigurationFile[]>()
  const loaded = new vscode.EventEmitter<void>()
  const changed = new vscode.EventEmitter<void>()
  const problems = vscode.languages.createDiagnosticCollection('arrowsmith configuration')
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${fileName}`)
  let changes = 0
  const lookUp = async (home: vscode.Uri): Promise<void> => {
    const before = changes
    const files = await filesAbove(home)
    // Read while they changed: what was read may be of before.
    if (changes !== before) return load(home)
    for (const file of files) showProblems(file, problems)
    const folder = folderOf(home).toString()
    if (files.length === 0 && !found.delete(folder)) return
    if (files.length > 0) found.set(folder, files)
    loaded.fire()
  }
  const load = (home: vscode.Uri): Promise<void> => {
    const folder = folderOf(home).toString()
    const known = loading.get(folder) ?? lookUp(home)
    loading.set(folder, known)
    return known
  }
  /** A file that somebody writes is checked, whether or not a design is open beside it. */
  const loadOpen = () => {
    for (const { uri } of vscode.workspace.textDocuments) {
      const home = uri.path.endsWith(`/${fileName}`) ? homeOf(uri) : undefined
      if (home) void load(home)
    }
  }
  /** What was found stays in force until it has been looked up anew: nothing is judged by no configuration meanwhile. */
  const lookUpAnew = () => {
    changes += 1
    loading.clear()
    problems.clear()
    changed.fire()
    loadOpen()
  }
  loadOpen()
  const subscriptions: readonly vscode.Disposable[] = [
    ...[loaded, changed, problems, watcher],
    watcher.onDidCreate(lookUpAnew),
    watcher.onDidChange(lookUpAnew),
    watcher.onDidDelete(lookUpAnew),
    vscode.workspace.onDidOpenTextDocument(loadOpen),
  ]
  return {
    above: home => found.get(folderOf(home).toString()),
    load,
    onDidLoad: loaded.event,
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  }
}

export const folderOf = (uri: vscode.Uri) => vscode.Uri.joinPath(uri, '..')

/** The configuration files of a document's folder and of the folders above, the nearest first. */
async function filesAbove(home: vscode.Uri): Promise<readonly WatchedConfigurationFile[]> {
  // All at once: on a remote machine each question is a round trip.
  const files = await Promise.all(
    foldersAbove(home).map(folder => readable(vscode.Uri.joinPath(folder, fileName))),
  )
  return files.filter(file => file !== undefined)
}

/** The folder of a document, then those around it. */
function foldersAbove(uri: vscode.Uri): readonly vscode.Uri[] {
  const folder = folderOf(uri)
  return folder.path.length <= 1 || folder.path === uri.path ? [folder] : [folder, ...foldersAbove(folder)]
}

async function readable(file: vscode.Uri): Promise<WatchedConfigurationFile | undefined> {
  const text = await settledText(file)
  return text === undefined ? undefined : { file, text, read: readConfiguration(text, fileName) }
}

/** Looked at several times: an empty file and one that is being written, perhaps again and again, look the same. */
async function settledText(file: vscode.Uri): Promise<string | undefined> {
  let text = await textOf(file)
  for (let look = 1; look < looks && text === ''; look++) {
    await new Promise(resolve => setTimeout(resolve, writing))
    text = await textOf(file)
  }
  return text
}

const looks = 5

/** Milliseconds in which a file that is being written gets its content: it is emptied first. */
const writing = 60

const textOf = (file: vscode.Uri): Thenable<string | undefined> =>
  vscode.workspace.fs.readFile(file).then(
    bytes => new TextDecoder().decode(bytes),
    () => undefined,
  )

/** Puts what is wrong with a configuration under Problems. */
function showProblems(
  { file, text, read }: WatchedConfigurationFile,
  problems: vscode.DiagnosticCollection,
): void {
  const lines = linesOf(text)
  const diagnostics = read.problems.map(({ message, span }) => {
    const diagnostic = new vscode.Diagnostic(rangeIn(lines, span), message)
    diagnostic.source = 'arrowsmith'
    return diagnostic
  })
  problems.set(file, diagnostics)
}
