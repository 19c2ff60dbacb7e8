// What the suites in the extension host share: opening files, waiting, finding and comparing.

import * as vscode from 'vscode'

/** Opens a file of the workspace in an editor. */
export async function openFile(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(name))
  await vscode.window.showTextDocument(document)
  return document
}

/** Writes a file of the workspace and opens it. */
export async function writeAndOpen(name: string, text: string): Promise<vscode.TextDocument> {
  await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text))
  return openFile(name)
}

export function fileUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]
  if (!folder) throw new Error('The tests need a workspace folder.')
  return vscode.Uri.joinPath(folder.uri, name)
}

/** The position inside the first occurrence of `part` in a document. */
export function inside(document: vscode.TextDocument, part: string): vscode.Position {
  const at = document.getText().indexOf(part)
  if (at < 0) throw new Error(`the document does not say ${part}`)
  return document.positionAt(at + Math.floor(part.length / 2))
}

export async function replace(document: vscode.TextDocument, part: string, text: string): Promise<void> {
  const at = document.getText().indexOf(part)
  const edit = new vscode.WorkspaceEdit()
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + part.length))
  edit.replace(document.uri, range, text)
  ok(at >= 0 && (await vscode.workspace.applyEdit(edit)), `could not replace ${part}`)
}

/** The ids of our rules that have findings in a document. */
export const rulesIn = ({ uri }: vscode.TextDocument): string[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'arrowsmith')
    .map(({ code }) => (typeof code === 'object' ? String(code.value) : String(code)))

export const untilRule = (document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic> =>
  until(
    `there is a finding of ${rule}`,
    () => vscode.languages.getDiagnostics(document.uri)[rulesIn(document).indexOf(rule)],
  )

/** Asks again and again until there is an answer, for as long as a busy machine may take. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | PromiseLike<T | undefined>,
): Promise<T> {
  for (let tries = 0; tries < 1800; tries++) {
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
