// Figures that one diagram states for a thing that others draw too: those of the same document, then those of the workspace.

import type { Figures } from '../../model/system'
import type { NodeAttributes } from '../../model/vocabulary'
import type { Configuration, Sharing } from '../configuration/configuration'
import { isSame } from './drawn-names'
import { byName, type StatedElsewhere } from './gathered-statements'
import {
  type DrawnSystem,
  type SharedStatement,
  type StatementPlace,
  statementsIn,
  thingsIn,
} from './shared-statements'

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
  diagrams: readonly DrawnSystem[],
  place: StatementPlace,
  { configuration: { sharing }, neighborhood }: Around,
): readonly SharedFigures[] {
  const { path, stated: elsewhere } = reachesOthers(sharing) ? (neighborhood ?? noNeighbors) : noNeighbors
  const inDocument =
    diagrams.length > 1 && sharing !== 'off'
      ? byName(diagrams.flatMap(drawn => statementsIn(drawn, place).map(stated => ({ ...stated, drawn }))))
      : undefined
  if (!inDocument?.size && elsewhere.size === 0) return diagrams.map(() => nothingShared)
  const believed = believedIn(name => [
    ...(inDocument?.get(name) ?? []),
    ...(elsewhere.get(name) ?? []).filter(statement => statement.path !== path),
  ])
  return diagrams.map(drawn => sharedWith(drawn, place, believed))
}

export const reachesOthers = (sharing: Sharing = 'workspace'): boolean => sharing === 'workspace'

const noNeighbors: Neighborhood = { path: '', stated: new Map() }

const nothingShared: SharedFigures = new Map()

type Seen = SharedStatement & { readonly path?: string; readonly drawn?: DrawnSystem }

/** What is looked for: statements of a thing in the same version of the design, and of no other kind or product. */
type Wanted = Pick<SharedStatement, 'name' | 'version' | 'kind' | 'technology'>

type Believed = (wanted: Wanted) => readonly Seen[]

/** The statements that can be believed, found once for all diagrams that draw the thing. */
function believedIn(statedFor: (name: string) => readonly Seen[]): Believed {
  const known = new Map<string, readonly Seen[]>()
  return wanted => {
    const key = [wanted.name, wanted.version, wanted.kind ?? '', wanted.technology ?? ''].join('\n')
    const found = known.get(key) ?? firstOfEach(statedFor(wanted.name).filter(isMeant(wanted)))
    known.set(key, found)
    return found
  }
}

const isMeant =
  ({ version, kind, technology }: Wanted) =>
  (statement: Seen): boolean =>
    statement.version === version && isSame({ kind, technology }, statement)

/** The first of a figure is believed; the second where the first is the diagram's own. */
function firstOfEach(statements: readonly Seen[]): readonly Seen[] {
  const seen = new Map<string, number>()
  return statements.filter(({ figures }) => {
    const isNew = figures.some(({ key }) => (seen.get(key) ?? 0) < 2)
    for (const { key } of figures) seen.set(key, (seen.get(key) ?? 0) + 1)
    return isNew
  })
}

function sharedWith(drawn: DrawnSystem, { versionAt }: StatementPlace, believed: Believed): SharedFigures {
  const { system, block } = drawn
  if (!system.architecture.value) return nothingShared
  const shared = new Map<string, Figures<NodeAttributes>>()
  const version = versionAt(block.span.start)
  for (const [name, { id, kind, technology }] of thingsIn(system)) {
    const wanted = { name, version, kind: kind?.value, technology: technology?.id }
    const same = believed(wanted).filter(statement => statement.drawn !== drawn)
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
