// What helps while reading: hovers and inlay hints.

import {
  type Hover,
  type InlayHint,
  type InlayHintParams,
  MarkupKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver'
import { hints, hoverAt, type Snapshot } from '../../service'
import { contains } from '../../text/span'
import { offsetOf, positionOf, rangeOf, spanOf } from './positions'

export function hover(snapshot: Snapshot, { position }: TextDocumentPositionParams): Hover | null {
  const found = hoverAt(snapshot, offsetOf(snapshot, position))
  if (!found) return null
  return {
    contents: { kind: MarkupKind.Markdown, value: found.markdown },
    range: rangeOf(snapshot, found.span),
  }
}

export function inlayHints(snapshot: Snapshot, { range }: InlayHintParams): InlayHint[] {
  const visible = spanOf(snapshot, range)
  return hints(snapshot)
    .filter(({ offset }) => contains(visible, offset))
    .map(({ offset, text, tooltip }) => ({
      position: positionOf(snapshot, offset),
      label: text,
      tooltip: { kind: MarkupKind.Markdown, value: tooltip },
      paddingLeft: true,
    }))
}
