// What the documents of a workspace state, kept up to date while they change.

import { gatheredStatements, type LocatedStatement, type StatedElsewhere } from './shared-figures'

export interface WorkspaceIndex {
  /** Renews what a document states; says whether that is anything new. A document that is gone states nothing. */
  renew(path: string, statements: readonly LocatedStatement[]): boolean
  /** What all documents state now. */
  stated(): StatedElsewhere
}

export function createWorkspaceIndex(): WorkspaceIndex {
  const byPath = new Map<
    string,
    { readonly statements: readonly LocatedStatement[]; readonly text: string }
  >()
  let gathered: StatedElsewhere | undefined
  return {
    renew(path, statements) {
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
  }
}
