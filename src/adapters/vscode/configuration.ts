// What a workspace configures for a document: the nearest arrowsmith.config.json, else the settings.

import * as vscode from 'vscode'
import { type Configuration, readConfiguration } from '../../service'
import { linesOf } from '../../text/lines'
import { configurationIn } from './settings'

const fileName = 'arrowsmith.config.json'

export interface Configurations extends vscode.Disposable {
  /** The configuration for a document, as far as it is loaded. */
  of(uri: vscode.Uri): Configuration
  /** Resolves when the configuration for a document is loaded. */
  load(uri: vscode.Uri): Promise<void>
  readonly onDidChange: vscode.Event<void>
}

/** Looks configuration files up folder by folder, remembers them, and notices when they change. */
export function createConfigurations(): Configurations {
  const byFolder = new Map<string, Promise<void>>()
  const found = new Map<string, Configuration>()
  const fromSettings = new Map<string, Configuration>()
  const changed = new vscode.EventEmitter<void>()
  const problems = vscode.languages.createDiagnosticCollection('arrowsmith configuration')
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${fileName}`)
  const forget = () => {
    byFolder.clear()
    found.clear()
    problems.clear()
    changed.fire()
  }
  const lookUp = async (uri: vscode.Uri) => {
    const file = await nearest(uri)
    if (!file) return
    found.set(folderOf(uri).toString(), read(file, problems))
    changed.fire()
  }
  const subscriptions = [
    changed,
    problems,
    watcher,
    watcher.onDidCreate(forget),
    watcher.onDidChange(forget),
    watcher.onDidDelete(forget),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (!event.affectsConfiguration('arrowsmith')) return
      fromSettings.clear()
      changed.fire()
    }),
  ]
  return {
    of(uri) {
      const folder = folderOf(uri).toString()
      const known = found.get(folder) ?? fromSettings.get(folder)
      if (known) return known
      const configuration = configurationIn(uri)
      fromSettings.set(folder, configuration)
      return configuration
    },
    load(uri) {
      const folder = folderOf(uri).toString()
      const loading = byFolder.get(folder) ?? lookUp(uri)
      byFolder.set(folder, loading)
      return loading
    },
    onDidChange: changed.event,
    dispose() {
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}

const folderOf = (uri: vscode.Uri) => vscode.Uri.joinPath(uri, '..')

interface ConfigurationFile {
  readonly file: vscode.Uri
  readonly text: string
}

/** The configuration file of a document's folder or of the nearest folder above that has one. */
async function nearest(uri: vscode.Uri): Promise<ConfigurationFile | undefined> {
  if (uri.scheme === 'untitled') return undefined
  // All at once: on a remote machine each question is a round trip.
  const files = await Promise.all(
    foldersAbove(uri).map(folder => readable(vscode.Uri.joinPath(folder, fileName))),
  )
  return files.find(file => file !== undefined)
}

/** The folder of a document, then those around it. */
function foldersAbove(uri: vscode.Uri): readonly vscode.Uri[] {
  const folder = folderOf(uri)
  return folder.path.length <= 1 || folder.path === uri.path ? [folder] : [folder, ...foldersAbove(folder)]
}

const readable = (file: vscode.Uri): Thenable<ConfigurationFile | undefined> =>
  vscode.workspace.fs.readFile(file).then(
    bytes => ({ file, text: new TextDecoder().decode(bytes) }),
    () => undefined,
  )

/** Reads a configuration, and puts what is wrong with it under Problems. */
function read({ file, text }: ConfigurationFile, problems: vscode.DiagnosticCollection): Configuration {
  const answer = readConfiguration(text, fileName)
  const lines = linesOf(text)
  const position = (offset: number) => {
    const { line, column } = lines.positionAt(offset)
    return new vscode.Position(line - 1, column - 1)
  }
  const diagnostics = answer.problems.map(({ message, span }) => {
    const diagnostic = new vscode.Diagnostic(
      new vscode.Range(position(span.start), position(span.end)),
      message,
    )
    diagnostic.source = 'arrowsmith'
    return diagnostic
  })
  problems.set(file, diagnostics)
  return answer.configuration
}
