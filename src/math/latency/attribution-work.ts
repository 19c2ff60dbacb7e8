// How much work it is to ask whose time a percentile is made of, before it is done.

import { itemOf, measuredItems, withParts } from './attribution'
import type { Latency } from './latency'

/** What may still be spent, in expressions looked at; it is shared by all who ask. */
export interface WorkAllowance {
  left: number
}

/** What the flows of one system may take together: a second or two. */
export const workForShares = (): WorkAllowance => ({ left: 250_000 })

/** Looking at an expression again costs this much of working its outcome out anew where it adds up times. */
const CONVOLUTION = 8

/** Takes the work of an attribution from what is left, unless it is more. */
export function affords(allowance: WorkAllowance, latency: Latency): boolean {
  const workOfChange = changeMeter(latency)
  // Each item is made slower once and faster once.
  let work = 0
  for (const item of measuredItems(latency)) {
    work += 2 * workOfChange(item)
    if (work > allowance.left) return false
  }
  allowance.left -= work
  return true
}

/** The work of changing all that is attributed to an item: expressions that contain it are worked out anew. */
function changeMeter(latency: Latency): (item: string) => number {
  const order = partsFirst(latency)
  const places = new Map(order.map((part, place) => [part, place]))
  const parts = order.map(part => {
    const inside: number[] = []
    withParts(part, inner => {
      inside.push(places.get(inner) ?? 0)
      return inner
    })
    return inside
  })
  return item => {
    const changed = new Uint8Array(order.length)
    return order.reduce((work, part, place) => {
      if (itemOf(part) !== item && !parts[place]!.some(inner => changed[inner] === 1)) return work
      changed[place] = 1
      return work + workOf(part, parts[place]!.length)
    }, 0)
  }
}

function partsFirst(latency: Latency): readonly Latency[] {
  const seen = new Set<Latency>()
  const visit = (part: Latency): Latency => {
    if (!seen.has(part)) {
      withParts(part, visit)
      seen.add(part)
    }
    return part
  }
  visit(latency)
  return [...seen]
}

/** Sums are kept in balanced trees: one changed step redoes one branch. */
function workOf(latency: Latency, parts: number): number {
  switch (latency.op) {
    case 'sequence':
      return 1 + CONVOLUTION * Math.ceil(Math.log2(parts + 1))
    case 'call':
      return 1 + CONVOLUTION * 2 * (latency.attempts - 1)
    case 'fallback':
    case 'hedge':
      return 1 + CONVOLUTION
    default:
      return 1 + parts
  }
}
