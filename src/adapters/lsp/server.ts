// The server: says what it can do, and keeps documents, configuration and workspace together.

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
import { documentsGlob } from '../../text/languages'
import { configurationFile } from '../disk/configuration'
import { type Abilities, abilitiesOf } from './client-abilities'
import { createConfigurations } from './configuration'
import { createDocuments } from './documents'
import { actionKinds } from './features/code-actions'
import { completionTriggers } from './features/completions'
import { showFlow } from './features/lenses'
import { tokenLegend } from './features/tokens'
import { workspaceSymbols } from './features/workspace-symbols'
import { answerRequests } from './requests'
import { reviewDocuments } from './reviews'
import { createSettings } from './settings'
import { pathOfUri } from './uri'
import { createWorkspace, type Workspace } from './workspace'

/** Serves an editor over a connection; returns at once. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument)
  let announced = abilitiesOf({})
  let folders: readonly string[] = []

  const abilities = () => announced
  const settings = createSettings(connection, () => judgeAnew())
  const configurations = createConfigurations({
    connection,
    folders: () => folders.map(pathOfUri).filter(folder => folder !== undefined),
    settings: () => settings.current().configuration,
  })
  const workspace = createWorkspace(settled(() => reviewing.again()))
  const snapshots = createDocuments({ documents, workspace, configurations })
  const reviewing = reviewDocuments({ connection, documents, snapshots, abilities })

  connection.onInitialize(parameters => {
    announced = abilitiesOf(parameters.capabilities)
    settings.begin(parameters.initializationOptions)
    folders = foldersOf(parameters)
    return initializeResult(announced)
  })
  const judgeAnew = () => {
    configurations.forget()
    snapshots.forget()
    reviewing.again()
  }
  connection.onInitialized(() => {
    void openFolders(connection, { workspace, folders, abilities: announced })
    if (announced.configures) settings.ask()
    if (announced.watchesFiles)
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const open = new Set(documents.keys().map(uri => pathOfUri(uri) ?? uri))
    const changed = changes.map(({ uri }) => uri)
    workspace.reread(changed.filter(uri => !open.has(pathOfUri(uri) ?? uri)))
    if (changed.some(uri => uri.endsWith(configurationFile))) judgeAnew()
  })
  documents.onDidClose(({ document: { uri } }) => {
    snapshots.drop(uri)
    workspace.reread([uri])
  })

  connection.onWorkspaceSymbol(parameters => workspaceSymbols(workspace, parameters))
  answerRequests({ connection, snapshots, reviewing, abilities, settings: settings.current, workspace })
  documents.listen(checking(connection, documents))
  connection.listen()
}

/** Only texts are documents. Changes without a version, which older editors send, keep the last one. */
const checking = (
  connection: Connection,
  documents: TextDocuments<TextDocument>,
): Parameters<(typeof documents)['listen']>[0] => ({
  ...connection,
  onDidOpenTextDocument: handle =>
    connection.onDidOpenTextDocument(parameters => {
      const { uri, text } = parameters.textDocument
      if (isText(uri) && isText(text)) handle(parameters)
    }),
  onDidChangeTextDocument: handle =>
    connection.onDidChangeTextDocument(({ textDocument: { uri, version: given }, contentChanges }) =>
      handle({
        textDocument: { uri, version: given ?? documents.get(uri)?.version ?? 0 },
        contentChanges: contentChanges.filter(({ text }) => isText(text)),
      }),
    ),
})

const isText = (given: unknown): boolean => typeof given === 'string'

interface Opening {
  readonly workspace: Workspace
  readonly folders: readonly string[]
  readonly abilities: Abilities
}

/** Reads the documents of the folders; who shows progress is told how far it has come. */
async function openFolders(
  connection: Connection,
  { workspace, folders, abilities }: Opening,
): Promise<void> {
  if (!abilities.showsProgress) return workspace.open(folders, () => {})
  const progress = await connection.window.createWorkDoneProgress()
  progress.begin('Arrowsmith', 0, 'Reading the diagrams of the workspace')
  await workspace.open(folders, (done, of) =>
    progress.report(Math.floor((100 * done) / of), `${done} of ${of} documents`),
  )
  progress.done()
}

const watchers = [{ globPattern: `**/${configurationFile}` }, { globPattern: documentsGlob }]

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

const initializeResult = ({ prepareRename }: Abilities): InitializeResult => ({
  serverInfo: { name: 'arrowsmith', version },
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    completionProvider: { triggerCharacters: completionTriggers },
    codeActionProvider: { codeActionKinds: actionKinds, resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: prepareRename ? { prepareProvider: true } : true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    documentHighlightProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    callHierarchyProvider: true,
    semanticTokensProvider: { legend: tokenLegend(), full: true },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
    executeCommandProvider: { commands: [showFlow] },
    diagnosticProvider: {
      identifier: 'arrowsmith',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    },
  },
})
