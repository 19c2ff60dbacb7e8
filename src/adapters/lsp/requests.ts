// Passes each request about an open document to its feature; what nobody waits for any more is not worked on.

import {
  type CallHierarchyItem,
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  type ReferenceParams,
  ResponseError,
} from 'vscode-languageserver'
import type { FigureStage, Snapshot } from '../../service'
import type { Abilities } from './client-abilities'
import { diagnosticsOf } from './diagnostics'
import type { Documents } from './documents'
import { incomingCalls, outgoingCalls, prepareCalls } from './features/calls'
import { codeActions, withEdits } from './features/code-actions'
import { completions } from './features/completions'
import { foldingRanges } from './features/folding'
import { formatting, rangeFormatting } from './features/formatting'
import { codeLenses, follow } from './features/lenses'
import { links } from './features/links'
import { definition, highlights, prepareRename, references, rename } from './features/navigation'
import { selectionRanges } from './features/selection'
import { documentSymbols } from './features/symbols'
import { semanticTokens } from './features/tokens'
import { hover, inlayHints } from './reading'
import type { Reviewing } from './reviews'
import type { EditorSettings } from './settings'
import type { Workspace } from './workspace'

interface Circumstances {
  readonly connection: Connection
  readonly snapshots: Documents
  readonly reviewing: Reviewing
  readonly abilities: () => Abilities
  readonly settings: () => EditorSettings
  readonly workspace: Workspace
}

type AboutDocument = { readonly textDocument: { readonly uri: string } }

/** Registers every request that is answered from one document's snapshot. Closed documents get an empty answer. */
export function answerRequests(circumstances: Circumstances): void {
  answerAboutPlaces(circumstances)
  answerAboutCalls(circumstances)
  answerAboutFigures(circumstances)
}

function answerAboutPlaces({ connection, snapshots, abilities, workspace }: Circumstances): void {
  const from =
    <P extends AboutDocument, R>(feature: (snapshot: Snapshot, parameters: P, able: Abilities) => R) =>
    (parameters: P, token: CancellationToken): R | ResponseError | null => {
      if (token.isCancellationRequested) return cancelled()
      const snapshot = snapshots.of(parameters.textDocument.uri)
      return snapshot ? feature(snapshot, parameters, abilities()) : null
    }
  connection.onHover(from(hover))
  connection.onCompletion(from(completions))
  connection.onCodeAction(from(codeActions))
  connection.onCodeActionResolve(action => withEdits(action, snapshots.of))
  connection.onDefinition(from(definition))
  connection.onReferences(
    from((snapshot, parameters: ReferenceParams) => references(snapshot, parameters, workspace)),
  )
  connection.onPrepareRename(from(prepareRename))
  connection.onRenameRequest(from(rename))
  connection.onDocumentSymbol(from(documentSymbols))
  connection.onDocumentHighlight(from(highlights))
  connection.onFoldingRanges(from(foldingRanges))
  connection.onSelectionRanges(from(selectionRanges))
  connection.onDocumentLinks(from(links))
  connection.onDocumentFormatting(from(formatting))
  connection.onDocumentRangeFormatting(from(rangeFormatting))
  connection.languages.callHierarchy.onPrepare(from(prepareCalls))
  connection.languages.semanticTokens.on(({ textDocument: { uri } }) => semanticTokens(snapshots.of(uri)))
}

function answerAboutCalls({ connection, snapshots }: Circumstances): void {
  const { callHierarchy } = connection.languages
  const from =
    <R>(feature: (snapshot: Snapshot, item: CallHierarchyItem) => R[]) =>
    ({ item }: { readonly item: CallHierarchyItem }): R[] => {
      const snapshot = snapshots.of(item.uri)
      return snapshot ? feature(snapshot, item) : []
    }
  callHierarchy.onIncomingCalls(from(incomingCalls))
  callHierarchy.onOutgoingCalls(from(outgoingCalls))
}

function answerAboutFigures({ connection, snapshots, reviewing, abilities, settings }: Circumstances): void {
  /** Answers at once with what is known if the editor can be told to ask again, else when a stage is reached. */
  const patiently = async (
    uri: string,
    how: { refreshes: boolean; stage: FigureStage },
    token: CancellationToken,
  ) => {
    if (!how.refreshes && !token.isCancellationRequested)
      await Promise.race([reviewing.hurry(uri, how.stage), cancellationOf(token)])
    return !token.isCancellationRequested
  }
  connection.languages.inlayHint.on(async (parameters, token) => {
    const { uri } = parameters.textDocument
    const how = { refreshes: abilities().refreshesHints, stage: 'shares' } as const
    if (!(await patiently(uri, how, token))) return cancelled()
    const snapshot = snapshots.of(uri)
    const { hints: extent } = settings()
    return snapshot && extent !== 'off'
      ? inlayHints(snapshot, parameters, { earlier: reviewing.latest(uri), extent })
      : null
  })
  connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
    const how = { refreshes: abilities().refreshesLenses, stage: 'flows' } as const
    if (!(await patiently(uri, how, token))) return cancelled()
    const snapshot = snapshots.of(uri)
    return snapshot && settings().lenses ? codeLenses(snapshot, { earlier: reviewing.latest(uri) }) : []
  })
  connection.onExecuteCommand(parameters => follow(connection, parameters))
  connection.languages.diagnostics.on(
    async ({ textDocument: { uri } }, token): Promise<DocumentDiagnosticReport | ResponseError<never>> => {
      const how = { refreshes: abilities().refreshesDiagnostics, stage: 'flows' } as const
      if (!(await patiently(uri, how, token))) return cancelled()
      const snapshot = snapshots.of(uri)
      return { kind: 'full', items: snapshot ? diagnosticsOf(snapshot, uri) : [] }
    },
  )
}

const cancelled = (): ResponseError<never> =>
  new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')

const cancellationOf = (token: CancellationToken): Promise<void> =>
  new Promise(resolve => {
    token.onCancellationRequested(() => resolve())
  })
