// The tools for assistants, called the way a chat calls them.

import * as vscode from 'vscode'
import type { Check } from '../report'
import { equal, fileUri, ok, openFile, until } from './editor'

const design = `flowchart LR
  web[Web app] -->|"HTTPS, 2s timeout"| orders[Order service]
  orders --> db[(Orders DB)]
`

const ours = () => vscode.lm.tools.map(({ name }) => name).filter(name => name.startsWith('arrowsmith_'))

async function call(tool: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(`arrowsmith_${tool}`, {
    input,
    toolInvocationToken: undefined,
  })
  return content.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('')
}

export const assisting: readonly Check[] = [
  {
    name: 'assistants are offered the five tools',
    async run() {
      const names = await until('the tools are there', () => (ours().length > 0 ? ours() : undefined))
      equal(names.sort(), [
        ...['arrowsmith_compare_designs', 'arrowsmith_compute_flows', 'arrowsmith_explain_term'],
        ...['arrowsmith_lint_diagram', 'arrowsmith_what_if'],
      ])
    },
  },
  {
    name: 'a tool reads a document of the workspace as the editor has it',
    async run() {
      await vscode.workspace.fs.writeFile(
        fileUri('assisting.mmd'),
        new TextEncoder().encode('flowchart LR\n'),
      )
      const document = await openFile('assisting.mmd')
      const edit = new vscode.WorkspaceEdit()
      edit.replace(document.uri, new vscode.Range(0, 0, 1, 0), design)
      ok(await vscode.workspace.applyEdit(edit), 'the design could not be written')
      const found = await call('lint_diagram', { path: 'assisting.mmd' })
      ok(found.includes('"unlabeled-arrow"'), `it finds ${found}`)
      ok((await call('compute_flows', { source: design })).includes('"assumed"'), 'figures come from nowhere')
      ok(
        (await call('lint_diagram', { path: '/etc/passwd' })).includes('no such document'),
        'it reads anything',
      )
    },
  },
]
