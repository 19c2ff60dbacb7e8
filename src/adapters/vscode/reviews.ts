// Follows the open documents: findings at once, figures when typing pauses, in slices that let typing through.

import * as vscode from 'vscode'
import {
  type Clock,
  createReview,
  type EditorReview,
  type FigureStage,
  type Snapshot,
  type Stage,
} from '../../service'
import type { Configurations } from './configuration'
import { type Documents, isLookedAt, languageOfDocument, mayBeDrawn } from './documents'

/** What one action changes in several steps is looked at once; more would be felt. */
const typing = { findings: 10, figures: 300 }
const atOnce = { findings: 0, figures: 0 }

/** What has become known of a document. */
export interface News {
  readonly document: vscode.TextDocument
  readonly stage: Stage
}

export interface Reviews extends vscode.Disposable {
  readonly onDidLearn: vscode.Event<News>
  /** The newest analysis whose figures are all known: shown until there are newer ones. */
  latest(document: vscode.TextDocument): Snapshot | undefined
  /** Resolves when there are figures to show: earlier ones at once, the first ones when they are worked out. */
  figures(document: vscode.TextDocument, stage: FigureStage): Promise<void>
  /** Resolves when all figures of the newest text are known, which nobody waits for a pause with. */
  settled(document: vscode.TextDocument): Promise<void>
}

const clock: Clock = {
  now: () => performance.now(),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
}

export function createReviews(documents: Documents, configurations: Configurations): Reviews {
  const learned = new vscode.EventEmitter<News>()
  let made: EditorReview<vscode.TextDocument> | undefined
  /** Made when it is needed: that takes the engine, and VS Code is waiting for the extension to start. */
  const review = () => {
    made ??= createReview<vscode.TextDocument>({
      clock,
      snapshotOf: document => (document.isClosed ? undefined : documents.snapshotOf(document)),
      *reading(document) {
        if (!document.isClosed) yield* documents.reading(document)
      },
      show: (document, stage) => learned.fire({ document, stage }),
    })
    return made
  }
  const start = async (document: vscode.TextDocument, pauses: typeof typing) => {
    // Nothing is to be said about it, and nothing has been said that would have to go.
    if (!languageOfDocument(document) || (!made && !mayBeDrawn(document))) return
    await configurations.load(document.uri)
    if (!document.isClosed && isLookedAt(document, configurations.of(document.uri)))
      review().start(document, pauses)
  }
  const startAll = () => {
    for (const document of vscode.workspace.textDocuments) void start(document, atOnce)
  }
  const started = setTimeout(startAll)
  const subscriptions = [
    learned,
    documents.onDidChange(startAll),
    vscode.workspace.onDidOpenTextDocument(document => void start(document, atOnce)),
    vscode.workspace.onDidSaveTextDocument(document => void start(document, atOnce)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) void start(document, typing)
    }),
    vscode.workspace.onDidCloseTextDocument(document => made?.stop(document)),
  ]
  return {
    onDidLearn: learned.event,
    latest: document => made?.latest(document),
    figures: async (document, stage) => {
      if ((made || mayBeDrawn(document)) && !review().latest(document)) await review().hurry(document, stage)
    },
    settled: document => review().hurry(document, 'shares'),
    dispose() {
      clearTimeout(started)
      for (const document of vscode.workspace.textDocuments) made?.stop(document)
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}
