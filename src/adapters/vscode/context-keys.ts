// Tells VS Code whether the active editor has a diagram, so that the preview's button shows only there.

import * as vscode from 'vscode'
import type { Documents } from './documents'
import type { Reviews } from './reviews'

export function markDiagrams(documents: Documents, reviews: Reviews): vscode.Disposable {
  const mark = async (editor: vscode.TextEditor | undefined) => {
    const snapshot = editor && (await documents.read(editor.document))
    if (editor !== vscode.window.activeTextEditor) return
    const count = snapshot?.diagrams.length ?? 0
    vscode.commands.executeCommand('setContext', 'arrowsmith.hasDiagram', count > 0)
  }
  // Not at once: to look for diagrams takes the engine, and VS Code is waiting for the extension to start.
  const start = setTimeout(() => mark(vscode.window.activeTextEditor))
  return vscode.Disposable.from(
    { dispose: () => clearTimeout(start) },
    vscode.window.onDidChangeActiveTextEditor(mark),
    reviews.onDidLearn(({ document, stage }) => {
      const editor = vscode.window.activeTextEditor
      if (stage === 'findings' && editor?.document === document) mark(editor)
    }),
  )
}
