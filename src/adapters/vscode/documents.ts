// The documents that diagrams live in, and one analysis of each text however many features ask.

import * as vscode from 'vscode'
import { analyze, type Configuration, type Snapshot } from '../../service'
import { type Language, languageOf } from '../../text/diagrams'

/** By pattern as well as by language: other extensions give the same files language ids of their own. */
export const selector: vscode.DocumentSelector = [
  { language: 'mermaid' },
  { language: 'markdown' },
  { language: 'mdx' },
  { pattern: '**/*.{mmd,mermaid,md,markdown,mdx}' },
]

/** The host language of a document; undefined for documents that are none of ours. */
export function languageOfDocument(document: vscode.TextDocument): Language | undefined {
  if (vscode.languages.match(selector, document) === 0) return undefined
  const { languageId } = document
  if (languageId === 'markdown' || languageId === 'mdx') return languageId
  return languageOf(document.uri.path) ?? 'mermaid'
}

export interface Documents {
  /** The analysis of a document as it is now; undefined for documents that are none of ours. */
  snapshotOf(document: vscode.TextDocument): Snapshot | undefined
  /** Forgets every analysis, because what they rest on has changed. */
  forget(): void
}

interface Known {
  readonly version: number
  readonly language: Language
  readonly snapshot: Snapshot
}

/** Keeps the latest analysis of each document for as long as VS Code keeps the document. */
export function createDocuments(configurationOf: (uri: vscode.Uri) => Configuration): Documents {
  let latest = new WeakMap<vscode.TextDocument, Known>()
  return {
    snapshotOf(document) {
      const language = languageOfDocument(document)
      if (!language) return undefined
      const known = latest.get(document)
      const { version } = document
      if (known?.version === version && known.language === language) return known.snapshot
      const context = { language, configuration: configurationOf(document.uri) }
      const snapshot = analyze(document.getText(), context, known?.snapshot)
      latest.set(document, { version, language, snapshot })
      return snapshot
    },
    forget() {
      latest = new WeakMap()
    },
  }
}
