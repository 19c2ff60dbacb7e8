// What takes all copies of a thing at once.

import { callName } from '../../../model/flows/graph'
import type { Plan, Visit } from '../../../model/system'
import { always, type Structure, up } from '../../availability/structure'
import { type Assumptions, componentKey, unrecorded, writtenPercent } from '../assumptions'
import { commonCauseOf, type Doubt, unavailabilityOf } from './component-availability'
import { downWith, type Part } from './part'

interface Reading {
  readonly parts: Map<string, Part>
  readonly context: { readonly assumptions: Assumptions }
}

/**
 * Copies drawn as separate nodes fail together as often as replicas do: a part β of their unavailability is
 * moved to one variable that they share.
 */
export function sharedCause(branches: readonly Plan[], { parts, context }: Reading): Structure {
  const copies = branches.flatMap(branch => (branch.kind === 'visit' ? [branch.component] : []))
  const first = copies[0]
  const kind = first?.kind?.value
  if (!first || copies.length < 2 || copies.length < branches.length) return always
  if (new Set(copies).size < copies.length || copies.some(copy => copy.kind?.value !== kind)) return always
  const beta = commonCauseOf(first, context.assumptions)
  const betaUnder = (doubt: Doubt): number => commonCauseOf(first, unrecorded, doubt)
  const own = copies.map(copy => unavailabilityOf(copy, context.assumptions))
  for (const component of copies) {
    const name = componentKey(component)
    const unavailability = (doubt: Doubt): number =>
      unavailabilityOf(component, unrecorded, doubt) * (1 - betaUnder(doubt))
    parts.set(name, { name, unavailability, component, strikes: downWith(component) })
  }
  const name = `common:${copies.map(copy => copy.id).join()}`
  if (beta * Math.min(...own) === 0) return always
  const unavailability = (doubt: Doubt): number =>
    betaUnder(doubt) * Math.min(...copies.map(copy => unavailabilityOf(copy, unrecorded, doubt)))
  const strikes = ({ component }: Visit): boolean => copies.includes(component)
  parts.set(name, { name, unavailability, component: first, strikes })
  context.assumptions.add({
    at: callNameOf(branches) ?? first.id,
    key: 'commonCause',
    value: writtenPercent(beta),
    source: `${copies.length} copies fail together as often`,
  })
  return up(name)
}

const callNameOf = (branches: readonly Plan[]): string | undefined => {
  const first = branches[0]
  return first?.kind === 'visit' && first.call ? callName(first.call) : undefined
}
