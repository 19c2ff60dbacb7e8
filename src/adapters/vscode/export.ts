// The preview's picture as a file beside the document.

import * as vscode from 'vscode'

export interface ExportedPicture {
  readonly format: 'svg' | 'png'
  /** The SVG's text, or the PNG in base64. */
  readonly data: string
}

/** Asks where to, and writes the picture there. */
export async function saveExport(
  document: vscode.TextDocument,
  { format, data }: ExportedPicture,
): Promise<void> {
  const name = document.uri.path
    .split('/')
    .at(-1)
    ?.replace(/\.[^.]*$/, '')
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(document.uri, '..', `${name || 'diagram'}.${format}`),
    filters: { [format.toUpperCase()]: [format] },
  })
  if (!target) return
  const bytes = format === 'svg' ? new TextEncoder().encode(data) : decoded(data)
  await vscode.workspace.fs.writeFile(target, bytes)
}

const decoded = (base64: string) => Uint8Array.from(atob(base64), character => character.charCodeAt(0))
