// What two versions of a document draw differently: components, calls and what is stated of them. Layout is no difference.

import { protocolLabel } from '../../knowledge'
import { isComponent } from '../../model/ends'
import type { Component, Connection } from '../../model/system'
import type { AnalyzedDiagram, Snapshot } from '../engine/snapshot'
import { writtenFigures } from '../flows/written-figures'

/** A diagram of a design in the old version, the new one, or both. */
export interface DrawingChange {
  /** The heading above it or its own title, if it has one. */
  readonly title?: string
  readonly diagram: 'kept' | 'new' | 'deleted'
  readonly components: Changes<ComponentPart>
  readonly calls: Changes<CallPart>
}

export interface Changes<Part> {
  readonly added: readonly Part[]
  readonly removed: readonly Part[]
  /** As they are now. */
  readonly changed: readonly (Part & { readonly figures: readonly ChangedValue[] })[]
}

export interface ComponentPart {
  readonly name: string
}

/** An arrow that crosses a network. */
export interface CallPart {
  readonly caller: string
  readonly callee: string
  /** What is written on it. */
  readonly label: string
}

/** A value as it is written, with its unit; absent where nothing is stated. */
export interface ChangedValue {
  readonly key: string
  readonly before?: string
  readonly after?: string
}

/** Diagrams that show designs and differ in more than their layout, in the order of the new version. */
export function drawingChanges(before: Snapshot | undefined, after: Snapshot | undefined): DrawingChange[] {
  return paired(designsOf(before), designsOf(after)).map(changeOf).filter(isChange)
}

const designsOf = (snapshot: Snapshot | undefined): readonly AnalyzedDiagram[] =>
  snapshot?.diagrams.filter(({ system }) => system.architecture.value) ?? []

const isChange = ({ diagram, components, calls }: DrawingChange): boolean =>
  diagram !== 'kept' ||
  [components, calls].some(
    ({ added, removed, changed }) => added.length + removed.length + changed.length > 0,
  )

interface Pair {
  readonly old?: AnalyzedDiagram
  readonly now?: AnalyzedDiagram
}

/** The share of components that two diagrams have to have in common to be versions of one. */
const enoughInCommon = 0.3

/**
 * Each diagram with its other version: the one with the same text, else that under the same heading, else the one that
 * it has most in common with. What is surer is settled first, so that no look-alike takes another's version.
 */
function paired(old: readonly AnalyzedDiagram[], now: readonly AnalyzedDiagram[]): Pair[] {
  const versions = new Map<AnalyzedDiagram, AnalyzedDiagram>()
  const free = new Set(old)
  for (const identify of [textOf, titleOf]) {
    const known = new Map([...free].reverse().map(diagram => [identify(diagram), diagram]))
    for (const diagram of now) {
      const found = known.get(identify(diagram))
      if (versions.has(diagram) || !found || !free.delete(found)) continue
      if (identify === textOf || inCommon(namesIn(diagram), found) >= enoughInCommon)
        versions.set(diagram, found)
      else free.add(found)
    }
  }
  for (const diagram of now.filter(each => !versions.has(each))) {
    const best = mostInCommon(diagram, free)
    if (!best) continue
    versions.set(diagram, best)
    free.delete(best)
  }
  return [
    ...now.map(diagram => ({ now: diagram, old: versions.get(diagram) })),
    ...[...free].map(diagram => ({ old: diagram })),
  ]
}

function mostInCommon(
  diagram: AnalyzedDiagram,
  others: ReadonlySet<AnalyzedDiagram>,
): AnalyzedDiagram | undefined {
  const names = namesIn(diagram)
  let [best, most]: [AnalyzedDiagram | undefined, number] = [undefined, 0]
  for (const other of others) {
    const share = inCommon(names, other)
    if (share >= enoughInCommon && share > most) [best, most] = [other, share]
  }
  return best
}

const textOf = ({ system }: AnalyzedDiagram): string => system.diagram.text
const titleOf = ({ introduction }: AnalyzedDiagram): string | undefined => introduction.headings.at(-1)

/** Ids and names of the components. */
const namesIn = ({ system }: AnalyzedDiagram): ReadonlySet<string> =>
  new Set(system.components.flatMap(({ id, name }) => [`id ${id}`, `name ${name}`]))

/** Components of one id or name, as a share of the other diagram's, from 0 to 1. */
function inCommon(names: ReadonlySet<string>, { system }: AnalyzedDiagram): number {
  const { components } = system
  const shared = components.filter(
    ({ id, name }) => names.has(`id ${id}`) || names.has(`name ${name}`),
  ).length
  return components.length === 0 ? 0 : (2 * shared) / (components.length + names.size / 2)
}

function changeOf({ old, now }: Pair): DrawingChange {
  const shown = now ?? old
  const title = shown && titleOf(shown)
  return {
    ...(title !== undefined && title !== '' && { title }),
    diagram: !old ? 'new' : now ? 'kept' : 'deleted',
    ...partsChanged({ old, now }, { component: ({ part }) => part, call: ({ part }) => part }),
  }
}

/** What is new, changed or gone in one diagram, each part with where its own version of the diagram has it. */
export interface PlacedChange {
  /** The diagram before; undefined for a new one. */
  readonly old: AnalyzedDiagram | undefined
  readonly components: Changes<ComponentPart & { readonly id: string }>
  readonly calls: Changes<CallPart & { readonly index: number }>
}

/** The change of one diagram of the new version. */
export function changeOfDiagram(
  before: Snapshot | undefined,
  after: Snapshot,
  diagram: AnalyzedDiagram,
): PlacedChange {
  return changeBetween(
    paired(designsOf(before), designsOf(after)).find(({ now }) => now === diagram)?.old,
    diagram,
  )
}

/** The change from one diagram to another, whatever they have in common. */
export function changeBetween(old: AnalyzedDiagram | undefined, diagram: AnalyzedDiagram): PlacedChange {
  const placed = partsChanged(
    { old, now: diagram },
    {
      component: ({ part, place }) => ({ ...part, id: place }),
      call: ({ part, place }) => ({ ...part, index: place }),
    },
  )
  return { old, ...placed }
}

interface Shown<Component, Call> {
  readonly component: (item: Stated<ComponentPart, string>) => Component
  readonly call: (item: Stated<CallPart, number>) => Call
}

function partsChanged<Component, Call>(
  { old, now }: { readonly old?: AnalyzedDiagram | undefined; readonly now?: AnalyzedDiagram | undefined },
  show: Shown<Component, Call>,
): { readonly components: Changes<Component>; readonly calls: Changes<Call> } {
  const names = renamed(old?.system.components ?? [], now?.system.components ?? [])
  return {
    components: changes(componentsOf(old, names), componentsOf(now), show.component),
    calls: changes(callsOf(old, names), callsOf(now), show.call),
  }
}

/** What components that kept their ids were called: a new label is no new component. */
function renamed(old: readonly Component[], now: readonly Component[]): ReadonlyMap<string, string> {
  const names = new Map(now.map(({ id, name }) => [id, name]))
  const kept = new Set(now.map(({ name }) => name))
  return new Map(
    old.flatMap(({ id, name }) => {
      const newName = names.get(id)
      return newName === undefined || newName === name || kept.has(name) ? [] : [[name, newName] as const]
    }),
  )
}

interface Stated<Part, Place> {
  readonly part: Part
  /** The component's id or the arrow's index. */
  readonly place: Place
  /** Tells it from others of its diagram. */
  readonly identity: string
  readonly figures: ReadonlyMap<string, string>
}

type Names = ReadonlyMap<string, string>
const noNames: Names = new Map()

function componentsOf(
  diagram: AnalyzedDiagram | undefined,
  names = noNames,
): Stated<ComponentPart, string>[] {
  const components = diagram?.system.components ?? []
  return numbered(
    components.map(component => {
      const name = names.get(component.name) ?? component.name
      return {
        part: { name },
        place: component.id,
        identity: name,
        figures: statedFigures(component.figures, 'node'),
      }
    }),
  )
}

function callsOf(diagram: AnalyzedDiagram | undefined, names = noNames): Stated<CallPart, number>[] {
  const connections = diagram?.system.connections.filter(isDrawnCall) ?? []
  return numbered(
    connections.map(connection => {
      const [caller, callee] = [connection.caller, connection.callee].map(
        ({ name }) => names.get(name) ?? name,
      )
      const part = { caller: caller!, callee: callee!, label: connection.arrow.text }
      return {
        part,
        place: connection.index,
        identity: `${caller} → ${callee}`,
        figures: callFigures(connection),
      }
    }),
  )
}

const isDrawnCall = ({ network, role, caller, callee }: Connection): boolean =>
  network.value && role.value !== 'reply' && caller !== callee && (isComponent(caller) || isComponent(callee))

function callFigures({ figures, protocols, request }: Connection): ReadonlyMap<string, string> {
  const target = [request?.method, request?.path].filter(part => part !== undefined).join(' ')
  const stated = new Map(statedFigures(figures, 'arrow'))
  if (target !== '') stated.set('request', target)
  return protocols.length > 0 ? stated.set('protocol', protocols.map(protocolLabel).join(', ')) : stated
}

const statedFigures = (figures: object, place: 'node' | 'arrow'): ReadonlyMap<string, string> =>
  new Map(
    writtenFigures(figures, place)
      .filter(({ stated }) => stated)
      .map(({ key, value }) => [key, value]),
  )

/** Equal identities count: the second call between two components is another one. */
function numbered<Part, Place>(items: readonly Stated<Part, Place>[]): Stated<Part, Place>[] {
  const seen = new Map<string, number>()
  return items.map(item => {
    const times = (seen.get(item.identity) ?? 0) + 1
    seen.set(item.identity, times)
    return times === 1 ? item : { ...item, identity: `${item.identity} (${times})` }
  })
}

function changes<Part, Place, Result>(
  old: readonly Stated<Part, Place>[],
  now: readonly Stated<Part, Place>[],
  show: (item: Stated<Part, Place>) => Result,
): Changes<Result> {
  const before = new Map(old.map(item => [item.identity, item]))
  const after = new Map(now.map(item => [item.identity, item]))
  return {
    added: now.filter(({ identity }) => !before.has(identity)).map(show),
    removed: old.filter(({ identity }) => !after.has(identity)).map(show),
    changed: now.flatMap(item => {
      const figures = changedValues(before.get(item.identity)?.figures ?? item.figures, item.figures)
      return figures.length > 0 ? [{ ...show(item), figures }] : []
    }),
  }
}

function changedValues(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ChangedValue[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(key => {
    const [old, now] = [before.get(key), after.get(key)]
    if (old === now) return []
    return [{ key, ...(old !== undefined && { before: old }), ...(now !== undefined && { after: now }) }]
  })
}
