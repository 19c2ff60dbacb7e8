// One snapshot for each open document, renewed when the document changed.

import type { TextDocuments } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { analyze, type Configuration, type Snapshot, type StatedElsewhere } from '../../service'
import { isCode, type Language, languageInEditor } from '../../text/languages'
import type { Configurations } from './configuration'
import { nameInUri } from './uri'
import type { Workspace } from './workspace'

export interface Documents {
  /** Undefined for documents that are not open. */
  of(uri: string): Snapshot | undefined
  drop(uri: string): void
  /** Configuration changed: nothing known holds any longer. */
  forget(): void
}

interface Known {
  readonly configuration: Configuration
  /** What the neighbors stated when the snapshot was made. */
  readonly stated: StatedElsewhere | undefined
  readonly snapshot: Snapshot
}

interface Sources {
  readonly documents: TextDocuments<TextDocument>
  readonly workspace: Workspace
  readonly configurations: Configurations
}

export function createDocuments({ documents, workspace, configurations }: Sources): Documents {
  const known = new Map<string, Known>()
  const renewed = (document: TextDocument, last: Known | undefined): Known => {
    const { uri } = document
    const configuration = last?.configuration ?? configurations.of(uri)
    const context = {
      language: languageOf(document),
      configuration,
      neighborhood: workspace.neighborhoodOf(uri),
    }
    const snapshot = analyze(document.getText(), context, last?.snapshot)
    workspace.note(uri, snapshot)
    return { configuration, stated: workspace.neighborhoodOf(uri)?.stated, snapshot }
  }
  return {
    of(uri) {
      const document = documents.get(uri)
      if (!document || (isCode(languageOf(document)) && !configurations.of(uri).comments)) return undefined
      const last = known.get(uri)
      // By the text itself: not every editor counts its versions up.
      const isCurrent =
        last?.snapshot.source === document.getText() && last.stated === workspace.neighborhoodOf(uri)?.stated
      const current = isCurrent ? last : renewed(document, last)
      known.set(uri, current)
      return current.snapshot
    },
    drop: uri => void known.delete(uri),
    forget: () => known.clear(),
  }
}

/** An editor that sends a document expects it to be looked at. */
const languageOf = ({ uri, languageId }: TextDocument): Language =>
  languageInEditor(nameInUri(uri), languageId) ?? 'markdown'
