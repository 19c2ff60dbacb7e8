// "Check the Workspace": the findings of all documents under Problems, of those too that nobody has open.

import * as vscode from 'vscode'
import { analyze, figureWork, type Snapshot } from '../../service'
import { documentsGlob, mostDocuments } from '../../text/languages'
import type { Configurations } from './configuration'
import { toDiagnostic, unsuppressed } from './diagnostics'
import { elsewhere, isOpen, readDocument, type Workspace } from './workspace'

/** Registers the command. What it finds stays until the document is opened, changed or deleted. */
export function registerWorkspaceLint(
  configurations: Configurations,
  neighbors: Workspace,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('arrowsmith workspace')
  const watcher = vscode.workspace.createFileSystemWatcher(documentsGlob)
  const forget = (uri: vscode.Uri) => collection.delete(uri)
  const check = async (uri: vscode.Uri, token: vscode.CancellationToken): Promise<number> => {
    const found = isOpen(uri) ? undefined : await readDocument(uri)
    if (!found)
      return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'arrowsmith').length
    await configurations.load(uri)
    const { text, language } = found
    const context = { language, configuration: configurations.of(uri), neighborhood: neighbors.of(uri) }
    const snapshot = analyze(text, context)
    await figuresOf(snapshot, token)
    if (token.isCancellationRequested) return 0
    const diagnostics = unsuppressed(snapshot, { figures: true }).map(finding =>
      toDiagnostic(uri, snapshot, finding),
    )
    collection.set(uri, diagnostics)
    return diagnostics.length
  }
  const checkAll = async (
    progress: vscode.Progress<{ message: string; increment: number }>,
    token: vscode.CancellationToken,
  ) => {
    collection.clear()
    const files = await vscode.workspace.findFiles(documentsGlob, elsewhere, mostDocuments, token)
    let count = 0
    for (const uri of files) {
      if (token.isCancellationRequested) return
      progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 100 / files.length })
      count += await check(uri, token)
    }
    await tell(count, files.length)
  }
  return vscode.Disposable.from(
    collection,
    watcher,
    watcher.onDidChange(forget),
    watcher.onDidDelete(forget),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => forget(uri)),
    vscode.commands.registerCommand('arrowsmith.lintWorkspace', () =>
      vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t('Checking diagrams'),
          cancellable: true,
        },
        checkAll,
      ),
    ),
  )
}

/** Milliseconds of work after which the editor gets its turn. */
const slice = 20

/** Works out the figures in steps; what is done is known to the findings. */
async function figuresOf(snapshot: Snapshot, token: vscode.CancellationToken): Promise<void> {
  let end = Date.now() + slice
  for (const _ of figureWork(snapshot, 'flows')) {
    if (Date.now() < end) continue
    await new Promise(resolve => setTimeout(resolve))
    if (token.isCancellationRequested) return
    end = Date.now() + slice
  }
}

async function tell(findings: number, documents: number): Promise<void> {
  if (findings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems')
  // Nobody waits until it is closed.
  else
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There are no findings in {0} documents.', documents),
    )
}
