// How much work it is to evaluate expressions, counted before any of it is done.

import type { WorkAllowance } from './attribution-work'
import type { Latency } from './latency'
import { identityOf, partsInside, shapeOf } from './shape'

/** What the flows of one system may take together: about a second. */
export const workForFigures = (): WorkAllowance => ({ left: 15_000 })

/** Whether there is enough left to evaluate an expression, and for so much besides. What was counted before costs nothing. */
export type WorkMeter = (latency: Latency, besides?: number) => boolean

/** For readings that take as long as they take. */
export const unlimitedWork: WorkMeter = () => true

/** What has been counted, by shape and by expression: working it out again costs nothing. */
export interface WorkCounted {
  readonly shapes: Map<string, number>
  readonly known: Map<Latency, number>
}

export const nothingCounted = (): WorkCounted => ({ shapes: new Map(), known: new Map() })

/** Takes the work from what is left, unless it is more: then nothing is taken. Expressions of one shape are one. */
export function workMeter(
  allowance: WorkAllowance,
  { shapes, known }: WorkCounted = nothingCounted(),
): WorkMeter {
  return (latency, besides = 0) => {
    const found = countedIn(latency, { shapes, known, left: allowance.left - besides })
    if (!found) return false
    allowance.left -= found.work + besides
    for (const [key, shape] of found.shapes) shapes.set(key, shape)
    for (const [part, shape] of found.known) known.set(part, shape)
    return true
  }
}

/** What an expression adds to what was counted before; undefined where that is more work than is left. */
function countedIn(
  latency: Latency,
  before: WorkCounted & WorkAllowance,
): (WorkCounted & { readonly work: number }) | undefined {
  const shapes = new Map<string, number>()
  const known = new Map<Latency, number>()
  let work = 0
  const shapeIn = (part: Latency): number => {
    const seen = before.known.get(part) ?? known.get(part)
    if (seen !== undefined || work > before.left) return seen ?? 0
    const shaped = shapeOf(part)
    const parts = partsInside(shaped).map(shapeIn)
    const key = `${identityOf(shaped)}(${parts.join()})`
    let shape = before.shapes.get(key) ?? shapes.get(key)
    if (shape === undefined) {
      shape = before.shapes.size + shapes.size
      shapes.set(key, shape)
      work += workOf(shaped, parts.length)
    }
    known.set(part, shape)
    return shape
  }
  shapeIn(latency)
  return work > before.left ? undefined : { shapes, known, work }
}

/** The unit is a pass over one distribution; adding up times takes several, for successes and for failures. */
const ADDITION = 8

function workOf(latency: Latency, parts: number): number {
  switch (latency.op) {
    case 'sequence':
    case 'fallback':
    case 'hedge':
      return ADDITION
    case 'call':
      return 1 + ADDITION * (latency.attempts - 1)
    default:
      return 1 + parts
  }
}
