// Numbers in the source: each arrow's share as inlay hints, each diagram's flow above it.

import * as vscode from 'vscode'
import { hints, lenses } from '../../../service'
import type { Documents } from '../documents'
import { toRange, toSpan } from '../positions'
import type { News, Reviews } from '../reviews'
import { settingsOf } from '../settings'

export const createHints = (documents: Documents, reviews: Reviews): vscode.InlayHintsProvider => ({
  onDidChangeInlayHints: whenKnown(documents, reviews, 'shares'),
  async provideInlayHints(document, range, token) {
    const { hints: extent } = settingsOf(document.uri)
    if (extent === 'off') return []
    await reviews.figures(document, 'shares')
    const snapshot = token.isCancellationRequested ? undefined : await documents.read(document)
    if (!snapshot) return []
    const { start, end } = toSpan(document, range)
    return hints(snapshot, { earlier: reviews.latest(document) }, extent)
      .filter(({ offset }) => start <= offset && offset <= end)
      .map(({ offset, text, tooltip }) => {
        const hint = new vscode.InlayHint(document.positionAt(offset), text)
        hint.tooltip = new vscode.MarkdownString(tooltip)
        hint.paddingLeft = true
        return hint
      })
  },
})

export const createLenses = (documents: Documents, reviews: Reviews): vscode.CodeLensProvider => ({
  onDidChangeCodeLenses: whenKnown(documents, reviews, 'flows'),
  async provideCodeLenses(document, token) {
    if (!settingsOf(document.uri).lenses) return []
    await reviews.figures(document, 'flows')
    const snapshot = token.isCancellationRequested ? undefined : await documents.read(document)
    if (!snapshot) return []
    return lenses(snapshot, { earlier: reviews.latest(document) }, vscode.l10n.t).map(
      ({ span, title, tooltip, diagram }) => {
        const command = 'arrowsmith.openPreviewToSide'
        return new vscode.CodeLens(toRange(document, span), {
          title: `${title} · ${vscode.l10n.t('Preview')}`,
          tooltip,
          command,
          arguments: [document.uri, diagram],
        })
      },
    )
  },
})

/** Asked for again when their figures are known, and when what they rest on changes. */
const whenKnown =
  (documents: Documents, reviews: Reviews, stage: News['stage']): vscode.Event<void> =>
  listener =>
    vscode.Disposable.from(
      documents.onDidChange(() => listener()),
      reviews.onDidLearn(news => {
        if (news.stage === stage) listener()
      }),
    )
