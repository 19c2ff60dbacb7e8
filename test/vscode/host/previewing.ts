// The command opens the preview beside the text, once.

import * as vscode from 'vscode'
import type { Check } from '../report'
import { equal, openFile, untilTrue } from './editor'
import { seen } from './outer'

const previews = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('arrowsmith.preview'),
    )

export const previewing: readonly Check[] = [
  {
    name: 'Open Preview to the Side opens one panel beside the text, however often it is called',
    async run() {
      await openFile('checkout.md')
      await vscode.commands.executeCommand('arrowsmith.openPreviewToSide')
      await untilTrue('the panel is there', () => previews().length === 1)
      await untilTrue('it names the file', () => previews()[0]?.label === 'Preview checkout.md')
      equal(vscode.window.tabGroups.all.length, 2)
      await vscode.commands.executeCommand('arrowsmith.openPreviewToSide')
      equal(previews().length, 1)
      await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    },
  },
]

/** Where the editor has no Git. */
export const comparing: readonly Check[] = [
  {
    name: 'Compare with HEAD says that there is no Git in this window, and what to do',
    async run() {
      await openFile('checkout.md')
      await vscode.commands.executeCommand('arrowsmith.compareWithHead')
      await untilTrue('the panel is there', () => previews().length === 1)
      await seen(
        'Git is not available in this window. Open the folder on your machine to compare with earlier versions.',
      )
      await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    },
  },
]
