// What the documents of a workspace state and draw, kept up to date while they change.

import type { DocumentReading } from './document-statements'
import { type DrawnName, drawingsOf, namesMatching, type Thing } from './drawn-names'
import { gatheredStatements, type LocatedStatement, type StatedElsewhere } from './gathered-statements'

export interface WorkspaceIndex {
  /** Renews what is kept of a document; says whether it states anything new. One that is gone states nothing. */
  renew(path: string, reading: DocumentReading): boolean
  /** What all documents state now. */
  stated(): StatedElsewhere
  /** The components of all documents whose names match a query. */
  find(query: string): readonly DrawnName[]
  /** Where the documents draw a thing. */
  drawing(thing: Thing): readonly DrawnName[]
}

export function createWorkspaceIndex(): WorkspaceIndex {
  const byPath = new Map<
    string,
    { readonly statements: readonly LocatedStatement[]; readonly text: string }
  >()
  const drawn = new Map<string, readonly DrawnName[]>()
  let gathered: StatedElsewhere | undefined
  return {
    renew(path, { statements, names }) {
      if (names.length === 0) drawn.delete(path)
      else drawn.set(path, names)
      const text = statements.length === 0 ? '' : JSON.stringify(statements)
      if ((byPath.get(path)?.text ?? '') === text) return false
      if (text === '') byPath.delete(path)
      else byPath.set(path, { statements, text })
      gathered = undefined
      return true
    },
    stated() {
      gathered ??= gatheredStatements([...byPath.values()].flatMap(({ statements }) => statements))
      return gathered
    },
    find: query => namesMatching([...drawn.values()].flat(), query),
    drawing: thing => drawingsOf(thing, [...drawn.values()].flat()),
  }
}
