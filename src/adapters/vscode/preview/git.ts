// What the editor's own Git extension knows of a document: its versions, and what they are called.

import * as vscode from 'vscode'
import { fileNameOf } from './file-name'

/** What of the extension's interface is used here. */
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null }
}

export interface Repository {
  readonly state: { readonly onDidChange: vscode.Event<void> }
  /** The text of a file in a revision; fails where there is none. */
  show(ref: string, path: string): Promise<string>
  getRefs(query: { sort: 'committerdate'; count: number }): Promise<readonly Ref[]>
  log(options: { path: string; maxEntries: number }): Promise<readonly Commit[]>
}

export interface Ref {
  readonly type: number
  readonly name?: string
  readonly commit?: string
}

/** Types of refs, and where Git keeps them. */
export const refKinds = {
  branch: { type: 0, folder: 'refs/heads' },
  remoteBranch: { type: 1, folder: 'refs/remotes' },
  tag: { type: 2, folder: 'refs/tags' },
} as const

export interface Commit {
  readonly hash: string
  readonly message: string
  readonly authorName?: string
  readonly authorDate?: Date
}

/** The repository that a document is in, or why there is none, in a sentence. */
export async function repositoryOf({ uri, isUntitled }: vscode.TextDocument): Promise<Repository | string> {
  if (isUntitled)
    return vscode.l10n.t(
      'Save this document in a Git repository first; there is no version to compare with yet.',
    )
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git')
  if (!extension)
    return vscode.l10n.t(
      'Git is not available in this window. Open the folder on your machine to compare with earlier versions.',
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

/** More than anybody looks through; the list is searched by typing. */
const [mostRefs, mostCommits] = [300, 30]

/** The branches and tags, the latest first; none where they can't be read. */
export const refsIn = async (repository: Repository): Promise<readonly Ref[]> => {
  try {
    return await repository.getRefs({ sort: 'committerdate', count: mostRefs })
  } catch {
    return []
  }
}

/** The commits that touched a document, the latest first; none where they can't be read. */
export const commitsOf = async (
  { uri }: vscode.TextDocument,
  repository: Repository,
): Promise<readonly Commit[]> => {
  try {
    return await repository.log({ path: uri.fsPath, maxEntries: mostCommits })
  } catch {
    return []
  }
}
