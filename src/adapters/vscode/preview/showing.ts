// What the panel shows, as a message for its page: worked out in steps, and checked.

import * as vscode from 'vscode'
import { type PictureChoices, picturing, type Snapshot, type Steps } from '../../../service'
import { type ToPreview, toPreview } from '../../../service/preview/messages'
import { fileNameOf } from './file-name'

export interface OnShow {
  /** None before the first document. */
  readonly document: vscode.TextDocument | undefined
  readonly snapshot: Snapshot | undefined
  readonly diagram: number
  readonly choices: PictureChoices
}

/** Whatever the text is, what was drawn before is not left standing for it. */
export function* showing(shown: OnShow): Steps<ToPreview> {
  try {
    const message = yield* picture(shown)
    yield
    const { data, error } = toPreview.safeParse(message)
    if (data) return data
    return failed(
      vscode.l10n.t(
        'The analysis returned an invalid {0}.',
        error.issues.map(({ path }) => path.join('.')).join(', '),
      ),
    )
  } catch (error) {
    return failed(String(error))
  }
}

/** Languages that package.json contributes snippets to. */
const withSnippets = new Set(['markdown', 'mermaid'])

function* picture({ document, snapshot, diagram, choices }: OnShow): Steps<ToPreview> {
  if (!document || !snapshot)
    return { type: 'empty', reason: vscode.l10n.t('Open a file with a Mermaid diagram.') }
  if (snapshot.diagrams.length === 0)
    return {
      type: 'empty',
      reason: [
        vscode.l10n.t('There is no Mermaid diagram in {0}.', fileNameOf(document.uri)),
        ...(withSnippets.has(document.languageId)
          ? [vscode.l10n.t('To begin with an example, type arch- in the text and choose a snippet.')]
          : []),
      ].join(' '),
    }
  const address = document.uri.toString()
  return {
    type: 'picture',
    picture: { document: address, ...(yield* picturing(snapshot, diagram, choices)) },
  }
}

const failed = (reason: string): ToPreview => ({
  type: 'failed',
  reason: `${reason} ${vscode.l10n.t('The findings in the text are not affected. Please report the diagram so that this can be fixed.')}`,
})
