// The outline of a document: its diagrams, their groups and components.

import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver'
import { type DocumentSymbol as ServiceSymbol, type Snapshot, symbols } from '../../../service'
import type { Abilities } from '../client-abilities'
import { toRange } from '../positions'

const kinds: Readonly<Record<ServiceSymbol['kind'], SymbolKind>> = {
  diagram: SymbolKind.Module,
  group: SymbolKind.Namespace,
  component: SymbolKind.Class,
}

export function documentSymbols(
  snapshot: Snapshot,
  { textDocument: { uri } }: DocumentSymbolParams,
  { hierarchicalSymbols }: Abilities,
): DocumentSymbol[] | SymbolInformation[] {
  const outline = symbols(snapshot)
  return hierarchicalSymbols
    ? outline.map(symbol => nested(snapshot, symbol))
    : outline.flatMap(symbol => listed(symbol, { snapshot, uri }))
}

function nested(
  snapshot: Snapshot,
  { name, detail, kind, span, selection, children }: ServiceSymbol,
): DocumentSymbol {
  return {
    name,
    detail,
    kind: kinds[kind],
    range: toRange(snapshot, span),
    selectionRange: toRange(snapshot, selection),
    children: children.map(child => nested(snapshot, child)),
  }
}

interface Listing {
  readonly snapshot: Snapshot
  readonly uri: string
  /** What the symbols are in. */
  readonly container?: string
}

/** A symbol and all that is in it, one after the other. */
function listed({ name, kind, span, children }: ServiceSymbol, listing: Listing): SymbolInformation[] {
  const { snapshot, uri, container } = listing
  const location = { uri, range: toRange(snapshot, span) }
  const own = {
    name,
    kind: kinds[kind],
    location,
    ...(container !== undefined && { containerName: container }),
  }
  return [own, ...children.flatMap(child => listed(child, { ...listing, container: name }))]
}
