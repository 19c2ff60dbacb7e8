// Starts the extension: every feature registers itself, and goes with the context.

import * as vscode from 'vscode'

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(vscode.commands.registerCommand('arrowsmith.openPreviewToSide', () => undefined))
}
