// From the word at each cursor outwards to its diagram.

import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver'
import { type Snapshot, selectionsAt } from '../../../service'
import { toOffset, toRange } from '../positions'

export const selectionRanges = (snapshot: Snapshot, { positions }: SelectionRangeParams): SelectionRange[] =>
  positions.map(position => {
    const outward = selectionsAt(snapshot, toOffset(snapshot, position))
    return (
      outward.reduceRight<SelectionRange | undefined>(
        (parent, span) => ({ range: toRange(snapshot, span), ...(parent && { parent }) }),
        undefined,
      ) ?? { range: { start: position, end: position } }
    )
  })
