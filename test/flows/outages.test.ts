// Outages take time: what is down hangs or refuses, and a way around helps only those who get there in time.

import { describe, expect, it } from 'vitest'
import { flowIn } from './door'

const shop = (redis: string, labels = {}) => flowOf(redis, labels).availability

const flowOf = (redis: string, { browser = '500ms timeout', call = '200ms timeout, 3 attempts' } = {}) =>
  flowIn(`flowchart LR
  web[Browser] -->|"HTTPS, ${browser}"| api[Order API]
  api -->|"RESP, ${call}"| cache[(Redis)]
  api -->|SQL| db[(Postgres)]
  %% cache@{ hitRatio: 90%, availability: 99%${redis} }
  %% api@{ availability: 99.9% }
  %% db@{ availability: 99.99% }
  %% arrowsmith: { assume: nothing }`)

const withFallback = 0.999 * (0.99 * (0.9 + 0.1 * 0.9999) + 0.01 * 0.9999)

describe('a cache that is down', () => {
  it('is waited for with all attempts, for longer than there is time', () =>
    expect(shop('')).toBeCloseTo(0.999 * 0.99 * (0.9 + 0.1 * 0.9999), 8))

  it.each([
    ['refuses', ', fails: refuse', {}],
    ['is given up within the budget', '', { browser: '700ms timeout' }],
    ['is tried once', '', { call: '200ms timeout' }],
    ['is no longer called by a circuit breaker', '', { call: '200ms timeout, 3 attempts, circuit breaker' }],
    ['is left out by a health check', ', healthCheck: true', {}],
    ['has no timeout anywhere that would tell', '', { browser: 'no retries', call: 'no retries' }],
  ])('%s: the store answers', (_, redis, labels) => expect(shop(redis, labels)).toBeCloseTo(withFallback, 8))

  it('is said to be assumed to hang where that makes a difference', () => {
    const assumed = (redis: string, labels = {}) =>
      flowOf(redis, labels).assumed.filter(({ key }) => key === 'fails')
    expect(assumed('')).toEqual([expect.objectContaining({ at: 'cache', value: 'hang' })])
    expect(assumed(', fails: hang')).toEqual([])
    expect(assumed('', { browser: '700ms timeout' })).toEqual([])
  })

  it('hangs for ever where that is stated and no timeout ends it', () =>
    expect(shop(', fails: hang', { browser: 'no retries', call: 'no retries' })).toBeLessThan(0.9891))
})

describe('two optional calls', () => {
  const optional = (budget: number) =>
    flowIn(`flowchart LR
  web[Browser] -->|"HTTPS, ${budget}ms timeout"| api[Order API]
  api -->|"gRPC, 300ms timeout"| ads[Ad service]
  api -->|"gRPC, 300ms timeout"| tips[Tip service]
  %% api->ads@{ optional: true }
  %% api->tips@{ optional: true }
  %% ads@{ availability: 99% }
  %% tips@{ availability: 98% }
  %% arrowsmith: { assume: nothing }`).availability

  it('fit one at a time', () => expect(optional(500)).toBeCloseTo(1 - 0.01 * 0.02, 10))
  it('fit together', () => expect(optional(700)).toBe(1))
  it('fit not at all', () => expect(optional(200)).toBeCloseTo(0.99 * 0.98, 10))
})

it('what a fallback takes counts as well', () =>
  expect(
    flowIn(`flowchart LR
  web[Browser] -->|"HTTPS, 300ms timeout"| api[Order API]
  api -->|gRPC| rates[Rate service]
  api -->|gRPC| archive[Rate archive]
  %% api->rates@{ fallback: archive }
  %% rates@{ availability: 99%, fails: refuse }
  %% archive@{ kind: service, p50: 400ms, p99: 400ms }
  %% arrowsmith: { assume: nothing }`).availability,
  ).toBeCloseTo(0.99, 8))
