// The layers of figures found so far, for each node, arrow, group and block.

import type { Section } from '../../syntax/tree'
import type { ArrowAttributes, GroupAttributes, NodeAttributes, SectionAttributes } from '../vocabulary'
import type { FigureLayer } from './precedence'

export interface FigureLayers {
  readonly nodes: Map<string, FigureLayer<NodeAttributes>[]>
  readonly arrows: Map<number, FigureLayer<ArrowAttributes>[]>
  readonly groups: Map<string, FigureLayer<GroupAttributes>[]>
  readonly sections: Map<Section, FigureLayer<SectionAttributes>[]>
}

export const noFigureLayers = (): FigureLayers => ({
  nodes: new Map(),
  arrows: new Map(),
  groups: new Map(),
  sections: new Map(),
})

/** Lays one more layer on a thing. */
export function addLayer<K, A>(layers: Map<K, FigureLayer<A>[]>, thing: K, layer: FigureLayer<A>): void {
  const known = layers.get(thing)
  if (known) known.push(layer)
  else layers.set(thing, [layer])
}
