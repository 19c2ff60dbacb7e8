// The version of a document in Git's HEAD, which the editor's own Git extension has.

import * as vscode from 'vscode'
import type { OtherVersion, Snapshot } from '../../../service'
import type { Documents } from '../documents'

/** What of the Git extension's interface is used here. */
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null }
}

interface Repository {
  readonly state: { readonly HEAD?: { readonly commit?: string }; readonly onDidChange: vscode.Event<void> }
  show(ref: string, path: string): Promise<string>
}

/** Follows one document at a time, for as long as it is compared. */
export class HeadVersion {
  readonly #documents: Documents
  readonly #changed: () => void
  #watch: vscode.Disposable | undefined
  #document: vscode.TextDocument | undefined
  #text: string | undefined
  /** Of that text, as it was analyzed last. */
  #snapshot: Snapshot | undefined
  #problem: string | undefined

  /** `changed` is called when there is another version to compare with, or a reason why there is none. */
  constructor(documents: Documents, changed: () => void) {
    this.#documents = documents
    this.#changed = changed
  }

  /** Undefined while nothing is compared, and before it is known whether there is a version. */
  get version(): OtherVersion | undefined {
    const problem = this.#problem
    if (problem !== undefined) return { name: 'HEAD', snapshot: undefined, problem }
    if (!this.#document || this.#text === undefined) return undefined
    this.#snapshot = this.#documents.versionOf(this.#document, this.#text, this.#snapshot)
    return { name: 'HEAD', snapshot: this.#snapshot }
  }

  /** Compares another document; undefined: none any more. */
  follow(document: vscode.TextDocument | undefined): void {
    this.dispose()
    this.#document = document
    this.#text = undefined
    this.#snapshot = undefined
    this.#problem = undefined
    if (document) void this.#read(document)
  }

  dispose(): void {
    this.#watch?.dispose()
    this.#watch = undefined
  }

  async #read(document: vscode.TextDocument): Promise<void> {
    const found = await repositoryOf(document)
    if (this.#document !== document) return
    if (typeof found === 'string') return this.#found({ problem: found })
    let commit = found.state.HEAD?.commit
    this.#watch = found.state.onDidChange(() => {
      if (found.state.HEAD?.commit === commit) return
      commit = found.state.HEAD?.commit
      void this.#show(found, document)
    })
    await this.#show(found, document)
  }

  async #show(repository: Repository, document: vscode.TextDocument): Promise<void> {
    const text = await repository.show('HEAD', document.uri.fsPath).catch(() => undefined)
    if (this.#document !== document) return
    this.#found(
      text === undefined
        ? {
            problem: vscode.l10n.t(
              '{0} is not in HEAD, so everything in it is new.',
              fileNameOf(document.uri),
            ),
          }
        : { text },
    )
  }

  #found({ text, problem }: { text?: string; problem?: string }): void {
    this.#text = text
    this.#problem = problem
    this.#changed()
  }
}

/** Or why there is none, in a sentence. */
async function repositoryOf({ uri, isUntitled }: vscode.TextDocument): Promise<Repository | string> {
  if (isUntitled)
    return vscode.l10n.t(
      'Save this document in a Git repository first; there is no version to compare with yet.',
    )
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git')
  if (!extension)
    return vscode.l10n.t(
      'Git is not available in this window. Open the folder on your machine to compare with HEAD.',
    )
  try {
    const git = await extension.activate()
    const repository = git.getAPI(1).getRepository(uri)
    return (
      repository ??
      vscode.l10n.t('{0} is not in a Git repository that is open in this window.', fileNameOf(uri))
    )
  } catch {
    return vscode.l10n.t('Git is turned off in this window. Turn it on with the setting git.enabled.')
  }
}

export const fileNameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1)
