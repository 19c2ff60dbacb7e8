// Designs drawn at random, answered by a simulation of single requests that knows the documents and not the engine.

import { describe, expect, it } from 'vitest'
import { exhaustive } from '../fuzzing'
import { flowIn } from './door'
import { drawn, mermaid } from './generated'
import { simulatedFlow } from './simulation'
import { worstCase } from './worst-case'

const first = Number(process.env.SEED ?? 1)
const designs = exhaustive ? Number(process.env.DESIGNS ?? 150) : 12
const requests = exhaustive ? 50_000 : 5_000

describe('drawn designs', () => {
  it('have the figures of a simulation', () => {
    const wrong: string[] = []
    for (let seed = first; seed < first + designs; seed++) {
      const picture = drawn(seed)
      const flow = flowIn(mermaid(picture))
      const worst = worstCase(picture)
      // Timeouts bound nothing that components take by themselves, and percentiles may lie above.
      const isBounded = worst.longest !== Infinity && worst.longest >= (flow.p999 ?? 0)
      if (flow.longest !== (isBounded ? worst.longest : null))
        wrong.push(`seed ${seed}: longest ${flow.longest} instead of ${worst.longest}`)
      if (flow.attempts !== worst.attempts)
        wrong.push(`seed ${seed}: ${flow.attempts} attempts instead of ${worst.attempts}`)
      const { unavailability, around, answered } = simulatedFlow(picture, requests, seed)
      const found = 1 - flow.availability
      const error = 4 * Math.sqrt(Math.max(unavailability, 1 / requests) / requests)
      if (Math.abs(found - unavailability) > Math.max(error, 0.02 * unavailability))
        wrong.push(`seed ${seed}: unavailability ${found} instead of ${unavailability}`)
      if (answered < 0.05) continue
      for (const [key, percentile] of [
        ['p50', 0.5],
        ['p95', 0.95],
        ['p99', 0.99],
      ] as const) {
        const [low, high] = around(percentile)
        const time = flow[key] ?? Number.NaN
        if (!(time >= low * 0.99 - 0.01 && time <= high * 1.01 + 0.01))
          wrong.push(`seed ${seed}: ${key} ${time} instead of ${low} to ${high}`)
      }
    }
    expect(wrong).toEqual([])
  }, 3_600_000)
})
