// The extension starts, on its own, for the files it is for.

import * as vscode from 'vscode'
import type { Check } from '../report'
import { equal, ok, openFile, untilTrue } from './editor'

const id = 'arrowsmith.arrowsmith'

export const activation: readonly Check[] = [
  {
    name: 'a .mmd file is Mermaid, and opening it starts the extension',
    async run() {
      const document = await openFile('production-stack.mmd')
      equal(document.languageId, 'mermaid')
      await untilTrue('the extension is active', () => vscode.extensions.getExtension(id)?.isActive === true)
    },
  },
  {
    name: 'every command of the manifest is registered',
    async run() {
      const manifest: { contributes: { commands: { command: string }[] } } =
        vscode.extensions.getExtension(id)?.packageJSON
      const registered = await vscode.commands.getCommands(true)
      const missing = manifest.contributes.commands.filter(({ command }) => !registered.includes(command))
      equal(missing, [])
      ok(manifest.contributes.commands.length > 0, 'the manifest has no commands')
    },
  },
]
