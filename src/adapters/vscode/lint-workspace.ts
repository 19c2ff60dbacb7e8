// "Check the Workspace": the findings of all documents under Problems, of those too that nobody has open.

import * as vscode from 'vscode'
import { analyze, figureWork, type Snapshot } from '../../service'
import { documentsGlob } from '../../text/languages'
import { plural } from '../../text/translation'
import type { Configurations } from './configuration'
import { toDiagnostic, unsuppressed } from './diagnostics'
import type { Documents } from './documents'
import { isOpen, readDocument, type Workspace } from './workspace'
import { documentsOfWorkspace } from './workspace-documents'

/** What there was in documents. */
interface Count {
  readonly diagrams: number
  readonly findings: number
}

/** Registers the command. What it finds stays until the document is opened, changed or deleted. */
export function registerWorkspaceLint(
  configurations: Configurations,
  neighbors: Workspace,
  documents: Documents,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('arrowsmith workspace')
  const watcher = vscode.workspace.createFileSystemWatcher(documentsGlob)
  const forget = (uri: vscode.Uri) => collection.delete(uri)
  const check = async (uri: vscode.Uri, token: vscode.CancellationToken): Promise<Count> => {
    const found = isOpen(uri) ? undefined : await readDocument(uri)
    if (!found) return shown(uri, documents)
    await configurations.load(uri)
    const { text, language } = found
    const context = { language, configuration: configurations.of(uri), neighborhood: neighbors.of(uri) }
    const snapshot = analyze(text, context)
    await figuresOf(snapshot, token)
    if (token.isCancellationRequested) return { diagrams: 0, findings: 0 }
    const diagnostics = unsuppressed(snapshot, { figures: true }).map(finding =>
      toDiagnostic(uri, snapshot, finding),
    )
    collection.set(uri, diagnostics)
    return { diagrams: snapshot.diagrams.length, findings: diagnostics.length }
  }
  const checkAll = async (
    progress: vscode.Progress<{ message: string; increment: number }>,
    token: vscode.CancellationToken,
  ) => {
    collection.clear()
    await neighbors.complete()
    const files = await documentsOfWorkspace(token)
    const total = { diagrams: 0, findings: 0 }
    for (const uri of files) {
      if (token.isCancellationRequested) return
      progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 100 / files.length })
      const { diagrams, findings } = await check(uri, token)
      total.diagrams += diagrams
      total.findings += findings
    }
    await tell(total)
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

/** What an open document shows already. */
function shown(uri: vscode.Uri, documents: Documents): Count {
  const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri.toString())
  const known = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'arrowsmith')
  const diagrams = (document && documents.snapshotOf(document)?.diagrams.length) ?? 0
  return { diagrams, findings: known.length }
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

async function tell({ diagrams, findings }: Count): Promise<void> {
  if (findings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems')
  // Nobody waits until it is closed.
  else void vscode.window.showInformationMessage(nothingFoundIn(diagrams))
}

function nothingFoundIn(diagrams: number): string {
  if (diagrams === 0) return vscode.l10n.t('There are no Mermaid diagrams in this workspace.')
  return plural(vscode.l10n.t, diagrams, [
    'There are no findings in 1 diagram.',
    'There are no findings in {0} diagrams.',
  ])
}
