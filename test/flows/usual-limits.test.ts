// Waits that products end by themselves: named and assumed where somebody would wait that long, and never instead of what is stated.

import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration, failureTables } from '../../src/service'
import { flowIn } from './door'

const behind = (front: string, takes: string, more = '') => `flowchart LR
  web[Browser] -->|HTTPS| front[${front}]
  front -->|HTTP| api[Report service]
  %% front@{ p50: 0ms, p99: 0ms }
  %% api@{ ${takes} }
  ${more}`

const timeouts = ({ assumed }: ReturnType<typeof flowIn>) =>
  assumed.filter(({ key }) => key === 'timeout').map(({ at, value }) => `${at} ${value}`)

describe('what takes longer than a product waits', () => {
  it.each<[string, string, number, string]>([
    ['Amazon API Gateway', 'p50: 40s, p99: 40s', 1, 'front->api 29 s'],
    // ln(60/10) / (ln(10) / 2.3263) = 1.8102 standard deviations.
    ['nginx', 'p50: 10s, p99: 100s', 0.0351, 'front->api 60 s'],
    ['ALB', 'p50: 70s, p99: 70s', 1, 'front->api 60 s'],
  ])('fails behind %s, which takes %s', (front, takes, failed, assumed) => {
    const flow = flowIn(behind(front, takes))
    expect(flow.failed).toBeCloseTo(failed, 4)
    expect(timeouts(flow)).toEqual([assumed])
    expect(flow.notes.assumed.times).toBe(true)
    expect(flow.notes.gaps.join()).toMatch(/gives up after \d+ s unless configured otherwise/)
  })

  it('is ended by the platform that runs it', () => {
    const flow = flowIn(`flowchart LR
  web[Browser] -->|HTTPS| api[Order service] -->|"HTTPS, no retries"| job[AWS Lambda]
  %% job@{ p50: 20m, p99: 20m }`)
    expect(flow.failed).toBe(1)
    expect(timeouts(flow)).toEqual(['job 900 s'])
  })

  it.each([
    ['a timeout of the call', behind('nginx', 'p50: 70s, p99: 70s', '%% front->api@{ timeout: 90s }')],
    ['a deadline of the call', behind('nginx', 'p50: 70s, p99: 70s', '%% front->api@{ deadline: 90s }')],
    ['a timeout of the product', behind('"nginx, timeout 90s"', 'p50: 70s, p99: 70s')],
    ['a balancer’s idle timeout', behind('"ALB, idle timeout 90s"', 'p50: 70s, p99: 70s')],
    ['that nothing is assumed', behind('nginx', 'p50: 70s, p99: 70s', '%% arrowsmith: { assume: nothing }')],
  ])('is answered where %s is stated', (_, diagram) => {
    const flow = flowIn(diagram)
    expect([flow.failed, timeouts(flow)]).toEqual([0, []])
    expect(flow.p50).toBeCloseTo(70_000, -2)
  })

  it('is cut off by the idle timeout that is stated', () => {
    const flow = flowIn(behind('"ALB, idle timeout 50s"', 'p50: 55s, p99: 55s'))
    expect([flow.failed, timeouts(flow)]).toEqual([1, []])
  })
})

it('assumes nothing of what answers in time', () => {
  expect(timeouts(flowIn(behind('nginx', 'p50: 1s, p99: 10s')))).toEqual([])
})

it.each<[string, number, number]>([
  ['nginx', 60_000, 0],
  ['HAProxy', 0, 1],
])('behind %s the errors of what is down show after %i ms, and %i waits forever', (front, after, forever) => {
  const snapshot = analyze(behind(front, 'p50: 0ms, p99: 0ms'), {
    language: 'mermaid',
    configuration: defaultConfiguration,
  })
  const row = failureTables(snapshot).rows.find(({ down }) => down === 'api')
  expect(row?.shownAfter).toBeCloseTo(after, 3)
  expect(row?.waitingForever).toBe(forever)
})

it.each<[string, number | null]>([
  ['nginx', 6000],
  ['HAProxy', null],
])('behind %s, what is down holds %s calls of 100 a second', (front, stuck) => {
  const text = behind(front, 'p50: 0ms, p99: 0ms', '%% web@{ rate: 100/s }')
  const { rows } = failureTables(analyze(text, { language: 'mermaid', configuration: defaultConfiguration }))
  expect(rows.find(({ down }) => down === 'api')?.stuck).toBe(stuck)
})
