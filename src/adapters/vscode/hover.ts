// What stands under the pointer, explained.

import * as vscode from 'vscode'
import { hoverAt } from '../../service'
import { toRange } from './convert'
import type { Documents } from './documents'

export const createHover = (documents: Documents): vscode.HoverProvider => ({
  provideHover(document, position) {
    const snapshot = documents.snapshotOf(document)
    const answer = snapshot && hoverAt(snapshot, document.offsetAt(position))
    return (
      answer && new vscode.Hover(new vscode.MarkdownString(answer.markdown), toRange(document, answer.span))
    )
  },
})
