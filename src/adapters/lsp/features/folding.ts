// What can be folded, for the editor's margin.

import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver'
import { folds, type Snapshot } from '../../../service'

export const foldingRanges = (snapshot: Snapshot): FoldingRange[] =>
  folds(snapshot).map(({ from, to, kind }) => ({
    startLine: from - 1,
    endLine: to - 1,
    ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }),
  }))
