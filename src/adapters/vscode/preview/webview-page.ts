// The preview's page: one script, and nothing else may run or load.

import * as vscode from 'vscode'
import { policyFor } from './webview-policy'
import { translationsElement } from './webview-translations'

/** The page for a webview that may read `dist` and `media` of the extension. */
export function previewPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const address = (...path: string[]) => webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path))
  const nonce = crypto.randomUUID()
  const { bundle } = vscode.l10n
  return `<!DOCTYPE html>
<html lang="${bundle ? vscode.env.language : 'en'}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policyFor(webview.cspSource, nonce)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${address('media', 'preview.css')}">
    <title>Arrowsmith</title>
    ${translationsElement(bundle)}
  </head>
  <body>
    <script type="module" nonce="${nonce}" src="${address('dist', 'preview.js')}"></script>
  </body>
</html>`
}
