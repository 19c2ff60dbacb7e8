// What must hold for every structure: exactness against enumeration, monotonicity, bounds.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { structureEvaluator } from '../../src/math/availability/evaluation'
import { failureTrials } from '../../src/math/availability/failure-trials'
import {
  all,
  any,
  atLeast,
  choice,
  type Flat,
  flatten,
  type Structure,
  stepValue,
  up,
} from '../../src/math/availability/structure'

const evaluateStructure = (
  structure: Structure,
  unavailabilityOf: (name: string) => number,
  mostNodes?: number,
) => structureEvaluator(structure, mostNodes)(unavailabilityOf)

const settings = { seed: 20_250_602, numRuns: 80 }
const names = Array.from({ length: 9 }, (_, index) => `c${index}`)

const { structure } = fc.letrec<{ structure: Structure }>(tie => ({
  structure: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...names).map(up),
    fc.array(tie('structure'), { minLength: 1, maxLength: 4 }).map(all),
    fc.array(tie('structure'), { minLength: 1, maxLength: 3 }).map(any),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.array(tie('structure'), { minLength: 3, maxLength: 4 }))
      .map(([need, of]) => atLeast(need, of)),
  ),
}))

const unavailabilities = fc.array(fc.double({ min: 0, max: 0.5, noNaN: true }), {
  minLength: 9,
  maxLength: 9,
})

const byName = (values: readonly number[]) => (name: string) => values[names.indexOf(name)]!

/** Whether, or how likely, the whole succeeds when each name is up or down for certain. */
function successGiven({ steps }: Flat, isUp: (name: string) => boolean): number {
  const values = new Float64Array(steps.length)
  steps.forEach(({ structure, parts }, index) => {
    values[index] = stepValue(structure, parts, { values, isUp })
  })
  return values[steps.length - 1]!
}

/** All 2ⁿ states of the names that occur. */
function enumerated(structure: Structure, unavailabilityOf: (name: string) => number): number {
  const flat = flatten(structure)
  const used = flat.names
  let failed = 0
  for (let state = 0; state < 2 ** used.length; state++) {
    const isUp = (name: string): boolean => ((state >> used.indexOf(name)) & 1) === 1
    const probability = used.reduce(
      (product, name) => product * (isUp(name) ? 1 - unavailabilityOf(name) : unavailabilityOf(name)),
      1,
    )
    failed += probability * (1 - successGiven(flat, isUp))
  }
  return failed
}

/** What the states with at most two failures come to, and what each part takes part in. */
function byFewFailures(structure: Structure, unavailabilityOf: (name: string) => number) {
  const flat = flatten(structure)
  const { names: used } = flat
  const fails = (down: readonly string[]): number => 1 - successGiven(flat, name => !down.includes(name))
  const states = [
    [],
    ...used.map(name => [name]),
    ...used.flatMap((one, at) => used.slice(at + 1).map(other => [one, other])),
  ]
  let [failed, seen] = [0, 0]
  const gains = new Map<string, number>()
  for (const down of states) {
    const probability = used.reduce(
      (product, name) =>
        product * (down.includes(name) ? unavailabilityOf(name) : 1 - unavailabilityOf(name)),
      1,
    )
    seen += probability
    failed += probability * fails(down)
    for (const name of down) {
      const without = down.filter(other => other !== name)
      gains.set(name, (gains.get(name) ?? 0) + probability * (fails(down) - fails(without)))
    }
  }
  return { failed, seen, gains }
}

describe('structures', () => {
  it('are evaluated exactly: the diagram equals enumeration', () => {
    fc.assert(
      fc.property(structure, unavailabilities, (one, values) => {
        const { unavailability, exact } = evaluateStructure(one, byName(values))
        expect(exact).toBe(true)
        expect(unavailability).toBeCloseTo(enumerated(one, byName(values)), 12)
      }),
      settings,
    )
  })

  it('fail alike whether all of them is tried or what a failure reaches', () => {
    fc.assert(
      fc.property(structure, fc.array(fc.subarray(names), { maxLength: 4 }), (one, failures) => {
        const flat = flatten(one)
        const succeedsWithout = failureTrials(flat)
        for (const down of failures)
          expect(succeedsWithout(down)).toBe(successGiven(flat, name => !down.includes(name)))
      }),
      settings,
    )
  })

  it('are monotone in every component', () => {
    fc.assert(
      fc.property(structure, unavailabilities, fc.nat(8), (one, values, index) => {
        const worse = values.map((u, other) => (other === index ? Math.min(1, u + 0.2) : u))
        const before = evaluateStructure(one, byName(values)).unavailability
        expect(evaluateStructure(one, byName(worse)).unavailability).toBeGreaterThanOrEqual(before - 1e-14)
      }),
      settings,
    )
  })

  it('are not harmed by a fallback', () => {
    fc.assert(
      fc.property(structure, structure, unavailabilities, (one, other, values) => {
        const without = evaluateStructure(one, byName(values)).unavailability
        expect(evaluateStructure(any([one, other]), byName(values)).unavailability).toBeLessThanOrEqual(
          without + 1e-14,
        )
      }),
      settings,
    )
  })

  it('tell what a perfect part would save', () => {
    fc.assert(
      fc.property(structure, unavailabilities, (one, values) => {
        const { unavailability, parts } = evaluateStructure(one, byName(values))
        for (const { name, gain } of parts) {
          const perfect = evaluateStructure(one, other =>
            other === name ? 0 : byName(values)(other),
          ).unavailability
          expect(gain).toBeCloseTo(unavailability - perfect, 12)
        }
      }),
      settings,
    )
  })

  it('stay within their bounds when the diagram is capped', () => {
    const small = fc.array(fc.double({ min: 0, max: 0.01, noNaN: true }), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(structure, small, (one, values) => {
        const capped = evaluateStructure(one, byName(values), 2)
        const exact = enumerated(one, byName(values))
        expect(capped.low).toBeLessThanOrEqual(exact + 1e-14)
        expect(capped.high).toBeGreaterThanOrEqual(exact - 1e-14)
        expect(capped.high - capped.low).toBeLessThan(3e-4)
      }),
      settings,
    )
  })

  it('are exact or within their bounds, wherever the diagram is given up', () => {
    const copies = Array.from({ length: 8 }, (_, n) =>
      any([all([up(`c${n}`), up('c8')]), up(`c${(n + 3) % 8}`)]),
    )
    const tangled = all([atLeast(5, copies), any([up('c1'), up('c6')])])
    const of = byName(names.map((_, n) => 0.01 * (n + 1)))
    const truth = enumerated(tangled, of)
    const found = Array.from({ length: 60 }, (_, n) => evaluateStructure(tangled, of, 10 * n))
    for (const { unavailability, low, high, exact } of found) {
      if (exact) expect(unavailability).toBeCloseTo(truth, 12)
      expect(low).toBeLessThanOrEqual(truth + 1e-12)
      expect(high).toBeGreaterThanOrEqual(truth - 1e-12)
      if (!exact) expect(high).toBeGreaterThan(low)
    }
    expect(found.map(({ exact }) => exact)).toContain(true)
    expect(found.map(({ exact }) => exact)).toContain(false)
  })

  it('add up what one failure and two together do, when the diagram is capped', () => {
    fc.assert(
      fc.property(structure, unavailabilities, (one, values) => {
        const of = byName(values)
        const { low, high, exact, parts } = evaluateStructure(one, of, 2)
        if (exact) return
        const { failed, seen, gains } = byFewFailures(one, of)
        expect(low).toBeCloseTo(failed, 12)
        expect(high).toBeCloseTo(Math.min(1, failed + 1 - seen), 12)
        for (const { name, gain, unavailability, importance } of parts) {
          expect(gain).toBeCloseTo(gains.get(name) ?? 0, 12)
          expect(unavailability).toBe(of(name))
          expect(importance * unavailability).toBeCloseTo(gain, 12)
        }
      }),
      { ...settings, numRuns: 30 },
    )
  })

  it('mix over choices by their shares', () => {
    const drawn = choice(0.3, up('c0'), up('c1'), 'one')
    expect(evaluateStructure(all([drawn, up('c2')]), () => 0.1).unavailability).toBeCloseTo(0.19, 12)
    expect(evaluateStructure(choice(0.25, up('c0'), all([]), 'one'), () => 0.1).unavailability).toBeCloseTo(
      0.025,
      12,
    )
  })

  it('keep nine nines', () => {
    const twice = any([up('a'), up('b')])
    expect(evaluateStructure(twice, () => 3e-6).unavailability).toBeCloseTo(9e-12, 22)
  })
})

describe('size', () => {
  it('needs n·k nodes for k of n', () => {
    const copies = Array.from({ length: 100 }, (_, index) => up(`r${index}`))
    const { exact, unavailability } = evaluateStructure(atLeast(99, copies), () => 0.001)
    expect(exact).toBe(true)
    // P(two or more of 100 down).
    expect(unavailability).toBeCloseTo(1 - 0.999 ** 100 - 100 * 0.001 * 0.999 ** 99, 12)
  })

  it('visits shared parts once: forty layers of diamonds', () => {
    let layer: Structure = up('bottom')
    for (let depth = 0; depth < 40; depth++)
      layer = any([all([up(`a${depth}`), layer]), all([up(`b${depth}`), layer])])
    const { unavailability } = evaluateStructure(layer, name => (name === 'bottom' ? 0.001 : 0.01))
    expect(unavailability).toBeCloseTo(1 - 0.999 * (1 - 0.0001) ** 40, 10)
  })
})
