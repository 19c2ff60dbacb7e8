import { expect, test } from 'vitest'
import { drawReader } from '../../src/math/flows/latency/shared-draws'
import { workMeter } from '../../src/math/latency/evaluation-work'
import type { Latency } from '../../src/math/latency/latency'

const constant = (ms: number): Latency => ({ op: 'constant', ms })

/** Takes one for the choice and one for each of its branches, and one for each of those. */
const drawn = (...branches: readonly number[]): Latency => ({
  op: 'choice',
  perRequest: true,
  of: branches.map(ms => ({ share: 1 / branches.length, of: constant(ms) })),
})

test('work is taken once, however often an expression is asked for', () => {
  const work = { left: 10 }
  const affords = workMeter(work)
  expect(affords(drawn(1, 2))).toBe(true)
  expect(work.left).toBe(10 - 3 - 2)
  expect(affords(drawn(1, 2))).toBe(true)
  expect(work.left).toBe(5)
  expect(affords(constant(1), 2)).toBe(true)
  expect(work.left).toBe(3)
})

test('what is refused takes nothing, and what contains it is refused as well', () => {
  const work = { left: 4 }
  const affords = workMeter(work)
  const large = drawn(1, 2)
  expect(affords(large)).toBe(false)
  expect(affords({ op: 'optional', of: large })).toBe(false)
  expect(work.left).toBe(4)
  expect(affords(constant(1))).toBe(true)
  expect(work.left).toBe(3)
})

test('an expression is affordable to the last bit, and not beyond', () => {
  expect(workMeter({ left: 5 })(drawn(1, 2))).toBe(true)
  expect(workMeter({ left: 5 })(drawn(1, 2), 0.5)).toBe(false)
})

test('telling draws apart takes work; where none is left, attempts draw for themselves and nothing is evaluated', () => {
  const retried = (work: { left: number }) =>
    drawReader(work)({ op: 'parallel', of: [drawn(1, 2), drawn(3, 4)] }, of => ({ op: 'optional', of }))
  const work = { left: 1 }
  expect(retried(work)).toMatchObject({ op: 'choice', of: { length: 4 } })
  expect(work.left).toBeCloseTo(0.6, 12)
  const none = { left: -0.1 }
  expect(retried(none)).toMatchObject({ op: 'optional', of: { op: 'parallel' } })
  expect(workMeter(none)(constant(1))).toBe(false)
})
