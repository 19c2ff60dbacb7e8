// The hierarchy of calls: who calls a component, and whom it calls.

import * as vscode from 'vscode'
import {
  type CallItem,
  type CallWith,
  calleesOf,
  callersOf,
  callItemAt,
  type Snapshot,
} from '../../../service'
import type { Documents } from '../documents'
import { toRange } from '../positions'

interface Drawn {
  readonly document: vscode.TextDocument
  readonly item: CallItem
}

export const createCalls = (documents: Documents): vscode.CallHierarchyProvider => {
  /** VS Code hands back the very items that it was given. */
  const known = new WeakMap<vscode.CallHierarchyItem, Drawn>()
  const itemFor = (document: vscode.TextDocument, item: CallItem): vscode.CallHierarchyItem => {
    const { name, detail, span, selection } = item
    const [whole, id] = [toRange(document, span), toRange(document, selection)]
    const shown = new vscode.CallHierarchyItem(
      ...([vscode.SymbolKind.Object, name, detail, document.uri, whole, id] as const),
    )
    known.set(shown, { document, item })
    return shown
  }
  const around = (
    shown: vscode.CallHierarchyItem,
    look: (snapshot: Snapshot, item: CallItem) => readonly CallWith[],
  ) => {
    const drawn = known.get(shown)
    const snapshot = drawn && documents.snapshotOf(drawn.document)
    if (!snapshot) return []
    return look(snapshot, drawn.item).map(({ item, places }) => ({
      item: itemFor(drawn.document, item),
      ranges: places.map(span => toRange(drawn.document, span)),
    }))
  }
  return {
    prepareCallHierarchy(document, position) {
      const snapshot = documents.snapshotOf(document)
      const item = snapshot && callItemAt(snapshot, document.offsetAt(position))
      return item && itemFor(document, item)
    },
    provideCallHierarchyIncomingCalls: item =>
      around(item, callersOf).map(call => new vscode.CallHierarchyIncomingCall(call.item, call.ranges)),
    provideCallHierarchyOutgoingCalls: item =>
      around(item, calleesOf).map(call => new vscode.CallHierarchyOutgoingCall(call.item, call.ranges)),
  }
}
