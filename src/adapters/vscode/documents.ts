// The documents that diagrams live in, and one analysis of each text however many features ask.

import * as vscode from 'vscode'
import { analyze, type Configuration, finished, type Snapshot, type Steps } from '../../service'
import {
  codeIds,
  documentsGlob,
  isCode,
  type Language,
  languageIds,
  languageInEditor,
  mayHoldDiagrams,
} from '../../text/languages'
import { createAnalyses } from './analyses'
import type { Configurations } from './configuration'
import { inSlices } from './slices'
import type { Workspace } from './workspace'

/** By pattern as well as by language: other extensions give the same files language ids of their own. */
export const selector: vscode.DocumentSelector = [
  ...[...languageIds, ...codeIds].map(language => ({ language })),
  { pattern: documentsGlob },
]

/** The host language of a document; undefined for documents that are none of ours. */
export const languageOfDocument = ({ uri, languageId }: vscode.TextDocument): Language | undefined =>
  languageInEditor(uri.path, languageId)

/** Whether it is worth looking for diagrams in a document. */
export function mayBeDrawn(document: vscode.TextDocument): boolean {
  const language = languageOfDocument(document)
  return language !== undefined && mayHoldDiagrams(document.getText(), language)
}

/** Whether there is anything to say about a document: about source code only where its comments are wanted. */
export function isLookedAt(document: vscode.TextDocument, { comments }: Configuration): boolean {
  const language = languageOfDocument(document)
  return language !== undefined && (comments === true || !isCode(language))
}

const languageLookedAt = (document: vscode.TextDocument, configuration: Configuration) =>
  isLookedAt(document, configuration) ? languageOfDocument(document) : undefined

export interface Documents extends vscode.Disposable {
  /**
   * The analysis of a document as it is now; undefined for documents that are none of ours. Those that can't hold a
   * diagram count as such: the editor asks about every one that it opens, and analyzing takes the engine.
   */
  snapshotOf(document: vscode.TextDocument): Snapshot | undefined
  /** The same, made in slices that let typing through. */
  read(document: vscode.TextDocument): Promise<Snapshot | undefined>
  /** Makes that analysis in steps, of documents without diagrams too; what is done of it stays done. */
  reading(document: vscode.TextDocument): Steps<Snapshot | undefined>
  /** The analysis of another text in the place of a document; undefined for documents that are none of ours. */
  versionOf(document: vscode.TextDocument, text: string, previous?: Snapshot): Snapshot | undefined
  /** What analyses rest on has changed: the configuration, or what other documents state. */
  readonly onDidChange: vscode.Event<void>
}

/** Keeps the latest analysis of each document for as long as VS Code keeps the document. */
export function createDocuments(configurations: Configurations, neighbors: Workspace): Documents {
  const changed = new vscode.EventEmitter<void>()
  const subscriptions = [
    changed,
    configurations.onDidChange(() => changed.fire()),
    neighbors.onDidChange(() => changed.fire()),
  ]
  const reading = createAnalyses(configurations, neighbors, languageLookedAt)
  /** What has been said of a document has to go when its last diagram does: once worth it, it stays so. */
  const worthwhile = new WeakSet<vscode.TextDocument>()
  const isWorthIt = (document: vscode.TextDocument): boolean => {
    if (mayBeDrawn(document)) worthwhile.add(document)
    return worthwhile.has(document)
  }
  return {
    snapshotOf: document => (isWorthIt(document) ? finished(reading(document)) : undefined),
    read: async document => (isWorthIt(document) ? await inSlices(reading(document)) : undefined),
    reading,
    versionOf(document, text, previous) {
      const language = languageOfDocument(document)
      if (!language) return undefined
      const { uri } = document
      const context = { language, configuration: configurations.of(uri), neighborhood: neighbors.of(uri) }
      return analyze(text, context, previous)
    },
    onDidChange: changed.event,
    dispose() {
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}
