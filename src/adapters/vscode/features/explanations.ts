// Explanations as pages beside the text: from `More` in a hover, or picked from a list that is searched while typing.

import * as vscode from 'vscode'
import { explanationPage, type FoundExplanation, searchExplanations } from '../../../service'

export const explainCommand = 'arrowsmith.explain'
const scheme = 'arrowsmith-explanation'

/** The command explains the term it is given; without one it asks. */
export const registerExplanations = (): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: uri => explanationPage(termOf(uri)),
    }),
    vscode.commands.registerCommand(explainCommand, async (given: unknown) => {
      const term = typeof given === 'string' ? given : await pick()
      return term === undefined ? undefined : open(term)
    }),
  )

function open(term: string): Thenable<unknown> {
  const page = vscode.Uri.from({ scheme, path: `/${term.replaceAll('/', '∕')}` })
  return vscode.commands.executeCommand('markdown.showPreviewToSide', page)
}

const termOf = (uri: vscode.Uri): string => uri.path.slice(1).replaceAll('∕', '/')

/** Asks for a term: what is typed is explained as it stands, or an explanation is chosen that speaks of it. */
function pick(): Promise<string | undefined> {
  const list = vscode.window.createQuickPick()
  list.placeholder = vscode.l10n.t('A protocol, product, status code, error message, amount or question')
  list.matchOnDescription = true
  list.items = searchExplanations('').map(itemOf)
  list.onDidChangeValue(words => {
    list.items = words.trim() === '' ? searchExplanations('').map(itemOf) : foundFor(words)
  })
  return new Promise(resolve => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0]?.label ?? (list.value.trim() || undefined))
      list.hide()
    })
    list.onDidHide(() => {
      resolve(undefined)
      list.dispose()
    })
    list.show()
  })
}

/** The words themselves first: they may be an amount or a comparison, which no explanation is named after. */
function foundFor(words: string): vscode.QuickPickItem[] {
  const found = searchExplanations(words).map(each => ({ ...itemOf(each), alwaysShow: true }))
  return [{ label: words.trim(), description: vscode.l10n.t('explain this'), alwaysShow: true }, ...found]
}

const itemOf = ({ title, topic, gist }: FoundExplanation): vscode.QuickPickItem => ({
  label: title,
  description: topic,
  detail: gist,
})
