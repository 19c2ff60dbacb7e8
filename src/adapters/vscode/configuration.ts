// What a workspace configures for a document: the arrowsmith.config.json files above it, else the settings.

import * as vscode from 'vscode'
import { type Configuration, configurationOf } from '../../service'
import { createConfigurationFiles, folderOf, type WatchedConfigurationFile } from './configuration-files'
import { homeOf } from './document-home'
import { configurationIn } from './settings'

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

/** Remembers each document's configuration until something changes: analyses are reused for as long as it is the same. */
export function createConfigurations(): Configurations {
  const files = createConfigurationFiles()
  const known = new Map<string, Configuration>()
  const changed = new vscode.EventEmitter<void>()
  const renew = () => {
    known.clear()
    changed.fire()
  }
  const subscriptions = [
    files,
    changed,
    files.onDidLoad(renew),
    files.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('arrowsmith')) renew()
    }),
  ]
  const configurationAt = (uri: vscode.Uri) => {
    const home = homeOf(uri)
    const above = home && files.above(home)
    return above ? configurationFrom(above, home) : configurationIn(uri)
  }
  return {
    of(uri) {
      const configuration = known.get(uri.toString()) ?? configurationAt(uri)
      known.set(uri.toString(), configuration)
      return configuration
    },
    async load(uri) {
      const home = homeOf(uri)
      if (home) await files.load(home)
    },
    onDidChange: changed.event,
    onDidChangeFiles: files.onDidChange,
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  }
}

function configurationFrom(files: readonly WatchedConfigurationFile[], home: vscode.Uri): Configuration {
  const below = (file: vscode.Uri) => home.path.slice(folderOf(file).path.replace(/\/?$/, '/').length)
  return configurationOf(files.map(({ file, read }) => ({ read, path: below(file) })))
}
