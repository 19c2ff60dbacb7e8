// The extension starts, on its own, for the files it is for.

import * as vscode from 'vscode'
import type { Check } from '../report'
import { equal, ok, openFile, untilTrue } from './editor'

const id = 'arrowsmith.arrowsmith'

export const activation: readonly Check[] = [
  {
    name: 'a .mmd file is Mermaid, and opening it starts the extension',
    async run() {
      const document = await openFile('checkout.mmd')
      equal(document.languageId, 'mermaid')
      await untilTrue('the extension is active', () => vscode.extensions.getExtension(id)?.isActive === true)
    },
  },
  {
    name: 'the commands of the manifest are there',
    async run() {
      const commands = await vscode.commands.getCommands(true)
      ok(commands.includes('arrowsmith.openPreviewToSide'), 'Open Preview to the Side is not registered')
    },
  },
]
