// Finding the way: outline, definition, references, rename, and numbers above diagrams.

import * as vscode from 'vscode'
import type { Check } from '../report'
import { equal, inside, ok, until, writeAndOpen } from './editor'

const design = `flowchart LR
  web[Web app] -->|"HTTPS, 2s timeout"| orders[Order service]
  orders -->|"SQL, 100ms timeout"| db[(Postgres)]
`

export const navigating: readonly Check[] = [
  {
    name: 'the outline lists diagrams and their components',
    async run() {
      const { uri } = await writeAndOpen('outline.mmd', design)
      const symbols = await until('there is an outline', () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          uri,
        ),
      )
      const names = symbols.flatMap(({ children }) => children.map(({ name }) => name))
      ok(
        names.some(name => name.includes('Order service')),
        `the outline has ${names}`,
      )
    },
  },
  {
    name: 'an id leads to where it is defined and used, in other documents too',
    async run() {
      const document = await writeAndOpen('navigation.mmd', design)
      const second = inside(document, 'orders -->')
      const at = second.with({ character: 4 })
      const [definition] = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at,
      )
      equal(definition?.range.start.line, 1)
      const references = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        at,
      )
      const [here, others] = [true, false].map(isHere =>
        references.filter(({ uri }) => (uri.toString() === document.uri.toString()) === isHere),
      )
      equal(
        here?.map(({ range }) => range.start.line),
        [1, 2],
      )
      // The outline's document draws the same service.
      ok(
        others?.some(({ uri }) => uri.path.endsWith('/outline.mmd')) ?? false,
        `other documents are ${others?.map(({ uri }) => uri.path)}`,
      )
    },
  },
  {
    name: 'rename changes every place that names the id, and no label',
    async run() {
      const document = await writeAndOpen('renaming.mmd', design)
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        inside(document, 'orders -->').with({ character: 4 }),
        'sales',
      )
      await vscode.workspace.applyEdit(edit)
      equal(document.getText(), design.replaceAll('orders', 'sales'))
    },
  },
  {
    name: 'the calls of a component are a hierarchy, groups fold, and words have colors',
    async run() {
      const text = `${design}  subgraph eu [Europe]\n    db\n  end\n`
      const document = await writeAndOpen('calls.mmd', text)
      const [item] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
        'vscode.prepareCallHierarchy',
        document.uri,
        inside(document, 'orders -->').with({ character: 4 }),
      )
      const outgoing = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
        'vscode.provideOutgoingCalls',
        item,
      )
      equal(
        outgoing.map(({ to }) => to.name),
        ['Postgres'],
      )
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      )
      equal(
        folds.map(({ start, end }) => [start, end]),
        [[3, 4]],
      )
      const colors = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      )
      ok((colors?.data.length ?? 0) > 20, 'there are no colors')
    },
  },
  {
    name: 'a lens above the diagram tells the numbers of its flow',
    async run() {
      const { uri } = await writeAndOpen('lenses.mmd', design)
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri,
        9,
      )
      const titles = lenses.map(({ command }) => command?.title ?? '')
      ok(
        titles.some(title => /p99/.test(title) && /%/.test(title)),
        `the lenses say ${titles}`,
      )
    },
  },
]
