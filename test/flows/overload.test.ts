// Beyond capacity there is no steady state: the latency grows without limit, and nobody says "met".

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

/** Forty places of 50 ms at the median, about 740 requests a second. */
const design = (rate: number) => `---
arrowsmith:
  assume: nothing
  objectives: { quick: { from: web, to: api, p99: 5s } }
---
flowchart LR
  web[Web app] -->|"HTTPS, 6s timeout"| api[Order API]
  %% web@{ rate: ${rate}/s }
  %% api@{ p50: 50ms, p99: 100ms, concurrency: 40, availability: 99.9% }
`

const read = (rate: number) =>
  analyze(design(rate), { language: 'mermaid', configuration: defaultConfiguration })

const missed = (rate: number) =>
  findings(read(rate), { figures: true }).filter(({ rule }) => rule === 'latency-objective-missed')

describe('a flow', () => {
  it.each([100, 700])('within capacity at %i requests a second has percentiles', rate => {
    const [flow] = flowTables(read(rate))
    expect(flow).toMatchObject({ p99: expect.any(Number), objective: { met: true } })
    expect(flow).not.toHaveProperty('overloaded')
    expect(missed(rate)).toEqual([])
  })

  it.each([800, 1600, 100_000])('beyond capacity at %i requests a second has none', rate => {
    const snapshot = read(rate)
    const [flow] = flowTables(snapshot)
    expect(flow).toMatchObject({ p50: null, p95: null, p99: null, p999: null, overloaded: ['api'] })
    expect(flow?.objective).toMatchObject({ met: false, missed: ['p99'] })
    const told = `The latency grows without limit: Order API gets ${rate} requests a second and serves at most `
    expect(flow?.notes.gaps[0]).toContain(told)
    expect(lenses(snapshot)[0]?.title).toMatch(/^grows without limit · /)
    const hover = hoverAt(snapshot, snapshot.source.indexOf('api[') + 1)
    expect(hover?.markdown).toContain('grows without limit')
    const [drawn] = previewModel(snapshot, 0).flows
    expect(drawn).toMatchObject({ p99: null })
    expect(drawn?.notes.gaps[0]).toContain(told)
    expect(missed(rate)).toMatchObject([
      { message: expect.stringContaining('its latency grows without limit: Order API') },
    ])
  })
})
