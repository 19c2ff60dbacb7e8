// Diagrams laid out: a Mermaid file as a whole, or the lines that are selected.

import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver'
import { formatEdits, type Snapshot } from '../../../service'
import { toSpan, toTextEdits } from '../positions'

/** Documents around diagrams have formatters of their own: there it is the action `source.formatDiagrams`. */
const isOurs = ({ context }: Snapshot): boolean => context.language === 'mermaid'

export const formatting = (snapshot: Snapshot, _: DocumentFormattingParams): TextEdit[] | null =>
  isOurs(snapshot) ? toTextEdits(snapshot, formatEdits(snapshot)) : null

export const rangeFormatting = (
  snapshot: Snapshot,
  { range }: DocumentRangeFormattingParams,
): TextEdit[] | null =>
  isOurs(snapshot) ? toTextEdits(snapshot, formatEdits(snapshot, toSpan(snapshot, range))) : null
