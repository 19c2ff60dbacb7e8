// The diagrams of a document, their groups and components, as its outline.

import * as vscode from 'vscode'
import { type DocumentSymbol, symbols } from '../../../service'
import type { Documents } from '../documents'
import { toRange } from '../positions'

const kinds = {
  diagram: vscode.SymbolKind.Module,
  group: vscode.SymbolKind.Namespace,
  component: vscode.SymbolKind.Object,
}

export const createSymbols = (documents: Documents): vscode.DocumentSymbolProvider => ({
  async provideDocumentSymbols(document) {
    const snapshot = await documents.read(document)
    return snapshot ? symbols(snapshot).map(symbol => toSymbol(document, symbol)) : []
  },
})

function toSymbol(document: vscode.TextDocument, symbol: DocumentSymbol): vscode.DocumentSymbol {
  const { name, detail, kind, span, selection, children } = symbol
  const ranges = [toRange(document, span), toRange(document, selection)] as const
  const result = new vscode.DocumentSymbol(name, detail, kinds[kind], ...ranges)
  result.children = children.map(child => toSymbol(document, child))
  return result
}
