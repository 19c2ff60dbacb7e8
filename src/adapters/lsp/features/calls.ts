// The hierarchy of calls: who calls a component, and whom it calls.

import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
  type TextDocumentPositionParams,
} from 'vscode-languageserver'
import { type CallItem, calleesOf, callersOf, callItemAt, type Snapshot } from '../../../service'
import { toOffset, toRange } from '../positions'

export function prepareCalls(
  snapshot: Snapshot,
  { textDocument: { uri }, position }: TextDocumentPositionParams,
): CallHierarchyItem[] | null {
  const item = callItemAt(snapshot, toOffset(snapshot, position))
  return item ? [toItem(snapshot, uri, item)] : null
}

export const incomingCalls = (snapshot: Snapshot, item: CallHierarchyItem): CallHierarchyIncomingCall[] =>
  callersOf(snapshot, keyOfItem(item)).map(({ item: from, places }) => ({
    from: toItem(snapshot, item.uri, from),
    fromRanges: places.map(span => toRange(snapshot, span)),
  }))

export const outgoingCalls = (snapshot: Snapshot, item: CallHierarchyItem): CallHierarchyOutgoingCall[] =>
  calleesOf(snapshot, keyOfItem(item)).map(({ item: to, places }) => ({
    to: toItem(snapshot, item.uri, to),
    fromRanges: places.map(span => toRange(snapshot, span)),
  }))

const toItem = (
  snapshot: Snapshot,
  uri: string,
  { id, name, detail, span, selection, diagram }: CallItem,
): CallHierarchyItem => ({
  ...{ name, detail, uri, kind: SymbolKind.Class, data: { id, diagram } },
  range: toRange(snapshot, span),
  selectionRange: toRange(snapshot, selection),
})

/** What was handed out comes back as it was. */
function keyOfItem({ data }: CallHierarchyItem): Pick<CallItem, 'id' | 'diagram'> {
  const { id, diagram }: { id?: unknown; diagram?: unknown } = data ?? {}
  return { id: String(id), diagram: Number(diagram) }
}
