// The outline of a document: its diagrams, their groups and components.

import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver'
import { type DocumentSymbol as ServiceSymbol, type Snapshot, symbols } from '../../service'
import { rangeOf } from './positions'

const kinds: Readonly<Record<ServiceSymbol['kind'], SymbolKind>> = {
  diagram: SymbolKind.Module,
  group: SymbolKind.Namespace,
  component: SymbolKind.Class,
}

export function documentSymbols(snapshot: Snapshot): DocumentSymbol[] {
  return symbols(snapshot).map(symbol => convert(snapshot, symbol))
}

function convert(
  snapshot: Snapshot,
  { name, detail, kind, span, selection, children }: ServiceSymbol,
): DocumentSymbol {
  return {
    // The protocol refuses empty names.
    name: name.trim() === '' ? kind : name,
    detail,
    kind: kinds[kind],
    range: rangeOf(snapshot, span),
    selectionRange: rangeOf(snapshot, selection),
    children: children.map(child => convert(snapshot, child)),
  }
}
