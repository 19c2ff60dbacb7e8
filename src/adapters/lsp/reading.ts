// What helps while reading: hovers and inlay hints.

import {
  type Hover,
  type InlayHint,
  type InlayHintParams,
  MarkupKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver'
import { type HintExtent, hints, hoverAt, type Patience, type Snapshot } from '../../service'
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

interface Wanted extends Patience {
  readonly extent: HintExtent
}

export function inlayHints(
  snapshot: Snapshot,
  { range }: InlayHintParams,
  { extent, ...patience }: Wanted,
): InlayHint[] {
  const visible = toSpan(snapshot, range)
  return hints(snapshot, patience, extent)
    .filter(({ offset }) => contains(visible, offset))
    .map(({ offset, text, tooltip }) => ({
      position: toPosition(snapshot, offset),
      label: text,
      tooltip: { kind: MarkupKind.Markdown, value: tooltip },
      paddingLeft: true,
    }))
}
