// How often something is started, and what a clock starts, in words.

import { expect, it } from 'vitest'
import { periodIn, runsByTheClock } from '../../src/knowledge'

it.each([
  ['Cron every minute', 60_000],
  ['every second', 1000],
  ['every an hour', 3_600_000],
  ['every 10 min', 600_000],
  ['runs every 30s', 30_000],
  ['Every 2 hours', 7_200_000],
  ['every day at 3', 86_400_000],
])('%s is every %i ms', (words, ms) => expect(periodIn(words)).toBe(ms))

it.each(['every month', 'every 3 months', 'every message', 'every service', 'every host', 'hourly'])(
  '%s says no period in figures',
  words => expect(periodIn(words)).toBeUndefined(),
)

it.each(['Sync every minute', 'every 5 minutes', 'nightly export'])('%s runs by the clock', words =>
  expect(runsByTheClock(words)).toBe(true),
)
