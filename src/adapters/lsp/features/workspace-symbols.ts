// The components of all documents of the opened folders, by name.

import { type SymbolInformation, SymbolKind, type WorkspaceSymbolParams } from 'vscode-languageserver'
import { toDrawnLocation } from '../positions'
import type { Workspace } from '../workspace'

export const workspaceSymbols = (
  workspace: Workspace,
  { query }: WorkspaceSymbolParams,
): SymbolInformation[] =>
  workspace.find(query).map(each => ({
    name: each.drawn.name,
    kind: SymbolKind.Class,
    containerName: each.drawn.detail,
    location: toDrawnLocation(each),
  }))
