// Keeps what the editor shows up to date: findings are sent or asked for again as they become known.

import { CodeLensRefreshRequest, type Connection, type TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type Clock, createReview, type EditorReview } from '../../service'
import { configurationFile } from '../disk/configuration'
import type { Abilities } from './client-abilities'
import { diagnosticsOf } from './diagnostics'
import type { Documents } from './documents'

const typing = { findings: 0, figures: 300 }
const atOnce = { findings: 0, figures: 0 }

const clock: Clock = {
  now: () => performance.now(),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
}

interface Circumstances {
  readonly connection: Connection
  readonly documents: TextDocuments<TextDocument>
  readonly snapshots: Documents
  /** What the editor announced when it said hello. */
  readonly abilities: () => Abilities
}

export interface Reviewing extends Pick<EditorReview<string>, 'latest' | 'hurry'> {
  /** Looks at all open documents again. */
  again(): void
}

/** Follows the open documents, by their URIs. */
export function reviewDocuments({ connection, documents, snapshots, abilities }: Circumstances): Reviewing {
  const send = (uri: string) => {
    const version = documents.get(uri)?.version
    const snapshot = snapshots.of(uri)
    if (snapshot) void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(snapshot, uri) })
  }
  const review = createReview<string>({
    clock,
    snapshotOf: snapshots.of,
    show(uri, stage) {
      const { pullsDiagnostics, refreshesDiagnostics, refreshesHints, refreshesLenses } = abilities()
      // Those that ask for findings ask at a change by themselves: only what comes after is news.
      if (!pullsDiagnostics && stage !== 'shares') send(uri)
      if (pullsDiagnostics && refreshesDiagnostics && stage === 'flows')
        connection.languages.diagnostics.refresh()
      if (refreshesLenses && stage === 'flows') void connection.sendRequest(CodeLensRefreshRequest.type)
      if (refreshesHints && stage === 'shares') connection.languages.inlayHint.refresh()
    },
  })
  // A configuration that somebody edits is told of by those who read it.
  const isOurs = (uri: string) => !uri.endsWith(`/${configurationFile}`)
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (isOurs(uri)) review.start(uri, typing)
  })
  documents.onDidClose(({ document: { uri } }) => {
    review.stop(uri)
    if (!abilities().pullsDiagnostics && isOurs(uri))
      void connection.sendDiagnostics({ uri, diagnostics: [] })
  })
  return {
    latest: review.latest,
    hurry: review.hurry,
    again() {
      const { pullsDiagnostics, refreshesDiagnostics } = abilities()
      for (const uri of documents.keys().filter(isOurs)) review.start(uri, atOnce)
      if (pullsDiagnostics && refreshesDiagnostics) connection.languages.diagnostics.refresh()
    },
  }
}
