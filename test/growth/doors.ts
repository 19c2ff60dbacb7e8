// What is asked of a text that grows: one line for each question that an editor or a terminal has.

import {
  analyze,
  completionsAt,
  defaultConfiguration,
  findings,
  fixAll,
  flowTables,
  folds,
  formatEdits,
  hints,
  hoverAt,
  inspect,
  lenses,
  renameEdits,
  type Snapshot,
  selectionsAt,
  symbols,
  tokens,
} from '../../src/service'
import type { Generator } from './generator'

/** Asks a question of a snapshot; `middle` is an offset in the midst of its text. */
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
  rename: (snapshot, middle) => renameEdits(snapshot, idBefore(snapshot.source, middle), 'renamed'),
}

/** Where the last word before an offset starts that opens its line. */
function idBefore(source: string, offset: number): number {
  const line = source.lastIndexOf('\n', offset)
  return line + 1 + /^\s*/.exec(source.slice(line + 1, line + 200))![0].length
}

/** The snapshot that the doors are asked with: every rule on. */
export const read = (text: string, { language }: Pick<Generator, 'language'>): Snapshot =>
  analyze(text, { language, configuration: { ...defaultConfiguration, preset: 'strict' } })
