// The preview beside the text: opened by command, following the editor's file, cursor and typing.

import * as vscode from 'vscode'
import { diagramAt, type Snapshot } from '../../../service'
import type { AskedExport } from '../../../service/preview/messages'
import type { Documents } from '../documents'
import type { Reviews } from '../reviews'
import { inSlices } from '../slices'
import { chosenExport } from './export'
import { PreviewPanel } from './panel'

const viewType = 'arrowsmith.preview'

/** Milliseconds without a keystroke before the picture is drawn anew. */
const pause = 150

/** Registers the command, and takes over a panel from before a reload. */
export function registerPreview(
  extension: vscode.Uri,
  documents: Documents,
  reviews: Pick<Reviews, 'settled'>,
): vscode.Disposable {
  let panel: PreviewPanel | undefined

  const adopt = (webview: vscode.WebviewPanel) => {
    webview.onDidDispose(() => {
      panel = undefined
    })
    panel = new PreviewPanel(webview, extension, documents)
  }
  const follow = following(documents, () => panel)
  /** Lenses name a document and a diagram, menus a document and themselves, the palette and keys nothing. */
  const open = async (resource?: unknown, diagram?: unknown) => {
    if (panel) panel.reveal()
    else adopt(createWebview())
    const uri = resource instanceof vscode.Uri ? resource : undefined
    const editor = editorOn(uri)
    if (typeof diagram !== 'number' && editor) return follow(editor)
    const document = editor?.document ?? (uri && (await vscode.workspace.openTextDocument(uri)))
    if (document) panel?.show(document, typeof diagram === 'number' ? diagram : 0)
  }
  const refresher = createRefresher(reviews, () => panel)

  return vscode.Disposable.from(
    vscode.commands.registerCommand('arrowsmith.openPreviewToSide', open),
    vscode.commands.registerCommand('arrowsmith.compareWithHead', async (resource?: unknown) => {
      await open(resource)
      panel?.toggleHead()
    }),
    vscode.commands.registerCommand('arrowsmith.compareWith', async (resource?: unknown) => {
      await open(resource)
      await panel?.chooseCounterpart()
    }),
    exportCommand((resource, way) => open(resource).then(() => panel?.exportAs(way))),
    whenReloaded(webview => {
      adopt(webview)
      void follow(editorOn(undefined))
    }),
    vscode.window.onDidChangeActiveTextEditor(follow),
    // After a reload the panel may be there before any editor is.
    vscode.window.onDidChangeVisibleTextEditors(([editor]) => {
      if (panel && !panel.document) follow(editor)
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === panel?.document) refresher.refreshIn(pause)
    }),
    documents.onDidChange(() => refresher.refreshIn(0)),
    refresher,
  )
}

/** Editors on what can't hold a diagram, such as program text, leave the preview where it is. */
const following = (documents: Documents, shown: () => PreviewPanel | undefined) => {
  let last: vscode.TextEditor | undefined
  return async (editor: vscode.TextEditor | undefined) => {
    last = editor
    const snapshot = shown() && editor && (await inSlices(documents.reading(editor.document)))
    const panel = shown()
    if (!panel || !snapshot || editor !== last) return
    const offset = editor.document.offsetAt(editor.selection.active)
    panel.show(editor.document, nearestDiagram(snapshot, offset))
    void panel.select(offset)
  }
}

/** What takes long is worked out before the picture, in slices between which keystrokes are heard. */
const createRefresher = (reviews: Pick<Reviews, 'settled'>, shown: () => PreviewPanel | undefined) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const refresh = async () => {
    const asked = timer
    const document = shown()?.document
    if (document) await reviews.settled(document)
    if (asked === timer) shown()?.refresh()
  }
  return {
    /** After so many milliseconds in which nobody else asks. */
    refreshIn: (milliseconds: number) => {
      clearTimeout(timer)
      timer = setTimeout(refresh, milliseconds)
    },
    dispose: () => clearTimeout(timer),
  }
}

const whenReloaded = (restore: (webview: vscode.WebviewPanel) => void): vscode.Disposable =>
  vscode.window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(webview) {
      restore(webview)
    },
  })

const exportCommand = (
  exported: (resource: unknown, way: AskedExport) => Promise<unknown>,
): vscode.Disposable =>
  vscode.commands.registerCommand('arrowsmith.exportPicture', async (resource?: unknown) => {
    const way = await chosenExport()
    if (way) await exported(resource, way)
  })

function createWebview(): vscode.WebviewPanel {
  const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
  return vscode.window.createWebviewPanel(viewType, vscode.l10n.t('Preview'), place, {
    retainContextWhenHidden: true,
  })
}

/** The editor on a document, or the one in use. */
function editorOn(uri: vscode.Uri | undefined): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window
  if (!uri) return activeTextEditor ?? visibleTextEditors[0]
  return [activeTextEditor, ...visibleTextEditors].find(
    editor => editor?.document.uri.toString() === uri.toString(),
  )
}

/** The diagram at an offset, else the last that begins before it, else the first. */
function nearestDiagram(snapshot: Snapshot, offset: number): number {
  const before = snapshot.diagrams.findLastIndex(({ block }) => block.span.start <= offset)
  return diagramAt(snapshot, offset) ?? Math.max(0, before)
}
