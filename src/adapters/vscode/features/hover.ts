// What stands under the pointer, explained, and the way to all of it.

import * as vscode from 'vscode'
import { diagramAt, finished, type Hover, hoverAt, proseHoverAt, type Snapshot } from '../../../service'
import type { Documents } from '../documents'
import { toRange } from '../positions'
import { settingsOf } from '../settings'
import { explainCommand } from './explanations'

export const createHover = (documents: Documents): vscode.HoverProvider => ({
  provideHover(document, position) {
    const isProseExplained = settingsOf(document.uri).prose
    const snapshot = isProseExplained ? finished(documents.reading(document)) : documents.snapshotOf(document)
    const answer = snapshot && answerAt(snapshot, document.offsetAt(position), isProseExplained)
    return answer && new vscode.Hover(contentsOf(answer), toRange(document, answer.span))
  },
})

/** Prose is explained only on request. */
function answerAt(snapshot: Snapshot, offset: number, isProseExplained: boolean): Hover | undefined {
  if (diagramAt(snapshot, offset) !== undefined) return hoverAt(snapshot, offset, { figures: false })
  return isProseExplained ? proseHoverAt(snapshot, offset) : undefined
}

/** The answer may quote the document, so nothing in it runs a command; the way to more is ours alone. */
const contentsOf = ({ markdown, more }: Hover): vscode.MarkdownString[] => [
  new vscode.MarkdownString(markdown),
  ...(more === undefined ? [] : [linkTo(more)]),
]

function linkTo(term: string): vscode.MarkdownString {
  const argument = encodeURIComponent(JSON.stringify([term]))
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
  const link = new vscode.MarkdownString(`[${vscode.l10n.t('More')}](command:${explainCommand}?${argument})`)
  link.isTrusted = { enabledCommands: [explainCommand] }
  return link
}
