// Figures that one diagram states for a thing that others draw too: those of the same document, then those of the workspace.

import type { Figures } from '../../model/system'
import type { NodeAttributes } from '../../model/vocabulary'
import type { Configuration, Sharing } from '../configuration/configuration'
import { type Drawn, type Place, type Statement, statementsIn, thingsIn } from './statements'

/** What the documents of a workspace state, by the name of the thing. */
export type StatedElsewhere = ReadonlyMap<string, readonly LocatedStatement[]>

export interface LocatedStatement extends Statement {
  /** The document's path in the workspace. */
  readonly path: string
}

/** A document's place among others. */
export interface Neighborhood {
  readonly path: string
  readonly stated: StatedElsewhere
}

/** What others state for the nodes of a diagram, by id; empty where nothing is shared. */
export type SharedFigures = ReadonlyMap<string, Figures<NodeAttributes>>

/** What is around a document. */
interface Around {
  readonly configuration: Pick<Configuration, 'sharing'>
  readonly neighborhood?: Neighborhood
}

/** For each diagram of a document what the others, and other documents, state for the things it draws. */
export function sharedAmong(
  diagrams: readonly Drawn[],
  place: Place,
  { configuration: { sharing }, neighborhood }: Around,
): readonly SharedFigures[] {
  const { path, stated: elsewhere } = reachesOthers(sharing) ? (neighborhood ?? noNeighbors) : noNeighbors
  const inDocument =
    diagrams.length > 1 && sharing !== 'off'
      ? byName(diagrams.flatMap(drawn => statementsIn(drawn, place).map(stated => ({ ...stated, drawn }))))
      : undefined
  if (!inDocument?.size && elsewhere.size === 0) return diagrams.map(() => nothingShared)
  return diagrams.map(drawn =>
    sharedWith(drawn, place, name => [
      ...(inDocument?.get(name) ?? []).filter(statement => statement.drawn !== drawn),
      ...(elsewhere.get(name) ?? []).filter(statement => statement.path !== path),
    ]),
  )
}

export const reachesOthers = (sharing: Sharing = 'workspace'): boolean => sharing === 'workspace'

const noNeighbors: Neighborhood = { path: '', stated: new Map() }

const nothingShared: SharedFigures = new Map()

type Seen = Statement & { readonly path?: string }

function sharedWith(
  { system, block }: Drawn,
  { versionAt }: Place,
  statedFor: (name: string) => readonly Seen[],
): SharedFigures {
  if (!system.architecture.value) return nothingShared
  const shared = new Map<string, Figures<NodeAttributes>>()
  for (const [name, { id, kind }] of thingsIn(system)) {
    const same = statedFor(name).filter(
      statement =>
        (!kind || !statement.kind || statement.kind === kind.value) &&
        statement.version === versionAt(block.span.start),
    )
    if (same.length > 0) shared.set(id, figuresOf(same))
  }
  return shared
}

/** Among several statements of a figure the first is believed. */
function figuresOf(statements: readonly Seen[]): Figures<NodeAttributes> {
  const entries = statements.flatMap(({ text, path, figures }) =>
    figures.map(({ key, figure, line }) => {
      const where = path === undefined ? `line ${line} of this document` : `${path}:${line}`
      return [
        key,
        { ...figure, origin: 'shared', source: `stated for “${text}” in ${where}`, span: undefined },
      ] as const
    }),
  )
  return Object.fromEntries(entries.toReversed())
}

/** The statements of several documents put together; the order of their paths decides whom to believe. */
export function gatheredStatements(statements: readonly LocatedStatement[]): StatedElsewhere {
  return byName(statements.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)))
}

function byName<S extends Statement>(statements: readonly S[]): ReadonlyMap<string, readonly S[]> {
  const named = new Map<string, S[]>()
  for (const statement of statements) {
    const same = named.get(statement.name)
    if (same) same.push(statement)
    else named.set(statement.name, [statement])
  }
  return named
}
