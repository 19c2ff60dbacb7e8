// The preview's picture or report as a file beside the document, or its figures in the clipboard.

import * as vscode from 'vscode'
import type { AskedExport } from '../../../service/preview/messages'
import { fileNameOf } from './file-name'

export interface ExportedPicture {
  readonly format: 'svg' | 'png' | 'html'
  /** The text of the SVG or of the HTML, or the PNG in base64. */
  readonly data: string
  /** What tells the diagram from the others of the document. */
  readonly diagram: string | undefined
}

/** Asks for the form; undefined where none is chosen. */
export async function chosenExport(): Promise<AskedExport | undefined> {
  const { t } = vscode.l10n
  const offered: readonly (vscode.QuickPickItem & { readonly way: AskedExport })[] = [
    { label: 'SVG', way: 'svg' },
    { label: t('PNG, twice as large'), way: 'png2' },
    { label: t('Report in one HTML file'), way: 'html' },
    { label: t('Copy figures as Markdown'), way: 'markdown' },
  ]
  const placeHolder = t('Choose a form for the picture')
  return (await vscode.window.showQuickPick(offered, { placeHolder }))?.way
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
  vscode.window.setStatusBarMessage(vscode.l10n.t('Saved {0}', fileNameOf(target)), 5000)
}

/** Puts a text into the clipboard and says so. */
export async function copyText(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text)
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied the figures as a Markdown table'), 5000)
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
