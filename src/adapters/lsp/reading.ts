// What helps while reading: hovers and inlay hints.

import {
  type Hover,
  type InlayHint,
  type InlayHintParams,
  MarkupKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver'
import { hints, hoverAt, type Patience, type Snapshot } from '../../service'
import { contains } from '../../text/span'
import { type Abilities, contentOf } from './client-abilities'
import { toOffset, toPosition, toRange, toSpan } from './positions'

export function hover(
  snapshot: Snapshot,
  { position }: TextDocumentPositionParams,
  { hover: kind }: Abilities,
): Hover | null {
  const found = hoverAt(snapshot, toOffset(snapshot, position), { figures: false })
  if (!found) return null
  return {
    contents: contentOf(found.markdown, kind),
    range: toRange(snapshot, found.span),
  }
}

export function inlayHints(snapshot: Snapshot, { range }: InlayHintParams, patience: Patience): InlayHint[] {
  const visible = toSpan(snapshot, range)
  return hints(snapshot, patience)
    .filter(({ offset }) => contains(visible, offset))
    .map(({ offset, text, tooltip }) => ({
      position: toPosition(snapshot, offset),
      label: text,
      tooltip: { kind: MarkupKind.Markdown, value: tooltip },
      paddingLeft: true,
    }))
}
