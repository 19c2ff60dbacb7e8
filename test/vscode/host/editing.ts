// What helps while writing: quick fixes, hovers, completion.

import * as vscode from 'vscode'
import type { Check } from '../report'
import {
  equal,
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
  web[Web app] -->|HTTPS, 2s timeout| orders[Order service]
  orders -->|gRPC| stock[Stock service]
`

export const editing: readonly Check[] = [
  {
    name: 'a quick fix removes its finding',
    async run() {
      const document = await writeAndOpen('fixing.mmd', design)
      const { range } = await untilRule(document, 'missing-timeout')
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
      )
      const edit = actions.find(({ title }) => /^State a timeout/.test(title))?.edit
      ok(edit !== undefined, `no fix among ${actions.map(({ title }) => title)}`)
      if (edit) await vscode.workspace.applyEdit(edit)
      ok(document.getText() !== design, 'the text has not changed')
      await untilTrue('the finding is gone', () => !rulesIn(document).includes('missing-timeout'))
    },
  },
  {
    name: 'refactorings move figures, extract lines to a subgraph and draw a flow in a file beside it',
    async run() {
      const document = await writeAndOpen('refactoring.mmd', design)
      const line = document.lineAt(1).range
      const offered = (kind: vscode.CodeActionKind) =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          line,
          kind.value,
        )
      const draw = async () => {
        const drawing = await until('the flow can be drawn', async () =>
          (await offered(vscode.CodeActionKind.RefactorRewrite)).find(({ title }) =>
            title.endsWith('as a sequence diagram'),
          ),
        )
        if (drawing.edit) await vscode.workspace.applyEdit(drawing.edit)
      }
      await draw()
      const drawn = await openFile('refactoring-sequence.mmd')
      ok(drawn.getText().includes('web->>orders: HTTPS, 2s timeout'), `it is ${drawn.getText()}`)
      await drawn.save()
      await draw()
      const again = await openFile('refactoring-sequence-2.mmd')
      ok(again.getText() === drawn.getText(), `the second is ${again.getText()}`)
      const [extraction] = await offered(vscode.CodeActionKind.RefactorExtract)
      if (extraction?.edit) await vscode.workspace.applyEdit(extraction.edit)
      ok(document.getText().includes('  subgraph group1 [Group]\n    web[Web app]'), document.getText())
      await again.save()
      await vscode.workspace.fs.delete(again.uri)
      await vscode.workspace.fs.delete(drawn.uri)
    },
  },
  {
    name: 'a hover explains the protocol under the pointer',
    async run() {
      const document = await writeAndOpen('hovering.mmd', design)
      const text = await hoverText(document, inside(document, 'gRPC'))
      ok(/gRPC/.test(text) && /HTTP\/2/.test(text), `the hover says ${text}`)
    },
  },
  {
    name: 'a hover on a component says what the analysis knows of it',
    async run() {
      const document = await writeAndOpen('hovering.mmd', design)
      const text = await hoverText(document, inside(document, 'orders[Order'))
      ok(/Order service/.test(text), `the hover says ${text}`)
    },
  },
  {
    name: 'prose is explained only where the settings ask for it',
    async run() {
      const document = await writeAndOpen('prose.md', '# Notes\n\nEverything behind the edge speaks gRPC.\n')
      const settings = vscode.workspace.getConfiguration('arrowsmith')
      ok((await hoverText(document, inside(document, 'gRPC'))) === '', 'prose is explained unasked')
      await settings.update('hoverInProse', true)
      try {
        const text = await hoverText(document, inside(document, 'gRPC'))
        ok(/HTTP\/2/.test(text), `the hover says ${text}`)
      } finally {
        await settings.update('hoverInProse', undefined)
      }
    },
  },
  {
    name: 'what a hover has no room for opens as a page',
    async run() {
      await vscode.commands.executeCommand('arrowsmith.explain', 'gRPC')
      const page = vscode.Uri.from({ scheme: 'arrowsmith-explanation', path: '/gRPC' })
      const text = (await vscode.workspace.openTextDocument(page)).getText()
      ok(text.startsWith('# gRPC\n') && text.includes('*Breaks:*'), `the page is ${text}`)
      await untilTrue('it is shown', () =>
        vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /gRPC/.test(label))),
      )
      await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    },
  },
  {
    name: 'completion offers protocols in a label and keys in braces',
    async run() {
      const text = 'flowchart LR\n  web[Web app] -->|H| api[API]\n  %% web->api@{  }\n'
      const document = await writeAndOpen('completing.mmd', text)
      const inLabel = await labelsAt(document, text.indexOf('H|') + 1)
      ok(inLabel.includes('HTTPS'), `in the label: ${inLabel.slice(0, 20)}`)
      const inBraces = await labelsAt(document, text.indexOf('@{ ') + 3)
      ok(inBraces.includes('timeout'), `in the braces: ${inBraces.slice(0, 20)}`)
    },
  },
  {
    name: 'snippets for whole designs are offered in Mermaid files',
    async run() {
      const document = await writeAndOpen('snippets.mmd', 'arch')
      equal(
        (await labelsAt(document, 4)).some(label => label === 'arch-production-stack'),
        true,
      )
    },
  },
  {
    name: 'a Mermaid file is formatted by the editor, diagrams in Markdown by the command',
    async run() {
      const untidy = 'flowchart LR\nweb-->api\n'
      const tidy = 'flowchart LR\n  web --> api\n'
      const file = await writeAndOpen('untidy.mmd', untidy)
      const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
        'vscode.executeFormatDocumentProvider',
        file.uri,
        { tabSize: 2, insertSpaces: true },
      )
      const formatting = new vscode.WorkspaceEdit()
      formatting.set(file.uri, edits)
      await vscode.workspace.applyEdit(formatting)
      equal(file.getText(), tidy)
      const document = await writeAndOpen('untidy.md', `-  a  list\n\n\`\`\`mermaid\n${untidy}\`\`\`\n`)
      await vscode.commands.executeCommand('arrowsmith.formatDiagrams')
      equal(document.getText(), `-  a  list\n\n\`\`\`mermaid\n${tidy}\`\`\`\n`)
    },
  },
  {
    name: 'saving formats Mermaid files and the diagrams of Markdown, where the settings ask for it',
    async run() {
      const settings = vscode.workspace.getConfiguration('editor')
      await settings.update('formatOnSave', true)
      await settings.update('codeActionsOnSave', { 'source.formatDiagrams': 'explicit' })
      const afterSaving = async (name: string, text: string) => {
        const document = await writeAndOpen(name, text)
        await replace(document, 'api', 'shop')
        ok(await document.save(), `${name} could not be saved`)
        return document.getText()
      }
      try {
        equal(await afterSaving('saved.mmd', 'flowchart LR\nweb-->api\n'), 'flowchart LR\n  web --> shop\n')
        const around = (diagram: string) => `-  a  list\n\n\`\`\`mermaid\n${diagram}\`\`\`\n`
        equal(
          await afterSaving('saved.md', around('flowchart LR\nweb-->api\n')),
          around('flowchart LR\n  web --> shop\n'),
        )
      } finally {
        await settings.update('formatOnSave', undefined)
        await settings.update('codeActionsOnSave', undefined)
      }
    },
  },
  {
    name: 'the bar behind an arrow closes itself',
    async run() {
      const document = await writeAndOpen('closing.mmd', 'flowchart LR\n  web -->\n')
      const { activeTextEditor } = vscode.window
      if (!activeTextEditor) throw new Error('there is no editor')
      const end = document.lineAt(1).range.end
      activeTextEditor.selection = new vscode.Selection(end, end)
      await vscode.commands.executeCommand('type', { text: '|' })
      equal(document.lineAt(1).text, '  web -->||')
    },
  },
  {
    name: 'the palette fixes what is safe, explains the word at the cursor and writes a configuration',
    async run() {
      const commands = await vscode.commands.getCommands(true)
      const wanted = [
        'fixAll',
        'explainWord',
        'newDesign',
        'writeConfiguration',
        'toggleRun',
        'formatDiagrams',
      ]
      equal(
        wanted.filter(name => !commands.includes(`arrowsmith.${name}`)),
        [],
      )
      const misspelt = 'flowchart LR\n  web[Web app] -->|HTTPS| db[(Postgres)]\n  %% db@{ replcas: 2 }\n'
      const document = await writeAndOpen('palette.mmd', misspelt)
      await vscode.commands.executeCommand('arrowsmith.fixAll')
      equal(document.getText(), misspelt.replace('replcas', 'replicas'))
      await vscode.commands.executeCommand('arrowsmith.writeConfiguration')
      const { document: written } = vscode.window.activeTextEditor ?? {}
      ok(written?.getText().includes('"preset": "recommended"') ?? false, 'there is no configuration')
      if (written) await vscode.workspace.fs.delete(written.uri)
    },
  },
]

async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  )
  return hovers
    .flatMap(({ contents }) => contents)
    .map(content => (typeof content === 'string' ? content : content.value))
    .join('\n')
}

async function labelsAt(document: vscode.TextDocument, offset: number): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
  )
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label))
}
