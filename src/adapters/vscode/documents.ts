// The documents that diagrams live in, and one analysis of each text however many features ask.

import * as vscode from 'vscode'
import { analyze, type Configuration, type Snapshot, type StatedElsewhere } from '../../service'
import {
  codeIds,
  documentsGlob,
  isCode,
  type Language,
  languageIds,
  languageInEditor,
} from '../../text/languages'
import type { Configurations } from './configuration'
import type { Workspace } from './workspace'

/** By pattern as well as by language: other extensions give the same files language ids of their own. */
export const selector: vscode.DocumentSelector = [
  ...[...languageIds, ...codeIds].map(language => ({ language })),
  { pattern: documentsGlob },
]

/** The host language of a document; undefined for documents that are none of ours. */
export const languageOfDocument = ({ uri, languageId }: vscode.TextDocument): Language | undefined =>
  languageInEditor(uri.path, languageId)

/** Whether there is anything to say about a document: about source code only where its comments are wanted. */
export function isLookedAt(document: vscode.TextDocument, { comments }: Configuration): boolean {
  const language = languageOfDocument(document)
  return language !== undefined && (comments === true || !isCode(language))
}

export interface Documents extends vscode.Disposable {
  /** The analysis of a document as it is now; undefined for documents that are none of ours. */
  snapshotOf(document: vscode.TextDocument): Snapshot | undefined
  /** The analysis of another text in the place of a document; undefined for documents that are none of ours. */
  versionOf(document: vscode.TextDocument, text: string): Snapshot | undefined
  /** What analyses rest on has changed: the configuration, or what other documents state. */
  readonly onDidChange: vscode.Event<void>
}

interface Known {
  readonly version: number
  readonly language: Language
  readonly configuration: Configuration
  /** What the neighbors stated when the snapshot was made. */
  readonly stated: StatedElsewhere | undefined
  readonly snapshot: Snapshot
}

/** Keeps the latest analysis of each document for as long as VS Code keeps the document. */
export function createDocuments(configurations: Configurations, neighbors: Workspace): Documents {
  const latest = new WeakMap<vscode.TextDocument, Known>()
  const changed = new vscode.EventEmitter<void>()
  const subscriptions = [
    changed,
    configurations.onDidChange(() => changed.fire()),
    neighbors.onDidChange(() => changed.fire()),
  ]
  return {
    snapshotOf(document) {
      const language = languageOfDocument(document)
      if (!language) return undefined
      const { uri, version } = document
      const known = latest.get(document)
      const configuration = configurations.of(uri)
      if (!isLookedAt(document, configuration)) return undefined
      const neighborhood = neighbors.of(uri)
      if (
        known?.version === version &&
        known.language === language &&
        known.configuration === configuration &&
        known.stated === neighborhood?.stated
      )
        return known.snapshot
      const snapshot = analyze(document.getText(), { language, configuration, neighborhood }, known?.snapshot)
      neighbors.note(uri, snapshot)
      latest.set(document, {
        ...{ version, language, configuration, snapshot },
        stated: neighbors.of(uri)?.stated,
      })
      return snapshot
    },
    versionOf(document, text) {
      const language = languageOfDocument(document)
      if (!language) return undefined
      const { uri } = document
      return analyze(text, {
        language,
        configuration: configurations.of(uri),
        neighborhood: neighbors.of(uri),
      })
    },
    onDidChange: changed.event,
    dispose() {
      for (const subscription of subscriptions) subscription.dispose()
    },
  }
}
