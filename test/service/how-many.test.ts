// Of arrows that are only likely to be calls, what is said holds whatever the unsure ones are.

import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration } from '../../src/service'
import { groupOf } from '../../src/service/engine/gathering'
import { type Heard, heardOf } from '../../src/service/engine/hearing'
import { surelyOf } from '../../src/service/engine/how-many'

describe('at least so many', () => {
  it('are all where each is sure', () => {
    expect(surelyOf([1, 1, 1])).toBe(3)
    expect(surelyOf([])).toBe(0)
  })

  // P(X ≥ k) of a binomial distribution, from a table.
  it.each([
    [10, 0.8, 5],
    [10, 0.9, 7],
    [20, 0.9, 15],
    [1, 0.97, 0],
    [20, 0.98, 20],
    [1, 0.98, 1],
  ])('of %i with a chance of %f each', (count, chance, least) => {
    expect(surelyOf(Array<number>(count).fill(chance))).toBe(least)
  })

  it('of many is close to what it is of a few more or less', () => {
    const of = (count: number) => surelyOf(Array<number>(count).fill(0.9))
    expect(of(300)).toBe(259)
    expect(of(301) - of(300)).toBeLessThanOrEqual(1)
    expect(of(301)).toBeGreaterThanOrEqual(of(300) - 1)
  })

  it('counts each by its own chance', () => {
    expect(surelyOf([1, 1, 0.5])).toBe(2)
    expect(surelyOf([0.99, 0.99, 0.9, 0.9])).toBe(3)
  })
})

describe('an omission of arrows', () => {
  const calls = ['users', 'prices', 'stock', 'mail', 'tax'].map(
    name => `  api[Order API] -->|HTTPS| ${name}[${name} service]`,
  )
  const { diagrams } = analyze(['```mermaid', 'flowchart LR', ...calls, '```'].join('\n'), {
    language: 'markdown',
    configuration: defaultConfiguration,
  })

  /** What is heard of the timeouts, were the arrows calls with these chances. */
  const heard = (chances: readonly number[], rules = {}): Heard => {
    const [diagram] = diagrams
    const reports = diagram!.verdicts.filter(({ rule }) => rule.id === 'missing-timeout')
    expect(reports).toHaveLength(calls.length)
    const said = chances.map((chance, at) => ({ report: { ...reports[at]!, chance }, diagram: diagram! }))
    const configuration = { ...defaultConfiguration, rules }
    return heardOf(said, { diagrams, configuration, isSuppressed: () => false })
  }
  const opening = ({ together }: Heard) => together.map(lacking => groupOf(lacking).message.slice(0, 30))
  const places = ({ together }: Heard) => together.flatMap(({ said }) => said).length

  it('counts what is sure and lists what is likely', () => {
    const all = heard([1, 1, 1, 1, 1])
    expect(opening(all)).toEqual(['5 synchronous calls state no t'])
    const some = heard([1, 1, 0.97, 0.92, 0.6])
    expect(opening(some)).toEqual(['At least 3 synchronous calls s'])
    expect(places(some)).toBe(4)
  })

  it('gives no number where no two are sure', () => {
    const few = heard([0.5, 0.95, 0.91])
    expect(opening(few)).toEqual(['Some synchronous calls state n'])
    expect(places(few)).toBe(2)
  })

  it('is told at its place where only one is likely', () => {
    const one = heard([0.5, 0.96, 0.7])
    expect(opening(one)).toEqual([])
    expect(one.each.map(({ report }) => report.chance)).toEqual([0.96])
  })

  it('is silent where none is sure', () => {
    expect(heard([0.89, 0.5])).toEqual({ each: [], together: [] })
  })

  it('is told in full to who asks for the rule', () => {
    const wanted = heard([0.5, 0.3, 1], { 'missing-timeout': { severity: 'error' } })
    expect(opening(wanted)).toEqual(['3 synchronous calls state no t'])
  })
})
