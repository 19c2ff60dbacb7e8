// The documents of the workspace, also where the editor can't search for them: virtual folders may bring no search.

import * as vscode from 'vscode'
import { documentsGlob, languageOf, mostDocuments } from '../../text/languages'

/** Folders with the documents of others, and with what is built. */
const left = ['node_modules', 'dist', '.git']

/** Milliseconds: where nobody has a search, VS Code waits for one without end. */
const patience = 2000

/** Each of these may be a request to a server far away. */
const mostFolders = 500

/** Those that may hold diagrams, as many as are looked at. */
export async function documentsOfWorkspace(token?: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri)
  if (folders.every(onDisk)) return documentsFound(token)
  const waited = new Promise<readonly vscode.Uri[]>(resolve => setTimeout(resolve, patience, []))
  const found = await Promise.race([documentsFound(token), waited])
  return found.length > 0 ? found : documentsBelow(folders)
}

/** Here or on a server. */
const onDisk = ({ scheme }: vscode.Uri): boolean => scheme === 'file' || scheme === 'vscode-remote'

const documentsFound = (token?: vscode.CancellationToken): PromiseLike<readonly vscode.Uri[]> =>
  vscode.workspace.findFiles(documentsGlob, `**/{${left.join(',')}}/**`, mostDocuments, token)

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

const entriesOf = (folder: vscode.Uri): PromiseLike<readonly [string, vscode.FileType][]> =>
  vscode.workspace.fs.readDirectory(folder).then(
    entries => entries,
    () => [],
  )
