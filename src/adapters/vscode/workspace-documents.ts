// The documents of the workspace, also where the editor can't search for them: virtual folders may bring no search.

import * as vscode from 'vscode'
import { documentsGlob, languageOf, mostDocuments } from '../../text/languages'

/** Folders with the documents of others, and with what is built. */
const left = ['node_modules', 'dist', '.git']

/** Each of these may be a request to a server far away. */
const mostFolders = 500

/** Those that may hold diagrams, as many as are looked at. */
export async function documentsOfWorkspace(token?: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(
    documentsGlob,
    `**/{${left.join(',')}}/**`,
    mostDocuments,
    token,
  )
  const virtual = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => !isSearched(uri))
  return found.length > 0 ? found : documentsBelow(virtual.map(({ uri }) => uri))
}

/** Disks, here or on a server, are. */
const isSearched = ({ scheme }: vscode.Uri): boolean => scheme === 'file' || scheme === 'vscode-remote'

async function documentsBelow(folders: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const waiting = [...folders]
  const found: vscode.Uri[] = []
  for (let read = 0; read < mostFolders && found.length < mostDocuments; read++) {
    const folder = waiting.shift()
    if (!folder) break
    for (const [name, type] of await entriesOf(folder)) {
      const uri = vscode.Uri.joinPath(folder, name)
      if (type === vscode.FileType.Directory && !left.includes(name)) waiting.push(uri)
      else if (type === vscode.FileType.File && languageOf(uri.path)) found.push(uri)
    }
  }
  return found
}

const entriesOf = (folder: vscode.Uri): Thenable<readonly [string, vscode.FileType][]> =>
  vscode.workspace.fs.readDirectory(folder).then(
    entries => entries,
    () => [],
  )
