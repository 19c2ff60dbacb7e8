// What the documents of a workspace state, put together.

import type { SharedStatement } from './shared-statements'

/** By the name of the thing. */
export type StatedElsewhere = ReadonlyMap<string, readonly LocatedStatement[]>

export interface LocatedStatement extends SharedStatement {
  /** The document's path in the workspace. */
  readonly path: string
}

/** The statements of several documents put together; the order of their paths decides whom to believe. */
export function gatheredStatements(statements: readonly LocatedStatement[]): StatedElsewhere {
  return byName(statements.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)))
}

/** Statements about the same thing together, in their order. */
export function byName<S extends SharedStatement>(
  statements: readonly S[],
): ReadonlyMap<string, readonly S[]> {
  const named = new Map<string, S[]>()
  for (const statement of statements) {
    const same = named.get(statement.name)
    if (same) same.push(statement)
    else named.set(statement.name, [statement])
  }
  return named
}
