// Quick fixes of the findings in a range, refactorings, and all safe fixes at once.

import { existsSync } from 'node:fs'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  Range,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import * as z from 'zod/mini'
import {
  fixAll,
  fixesAt,
  formatEdits,
  type NewDocument,
  placesBeside,
  type Refactoring,
  refactoringsAt,
  type Snapshot,
} from '../../../service'
import type { Edit } from '../../../text/edit'
import type { Abilities } from '../client-abilities'
import { diagnosticOf } from '../diagnostics'
import { toSpan, toTextEdits } from '../positions'
import { pathOfUri } from '../uri'

const fixAllKind = `${CodeActionKind.SourceFixAll}.arrowsmith`
const formatKind = `${CodeActionKind.Source}.formatDiagrams`
const refactoringKinds = {
  rewrite: CodeActionKind.RefactorRewrite,
  extract: CodeActionKind.RefactorExtract,
} as const
export const actionKinds = [
  CodeActionKind.QuickFix,
  ...Object.values(refactoringKinds),
  fixAllKind,
  formatKind,
]

export function codeActions(
  snapshot: Snapshot,
  { textDocument: { uri }, range, context }: CodeActionParams,
  { createsFiles, resolvesActions }: Abilities,
): CodeAction[] {
  const whole = (edits: readonly Edit[], action: Pick<CodeAction, 'title' | 'kind'>): CodeAction[] =>
    edits.length === 0 ? [] : [{ ...action, edit: { changes: { [uri]: toTextEdits(snapshot, edits) } } }]
  const wanted = (kind: string) =>
    !context.only || context.only.some(only => `${kind}.`.startsWith(`${only}.`))
  return [
    ...(wanted(CodeActionKind.QuickFix) ? quickFixes(snapshot, { uri, range, later: resolvesActions }) : []),
    ...(Object.values(refactoringKinds).some(wanted)
      ? refactoringsAt(snapshot, toSpan(snapshot, range))
          .filter(
            ({ kind, creates }) =>
              wanted(refactoringKinds[kind]) && (!creates || (createsFiles && uri.startsWith('file:'))),
          )
          .map(each => refactored(snapshot, uri, each))
      : []),
    // Offered only to those who ask for it: it is run on save, not picked from the light bulb.
    ...(context.only && wanted(fixAllKind)
      ? whole(fixAll(snapshot), { title: 'Apply all safe fixes', kind: fixAllKind })
      : []),
    ...(context.only && wanted(formatKind)
      ? whole(formatEdits(snapshot), { title: 'Format diagrams', kind: formatKind })
      : []),
  ]
}

const offer = z.object({
  uri: z.string(),
  range: z.custom<Range>(value => Range.is(value)),
})

interface Offer extends z.infer<typeof offer> {
  /** The edits are asked for when a fix is chosen: some take long to work out. */
  readonly later: boolean
}

function quickFixes(snapshot: Snapshot, { uri, range, later }: Offer): CodeAction[] {
  return fixesAt(snapshot, toSpan(snapshot, range)).map(fix => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    ...(fix.preferred && { isPreferred: true }),
    diagnostics: [diagnosticOf(snapshot, uri, fix.finding)],
    ...(later
      ? { data: { uri, range } }
      : { edit: { changes: { [uri]: toTextEdits(snapshot, fix.edits) } } }),
  }))
}

/** The action with its edits, as long as it is still offered where it was. */
export function withEdits(action: CodeAction, snapshotOf: (uri: string) => Snapshot | undefined): CodeAction {
  const { data } = offer.safeParse(action.data)
  const snapshot = data && snapshotOf(data.uri)
  if (!snapshot) return action
  const { edit } =
    quickFixes(snapshot, { ...data, later: false }).find(({ title }) => title === action.title) ?? {}
  return edit ? { ...action, edit } : action
}

function refactored(
  snapshot: Snapshot,
  uri: string,
  { title, kind, edits, creates }: Refactoring,
): CodeAction {
  const edit = creates ? creation(uri, creates) : { changes: { [uri]: toTextEdits(snapshot, edits) } }
  return { title, kind: refactoringKinds[kind], edit }
}

/** Beside the document, and named after it; no file there is touched. */
function creation(uri: string, created: NewDocument): WorkspaceEdit {
  const places = placesBeside(uri, created)
  let beside = places.next().value
  while (existsSync(pathOfUri(beside) ?? '')) beside = places.next().value
  const start = { line: 0, character: 0 }
  return {
    documentChanges: [
      { kind: 'create', uri: beside },
      {
        textDocument: { uri: beside, version: null },
        edits: [{ range: { start, end: start }, newText: created.text }],
      },
    ],
  }
}
