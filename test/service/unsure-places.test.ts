// Of arrows that are only likely to be calls, what is said holds whatever the unsure ones are: few examples, the surest.

import { describe, expect, it } from 'vitest'
import { analyze, defaultConfiguration } from '../../src/service'
import { briefOf, groupOf } from '../../src/service/engine/gathering'
import { type Heard, heardOf, type Said } from '../../src/service/engine/hearing'

describe('an omission of arrows', () => {
  const calls = ['stores', 'prices', 'stock', 'mail', 'tax'].map(
    name => `  api[Order API] -->|gRPC| ${name}[${name} service]`,
  )
  const { diagrams } = analyze(['```mermaid', 'flowchart LR', ...calls, '```'].join('\n'), {
    language: 'markdown',
    configuration: defaultConfiguration,
  })

  /** What is heard of the timeouts, were the arrows calls with these chances. */
  const heard = (chances: readonly number[], rules = {}, isTrial = true): Heard => {
    const [diagram] = diagrams
    const reports = diagram!.verdicts.filter(({ rule }) => rule.id === 'missing-timeout')
    expect(reports).toHaveLength(calls.length)
    const said = chances.map((chance, at) => ({ report: { ...reports[at]!, chance }, diagram: diagram! }))
    const configuration = { ...defaultConfiguration, rules }
    return heardOf(said, {
      diagrams,
      configuration,
      isTrial,
      mentions: () => false,
      speaksOf: () => false,
      isSuppressed: () => false,
    })
  }
  const opening = ({ together }: Heard) => together.map(lacking => groupOf(lacking).message.slice(0, 30))
  /** Who is called in the places that are mended together, and in those that are shown. */
  const callees = (said: readonly Said[]) =>
    said.map(one => /→ (\w+)/.exec(briefOf(one))?.[1]?.toLowerCase() ?? '')
  const mended = ({ together }: Heard) => together.flatMap(lacking => callees(groupOf(lacking).members))
  const shown = ({ together }: Heard) => together.flatMap(lacking => callees(groupOf(lacking).listed))

  it('are counted where all are sure', () => {
    expect(opening(heard([1, 1, 1, 1, 1]))).toEqual(['5 synchronous calls state no t'])
    expect(opening(heard([1, 0.98]))).toEqual(['2 synchronous calls state no t'])
  })

  it('are not counted where one is unsure', () => {
    expect(opening(heard([1, 1, 1, 1, 0.97]))).toEqual(['Several synchronous calls stat'])
    expect(opening(heard([1, 1, 0.6]))).toEqual(['Some synchronous calls state n'])
    expect(opening(heard([1, 1, 1, 0.97]))).toEqual(['Several synchronous calls stat'])
    expect(opening(heard([0.5, 0.95, 0.91]))).toEqual(['Some synchronous calls state n'])
  })

  it('are mended where they are likely, and shown by the surest, in their order', () => {
    const some = heard([0.92, 1, 0.96, 0.92, 0.93])
    expect(mended(some)).toEqual(['stores', 'prices', 'stock', 'mail', 'tax'])
    expect(shown(some)).toEqual(['prices', 'stock', 'tax'])
    expect(mended(heard([0.5, 0.95, 0.9, 0.89]))).toEqual(['prices', 'stock'])
  })

  it('is told at its place where only one is likely', () => {
    const one = heard([0.5, 0.96, 0.7])
    expect(opening(one)).toEqual([])
    expect(one.each.map(({ report }) => report.chance)).toEqual([0.96])
  })

  it('is silent where none is sure', () => {
    expect(heard([0.89, 0.5])).toEqual({ each: [], together: [] })
  })

  it('is only hinted at in a document of some size, where it is likely', () => {
    const { each, together } = heard([0.5, 0.96, 0.7], {}, false)
    expect(each).toEqual([])
    expect(together.map(({ said, isFaint }) => [said.map(({ report }) => report.chance), isFaint])).toEqual([
      [[0.96], true],
    ])
  })

  it('is told in full to who asks for the rule', () => {
    const wanted = heard([0.5, 0.3, 1], { 'missing-timeout': { severity: 'error' } })
    expect(opening(wanted)).toEqual(['3 synchronous calls state no t'])
  })
})
