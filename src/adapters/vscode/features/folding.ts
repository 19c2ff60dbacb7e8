// What can be folded, beside the lines that VS Code folds by their indentation.

import * as vscode from 'vscode'
import { folds } from '../../../service'
import type { Documents } from '../documents'

export const createFolding = (documents: Documents): vscode.FoldingRangeProvider => ({
  async provideFoldingRanges(document) {
    const snapshot = await documents.read(document)
    return (
      snapshot &&
      folds(snapshot).map(
        ({ from, to, kind }) =>
          new vscode.FoldingRange(
            from - 1,
            to - 1,
            kind === 'comment' ? vscode.FoldingRangeKind.Comment : undefined,
          ),
      )
    )
  },
})
