// The preview's page: one script, and nothing else may run or load.

import * as vscode from 'vscode'

/**
 * The page for a webview that may read `dist`. Mermaid puts style elements into its pictures, so styles are
 * free; scripts are the one with the nonce and what it imports.
 */
export function previewPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const address = (...path: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path))
  const nonce = crypto.randomUUID()
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src ${webview.cspSource} 'unsafe-inline'`,
    `img-src ${webview.cspSource} data: blob:`,
    `font-src ${webview.cspSource} data:`,
  ]
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${address('media', 'preview.css')}">
    <title>Arrowsmith</title>
  </head>
  <body>
    <script type="module" nonce="${nonce}" src="${address('dist', 'preview.js')}"></script>
  </body>
</html>`
}
