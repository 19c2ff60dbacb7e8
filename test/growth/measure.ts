// How time grows with a text: CPU time of each door at growing sizes, and the exponent that fits.

import { doors, editorDoors, read } from './doors'
import type { Generator } from './generator'

export interface Measurement {
  readonly door: string
  readonly units: number
  /** CPU time, of all threads of the process. */
  readonly seconds: number
}

export interface Limits {
  /** A door that took so long is not asked at the next size. */
  readonly seconds: number
}

/** Asks a generator's doors at each size, smallest first; `analyze` is what they all rest on. */
export async function* measured(
  { doors: wanted = Object.keys(doors), ...generator }: Generator,
  sizes: readonly number[],
  limits: Limits,
): Measuring {
  const open = new Set(wanted)
  for (const units of sizes) {
    const text = generator.text(units)
    const [snapshot, reading] = await timed(() => read(text, generator))
    yield { door: 'analyze', units, seconds: reading }
    for (const door of open) {
      const ask = doors[door] ?? editorDoors[door]
      const [, seconds] = await timed(() => ask?.(snapshot, text.length >> 1))
      yield { door, units, seconds }
      if (seconds > limits.seconds) open.delete(door)
    }
    if (reading > limits.seconds) return
  }
}

type Measuring = AsyncGenerator<Measurement, void>

async function timed<T>(task: () => T): Promise<readonly [result: Awaited<T>, seconds: number]> {
  const before = process.cpuUsage()
  const result = await task()
  const { user, system } = process.cpuUsage(before)
  return [result, (user + system) / 1e6]
}

/** What is less is noise. */
const leastSeconds = 0.05

/** The longest of them: what is larger still may have been cut off. */
export const longestOf = (measurements: readonly Measurement[]): Measurement =>
  measurements.reduce((longest, each) => (each.seconds >= longest.seconds ? each : longest))

/** Fewer say more of caches that are full, and of collections of garbage, than of the text. */
const LAST = 4

/**
 * The power of the size that the times grow with, until something is cut off: a straight line through their
 * logarithms, as steep as it ends.
 */
export function exponentOf(measurements: readonly Measurement[]): number | undefined {
  const points = measurements
    .slice(0, measurements.indexOf(longestOf(measurements)) + 1)
    .filter(({ seconds }) => seconds >= leastSeconds)
    .map(({ units, seconds }) => ({ x: Math.log(units), y: Math.log(seconds) }))
  if (points.length < 3) return undefined
  return Math.max(slope(points), slope(points.slice(-LAST)))
}

function slope(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (of: 'x' | 'y') => points.reduce((sum, point) => sum + point[of], 0) / points.length
  const [x, y] = [mean('x'), mean('y')]
  const covariance = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0)
  return covariance / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
}
