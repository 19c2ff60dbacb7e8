// What a workspace configures for a document: the arrowsmith.config.json files above it, else the settings.

import * as vscode from 'vscode'
import { type Configuration, configurationOf, type ReadConfiguration, readConfiguration } from '../../service'
import { linesOf } from '../../text/lines'
import { configurationIn } from './settings'

const fileName = 'arrowsmith.config.json'

export interface Configurations extends vscode.Disposable {
  /** The configuration for a document, as far as it is loaded. */
  of(uri: vscode.Uri): Configuration
  /** Resolves when the configuration for a document is loaded. */
  load(uri: vscode.Uri): Promise<void>
  /** Files were loaded or changed, or settings did. */
  readonly onDidChange: vscode.Event<void>
  /** Files that may have been loaded before changed on disk. */
  readonly onDidChangeFiles: vscode.Event<void>
}

/** Looks configuration files up folder by folder, remembers them, and notices when they change. */
export function createConfigurations(): Configurations {
  const byFolder = new Map<string, Promise<void>>()
  const found = new Map<string, readonly ConfigurationFile[]>()
  const known = new Map<string, Configuration>()
  const changed = new vscode.EventEmitter<void>()
  const filesChanged = new vscode.EventEmitter<void>()
  const problems = vscode.languages.createDiagnosticCollection('arrowsmith configuration')
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${fileName}`)
  const renew = () => {
    known.clear()
    changed.fire()
  }
  const forget = () => {
    byFolder.clear()
    found.clear()
    problems.clear()
    renew()
    filesChanged.fire()
    loadOpen()
  }
  const load = (uri: vscode.Uri) => {
    const folder = folderOf(uri).toString()
    const loading = byFolder.get(folder) ?? lookUp(uri)
    byFolder.set(folder, loading)
    return loading
  }
  /** A configuration file that somebody writes is checked, whether or not a design is open beside it. */
  const loadOpen = () => {
    for (const { uri } of vscode.workspace.textDocuments)
      if (uri.path.endsWith(`/${fileName}`)) void load(uri)
  }
  const lookUp = async (uri: vscode.Uri) => {
    const files = await filesAbove(uri)
    if (files.length === 0) return
    for (const file of files) showProblems(file, problems)
    found.set(folderOf(uri).toString(), files)
    renew()
  }
  loadOpen()
  const subscriptions = [
    vscode.workspace.onDidOpenTextDocument(loadOpen),
    changed,
    filesChanged,
    problems,
    watcher,
    watcher.onDidCreate(forget),
    watcher.onDidChange(forget),
    watcher.onDidDelete(forget),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('arrowsmith')) renew()
    }),
  ]
  return {
    of(uri) {
      const key = uri.toString()
      const files = found.get(folderOf(uri).toString())
      const configuration = known.get(key) ?? (files ? configurationFrom(files, uri) : configurationIn(uri))
      known.set(key, configuration)
      return configuration
    },
    load,
    onDidChange: changed.event,
    onDidChangeFiles: filesChanged.event,
    dispose() {
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}

const folderOf = (uri: vscode.Uri) => vscode.Uri.joinPath(uri, '..')

interface ConfigurationFile {
  readonly file: vscode.Uri
  readonly text: string
  readonly read: ReadConfiguration
}

function configurationFrom(files: readonly ConfigurationFile[], uri: vscode.Uri): Configuration {
  const below = (file: vscode.Uri) => uri.path.slice(folderOf(file).path.replace(/\/?$/, '/').length)
  return configurationOf(files.map(({ file, read }) => ({ read, path: below(file) })))
}

/** The configuration files of a document's folder and of the folders above, the nearest first. */
async function filesAbove(uri: vscode.Uri): Promise<readonly ConfigurationFile[]> {
  if (uri.scheme === 'untitled') return []
  // All at once: on a remote machine each question is a round trip.
  const files = await Promise.all(
    foldersAbove(uri).map(folder => readable(vscode.Uri.joinPath(folder, fileName))),
  )
  return files.filter(file => file !== undefined)
}

/** The folder of a document, then those around it. */
function foldersAbove(uri: vscode.Uri): readonly vscode.Uri[] {
  const folder = folderOf(uri)
  return folder.path.length <= 1 || folder.path === uri.path ? [folder] : [folder, ...foldersAbove(folder)]
}

const readable = (file: vscode.Uri): Thenable<ConfigurationFile | undefined> =>
  vscode.workspace.fs.readFile(file).then(
    bytes => {
      const text = new TextDecoder().decode(bytes)
      return { file, text, read: readConfiguration(text, fileName) }
    },
    () => undefined,
  )

/** Puts what is wrong with a configuration under Problems. */
function showProblems({ file, text, read }: ConfigurationFile, problems: vscode.DiagnosticCollection): void {
  const lines = linesOf(text)
  const position = (offset: number) => {
    const { line, column } = lines.positionAt(offset)
    return new vscode.Position(line - 1, column - 1)
  }
  const diagnostics = read.problems.map(({ message, span }) => {
    const diagnostic = new vscode.Diagnostic(
      new vscode.Range(position(span.start), position(span.end)),
      message,
    )
    diagnostic.source = 'arrowsmith'
    return diagnostic
  })
  problems.set(file, diagnostics)
}
