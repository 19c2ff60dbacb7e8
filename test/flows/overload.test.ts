// Beyond capacity requests wait until they give up, or for ever: nobody says "met".

import { describe, expect, it } from 'vitest'
import {
  analyze,
  defaultConfiguration,
  findings,
  flowTables,
  hoverAt,
  lenses,
  previewModel,
} from '../../src/service'
import { flowIn } from './door'

/** Forty places of 50 ms at the median, about 740 requests a second. */
const design = (rate: number, timeout = '') => `---
arrowsmith:
  assume: nothing
  objectives: { quick: { from: web, to: api, p99: 5s } }
---
flowchart LR
  web[Web app] -->|"HTTPS${timeout}"| api[Order API]
  %% web@{ rate: ${rate}/s }
  %% api@{ p50: 50ms, p99: 100ms, concurrency: 40, availability: 99.9% }
`

const read = (rate: number, timeout?: string) =>
  analyze(design(rate, timeout), { language: 'mermaid', configuration: defaultConfiguration })

const missed = (rate: number, timeout?: string) =>
  findings(read(rate, timeout), { figures: true }).filter(({ rule }) => rule === 'latency-objective-missed')

describe('a flow', () => {
  it.each([100, 700])('within capacity at %i requests a second has percentiles', rate => {
    const [flow] = flowTables(read(rate))
    expect(flow).toMatchObject({ p99: expect.any(Number), objective: { met: true } })
    expect(flow).not.toHaveProperty('overloaded')
    const load = flow?.load?.[0]
    expect(load).toMatchObject({ at: 'api', rate })
    expect(load?.utilization).toBeCloseTo(rate / 766, 2)
    expect(flow?.notes.gaps[0]).toMatch(
      /^Order API is \d+% utilized and saturates first, at [\d.]+ × today's rate\.$/,
    )
    expect(missed(rate)).toEqual([])
  })

  it.each([800, 1600, 100_000])(
    'beyond capacity at %i requests a second without a timeout has none',
    rate => {
      const snapshot = read(rate)
      const [flow] = flowTables(snapshot)
      expect(flow).toMatchObject({ p50: null, p95: null, p99: null, p999: null, overloaded: ['api'] })
      expect(flow?.objective).toMatchObject({ met: false, missed: ['p99'] })
      const told = `The latency grows without limit: Order API gets ${rate} requests a second and serves at most `
      expect(flow?.notes.gaps[0]).toContain(told)
      expect(lenses(snapshot)[0]?.title).toMatch(/: grows without limit · /)
      const hover = hoverAt(snapshot, snapshot.source.indexOf('api[') + 1)
      expect(hover?.markdown).toContain('grows without limit')
      const [drawn] = previewModel(snapshot, 0).flows
      expect(drawn).toMatchObject({ p99: null })
      expect(drawn?.notes.gaps[0]).toContain(told)
      expect(missed(rate)).toMatchObject([
        { message: expect.stringContaining('its latency grows without limit: Order API') },
      ])
    },
  )

  it.each([800, 1600, 100_000])(
    'beyond capacity at %i requests a second with a timeout has those of the answered',
    rate => {
      const timeout = ', 6s timeout'
      const snapshot = read(rate, timeout)
      const [flow] = flowTables(snapshot)
      expect(flow?.p50).toBeGreaterThan(5000)
      expect(flow?.p99).toBeLessThanOrEqual(6000)
      expect(flow?.availability).toBeLessThanOrEqual(0.999 * (766 / rate))
      expect(flow).not.toHaveProperty('overloaded')
      const shortfall = expect.stringMatching(/^\d+(\.\d+)?% within 5 s, 99% promised$/)
      expect(flow?.objective).toMatchObject({ missed: ['p99'], shortfalls: [shortfall] })
      expect(previewModel(snapshot, 0).flows[0]?.objective?.shortfalls).toEqual(flow?.objective?.shortfalls)
      expect(missed(rate, timeout)).toHaveLength(1)
    },
  )
})

it('attempts in several layers make no more capacity', () => {
  for (const rate of [360, 600, 1200]) {
    const { availability, failed } = flowIn(`flowchart LR
  web[Browser] -->|"HTTPS, 2s timeout, 2 attempts"| api[Order API]
  api -->|"gRPC, 500ms timeout, 3 attempts"| stock[Stock service]
  stock -->|"SQL, 100ms timeout, 2 attempts"| db[(Postgres)]
  %% web@{ rate: ${rate}/s }
  %% db@{ capacity: 300/s, p50: 5ms, p99: 20ms }
  %% arrowsmith: { assume: nothing }`)
    expect(1 - failed, `${rate}/s`).toBeCloseTo(300 / rate, 2)
    expect(availability, `${rate}/s`).toBeCloseTo(300 / rate, 2)
  }
})
