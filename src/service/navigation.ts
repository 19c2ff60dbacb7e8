// Where a name comes from, where it is used, and what changes when it gets another.

import { parseDiagram } from '../syntax'
import { applyEdits, type Edit } from '../text/edit'
import type { Span } from '../text/span'
import { namedThingAt } from './names'
import { inSource, placeAt } from './place'
import type { Snapshot } from './snapshot'

/** Where the node, group or arrow named at an offset is drawn first. */
export function definitionAt(snapshot: Snapshot, offset: number): Span | undefined {
  const place = placeAt(snapshot, offset)
  const named = place && namedThingAt(place.diagram.system, place.offset)
  return place && named && inSource(place.diagram, named.definition)
}

/** Every place in the diagram that writes the id at an offset. */
export function referencesAt(snapshot: Snapshot, offset: number): readonly Span[] {
  const place = placeAt(snapshot, offset)
  const named = place && namedThingAt(place.diagram.system, place.offset)
  return place && named ? named.places.map(span => inSource(place.diagram, span)) : []
}

/** Edits that give the id at an offset another name, or why that can't be. */
export function renameEdits(
  snapshot: Snapshot,
  offset: number,
  newName: string,
): readonly Edit[] | { readonly error: string } {
  const place = placeAt(snapshot, offset)
  const named = place && namedThingAt(place.diagram.system, place.offset)
  if (!place || !named) return { error: 'There is no id here that could be renamed.' }
  const { block, system } = place.diagram
  if (namesOf(system.diagram).includes(newName) && newName !== named.id)
    return { error: `“${newName}” is the name of something else in this diagram.` }
  const edits = named.places.map(span => ({ span, text: newName }))
  if (!isSame(system.diagram, parseDiagram(applyEdits(block.text, edits)), newName))
    return { error: `“${newName}” can't be an id here.` }
  return edits.map(edit => block.editToSource(edit))
}

type Diagram = ReturnType<typeof parseDiagram>

const namesOf = ({ nodes, groups, arrows }: Diagram): string[] =>
  [...nodes, ...groups].map(({ id }) => id).concat(arrows.flatMap(({ id }) => id ?? []))

/** Nothing but a name has changed. */
function isSame(before: Diagram, after: Diagram, newName: string): boolean {
  const sizes = ({ nodes, arrows, groups, problems }: Diagram) =>
    [nodes, arrows, groups, problems].map(({ length }) => length).join()
  return sizes(before) === sizes(after) && namesOf(after).includes(newName)
}
