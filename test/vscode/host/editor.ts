// What the suites in the extension host share: opening files, waiting, and comparing.

import * as vscode from 'vscode'

/** Opens a file of the workspace in an editor. */
export async function openFile(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(name))
  await vscode.window.showTextDocument(document)
  return document
}

export function fileUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]
  if (!folder) throw new Error('The tests need a workspace folder.')
  return vscode.Uri.joinPath(folder.uri, name)
}

/** Asks again and again until there is an answer. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 150; tries++) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(`waited in vain until ${what}`)
}

export const untilTrue = (what: string, ask: () => boolean): Promise<true> =>
  until(what, () => ask() || undefined)

export function ok(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise)
}

export function equal<T>(actual: T, expected: T): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (is !== should) throw new Error(`is ${is}, should be ${should}`)
}
