// From the word at each cursor outwards to its diagram.

import * as vscode from 'vscode'
import { selectionsAt } from '../../../service'
import type { Documents } from '../documents'
import { toRange } from '../positions'

export const createSelection = (documents: Documents): vscode.SelectionRangeProvider => ({
  provideSelectionRanges(document, positions) {
    const snapshot = documents.snapshotOf(document)
    return (
      snapshot &&
      positions.map(position => {
        const outward = selectionsAt(snapshot, document.offsetAt(position))
        return (
          outward.reduceRight<vscode.SelectionRange | undefined>(
            (parent, span) => new vscode.SelectionRange(toRange(document, span), parent),
            undefined,
          ) ?? new vscode.SelectionRange(new vscode.Range(position, position))
        )
      })
    )
  },
})
