// The document in the status bar: how many findings, whether goals are kept; a click lists them.

import * as vscode from 'vscode'
import { statusOf } from '../../service'
import type { Documents } from './documents'
import type { Reviews } from './reviews'
import { settingsOf } from './settings'

export function createStatus(documents: Documents, reviews: Reviews): vscode.Disposable {
  let made: vscode.StatusBarItem | undefined
  /** Made for the first document that has something to tell. */
  const item = () => {
    made ??= createItem()
    return made
  }
  const show = async (editor: vscode.TextEditor | undefined) => {
    const document = editor?.document
    const snapshot =
      document && settingsOf(document.uri).run !== 'off' ? await documents.read(document) : undefined
    if (editor !== vscode.window.activeTextEditor) return
    const status =
      document && snapshot && statusOf(snapshot, { earlier: reviews.latest(document) }, vscode.l10n.t)
    if (!status) return made?.hide()
    const { text, details, severity } = status
    item().text = `$(type-hierarchy) ${text}`
    item().tooltip = details.join('\n')
    item().backgroundColor =
      severity === 'error' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined
    item().show()
  }
  return vscode.Disposable.from(
    { dispose: () => made?.dispose() },
    vscode.window.onDidChangeActiveTextEditor(show),
    reviews.onDidLearn(({ document }) => {
      const editor = vscode.window.activeTextEditor
      if (editor?.document === document) show(editor)
    }),
  )
}

function createItem(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('arrowsmith', vscode.StatusBarAlignment.Left, 1)
  item.name = 'Arrowsmith'
  item.command = 'workbench.actions.view.problems'
  return item
}
