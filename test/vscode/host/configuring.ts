// The workspace's arrowsmith.config.json is found, obeyed, watched and checked.

import * as vscode from 'vscode'
import type { Check } from '../report'
import {
  equal,
  fileUri,
  inside,
  ok,
  openFile,
  replace,
  rulesIn,
  until,
  untilRule,
  untilTrue,
  writeAndOpen,
} from './editor'

const design = `flowchart LR
  web[Web app] -->|"HTTPS, 2s timeout"| gateway[API gateway]
  gateway -->|"gRPC, 1s timeout"| orders[Order service]
  orders --> db[(Orders DB)]
`

const write = (text: string) =>
  vscode.workspace.fs.writeFile(fileUri('configured/arrowsmith.config.json'), new TextEncoder().encode(text))

export const configuring: readonly Check[] = [
  {
    name: 'a rule that arrowsmith.config.json turns off is silent, until the file is gone',
    async run() {
      await write('{ "rules": { "unlabeled-arrow": "off" } }')
      const document = await writeAndOpen('configured/design.mmd', design)
      await untilTrue('the other rules speak', () => rulesIn(document).length > 0)
      ok(!rulesIn(document).includes('unlabeled-arrow'), 'unlabeled-arrow speaks all the same')
      await vscode.workspace.fs.delete(fileUri('configured/arrowsmith.config.json'))
      await untilRule(document, 'unlabeled-arrow')
    },
  },
  {
    name: 'arrowsmith.rules sets severities where there is no configuration file',
    async run() {
      const settings = vscode.workspace.getConfiguration('arrowsmith')
      const document = await writeAndOpen('settings.mmd', design)
      await untilRule(document, 'unlabeled-arrow')
      try {
        await settings.update('rules', { 'unlabeled-arrow': 'error' })
        await until('it is an error', () =>
          vscode.languages
            .getDiagnostics(document.uri)
            .find(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
        )
        await settings.update('rules', { 'unlabeled-arrow': 'off' })
        await untilTrue('it is silent', () => !rulesIn(document).includes('unlabeled-arrow'))
      } finally {
        await settings.update('rules', undefined)
      }
    },
  },
  {
    name: 'a mistake in arrowsmith.config.json is a problem of that file',
    async run() {
      await write('{ "rules": { "unlabelled-arrow": "off" } }')
      await writeAndOpen('configured/other.mmd', design)
      const problem = await until('the file has a problem', () =>
        vscode.languages
          .getDiagnostics(fileUri('configured/arrowsmith.config.json'))
          .find(({ source }) => source === 'arrowsmith'),
      )
      ok(problem.message.includes('unlabeled-arrow'), `it does not say what was meant: ${problem.message}`)
      await vscode.workspace.fs.delete(fileUri('configured/arrowsmith.config.json'))
    },
  },
  {
    name: 'what another document of the workspace states counts, and is told where it differs',
    async run() {
      const other = (p99: string) => new TextEncoder().encode(`${design}  %% orders@{ p99: ${p99} }\n`)
      await vscode.workspace.fs.writeFile(fileUri('sharing/there.mmd'), other('90ms'))
      const document = await writeAndOpen('sharing/here.mmd', `${design}  %% orders@{ p99: 70ms }\n`)
      const { message } = await untilRule(document, 'conflicting-figures')
      ok(message.includes('sharing/there.mmd:5'), `it does not say where: ${message}`)
      await vscode.workspace.fs.writeFile(fileUri('sharing/there.mmd'), other('70ms'))
      await untilTrue('they agree', () => !rulesIn(document).includes('conflicting-figures'))
      await vscode.workspace.fs.delete(fileUri('sharing'), { recursive: true })
    },
  },
]

/** On a disk, where a file that is written is empty for a moment. */
export const rewriting: readonly Check[] = [
  {
    name: 'while arrowsmith.config.json is read anew, it stays in force as it was',
    async run() {
      await write('{ "rules": { "unlabeled-arrow": "off" } }')
      const document = await writeAndOpen('configured/changing.mmd', design)
      await untilTrue('the other rules speak', () => rulesIn(document).length > 0)
      await untilTrue('it is silent', () => !rulesIn(document).includes('unlabeled-arrow'))
      const loud: string[] = []
      const listening = vscode.languages.onDidChangeDiagnostics(() => {
        if (rulesIn(document).includes('unlabeled-arrow')) loud.push('unlabeled-arrow')
      })
      for (let turn = 0; turn < 30; turn++) {
        await write(`{ "rules": { "unlabeled-arrow": "off" } }${'\n'.repeat(turn)}`)
        await replace(document, 'Order service', 'Order  service')
        await new Promise(resolve => setTimeout(resolve, 9 * turn))
        await replace(document, 'Order  service', 'Order service')
      }
      await untilTrue('the other rules speak', () => rulesIn(document).length > 0)
      listening.dispose()
      equal(loud, [])
      await vscode.workspace.fs.delete(fileUri('configured/arrowsmith.config.json'))
      await untilRule(document, 'unlabeled-arrow')
    },
  },
]

/** With VS Code's own support for JSON, which the window of the web worker does not load. */
export const proposing: readonly Check[] = [
  {
    name: 'arrowsmith.config.json may have comments, proposes its settings, and is told once what is wrong',
    async run() {
      await write('{\n  // the team decides\n  "preset": "relaxed"\n}')
      const document = await openFile('configured/arrowsmith.config.json')
      equal(document.languageId, 'jsonc')
      const problems = () => vscode.languages.getDiagnostics(document.uri)
      await untilTrue('its problem is told', () =>
        problems().some(({ message }) => message.includes('relaxed')),
      )
      const at = inside(document, '"relaxed"')
      const proposals = await until('settings are proposed', async () => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          at,
        )
        return list.items.length > 0 ? list.items : undefined
      })
      const labels = proposals.map(({ label }) => (typeof label === 'string' ? label : label.label))
      ok(labels.includes('"strict"'), `it proposes ${labels.join(', ')}`)
      equal(
        problems().map(({ source, message }) => [source, message.slice(0, 33)]),
        [['arrowsmith', '"relaxed" is not one of "sketch",']],
      )
      await vscode.workspace.fs.delete(document.uri)
    },
  },
]
