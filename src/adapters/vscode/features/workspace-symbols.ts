// The components of all documents of the workspace, by name.

import * as vscode from 'vscode'
import type { Workspace } from '../workspace'

export const createWorkspaceSymbols = (workspace: Workspace): vscode.WorkspaceSymbolProvider => ({
  provideWorkspaceSymbols: query =>
    workspace.find(query).map(({ drawn, uri }) => {
      const { name, detail, line, column, endColumn } = drawn
      const range = new vscode.Range(line - 1, column - 1, line - 1, endColumn - 1)
      const location = new vscode.Location(uri, range)
      return new vscode.SymbolInformation(name, vscode.SymbolKind.Object, detail, location)
    }),
})
