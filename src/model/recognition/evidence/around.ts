// What is known of a picture when its boxes and arrows are judged.

import type { Arrow, Diagram } from '../../../syntax/tree'
import type { Boundary, Component } from '../../system'
import { deployabilityOf } from '../deployability'
import { isIdentifier } from '../naming'

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
  /** What all boxes of the picture are, and those of a group. */
  readonly company: Company
  readonly companyIn: (group: Boundary) => Company
}

/** Of boxes that are drawn together, the share that is such a thing. */
export type Company = ReadonlyMap<string, number>

/** What they are by their wording; kinds by name. */
function companyOf(components: readonly Component[]): Company {
  const shares = new Map<string, number>()
  const see = (name: string) => shares.set(name, (shares.get(name) ?? 0) + 1 / components.length)
  for (const one of components) {
    see(deployed[deployabilityOf(one)])
    if (one.technology) see('products')
    if (isIdentifier(one)) see('identifiers')
    if (one.kind && one.kind.confidence >= 0.5) see(one.kind.value)
  }
  return shares
}

const deployed = { runs: 'what runs', part: 'parts of programs', unsure: 'what may be a part' }

export function neighborhoodOf(around: Around, components: readonly Component[]): DrawnAround {
  const leaving = new Map<string, Arrow[]>()
  const coming = new Map<string, Arrow[]>()
  for (const arrow of around.diagram.arrows) {
    if (arrow.from === arrow.to) continue
    const [caller, callee] = pointsBack(arrow) ? [arrow.to, arrow.from] : [arrow.from, arrow.to]
    add(leaving, caller, arrow)
    add(coming, callee, arrow)
  }
  const byId = new Map(components.map(one => [one.id, one]))
  const groups = new Map<Boundary, Company>()
  const companyIn = (group: Boundary): Company => {
    const company = groups.get(group) ?? companyOf(group.members)
    groups.set(group, company)
    return company
  }
  return { ...around, leaving, coming, byId, company: companyOf(components), companyIn }
}

/** `db <-- api` and `Rel_Back` are drawn from what is called. */
const pointsBack = ({ head, tail, variant }: Arrow): boolean =>
  variant === 'Rel_Back' || (head === 'none' && tail !== 'none')

function add(to: Map<string, Arrow[]>, id: string, arrow: Arrow): void {
  const known = to.get(id)
  if (known) known.push(arrow)
  else to.set(id, [arrow])
}
