// What the palette offers beside the preview and the formatter.

import * as vscode from 'vscode'
import * as z from 'zod/mini'
import { configurationTemplate, fixAll } from '../../service'
import type { Documents } from './documents'
import { toWorkspaceEdit } from './positions'

export const registerCommands = (extension: vscode.Uri, documents: Documents): vscode.Disposable => {
  const { registerCommand } = vscode.commands
  return vscode.Disposable.from(
    registerCommand('arrowsmith.fixAll', () => applyFixes(documents)),
    registerCommand('arrowsmith.explainWord', explainWord),
    registerCommand('arrowsmith.newDesign', () => startDesign(extension)),
    registerCommand('arrowsmith.writeConfiguration', writeConfiguration),
    registerCommand('arrowsmith.toggleRun', toggleRun),
  )
}

async function applyFixes(documents: Documents): Promise<void> {
  const document = vscode.window.activeTextEditor?.document
  const snapshot = document && documents.snapshotOf(document)
  const edits = snapshot ? fixAll(snapshot) : []
  if (document && edits.length > 0) await vscode.workspace.applyEdit(toWorkspaceEdit(document, edits))
  else
    await vscode.window.showInformationMessage(
      vscode.l10n.t('There is nothing here that can be fixed safely.'),
    )
}

/** The word at the cursor or what is selected; asked for where there is neither. */
async function explainWord(): Promise<void> {
  const editor = vscode.window.activeTextEditor
  const range = editor?.selection.isEmpty
    ? editor.document.getWordRangeAtPosition(editor.selection.active)
    : editor?.selection
  const word = editor && range ? editor.document.getText(range).trim() : ''
  const prompt = vscode.l10n.t('A protocol, product, pattern, status code, port, rule or key')
  const term = word === '' ? await vscode.window.showInputBox({ prompt }) : word
  if (term) await vscode.commands.executeCommand('arrowsmith.explain', term)
}

/** As a manifest contributes them. */
const snippetsSchema = z.record(z.string(), z.object({ description: z.string(), body: z.array(z.string()) }))

/** The snippets lie beside the bundle, where the editor reads them too. */
async function startDesign(extension: vscode.Uri): Promise<void> {
  const file = vscode.Uri.joinPath(extension, 'snippets', 'mermaid.json')
  const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(file))
  const offered = Object.entries(snippetsSchema.parse(JSON.parse(written))).map(
    ([label, { description, body }]) => ({
      label,
      detail: description,
      body,
    }),
  )
  const chosen = await vscode.window.showQuickPick(offered, {
    placeHolder: vscode.l10n.t('Choose a design to start from'),
    matchOnDetail: true,
  })
  if (!chosen) return
  const document = await vscode.workspace.openTextDocument({ language: 'mermaid' })
  const editor = await vscode.window.showTextDocument(document)
  await editor.insertSnippet(new vscode.SnippetString(chosen.body.join('\n')))
}

/** In the folder of the document in use, else in the first; what is there already is opened as it is. */
async function writeConfiguration(): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri
  const folder =
    (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0]
  if (!folder) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder first. The configuration is written to it.'),
    )
    return
  }
  const file = vscode.Uri.joinPath(folder.uri, 'arrowsmith.config.json')
  const isThere = await vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  )
  if (!isThere) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(configurationTemplate))
  await vscode.window.showTextDocument(file)
}

async function toggleRun(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('arrowsmith')
  await settings.update('run', settings.get('run') === 'off' ? undefined : 'off')
}
