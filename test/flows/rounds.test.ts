// Calls that are made several times, half the time or all at once, and times that end where a timeout does.

import { describe, expect, it } from 'vitest'
import { checkDesign, type Design } from './check'
import { flowIn } from './door'
import { call, component, inOrder, orElse, seeded, sometimes, together } from './reference'

const unit = { availability: 0.999, p50: 20, p99: 90 }
const one = component('unit', unit)
const once = (by = 0.1) => call(component('unit', { p50: 10 }), { errorRate: by, errorMs: 10 })
const spare = call(component('spare', { p50: 60 }), { errorRate: 0.1, errorMs: 60 })

const designs: readonly Design[] = [
  {
    name: 'half a call is a chance',
    diagram: `flowchart LR
  web[Browser] --> api[API service] -->|gRPC| unit[Unit service]
  %% api->unit@{ calls: 0.5 }
  %% unit@{ availability: 99.9%, p50: 20ms, p99: 90ms }`,
    request: sometimes(0.5, one),
  },
  {
    name: 'calls that are made at once take as long as the slowest',
    diagram: `flowchart LR
  web[Browser] --> api[API service] -->|gRPC| unit[Unit service]
  %% api->unit@{ calls: 12, order: parallel }
  %% unit@{ availability: 99.9%, p50: 20ms, p99: 90ms }`,
    request: together(...Array.from({ length: 12 }, () => one)),
    expected: { attempts: 12 },
  },
  {
    name: 'a label says how many calls are made at once',
    diagram: `flowchart LR
  web[Browser] --> api[API service] -->|gRPC, 12 calls in parallel| unit[Unit service]
  %% unit@{ availability: 99.9%, p50: 20ms, p99: 90ms }`,
    request: together(...Array.from({ length: 12 }, () => one)),
  },
  {
    name: 'a label names who answers instead',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api -->|"gRPC, falls back to Spare service"| unit[Unit service]
  api -->|gRPC| spare[Spare service]
  %% unit@{ availability: 99% }
  %% spare@{ availability: 90% }`,
    request: orElse(component('unit', { availability: 0.99 }), component('spare', { availability: 0.9 })),
  },
  {
    name: 'a label says how many requests meet a cold start',
    diagram: `flowchart LR
  web[Browser] --> fn["Resize function<br/>3% cold starts of 1.2s"]
  %% fn@{ p50: 20ms, p99: 20ms }`,
    expected: { p50: 20, p95: 20, p99: 1220 },
  },
  {
    name: 'each of several calls has a fallback of its own',
    diagram: `flowchart LR
  web[Browser] --> api[API service]
  api -->|"gRPC, 10% error rate"| unit[Unit service]
  api -->|"gRPC, 10% error rate"| spare[Spare service]
  %% api->unit@{ calls: 3, fallback: spare }
  %% unit@{ p50: 10ms, p99: 10ms }
  %% spare@{ p50: 60ms, p99: 60ms }`,
    request: inOrder(...Array.from({ length: 3 }, () => orElse(once(), spare))),
    timed: true,
    expected: { availability: 0.99 ** 3 },
  },
  {
    name: 'an answer that takes as long as the timeout is in time',
    diagram: `flowchart LR
  web[Browser] --> api[API service] -->|"gRPC, 70ms timeout"| unit[Unit service]
  %% unit@{ p50: 70ms, p99: 70ms }`,
    expected: { availability: 1, p50: 70, p99: 70 },
  },
  {
    name: 'a thousand rounds are a thousand rounds',
    diagram: `sequenceDiagram
  participant web as Browser
  participant api as API service
  participant unit as Unit service
  web->>api: GET /orders
  %% @{ calls: 1000 }
  loop lines
    %% @{ share: 30% }
    opt in stock
      api->>unit: gRPC Get
      unit-->>api: ok
    end
  end
  api-->>web: 200
  %% unit@{ p50: 1ms, p99: 1ms, availability: 99.9% }`,
    // Binomial: 300 ± 14.49.
    expected: { p50: 300, p95: 324, p99: 334, availability: 0.999, attempts: 1000 },
  },
]

describe('rounds', () => {
  for (const design of designs) it(design.name, () => checkDesign(design))

  it('rounds without number are worked out, and it is said what they share', () => {
    const flow = flowIn(`sequenceDiagram
  participant web as Browser
  participant api as API service
  participant unit as Unit service
  web->>api: GET /orders
  %% @{ calls: 1000000 }
  loop lines
    %% @{ share: 50% }
    opt in stock
      api->>unit: gRPC Get
    end
  end
  %% unit@{ p50: 1ms, p99: 1ms }
  %% arrowsmith: { assume: nothing }`)
    expect(flow.p50).toBeGreaterThan(499_000)
    expect(flow.p50).toBeLessThan(501_000)
    expect(flow.assumed).toContainEqual(expect.objectContaining({ at: 'loop lines', key: 'calls' }))
  })

  it('decorrelated jitter waits long after a long wait', () => {
    const flow = flowIn(`flowchart LR
  web[Browser] --> api[API service] -->|"gRPC, 4 attempts, 50% error rate"| unit[Unit service]
  %% api->unit@{ backoff: exponential, baseDelay: 50ms, maxDelay: 400ms, jitter: decorrelated }
  %% unit@{ p50: 20ms, p99: 20ms }
  %% arrowsmith: { assume: nothing }`)
    const random = seeded(11)
    const answered: number[] = []
    for (let request = 0; request < 300_000; request++) {
      let [ms, wait] = [20, 50]
      let failed = 0
      for (; failed < 4 && random() < 0.5; failed++) {
        wait = Math.min(400, 50 + random() * (3 * wait - 50))
        ms += wait + 20
      }
      if (failed < 4) answered.push(ms)
    }
    answered.sort((a, b) => a - b)
    for (const [key, share] of [
      ['p95', 0.95],
      ['p99', 0.99],
    ] as const) {
      const drawn = answered[Math.floor(share * answered.length)]!
      expect(Math.abs(flow[key]! / drawn - 1), `${key} ${flow[key]} instead of ${drawn}`).toBeLessThan(0.015)
    }
  })

  it('decorrelated jitter waits at most three times the wait before', () => {
    const flow = flowIn(`flowchart LR
  web[Browser] --> api[API service] -->|gRPC| unit[Unit service]
  %% api->unit@{ attempts: 3, baseDelay: 100ms, jitter: decorrelated, timeout: 1s }`)
    expect(flow.longest).toBe(3000 + 300 + 900)
  })

  it('no backoff is none, and not assumed', () => {
    const flow = flowIn(`flowchart LR
  web[Browser] --> api[API service] -->|gRPC| unit[Unit service]
  %% api->unit@{ attempts: 3, backoff: none, timeout: 1s }
  %% unit@{ p50: 20ms, p99: 90ms }`)
    expect(flow.assumed.map(({ key }) => key)).not.toContain('backoff')
  })

  it.each([
    [20, 80, 100],
    [20, 20, 100],
    [20, 60, 60],
    [57.4, 118, 147],
    [10, 30, 200],
  ])('percentiles of %d, %d and %d ms are kept, all three', (p50, p95, p99) => {
    const flow = flowIn(`flowchart LR
  web[Browser] --> api[API service]
  %% api@{ p50: ${p50}ms, p95: ${p95}ms, p99: ${p99}ms }`)
    const found = [flow.p50, flow.p95, flow.p99].map(ms => ms ?? 0)
    const off = found.map((ms, index) => ms / ([p50, p95, p99][index] ?? 0) - 1)
    for (const error of off) expect(Math.abs(error), `${found}`).toBeLessThan(0.03)
  })

  it('percentiles that bend below any lognormal keep times where they are', () => {
    const flow = flowIn(`flowchart LR
  web[Browser] --> api[API service] -->|"HTTPS, 10% of traffic"| far[Partner]
  %% api@{ p50: 1ms, p99: 3ms }
  %% far@{ p50: 57.4ms, p95: 118ms, p99: 147ms }
  %% arrowsmith: { assume: nothing }`)
    // One in ten waits for the partner: the median is of the others, p99 about the partner's p90.
    expect(flow.p50).toBeCloseTo(1.06, 1)
    expect(Math.abs((flow.p95 ?? 0) - 58.5)).toBeLessThan(0.6)
    expect(Math.abs((flow.p99 ?? 0) - 104.5)).toBeLessThan(1)
  })
})
