// The preview's picture or report as a file beside the document, or its figures in the clipboard.

import * as vscode from 'vscode'

export interface ExportedPicture {
  readonly format: 'svg' | 'png' | 'html'
  /** The text of the SVG or of the HTML, or the PNG in base64. */
  readonly data: string
  /** What tells the diagram from the others of the document. */
  readonly diagram: string | undefined
}

/** Asks where to, writes the picture there and says so. */
export async function saveExport(
  document: vscode.TextDocument,
  { format, data, diagram }: ExportedPicture,
): Promise<void> {
  const name = fileName(document.uri, diagram)
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(document.uri, '..', `${name}.${format}`),
    filters: { [format.toUpperCase()]: [format] },
  })
  if (!target) return
  const bytes = format === 'png' ? decoded(data) : new TextEncoder().encode(data)
  await vscode.workspace.fs.writeFile(target, bytes)
  vscode.window.setStatusBarMessage(`Saved ${target.path.split('/').at(-1)}`, 5000)
}

/** Puts a text into the clipboard and says so. */
export async function copyText(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text)
  vscode.window.setStatusBarMessage('Copied the figures as a Markdown table', 5000)
}

/** Of the document and the diagram, in words that every file system takes. */
function fileName({ path }: vscode.Uri, diagram: string | undefined): string {
  const document =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') || 'diagram'
  const words = diagram
    ?.toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('-')
  if (!words) return document
  return words.startsWith(document.toLowerCase()) ? words : `${document}-${words}`
}

const decoded = (base64: string) => Uint8Array.from(atob(base64), character => character.charCodeAt(0))
