// The components of all documents of the opened folders, by name.

import { type SymbolInformation, SymbolKind, type WorkspaceSymbolParams } from 'vscode-languageserver'
import type { Workspace } from '../workspace'

export const workspaceSymbols = (
  workspace: Workspace,
  { query }: WorkspaceSymbolParams,
): SymbolInformation[] =>
  workspace.find(query).map(({ drawn, uri }) => {
    const { name, detail, line, column, endColumn } = drawn
    const start = { line: line - 1, character: column - 1 }
    return {
      name,
      kind: SymbolKind.Class,
      containerName: detail,
      location: { uri, range: { start, end: { line: line - 1, character: endColumn - 1 } } },
    }
  })
