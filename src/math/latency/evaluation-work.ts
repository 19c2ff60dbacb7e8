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

/** An expression as it is worked out: those of one shape have one outcome. */
interface Shape {
  readonly id: number
  readonly work: number
  readonly parts: readonly Shape[]
}

/** Shapes by what tells them apart, those of expressions seen before, and those whose work was taken: again, they cost nothing. */
export interface WorkCounted {
  readonly shapes: Map<string, Shape>
  readonly shapeOf: Map<Latency, Shape>
  readonly taken: Set<Shape>
}

export const nothingCounted = (): WorkCounted => ({ shapes: new Map(), shapeOf: new Map(), taken: new Set() })

/** Takes the work from what is left, unless it is more: then nothing is taken. */
export function workMeter(allowance: WorkAllowance, counted: WorkCounted = nothingCounted()): WorkMeter {
  // What makes them cheaper later takes as much from what is left: they stay too much, and so does all that contains them.
  const refused = new Set<Latency>()
  return (latency, besides = 0) => {
    const found = countedIn(latency, { counted, refused, left: allowance.left - besides })
    if (!found) {
      if (besides === 0) refused.add(latency)
      return false
    }
    allowance.left -= found.work + besides
    for (const shape of found.shapes) counted.taken.add(shape)
    return true
  }
}

interface Counting extends Readonly<WorkAllowance> {
  readonly counted: WorkCounted
  readonly refused: ReadonlySet<Latency>
}

/** What an expression adds to what was taken before; undefined where that is more work than is left. */
function countedIn(
  latency: Latency,
  { counted, refused, left }: Counting,
): { readonly shapes: ReadonlySet<Shape>; readonly work: number } | undefined {
  const shapes = new Set<Shape>()
  let work = 0
  const add = (shape: Shape): void => {
    if (work > left || counted.taken.has(shape) || shapes.has(shape)) return
    shapes.add(shape)
    work += shape.work
    for (const part of shape.parts) add(part)
  }
  // Undefined as soon as it is too much: the rest need not be looked at.
  const shapeIn = (part: Latency): Shape | undefined => {
    if (refused.has(part)) return undefined
    const shape = counted.shapeOf.get(part) ?? shapeAnew(part)
    if (shape) add(shape)
    return work > left ? undefined : shape
  }
  const shapeAnew = (part: Latency): Shape | undefined => {
    const shaped = shapeOf(part)
    const parts: Shape[] = []
    for (const inner of partsInside(shaped)) {
      const shape = shapeIn(inner)
      if (!shape) return undefined
      parts.push(shape)
    }
    const key = `${identityOf(shaped)}(${parts.map(({ id }) => id).join()})`
    const { shapes } = counted
    const shape = shapes.get(key) ?? { id: shapes.size, work: workOf(shaped, parts.length), parts }
    shapes.set(key, shape)
    counted.shapeOf.set(part, shape)
    return shape
  }
  return shapeIn(latency) && { shapes, work }
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
