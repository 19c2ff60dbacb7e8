// Points along a line, worked out from its path data: asking the browser for each takes most of the time of a redraw.

import { absolutize, normalize, parsePath } from 'path-data-parser'
import type { Point } from './box'

export interface TracedLine {
  /** At even distances, from its beginning to its end. */
  readonly points: readonly Point[]
  readonly length: number
}

/** Closer than this, nothing slips between two points; further apart only where a line has more than the most. */
export const pointSpacing = 8
const mostPoints = 120

/** Undefined for path data that says nothing, or that nobody can read. */
export const tracePath = (data: string): TracedLine | undefined => {
  const corners = cornersOf(data)
  const distances = [0]
  for (let place = 1; place < corners.length; place += 1) {
    const [before, here] = [corners[place - 1], corners[place]]
    const step = before && here ? Math.hypot(here.x - before.x, here.y - before.y) : 0
    distances.push((distances.at(-1) ?? 0) + step)
  }
  const length = distances.at(-1) ?? 0
  if (corners.length < 2 || !Number.isFinite(length)) return undefined
  const steps = Math.min(mostPoints, Math.max(2, Math.ceil(length / pointSpacing)))
  let next = 1
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const distance = (length * step) / steps
    while (next < corners.length - 1 && (distances[next] ?? 0) < distance) next += 1
    return between(corners, distances, { next, distance })
  })
  return { points, length }
}

const between = (
  corners: readonly Point[],
  distances: readonly number[],
  { next, distance }: { next: number; distance: number },
): Point => {
  const [from, to] = [corners[next - 1] ?? { x: 0, y: 0 }, corners[next] ?? { x: 0, y: 0 }]
  const [start, end] = [distances[next - 1] ?? 0, distances[next] ?? 0]
  const part = end > start ? Math.min(1, (distance - start) / (end - start)) : 0
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

/** Curves as so many straight pieces: with them no arrow that Mermaid draws is off by half a pixel. */
const pieces = 12

const cornersOf = (data: string): readonly Point[] => {
  const corners: Point[] = []
  for (const { key, data: at } of segmentsOf(data)) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0] = at
    const from = corners.at(-1)
    if (key === 'M' || key === 'L') corners.push({ x: x1, y: y1 })
    else if (key === 'C' && from)
      for (let piece = 1; piece <= pieces; piece += 1)
        corners.push(onCurve([from, { x: x1, y: y1 }, { x: x2, y: y2 }, { x, y }], piece / pieces))
    else if (key === 'Z' && corners[0]) corners.push(corners[0])
  }
  return corners
}

/** Moves, lines and cubic curves with absolute places alone. */
const segmentsOf = (data: string) => {
  try {
    return normalize(absolutize(parsePath(data)))
  } catch {
    return []
  }
}

const onCurve = ([start, one, other, end]: readonly [Point, Point, Point, Point], t: number): Point => {
  const rest = 1 - t
  const [a, b, c, d] = [rest ** 3, 3 * rest ** 2 * t, 3 * rest * t ** 2, t ** 3]
  return {
    x: a * start.x + b * one.x + c * other.x + d * end.x,
    y: a * start.y + b * one.y + c * other.y + d * end.y,
  }
}
