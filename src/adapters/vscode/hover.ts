// What stands under the pointer, explained; and all of an explanation that a hover has no room for, as a page.

import * as vscode from 'vscode'
import { diagramAt, explainTerm, type Hover, hoverAt, proseHoverAt, type Snapshot } from '../../service'
import { markdownText } from '../../text/markdown'
import type { Documents } from './documents'
import { toRange } from './positions'
import { settingsOf } from './settings'

const command = 'arrowsmith.explain'
const scheme = 'arrowsmith-explanation'

export const createHover = (documents: Documents): vscode.HoverProvider => ({
  provideHover(document, position) {
    const snapshot = documents.snapshotOf(document)
    const answer = snapshot && answerAt(snapshot, document, document.offsetAt(position))
    return answer && new vscode.Hover(contentsOf(answer), toRange(document, answer.span))
  },
})

/** Prose is explained only on request. */
function answerAt(snapshot: Snapshot, { uri }: vscode.TextDocument, offset: number): Hover | undefined {
  if (diagramAt(snapshot, offset) !== undefined) return hoverAt(snapshot, offset, { figures: false })
  return settingsOf(uri).prose ? proseHoverAt(snapshot, offset) : undefined
}

/** Opens explanations as pages beside the text: `more` in a hover leads here. */
export const registerExplanations = (): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent(uri) {
        const answer = explainTerm(termOf(uri))
        return 'markdown' in answer ? answer.markdown : `Nothing is known of “${markdownText(termOf(uri))}”.`
      },
    }),
    vscode.commands.registerCommand(command, (term: unknown) => {
      const page = vscode.Uri.from({ scheme, path: `/${String(term).replaceAll('/', '∕')}` })
      return vscode.commands.executeCommand('markdown.showPreviewToSide', page)
    }),
  )

const termOf = (uri: vscode.Uri): string => uri.path.slice(1).replaceAll('∕', '/')

/** The answer may quote the document, so nothing in it runs a command; the way to more is ours alone. */
const contentsOf = ({ markdown, more }: Hover): vscode.MarkdownString[] => [
  new vscode.MarkdownString(markdown),
  ...(more === undefined ? [] : [linkTo(more)]),
]

function linkTo(term: string): vscode.MarkdownString {
  const argument = encodeURIComponent(JSON.stringify([term]))
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
  const link = new vscode.MarkdownString(`[More](command:${command}?${argument})`)
  link.isTrusted = { enabledCommands: [command] }
  return link
}
