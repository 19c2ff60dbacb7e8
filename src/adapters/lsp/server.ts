// The server: says what it can do, and passes each request to its feature.

import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { version } from '../../../package.json'
import type { Snapshot } from '../../service'
import { configurationFile } from '../disk/configuration'
import { codeActions } from './codeActions'
import { completions } from './completions'
import { diagnosticsOf, pushDiagnostics, type Sender } from './diagnostics'
import { definition, prepareRename, references, rename } from './navigation'
import { hover, inlayHints } from './reading'
import { snapshotStore } from './snapshots'
import { documentSymbols } from './symbols'
import { createWorkspace } from './workspace'

/** Serves an editor over a connection; returns at once. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument)
  let client: InitializeParams['capabilities'] = {}
  let folders: readonly string[] = []
  let sender: Sender | undefined

  const lookAgain = () => {
    if (sender) sender.sendAll()
    else if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh()
  }
  const workspace = createWorkspace(settled(lookAgain))
  const snapshots = snapshotStore(documents, workspace)

  connection.onInitialize(parameters => {
    client = parameters.capabilities
    folders = foldersOf(parameters)
    // Asked for by those who can ask; sent to the rest. Both would show everything twice.
    if (!client.textDocument?.diagnostic) sender = pushDiagnostics(connection, documents, snapshots)
    return initializeResult
  })
  connection.onInitialized(() => {
    void workspace.open(folders)
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const changed = changes.map(({ uri }) => uri).filter(uri => !documents.get(uri))
    workspace.reread(changed)
    if (changed.some(uri => uri.endsWith(configurationFile))) {
      snapshots.forget()
      lookAgain()
    }
  })
  documents.onDidClose(({ document: { uri } }) => {
    snapshots.drop(uri)
    workspace.reread([uri])
  })

  answer(connection, snapshots.of)
  documents.listen(connection)
  connection.listen()
}

const watchers = [
  { globPattern: `**/${configurationFile}` },
  { globPattern: '**/*.{mmd,mermaid,md,markdown,mdx,html,adoc,asciidoc,rst}' },
]

const foldersOf = ({ workspaceFolders, rootUri }: InitializeParams): readonly string[] =>
  workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])

/** Milliseconds for several documents to state what is new. */
const settling = 200

/** Acts once when nothing has asked for it for a while. */
function settled(act: () => void): () => void {
  let waiting: NodeJS.Timeout | undefined
  return () => {
    clearTimeout(waiting)
    waiting = setTimeout(act, settling)
  }
}

/** Every request that is answered from one document's snapshot. Closed documents get an empty answer. */
function answer(connection: Connection, of: (uri: string) => Snapshot | undefined): void {
  const from = <P extends { readonly textDocument: { readonly uri: string } }, R>(
    feature: (snapshot: Snapshot, parameters: P) => R,
  ) => {
    return (parameters: P): R | null => {
      const snapshot = of(parameters.textDocument.uri)
      return snapshot ? feature(snapshot, parameters) : null
    }
  }
  connection.onHover(from(hover))
  connection.onCompletion(from(completions))
  connection.onCodeAction(from(codeActions))
  connection.onDefinition(from(definition))
  connection.onReferences(from(references))
  connection.onPrepareRename(from(prepareRename))
  connection.onRenameRequest(from(rename))
  connection.onDocumentSymbol(from(documentSymbols))
  connection.languages.inlayHint.on(from(inlayHints))
  connection.languages.diagnostics.on(({ textDocument }) => {
    const snapshot = of(textDocument.uri)
    const items = snapshot ? diagnosticsOf(snapshot, textDocument.uri, { figures: true }) : []
    return { kind: 'full', items }
  })
}

const initializeResult: InitializeResult = {
  serverInfo: { name: 'arrowsmith', version },
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['|', '{', ':', ' ', ','] },
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.arrowsmith'] },
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    inlayHintProvider: true,
    diagnosticProvider: {
      identifier: 'arrowsmith',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    },
  },
}
