// Where a name comes from, and where it is used.

import type { Component } from '../../model/system'
import type { Span } from '../../text/span'
import { documentNames } from '../engine/document'
import type { Snapshot } from '../engine/snapshot'
import { isSame, type Thing } from '../workspace/drawn-names'
import { reachesOthers } from '../workspace/shared-figures'
import { nameOfThing } from '../workspace/shared-names'
import { thingsIn } from '../workspace/shared-statements'
import { namedThing, namedThingAt } from './names'
import { type CursorPlace, inSource, placeAt } from './place'

/** Where the node, group or arrow named at an offset is drawn first. */
export function definitionAt(snapshot: Snapshot, offset: number): Span | undefined {
  const place = placeAt(snapshot, offset)
  const named = place && namedThingAt(place.diagram.system, place.offset)
  return place && named && inSource(place.diagram, named.definition)
}

/** Every place that writes the id at an offset: in its diagram, and in what the document states for all. */
export function referencesAt(snapshot: Snapshot, offset: number): readonly Span[] {
  const place = placeAt(snapshot, offset)
  const named = place && namedThingAt(place.diagram.system, place.offset)
  if (!place || !named) return []
  const above = documentNames(snapshot).filter(({ id }) => id === named.id)
  return [...above.map(({ span }) => span), ...named.places.map(span => inSource(place.diagram, span))]
}

/** The thing drawn at an offset, where documents of the workspace may draw it too. */
export function thingAt(snapshot: Snapshot, offset: number): Thing | undefined {
  const { sharing } = snapshot.context.configuration
  const place = placeAt(snapshot, offset)
  return place && reachesOthers(sharing) ? thingDrawnAt(place) : undefined
}

/** Every place that writes an id of the thing at an offset in the other diagrams of the document. */
export function referencesInOthers(snapshot: Snapshot, offset: number): readonly Span[] {
  const place = placeAt(snapshot, offset)
  const thing = place && snapshot.context.configuration.sharing !== 'off' ? thingDrawnAt(place) : undefined
  if (!place || !thing) return []
  return snapshot.diagrams
    .filter(diagram => diagram !== place.diagram)
    .flatMap(diagram => {
      const drawn = thingsIn(diagram.alone).get(thing.name)
      const same = drawn && isSame(thing, factsOf(drawn)) && namedThing(diagram.system.diagram, drawn.id)
      return same ? same.places.map(span => inSource(diagram, span)) : []
    })
}

/** None for what many things are called, and for what its diagram draws twice. */
function thingDrawnAt({ diagram: { system, alone }, offset }: CursorPlace): Thing | undefined {
  const id = namedThingAt(system, offset)?.id
  const component = alone.components.find(each => each.id === id)
  const name = component && alone.architecture.value ? nameOfThing(component.text) : undefined
  if (!component || name === undefined || thingsIn(alone).get(name) !== component) return undefined
  return { name, ...factsOf(component) }
}

const factsOf = ({ kind, technology }: Component): Omit<Thing, 'name'> => ({
  ...(kind && { kind: kind.value }),
  ...(technology && { technology: technology.id }),
})
