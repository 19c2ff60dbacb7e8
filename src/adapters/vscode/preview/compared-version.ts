// What the picture of a document is compared with: a revision that the editor's Git has, another diagram, another file.

import * as vscode from 'vscode'
import { diagramTitle, type OtherVersion, type Snapshot } from '../../../service'
import type { Documents } from '../documents'
import { fileNameOf } from './file-name'
import { type Repository, repositoryOf } from './git'

/** What a picture can be set beside. */
export type Counterpart =
  /** As Git names it, and as people call it. */
  | { readonly kind: 'revision'; readonly ref: string; readonly name: string }
  /** Of the same document, by its index. */
  | { readonly kind: 'diagram'; readonly index: number }
  | { readonly kind: 'file'; readonly uri: vscode.Uri }

/** The last commit. */
export const head: Counterpart = { kind: 'revision', ref: 'HEAD', name: 'HEAD' }

/** Another text in the place of a document. */
interface Found {
  /** Whose language the text is in. */
  readonly document: vscode.TextDocument
  readonly text: string
}

/** Follows one document and its counterpart at a time, for as long as they are compared. */
export class ComparedVersion {
  readonly #documents: Documents
  readonly #changed: () => void
  #watches: readonly vscode.Disposable[] = []
  #counterpart: Counterpart | undefined
  #found: Found | undefined
  /** Of that text, as it was analyzed last. */
  #snapshot: Snapshot | undefined
  #problem: string | undefined

  /** `changed` is called when there is another version to compare with, or a reason why there is none. */
  constructor(documents: Documents, changed: () => void) {
    this.#documents = documents
    this.#changed = changed
  }

  get counterpart(): Counterpart | undefined {
    return this.#counterpart
  }

  /**
   * The version to set beside a diagram of the document as it is now. Undefined while nothing is compared, and before it
   * is known whether there is a version.
   */
  beside(now: Snapshot): OtherVersion | undefined {
    const counterpart = this.#counterpart
    if (!counterpart) return undefined
    if (counterpart.kind === 'diagram') return diagramVersion(now, counterpart.index)
    const name = counterpart.kind === 'revision' ? counterpart.name : fileNameOf(counterpart.uri)
    if (this.#problem !== undefined) return { name, snapshot: undefined, problem: this.#problem }
    if (!this.#found) return undefined
    const { document, text } = this.#found
    this.#snapshot = this.#documents.versionOf(document, text, this.#snapshot)
    // There is no doubt which diagram of a file is meant that has but one.
    const isOnlyOne = counterpart.kind === 'file' && this.#snapshot?.diagrams.length === 1
    return { name, snapshot: this.#snapshot, ...(isOnlyOne && { diagram: 0 }) }
  }

  /** Compares a document with something else; without, with nothing any more. */
  follow(document: vscode.TextDocument | undefined, counterpart: Counterpart | undefined): void {
    this.dispose()
    this.#counterpart = document && counterpart
    this.#found = undefined
    this.#snapshot = undefined
    this.#problem = undefined
    if (document && counterpart?.kind === 'revision') void this.#readRevision(document, counterpart)
    if (counterpart?.kind === 'file') this.#readFile(counterpart)
  }

  dispose(): void {
    for (const watch of this.#watches) watch.dispose()
    this.#watches = []
  }

  async #readRevision(document: vscode.TextDocument, counterpart: Counterpart & { kind: 'revision' }) {
    const repository = await repositoryOf(document)
    if (this.#counterpart !== counterpart) return
    if (typeof repository === 'string') return this.#take(repository)
    const read = this.#reader(counterpart, () => versionIn(repository, document, counterpart))
    // Branches move; what a hash names stays.
    this.#watches = [repository.state.onDidChange(read)]
    await read()
  }

  #readFile(counterpart: Counterpart & { kind: 'file' }) {
    const { uri } = counterpart
    const read = this.#reader(counterpart, () => textOf(uri))
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), fileNameOf(uri))
    const watcher = vscode.workspace.createFileSystemWatcher(pattern)
    const events = [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]
    this.#watches = [
      watcher,
      ...events.map(event => event(read)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === uri.toString()) void read()
      }),
    ]
    void read()
  }

  /** Reads again whenever it is called; what is answered late, or for what is compared no more, is dropped. */
  #reader(counterpart: Counterpart, ask: () => Promise<Found | string>): () => Promise<void> {
    let asked = 0
    return async () => {
      asked += 1
      const mine = asked
      const found = await ask()
      if (mine === asked && this.#counterpart === counterpart) this.#take(found)
    }
  }

  /** A text, or the reason why there is none; nothing happens where it is the same as before. */
  #take(found: Found | string): void {
    const [problem, version] = typeof found === 'string' ? [found, undefined] : [undefined, found]
    if (problem === this.#problem && version?.text === this.#found?.text) return
    this.#problem = problem
    this.#found = version
    this.#changed()
  }
}

function diagramVersion(now: Snapshot, index: number): OtherVersion {
  const diagram = now.diagrams[index]
  const name = nameOfDiagram(now, index)
  if (!diagram) return { name, snapshot: undefined, problem: vscode.l10n.t('{0} is gone.', name) }
  return { name, snapshot: now, diagram: index }
}

/** By its title; by its place in the document where it has none of its own. */
export function nameOfDiagram({ diagrams }: Snapshot, index: number): string {
  const titles = diagrams.map(diagramTitle)
  const title = titles[index] ?? ''
  const isOwn = title !== '' && titles.indexOf(title) === titles.lastIndexOf(title)
  return isOwn ? title : vscode.l10n.t('diagram {0}', index + 1)
}

async function versionIn(
  repository: Repository,
  document: vscode.TextDocument,
  { ref, name }: Counterpart & { kind: 'revision' },
): Promise<Found | string> {
  try {
    return { document, text: await repository.show(ref, document.uri.fsPath) }
  } catch {
    return vscode.l10n.t('{0} is not in {1}, so everything in it is new.', fileNameOf(document.uri), name)
  }
}

async function textOf(uri: vscode.Uri): Promise<Found | string> {
  try {
    const document = await vscode.workspace.openTextDocument(uri)
    return { document, text: document.getText() }
  } catch {
    return vscode.l10n.t('{0} cannot be read.', fileNameOf(uri))
  }
}
