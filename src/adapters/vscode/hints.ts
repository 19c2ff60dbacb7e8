// Numbers in the source: each arrow's share as inlay hints, each diagram's flow above it.

import * as vscode from 'vscode'
import { hints, lenses } from '../../service'
import { toRange, toSpan } from './convert'
import type { Documents } from './documents'
import { settingsOf } from './settings'

export const createHints = (documents: Documents): vscode.InlayHintsProvider => ({
  onDidChangeInlayHints: documents.onDidChange,
  provideInlayHints(document, range) {
    const snapshot = settingsOf(document.uri).hints ? documents.snapshotOf(document) : undefined
    if (!snapshot) return []
    const { start, end } = toSpan(document, range)
    return hints(snapshot)
      .filter(({ offset }) => start <= offset && offset <= end)
      .map(({ offset, text, tooltip }) => {
        const hint = new vscode.InlayHint(document.positionAt(offset), text)
        hint.tooltip = new vscode.MarkdownString(tooltip)
        hint.paddingLeft = true
        return hint
      })
  },
})

export const createLenses = (documents: Documents): vscode.CodeLensProvider => ({
  onDidChangeCodeLenses: documents.onDidChange,
  provideCodeLenses(document) {
    const snapshot = settingsOf(document.uri).lenses ? documents.snapshotOf(document) : undefined
    if (!snapshot) return []
    return lenses(snapshot).map(({ span, title, tooltip, diagram }) => {
      const command = 'arrowsmith.openPreviewToSide'
      return new vscode.CodeLens(toRange(document, span), {
        title,
        tooltip,
        command,
        arguments: [document.uri, diagram],
      })
    })
  },
})
