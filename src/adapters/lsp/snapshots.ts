// One snapshot for each open document, renewed when the document changed.

import type { TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { analyze, type Snapshot } from '../../service'
import { type Language, languageOf as languageOfPath } from '../../text/diagrams'
import { configurationFor } from './configuration'

export interface Snapshots {
  /** Undefined for documents that are not open. */
  of(uri: string): Snapshot | undefined
  drop(uri: string): void
  /** Configuration changed: nothing known holds any longer. */
  forget(): void
}

export function snapshotStore(documents: TextDocuments<TextDocument>): Snapshots {
  const known = new Map<string, { readonly version: number; readonly snapshot: Snapshot }>()
  return {
    of(uri) {
      const document = documents.get(uri)
      if (!document) return undefined
      const last = known.get(uri)
      if (last?.version === document.version) return last.snapshot
      const snapshot = renew(document, last?.snapshot)
      known.set(uri, { version: document.version, snapshot })
      return snapshot
    },
    drop: uri => void known.delete(uri),
    forget: () => known.clear(),
  }
}

function renew(document: TextDocument, last: Snapshot | undefined): Snapshot {
  const configuration = last?.context.configuration ?? configurationFor(document.uri)
  return analyze(document.getText(), { language: languageOf(document), configuration }, last)
}

const byId: Readonly<Record<string, Language>> = {
  mermaid: 'mermaid',
  markdown: 'markdown',
  mdx: 'mdx',
  html: 'html',
  asciidoc: 'asciidoc',
  restructuredtext: 'restructuredtext',
  rst: 'restructuredtext',
}

/** The file's name decides, since editors name languages as they like; then the editor's word, then Markdown. */
function languageOf({ uri, languageId }: TextDocument): Language {
  return languageOfPath(uri) ?? byId[languageId] ?? 'markdown'
}
