// One design against its reference: availability enumerated, times drawn, the rest by hand.

import { expect } from 'vitest'
import type { FlowRow } from '../../src/service'
import { flowIn } from './door'
import { sample, type Task, unavailabilityByEnumeration } from './reference'

export interface Design {
  readonly name: string
  /** Lines of Mermaid. Unstated figures are left out of the sum. */
  readonly diagram: string
  /** What one request does. */
  readonly request?: Task
  /** Requests run into timeouts, so that failures are drawn instead of enumerated. */
  readonly timed?: boolean
  /** Worked out by hand. */
  readonly expected?: Partial<FlowRow>
}

const draws = 100_000
const secondsPerYear = 365 * 24 * 3600

export function checkDesign({ diagram, request, timed = false, expected = {} }: Design): void {
  const flow = flowIn(`${diagram}\n%% arrowsmith: { assume: nothing }\n`)
  expect(flow.downtimeSecondsPerYear).toBeCloseTo((1 - flow.availability) * secondsPerYear, 3)
  for (const [key, value] of Object.entries(expected)) {
    const found: unknown = flow[key as keyof FlowRow]
    if (typeof value === 'number' && typeof found === 'number')
      expect(found, `${key} ${found} instead of ${value}`).toBeCloseTo(value, key === 'availability' ? 10 : 6)
    else expect({ [key]: found }).toEqual({ [key]: value })
  }
  if (!request) return
  const sampled = sample(request, draws)
  if (timed) near(1 - flow.availability, sampled.failed, { within: 0.04, of: 'unavailability', least: 3e-4 })
  else
    near(1 - flow.availability, unavailabilityByEnumeration(request), {
      within: 1e-6,
      of: 'unavailability',
      least: 1e-10,
    })
  compareTimes(flow, sampled)
}

function compareTimes(flow: FlowRow, { at, failed }: ReturnType<typeof sample>): void {
  near(flow.failed, failed, { within: 0.04, of: 'failures', least: 6e-4 })
  const percentiles = [
    ['p50', 0.5, 0.012],
    ['p95', 0.95, 0.015],
    ['p99', 0.99, 0.03],
    ['p999', 0.999, 0.09],
  ] as const
  for (const [key, percentile, within] of percentiles) {
    near(flow[key] ?? Number.NaN, at(percentile), { within, of: key, least: 1e-3 })
  }
}

function near(found: number, wanted: number, allowed: { within: number; of: string; least: number }): void {
  const { within, of, least } = allowed
  const message = `${of}: ${found} instead of ${wanted}`
  expect(Math.abs(found - wanted), message).toBeLessThanOrEqual(Math.max(least, within * Math.abs(wanted)))
}
