// What is known of a picture when its boxes and arrows are judged.

import type { Arrow, Diagram } from '../../../syntax/tree'
import type { Component } from '../../system'

export interface Around {
  readonly diagram: Diagram
  /** How much the picture looks like a design at a glance, in log odds. */
  readonly glance: number
  /** Words of the headings above it and of its title. */
  readonly context: readonly string[]
}

/** What a box is joined to. */
export interface DrawnAround extends Around {
  readonly leaving: ReadonlyMap<string, readonly Arrow[]>
  readonly coming: ReadonlyMap<string, readonly Arrow[]>
  readonly byId: ReadonlyMap<string, Component>
}

export function neighborhoodOf(around: Around, components: readonly Component[]): DrawnAround {
  const leaving = new Map<string, Arrow[]>()
  const coming = new Map<string, Arrow[]>()
  for (const arrow of around.diagram.arrows) {
    if (arrow.from === arrow.to) continue
    const [caller, callee] = pointsBack(arrow) ? [arrow.to, arrow.from] : [arrow.from, arrow.to]
    add(leaving, caller, arrow)
    add(coming, callee, arrow)
  }
  return { ...around, leaving, coming, byId: new Map(components.map(one => [one.id, one])) }
}

/** `db <-- api` and `Rel_Back` are drawn from what is called. */
const pointsBack = ({ head, tail, variant }: Arrow): boolean =>
  variant === 'Rel_Back' || (head === 'none' && tail !== 'none')

function add(to: Map<string, Arrow[]>, id: string, arrow: Arrow): void {
  const known = to.get(id)
  if (known) known.push(arrow)
  else to.set(id, [arrow])
}
