// What retries make of errors, against sums by hand.

import { expect, it } from 'vitest'
import { analyze, defaultConfiguration, stormTables } from '../../src/service'

const storms = (lines: string) =>
  stormTables(
    analyze(
      `flowchart LR
  web[Browser] -->|"HTTPS, 2 attempts"| api[Order API]
  api -->|"gRPC, 3 attempts"| stock[Stock service]
  stock -->|SQL| db[(Postgres)]
  %% web@{ rate: 100/s }
  %% db@{ capacity: 300/s }
  %% arrowsmith: { assume: nothing }
  ${lines}`,
      { language: 'mermaid', configuration: defaultConfiguration },
    ),
  )

const rounded = (factor: number): number => Number(factor.toPrecision(6))

it('layers multiply, and beyond a certain error rate it stays full', () => {
  const [storm, ...others] = storms('')
  expect(others).toEqual([])
  // 6 attempts in all: 1 + e + … + e⁵, which is 3 at e = 0.709.
  expect(storm).toMatchObject({ at: 'db', state: 'metastable' })
  expect([storm?.rate, storm?.serving].map(each => rounded(each ?? 0))).toEqual([100, 300])
  expect(storm?.multiplied.map(({ factor }) => rounded(factor))).toEqual([1.11111, 1.96875, 6])
  const e = storm?.tipping ?? 0
  expect((1 - e ** 6) / (1 - e)).toBeCloseTo(3, 4)
  expect(storm?.recoversBelow).toBeCloseTo(50, 9)
})

it('there is room for all of it, or none already', () => {
  expect(storms('%% db@{ capacity: 700/s }')[0]).toMatchObject({ state: 'stable', tipping: null })
  expect(storms('%% web@{ rate: 400/s }')[0]).toMatchObject({ state: 'overloaded' })
})

it('a circuit breaker and a single layer of retries take it away', () => {
  expect(storms('%% web->api@{ breaker: true }\n  %% api->stock@{ breaker: true }')).toEqual([])
  expect(storms('%% api@{ soleRetrier: true }')[0]?.multiplied.at(-1)?.factor).toBeCloseTo(3, 9)
})

it('a fallback takes the outer attempts away, and hits spare what is behind', () => {
  expect(storms('%% api->stock@{ fallback: true }')[0]?.multiplied.at(-1)?.factor).toBeCloseTo(3, 9)
  const [rounds] = storms('%% stock->db@{ calls: 4 }\n  %% db@{ capacity: 3000/s }')
  // The first of four that fails ends them: 4 a request in normal times, 6 when all fail.
  expect(rounds?.rate).toBeCloseTo(400, 6)
  expect(rounds?.multiplied.at(-1)?.factor).toBeCloseTo(6 / 4, 9)
})

it('two rounds: the second is made where the first succeeds, or at once', () => {
  const most = (figures: string) =>
    storms(`%% stock->db@{ ${figures} }\n  %% db@{ capacity: 3000/s }`)[0]?.multiplied.at(-1)?.factor
  // 2 a request in normal times; when all fail, each of the 6 attempts above makes 1 of them, or both.
  expect(most('calls: 2')).toBeCloseTo(6 / 2, 9)
  expect(most('calls: 2, order: parallel')).toBeCloseTo(6, 9)
})

it('each component whose capacity is known is looked at by itself', () => {
  const [first, second] = storms('%% stock@{ capacity: 400/s }').map(({ at, multiplied }) => [
    at,
    ...multiplied.map(({ factor }) => rounded(factor)),
  ])
  // The same two layers try again, whichever of the two fails.
  expect([first, second]).toEqual([
    ['db', 1.11111, 1.96875, 6],
    ['stock', 1.11111, 1.96875, 6],
  ])
})
