// What is asked of a text that grows: one line for each question that an editor or a terminal has.

import {
  analyze,
  compareSnapshots,
  completionsAt,
  defaultConfiguration,
  failureTables,
  findings,
  fixAll,
  flowTables,
  folds,
  formatEdits,
  hints,
  hoverAt,
  inspect,
  lenses,
  objectivePlans,
  referencesInOthers,
  renameEdits,
  type Snapshot,
  selectionsAt,
  symbols,
  tokens,
} from '../../src/service'
import { typedAndAsked } from './editor'
import type { Generator } from './generator'

/** Asks a question of a snapshot, now or with a promise; `middle` is an offset in the midst of its text. */
type Door = (snapshot: Snapshot, middle: number) => unknown

export const doors: Readonly<Record<string, Door>> = {
  findings: snapshot => findings(snapshot).map(({ fixes }) => fixes.map(({ edits }) => edits)),
  figures: snapshot => findings(snapshot, { figures: true }).length,
  flows: snapshot => flowTables(snapshot),
  lenses: snapshot => lenses(snapshot),
  hints: snapshot => hints(snapshot),
  inspect,
  symbols,
  tokens,
  folds,
  layout: snapshot => formatEdits(snapshot),
  selection: selectionsAt,
  fixAll,
  again: ({ source, context, ...rest }) => analyze(source, context, { source, context, ...rest }),
  completion: completionsAt,
  hover: (snapshot, middle) => hoverAt(snapshot, middle, { figures: false }),
  failures: failureTables,
  plan: snapshot => objectivePlans(snapshot),
  diff: snapshot => compareSnapshots(snapshot, changed(snapshot)),
  references: (snapshot, middle) => referencesInOthers(snapshot, idBefore(snapshot.source, middle)),
  rename: (snapshot, middle) => renameEdits(snapshot, idBefore(snapshot.source, middle), 'renamed'),
}

/** What an editor asks of the language server at a keystroke; asked where a generator names them. */
export const editorDoors: Readonly<Record<string, Door>> = {
  'editor: findings': snapshot => typedAndAsked(snapshot, 'textDocument/diagnostic'),
  'editor: hints': snapshot => typedAndAsked(snapshot, 'textDocument/inlayHint'),
  'editor: completion': snapshot => typedAndAsked(snapshot, 'textDocument/completion'),
  'editor: hover': snapshot => typedAndAsked(snapshot, 'textDocument/hover'),
  'editor: symbols': snapshot => typedAndAsked(snapshot, 'textDocument/documentSymbol'),
}

/** The text without what stands in its midst. */
const changed = ({ source, context }: Snapshot): Snapshot =>
  analyze(source.slice(0, source.length >> 1) + source.slice((source.length >> 1) + 40), context)

/** Where the last word before an offset starts that opens its line. */
function idBefore(source: string, offset: number): number {
  const line = source.lastIndexOf('\n', offset)
  return line + 1 + /^\s*/.exec(source.slice(line + 1, line + 200))![0].length
}

/** The snapshot that the doors are asked with: every rule on. */
export const read = (text: string, { language }: Pick<Generator, 'language'>): Snapshot =>
  analyze(text, { language, configuration: { ...defaultConfiguration, preset: 'strict' } })
