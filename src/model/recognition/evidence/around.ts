// What is known of a picture when its boxes and arrows are judged.

import { type Inference, type Kind, recognizeKind, remembered } from '../../../knowledge'
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
  /** Whom a box stands beside, in the picture and in its group: asked for where boxes are judged, not where arrows are. */
  readonly companyOf: (group: Boundary | undefined) => Company
  /** Where a box is drawn: 0 for the first, 1 for the last. */
  readonly placeOf: (id: string) => number
}

/** What boxes that are drawn together are, with the share of them. */
export type Company = readonly (readonly [name: string, share: number])[]

/** What they are by their wording; kinds by name. */
function companyAmong(components: readonly Component[], how: string): Company {
  const counts = new Map<string, number>()
  const see = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const one of components) {
    see(deployed[deployabilityOf(one)])
    if (one.technology) see('products')
    if (isIdentifier(one)) see('identifiers')
    if (one.kind && one.kind.confidence >= 0.5) see(one.kind.value)
  }
  return [...counts].map(([name, count]) => [`${how} ${name}`, count / components.length])
}

const deployed = { runs: 'what runs', part: 'parts of programs', unsure: 'what may be a part' }

/** What a group, a class or a description would be, were it a box. */
export const kindNamedIn = remembered(
  (text: string): Inference<Kind> | undefined => recognizeKind({ id: '', text }).kind,
)

function companyIn({ text, members }: Boundary): Company {
  const kind = kindNamedIn(text)
  const named =
    kind && kind.confidence >= 0.5 ? `in a group named like a ${kind.value}` : 'in a group of no kind'
  return [...companyAmong(members, 'grouped with'), [named, 1]]
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
  const byId = new Map(components.map(one => [one.id, one]))
  const known = new Map<Boundary | undefined, Company>()
  const companyOf = (group: Boundary | undefined): Company => {
    const company = known.get(group) ?? (group ? companyIn(group) : companyAmong(components, 'among'))
    known.set(group, company)
    return company
  }
  const places = new Map(components.map(({ id }, at) => [id, at / Math.max(1, components.length - 1)]))
  const placeOf = (id: string): number => places.get(id) ?? 0
  return { ...around, placeOf, leaving, coming, byId, companyOf }
}

/** `db <-- api` and `Rel_Back` are drawn from what is called. */
const pointsBack = ({ head, tail, variant }: Arrow): boolean =>
  variant === 'Rel_Back' || (head === 'none' && tail !== 'none')

function add(to: Map<string, Arrow[]>, id: string, arrow: Arrow): void {
  const known = to.get(id)
  if (known) known.push(arrow)
  else to.set(id, [arrow])
}
