// The latency engine beside a Monte Carlo: how exact, and how much faster for the same exactness.

import { percentilesOf } from '../../src/math'
import { graph } from '../math/expressions'
import graph20 from '../math/graph20.json'
import { draw, seeded } from '../math/sampling'
import { report } from './report'
import { inTurns } from './timing'

const samples = 1_000_000
const levels = [0.5, 0.95, 0.99, 0.999] as const

/** Read anew for each measurement: the engine remembers expressions. */
const read = () => graph(graph20.graph as Parameters<typeof graph>[0])

/** The checkout of twenty components: its percentiles by grid and by drawing a million requests. */
export async function benchLatency(): Promise<void> {
  const latency = read()
  const random = seeded(20_250_601)
  const start = performance.now()
  const drawn = Array.from({ length: samples }, () => draw(latency, random))
    .flatMap(({ ms, ok }) => (ok ? [ms] : []))
    .sort((a, b) => a - b)
  const drawing = performance.now() - start
  const { at } = percentilesOf(latency)
  const { grid } = await inTurns(15, { grid: () => percentilesOf(read()) })
  for (const level of levels) {
    const sampled = drawn[Math.floor(level * drawn.length)] ?? Number.NaN
    report({
      what: `20 components: p${level * 100} against Monte Carlo`,
      value: 100 * Math.abs(at(level) / sampled - 1),
      unit: '% apart',
      atMost: 1,
      detail: `${at(level).toFixed(1)} ms against ${sampled.toFixed(1)} ms`,
    })
  }
  report({
    what: '20 components: percentiles against a million draws',
    value: drawing / grid.median,
    unit: '× faster',
    detail: `${grid.median.toFixed(1)} ms against ${drawing.toFixed(0)} ms`,
  })
}
