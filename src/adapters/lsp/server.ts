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
import { codeActions } from './codeActions'
import { completions } from './completions'
import { diagnosticsOf, pushDiagnostics } from './diagnostics'
import { definition, prepareRename, references, rename } from './navigation'
import { hover, inlayHints } from './reading'
import { snapshotStore } from './snapshots'
import { documentSymbols } from './symbols'

/** Serves an editor over a connection; returns at once. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument)
  const snapshots = snapshotStore(documents)
  let client: InitializeParams['capabilities'] = {}

  connection.onInitialize(({ capabilities }) => {
    client = capabilities
    // Asked for by those who can ask; sent to the rest. Both would show everything twice.
    if (!client.textDocument?.diagnostic) pushDiagnostics(connection, documents, snapshots)
    return initializeResult
  })
  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [{ globPattern: '**/arrowsmith.config.json' }]
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
    }
  })
  connection.onDidChangeWatchedFiles(() => {
    snapshots.forget()
    if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh()
  })
  documents.onDidClose(({ document }) => snapshots.drop(document.uri))

  answer(connection, snapshots.of)
  documents.listen(connection)
  connection.listen()
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
      interFileDependencies: false,
      workspaceDiagnostics: false,
    },
  },
}
