// The layers of figures found so far, for each node, arrow, group and block.

import type { Section } from '../../syntax/tree'
import type { ArrowAttributes, GroupAttributes, NodeAttributes, SectionAttributes } from '../vocabulary'
import type { Layer } from './precedence'

export interface Heap {
  readonly nodes: Map<string, Layer<NodeAttributes>[]>
  readonly arrows: Map<number, Layer<ArrowAttributes>[]>
  readonly groups: Map<string, Layer<GroupAttributes>[]>
  readonly sections: Map<Section, Layer<SectionAttributes>[]>
}

export const emptyHeap = (): Heap => ({
  nodes: new Map(),
  arrows: new Map(),
  groups: new Map(),
  sections: new Map(),
})

/** Lays one more layer on a thing. */
export function lay<K, A>(heap: Map<K, Layer<A>[]>, thing: K, layer: Layer<A>): void {
  const layers = heap.get(thing)
  if (layers) layers.push(layer)
  else heap.set(thing, [layer])
}
