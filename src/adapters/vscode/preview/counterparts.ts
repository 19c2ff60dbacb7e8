// The list of what a picture can be compared with, to choose from.

import * as vscode from 'vscode'
import { diagramTitle, type Snapshot } from '../../../service'
import { type Counterpart, head } from './compared-version'
import { type Commit, commitsOf, type Ref, refKinds, refsIn, repositoryOf } from './git'

/** A diagram of a document, and what can be compared with it. */
export interface Compared {
  readonly document: vscode.TextDocument
  readonly snapshot: Snapshot | undefined
  /** The one on show, by its index. */
  readonly diagram: number
}

type Item = vscode.QuickPickItem & {
  /** Where it is not known yet, it is asked for. */
  readonly counterpart?: Counterpart | 'file'
}

/** Asks what to compare with; undefined where nothing is chosen. */
export async function chosenCounterpart(compared: Compared): Promise<Counterpart | undefined> {
  const chosen = await vscode.window.showQuickPick(offered(compared), {
    placeHolder: vscode.l10n.t('Choose what to compare this diagram with'),
    matchOnDescription: true,
  })
  return chosen?.counterpart === 'file' ? chosenFile(compared.document) : chosen?.counterpart
}

async function chosenFile({ uri }: vscode.TextDocument): Promise<Counterpart | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      defaultUri: vscode.Uri.joinPath(uri, '..'),
      openLabel: vscode.l10n.t('Compare'),
    })) ?? []
  return file && { kind: 'file', uri: file }
}

async function offered({ document, snapshot, diagram }: Compared): Promise<readonly Item[]> {
  const { t } = vscode.l10n
  const repository = await repositoryOf(document)
  const [refs, commits] =
    typeof repository === 'string'
      ? [[], []]
      : await Promise.all([refsIn(repository), commitsOf(document, repository)])
  return [
    {
      label: 'HEAD',
      description: t('the last commit'),
      counterpart: head,
      ...(typeof repository === 'string' && { detail: repository }),
    },
    ...group(t('Diagrams of this document'), diagramItems(snapshot, diagram)),
    ...group(t('Commits that changed this file'), commits.map(commitItem)),
    ...group(t('Branches'), [...refItems(refs, refKinds.branch), ...refItems(refs, refKinds.remoteBranch)]),
    ...group(t('Tags'), refItems(refs, refKinds.tag)),
    ...group(t('Files'), [{ label: t('Another file…'), counterpart: 'file' }]),
  ]
}

const group = (label: string, items: readonly Item[]): readonly Item[] =>
  items.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items] : []

/** The others that show designs. */
const diagramItems = (snapshot: Snapshot | undefined, shown: number): readonly Item[] =>
  (snapshot?.diagrams ?? []).flatMap((diagram, index) => {
    if (index === shown || !diagram.system.architecture.value) return []
    const place = vscode.l10n.t('diagram {0}', index + 1)
    const title = diagramTitle(diagram)
    return [
      {
        label: title || place,
        ...(title && { description: place }),
        counterpart: { kind: 'diagram', index },
      },
    ]
  })

/** By their full names: a tag may be called as a branch is. What only points to another branch is left out. */
const refItems = (refs: readonly Ref[], kind: (typeof refKinds)[keyof typeof refKinds]): readonly Item[] =>
  refs.flatMap(({ type, name, commit }) => {
    if (type !== kind.type || name === undefined || name.endsWith('/HEAD')) return []
    const counterpart = { kind: 'revision', ref: `${kind.folder}/${name}`, name } as const
    return [{ label: name, description: shortHash(commit), counterpart }]
  })

const commitItem = ({ hash, message, authorName, authorDate }: Commit): Item => ({
  label: message.split('\n', 1)[0] ?? '',
  description: [shortHash(hash), authorName, authorDate?.toLocaleDateString(vscode.env.language)]
    .filter(Boolean)
    .join(' · '),
  counterpart: { kind: 'revision', ref: hash, name: shortHash(hash) },
})

const shortHash = (hash = '') => hash.slice(0, 7)
