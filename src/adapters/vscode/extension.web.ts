// The extension's entry in browsers.

import * as vscode from 'vscode'
import { activate as start } from './activate'

declare global {
  /** The knowledge's tables, by name: the engine of this bundle looks them up here (see esbuild.mjs). */
  var arrowsmithTables: Readonly<Record<string, unknown>>
  /** What there is in `dist/knowledge`; the build fills it in. */
  const tableNames: readonly string[]
}

/** Reads the tables that lie beside the bundle, as other hosts do when they need one, then starts. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const read = async (name: string) => {
    const uri = vscode.Uri.joinPath(context.extensionUri, 'dist', 'knowledge', `${name}.json`)
    return [name, JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)))] as const
  }
  globalThis.arrowsmithTables = Object.fromEntries(await Promise.all(tableNames.map(read)))
  start(context)
}
