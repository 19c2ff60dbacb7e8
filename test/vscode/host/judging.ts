// Findings appear as Problems, when and where the settings say.

import * as vscode from 'vscode'
import type { Check } from '../report'
import { equal, fileUri, ok, openFile, replace, rulesIn, untilRule, untilTrue, writeAndOpen } from './editor'

const bare = `flowchart LR
  web[Web app] -->|"HTTPS, 2s timeout"| gateway[API gateway]
  gateway -->|"gRPC, 1s timeout"| orders[Order service]
  orders --> db[(Orders DB)]
`
const labeled = bare.replace('orders -->', 'orders -->|"SQL, 100ms timeout"|')

/** A design of services that no other test draws, and what it states for one. */
const stating = (p99: string, design: string) =>
  `${design.replaceAll('orders', 'ledger').replaceAll('Order', 'Ledger')}  %% ledger@{ p99: ${p99} }\n`

export const judging: readonly Check[] = [
  {
    name: 'an arrow without a protocol is a problem, with its rule, its page and its place',
    async run() {
      const document = await writeAndOpen('judging.mmd', bare)
      const { range, code, source } = await untilRule(document, 'unlabeled-arrow')
      equal(document.getText(range), '-->')
      equal(source, 'arrowsmith')
      ok(typeof code === 'object' && code.target.path.endsWith('/unlabeled-arrow.md'), 'the rule has no page')
    },
  },
  {
    name: 'in Markdown the problem stands where the fence draws it',
    async run() {
      const quoted = bare.replace(/^/gm, '> ')
      const document = await writeAndOpen(
        'judging.md',
        `# Text\r\n\r\n> \`\`\`mermaid\r\n${quoted}\`\`\`\r\n`,
      )
      const { range } = await untilRule(document, 'unlabeled-arrow')
      equal(document.lineAt(range.start).text, '>   orders --> db[(Orders DB)]')
      equal(document.getText(range), '-->')
    },
  },
  {
    name: 'it goes while one types, and comes back',
    async run() {
      const document = await openFile('judging.mmd')
      await untilRule(document, 'unlabeled-arrow')
      await replace(document, bare, labeled)
      await untilTrue('the finding is gone', () => !rulesIn(document).includes('unlabeled-arrow'))
      await replace(document, labeled, bare)
      await untilRule(document, 'unlabeled-arrow')
    },
  },
  {
    name: 'the whole workspace is checked by a command, documents that nobody has open too',
    async run() {
      const uri = fileUri('checking/unopened.mmd')
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(bare))
      const found = () => vscode.languages.getDiagnostics(uri).map(({ code }) => code)
      await vscode.commands.executeCommand('arrowsmith.lintWorkspace')
      ok(JSON.stringify(found()).includes('unlabeled-arrow'), `it has ${JSON.stringify(found())}`)
      const count = found().length
      const document = await openFile('checking/unopened.mmd')
      await untilRule(document, 'unlabeled-arrow')
      ok(found().length <= count, 'its findings are listed twice')
      await vscode.workspace.fs.delete(fileUri('checking'), { recursive: true })
    },
  },
  {
    name: 'arrowsmith.run: onSave waits for saving, off clears',
    async run() {
      const settings = vscode.workspace.getConfiguration('arrowsmith')
      const before = stating('90ms', labeled)
      const other = await writeAndOpen('saving/other.mmd', before)
      const document = await writeAndOpen('saving/design.mmd', before)
      await settings.update('run', 'onSave')
      try {
        await replace(document, before, stating('70ms', bare))
        // Asked for its outline it is read, and the other is checked anew, later than typing would be.
        await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri)
        await untilRule(other, 'conflicting-figures')
        equal(rulesIn(document).includes('unlabeled-arrow'), false)
        await document.save()
        await untilRule(document, 'unlabeled-arrow')
        await settings.update('run', 'off')
        await untilTrue('there is nothing left', () => rulesIn(document).length === 0)
      } finally {
        await settings.update('run', undefined)
        await vscode.workspace.fs.delete(fileUri('saving'), { recursive: true })
      }
    },
  },
]
