// Passes each request about an open document to its feature; what nobody waits for any more is not worked on.

import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import type { FigureStage, Snapshot } from '../../service'
import type { Abilities } from './client-abilities'
import { codeActions } from './code-actions'
import { completions } from './completions'
import { diagnosticsOf } from './diagnostics'
import type { Documents } from './documents'
import { formatting, rangeFormatting } from './formatting'
import { definition, prepareRename, references, rename } from './navigation'
import { hover, inlayHints } from './reading'
import type { Reviewing } from './reviews'
import { documentSymbols } from './symbols'

interface Circumstances {
  readonly connection: Connection
  readonly snapshots: Documents
  readonly reviewing: Reviewing
  readonly abilities: () => Abilities
}

type AboutDocument = { readonly textDocument: { readonly uri: string } }

/** Registers every request that is answered from one document's snapshot. Closed documents get an empty answer. */
export function answerRequests({ connection, snapshots, reviewing, abilities }: Circumstances): void {
  const from =
    <P extends AboutDocument, R>(feature: (snapshot: Snapshot, parameters: P, able: Abilities) => R) =>
    (parameters: P, token: CancellationToken): R | ResponseError | null => {
      if (token.isCancellationRequested) return cancelled()
      const snapshot = snapshots.of(parameters.textDocument.uri)
      return snapshot ? feature(snapshot, parameters, abilities()) : null
    }
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
  connection.onHover(from(hover))
  connection.onCompletion(from(completions))
  connection.onCodeAction(from(codeActions))
  connection.onDefinition(from(definition))
  connection.onReferences(from(references))
  connection.onPrepareRename(from(prepareRename))
  connection.onRenameRequest(from(rename))
  connection.onDocumentSymbol(from(documentSymbols))
  connection.onDocumentFormatting(from(formatting))
  connection.onDocumentRangeFormatting(from(rangeFormatting))
  connection.languages.inlayHint.on(async (parameters, token) => {
    const { uri } = parameters.textDocument
    const how = { refreshes: abilities().refreshesHints, stage: 'shares' } as const
    if (!(await patiently(uri, how, token))) return cancelled()
    const snapshot = snapshots.of(uri)
    return snapshot ? inlayHints(snapshot, parameters, { earlier: reviewing.latest(uri) }) : null
  })
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
