// Where a name comes from, and where it is used.

import type { Span } from '../../text/span'
import { documentNames } from '../engine/document'
import type { Snapshot } from '../engine/snapshot'
import { namedThingAt } from './names'
import { inSource, placeAt } from './place'

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
