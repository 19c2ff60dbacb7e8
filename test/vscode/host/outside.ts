// Documents that are no files: versions as a diff shows them, cells of a notebook, what is not saved yet.

import * as vscode from 'vscode'
import type { Check } from '../report'
import { equal, fileUri, ok, until, untilRule, untilTrue } from './editor'

const design = `flowchart LR
  web[Web app] -->|"HTTPS, 2s timeout"| gateway[API gateway]
  gateway -->|"gRPC, 1s timeout"| orders[Order service]
  orders --> db[(Orders DB)]
`
const encoded = (text: string) => new TextEncoder().encode(text)

const configuration = fileUri('outside/arrowsmith.config.json')

const configure = (rules: object) =>
  vscode.workspace.fs.writeFile(configuration, encoded(JSON.stringify({ rules })))

/** Whatever is asked for beside a version, the answer is the text of the version, as with Git's own scheme. */
const versions = () => {
  const asked: string[] = []
  const nothing = new vscode.Disposable(() => undefined)
  const refuse = () => {
    throw vscode.FileSystemError.NoPermissions()
  }
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: () => nothing,
    watch: () => nothing,
    stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: design.length }),
    readFile(uri) {
      asked.push(uri.path)
      return encoded(design)
    },
    readDirectory: () => [],
    ...{ createDirectory: refuse, writeFile: refuse, delete: refuse, rename: refuse },
  }
  const registered = vscode.workspace.registerFileSystemProvider('versions', provider, { isReadonly: true })
  return { asked, dispose: () => registered.dispose() }
}

const versionOf = (path: string) =>
  vscode.Uri.from({ scheme: 'versions', path, query: JSON.stringify({ path, ref: 'HEAD' }) })

const opened = async (uri: vscode.Uri) => {
  const document = await vscode.workspace.openTextDocument(uri)
  await vscode.window.showTextDocument(document)
  return document
}

const problemsOf = (name: string) =>
  vscode.languages.getDiagnostics().filter(([{ path }, found]) => path.endsWith(name) && found.length > 0)

export const outside: readonly Check[] = [
  {
    name: 'an older version in a diff is judged as its file would be, and nothing is read beside it',
    async run() {
      const { asked, dispose } = versions()
      try {
        await configure({ 'unlabeled-arrow': 'error' })
        const file = fileUri('outside/design.mmd')
        await vscode.workspace.fs.writeFile(file, encoded(design.replace('orders -->', 'orders -->|SQL|')))
        await vscode.commands.executeCommand('vscode.diff', versionOf(file.path), file)
        const before = await until('the older version is open', () =>
          vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'versions'),
        )
        const { severity } = await untilRule(before, 'unlabeled-arrow')
        equal(severity, vscode.DiagnosticSeverity.Error)
        equal([...new Set(asked)], [file.path])
        await untilTrue(
          'no configuration has a problem',
          () => problemsOf('/arrowsmith.config.json').length === 0,
        )
      } finally {
        await vscode.commands.executeCommand('workbench.action.closeAllEditors')
        await vscode.workspace.fs.delete(configuration)
        dispose()
      }
    },
  },
  {
    name: 'a version of a file of no folder is judged by its text alone',
    async run() {
      const { asked, dispose } = versions()
      try {
        const document = await opened(versionOf('/somewhere/else/design.mmd'))
        await untilRule(document, 'unlabeled-arrow')
        equal([...new Set(asked)], ['/somewhere/else/design.mmd'])
        await untilTrue(
          'no configuration has a problem',
          () => problemsOf('/arrowsmith.config.json').length === 0,
        )
      } finally {
        await vscode.commands.executeCommand('workbench.action.closeAllEditors')
        dispose()
      }
    },
  },
  {
    name: 'what is not saved yet has findings, by the configuration of where it would be saved',
    async run() {
      const rooted = fileUri('arrowsmith.config.json')
      await vscode.workspace.fs.writeFile(rooted, encoded('{ "rules": { "unlabeled-arrow": "error" } }'))
      try {
        const document = await vscode.workspace.openTextDocument({ language: 'mermaid', content: design })
        ok(document.isUntitled, 'it is a file')
        await untilTrue('it is an error', () =>
          vscode.languages
            .getDiagnostics(document.uri)
            .some(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
        )
      } finally {
        await vscode.workspace.fs.delete(rooted)
      }
    },
  },
  {
    name: 'a cell of a notebook has findings, by the configuration of where it lies',
    async run() {
      const rooted = fileUri('arrowsmith.config.json')
      await vscode.workspace.fs.writeFile(rooted, encoded('{ "rules": { "unlabeled-arrow": "error" } }'))
      try {
        const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, design, 'mermaid')
        const notebook = await vscode.workspace.openNotebookDocument(
          'interactive',
          new vscode.NotebookData([cell]),
        )
        const { uri } = notebook.cellAt(0).document
        await untilTrue('its finding is an error', () =>
          vscode.languages
            .getDiagnostics(uri)
            .some(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
        )
      } finally {
        await vscode.workspace.fs.delete(rooted)
      }
    },
  },
]
