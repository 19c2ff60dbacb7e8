// Finds where a smooth convex function is least: L-BFGS with backtracking.

/** Writes the gradient at a point and gives the value there. */
export type Smooth = (point: Float64Array, gradient: Float64Array) => number

const memory = 8

export function minimize(smooth: Smooth, start: Float64Array, rounds = 120): Float64Array {
  let point = Float64Array.from(start)
  let gradient = new Float64Array(point.length)
  let value = smooth(point, gradient)
  const steps: Step[] = []
  for (let round = 0; round < rounds; round++) {
    const direction = towards(gradient, steps)
    const slope = dot(direction, gradient)
    if (slope > -1e-9) break
    let length = steps.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1
    const next = new Float64Array(point.length)
    const nextGradient = new Float64Array(point.length)
    let nextValue = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < 30; tries++, length /= 2) {
      for (let at = 0; at < next.length; at++) next[at] = point[at]! + length * direction[at]!
      nextValue = smooth(next, nextGradient)
      if (nextValue <= value + 1e-4 * length * slope) break
    }
    if (!(nextValue < value)) break
    remember(steps, { point, gradient, next, nextGradient })
    const gained = value - nextValue
    point = next
    gradient = nextGradient
    value = nextValue
    if (gained < 1e-5 * Math.abs(value)) break
  }
  return point
}

interface Step {
  readonly moved: Float64Array
  readonly turned: Float64Array
  readonly scale: number
}

interface Move {
  readonly point: Float64Array
  readonly gradient: Float64Array
  readonly next: Float64Array
  readonly nextGradient: Float64Array
}

function remember(steps: Step[], { point, gradient, next, nextGradient }: Move): void {
  const moved = next.map((value, at) => value - point[at]!)
  const turned = nextGradient.map((value, at) => value - gradient[at]!)
  const curvature = dot(moved, turned)
  if (curvature <= 1e-10) return
  steps.push({ moved, turned, scale: 1 / curvature })
  if (steps.length > memory) steps.shift()
}

/** Downhill, bent by what earlier steps told of the curvature. */
function towards(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map(value => -value)
  const shares: number[] = []
  for (const { moved, turned, scale } of steps.toReversed()) {
    const share = scale * dot(moved, direction)
    shares.push(share)
    add(direction, turned, -share)
  }
  const last = steps.at(-1)
  if (last) {
    const stretch = 1 / (last.scale * dot(last.turned, last.turned))
    for (let at = 0; at < direction.length; at++) direction[at]! *= stretch
  }
  for (const { moved, turned, scale } of steps) {
    const share = shares.pop()!
    add(direction, moved, share - scale * dot(turned, direction))
  }
  return direction
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let at = 0; at < to.length; at++) to[at]! += times * what[at]!
}
