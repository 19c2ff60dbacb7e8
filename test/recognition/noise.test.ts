// How many findings a plain design gets under the recommended preset; other pictures get none about calls.

import { afterAll, describe, expect, it } from 'vitest'
import { rules } from '../../src/rules'
import { analyze, defaultConfiguration, findings } from '../../src/service'
import { type Sample, samples } from './samples'

const about = new Map(rules.map(rule => [rule.id, rule.category]))

const found = (sample: Sample) =>
  findings(analyze(sample.text, { language: 'mermaid', configuration: defaultConfiguration }), {
    figures: true,
  })

const designs = samples
  .filter(({ label }) => label === 'yes')
  .map(sample => ({ sample, findings: found(sample) }))

const counts = designs.map(({ findings: of }) => of.length).sort((a, b) => a - b)
const quantile = (share: number) => counts[Math.ceil(share * counts.length) - 1]!

describe('a plain design', () => {
  it('is met with at most one finding in the median and three in nine of ten', () => {
    expect(counts.length).toBeGreaterThanOrEqual(60)
    expect(quantile(0.5)).toBeLessThanOrEqual(1)
    expect(quantile(0.9)).toBeLessThanOrEqual(3)
  })

  it('never gets a syntax error', () => {
    const errors = designs.filter(({ findings: of }) => of.some(({ rule }) => rule === 'syntax-error'))
    expect(errors.map(({ sample }) => sample.name)).toEqual([])
  })

  afterAll(() => {
    const byRule = new Map<string, number[]>()
    designs.forEach(({ findings: of }, index) => {
      for (const { rule } of of) byRule.set(rule, [...(byRule.get(rule) ?? []), index])
    })
    const rows = [...byRule].map(([rule, places]) => ({
      rule,
      places: places.length,
      diagrams: new Set(places).size,
    }))
    const lines = rows
      .sort((a, b) => b.places - a.places)
      .map(
        ({ rule, places, diagrams }) =>
          `${rule.padEnd(36)} ${String(places).padStart(4)} in ${diagrams} diagrams`,
      )
    process.stdout.write(
      `\n${lines.join('\n')}\nfindings per design: median ${quantile(0.5)}, p90 ${quantile(0.9)}, most ${quantile(1)}\n`,
    )
  })
})

describe('a picture that is no design', () => {
  it('gets no finding about calls', () => {
    const noisy = samples
      .filter(({ label }) => label === 'no')
      .flatMap(sample =>
        found(sample)
          .filter(({ rule }) => about.get(rule) !== 'syntax')
          .map(({ rule }) => `${sample.kind}/${sample.name}: ${rule}`),
      )
    expect(noisy).toEqual([])
  })
})
