// Where a document lies: what others make of a file (an older version, a cell of a notebook) lies where the file does.

import * as vscode from 'vscode'

/**
 * The place that a document is judged and saved at: its own, or the one its path has in the workspace. Undefined
 * for documents that lie nowhere; beside their addresses is nothing to look for. Git, for one, answers a
 * question for any file beside a `git:` document with the text of that document.
 */
export function homeOf(uri: vscode.Uri): vscode.Uri | undefined {
  const place = uri.with({ query: '', fragment: '' })
  const inWorkspace = [place, ...placesInWorkspace(uri.path)].find(vscode.workspace.getWorkspaceFolder)
  if (inWorkspace) return inWorkspace
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) ? place : undefined
}

/** A document without a folder, such as a new one, would be saved in the first of the workspace. */
function placesInWorkspace(path: string): readonly vscode.Uri[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri)
  if (path.startsWith('/')) return folders.map(folder => folder.with({ path }))
  return folders.slice(0, 1).map(folder => vscode.Uri.joinPath(folder, path))
}
