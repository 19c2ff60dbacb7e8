// The components of all documents of the workspace, by name.

import * as vscode from 'vscode'
import { toDrawnLocation } from '../positions'
import type { Workspace } from '../workspace'

export const createWorkspaceSymbols = (workspace: Workspace): vscode.WorkspaceSymbolProvider => ({
  provideWorkspaceSymbols: query =>
    workspace.find(query).map(each => {
      const { name, detail } = each.drawn
      return new vscode.SymbolInformation(name, vscode.SymbolKind.Object, detail, toDrawnLocation(each))
    }),
})
